"""Footnotes: each term of the glossary once, numbered, where it first occurs."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from reader.domain.glossary import Term
from reader.domain.pinyin import spaced
from reader.services.excerpt import Passage
from reader.ui import fonts
from reader.ui.theme import THEMES, ThemeName

_PINYIN = THEMES[ThemeName.LIGHT].pinyin


class Mark(NamedTuple):
    """A number in the text: it stands behind the character before ``end``."""

    end: int
    number: int
    term: Term


class Numbering:
    """Numbers the terms as they occur. Passages have to be asked for in order the first time."""

    def __init__(self, explain: Callable[[str], Term | None]) -> None:
        self._explain = explain
        self._numbers: dict[str, int] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}

    def marks(self, index: int, passage: Passage) -> tuple[Mark, ...]:
        """Terms that occur for the first time in this passage."""
        known = self._marks.get(index)
        if known is None:
            found = []
            for word in passage.words:
                if word.term is not None and word.term not in self._numbers:
                    term = self._explain(word.term)
                    if term is not None:
                        number = self._numbers[word.term] = len(self._numbers) + 1
                        found.append(Mark(word.end, number, term))
            known = self._marks[index] = tuple(found)
        return known


def one_line(term: Term) -> str:
    """The first sentence of a term's explanation."""
    sentence, stop, _ = term.explanation.partition(". ")
    return sentence + stop.strip()


class NoteLayout:
    """A footnote set in a column ``width`` units wide: number, headword, pinyin, English."""

    def __init__(self, mark: Mark, size: int, width: float) -> None:
        self.mark = mark
        metrics = QFontMetricsF(note_font(size))
        self.indent = metrics.horizontalAdvance("000 ")
        self.pitch = size * 1.45
        self._size = size
        self._ascent = size * 1.05
        term = mark.term
        reading = spaced(term.syllables)
        text = f"{term.headword}  {reading}  {term.english}. {one_line(term)}"
        self._layout = QTextLayout(text, note_font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self._layout.setFormats(
            [
                _range(0, len(term.headword), _plain(fonts.reading(size, strong=True))),
                _range(len(term.headword) + 2, len(reading), note_font(size), _PINYIN),
            ]
        )
        self.lines = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width - self.indent)
            line.setPosition(
                QPointF(self.indent, self.lines * self.pitch + self._ascent - line.ascent())
            )
            self.lines += 1
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """Height with the space below."""
        return self.lines * self.pitch + self._size * 0.25

    @property
    def baseline(self) -> float:
        """Baseline of the first line."""
        return self._ascent

    @property
    def text(self) -> str:
        """What it says."""
        return self._layout.text()

    @property
    def layout(self) -> QTextLayout:
        """The lines, to be drawn at its corner."""
        return self._layout


def note_font(size: int) -> QFont:
    """The face of footnotes: upright strokes stay legible where type is small."""
    return _plain(fonts.ruby(size))


def _plain(font: QFont) -> QFont:
    """The same without ligatures and alternates.

    They are no characters: nobody would find "2018" or "first" in a PDF.
    """
    for feature in ("liga", "calt", "pwid", "palt", "locl", "ccmp"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _range(
    start: int, length: int, font: QFont, colour: str | None = None
) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format = QTextCharFormat()
    made.format.setFont(font)
    if colour is not None:
        made.format.setForeground(QColor(colour))
    return made
