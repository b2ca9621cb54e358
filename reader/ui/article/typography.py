"""Measures of the article: faces, sizes and spacing for each kind of paragraph."""

from collections.abc import Callable
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from reader.domain.document import ParagraphKind
from reader.ui import fonts
from reader.ui.article.glyphs import GlyphTable, complex_spans
from reader.ui.article.ruby import Form, Ruby
from reader.ui.article.ruby_face import ruby_face
from reader.ui.article.spacing import Marks

BODY_GAP = 0.45
"""Room behind an ordinary paragraph that the setting replaces, in line distances."""


class Style(NamedTuple):
    """Looks of one kind of paragraph. Sizes are shares of the reading size, spaces of a line."""

    scale: float = 1.0
    strong: bool = False
    indent: float = 2.0
    align: float = 0.0
    before: float = 0.0
    after: float = BODY_GAP
    soft: bool = False


STYLES = {
    ParagraphKind.TITLE: Style(scale=1.45, strong=True, indent=0, align=0.5, before=1.0, after=0.5),
    ParagraphKind.HEADING: Style(scale=1.1, strong=True, indent=0, before=0.7, after=0.4),
    ParagraphKind.BODY: Style(),
    ParagraphKind.FRAGMENT: Style(indent=0, before=1.2),
    ParagraphKind.CAPTION: Style(scale=0.82, indent=0, before=0.1, after=0.55, soft=True),
    ParagraphKind.BYLINE: Style(scale=0.82, indent=0, align=1.0, after=0.8, soft=True),
    ParagraphKind.JUMP: Style(scale=0.82, indent=0, align=1.0, after=0.8, soft=True),
}
SUBTITLE = Style(scale=1.0, indent=0, align=0.5, after=0.8, soft=True)

RUBY_SPREAD = (1.0, 1.1, 1.38)
"""Average width of a character by the extent of its pinyin, in cells: for estimates only."""

_RUBY_LEADING = 0.914
"""Pinyin above all words fills part of what is otherwise free between two lines."""

_ABOVE, _BELOW = 1.02, 0.22
"""What a line of characters takes above and below its baseline, in type sizes."""

WORD_GAPS = {"none": 0.0, "thin": 0.16, "wide": 0.4}
"""Room between words, in cells."""


class Setting(NamedTuple):
    """What the reader chose.

    ``size`` is the type size in pixels, ``column`` its width in characters. ``typeface`` is
    ``serif``, ``sans``, ``kai`` or a family of the system. ``leading`` is the distance of
    lines in percent of the type size, to which pinyin adds its own height;
    ``paragraph_gap`` is the room between paragraphs in percent of that distance.
    ``word_gap`` is a key of ``WORD_GAPS``. ``respell`` shows other characters than the text
    has, one for one: every offset stays what it is. ``vertical`` sets columns from right
    to left (see ``axes``).
    """

    size: int
    ruby: Ruby = Ruby()
    column: int = 38
    typeface: str = "serif"
    justify: bool = True
    indent: bool = True
    leading: int = 175
    paragraph_gap: int = 45
    word_gap: str = "none"
    whole_words: bool = True
    marks: Marks = Marks.COMPRESS
    respell: Callable[[str], str] | None = None
    vertical: bool = False

    def resized(self, size: int) -> "Setting":
        """The same with another type size."""
        return self._replace(size=size)


_PILED = 64
"""Characters from which on a run of mostly combining marks is no writing."""


class _Looks(NamedTuple):
    """What a face depends on: two styles or settings that agree in it share one."""

    size: float
    strong: bool
    form: Form
    typeface: str
    leading: int


class Face:
    """Measured fonts of one style at one size; cached, shared by all its paragraphs.

    ``cell`` is the width of a Han character, ``pitch`` the distance of two lines. In a line
    the characters and what stands above them take a ``band``; ``baseline`` is below its top.
    """

    def __init__(self, looks: _Looks) -> None:
        self.font = fonts.reading(looks.size, strong=looks.strong, typeface=looks.typeface)
        self.glyphs = GlyphTable(self.font)
        self.cell = self.glyphs.cell
        self._metrics = QFontMetricsF(self.font)
        self._advances: dict[str, float] = {}
        # Bold, but Qt would not draw it so: see ``strokes``.
        self.is_thin = self.glyphs.lacks_bold and self.font.pixelSize() >= 64
        pixel = self.font.pixelSize()
        self.ruby = ruby_face(pixel, looks.size, looks.form)
        self.ruby_height = self.ruby.height
        self.pitch = pixel * looks.leading / 100
        if looks.form.extent == 1:  # most of the room for a few readings is there already
            self.pitch += self.ruby_height * 0.4
        if looks.form.extent == 2 and not looks.form.beside:
            self.pitch = self.pitch * _RUBY_LEADING + self.ruby_height
        self.band = pixel * (_ABOVE + _BELOW) + self.ruby_height
        # Whole pixels, so that scrolling by whole pixels moves the picture and no more.
        self.pitch = float(ceil(max(self.pitch, self.band)))
        self.baseline = (self.pitch - self.band) / 2 + pixel * _ABOVE + self.ruby_height

    def advance(self, run: str) -> float:
        """Width of a run of narrow characters."""
        width = self._advances.get(run)
        if width is None:
            if len(self._advances) > 20_000:
                self._advances.clear()
            width = self._advances[run] = self._metrics.horizontalAdvance(run)
        return width

    def advances(self, text: str) -> list[float]:
        """Width of every character; what Qt has to shape is measured whole and shared out."""
        widths = self.glyphs.advances
        out = [widths[char] for char in text]
        for start, end in complex_spans(text):
            out[start:end] = self._shared(text[start:end])
        return out

    def _shared(self, run: str) -> list[float]:
        """Widths of the characters of a run, adding up to the run's own width."""
        single = [self.advance(char) for char in run]
        total = sum(single)
        if single.count(0.0) > len(run) // 2 and len(run) > _PILED:
            # Heaps of marks on one letter: a line must end some time.
            return [width or self.cell / 16 for width in single]
        if len(run) > 256 or not total:
            return single
        factor = self.advance(run) / total
        return [width * factor for width in single]


def face_of(setting: Setting, style: Style = STYLES[ParagraphKind.BODY]) -> Face:
    """The measured face of a style; made once for each that looks different."""
    size, form = setting.size * style.scale, setting.ruby.form
    if setting.vertical:  # In a column, beside a character is where its top is else.
        form = form._replace(beside=False)
    return _face(_Looks(size, style.strong, form, setting.typeface, setting.leading))


@lru_cache(maxsize=64)
def _face(looks: _Looks) -> Face:
    return Face(looks)


def whole_cells(room: float, setting: Setting) -> float:
    """Width of the column in ``room`` pixels: whole cells, at least two.

    Justified lines of Chinese characters alone then need no stretching: they stand in a grid.
    """
    cell = face_of(setting).cell
    spread = RUBY_SPREAD[2] if setting.ruby.form.extent == 2 else 1.0
    return max(2, min(room // cell, round(setting.column * spread))) * cell


def room_below(style: Style, setting: Setting) -> float:
    """Room behind a paragraph, in line distances; the reader sets that of ordinary ones."""
    return setting.paragraph_gap / 100 if style.after == BODY_GAP else style.after


def style_of(kind: ParagraphKind, previous: ParagraphKind | None) -> Style:
    """Looks of a paragraph; a heading right under a title is its subtitle."""
    if kind is ParagraphKind.HEADING and previous is ParagraphKind.TITLE:
        return SUBTITLE
    return STYLES[kind]
