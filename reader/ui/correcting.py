"""Corrections of words and readings as a person makes them, each with its undoing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.corrections import Correction, Wanted
from reader.domain.errors import ReferenceMissing
from reader.domain.marks import anchor_at
from reader.domain.places import Span
from reader.services.analysis import Place, analyse
from reader.services.companion import CompanionFailed
from reader.services.correcting import rules_of
from reader.ui.article.view import ArticleView
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.domain.overlay import Rule
    from reader.services.correcting import Made
    from reader.services.correction_file import Taken
    from reader.ui.dialogs.corrections import CorrectionsDialog
    from reader.ui.dialogs.words import WordsDialog


class Correcting(QObject):
    """Asks what is to be corrected, and carries it out in the writing thread.

    ``said`` carries what is to be selected first, ``relearned`` tells that words have changed,
    ``place_wanted`` carries the text and Span of a correction; ``term_wanted`` the word that is to
    be a term, how it is read and the dialog where that was asked; ``troubled`` a fault.
    """

    said = Signal(str)
    relearned = Signal()
    place_wanted = Signal(int, object)
    term_wanted = Signal(str, object, object)
    troubled = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917 - it stands between all of these
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        view: ArticleView,
        marking: Marking,
        ask: Callable[..., None],
    ) -> None:
        """``ask`` shows a dialog and calls a function once it is accepted."""
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view
        self._marking = marking
        self._ask = ask
        self._counted = 0
        self._listing: CorrectionsDialog | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"words": self.begin, "corrections": self.show_list}

    def stop(self) -> None:
        """Count no further: the window closes, or nobody waits any more."""
        self._counted += 1

    # --- one --------------------------------------------------------------------

    def begin(self, span: Span | None = None) -> None:
        """Correct the words at a place, or at what is selected or current."""
        from reader.services.recutting import Recutting, neighbours  # noqa: PLC0415
        from reader.ui.dialogs.words import WordsDialog  # noqa: PLC0415 - seldom

        place, text = span or self._view.current_span, self._reading.text
        words = text.words_at(place.paragraph, place.start) if text and place else ()
        around = neighbours(words, place) if place else []
        if text is None or place is None or not around:
            self.said.emit(self.tr("Select a word, or some within a sentence, to correct it."))
            return
        paragraph = text.paragraph(place.paragraph).text
        draft = Recutting(paragraph, around, self._usual)
        if not any((word.start, word.end) == (place.start, place.end) for word in around):
            draft.enclose(place)
        dialog = WordsDialog(
            draft, self._view.theme, self._view.window(), alone=place.end - place.start == 1
        )
        document = text.id

        def wanted() -> list[Wanted]:
            return [
                Wanted(change.words)
                if dialog.everywhere.isChecked()
                else Wanted(
                    change.words,
                    document,
                    anchor_at(paragraph, Span(place.paragraph, change.start, change.end)),
                )
                for change in dialog.changes
            ]

        dialog.scope_wanted.connect(lambda: self._count(dialog, wanted()))
        dialog.finished.connect(self.stop)
        self._ask(dialog, lambda: self._make(wanted()))
        dialog.strip.enter(place.start, place.end)

    def _usual(self, written: str) -> tuple[str, ...]:
        """The reading of a word of the dictionary."""
        try:
            lookup = self._program.lookup
            if not lookup.words_among([written]):
                return ()
            return lookup.word(written).syllables
        except ReferenceMissing:
            return ()

    def _count(self, dialog: WordsDialog, wanted: list[Wanted]) -> None:
        """Say in the dialog how much would change, as soon as that is known."""
        self._counted += 1
        own, corrections = self._counted, self._program.corrections

        def done(scope: object) -> None:
            if own == self._counted and scope is not None:
                dialog.show_scope(scope)  # type: ignore[arg-type]

        self._tasks.read(
            lambda: corrections.scope(wanted, self._analyse, lambda: own == self._counted),
            done,
            self.troubled.emit,
        )

    def _analyse(self, document: int, places: Sequence[Place]) -> None:
        program = self._program
        try:
            analyse(program.library, program.engine, program.analyses, document, places)
        except CompanionFailed:
            return  # what is not analysed is told apart

    def _make(self, wanted: list[Wanted]) -> None:
        corrections = self._program.corrections

        def done(made: Made) -> None:
            self._keep(self.tr("Words corrected"), made.made, made.replaced)

        self._tasks.write(lambda: corrections.make(wanted), done, self.troubled.emit)

    def _keep(self, message: str, made: list[Correction], gone: list[Correction]) -> None:
        """Show what has been changed, say so and keep what undoes it."""
        corrections, rules = self._program.corrections, rules_of([*made, *gone])
        self._show(rules)
        self._marking.remember(
            message,
            lambda: corrections.swap(made, gone),
            lambda: self._show(rules),
            lambda: corrections.swap(gone, made),
        )

    def _show(self, rules: Sequence[Rule]) -> None:
        """Bring words that may have changed into the view."""
        text = self._reading.text
        if text is not None:
            self._view.learn(text.relearn(rules))
        self._reading.learned.emit()
        self.relearned.emit()
        if self._listing is not None:
            self._fill()

    # --- all --------------------------------------------------------------------

    def show_list(self) -> None:
        """List all corrections."""
        from reader.ui.dialogs.corrections import CorrectionsDialog  # noqa: PLC0415 - seldom

        dialog = self._listing = CorrectionsDialog(self._view.theme, self._view.window())
        dialog.removal_wanted.connect(self._remove)
        dialog.term_wanted.connect(self._make_term)
        dialog.undo.clicked.connect(self._marking.undo)
        dialog.export_wanted.connect(self._export)
        dialog.import_wanted.connect(self._import)
        dialog.chosen.connect(self._go)
        dialog.destroyed.connect(self._forget_list)
        dialog.finished.connect(self._forget_list)
        self._fill()
        self._ask(dialog, lambda: None)

    def _forget_list(self) -> None:
        self._listing = None

    def _fill(self) -> None:
        program = self._program

        def work() -> tuple[list[Correction], dict[int, str]]:
            return program.corrections.all(), {c.id: c.title for c in program.library.cards()}

        def done(found: tuple[list[Correction], dict[int, str]]) -> None:
            if self._listing is not None:
                self._listing.show_corrections(*found)

        self._tasks.write(work, done, self.troubled.emit)

    def _remove(self, correction: Correction) -> None:
        corrections = self._program.corrections
        self._tasks.write(
            lambda: corrections.swap([correction]),
            lambda _: self._keep(self.tr("Correction removed"), [], [correction]),
            self.troubled.emit,
        )

    def _go(self, correction: Correction) -> None:
        wanted = correction.wanted
        if wanted.anchor is not None and not wanted.orphan and self._listing is not None:
            self._listing.accept()
            self.place_wanted.emit(wanted.document, wanted.anchor.span)

    def _make_term(self, correction: Correction) -> None:
        """Of several words the longest is the one that may be a term."""
        word = max(correction.wanted.words, key=lambda one: len(one.text))
        self.term_wanted.emit(word.text, word.syllables, self._listing)

    def _export(self, path: Path) -> None:
        from reader.services import correction_file  # noqa: PLC0415 - seldom
        from reader.services.writing import write_lines  # noqa: PLC0415

        program = self._program

        def work() -> None:
            told = correction_file.as_json(program.corrections.all(), program.library)
            write_lines(path, told.splitlines())

        said = self.tr("Corrections written to “{0}”.").format(path.name)
        self._tasks.write(work, lambda _: self._tell(said), self._fail)

    def _import(self, path: Path) -> None:
        from reader.services import correction_file  # noqa: PLC0415 - seldom

        program = self._program

        def done(taken: Taken) -> None:
            count = len(taken.made.made)
            told = self.tr("1 correction taken in.") if count == 1 else ""
            told = told or self.tr("{0} corrections taken in.").format(count)
            if taken.elsewhere:
                more = self.tr("{0} are of texts that are not in this library.")
                told += " " + more.format(taken.elsewhere)
            self._keep(told, taken.made.made, taken.made.replaced)
            self._tell(told)

        self._tasks.write(
            lambda: correction_file.take(path, program.corrections, program.library),
            done,
            self._fail,
        )

    def _tell(self, text: str) -> None:
        if self._listing is not None:
            self._listing.say(text)

    def _fail(self, error: Exception) -> None:
        """A fault is told where one looks: in the list, or else above the text."""
        from reader.domain.errors import XiduError  # noqa: PLC0415 - beside its only use
        from reader.ui.notices import sentence  # noqa: PLC0415

        if self._listing is not None and isinstance(error, XiduError):
            self._listing.say(sentence(error))
        else:
            self.troubled.emit(error)
