"""The frame of the main window: what stands where, how it looked last, what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reader.app import Program
from reader.domain.errors import XiduError
from reader.ui.article.view import ArticleView
from reader.ui.choices import setting_of, theme_of
from reader.ui.explaining import Explaining
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QMenuBar, QToolBar

    from reader.ui.notices import NoticeBar


class WindowFrame(QMainWindow):
    """The article between two sides that may be empty, and the strip for notices above it.

    What is needed to read is made at once, with room kept for what comes after.
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._tasks = Tasks(self)
        self._room: QWidget | None = None
        self.article = ArticleView()
        self.reading = Reading(program, self._tasks, self.article)
        self._build()
        self.explaining = Explaining(program, self.reading, self.article)
        self.reading.opened.connect(self._show_title)
        self.reading.troubled.connect(self.report)
        self.explaining.pinned.connect(self._show_card)
        self.explaining.closed.connect(self._card_side.hide)
        self._tasks.failed_unexpectedly.connect(self.report)

    def _build(self) -> None:
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._sidebar_side, self._middle, self._card_side = (QWidget() for _ in range(3))
        for place, (widget, least) in enumerate(
            ((self._sidebar_side, 260), (self._middle, 0), (self._card_side, 240))
        ):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            widget.setMinimumWidth(least)
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(place, int(widget is self._middle))
        self._put(self.article, self._middle)
        self.setCentralWidget(self._splitter)

    @staticmethod
    def _put(widget: QWidget, into: QWidget, at: int = -1) -> None:
        column = into.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(at, widget)

    @cached_property
    def notice(self) -> NoticeBar:
        """The strip above the article."""
        from reader.ui.notices import NoticeBar  # noqa: PLC0415 - seldom at the start

        notice = NoticeBar()
        self._put(notice, self._middle, 0)
        return notice

    def _restore(self) -> None:
        """Look as when the window was last closed; room is kept for menus and tools."""
        values = self._program.settings.values
        self.resize(1180, 800)
        if values.geometry:
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        if values.panels:
            self._splitter.restoreState(QByteArray.fromBase64(values.panels.encode()))
        else:
            self._splitter.setSizes([320, 860, 320])
        theme = theme_of(values)
        QApplication.setPalette(theme.palette())
        self.article.set_theme(theme)
        self.explaining.set_theme(theme)
        if values.pinyin in {"unknown", "hsk"}:
            self.article.set_vocabulary(self._program.vocabulary)
        self.article.set_setting(setting_of(values))
        self._sidebar_side.setVisible(values.sidebar)
        self._card_side.hide()
        if values.head:
            self._keep_room(values.head)

    def _keep_room(self, height: int) -> None:
        """Leave the height of menus and tools free above the article until they are made."""
        self._room = QWidget()
        self._room.setFixedHeight(height)
        self.setMenuWidget(self._room)

    def _fill_room(self, menus: QMenuBar, tools: QToolBar) -> None:
        """Put menus and tools where room was kept for them, and remember their height."""
        if self._room is not None:
            self._room.deleteLater()
            self._room.hide()
        self.setMenuBar(menus)
        self.addToolBar(tools)
        head = menus.sizeHint().height() + tools.sizeHint().height()
        self._program.settings.change(head=head)

    def _remember(self) -> None:
        """Keep size and place of everything for the next time."""
        self._program.settings.change(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panels=bytes(self._splitter.saveState().toBase64().data()).decode(),
        )

    def _show_card(self) -> None:
        if self.explaining.panel.parent() is None:
            self._put(self.explaining.panel, self._card_side)
            self.setTabOrder(self.article, self.explaining.panel.card)
        self._card_side.show()

    def _show_title(self) -> None:
        if self.reading.text is not None:
            self.setWindowTitle(f"{self.reading.text.title} — 细读 Xidu")

    # --- saying and asking --------------------------------------------------------

    def report(self, error: Exception) -> None:
        """Tell a fault of the world in one sentence; hand on one of ours."""
        if isinstance(error, XiduError):
            from reader.ui.notices import sentence  # noqa: PLC0415

            self.notice.warn(sentence(error))
        else:
            raise error

    def _say_what_is_wrong(self) -> None:
        problems = self._program.settings.problems
        if problems:
            said = self.tr("Some settings could not be read; their defaults are used: {0}")
            self.notice.say(said.format(", ".join(problems)))
        if self._program.database.read_only:
            self.notice.warn(
                self.tr("The folder of your data is read-only: you can read, but not save.")
            )

    def _ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        """Show a dialog over the window without stopping anything."""
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        from reader.ui.dialogs.fitting import fit  # noqa: PLC0415 - with the first dialog

        fit(dialog)
        dialog.open()
