"""The main window: article in the middle, sidebar at the left, pinned card at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal

from reader.app import Program
from reader.domain.errors import DatabaseDamaged
from reader.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QWheelEvent

    from reader.domain.glossary import Term
    from reader.domain.library import Card
    from reader.domain.places import Span
    from reader.services.texts import Prepared


class MainWindow(WindowParts):
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
        self.explaining.glossary_wanted.connect(self._show_in_glossary)
        self.explaining.known_wanted.connect(self.pinyin.toggle_known)
        self.pinyin.learned.connect(self.explaining.offer)
        self.sidebar.changed.connect(lambda name: self._program.settings.change(panel=name))
        self.marking.done.connect(self._offer_undo)
        self.opening.opened.connect(self._show_opened)
        self.opening.changed.connect(self.offer_update)
        self.guide.orphan_chosen.connect(self.orphans.show_orphans)
        self.updating.kept_both.connect(self.opening.store)
        self.preparing.began.connect(
            lambda: self.notice.say(self.tr("The dictionary is being prepared, once only…"))
        )
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
        self._connect_saying()
        for name, handler in self._handlers().items():
            self.actions_[name].triggered.connect(lambda _on=False, act=handler: act())

    def _connect_saying(self) -> None:
        """What the parts have to say, and what went wrong with them."""
        for saying in (
            self.correcting,
            self.opening,
            self.orphans,
            self.copying,
            self.highlighting,
            self.pinyin,
            self.following,
            self.exchanging,
        ):
            saying.said.connect(self.notice.say)
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

    def _connect_index(self) -> None:
        """What is searched has changed: texts, their words, or how the reader wants them."""
        self.preparing.outdated.connect(self.indexing.begin_anew)
        self.reading.opened.connect(self.indexing.soon)
        self.reading.finished.connect(self.indexing.soon)
        self.correcting.relearned.connect(self.indexing.renewed)
        self.owning.changed.connect(self.indexing.renewed)
        self.indexing.advanced.connect(self.guide.show_indexing)
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

    def _export(self, name: str) -> None:
        self.exporting.handlers()[name]()

    def _offer_undo(self, message: str) -> None:
        self.notice.say(message, self.tr("Undo"), self.marking.undo)

    # --- parts of the window ----------------------------------------------------

    def _toggle_sidebar(self) -> None:
        self._show_sidebar(shown=not self._sidebar_side.isVisible())

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
