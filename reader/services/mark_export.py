"""Marks out of the library: one file, or one a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.mark_queries import MarkQuery
from reader.domain.mark_records import MarkRecord
from reader.formats.annotations import WRITERS, annotated, vault, web
from reader.services.writing import LONGEST_STEM, file_stem, replacing, write_lines

if TYPE_CHECKING:
    from reader.domain.library import Card
    from reader.domain.mark_ports import MarkLists
    from reader.domain.ports import Library


class Manner(NamedTuple):
    """How marks are written: a format, and for Markdown a template and whether texts are whole."""

    format: str = "md"
    template: str = "plain"
    whole: bool = False


class MarkExport:
    """Writes marks to files."""

    def __init__(self, library: Library, lists: MarkLists) -> None:
        self._library = library
        self._lists = lists

    def records(self, document: int | None = None) -> Iterator[MarkRecord]:
        """Every mark of a text or of all, text by text, in reading order, orphans last."""
        for card in self._cards(document):
            yield from self._of(card)

    def lines(self, manner: Manner, heading: str, document: int | None = None) -> Iterator[str]:
        """The lines of one file with all marks of a text, or of all texts."""
        writer = WRITERS.get(manner.format)
        if writer is not None:
            return writer(self.records(document))
        texts = ((card.title, records) for card, records in self._texts(document))
        if manner.format == "html":
            return web.lines(texts, heading)
        return self._markdown(manner, document)

    def write_each(self, folder: Path, manner: Manner, document: int | None = None) -> list[Path]:
        """Write a file for each text with marks; return the files. One that fails changes none.

        Raises FileUnwritable or DiskFull.
        """
        cards = [card for card, _ in self._texts(document)]
        stems = self._stems(cards)
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / f"{stems[card.id]}.{manner.format}" for card in cards]
        names = self._names(stems) if manner.template != "plain" else {}
        with ExitStack() as all_or_none:
            for card, file in zip(cards, files, strict=True):
                path = all_or_none.enter_context(replacing(file))
                write_lines(path, self._lines_of(card, manner, names))
        return files

    def _markdown(self, manner: Manner, document: int | None) -> Iterator[str]:
        before = False
        for card, _ in self._texts(document):
            if before:
                yield ""
            before = True
            yield from self._lines_of(card, manner, {})

    def _lines_of(self, card: Card, manner: Manner, names: vault.Names) -> Iterator[str]:
        records = list(self._of(card))
        writer = WRITERS.get(manner.format)
        if writer is not None:
            return writer(records)
        if manner.format == "html":
            return web.lines([(card.title, records)], card.title)
        if manner.whole:
            total = self._library.outline(card.id).total
            return annotated.lines(self._library.paragraphs(card.id, 0, total), records)
        return vault.TEMPLATES[manner.template](card.title, records, names)

    def _cards(self, document: int | None) -> list[Card]:
        if document is not None:
            return [self._library.card(document)]
        return sorted(self._library.cards(), key=lambda card: card.id)

    def _texts(self, document: int | None) -> Iterator[tuple[Card, list[MarkRecord]]]:
        for card in self._cards(document):
            records = list(self._of(card))
            if records:
                yield card, records

    def _of(self, card: Card) -> Iterator[MarkRecord]:
        outline = self._library.outline(card.id)
        for page in self._lists.pages(MarkQuery(card.id)):
            for mark in page:
                section = ""
                if not mark.orphan and mark.anchor.span.paragraph < outline.total:
                    number, _ = outline.locate(mark.anchor.span.paragraph)
                    section = outline.titles[number]
                yield MarkRecord(mark, card.sha256, card.title, section)

    def _names(self, stems: Mapping[int, str]) -> dict[str, str]:
        """The file in which each mark will be."""
        return {
            mark.id: stem
            for document, stem in stems.items()
            for page in self._lists.pages(MarkQuery(document))
            for mark in page
        }

    @staticmethod
    def _stems(cards: Collection[Card]) -> dict[int, str]:
        """A file name for each text, safe everywhere, no two alike."""
        stems: dict[int, str] = {}
        taken: set[str] = set()
        for card in cards:
            stem = file_stem(card.title)
            while stem.lower() in taken:
                stem = f"{stem[: LONGEST_STEM - 12]} ({card.id})"
            taken.add(stem.lower())
            stems[card.id] = stem
        return stems
