"""Checking everything in a data folder, and mending whatever can be made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.checking import Finding, Report
from reader.services.reference import reference_path
from reader.storage.connecting import connect
from reader.storage.safety import checking, restoring
from reader.storage.safety.copying import census
from reader.storage.safety.folder import is_intact

if TYPE_CHECKING:
    from reader.domain.backups import Backup
    from reader.services.safekeeping import Safekeeping
    from reader.services.settings import Settings
    from reader.services.texts import Texts
    from reader.storage.database import Database
    from reader.storage.library import LibraryStore


class Checking:
    """Looks at the library, at what is derived from it, at settings and backups.

    Raises what :class:`Database` raises; what merely is not sound is reported.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - it looks at all of these
        self,
        database: Database,
        library: LibraryStore,
        texts: Texts,
        settings: Settings,
        safekeeping: Safekeeping,
        cache: Path,
    ) -> None:
        self._database = database
        self._library = library
        self._texts = texts
        self._settings = settings
        self._safekeeping = safekeeping
        self._cache = cache

    def check(self) -> Report:
        """Look at everything; mend what can be made again, if that may be written."""
        findings = list(self._findings())
        backups = self._safekeeping.backups()
        findings += (_told(backup) for backup in backups if not is_intact(backup.path))
        with closing(connect(self._database.path, "ro")) as connection:
            counted = census(connection)
        broken = sum(finding.what == "backup" for finding in findings)
        return Report(findings, counted.counts, counted.marks, len(backups) - broken)

    def _findings(self) -> Iterator[Finding]:
        read_only = self._database.read_only
        yield from checking.check_file(self._database)
        yield from checking.check_rows(self._database)
        yield from checking.check_derived_rows(self._database)
        yield from checking.check_texts(self._library, None if read_only else self._remend)
        if not read_only:
            yield from checking.check_derived(self._safekeeping.data / "analysis.sqlite3", "words")
            yield from checking.check_index(self._safekeeping.data / "search")
            restoring.sweep(self._safekeeping.data)
        yield from checking.check_derived(reference_path(self._cache), "dictionary")
        for problem in self._settings.problems:
            yield Finding("settings", problem, "its default is used", mended=True)

    def _remend(self, number: int) -> None:
        self._texts.decide(number, self._texts.decisions(number))


def _told(backup: Backup) -> Finding:
    detail = "its bytes have changed since it was made" if backup.verified else "it is not whole"
    return Finding("backup", backup.path.name, detail, mended=False)
