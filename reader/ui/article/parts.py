"""Parts of a line that Qt has to shape: scripts that join, marks that combine, emoji."""

import re
from functools import cache
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reader.ui.article.typography import Face
from reader.ui.article.utf16 import Utf16Map

_ENDLESS = 1e6
_PICTURES = re.compile("[\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
"""Emoji, and what joins and varies them."""


@cache
def _option() -> QTextOption:
    """How parts are shaped."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    # Left to its first letter, a part might run the other way than the next.
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


class Part:
    """Characters ``own`` that Qt has shaped; they begin at ``start`` of the line, at ``x``."""

    def __init__(self, own: str, start: int, x: float, room: float, face: Face) -> None:
        self.start, self.end, self.x = start, start + len(own), x
        self._units = Utf16Map(own)
        self._pictures = _PICTURES.fullmatch(own) is not None
        self._layout, self._line = _set(own, face, 0.0)
        # Widths were only estimated: what turns out wider is set closer, to stay in its room.
        excess = self._line.naturalTextWidth() - room
        if excess > 0 and len(own) > 1:
            self._layout, self._line = _set(own, face, -excess / (len(own) - 1))

    def x_of(self, at: int) -> float:
        """Edge of the character at ``at`` of the line at which it begins."""
        found = self._line.cursorToX(self._units.to_units(at - self.start))
        return self.x + cast("tuple[float, int]", found)[0]

    def at(self, x: float, *, between: bool) -> int:
        """The character at ``x``, or the nearest gap, as an offset in the line."""
        how = (
            QTextLine.CursorPosition.CursorBetweenCharacters
            if between
            else QTextLine.CursorPosition.CursorOnCharacter
        )
        return self.start + self._units.to_points(self._line.xToCursor(x - self.x, how))

    def paint(self, painter: QPainter, baseline: float) -> None:
        """Paint in the colour of the pen."""
        self._line.draw(painter, QPointF(self.x, baseline - self._line.ascent()))

    def paint_in_column(self, painter: QPainter, baseline: float, middle: float) -> None:
        """Paint in a column: pictures upright around its ``middle``, words lying as Latin does."""
        if not self._pictures:
            self.paint(painter, baseline)
            return
        width = self._line.naturalTextWidth()
        painter.save()
        painter.translate(self.x + width / 2, middle)
        painter.rotate(-90.0)
        self._line.draw(painter, QPointF(-width / 2, baseline - middle - self._line.ascent()))
        painter.restore()


def _set(text: str, face: Face, spacing: float) -> tuple[QTextLayout, QTextLine]:
    layout = QTextLayout(text, face.font)
    layout.setTextOption(_option())
    if spacing:
        every = QTextLayout.FormatRange()
        every.length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        every.format = _spaced(spacing)
        layout.setFormats([every])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout, line


def _spaced(pixels: float) -> QTextCharFormat:
    """A character format with ``pixels`` of room behind each character."""
    made = QTextCharFormat()
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(pixels)
    return made
