"""The main window: article in the middle, sidebar at the left, pinned card at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reader.app import Program
from reader.domain.errors import XiduError
from reader.ui.article.view import ArticleView
from reader.ui.choices import setting_of, theme_of
from reader.ui.explaining import Explaining
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QWheelEvent
    from PySide6.QtWidgets import QDialog

    from reader.domain.glossary import Term
    from reader.domain.marks import Note
    from reader.domain.places import Span
    from reader.ui.exporting import Exporting
    from reader.ui.notices import NoticeBar


class MainWindow(QMainWindow):
    """Puts the parts together; what they do is in ``Reading``, ``Explaining`` and the like.

    What is needed to read is made at once, with room kept for the rest: menus, tools,
    sidebar and everything that works on marks are made by ``complete`` after the first
    paint. ``language_chosen`` asks for another language of the interface.
    """

    language_chosen = Signal(str)

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._tasks = Tasks(self)
        self._complete = False
        self._room: QWidget | None = None
        self.article = ArticleView()
        self.reading = Reading(program, self._tasks, self.article)
        self._build()
        self.explaining = Explaining(program, self.reading, self.article)
        self.reading.opened.connect(self._show_text)
        self.reading.troubled.connect(self.report)
        self.explaining.pinned.connect(self._show_card)
        self.explaining.closed.connect(self._card_side.hide)
        self._tasks.failed_unexpectedly.connect(self.report)
        self._restore()

    def complete(self) -> None:
        """Make what reading itself does not need. Does nothing the second time."""
        if self._complete:
            return
        self._complete = True
        # Loaded only now: it is what the start of the program need not wait for.
        from reader.ui.actions import Actions  # noqa: PLC0415
        from reader.ui.appearance import Appearance  # noqa: PLC0415
        from reader.ui.article.accessible import attend  # noqa: PLC0415
        from reader.ui.chrome import make_menu_bar, make_tool_bar  # noqa: PLC0415
        from reader.ui.finding import Finding  # noqa: PLC0415
        from reader.ui.guide import Guide  # noqa: PLC0415
        from reader.ui.marking import Marking  # noqa: PLC0415
        from reader.ui.opening import Opening  # noqa: PLC0415
        from reader.ui.panels.sidebar import PANELS, Sidebar  # noqa: PLC0415
        from reader.ui.pinyin import Pinyin  # noqa: PLC0415
        from reader.ui.preparing import Preparing  # noqa: PLC0415
        from reader.ui.wishes import Wishes  # noqa: PLC0415

        self.wishes = Wishes(self)
        self.actions_ = Actions(self)
        self.sidebar = Sidebar({name: self.actions_[name] for name in PANELS})
        self.appearance = Appearance(
            self._program.settings,
            self.actions_,
            self.article,
            [self.article.set_theme, self.sidebar.set_theme, self.explaining.set_theme],
            self.wishes,
        )
        self.marking = Marking(self._program, self._tasks, self.reading, self.article)
        self._complete_reading()
        self.pinyin = Pinyin(
            self._program,
            self._tasks,
            self.actions_,
            self.article,
            self.reading,
            self.marking,
            self.appearance,
        )
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
            self.highlighting,
            self.finding,
        )
        self._connect()
        self.appearance.apply()
        self.actions_["sidebar"].setChecked(self._program.settings.values.sidebar)
        if self._room is not None:
            self._room.deleteLater()
            self._room.hide()
        menus, tools = make_menu_bar(self.actions_), make_tool_bar(self.actions_)
        self.setMenuBar(menus)
        self.addToolBar(tools)
        head = menus.sizeHint().height() + tools.sizeHint().height()
        self._program.settings.change(head=head)
        self._put(self.sidebar, self._sidebar_side)
        self.attending = attend(self.article)
        self.reading.show_marks()
        self.sidebar.show_panel(self._program.settings.values.panel)
        self._say_what_is_wrong()
        self.preparing.check()

    @cached_property
    def exporting(self) -> Exporting:
        """Printing and exporting."""
        from reader.ui.exporting import Exporting  # noqa: PLC0415 - seldom wanted

        exporting = Exporting(self._program, self._tasks, self.reading, self.article, self)
        exporting.said.connect(self.notice.say)
        exporting.troubled.connect(self.report)
        return exporting

    def _complete_reading(self) -> None:
        """What goes with reading: marks in the text, places gone to, helps for the eye."""
        from reader.ui.chrome import pop_up  # noqa: PLC0415 - see complete
        from reader.ui.copying import Copying  # noqa: PLC0415
        from reader.ui.focusing import Focusing  # noqa: PLC0415
        from reader.ui.highlighting import Highlighting  # noqa: PLC0415
        from reader.ui.history import History  # noqa: PLC0415
        from reader.ui.progress import Progress  # noqa: PLC0415
        from reader.ui.seclusion import Seclusion  # noqa: PLC0415
        from reader.ui.signing import Signing  # noqa: PLC0415

        actions, article = self.actions_, self.article
        self.highlighting = Highlighting(self._program, self.marking, self.reading, article)
        self.signing = Signing(
            article, self.reading, self.marking, self._edit_note, self._show_repair
        )
        self.copying = Copying(self._program, self._tasks, self.reading, article)
        self.history = History(self.reading, article, actions)
        self.progress = Progress(self.reading, article)
        self.focusing = Focusing(self._program.settings, actions, article, self.wishes)
        article.menu_wanted.connect(partial(pop_up, self, "edit", actions))
        beside = [self._sidebar_side, self._card_side]
        self.seclusion = Seclusion(self, article, beside, actions["seclusion"])

    # --- building ---------------------------------------------------------------

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

    def _connect(self) -> None:
        from reader.services.settings import CHOICES  # noqa: PLC0415 - see complete
        from reader.ui.actions import EXPORTS  # noqa: PLC0415
        from reader.ui.panels.sidebar import PANELS  # noqa: PLC0415

        self.explaining.bookmark_wanted.connect(self.marking.set_bookmark)
        self.explaining.note_wanted.connect(self._write_note)
        self.explaining.glossary_wanted.connect(self._show_in_glossary)
        self.explaining.known_wanted.connect(self.pinyin.toggle_known)
        self.pinyin.learned.connect(self.explaining.offer)
        self.sidebar.changed.connect(lambda name: self._program.settings.change(panel=name))
        self.marking.done.connect(self._offer_undo)
        self.opening.opened.connect(self._show_opened)
        self.opening.said.connect(self.notice.say)
        self.copying.said.connect(self.notice.say)
        self.highlighting.said.connect(self.notice.say)
        self.preparing.began.connect(
            lambda: self.notice.say(self.tr("The dictionary is being prepared, once only…"))
        )
        self.pinyin.said.connect(self.notice.say)
        self.preparing.ready.connect(self._show_prepared)
        self.preparing.ready.connect(self.pinyin.show_levels)
        self.preparing.outdated.connect(self.reading.reopen)
        for source in (
            self.history,
            self.copying,
            self.marking,
            self.finding,
            self.guide,
            self.opening,
            self.preparing,
            self.pinyin,
        ):
            source.troubled.connect(self.report)
        self._handle(
            {
                "open": self.opening.choose_file,
                **{name: partial(self._export, name) for name in EXPORTS},
                "paste": self.opening.read_clipboard,
                "quit": self.close,
                "select_all": self.article.select_all,
                "bookmark": self.marking.set_bookmark,
                "note": self._write_note,
                "correct": self._correct,
                "undo": self.marking.undo,
                "sidebar": self._toggle_sidebar,
                "article": self.article.setFocus,
                "card": self.explaining.enter,
                "longer": partial(self.explaining.step, -1),
                "shorter": partial(self.explaining.step, 1),
                "next_hit": partial(self.finding.step, 1),
                "previous_hit": partial(self.finding.step, -1),
                "keys": self._show_keys,
                "about": self._show_about,
                **{name: partial(self.show_panel, name) for name in PANELS},
                **{
                    f"language_{name}": partial(self.language_chosen.emit, name)
                    for name in CHOICES["language"]
                },
                "interface_larger": partial(self._size_interface, 1),
                "interface_smaller": partial(self._size_interface, -1),
                **self.appearance.handlers(),
                **self.highlighting.handlers(),
                **self.copying.handlers(),
                **self.signing.handlers(),
                **self.focusing.handlers(),
                **self.seclusion.handlers(),
                **self.history.handlers(),
                **self.pinyin.handlers(),
            }
        )

    def _handle(self, handlers: dict[str, Callable[[], object]]) -> None:
        for name, handler in handlers.items():
            self.actions_[name].triggered.connect(lambda _on=False, act=handler: act())

    def _restore(self) -> None:
        """Look as when the window was last closed, with room for what ``complete`` adds."""
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
        else:
            self.complete()

    def _keep_room(self, height: int) -> None:
        """Leave the height of menus and tools free above the article until they are made."""
        self._room = QWidget()
        self._room.setFixedHeight(height)
        self.setMenuWidget(self._room)

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
            self.setWindowTitle(f"{self.reading.text.title} — 细读 Xidu")

    # --- going ------------------------------------------------------------------

    def show_panel(self, name: str) -> None:
        """Show a panel of the sidebar and put the keyboard into it."""
        self.complete()
        self._show_sidebar(shown=True)
        self.sidebar.show_panel(name)
        self.sidebar.panel(name).focus_first()

    # --- actions ----------------------------------------------------------------

    def _show_in_glossary(self, term: Term) -> None:
        self.show_panel("glossary")
        panel: Any = self.sidebar.panel("glossary")
        panel.show_term(term)

    def _write_note(self, place: Span | None = None) -> None:
        span = place or self.article.current_span
        if span is None:
            self.notice.say(self.tr("Select a place or rest on a word to write a note there."))
            return
        self.complete()
        self._show_notes()
        self.marking.write_note(span)

    def _edit_note(self, note: Note) -> None:
        self._show_notes()
        self.marking.edit_note(note)

    def _show_notes(self) -> None:
        self._show_sidebar(shown=True)
        self.sidebar.show_panel("notes")

    def _correct(self) -> None:
        span = self.article.current_span
        text = self.reading.text
        if span is None or text is None:
            self.notice.say(self.tr("Select the characters that are wrong first."))
            return
        from reader.domain.marks import anchor_at  # noqa: PLC0415
        from reader.ui.dialogs.correct import CorrectDialog  # noqa: PLC0415

        anchor = anchor_at(text.paragraph(span.paragraph).text, span)
        dialog = CorrectDialog(anchor.before[-10:], anchor.quote, anchor.after[:10], self)
        self._ask(dialog, lambda: self.marking.correct(span, dialog.replacement))

    def _show_repair(self, index: int) -> None:
        if self.reading.text is None:
            return
        from reader.ui.dialogs.repair import RepairDialog  # noqa: PLC0415

        repair = self.reading.text.repairs[index]
        self._ask(RepairDialog(repair, self), lambda: self.marking.undo_repair(repair.key))

    def _ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        """Show a dialog over the window without stopping anything."""
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        from reader.ui.dialogs.fitting import fit  # noqa: PLC0415 - with the first dialog

        fit(dialog)
        dialog.open()

    def _export(self, name: str) -> None:
        self.exporting.handlers()[name]()

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
        self._show_sidebar(shown=not self._sidebar_side.isVisible())

    def _show_sidebar(self, *, shown: bool) -> None:
        self._sidebar_side.setVisible(shown)
        self.actions_["sidebar"].setChecked(shown)
        if self._program.settings.values.sidebar != shown:
            self._program.settings.change(sidebar=shown)

    def _show_card(self) -> None:
        if self.explaining.panel.parent() is None:
            self._put(self.explaining.panel, self._card_side)
            self.setTabOrder(self.article, self.explaining.panel.card)
        self._card_side.show()

    def _size_interface(self, steps: int) -> None:
        """Make menus, panels and dialogs larger: as with a language, in a new window."""
        from reader.services.settings import CHOICES  # noqa: PLC0415 - as above

        sizes, values = CHOICES["interface_size"], self._program.settings.values
        place = sizes.index(values.interface_size) + steps
        if 0 <= place < len(sizes):
            self._program.settings.change(interface_size=sizes[place])
            self.language_chosen.emit(values.language)

    def _show_keys(self) -> None:
        from reader.ui.dialogs.keys import KeysDialog  # noqa: PLC0415

        self._ask(KeysDialog(self), lambda: None)

    def _show_about(self) -> None:
        from reader.ui.dialogs.about import AboutDialog  # noqa: PLC0415

        self._ask(AboutDialog(self), lambda: None)

    # --- Qt ---------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel changes the type size."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.complete()
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
        self.complete()
        notes: Any = self.sidebar.existing("notes")
        if notes is not None:
            notes.editor.flush()
        if self._complete:
            self.seclusion.leave()
        self.reading.keep_position()
        self._program.settings.change(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panels=bytes(self._splitter.saveState().toBase64().data()).decode(),
        )
        if "exporting" in self.__dict__:
            self.exporting.stop()
        self._tasks.close()
        super().closeEvent(event)
