"""The list of marks: rows of one height, so that a million of them need no measuring."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.domain.marks import Bookmark, Highlight, Mark, Note
from reader.ui import fonts
from reader.ui.article.tints import strong
from reader.ui.models.mark_rows import MarkRowsModel
from reader.ui.models.rows import Row
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

Index = QModelIndex | QPersistentModelIndex

MOST = 500
"""Marks that can be worked on at once."""

_SIGN = 4
"""Width of the stripe that tells a mark's kind and colour."""


class MarkDelegate(QStyledItemDelegate):
    """Paints a caption with its count, or a mark: a stripe in its colour, two lines."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.theme: Theme = THEMES[ThemeName.LIGHT]

    @staticmethod
    def height() -> int:
        """Of every row."""
        lines = (fonts.interface("body"), fonts.interface("small"))
        return sum(QFontMetrics(font).height() for font in lines) + SPACE[0] + 2 * SPACE[2]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One height for all."""
        return QSize(100, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        view = cast("MarkList", self.parent())
        row = view.rows.row(index)
        rect, state, theme = option.rect, option.state, self.theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if chosen and (theme.strong or state & QStyle.StateFlag.State_HasFocus):
            width = 5 if state & QStyle.StateFlag.State_HasFocus else 3
            edge = QRect(rect.topLeft(), QSize(width, rect.height()))
            painter.fillRect(edge, QColor(theme.accent))
        if row.head:
            self._paint_caption(painter, rect, row, is_open=view.rows.is_open(index.row()))
        else:
            self._paint_mark(painter, rect, row)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRect, row: Row, *, is_open: bool) -> None:
        font = fonts.interface("body", strong=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(rect.topLeft() + QPoint(SPACE[3], 0), rect.topRight())
        painter.setPen(QColor(self.theme.ink_soft))
        y = rect.center().y() + metrics.ascent() // 2 - 1
        left = rect.left() + SPACE[3]
        painter.drawText(QPoint(left, y), "▾" if is_open else "▸")
        count = row.second
        right = rect.right() - SPACE[3] - metrics.horizontalAdvance(count)
        painter.drawText(QPoint(right, y), count)
        left += metrics.horizontalAdvance("▾") + SPACE[2]
        painter.setPen(QColor(self.theme.ink))
        room = max(20, right - left - SPACE[2])
        title = metrics.elidedText(row.main, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPoint(left, y), title)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colour = self._colour(row.payload)
        top = rect.top() + SPACE[2]
        if colour is not None:
            stripe = QRect(rect.left() + SPACE[3], top, _SIGN, rect.height() - 2 * SPACE[2])
            painter.fillRect(stripe, colour)
        left = rect.left() + SPACE[3] + _SIGN + SPACE[2]
        room = max(20, rect.right() - left - SPACE[2])
        for text, role, ink in (
            (row.main, "body", self.theme.ink),
            (row.second, "small", self.theme.ink_soft),
        ):
            font = fonts.interface(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            # So much of a long text is enough to be cut.
            short = metrics.elidedText(text[:200], Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPoint(left, top + metrics.ascent()), short)
            top += metrics.height() + SPACE[0]

    def _colour(self, mark: object) -> QColor | None:
        if isinstance(mark, Highlight):
            return strong(mark.colour, self.theme)
        if isinstance(mark, Bookmark):
            return QColor(self.theme.ribbon)
        return QColor(self.theme.ink_soft) if isinstance(mark, Note) else None


class MarkList(QTableView):
    """A list of marks in groups.

    ``chosen`` carries a mark to go to, ``removal_wanted`` and ``menu_wanted`` those selected,
    ``shift_wanted`` a mark and by how many rows it shall be moved.
    """

    chosen = Signal(object)
    removal_wanted = Signal(object)
    renaming_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    shift_wanted = Signal(object, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MarkRowsModel(self)
        self.delegate = MarkDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(MarkDelegate.height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._choose)

    def selected(self) -> list[Mark]:
        """The marks that are selected and have been read, up to :data:`MOST`."""
        found: list[Mark] = []
        ranges = self.selectionModel().selection()
        for part in (ranges.at(number) for number in range(ranges.count())):
            for number in range(part.top(), min(part.bottom() + 1, part.top() + MOST)):
                mark = self.rows.row(self.rows.index(number)).payload
                if isinstance(mark, Bookmark | Highlight | Note) and len(found) < MOST:
                    found.append(mark)
        return found

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        # Before the keyboard comes: it would bring a current row that is not selected.
        if not self.selectionModel().hasSelection() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(max(0, self.currentIndex().row())))
        self.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row.head:
            self.rows.toggle(index.row())
        elif row.payload is not None:
            self.chosen.emit(row.payload)

    def _ask_menu(self, where: QPoint) -> None:
        marks = self.selected()
        if marks:
            self.menu_wanted.emit(marks, self.viewport().mapToGlobal(where))

    def _open(self, index: QModelIndex, *, wanted: bool) -> None:
        """Open or close a group; from a mark, the left key goes to its caption."""
        at, offset = self.rows.locate(index.row())
        if offset < 0 and self.rows.is_open(index.row()) != wanted:
            self.rows.toggle(index.row())
        elif offset >= 0 and not wanted and self.rows.groups[at].title:
            self.setCurrentIndex(self.rows.index(index.row() - offset - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses, ← → close and open, Delete removes, F2 renames, Alt+↑ ↓ move.

        Home and End are those of a list, not of a row in a table.
        """
        index, key, keys = self.currentIndex(), event.key(), Qt.Key
        row = self.rows.row(index) if index.isValid() else None
        alone = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if row is None:
            super().keyPressEvent(event)
        elif key in {keys.Key_Return, keys.Key_Enter}:
            self._choose(index)
        elif key in {keys.Key_Left, keys.Key_Right} and alone:
            self._open(index, wanted=key == keys.Key_Right)
        elif key in {keys.Key_Home, keys.Key_End}:
            last = self.rows.rowCount() - 1
            self.setCurrentIndex(self.rows.index(last if key == keys.Key_End else 0))
        elif key == keys.Key_Delete:
            self.removal_wanted.emit(self.selected())
        elif key == keys.Key_F2 and row.payload is not None and not row.head:
            self.renaming_wanted.emit(row.payload)
        elif key in {keys.Key_Up, keys.Key_Down} and not alone:
            self.shift_wanted.emit(row.payload, 1 if key == keys.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Typing looks nowhere: it would read every mark; the box above filters."""

    def sizeHintForRow(self, _row: int) -> int:
        """One height for all."""
        return MarkDelegate.height()
