"""Notes that are being written: kept while they are, so that nothing typed is lost."""

from typing import NamedTuple

from reader.domain.marks import Anchor, Scope


class Draft(NamedTuple):
    """What has been typed of a note; ``note`` is the id of the one it changes, if any."""

    id: str
    document: int
    anchor: Anchor
    text: str = ""
    tags: tuple[str, ...] = ()
    scope: Scope = Scope.SPAN
    word: str = ""
    note: str = ""
