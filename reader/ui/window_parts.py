"""The parts of the main window beyond reading: one object a concern, made after the first paint."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.domain.errors import XiduError
from reader.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from reader.domain.places import Span
    from reader.ui.exporting import Exporting


class WindowParts(WindowFrame):
    """Makes each part with what it needs of the others; ``MainWindow`` connects them."""

    def _make_controllers(self) -> None:
        """One object a concern, each with what it needs of the others."""
        from reader.ui.actions import Actions  # noqa: PLC0415
        from reader.ui.appearance import Appearance  # noqa: PLC0415
        from reader.ui.correcting import Correcting  # noqa: PLC0415
        from reader.ui.guide import Guide  # noqa: PLC0415
        from reader.ui.owning import Owning  # noqa: PLC0415
        from reader.ui.panels.sidebar import PANELS, Sidebar  # noqa: PLC0415
        from reader.ui.pinyin import Pinyin  # noqa: PLC0415
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
        self._make_marking()
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
        self._make_library()
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

    def _make_marking(self) -> None:
        """What makes marks, shows them and goes to them."""
        from reader.ui.following import Following  # noqa: PLC0415
        from reader.ui.marking import Marking  # noqa: PLC0415
        from reader.ui.note_paths import NotePaths  # noqa: PLC0415
        from reader.ui.noting import Noting  # noqa: PLC0415
        from reader.ui.orphans import Orphans  # noqa: PLC0415

        self.marking = Marking(self._program, self._tasks, self.reading, self.article)
        self.noting = Noting(self._program, self._tasks, self.reading, self.article, self.marking)
        self.following = Following(self._program, self._tasks, self.reading, self.article)
        self.note_paths = NotePaths(
            self.article, self.noting, self.notice, self._show_notes, self._go_to_place
        )
        self.orphans = Orphans(self._program, self._tasks, self.reading, self.article, self.marking)

    def _make_library(self) -> None:
        """What concerns texts and the library as a whole."""
        from reader.ui.exchanging import Exchanging  # noqa: PLC0415
        from reader.ui.finding import Finding  # noqa: PLC0415
        from reader.ui.indexing import Indexing  # noqa: PLC0415
        from reader.ui.keeping import Keeping  # noqa: PLC0415
        from reader.ui.opening import Opening  # noqa: PLC0415
        from reader.ui.preparing import Preparing  # noqa: PLC0415
        from reader.ui.updating import Updating  # noqa: PLC0415

        self.finding = Finding(self._program, self._tasks, self.reading, self.article)
        self.opening = Opening(self._program, self._tasks, self)
        self.updating = Updating(self._program, self._tasks, self.reading, self.marking, self)
        self.exchanging = Exchanging(self._program, self._tasks, self.reading, self.marking, self)
        self.keeping = Keeping(self._program, self._tasks, self, self._ask)
        self.preparing = Preparing(self._program, self._tasks, self)
        self.indexing = Indexing(self._program, self._tasks, self)

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

    # --- where parts lead -------------------------------------------------------

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

    def _show_notes(self) -> None:
        self._show_sidebar(shown=True)
        self.sidebar.show_panel("notes")

    def _show_repair(self, index: int) -> None:
        if self.reading.text is None:
            return
        from reader.ui.dialogs.repair import RepairDialog  # noqa: PLC0415

        repair = self.reading.text.repairs[index]
        self._ask(RepairDialog(repair, self), lambda: self.marking.undo_repair(repair.key))

    def _show_sidebar(self, *, shown: bool) -> None:
        self._sidebar_side.setVisible(shown)
        self.actions_["sidebar"].setChecked(shown)
        if self._program.settings.values.sidebar != shown:
            self._program.settings.change(sidebar=shown)
