"""What backups and restores are told in: dates, sizes, and how many of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.domain.backups import BEFORE_RESTORE, BEFORE_UPDATE, BY_HAND, DAILY
from reader.domain.restoring import ADDED, CHANGED, REMOVED

if TYPE_CHECKING:
    from reader.domain.backups import Backup
    from reader.domain.restoring import Preview


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark ``text`` for the translation tool and return it unchanged."""
    return text


_KINDS = {
    "note": QT_TRANSLATE_NOOP("backups", "notes"),
    "bookmark": QT_TRANSLATE_NOOP("backups", "bookmarks"),
    "highlight": QT_TRANSLATE_NOOP("backups", "highlights"),
    "correction": QT_TRANSLATE_NOOP("backups", "corrections"),
    "own_term": QT_TRANSLATE_NOOP("backups", "own terms"),
    "own_glossary": QT_TRANSLATE_NOOP("backups", "own glossaries"),
    "known_word": QT_TRANSLATE_NOOP("backups", "known words"),
    "colour_meaning": QT_TRANSLATE_NOOP("backups", "meanings of colours"),
    "text": QT_TRANSLATE_NOOP("backups", "texts"),
}
_HOWS = {
    ADDED: QT_TRANSLATE_NOOP("backups", "{0} added"),
    CHANGED: QT_TRANSLATE_NOOP("backups", "{0} changed"),
    REMOVED: QT_TRANSLATE_NOOP("backups", "{0} removed"),
}
_HOW = {
    ADDED: QT_TRANSLATE_NOOP("backups", "added"),
    CHANGED: QT_TRANSLATE_NOOP("backups", "changed"),
    REMOVED: QT_TRANSLATE_NOOP("backups", "removed"),
}
_WHY = {
    DAILY: QT_TRANSLATE_NOOP("backups", "of the day"),
    BY_HAND: QT_TRANSLATE_NOOP("backups", "by hand"),
    BEFORE_RESTORE: QT_TRANSLATE_NOOP("backups", "before a restore"),
    BEFORE_UPDATE: QT_TRANSLATE_NOOP("backups", "before an update"),
}


def moment(time: datetime) -> str:
    """A moment as the clock on the wall showed it."""
    return time.astimezone().strftime("%Y-%m-%d %H:%M")


def size(count: int) -> str:
    """A number of bytes."""
    return QCoreApplication.translate("backups", "{0} MB").format(f"{count / 1e6:,.1f}")


def why(backup: Backup) -> str:
    """Why a backup was made."""
    return _tr(_WHY.get(backup.kind, backup.kind))


def state(backup: Backup) -> str:
    """Whether it can be relied on."""
    if not backup.verified:
        return QCoreApplication.translate("backups", "not verified")
    if backup.damaged:
        return QCoreApplication.translate("backups", "verified, {0} damaged").format(backup.damaged)
    return QCoreApplication.translate("backups", "verified")


def kind(name: str) -> str:
    """Records of a kind, in the plural."""
    return _tr(_KINDS.get(name, name))


def how(name: str) -> str:
    """What happens to one record."""
    return _tr(_HOW[name])


def contents(backup: Backup) -> str:
    """What is in a backup: texts and marks by kind."""
    counts = {"text": backup.counts.get("documents", 0), **backup.marks}
    return listed(counted(name, f"{count:,}") for name, count in counts.items() if count)


def counted(name: str, number: str) -> str:
    """How many records of a kind, or what happens to how many."""
    return QCoreApplication.translate("backups", "{0}: {1}").format(kind(name), number)


def changes(preview: Preview) -> list[str]:
    """What a restore changes, a line a kind."""
    counts: Mapping[str, Mapping[str, int]] = {"text": preview.texts, **preview.counts}
    return [
        counted(
            name, listed(_tr(_HOWS[what]).format(f"{count:,}") for what, count in by_how.items())
        )
        for name, by_how in counts.items()
        if by_how
    ]


def listed(parts: Iterable[str]) -> str:
    """Things one after the other."""
    return QCoreApplication.translate("backups", ", ").join(parts)
