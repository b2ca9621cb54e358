"""Measures of the article: faces, sizes and spacing for each kind of paragraph."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont, QTextCharFormat

from reader.domain.document import ParagraphKind
from reader.domain.script import is_wide
from reader.ui import fonts


class Ruby(StrEnum):
    """How much pinyin stands above the text."""

    HOVER = "hover"
    ALL = "all"


class Style(NamedTuple):
    """Looks of one kind of paragraph. Sizes are shares of the reading size, spaces of a line."""

    scale: float = 1.0
    strong: bool = False
    indent: float = 2.0
    align: float = 0.0
    before: float = 0.0
    after: float = 0.45
    soft: bool = False


STYLES = {
    ParagraphKind.TITLE: Style(scale=1.45, strong=True, indent=0, align=0.5, before=1.0, after=0.5),
    ParagraphKind.HEADING: Style(scale=1.1, strong=True, indent=0, before=0.7, after=0.4),
    ParagraphKind.BODY: Style(),
    ParagraphKind.FRAGMENT: Style(indent=0, before=1.2),
    ParagraphKind.CAPTION: Style(scale=0.82, indent=0, before=0.3, after=0.1, soft=True),
    ParagraphKind.BYLINE: Style(scale=0.82, indent=0, align=1.0, after=0.8, soft=True),
    ParagraphKind.JUMP: Style(scale=0.82, indent=0, align=1.0, after=0.8, soft=True),
}
SUBTITLE = Style(scale=1.0, indent=0, align=0.5, after=0.8, soft=True)

RUBY_SPREAD = 1.38
"""Average width of a character with pinyin above it, in cells: for estimates only."""

_UNEVEN = frozenset("“”‘’—…·")
"""Marks whose width is the font's choice: a dash or a middle dot may be less than a cell."""

_LEADING = 1.75
_RUBY_SHARE = 0.47
_RUBY_LEADING = 1.3
_RUBY_TRACKING = 0.24
_RUBY_WORD_GAP = 0.2


class Setting(NamedTuple):
    """What the reader chose: type size in pixels, pinyin mode, column width in characters."""

    size: int
    ruby: Ruby = Ruby.HOVER
    column: int = 38

    def resized(self, size: int) -> "Setting":
        """The same with another type size."""
        return self._replace(size=size)


class Face:
    """Measured fonts of one style at one size; cached, shared by all its paragraphs."""

    def __init__(self, size: float, *, strong: bool, ruby: Ruby) -> None:
        self.font = fonts.reading(size, strong=strong)
        metrics = QFontMetricsF(self.font)
        self.cell = metrics.horizontalAdvance("国")
        self._metrics = metrics
        self._advances: dict[str, float] = {}
        self.text_height = metrics.height()
        self.ascent = metrics.ascent()
        ruby_font = fonts.ruby(size * _RUBY_SHARE)
        self.ruby_font = ruby_font
        ruby_metrics = QFontMetricsF(ruby_font)
        self._ruby_metrics = ruby_metrics
        self._syllables: dict[str, float] = {}
        self.ruby_gap = ruby_metrics.horizontalAdvance("n") * 0.35
        pixel = self.font.pixelSize()
        self.shows_ruby = ruby is Ruby.ALL
        if self.shows_ruby:
            self.ruby_height = ruby_metrics.capHeight() * 1.75
            self.pitch = pixel * _RUBY_LEADING + self.ruby_height + pixel * 0.3
            self.tracking = pixel * _RUBY_TRACKING
            self.word_gap = pixel * _RUBY_WORD_GAP
        else:
            self.ruby_height = 0.0
            self.pitch = pixel * _LEADING
            self.tracking = 0.0
            self.word_gap = 0.0
        # Latin letters stand on the baseline of the Han characters; the ink of these
        # reaches about 0.88 em above it, and the pinyin's descent must clear that.
        self.ruby_rise = pixel * 0.88 + ruby_metrics.descent() * 0.75

    @property
    def ruby_raw(self) -> QRawFont:
        """The ruby face for drawing glyph runs."""
        return QRawFont.fromFont(self.ruby_font)

    def advance(self, run: str) -> float:
        """Width of a run of narrow characters."""
        width = self._advances.get(run)
        if width is None:
            if len(self._advances) > 20_000:
                self._advances.clear()
            width = self._advances[run] = self._metrics.horizontalAdvance(run)
        return width

    def syllable(self, text: str) -> float:
        """Width of a syllable above the text."""
        width = self._syllables.get(text)
        if width is None:
            width = self._syllables[text] = self._ruby_metrics.horizontalAdvance(text)
        return width

    def advances(self, text: str) -> list[float]:
        """Width of every character; narrow runs are measured whole and shared out."""
        out: list[float] = []
        run = ""
        for char in text:
            if is_wide(char) and char not in _UNEVEN:
                if run:
                    out += self._shared(run)
                    run = ""
                out.append(self.cell)
            else:
                run += char
        if run:
            out += self._shared(run)
        return out

    def _shared(self, run: str) -> list[float]:
        """Widths of the characters of a narrow run, adding up to the run's own width."""
        if len(run) == 1:
            return [self.advance(run)]
        single = [self.advance(char) for char in run]
        total = sum(single)
        if len(run) > 256 or not total:
            return single
        factor = self.advance(run) / total
        return [width * factor for width in single]


@lru_cache(maxsize=64)
def face(size: float, strong: bool, ruby: Ruby) -> Face:
    """The measured face of a style; made once."""
    return Face(size, strong=strong, ruby=ruby)


@lru_cache(maxsize=8192)
def spacing_format(pixels: float) -> QTextCharFormat:
    """A character format with ``pixels`` of room behind each character."""
    made = QTextCharFormat()
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(pixels)
    return made


def style_of(kind: ParagraphKind, previous: ParagraphKind | None) -> Style:
    """Looks of a paragraph; a heading right under a title is its subtitle."""
    if kind is ParagraphKind.HEADING and previous is ParagraphKind.TITLE:
        return SUBTITLE
    return STYLES[kind]
