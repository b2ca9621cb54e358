"""Measures of the article: faces, sizes and spacing for each kind of paragraph."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from reader.domain.document import ParagraphKind
from reader.domain.script import is_wide
from reader.ui import fonts
from reader.ui.article.ruby import Form, Ruby
from reader.ui.article.ruby_face import ruby_face


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

RUBY_SPREAD = (1.0, 1.1, 1.38)
"""Average width of a character by the extent of its pinyin, in cells: for estimates only."""

_UNEVEN = frozenset("“”‘’—…·")
"""Marks whose width is the font's choice: a dash or a middle dot may be less than a cell."""

_LEADING = 1.75
_RUBY_LEADING = 1.6


class Setting(NamedTuple):
    """What the reader chose: type size in pixels, pinyin, column width in characters."""

    size: int
    ruby: Ruby = Ruby()
    column: int = 38

    def resized(self, size: int) -> "Setting":
        """The same with another type size."""
        return self._replace(size=size)


class Face:
    """Measured fonts of one style at one size; cached, shared by all its paragraphs."""

    def __init__(self, size: float, *, strong: bool, form: Form) -> None:
        self.font = fonts.reading(size, strong=strong)
        metrics = QFontMetricsF(self.font)
        self.cell = metrics.horizontalAdvance("国")
        self._metrics = metrics
        self._advances: dict[str, float] = {}
        self.text_height = metrics.height()
        self.ascent = metrics.ascent()
        pixel = self.font.pixelSize()
        self.ruby = ruby_face(pixel, size, form)
        self.ruby_height = self.ruby.height
        # Between the lines there is room for a reading here and there, not for all.
        self.pitch = pixel * _LEADING
        if form.extent == 2:
            self.pitch = pixel * _RUBY_LEADING + self.ruby_height

    def advance(self, run: str) -> float:
        """Width of a run of narrow characters."""
        width = self._advances.get(run)
        if width is None:
            if len(self._advances) > 20_000:
                self._advances.clear()
            width = self._advances[run] = self._metrics.horizontalAdvance(run)
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


def face(size: float, strong: bool, ruby: Ruby) -> Face:
    """The measured face of a style; made once."""
    return _face(size, strong, ruby.form)


@lru_cache(maxsize=64)
def _face(size: float, strong: bool, form: Form) -> Face:
    return Face(size, strong=strong, form=form)


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
