"""What a check of everything finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that is not as it should be.

    ``what`` is the kind of a mark, ``correction`` and the like, ``text``, ``file`` (SQLite's own
    check), ``index``, ``words``, ``dictionary``, ``settings``, ``backup`` or ``leftover``.
    ``detail`` is what can be read of it, or what is wrong. ``mended`` tells that it has been put
    right, because it could be made again from something else.
    """

    what: str
    id: str
    detail: str
    mended: bool


class Report(NamedTuple):
    """What a check found; rows by table, marks by kind, and how many backups are whole."""

    findings: Sequence[Finding]
    counts: Mapping[str, int]
    marks: Mapping[str, int]
    backups: int

    @property
    def mended(self) -> list[Finding]:
        """What has been put right."""
        return [finding for finding in self.findings if finding.mended]

    @property
    def damaged(self) -> list[Finding]:
        """What has not, because it cannot be made again."""
        return [finding for finding in self.findings if not finding.mended]

    @property
    def sound(self) -> bool:
        """Whether nothing is left that is not as it should be."""
        return not self.damaged
