"""Counting what a restore does, and keeping the first changes to be shown."""

import json
from collections.abc import Mapping
from typing import Any

from reader.domain.restoring import Change, Preview
from reader.storage.safety.tables import Records

_SHOWN = 2000
"""Most changes that are kept one by one."""

_QUOTES = ("quote", "headword", "word", "name", "colour")
_TEXTS = ("text", "words", "meaning", "pinyin")


class Tally:
    """What has been counted so far."""

    def __init__(self, mode: str) -> None:
        self.orphans = 0
        self.damaged = 0
        self._mode = mode
        self._texts: dict[str, int] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self._changes: list[Change] = []

    def text(self, how: str) -> None:
        """Count a text."""
        self._texts[how] = self._texts.get(how, 0) + 1

    def add(self, how: str, table: Records, row: Mapping[str, Any], title: str) -> None:
        """Count a record, by column."""
        kind = table.told(row)
        counts = self._counts.setdefault(kind, {})
        counts[how] = counts.get(how, 0) + 1
        if len(self._changes) < _SHOWN:
            quote, text = (_first(row, names) for names in (_QUOTES, _TEXTS))
            self._changes.append(Change(how, kind, str(row[table.key]), title, quote, text))

    def preview(self) -> Preview:
        """Everything that was counted."""
        return Preview(
            self._mode,
            self._texts,
            dict(sorted(self._counts.items())),
            tuple(self._changes),
            self.orphans,
            self.damaged,
        )


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """What stands in the first of these columns that there is."""
    value = next((row[name] for name in names if row.get(name)), "")
    if not (isinstance(value, str) and value.startswith("[[")):
        return str(value)
    try:  # the words of a correction, each with its syllables
        return " | ".join(str(word) for word, *_ in json.loads(value))
    except (TypeError, ValueError):
        return value
