"""The list that every panel uses, and the painting of its two-line rows."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui import fonts
from reader.ui.models.rows import RowRole, RowsModel
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

Index = QModelIndex | QPersistentModelIndex

_LINES = 3
"""Most lines the main text of a row may take."""


_NARROW = 5
"""Narrow letters that take the room of an average one, at most."""

_BATCH = 25
"""Rows that are measured before the window does something else."""


class RowDelegate(QStyledItemDelegate):
    """Paints a row: the main text on up to three lines, the second line small and soft."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.theme: Theme = THEMES[ThemeName.LIGHT]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height for the width of the list."""
        view = cast("QListView", self.parent())
        width = view.viewport().width()
        height = 2 * SPACE[2]
        height += sum(round(line.height()) for line in self._lines(index, width)[1])
        if index.data(RowRole.SECOND):
            height += QFontMetrics(fonts.interface("small")).height() + SPACE[0]
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint background, main text with its stressed range, second line."""
        rect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or (state & QStyle.StateFlag.State_MouseOver and not index.data(RowRole.HEAD)):
            painter.fillRect(rect, QColor(self.theme.hover))
        if chosen and (self.theme.strong or state & QStyle.StateFlag.State_HasFocus):
            width = 5 if state & QStyle.StateFlag.State_HasFocus else 3
            painter.fillRect(
                QRect(rect.topLeft(), QSize(width, rect.height())), QColor(self.theme.accent)
            )
        left = rect.left() + SPACE[3] + index.data(RowRole.DEPTH) * SPACE[4]
        y = rect.top() + SPACE[2]
        layout, lines = self._lines(index, rect.width())
        head = index.data(RowRole.HEAD)
        painter.setPen(QColor(self.theme.ink_soft if head else self.theme.ink))
        layout.draw(painter, QPoint(left, y))
        y += sum(round(line.height()) for line in lines)
        second = index.data(RowRole.SECOND)
        if second:
            font = fonts.interface("small")
            painter.setFont(font)
            painter.setPen(QColor(self.theme.ink_soft))
            room = rect.right() - left - SPACE[2]
            metrics = QFontMetrics(font)
            painter.drawText(
                QPoint(left, y + SPACE[0] + metrics.ascent()),
                metrics.elidedText(second, Qt.TextElideMode.ElideRight, room),
            )
        painter.restore()

    def _lines(self, index: Index, width: int) -> tuple[QTextLayout, list[QRect]]:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        head = bool(index.data(RowRole.HEAD))
        font = fonts.interface("small" if head else "body", strong=head)
        room = max(40, width - 2 * SPACE[3] - index.data(RowRole.DEPTH) * SPACE[4])
        cut = _fitting(text, font, room)
        layout = QTextLayout(cut, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        start, end = index.data(RowRole.MARK)
        if end > start:
            made = QTextLayout.FormatRange()
            made.start = len(cut[:start].encode("utf-16-le")) // 2
            made.length = len(cut[start:end].encode("utf-16-le")) // 2
            made.format.setBackground(QColor(self.theme.hit))
            layout.setFormats([made])
        layout.beginLayout()
        y, boxes = 0.0, []
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QPoint(0, round(y)))
            y += line.height()
            boxes.append(QRect(0, 0, room, round(line.height())))
        layout.endLayout()
        return layout, boxes


def _fitting(text: str, font: QFont, room: int) -> str:
    """As much of ``text`` as three lines hold, with an ellipsis if there is more."""
    metrics = QFontMetrics(font)
    # Latin letters are far narrower than the average of a Chinese face.
    most = _NARROW * max(8, room * _LINES // max(1, metrics.averageCharWidth()))
    text = text[:most].replace("\n", " ")
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room * _LINES - room // 6)


class RowList(QListView):
    """A list of rows; ``chosen`` and ``removal_wanted`` carry the payload."""

    chosen = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.delegate = RowDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Thousands of rows are measured a few at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if not row.head:
            self.chosen.emit(row.payload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows take as many lines as the new width needs."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses, Delete asks for removal."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.rows.row(index).payload)
        else:
            super().keyPressEvent(event)


class EmptyHint(QLabel):
    """What a panel says while it has nothing to show, and how to change that."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setEnabled(False)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        # It takes the room of the list, so that what stands above does not move down.
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])


class ListPanel(QWidget):
    """A panel with a list, or a hint when the list is empty."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(name)
        self.hint = EmptyHint(hint)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.list, 1)
        self.list.rows.modelReset.connect(self._show_what_there_is)
        self._show_what_there_is()

    def set_theme(self, theme: Theme) -> None:
        """Paint rows in the colours of a theme."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    def focus_first(self) -> None:
        """Put the keyboard into the panel."""
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _show_what_there_is(self) -> None:
        filled = self.list.rows.rowCount() > 0
        self.list.setVisible(filled)
        self.hint.setVisible(not filled)
