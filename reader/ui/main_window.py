"""The main window: article in the middle, sidebar at the left, pinned card at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMenuBar,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.app import Program
from reader.domain.errors import XiduError
from reader.domain.marks import anchor_at
from reader.services.settings import CHOICES
from reader.ui.actions import ACTIONS, MENUS, Actions, translated
from reader.ui.appearance import TOOLS, Appearance
from reader.ui.article.view import ArticleView
from reader.ui.explaining import Explaining
from reader.ui.panels.sidebar import PANELS, Sidebar
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QWheelEvent
    from PySide6.QtWidgets import QDialog

    from reader.ui.notices import NoticeBar


class MainWindow(QMainWindow):
    """Puts the parts together; what they do is in ``Reading``, ``Explaining`` and the like.

    What is needed to read is made at once; ``complete`` makes the rest after the first
    paint. ``language_chosen`` asks for another language of the interface.
    """

    language_chosen = Signal(str)

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._tasks = Tasks(self)
        self._complete = False
        self.actions_ = Actions(self)
        self.article = ArticleView()
        self.sidebar = Sidebar({name: self.actions_[name] for name in PANELS})
        self.reading = Reading(program, self._tasks, self.article)
        self._build()
        self.explaining = Explaining(program, self.reading, self.article)
        self.appearance = Appearance(
            program.settings,
            self.actions_,
            self.article,
            [self.article.set_theme, self.sidebar.set_theme, self.explaining.set_theme],
        )
        self._connect()
        self._restore()

    def complete(self) -> None:
        """Make what reading itself does not need. Does nothing the second time."""
        if self._complete:
            return
        self._complete = True
        from reader.ui.finding import Finding  # noqa: PLC0415 - after the first paint
        from reader.ui.guide import Guide  # noqa: PLC0415
        from reader.ui.marking import Marking  # noqa: PLC0415
        from reader.ui.opening import Opening  # noqa: PLC0415
        from reader.ui.preparing import Preparing  # noqa: PLC0415

        self.marking = Marking(self._program, self._tasks, self.reading, self.article)
        self.finding = Finding(self._program, self._tasks, self.reading, self.article)
        self.opening = Opening(self._program, self._tasks, self)
        self.preparing = Preparing(self._program, self._tasks, self)
        self.guide = Guide(
            self._program,
            self._tasks,
            self.sidebar,
            self.article,
            self.reading,
            self.explaining,
            self.marking,
            self.finding,
        )
        self._connect_rest()
        self.reading.show_marks()
        self.sidebar.show_panel(self._program.settings.values.panel)
        self._say_what_is_wrong()
        self.preparing.check()

    # --- building ---------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        self._centre = QVBoxLayout()
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.article, 1)
        centre = QWidget()
        centre.setLayout(self._centre)
        self._card_side = QWidget()
        self._card_side.setMinimumWidth(240)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.sidebar, 0), (centre, 1), (self._card_side, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.sidebar.setMinimumWidth(260)
        self.setCentralWidget(self._splitter)
        self._build_menus()
        self._build_tools()

    @cached_property
    def notice(self) -> NoticeBar:
        """The strip above the article."""
        from reader.ui.notices import NoticeBar  # noqa: PLC0415 - seldom at the start

        notice = NoticeBar()
        self._centre.insertWidget(0, notice)
        return notice

    def _build_menus(self) -> None:
        bar = QMenuBar()
        for name, title in MENUS:
            menu = QMenu(translated(title), bar)
            bar.addMenu(menu)
            group = ""
            for spec in ACTIONS:
                if spec.menu == name:
                    if spec.group != group:
                        menu.addSeparator()
                        group = spec.group
                    menu.addAction(self.actions_[spec.id])
        self.setMenuBar(bar)

    def _build_tools(self) -> None:
        self._tools = QToolBar(self.tr("Tools"))
        self._tools.setObjectName("tools")
        self._tools.setMovable(False)
        self._tools.setIconSize(QSize(20, 20))
        self._tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLS:
            if name:
                self._tools.addAction(self.actions_[name])
            else:
                self._tools.addSeparator()
        self.addToolBar(self._tools)

    def _connect(self) -> None:
        self.reading.opened.connect(self._show_text)
        self.reading.troubled.connect(self.report)
        self.explaining.pinned.connect(self._show_card)
        self._tasks.failed_unexpectedly.connect(self.report)
        self.article.repair_clicked.connect(self._show_repair)
        self._handle(
            {
                "quit": self.close,
                "copy": self._copy,
                "select_all": self.article.select_all,
                "correct": self._correct,
                "sidebar": self._toggle_sidebar,
                "article": self.article.setFocus,
                "keys": self._show_keys,
                "about": self._show_about,
                **{name: partial(self.show_panel, name) for name in PANELS},
                **{
                    f"language_{name}": partial(self.language_chosen.emit, name)
                    for name in CHOICES["language"]
                },
                **self.appearance.handlers(),
            }
        )

    def _connect_rest(self) -> None:
        self.sidebar.changed.connect(lambda name: self._program.settings.change(panel=name))
        self.marking.done.connect(self._offer_undo)
        self.opening.opened.connect(self._show_opened)
        self.opening.said.connect(self.notice.say)
        self.preparing.began.connect(
            lambda: self.notice.say(self.tr("The dictionary is being prepared, once only…"))
        )
        self.preparing.ready.connect(self._show_prepared)
        self.preparing.outdated.connect(self.reading.reopen)
        for source in (self.marking, self.finding, self.guide, self.opening, self.preparing):
            source.troubled.connect(self.report)
        self._handle(
            {
                "open": self.opening.choose_file,
                "paste": self.opening.read_clipboard,
                "bookmark": self.marking.set_bookmark,
                "note": self._write_note,
                "undo": self.marking.undo,
                "next_hit": partial(self.finding.step, 1),
                "previous_hit": partial(self.finding.step, -1),
            }
        )

    def _handle(self, handlers: dict[str, Callable[[], object]]) -> None:
        for name, handler in handlers.items():
            self.actions_[name].triggered.connect(lambda _on=False, act=handler: act())

    def _restore(self) -> None:
        """Put everything where it was when the window was last closed."""
        values = self._program.settings.values
        self.resize(1180, 800)
        if values.geometry:
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        if values.panels:
            self._splitter.restoreState(QByteArray.fromBase64(values.panels.encode()))
        else:
            self._splitter.setSizes([320, 860, 320])
        self.appearance.apply()
        self._show_sidebar(shown=values.sidebar)
        self._card_side.hide()

    def _say_what_is_wrong(self) -> None:
        problems = self._program.settings.problems
        if problems:
            said = self.tr("Some settings could not be read; their defaults are used: {0}")
            self.notice.say(said.format(", ".join(problems)))
        if self._program.database.read_only:
            self.notice.warn(
                self.tr("The folder of your data is read-only: you can read, but not save.")
            )

    # --- texts ------------------------------------------------------------------

    def open_text(self, identifier: int) -> None:
        """Show a text of the library."""
        try:
            self.reading.open(identifier)
        except XiduError as error:
            self.report(error)
        self.article.setFocus()

    def _show_opened(self, identifier: int) -> None:
        self.notice.hide()
        self.open_text(identifier)

    def _show_prepared(self) -> None:
        self.notice.say(self.tr("The dictionary is ready."))
        self.guide.show_terms()

    def _show_text(self) -> None:
        if self.reading.text is not None:
            self.setWindowTitle(f"{self.reading.text.card.title} — 细读 Xidu")

    # --- going ------------------------------------------------------------------

    def show_panel(self, name: str) -> None:
        """Show a panel of the sidebar and put the keyboard into it."""
        self.complete()
        self._show_sidebar(shown=True)
        self.sidebar.show_panel(name)
        self.sidebar.panel(name).focus_first()

    # --- actions ----------------------------------------------------------------

    def _write_note(self) -> None:
        if self.article.current_span is None:
            self.notice.say(self.tr("Select a place or rest on a word to write a note there."))
            return
        self._show_sidebar(shown=True)
        span = self.article.current_span
        self.sidebar.show_panel("notes")
        self.marking.write_note(span)

    def _correct(self) -> None:
        span = self.article.current_span
        text = self.reading.text
        if span is None or text is None:
            self.notice.say(self.tr("Select the characters that are wrong first."))
            return
        from reader.ui.dialogs.correct import CorrectDialog  # noqa: PLC0415

        anchor = anchor_at(text.paragraph(span.paragraph).text, span)
        dialog = CorrectDialog(anchor.before[-10:], anchor.quote, anchor.after[:10], self)
        self._ask(dialog, lambda: self.marking.correct(span, dialog.replacement))

    def _show_repair(self, index: int, _where: QPoint) -> None:
        if self.reading.text is None:
            return
        from reader.ui.dialogs.repair import RepairDialog  # noqa: PLC0415

        repair = self.reading.text.repairs[index]
        self._ask(RepairDialog(repair, self), lambda: self.marking.undo_repair(repair.key))

    def _ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        """Show a dialog over the window without stopping anything."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        dialog.open()

    def _copy(self) -> None:
        focus = QApplication.focusWidget()
        own = getattr(focus, "copy", None)
        if focus is not self.article and callable(own):
            own()
        elif self.article.selected_text:
            QApplication.clipboard().setText(self.article.selected_text)

    def _offer_undo(self, message: str) -> None:
        self.notice.say(message, self.tr("Undo"), self.marking.undo)

    def report(self, error: Exception) -> None:
        """Tell a fault of the world in one sentence; hand on one of ours."""
        if isinstance(error, XiduError):
            from reader.ui.notices import sentence  # noqa: PLC0415

            self.notice.warn(sentence(error))
        else:
            raise error

    # --- parts of the window ----------------------------------------------------

    def _toggle_sidebar(self) -> None:
        self._show_sidebar(shown=not self.sidebar.isVisible())

    def _show_sidebar(self, *, shown: bool) -> None:
        self.sidebar.setVisible(shown)
        self.actions_["sidebar"].setChecked(shown)
        if self._program.settings.values.sidebar != shown:
            self._program.settings.change(sidebar=shown)

    def _show_card(self) -> None:
        if self._card_side.layout() is None:
            column = QVBoxLayout(self._card_side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.explaining.panel)
        self._card_side.show()

    def _show_keys(self) -> None:
        from reader.ui.dialogs.keys import KeysDialog  # noqa: PLC0415

        self._ask(KeysDialog(self), lambda: None)

    def _show_about(self) -> None:
        from reader.ui.dialogs.about import AboutDialog  # noqa: PLC0415

        self._ask(AboutDialog(self), lambda: None)

    # --- Qt ---------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel changes the type size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.appearance.step_size(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.complete()
                self.opening.open_file(Path(url.toLocalFile()))
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being written and where everything is."""
        notes: Any = self.sidebar.existing("notes")
        if notes is not None:
            notes.editor.flush()
        self.reading.keep_position()
        self._program.settings.change(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panels=bytes(self._splitter.saveState().toBase64().data()).decode(),
        )
        self._tasks.close()
        super().closeEvent(event)
