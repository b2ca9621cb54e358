"""Fills the panels of the sidebar, and goes where their rows point."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.domain.errors import ReferenceMissing, XiduError
from reader.domain.glossary import KEY, Term
from reader.domain.marks import Bookmark, Highlight, Note
from reader.services.search import Hit
from reader.ui.article.view import ArticleView
from reader.ui.explaining import Explaining
from reader.ui.finding import Finding
from reader.ui.following import Following
from reader.ui.lighting import Lighting
from reader.ui.mark_desk import MarkDesk
from reader.ui.marking import Marking
from reader.ui.noting import Noting
from reader.ui.owning import Owning
from reader.ui.panels.sidebar import PANELS, Sidebar
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.services.searcher import Progress
    from reader.ui.entries import Entries

_MANY = 2000
"""Own terms up to which the list is made at once."""
_FILL_AFTER = 30
_FOLLOW_AFTER = 100
"""Milliseconds after which the panels show another text, and another place in it."""


class Guide(QObject):
    """Connects each panel when it has been made.

    ``orphan_chosen`` carries a mark that has no place to go to, ``note_wanted`` a note to go on
    with, ``troubled`` a fault of the world.
    """

    orphan_chosen = Signal(object)
    note_wanted = Signal(object)
    troubled = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917 - it stands between all of these
        self,
        program: Program,
        tasks: Tasks,
        sidebar: Sidebar,
        article: ArticleView,
        reading: Reading,
        explaining: Explaining,
        marking: Marking,
        finding: Finding,
        owning: Owning,
        noting: Noting,
        following: Following,
    ) -> None:
        super().__init__(article)
        self._program = program
        self._tasks = tasks
        self._sidebar = sidebar
        self._article = article
        self._reading = reading
        self._explaining = explaining
        self._marking = marking
        self._finding = finding
        self._owning = owning
        self._noting = noting
        self._leads = following
        self._lighting = Lighting(article)
        owning.changed.connect(self._renew_terms)
        self._entries: Entries | None = None
        sidebar.made.connect(self._connect)
        # After the text itself has been painted, and once for many steps of scrolling.
        self._filling = QTimer(self, singleShot=True, interval=_FILL_AFTER)
        self._filling.timeout.connect(self._fill_all)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._following.timeout.connect(self._follow)
        reading.opened.connect(self._filling.start)
        reading.marks_changed.connect(self._fill_marks)
        reading.finished.connect(self._fill_terms)
        article.moved.connect(self._soon)

    def open_text(self, identifier: int) -> None:
        """Show a text of the library and put the keyboard into it."""
        try:
            self._reading.open(identifier)
        except XiduError as error:
            self.troubled.emit(error)
        self._article.setFocus()

    def stop(self) -> None:
        """Fill no panel any more: the window closes, and the library after it."""
        self._filling.stop()
        self._following.stop()

    # --- filling ----------------------------------------------------------------

    def _connect(self, name: str, panel: Any) -> None:
        panel.list.chosen.connect(self._go)
        if name == "contents":
            panel.text_chosen.connect(self.open_text)
        elif name == "search":
            panel.query_changed.connect(self._finding.search)
            self._finding.found.connect(panel.show_answer)
            self._finding.added.connect(panel.add_hits)
            panel.more_wanted.connect(self._finding.more)
            self._finding.emptied.connect(panel.show_nothing)
        elif name == "bookmarks":
            desk = MarkDesk(self._program, self._tasks, self._reading, self._marking, panel)
            desk.troubled.connect(self.troubled)
            desk.edit_wanted.connect(self.note_wanted)
            desk.copy_wanted.connect(self._leads.copy_mark)
        elif name == "notes":
            panel.list.removal_wanted.connect(self._noting.remove)
            panel.editor.closed.connect(self._article.setFocus)
            panel.reader.copy_wanted.connect(self._leads.copy_mark)
            panel.reader.view.followed.connect(self._leads.follow)
            self._noting.attach(panel)
        elif name == "glossary":
            panel.here.toggled.connect(lambda: self._find_terms(panel))
            self.show_terms()
            self._entries = self._make_entries(panel)
            panel.list.removal_wanted.connect(self._remove)
        self._fill(name)

    def _make_entries(self, panel: Any) -> Entries:
        from reader.ui.entries import Entries  # noqa: PLC0415 - with the panel

        made = Entries(self._program, self._tasks, self._reading, self._explaining, panel)
        made.chosen.connect(self._go)
        made.troubled.connect(self.troubled)
        made.own_wanted.connect(self._owning.edit)
        return made

    def open_entry(self, term: Term) -> None:
        """Show the entry of a term in the panel of the glossary."""
        self._sidebar.panel("glossary")
        if self._entries is not None:
            self._entries.open(term)

    def show_indexing(self, progress: Progress) -> None:
        """Say in the panel of the search how far the index is."""
        panel: Any = self._sidebar.existing("search")
        if panel is not None:
            panel.show_progress(progress)

    def show_terms(self) -> None:
        """List the glossary, when it has been compiled anew."""
        panel: Any = self._sidebar.existing("glossary")
        shelf = self._program.shelf()
        if panel is not None and shelf is not None and len(shelf.forms) > _MANY:
            lookup = self._program.lookup
            self._tasks.read(lookup.terms, panel.show_terms, lambda _error: None)
        elif panel is not None:
            with contextlib.suppress(ReferenceMissing):  # it is on its way and will be shown then
                panel.show_terms(self._program.lookup.terms())

    def _renew_terms(self) -> None:
        """The reader's own terms are others now."""
        self.show_terms()
        self._fill_terms()
        if self._entries is not None:
            self._entries.look_again()

    def _fill_all(self) -> None:
        for name in PANELS:
            self._fill(name)

    def _fill_marks(self) -> None:
        self._fill("notes")

    def _fill_terms(self) -> None:
        self._fill("glossary")

    def _fill(self, name: str) -> None:
        panel: Any = self._sidebar.existing(name)
        text = self._reading.text
        if panel is None or text is None:
            return
        if name == "contents":
            panel.show_library(self._program.texts.cards(), text.id)
            panel.show_text(text)
        elif name == "notes":
            panel.show_notes(self._reading.notes, self._reading.on_words_elsewhere)
        elif name == "glossary":
            self._find_terms(panel)

    def _find_terms(self, panel: Any) -> None:
        """Tell the panel which terms the text holds; a long text is gone through beside."""
        identifier = None if self._reading.text is None else self._reading.text.id
        if identifier is not None and panel.here.isChecked():
            program = self._program
            self._tasks.read(
                lambda: program.open_text(identifier).terms(),
                panel.show_present,
                self.troubled.emit,
            )

    def _soon(self) -> None:
        if not self._following.isActive():
            self._following.start()

    def _follow(self) -> None:
        panel: Any = self._sidebar.existing("contents")
        if panel is not None and panel.isVisible():
            panel.follow(self._article.position[0])

    # --- going ------------------------------------------------------------------

    def _go(self, target: object) -> None:
        """Go where a row points: a paragraph, a mark, a hit or a term."""
        if isinstance(target, int):
            self._article.top_of(target)
            self._article.setFocus()
        elif isinstance(target, Bookmark | Highlight | Note):
            self._go_to_mark(target)
        elif isinstance(target, Hit):
            self._go_to_hit(target)
        elif isinstance(target, Term):
            self.open_entry(target)

    def _go_to_mark(self, mark: Bookmark | Highlight | Note) -> None:
        text = self._reading.text
        if text is None or mark.document != text.id:
            self.open_text(mark.document)
        if mark.orphan:
            self.orphan_chosen.emit(mark)
        else:
            self._lighting.go_to(mark.anchor.span)
        if isinstance(mark, Note) and self._sidebar.current == "notes":
            self._noting.read(mark)

    def _remove(self, mark: object) -> None:
        if isinstance(mark, Term) and mark.id.startswith(KEY):
            self._owning.remove(mark)

    def _go_to_hit(self, hit: Hit) -> None:
        if hit.kind == "term":
            term = self._program.lookup.term(hit.reference)
            if term is not None:
                self._explaining.pin_term(term)
            return
        text = self._reading.text
        if hit.document is not None and (text is None or hit.document != text.id):
            self.open_text(hit.document)
        self._finding.go_to(hit)
