"""What a write did to marks, so that it can be taken back exactly and done again."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class MarkPatch(NamedTuple):
    """What a write changed of one mark: the stored values before and after, by their names.

    Only what was changed is named: taking back a new colour does not move a mark that has been
    anchored again since. Taking back the making of a mark puts it into the bin.
    """

    id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def reversed(self) -> "MarkPatch":
        """What takes this back."""
        return MarkPatch(self.id, self.after, self.before)


def undoing(patches: list[MarkPatch]) -> list[MarkPatch]:
    """What takes these back, in the order in which that has to be done."""
    return [patch.reversed() for patch in reversed(patches)]
