"""The reader's own terms and glossaries as a person changes them, each with its undoing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.glossary import KEY, Term
from reader.domain.own import OURS, OwnGlossary
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.domain.own import OwnTerm
    from reader.domain.words import Word
    from reader.formats.glossaries import Imported
    from reader.services.owning import Change, Plan
    from reader.ui.dialogs.glossaries import GlossariesDialog, ImportDialog
    from reader.ui.dialogs.own_term import OwnTermDialog


class Owning(QObject):
    """Asks what is to be written and carries it out in the writing thread.

    ``changed`` tells that terms are others now; ``troubled`` carries a fault.
    """

    changed = Signal()
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
        self._last = ""
        self._planned = 0
        self._listing: GlossariesDialog | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"own_term": self.begin, "glossaries": self.show_glossaries}

    def begin_reading(self) -> None:
        """Read many terms beside; what is shown already is marked when they are there."""
        program = self._program
        if program.has_own() and program.own.shelf is None:
            self._tasks.read(program.own.renew, lambda _: self._show(None), self.troubled.emit)

    # --- one term ---------------------------------------------------------------

    def begin(self, span: Span | None = None) -> None:
        """Write a term: what is selected or current, or else an empty one."""
        place, text = span or self._view.current_span, self._reading.text
        written, syllables = "", tuple[str, ...]()
        if text is not None and place is not None:
            paragraph = text.paragraph(place.paragraph).text
            place = _trimmed(place, paragraph)
            written = paragraph[place.start : place.end]
            syllables = self._read_there(place, paragraph) if written else ()
        shelf = self._program.shelf()
        found = None if shelf is None else shelf.find(written)
        if found is not None:
            self.edit(found)
            return
        draft = Term(written, written, syllables, "concept", "", "", "", "")
        self._open(draft, self._last, place=place)

    def begin_with(
        self, written: str, syllables: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """Write a term that is known already, read as told or as usual; ``parent`` asks for it."""
        shelf = self._program.shelf()
        found = None if shelf is None else shelf.find(written)
        if found is not None:
            self.edit(found, parent)
            return
        read = syllables or self._usual(written)
        draft = Term(written, written, read, "concept", "", "", "", "")
        self._open(draft, self._last, parent=parent)

    def edit(self, term: Term, parent: QWidget | None = None) -> None:
        """Change a term of the reader's own."""
        kept = self._program.own.kept(term.id)
        if kept is not None:
            self._open(kept.term, kept.glossary, kept, parent=parent)

    def _open(
        self,
        draft: Term,
        chosen: str,
        kept: OwnTerm | None = None,
        place: Span | None = None,
        parent: QWidget | None = None,
    ) -> None:
        from reader.ui.dialogs.own_term import OwnTermDialog  # noqa: PLC0415 - seldom

        glossaries = self._program.own.glossaries()
        if chosen not in {one.id for one in glossaries}:
            chosen = glossaries[-1].id if glossaries else self.tr("My terms")
        dialog = OwnTermDialog(
            draft, glossaries, chosen, self._usual, parent or self._view.window(), new=kept is None
        )
        if kept is not None:
            dialog.removal_wanted.connect(lambda: self.remove_keys([KEY + kept.id]))
        self._ask(dialog, lambda: self._put(dialog, kept, place))

    def _put(self, dialog: OwnTermDialog, kept: OwnTerm | None, place: Span | None) -> None:
        own, term, chosen = self._program.own, dialog.term, dialog.chosen
        written = "" if place is None else self._reading.text_of(place)

        def work() -> Change:
            glossary = own.create(chosen) if isinstance(chosen, str) else chosen
            self._last = glossary.id
            told = term if kept else term._replace(field=glossary.name)
            return own.put(told, glossary, kept)

        def done(change: Change) -> None:
            said = self.tr("Term changed") if kept else self.tr("Term added")
            self._keep(said, change, place if term.headword == written else None)

        self._tasks.write(work, done, self._fail)

    def _is_marked(self, place: Span) -> bool:
        """Whether a place is a term, by the words there are now."""
        text = self._reading.text
        if text is None:
            return False
        return any(
            word.term is not None and (word.start, word.end) == (place.start, place.end)
            for word in text.words_at(place.paragraph, place.start)
        )

    def remove(self, term: Term) -> None:
        """Remove a term of the reader's own."""
        self.remove_keys([term.id])

    def remove_keys(self, keys: Sequence[str]) -> None:
        """Remove terms by their ids."""
        own = self._program.own
        self._write(lambda: own.remove(keys), self.tr("Term removed"))

    def _read_there(self, place: Span, paragraph: str) -> tuple[str, ...]:
        """How a place is read in the text, as far as it has been analysed."""
        from reader.services.excerpt import clipped  # noqa: PLC0415 - seldom
        from reader.services.owning import spoken  # noqa: PLC0415

        text = self._reading.text
        quote = paragraph[place.start : place.end]
        words: Sequence[Word] = text.words_at(place.paragraph, place.start) if text else ()
        found = spoken(quote, clipped(paragraph, words, place.start, place.end))
        return found if all(found) else self._usual(quote)

    def _usual(self, written: str) -> tuple[str, ...]:
        """How a text is read by the dictionary, word by word."""
        from reader.domain.errors import ReferenceMissing  # noqa: PLC0415 - seldom
        from reader.services.candidates import words_in  # noqa: PLC0415
        from reader.services.owning import spoken  # noqa: PLC0415

        lookup = self._program.lookup
        try:
            words = [
                lookup.word(written[start:end])._replace(start=start, end=end)
                for start, end in words_in(lookup, written)
            ]
        except ReferenceMissing:
            return ()
        return spoken(written, words)

    # --- carrying out -----------------------------------------------------------

    def _write(self, work: Callable[[], Change], message: str) -> None:
        self._tasks.write(work, lambda change: self._keep(message, change), self._fail)

    def _keep(self, message: str, change: Change, place: Span | None = None) -> None:
        """Show what has been changed, say so and keep what undoes it.

        ``place`` is where a term was selected, which may be no whole words.
        """
        own = self._program.own
        self._show(change.forms)
        if place is not None and not self._is_marked(place):
            message += " · " + self.tr("not marked here, where it is part of other words")
        self._tell(message)
        self._marking.remember(
            message,
            lambda: own.apply(change.back),
            lambda: self._show(change.forms),
            lambda: own.apply(change.batch),
        )

    def _show(self, forms: frozenset[str] | None) -> None:
        """Bring what may be a term now, or none any more, into the view."""
        text = self._reading.text
        if text is not None:
            self._view.learn(text.relearn_forms(forms))
        self._reading.learned.emit()
        self.changed.emit()
        if self._listing is not None:
            self._fill()

    # --- glossaries -------------------------------------------------------------

    def show_glossaries(self) -> None:
        """List all glossaries."""
        from reader.ui.dialogs.glossaries import GlossariesDialog  # noqa: PLC0415 - seldom

        own = self._program.own
        dialog = self._listing = GlossariesDialog(self._view.window())
        dialog.switched.connect(self._switch)
        dialog.renamed.connect(self._rename)
        dialog.removal_wanted.connect(
            lambda one: self._write(lambda: own.close(one), self.tr("Glossary removed"))
        )
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        dialog.undo.clicked.connect(self._marking.undo)
        dialog.destroyed.connect(self._forget_list)
        dialog.finished.connect(self._forget_list)
        self._fill()
        self._ask(dialog, lambda: None)

    def _forget_list(self) -> None:
        self._listing = None

    def _fill(self) -> None:
        program = self._program

        def work() -> tuple[list[OwnGlossary], dict[str, int], bool]:
            from reader.domain.errors import ReferenceMissing  # noqa: PLC0415 - seldom

            count = program.own.count()
            try:
                count[OURS] = len(program.reference.all())
            except ReferenceMissing:
                count[OURS] = 0
            return program.own.glossaries(), count, program.own.ours()

        def done(found: tuple[list[OwnGlossary], dict[str, int], bool]) -> None:
            if self._listing is not None:
                self._listing.show_glossaries(found[0], found[1], ours=found[2])

        self._tasks.write(work, done, self.troubled.emit)

    def _switch(self, identifier: str, on: bool) -> None:
        own = self._program.own
        said = self.tr("Glossary switched on") if on else self.tr("Glossary switched off")
        self._write(lambda: own.switch(identifier, on=on), said)

    def _rename(self, identifier: str, name: str) -> None:
        own = self._program.own

        def work() -> Change:
            found = next(one for one in own.glossaries() if one.id == identifier)
            return own.rename(found, name)

        self._write(work, self.tr("Glossary renamed"))

    # --- files ------------------------------------------------------------------

    def _export(self, identifier: str, path: Path) -> None:
        from reader.formats.glossaries import ENDINGS, lines  # noqa: PLC0415 - seldom
        from reader.services.writing import write_lines  # noqa: PLC0415

        own = self._program.own

        def work() -> None:
            terms = (kept.term for kept in own.terms(identifier))
            write_lines(path, lines(terms, ENDINGS[path.suffix.lower()]))

        said = self.tr("Glossary written to “{0}”.").format(path.name)
        self._tasks.write(work, lambda _: self._tell(said), self._fail)

    def _import(self, path: Path) -> None:
        from reader.formats.glossaries import load  # noqa: PLC0415 - seldom
        from reader.services.owning import filled, unread  # noqa: PLC0415

        program = self._program
        self._tell(self.tr("Reading “{0}”…").format(path.name))

        def work() -> Imported:
            found = load(path, unread)
            return found._replace(terms=filled(found.terms, program.read_words))

        self._tasks.read(work, lambda found: self._ask_import(path, found), self._fail)

    def _ask_import(self, path: Path, found: Imported) -> None:
        from reader.ui.dialogs.glossaries import ImportDialog, told_count  # noqa: PLC0415

        if self._listing is None:
            return
        told = self.tr("The file has {0}.").format(told_count(len(found.terms)))
        if found.skipped:
            more = self.tr("{0} entries without a Chinese term are left out.")
            told += " " + more.format(found.skipped)
        self._tell("")
        glossaries = self._program.own.glossaries()
        dialog = ImportDialog(path.name, told, glossaries, path.stem, self._listing)
        dialog.plan_wanted.connect(lambda: self._plan(dialog, found.terms))
        dialog.accepted.connect(lambda: self._take_in(dialog.plan))
        self._plan(dialog, found.terms)
        dialog.open()

    def _plan(self, dialog: ImportDialog, terms: Sequence[Term]) -> None:
        own, chosen = self._program.own, dialog.chosen
        replace = dialog.replace.isChecked()
        self._planned += 1
        number = self._planned

        def work() -> Plan:
            glossary = own.create(chosen) if isinstance(chosen, str) else chosen
            return own.plan(terms, glossary, replace=replace)

        def done(plan: Plan) -> None:
            if number == self._planned:
                dialog.show_plan(plan)

        self._tasks.read(work, done, self.troubled.emit)

    def _take_in(self, plan: Plan | None) -> None:
        if plan is None:
            return
        own = self._program.own
        said = self.tr("Glossary imported")
        self._write(lambda: own.apply(plan.batch), said)

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


def _trimmed(place: Span, text: str) -> Span:
    """A place without the blanks and the punctuation at its ends."""
    start, end = place.start, place.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(place.paragraph, start, end)
