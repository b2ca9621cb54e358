"""Entries of the glossary: from a term to its page, its places, and the terms beside it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.services.occurrences import Occurrences
from reader.ui.card.control import Control
from reader.ui.panels.entry import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.app import Program
    from reader.domain.glossary import Term
    from reader.services.search import Hit
    from reader.ui.explaining import Explaining
    from reader.ui.panels.glossary import GlossaryPanel
    from reader.ui.reading import Reading
    from reader.ui.tasks import Tasks

_SHOWN = 1000
"""Most places listed in the open text, and as many in all others; the counts are exact."""


class Entries(QObject):
    """Fills the entry page of the glossary panel; ``chosen`` carries the Hit of a place.

    ``own_wanted`` asks to change the Term that is shown, one of the reader's own.
    """

    chosen = Signal(object)
    own_wanted = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        explaining: Explaining,
        panel: GlossaryPanel,
    ) -> None:
        super().__init__(panel)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._explaining = explaining
        self._panel = panel
        self._page = panel.entry
        self._round = 0
        self._consultation = explaining.consultation()
        page = self._page
        page.card.set_divide(explaining.divide)

        def is_known(word: str) -> bool:
            return program.vocabulary.known(word) is True

        self._control = Control(
            page.card,
            self._consultation,
            self._show,
            is_known,
        )
        page.edit.clicked.connect(self._edit)
        page.went.connect(self._control.go)
        page.list.chosen.connect(self.chosen)
        page.left.connect(self._forget)
        reading.opened.connect(self.renew)
        reading.finished.connect(self.renew)

    def open(self, term: Term) -> None:
        """Show the entry of a term."""
        self._consultation.begin_term(term)
        self._panel.show_entry()
        self._show()
        self._page.setFocus()

    def renew(self) -> None:
        """Look for the places anew: another text is open, or more of it is analysed."""
        if self._page.isVisible():
            self._find()

    def look_again(self) -> None:
        """Terms are others now: show what this one is."""
        if self._page.isVisible():
            self._consultation.renew()
            self._show()

    def _edit(self) -> None:
        stop = self._consultation.stop
        if stop is not None and stop.explanation.is_own:
            self.own_wanted.emit(stop.explanation.term)

    def _show(self) -> None:
        stop = self._consultation.stop
        if stop is not None:
            self._page.card.set_manner(self._explaining.manner())
            self._page.show_entry(
                stop.explanation,
                back=self._consultation.can_go_back,
                forward=self._consultation.can_go_forward,
            )
            self._page.show_counting()
            self._find()

    def _forget(self) -> None:
        """What is still being looked for is wanted no more."""
        self._round += 1

    def _find(self) -> None:
        stop, text = self._consultation.stop, self._reading.text
        term = None if stop is None else stop.explanation.term
        self._round += 1
        this_round = self._round
        if term is None:
            self._page.show_no_term()
            return
        document = None if text is None else text.id
        occurrences = Occurrences(
            self._program.library, self._program.analyses, self._program.overlaid
        )

        def wanted() -> bool:
            return self._round == this_round

        def work() -> tuple[Places, Places]:
            here = iter(()) if document is None else occurrences.within(term, document, wanted)
            return _counted(here), _counted(occurrences.elsewhere(term, document, wanted))

        def done(places: tuple[Places, Places]) -> None:
            if wanted():
                self._page.show_places(*places)

        self._tasks.read(work, done, self.troubled.emit)


def _counted(hits: Iterator[Hit]) -> Places:
    """The first hits, and how many there are."""
    shown = list(islice(hits, _SHOWN))
    return Places(shown, len(shown) + sum(1 for _ in hits))
