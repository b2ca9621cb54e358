"""Texts of the library: importing, repairing, correcting."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.document import Decisions, Document, Source, TextEdit
from reader.domain.places import Span
from reader.formats import from_text, known_edits, load, read
from reader.services.session import UNCORRECTED, Overlaid

if TYPE_CHECKING:
    from reader.domain.library import Card
    from reader.domain.ports import Library

FIRST_TEXT = "page.md"


def first_text() -> Path:
    """The text that a new reader finds open: a front page of 人民日报."""
    with resources.as_file(resources.files("reader.resources") / "text" / FIRST_TEXT) as path:
        return path


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source that has been read but not stored yet."""

    source: Source
    document: Document
    decisions: Decisions


def prepare(path: Path, encoding: str | None = None) -> Prepared:
    """Read a file. Raises the errors of ``formats``; touches no library."""
    return prepare_source(load(path, encoding))


def prepare_source(source: Source) -> Prepared:
    """Mend a source, with the corrections that ship for it."""
    decisions = Decisions(edits=known_edits(source))
    return Prepared(source, read(source, decisions), decisions)


class Texts:
    """What can be done to the texts of a library."""

    def __init__(self, library: Library, overlaid: Overlaid = UNCORRECTED) -> None:
        self._library = library
        self._overlaid = overlaid

    def import_file(self, path: Path, encoding: str | None = None) -> Card:
        """Add a file to the library, or find it there."""
        return self.store(prepare(path, encoding))

    def import_text(self, name: str, text: str) -> Card:
        """Add pasted text."""
        return self.store(prepare_source(from_text(name, text)))

    def store(self, prepared: Prepared) -> Card:
        """Add a prepared text in one transaction."""
        identifier = self._library.add(prepared.source, prepared.document, prepared.decisions)
        return self._library.card(identifier)

    def cards(self) -> list[Card]:
        """All texts, last opened first."""
        return self._library.cards()

    def undo_repair(self, identifier: int, key: str) -> None:
        """Take one repair back; a correction of characters is forgotten."""
        old = self._library.decisions(identifier)
        edits = tuple(edit for edit in old.edits if edit.key != key)
        undone = old.undone if edits != old.edits else old.undone | {key}
        self.decide(identifier, Decisions(undone, edits))

    def redo_repair(self, identifier: int, key: str) -> None:
        """Make a repair again that was taken back."""
        old = self._library.decisions(identifier)
        self.decide(identifier, old._replace(undone=old.undone - {key}))

    def correct(self, identifier: int, span: Span, text: str) -> bool:
        """Replace the characters of a span; tell whether the source has them.

        A span that lies across a place where mending joined two pieces has no single
        place in the source and cannot be corrected at once.
        """
        paragraph = self._library.paragraphs(identifier, span.paragraph, span.paragraph + 1)[0]
        for origin in paragraph.origin:
            if origin.start <= span.start and span.end <= origin.start + origin.length:
                start = origin.source + span.start - origin.start
                edit = TextEdit(start, span.end - span.start, text)
                old = self._library.decisions(identifier)
                self.decide(identifier, old._replace(edits=(*old.edits, edit)))
                return True
        return False

    def decisions(self, identifier: int) -> Decisions:
        """What has been decided about a text so far."""
        return self._library.decisions(identifier)

    def decide(self, identifier: int, decisions: Decisions) -> None:
        """Mend the source anew by ``decisions``."""
        source = self._library.source(identifier)
        self.replace(identifier, read(source, decisions), decisions)

    def replace(self, identifier: int, document: Document, decisions: Decisions) -> None:
        """Put another version of a text in place; marks and corrections are anchored again."""
        self._library.replace(identifier, document, decisions)
        self._overlaid.renew()
