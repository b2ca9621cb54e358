"""The rail beside the scroll bar: the whole text at a glance, and where one is in it.

Places are shares of the characters, not of the height, so that they are the same at every
width and size, and nothing of the text need be laid out to draw them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import accumulate
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from reader.ui import fonts
from reader.ui.article.caret import Place
from reader.ui.article.decorations import Decorations, Layer
from reader.ui.article.tints import seen_on_page, strong
from reader.ui.theme import THEMES, Theme, ThemeName

_HEAD, _FOOT = 6, 22
"""Pixels above the track and below it, where the percentage stands if there is room."""

_FULL = 28
"""Width for which the lanes are measured; in a narrower rail they are narrower."""

_LEAST_BAND = 7
_SNAP = 3
"""Pixels from the tick of a section within which a click means its beginning."""

_APART = 4
"""Least distance of two ticks of sections; of more than that fit, only some are drawn."""


class Lane(NamedTuple):
    """Where a kind of mark has its ticks: from ``left`` to ``right``, ``high`` pixels each."""

    left: int
    right: int
    high: int


_HIT, _HIGHLIGHT, _NOTE, _BOOKMARK = (
    Lane(4, 24, 2),
    Lane(4, 11, 3),
    Lane(12, 16, 4),
    Lane(18, 24, 4),
)


class Rail(QAbstractSlider):
    """Shows sections, marks, hits and the part in sight; a click goes there.

    ``chosen`` carries a paragraph, the share of its characters before the place, and
    whether the mouse has been drawn there. Its value is the percentage, which assistive
    tools read as that of any slider; with the keyboard one goes by the panels.
    """

    chosen = Signal(int, float, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = THEMES[ThemeName.LIGHT]
        self._ends: list[int] = []
        self._titles: Sequence[str] = ()
        self._starts: Sequence[int] = ()
        self._decorations = Decorations()
        self._seen = (0, 0)
        self._shown = (0, 0, 0)
        self._still: QPixmap | None = None
        self.setRange(0, 100)
        self.setAccessibleName(self.tr("Place in the text"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # --- what is shown ----------------------------------------------------------

    def set_text(
        self, lengths: Iterable[int], titles: Sequence[str], starts: Sequence[int]
    ) -> None:
        """Take another text: lengths of its paragraphs, titles and beginnings of sections."""
        self._ends = list(accumulate(lengths))
        self._titles, self._starts = titles, starts
        self._seen, self._shown = (0, 0), (0, 0, 0)
        self._redraw()

    def set_marks(self, decorations: Decorations) -> None:
        """Show the marks and hits that lie on the text now."""
        self._decorations = decorations
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        if theme != self._theme:
            self._theme = theme
            self._redraw()

    def show_view(self, first: Place, last: Place) -> None:
        """Show what part is in sight, from one place up to another."""
        self._seen = seen = (self._before(first), self._before(last))
        shown = (self._y(seen[0]), self._y(seen[1]), self._percent(seen[1]))
        if shown != self._shown:  # Most steps of scrolling are less than a pixel here.
            self._shown = shown
            self.setValue(shown[2])
            self.setAccessibleDescription(self.describe(seen[0]))
            self.update()

    def describe(self, character: int) -> str:
        """Name of the section at a character of the text, and how far on it is."""
        title = self._title_at(character)
        share = self.tr("{0} %").format(self._percent(character))
        return f"{title} · {share}" if title else share

    def _redraw(self) -> None:
        self._still = None
        self.update()

    # --- places -----------------------------------------------------------------

    @property
    def _total(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _before(self, place: Place) -> int:
        """Characters of the text before a place."""
        if place.paragraph >= len(self._ends):
            return self._total
        end = self._ends[place.paragraph]
        start = self._ends[place.paragraph - 1] if place.paragraph else 0
        return min(start + place.offset, end)

    def _percent(self, characters: int) -> int:
        """Rounded down, so that 100 % is the end and nothing before it."""
        return int(100 * characters / self._total) if self._total else 0

    @property
    def _foot(self) -> int:
        return _FOOT if self.width() >= _FULL else _HEAD

    def _y(self, characters: int) -> int:
        return _HEAD + round(self._track * characters / max(1, self._total))

    @property
    def _track(self) -> int:
        """Height of the part that stands for the text."""
        return max(1, self.height() - _HEAD - self._foot)

    def _character_at(self, y: int) -> int:
        """The character of the text that a height stands for; beginnings of sections attract."""
        near = [
            (abs(self._y(start) - y), start)
            for start in self._section_places()
            if abs(self._y(start) - y) <= _SNAP
        ]
        if near:
            return min(near)[1]
        share = min(max((y - _HEAD) / self._track, 0.0), 1.0)
        return min(int(share * self._total), max(0, self._total - 1))

    def _section_places(self) -> Iterator[int]:
        for start in self._starts:
            yield self._before(Place(start, 0))

    def _title_at(self, character: int) -> str:
        paragraph = bisect_right(self._ends, character)
        section = bisect_right(self._starts, paragraph) - 1
        return self._titles[section] if 0 <= section < len(self._titles) else ""

    # --- painting ---------------------------------------------------------------

    def _draw_still(self) -> QPixmap:
        """What does not change while one scrolls: ground, sections, marks."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(self._theme.page))
        painter = QPainter(made)
        line = QColor(self._theme.line)
        painter.fillRect(QRect(0, 0, 1, self.height()), line)
        last = -_APART
        for y in map(self._y, self._section_places()):
            if y - last >= _APART:
                painter.fillRect(QRect(3, y, self.width() - 5, 1), seen_on_page(line, self._theme))
                last = y
        share = min(1.0, self.width() / _FULL)
        for lane, y, colour in self._ticks():
            left, right = round(lane.left * share), round(lane.right * share)
            painter.fillRect(QRect(left, y - lane.high // 2, right - left, lane.high), colour)
        painter.end()
        return made

    def _ticks(self) -> Iterator[tuple[Lane, int, QColor]]:
        """Ticks of hits and marks; several on one row are one."""
        theme, marks = self._theme, self._decorations
        hit = seen_on_page(QColor(theme.hit), theme)
        for y in self._rows(marks.ranges.get(Layer.HIT, {})):
            yield _HIT, y, hit
        for y, colour in self._rows(marks.highlights).items():
            yield _HIGHLIGHT, y, strong(colour, theme)
        for lane, signs, ink in (
            (_NOTE, marks.notes, seen_on_page(QColor(theme.note), theme)),
            (_BOOKMARK, marks.bookmarks, QColor(theme.ribbon)),
        ):
            for y in self._rows(signs):
                yield lane, y, ink

    def _rows(self, marks: Mapping[int, Iterable[tuple[Any, ...]]]) -> dict[int, Any]:
        """Rows on which marks begin, each with the last value of one that begins there.

        ``marks`` are tuples that begin with an offset and end with a value, by paragraph.
        A search finds tens of thousands in a book: the arithmetic is kept short.
        """
        scale = self._track / max(1, self._total)
        rows: dict[int, Any] = {}
        for paragraph, here in marks.items():
            begin = self._before(Place(paragraph, 0))
            rows.update({_HEAD + round((begin + mark[0]) * scale): mark[-1] for mark in here})
        return rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the still picture, the part in sight, the percentage."""
        if self._still is None:
            self._still = self._draw_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if not self._total:
            return
        top, bottom = map(self._y, self._seen)
        bottom = max(bottom, top + _LEAST_BAND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme.accent)
        painter.setPen(accent)
        accent.setAlphaF(0.14)
        painter.setBrush(accent)
        painter.drawRoundedRect(QRectF(2.5, top - 0.5, self.width() - 5, bottom - top + 1), 3, 3)
        if self.width() < _FULL:
            return
        painter.setPen(QColor(self._theme.ink_soft))
        font = fonts.interface("small")
        font.setPixelSize(10)
        painter.setFont(font)
        foot = QRect(0, self.height() - self._foot, self.width(), self._foot)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{self.value()}%")

    # --- Qt ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ticks stand elsewhere."""
        super().resizeEvent(event)
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event.position().toPoint(), drawn=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is there; with the button down, go there."""
        point = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(point, drawn=True)
        if self._total:
            said = escape(self.describe(self._character_at(point.y())))
            QToolTip.showText(self.mapToGlobal(point), f"<qt>{said}</qt>", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the press has done it."""

    def _choose(self, point: QPoint, *, drawn: bool) -> None:
        if not self._total:
            return
        character = self._character_at(point.y())
        paragraph = bisect_right(self._ends, character)
        start = self._ends[paragraph - 1] if paragraph else 0
        length = self._ends[paragraph] - start
        self.chosen.emit(paragraph, (character - start) / max(1, length), drawn)
