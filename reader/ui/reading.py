"""The open text in the view: words as they become known, marks, the place where one reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.domain.document import Outline, Shape
from reader.domain.places import Span
from reader.services.analysis import Backlog, Place, analyse
from reader.services.session import OpenText
from reader.ui.article.decorations import Layer, by_paragraph, places
from reader.ui.article.view import ArticleView
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.domain.marks import Bookmark, Highlight, Note
    from reader.services.everywhere import Everywhere

_KEEP_POSITION_AFTER = 600
"""Milliseconds of rest after which the reading position is stored."""

_ENGINE_RESTS_AFTER = 20_000
"""Milliseconds without work after which the analysing process ends."""


_MANY = 300
"""Marks of a text that are read at once; more are read beside the window."""

_TINTED = frozenset({"span", "sentence"})
"""Scopes of notes whose words are tinted; the others have their sign only."""


class Marks(NamedTuple):
    """All marks of one text, in reading order, and the notes on words everywhere."""

    document: int
    bookmarks: list[Bookmark]
    notes: list[Note]
    highlights: list[Highlight]
    everywhere: Everywhere


class Reading(QObject):
    """Opens texts in the view and keeps the view true.

    ``leaving`` is sent before another text takes the place of this one, ``opened`` when
    it is shown, ``marks_changed`` when its marks are read anew, ``learned`` when words
    became known and ``finished`` when all are, ``troubled`` with an exception.
    """

    leaving = Signal()
    opened = Signal()
    marks_changed = Signal()
    learned = Signal()
    finished = Signal()
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._view = view
        self.text: OpenText | None = None
        self.bookmarks: list[Bookmark] = []
        self.notes: list[Note] = []
        self.highlights: list[Highlight] = []
        self.on_words: Everywhere | None = None
        self._sites: dict[int, list[tuple[int, int]]] = {}
        self._marked = False
        self._marks_of: OpenText | None = None
        self._reads = 0
        self._backlog = Backlog(Shape.of(()))
        self._busy = False
        self._position_timer = QTimer(self, singleShot=True, interval=_KEEP_POSITION_AFTER)
        self._position_timer.timeout.connect(self.keep_position)
        self._rest_timer = QTimer(self, singleShot=True, interval=_ENGINE_RESTS_AFTER)
        self._rest_timer.timeout.connect(lambda: tasks.read(program.engine.rest))
        self._kept: tuple[int, float] | None = None
        view.words_wanted.connect(self._want_words)
        view.moved.connect(self._position_timer.start)

    @property
    def on_words_elsewhere(self) -> list[Note]:
        """Notes on words everywhere that were written in other texts."""
        if self.on_words is None or self.text is None:
            return []
        return [note for note in self.on_words if note.document != self.text.id]

    @property
    def outline(self) -> Outline:
        """Sections of the open text."""
        return self.text.outline if self.text else Outline((), (), 0)

    def open(self, identifier: int) -> None:
        """Show a text where it was left. Raises DocumentUnknown."""
        self.keep_position()
        text = self._program.open_text(identifier)
        if self.text is not None:
            self.leaving.emit()
        self.text = text
        self._sites.clear()
        self._backlog = Backlog(self.text.shape)
        self._kept = self._program.library.position(identifier)
        self._view.open(self.text, *self._kept, self.text.outline.starts)
        self._view.setAccessibleName(self.text.title)
        if self._marked:
            self.show_marks()
        self._program.settings.change(document=identifier)
        self.opened.emit()

    def reopen(self) -> None:
        """Show the same text again after it has been mended differently."""
        if self.text is None:
            return
        identifier, position = self.text.id, self._view.position
        if position == self._kept:  # what is stored has followed what was mended
            position = self._kept = self._program.library.position(identifier)
        self.text = self._program.open_text(identifier)
        self._backlog = Backlog(self.text.shape)
        paragraph = min(position[0], max(0, len(self.text.shape) - 1))
        self._view.open(self.text, paragraph, position[1], self.text.outline.starts)
        self.show_marks()
        self.opened.emit()

    def renew(self, identifier: int) -> None:
        """Show a text that has been given another version, where the library says one was."""
        if self.text is not None and self.text.id == identifier:
            self._position_timer.stop()
            self._kept = self._view.position  # of the version there was: not to be stored
        self.open(identifier)

    def read_marks(self, document: int) -> Marks:
        """The marks of a text as they are stored now; works in any thread."""
        notebook = self._program.notebook
        return Marks(
            document,
            notebook.bookmarks(document),
            notebook.notes(document),
            notebook.highlights(document),
            notebook.on_words(),
        )

    def show_marks(self, marks: Marks | None = None) -> None:
        """Put the marks into the text: those just read, or else read now.

        Called for the first time after the first paint, from then on by ``open``.
        """
        self._marked = True
        if self.text is None:
            return
        if marks is None or marks.document != self.text.id:
            if self._program.notebook.count(self.text.id) > _MANY:
                self._read_beside(self.text)
                return
            marks = self.read_marks(self.text.id)
        self._reads += 1  # what is still being read is older
        self._put_marks(self.text, marks)

    def _read_beside(self, text: OpenText) -> None:
        """Read marks that take longer than the window may stand still, and show them then."""
        if self._marks_of is not text:
            # Those of another text, or of the same before it was mended, are not where they were.
            nothing = self._program.notebook.on_words()
            self._put_marks(text, Marks(text.id, [], [], [], nothing))
        self._reads += 1
        number = self._reads

        def show(marks: Marks) -> None:
            if text is self.text and number == self._reads:
                self._put_marks(text, marks)

        self._tasks.read(lambda: self.read_marks(text.id), show, self.troubled.emit)

    def _put_marks(self, text: OpenText, marks: Marks) -> None:
        self._marks_of = text
        _, self.bookmarks, self.notes, self.highlights, self.on_words = marks
        decorations = self._view.decorations
        tinted = (n.anchor.span for n in self.notes if n.scope in _TINTED and not n.orphan)
        decorations.set_ranges(Layer.NOTE, tinted)
        self._sites.clear()
        decorations.everywhere = self._on_words_in if self.on_words else None
        decorations.highlights = by_paragraph(
            (mark.anchor.span, str(mark.colour)) for mark in self.highlights if not mark.orphan
        )
        decorations.bookmarks = _places(self.bookmarks)
        decorations.notes = _places(self.notes)
        decorations.repairs = places(
            (Span(repair.paragraph, repair.offset, repair.offset), index)
            for index, repair in enumerate(text.repairs)
        )
        self._view.decorate()
        self.marks_changed.emit()

    def text_of(self, span: Span) -> str:
        """The characters of a span."""
        if self.text is None:
            return ""
        return self.text.paragraph(span.paragraph).text[span.start : span.end]

    def note_at(self, span: Span) -> Note | None:
        """The note that stands on a place, if there is one."""
        for note in self.notes:
            if note.scope in _TINTED and not note.orphan and _overlap(note.anchor.span, span):
                return note
        return None

    def _on_words_in(self, paragraph: int) -> list[tuple[int, int]]:
        """Where a paragraph has words with a note of their own; none while it is not analysed."""
        found = self._sites.get(paragraph)
        if found is None and self.text is not None and self.on_words is not None:
            text = self.text.paragraph(paragraph).text
            found = self.on_words.places(self.text.words(paragraph), text)
            self._sites[paragraph] = found
        return found or []

    def highlights_on(self, spans: Iterable[Span]) -> list[Highlight]:
        """The highlights that overlap any of ``spans`` (one a paragraph), in reading order."""
        wanted = {span.paragraph: span for span in spans}
        return [
            mark
            for mark in self.highlights
            if not mark.orphan
            and (span := wanted.get(mark.anchor.span.paragraph)) is not None
            and _overlap(mark.anchor.span, span)
        ]

    def keep_position(self) -> None:
        """Store where the reader is."""
        self._position_timer.stop()
        if self.text is None or self._program.database.read_only:
            return
        position = self._view.position
        if position != self._kept:
            self._kept = position
            identifier = self.text.id
            self._tasks.write(
                lambda: self._program.library.set_position(identifier, *position),
                failed=self.troubled.emit,
            )

    # --- words ------------------------------------------------------------------

    def _want_words(self, places: Sequence[Place]) -> None:
        self._backlog.want(places)
        self._analyse_next()

    def _analyse_next(self) -> None:
        """Analyse what is in sight, then the rest of the text, a little at a time."""
        text = self.text
        if self._busy or text is None:
            return
        backlog, batch = self._backlog, self._backlog.take()
        if not batch:
            self._rest_timer.start()
            self.finished.emit()
            return
        self._busy = True
        self._rest_timer.stop()
        program, identifier = self._program, text.id

        def work() -> None:
            analyse(program.library, program.engine, program.analyses, identifier, batch)

        def done(_result: object) -> None:
            self._busy = False
            if text is self.text:
                text.learn(batch)
                self._sites.clear()
                self._view.learn(batch)
                self.learned.emit()
            self._analyse_next()

        def failed(error: Exception) -> None:
            self._busy = False
            backlog.again(batch)
            self.troubled.emit(error)

        self._tasks.read(work, done, failed)


def _places(marks: Sequence[Bookmark | Note]) -> dict[int, list[tuple[int, int]]]:
    """Signs for marks that have a place, each with its index."""
    return places((m.anchor.span, i) for i, m in enumerate(marks) if not m.orphan)


def _overlap(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
