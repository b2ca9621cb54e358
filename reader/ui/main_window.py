"""The main window: article in the middle, sidebar at the left, pinned card at the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMainWindow,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.app import Program
from reader.domain.errors import XiduError
from reader.domain.marks import anchor_at
from reader.domain.ports import Card
from reader.services.settings import CHOICES
from reader.services.texts import Prepared, prepare, prepare_source
from reader.ui.actions import ACTIONS, MENUS, Actions, translated
from reader.ui.appearance import TOOLS, Appearance
from reader.ui.article.view import ArticleView
from reader.ui.explaining import Explaining
from reader.ui.finding import Finding
from reader.ui.guide import Guide
from reader.ui.marking import Marking
from reader.ui.notices import NoticeBar, sentence
from reader.ui.panels.card import CardPanel
from reader.ui.panels.sidebar import PANELS, Sidebar
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks


class MainWindow(QMainWindow):
    """Puts the parts together; what they do is in ``Reading``, ``Explaining`` and the like.

    ``language_chosen`` asks for another language of the interface.
    """

    language_chosen = Signal(str)

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._tasks = Tasks(self)
        self.actions_ = Actions(self)
        self.article = ArticleView()
        self.card_panel = CardPanel()
        self.notice = NoticeBar()
        self.sidebar = Sidebar({name: self.actions_[name] for name in PANELS})
        self.reading = Reading(program, self._tasks, self.article)
        self._build()
        self.explaining = Explaining(program, self.reading, self.article, self.card_panel)
        self.marking = Marking(program, self._tasks, self.reading, self.article)
        self.finding = Finding(program, self._tasks, self.reading, self.article)
        self.guide = Guide(
            program,
            self.sidebar,
            self.article,
            self.reading,
            self.explaining,
            self.marking,
            self.finding,
        )
        self.appearance = Appearance(
            program.settings,
            self.actions_,
            self.article,
            [
                self.article.set_theme,
                self.sidebar.set_theme,
                self.card_panel.card.set_theme,
                self.explaining.hover_card.set_theme,
            ],
        )
        self._connect()
        self._restore()

    # --- building ---------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.article, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.sidebar, 0), (centre, 1), (self.card_panel, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.sidebar.setMinimumWidth(260)
        self.setCentralWidget(self._splitter)
        self._build_menus()
        self._build_tools()

    def _build_menus(self) -> None:
        bar = self.menuBar()
        bar.clear()
        for name, title in MENUS:
            menu = bar.addMenu(translated(title))
            group = ""
            for spec in ACTIONS:
                if spec.menu == name:
                    if spec.group != group:
                        menu.addSeparator()
                        group = spec.group
                    menu.addAction(self.actions_[spec.id])

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
        self.sidebar.changed.connect(lambda name: self._program.settings.change(panel=name))
        self.reading.opened.connect(self._show_text)
        self.explaining.pinned.connect(lambda: self._show_card(shown=True))
        self.marking.done.connect(self._offer_undo)
        for source in (self.reading, self.marking, self.finding, self.guide):
            source.troubled.connect(self.report)
        self._tasks.failed_unexpectedly.connect(self.report)
        self.article.repair_clicked.connect(self._show_repair)
        handlers: dict[str, Callable[[], Any]] = {
            "open": self.choose_file,
            "paste": self.read_clipboard,
            "quit": self.close,
            "copy": self._copy,
            "select_all": self.article.select_all,
            "bookmark": self.marking.set_bookmark,
            "note": self._write_note,
            "correct": self._correct,
            "undo": self.marking.undo,
            "sidebar": self._toggle_sidebar,
            "article": self.article.setFocus,
            "next_hit": lambda: self.finding.step(1),
            "previous_hit": lambda: self.finding.step(-1),
            "keys": self._show_keys,
            "about": self._show_about,
            **self.appearance.handlers(),
        }
        for name in PANELS:
            handlers[name] = partial(self.show_panel, name)
        for language in CHOICES["language"]:
            handlers[f"language_{language}"] = partial(self.language_chosen.emit, language)
        for name, handler in handlers.items():
            self.actions_[name].triggered.connect(lambda _on=False, handler=handler: handler())

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
        self.sidebar.show_panel(values.panel)
        self._show_sidebar(shown=values.sidebar)
        self._show_card(shown=False)
        if self._program.settings.problems:
            self.notice.say(
                self.tr("Some stored settings could not be read; their defaults are used: {0}")
                .format(", ".join(self._program.settings.problems))
            )  # fmt: skip
        if self._program.database.read_only:
            self.notice.warn(
                self.tr("The folder of your data is read-only: you can read, but not save.")
            )

    # --- texts ------------------------------------------------------------------

    def open_text(self, identifier: int) -> None:
        """Show a text of the library."""
        self.guide.open_text(identifier)

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a text"),
            "",
            self.tr("Texts (*.txt *.md *.markdown);;All files (*)"),
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read a file in the background, add it to the library and show it."""
        self.notice.say(self.tr("Opening “{0}”…").format(path.name))
        self._tasks.read(lambda: prepare(path), self._store, self.report)

    def read_clipboard(self) -> None:
        """Read the text of the clipboard."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self.notice.say(self.tr("The clipboard holds no text."))
            return
        from reader.formats import from_text  # noqa: PLC0415 - seldom used

        name = text.strip().split("\n", 1)[0][:40]
        self._tasks.read(lambda: prepare_source(from_text(name, text)), self._store, self.report)

    def _store(self, prepared: Prepared) -> None:
        self._tasks.write(
            lambda: self._program.texts.store(prepared),
            self._show_stored,
            self.report,
        )

    def _show_stored(self, card: Card) -> None:
        self.notice.hide()
        self.open_text(card.id)

    def _show_text(self) -> None:
        if self.reading.text is not None:
            self.setWindowTitle(f"{self.reading.text.card.title} — 细读 Xidu")

    # --- going ------------------------------------------------------------------

    def show_panel(self, name: str) -> None:
        """Show a panel of the sidebar and put the keyboard into it."""
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

    def _show_card(self, *, shown: bool) -> None:
        self.card_panel.setVisible(shown)

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
                self.open_file(Path(url.toLocalFile()))
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
