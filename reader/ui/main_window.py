"""The main window: article in the middle, sidebar at the left, pinned card at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal

from reader.app import Program
from reader.domain.errors import DatabaseDamaged, XiduError
from reader.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QWheelEvent

    from reader.domain.glossary import Term
    from reader.domain.library import Card
    from reader.domain.places import Span
    from reader.services.texts import Prepared
    from reader.ui.exporting import Exporting


class MainWindow(WindowFrame):
    """Puts the parts together; what they do is in ``Reading``, ``Explaining`` and the like.

    What is needed to read is made at once, with room kept for the rest: menus, tools,
    sidebar and everything that works on marks are made by ``complete`` after the first
    paint. ``language_chosen`` asks for another language of the interface; ``library_exchanged``
    tells, in a sentence, that everything shown is of another library now.
    """

    language_chosen = Signal(str)
    library_exchanged = Signal(str)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._complete = False
        self._restore()
        if self._room is None:
            self.complete()

    def complete(self) -> None:
        """Make what reading itself does not need. Does nothing the second time."""
        if self._complete:
            return
        self._complete = True
        # Loaded only now: it is what the start of the program need not wait for.
        from reader.ui.article.accessible import attend  # noqa: PLC0415
        from reader.ui.chrome import make_menu_bar, make_tool_bar  # noqa: PLC0415

        self._make_controllers()
        self._connect()
        self.appearance.apply()
        self.actions_["sidebar"].setChecked(self._program.settings.values.sidebar)
        self._fill_room(make_menu_bar(self.actions_), make_tool_bar(self.actions_))
        self._put(self.sidebar, self._sidebar_side)
        self.attending = attend(self.article)
        self.reading.show_marks()
        self.sidebar.show_panel(self._program.settings.values.panel)
        self._say_what_is_wrong()
        self.preparing.check()
        self.noting.look_for_left()
        if not self._program.database.read_only:
            self._tasks.write(self._program.bin.tidy, None, self.report)

    def _make_controllers(self) -> None:
        """One object a concern, each with what it needs of the others."""
        from reader.ui.actions import Actions  # noqa: PLC0415
        from reader.ui.appearance import Appearance  # noqa: PLC0415
        from reader.ui.correcting import Correcting  # noqa: PLC0415
        from reader.ui.exchanging import Exchanging  # noqa: PLC0415
        from reader.ui.finding import Finding  # noqa: PLC0415
        from reader.ui.following import Following  # noqa: PLC0415
        from reader.ui.guide import Guide  # noqa: PLC0415
        from reader.ui.indexing import Indexing  # noqa: PLC0415
        from reader.ui.keeping import Keeping  # noqa: PLC0415
        from reader.ui.marking import Marking  # noqa: PLC0415
        from reader.ui.note_paths import NotePaths  # noqa: PLC0415
        from reader.ui.noting import Noting  # noqa: PLC0415
        from reader.ui.opening import Opening  # noqa: PLC0415
        from reader.ui.orphans import Orphans  # noqa: PLC0415
        from reader.ui.owning import Owning  # noqa: PLC0415
        from reader.ui.panels.sidebar import PANELS, Sidebar  # noqa: PLC0415
        from reader.ui.pinyin import Pinyin  # noqa: PLC0415
        from reader.ui.preparing import Preparing  # noqa: PLC0415
        from reader.ui.updating import Updating  # noqa: PLC0415
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
        self.noting = Noting(self._program, self._tasks, self.reading, self.article, self.marking)
        self.following = Following(self._program, self._tasks, self.reading, self.article)
        self.note_paths = NotePaths(
            self.article, self.noting, self.notice, self._show_notes, self._go_to_place
        )
        self.orphans = Orphans(self._program, self._tasks, self.reading, self.article, self.marking)
        self.correcting = Correcting(
            self._program, self._tasks, self.reading, self.article, self.marking, self._ask
        )
        self.owning = Owning(
            self._program, self._tasks, self.reading, self.article, self.marking, self._ask
        )
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
        self.updating = Updating(self._program, self._tasks, self.reading, self.marking, self)
        self.exchanging = Exchanging(self._program, self._tasks, self.reading, self.marking, self)
        self.keeping = Keeping(self._program, self._tasks, self, self._ask)
        self.preparing = Preparing(self._program, self._tasks, self)
        self.indexing = Indexing(self._program, self._tasks, self)
        self.guide = Guide(
            self._program,
            self._tasks,
            self.sidebar,
            self.article,
            self.reading,
            self.explaining,
            self.marking,
            self.finding,
            self.owning,
            self.noting,
            self.following,
        )

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
            article, self.reading, self.marking, self.note_paths.edit, self._show_repair
        )
        self.copying = Copying(self._program, self._tasks, self.reading, article)
        self.history = History(self.reading, article, actions)
        self.progress = Progress(self.reading, article)
        self.focusing = Focusing(self._program.settings, actions, article, self.wishes)
        article.menu_wanted.connect(partial(pop_up, self, "edit", actions))
        beside = [self._sidebar_side, self._card_side]
        self.seclusion = Seclusion(self, article, beside, actions["seclusion"])

    def _connect(self) -> None:
        self.explaining.bookmark_wanted.connect(self.marking.set_bookmark)
        self.explaining.note_wanted.connect(self.note_paths.write)
        self.explaining.words_wanted.connect(self.correcting.begin)
        self.correcting.relearned.connect(self.explaining.look_again)
        self.owning.changed.connect(self.explaining.look_again)
        self.explaining.own_wanted.connect(self._change_own)
        self.owning.begin_reading()
        self.correcting.place_wanted.connect(self._go_to_place)
        self.correcting.term_wanted.connect(self.owning.begin_with)
        self.correcting.said.connect(self.notice.say)
        self.explaining.glossary_wanted.connect(self._show_in_glossary)
        self.explaining.known_wanted.connect(self.pinyin.toggle_known)
        self.pinyin.learned.connect(self.explaining.offer)
        self.sidebar.changed.connect(lambda name: self._program.settings.change(panel=name))
        self.marking.done.connect(self._offer_undo)
        self.opening.opened.connect(self._show_opened)
        self.opening.said.connect(self.notice.say)
        self.opening.changed.connect(self.offer_update)
        self.orphans.said.connect(self.notice.say)
        self.guide.orphan_chosen.connect(self.orphans.show_orphans)
        self.updating.kept_both.connect(self.opening.store)
        self.copying.said.connect(self.notice.say)
        self.highlighting.said.connect(self.notice.say)
        self.preparing.began.connect(
            lambda: self.notice.say(self.tr("The dictionary is being prepared, once only…"))
        )
        self.pinyin.said.connect(self.notice.say)
        self.following.said.connect(self.notice.say)
        self.following.place_wanted.connect(self._go_to_place)
        self.following.note_wanted.connect(self.note_paths.read)
        self.guide.note_wanted.connect(self.note_paths.edit)
        self.preparing.ready.connect(self._show_prepared)
        self.preparing.ready.connect(self.pinyin.show_levels)
        self.preparing.outdated.connect(self.reading.reopen)
        self.pinyin.cut_otherwise.connect(self.preparing.check)
        self.keeping.warned.connect(self.notice.warn)
        self.keeping.restoring.connect(self._save_all)
        self.keeping.restored.connect(self.library_exchanged)
        self._connect_index()
        self.exchanging.said.connect(self.notice.say)
        for source in (
            self.exchanging,
            self.keeping,
            self.history,
            self.copying,
            self.correcting,
            self.owning,
            self.marking,
            self.finding,
            self.guide,
            self.orphans,
            self.opening,
            self.updating,
            self.preparing,
            self.pinyin,
            self.noting,
            self.following,
        ):
            source.troubled.connect(self.report)
        for name, handler in self._handlers().items():
            self.actions_[name].triggered.connect(lambda _on=False, act=handler: act())

    def _connect_index(self) -> None:
        """What is searched has changed: texts, their words, or how the reader wants them."""
        self.preparing.outdated.connect(self.indexing.begin_anew)
        self.reading.opened.connect(self.indexing.soon)
        self.reading.finished.connect(self.indexing.soon)
        self.correcting.relearned.connect(self.indexing.renewed)
        self.owning.changed.connect(self.indexing.renewed)
        self.indexing.soon()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        from reader.services.settings import CHOICES  # noqa: PLC0415 - see complete
        from reader.ui.actions import EXPORTS  # noqa: PLC0415
        from reader.ui.panels.sidebar import PANELS  # noqa: PLC0415

        return {
            "open": self.opening.choose_file,
            **{name: partial(self._export, name) for name in EXPORTS},
            "paste": self.opening.read_clipboard,
            "quit": self.close,
            "select_all": self.article.select_all,
            "bookmark": self.marking.set_bookmark,
            "correct": self._correct,
            "undo": self.marking.undo,
            "redo": self.marking.redo,
            **self.correcting.handlers(),
            **self.owning.handlers(),
            **self.orphans.handlers(),
            **self.keeping.handlers(),
            **self.exchanging.handlers(),
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
            **self.following.handlers(),
            **self.note_paths.handlers(),
        }

    def report(self, error: Exception) -> None:
        """As the frame does; of a damaged library, the backups are offered with it."""
        if isinstance(error, DatabaseDamaged) and self._complete:
            from reader.ui.notices import sentence  # noqa: PLC0415 - let us hope not

            self.notice.warn(sentence(error), self.tr("Backups…"), self.keeping.show_backups)
        else:
            super().report(error)

    # --- texts ------------------------------------------------------------------

    def open_text(self, identifier: int) -> None:
        """Show a text of the library."""
        try:
            self.reading.open(identifier)
        except XiduError as error:
            self.report(error)
        self.article.setFocus()

    def _go_to_place(self, identifier: int, span: Span | None) -> None:
        if self.reading.text is None or self.reading.text.id != identifier:
            self.open_text(identifier)
        if span is not None:
            self.article.go_to(span)
        self.article.setFocus()

    def _show_opened(self, identifier: int) -> None:
        self.notice.hide()
        self.open_text(identifier)

    def offer_update(self, prepared: Prepared, earlier: Card) -> None:
        """Ask what is to become of a later version of a text that is in the library."""
        self.complete()
        self.notice.hide()
        self.updating.offer(prepared, earlier, self._ask)

    def _show_prepared(self) -> None:
        self.notice.say(self.tr("The dictionary is ready."))
        self.guide.show_terms()

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
        self.guide.open_entry(term)

    def _change_own(self, place: Span | None, term: Term | None) -> None:
        if term is not None:
            self.owning.edit(term)
        else:
            self.owning.begin(place)

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

    def _export(self, name: str) -> None:
        self.exporting.handlers()[name]()

    def _offer_undo(self, message: str) -> None:
        self.notice.say(message, self.tr("Undo"), self.marking.undo)

    # --- parts of the window ----------------------------------------------------

    def _toggle_sidebar(self) -> None:
        self._show_sidebar(shown=not self._sidebar_side.isVisible())

    def _show_sidebar(self, *, shown: bool) -> None:
        self._sidebar_side.setVisible(shown)
        self.actions_["sidebar"].setChecked(shown)
        if self._program.settings.values.sidebar != shown:
            self._program.settings.change(sidebar=shown)

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

    def _save_all(self) -> None:
        """Save what is being written and where one reads."""
        self.noting.flush()
        self.reading.keep_position()

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
        self._save_all()
        if self._complete:
            self.seclusion.leave()
            self.guide.stop()
            self.correcting.stop()
            self.indexing.stop()
            self.keeping.stop()
        self._remember()
        if "exporting" in self.__dict__:
            self.exporting.stop()
        self._tasks.close()
        super().closeEvent(event)
