"""The panel of all marks: of this text or of the library, filtered, grouped and sorted."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.mark_queries import Grouping, MarkQuery, Sorting
from reader.domain.marks import Kind
from reader.ui.panels.lists import EmptyHint
from reader.ui.panels.mark_list import MarkList
from reader.ui.theme import SPACE, Theme

_TYPING = 200
"""Milliseconds without typing after which the list is filtered."""


class MarksPanel(QWidget):
    """``query_changed`` asks for another list; ``meanings_wanted`` and ``bin_wanted`` for dialogs.

    ``list.chosen`` and ``list.removal_wanted`` carry marks. ``shown`` is sent when the panel
    comes into sight.
    """

    query_changed = Signal()
    meanings_wanted = Signal()
    bin_wanted = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = MarkList(self.tr("Marks"))
        self.hint = EmptyHint("")
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Filter"))
        self.box.setPlaceholderText(self.tr("Filter: words, #tag"))
        self.box.setClearButtonEnabled(True)
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Marks of"))
        self.where.addItems([self.tr("This text"), self.tr("Library")])
        self.view = QToolButton()
        self.view.setText(self.tr("View"))
        self.view.setToolTip(self.tr("Groups, order, kinds"))
        self.view.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setMenu(self._menu())
        row = QHBoxLayout()
        row.addWidget(self.where, 1)
        row.addWidget(self.view)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE[2])
        self.column.addWidget(self.box)
        self.column.addLayout(row)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.list, 1)
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(self.query_changed)
        self.box.textChanged.connect(self._timer.start)
        self.box.returnPressed.connect(self.list.focus_first)
        self.where.activated.connect(self.query_changed)
        self.list.rows.modelReset.connect(self._show_what_there_is)
        self._show_what_there_is()

    @property
    def in_library(self) -> bool:
        """Whether the marks of all texts are listed."""
        return self.where.currentIndex() == 1

    def query(self, document: int | None) -> MarkQuery:
        """What is asked for, while this text is open."""
        words = self.box.text().split()
        tags = [word.lstrip("#＃") for word in words if word[:1] in "#＃" and len(word) > 1]
        kinds = [kind for kind, action in self._kinds.items() if action.isChecked()]
        grouping = Grouping(self._grouping.checkedAction().data())
        if grouping is Grouping.TEXT and not self.in_library:
            grouping = Grouping.NOTHING
        return MarkQuery(
            document=None if self.in_library else document,
            kinds=frozenset(kinds if len(kinds) < len(self._kinds) else ()),
            words=tuple(word for word in words if word[:1] not in "#＃"),
            tag=tags[0] if tags else "",
            grouping=grouping,
            sorting=Sorting(self._sorting.checkedAction().data()),
            descending=self._descending.isChecked(),
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint rows in the colours of a theme."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    def focus_first(self) -> None:
        """Put the keyboard into the list, or, while nothing is listed, into the box above it."""
        self._waiting = not self.list.rows.rowCount()
        if self._waiting:
            self.box.setFocus()
        else:
            self.list.focus_first()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._grouping = self._choices(
            menu,
            self.tr("Group"),
            {
                Grouping.NOTHING: self.tr("Not grouped"),
                Grouping.TEXT: self.tr("By text"),
                Grouping.TAG: self.tr("By tag"),
                Grouping.COLOUR: self.tr("By colour"),
                Grouping.DAY: self.tr("By day"),
            },
            Grouping.TEXT,
        )
        self._sorting = self._choices(
            menu,
            self.tr("Order"),
            {
                Sorting.PLACE: self.tr("By place in the text"),
                Sorting.CREATED: self.tr("By when they were made"),
                Sorting.CHANGED: self.tr("By when they were changed"),
                Sorting.RANK: self.tr("Bookmarks in your own order"),
            },
            Sorting.PLACE,
        )
        self._descending = menu.addAction(self.tr("Last first"))
        self._descending.setCheckable(True)
        self._descending.toggled.connect(self.query_changed)
        self._head(menu, self.tr("Show"))
        self._kinds: dict[Kind, QAction] = {}
        for kind, text in {
            Kind.BOOKMARK: self.tr("Bookmarks"),
            Kind.HIGHLIGHT: self.tr("Highlights"),
            Kind.NOTE: self.tr("Notes"),
        }.items():
            self._kinds[kind] = action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self.query_changed)
        menu.addSeparator()
        menu.addAction(self.tr("What the colours mean…")).triggered.connect(self.meanings_wanted)
        menu.addAction(self.tr("Bin…")).triggered.connect(self.bin_wanted)
        return menu

    @staticmethod
    def _head(menu: QMenu, title: str) -> None:
        """A line and a title: a style sheet paints no words on a section of its own."""
        if menu.actions():
            menu.addSeparator()
        menu.addAction(title).setEnabled(False)

    def _choices(
        self, menu: QMenu, title: str, texts: dict[Grouping, str] | dict[Sorting, str], first: str
    ) -> QActionGroup:
        self._head(menu, title)
        group = QActionGroup(menu)
        for value, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value == first)
            group.addAction(action)
        group.triggered.connect(self.query_changed)
        return group

    def _show_what_there_is(self) -> None:
        filled = self.list.rows.rowCount() > 0
        self.list.setVisible(filled)
        self.hint.setVisible(not filled)
        if filled and self._waiting and self.box.hasFocus() and not self.box.text():
            self.list.focus_first()
        self._waiting = self._waiting and not filled
        if self.box.text().strip():
            self.hint.setText(self.tr("No mark has all of these words."))
        else:
            self.hint.setText(
                self.tr(
                    "Nothing marked yet. Rest on a word and press Ctrl+B to set a bookmark, "
                    "or select a passage and press Ctrl+H to highlight it."
                )
            )

    def showEvent(self, event: object) -> None:
        """Tell that the list is looked at."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.shown.emit()
