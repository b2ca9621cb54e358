"""Fills the panel of marks beside the window, and anew whenever marks have changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.domain.mark_queries import ORPHANS, Grouping, MarkGroup, MarkQuery, Unwanted
from reader.ui.mark_texts import Names, caption_of, row_of
from reader.ui.models.mark_rows import Group, Key, Wanted
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from array import array

    from reader.ui.panels.marks import MarksPanel

_SOON = 60
"""Milliseconds after a change at which the list is read anew, once for many."""

_FEW = 400
"""Marks up to which all groups are open at first."""

_FIRST = 256
"""Numbers of a large group that are read before all of them."""


class Listing(QObject):
    """``troubled`` carries a fault."""

    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, reading: Reading, panel: MarksPanel) -> None:
        super().__init__(panel)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._panel = panel
        self._generation = 0
        self._query: MarkQuery | None = None
        self._names = Names({}, {}, told=False)
        self._stale = True
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        reading.marks_changed.connect(self._changed)
        reading.opened.connect(self._changed)
        panel.query_changed.connect(self.refresh)
        panel.shown.connect(self._shown)
        panel.list.rows.page_wanted.connect(self._read_page)
        panel.list.rows.numbers_wanted.connect(self._read_numbers)

    def refresh(self) -> None:
        """Read the list anew."""
        text = self._reading.text
        query = self._panel.query(None if text is None else text.id)
        if text is None and not self._panel.in_library:
            return
        self._stale = False
        self._generation += 1
        generation = self._generation
        program = self._program
        query = query._replace(zone=_zone())

        def work() -> tuple[list[MarkGroup], Names]:
            groups = program.mark_lists.groups(query, self._given_up(generation))
            titles = {card.id: card.title for card in program.texts.cards()}
            told = query.document is None and query.grouping is not Grouping.TEXT
            return groups, Names(titles, program.notebook.meanings(), told)

        def show(found: tuple[list[MarkGroup], Names]) -> None:
            if generation == self._generation:
                self._show(query, *found)

        self._read(work, show)

    def _changed(self) -> None:
        """Marks or the text are others; a panel nobody sees is filled when it is shown."""
        self._stale = True
        if self._panel.isVisible():
            self._soon.start()

    def _shown(self) -> None:
        if self._stale:
            self.refresh()

    def _show(self, query: MarkQuery, groups: list[MarkGroup], names: Names) -> None:
        rows, before = self._panel.list.rows, self._query
        self._query, self._names = query, names
        if query.grouping is Grouping.TEXT:
            order = {identifier: at for at, identifier in enumerate(names.titles)}
            # Orphans first, then the texts in the order in which they were opened last.
            groups.sort(key=lambda g: -1 if g.key == ORPHANS else order.get(int(g.key), 0))
        alone = len(groups) == 1 and query.grouping is Grouping.NOTHING and groups[0].key == ""
        shown = [
            Group(
                group.key,
                "" if alone else caption_of(query.grouping, group.key, names),
                group.size,
                group.numbers,
            )
            for group in groups
        ]
        same = before is not None and before[:5] == query[:5] and before.grouping == query.grouping
        opened = self._opened(shown)
        if same:
            known = {group.key for group in rows.groups}
            opened = rows.opened() | {key for key in opened if key not in known}
        self._keeping_place(lambda: rows.show(shown, opened), same=same)

    @staticmethod
    def _opened(groups: list[Group]) -> set[Key]:
        """The groups that are open at first: all of few marks, else the one there is."""
        few = sum(group.size for group in groups) <= _FEW
        return {group.key for group in groups if few or group.key == "" or len(groups) == 1}

    def _keeping_place(self, change: Callable[[], None], *, same: bool) -> None:
        """Change the list and stay where one was in it, if it is the same list."""
        marks = self._panel.list
        place, row = marks.verticalScrollBar().value(), marks.currentIndex().row()
        change()
        if same and row >= 0 and marks.rows.rowCount():
            marks.setCurrentIndex(marks.rows.index(min(row, marks.rows.rowCount() - 1)))
            marks.verticalScrollBar().setValue(place)

    def _read_numbers(self, key: Key) -> None:
        """Read the order of a group: the first marks at once, all of them after that."""
        query, generation = self._query, self._generation
        if query is None:
            return
        lists, rows = self._program.mark_lists, self._panel.list.rows
        size = next((group.size for group in rows.groups if group.key == key), 0)

        def put(numbers: array[int]) -> None:
            if generation == self._generation:
                rows.put_numbers(key, numbers)

        def read_all() -> array[int]:
            return lists.numbers(query, key, self._given_up(generation))

        def put_first(numbers: array[int]) -> None:
            put(numbers)
            self._read(read_all, put)

        if size > 2 * _FIRST:
            given_up = self._given_up(generation)
            self._read(lambda: lists.numbers(query, key, given_up, limit=_FIRST), put_first)
        else:
            self._read(read_all, put)

    def _read_page(self, wanted: Wanted) -> None:
        generation, names = self._generation, self._names

        def work() -> list[Any]:
            marks = self._program.mark_lists.marks(wanted.numbers)
            return [None if mark is None else row_of(mark, names) for mark in marks]

        def put(found: list[Any]) -> None:
            if generation == self._generation:
                self._panel.list.rows.put_page(wanted, found)

        self._read(work, put)

    def _given_up(self, generation: int) -> Callable[[], bool]:
        return lambda: generation != self._generation

    def _read(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, Unwanted):
                self.troubled.emit(error)

        self._tasks.read(work, done, failed)


def _zone() -> Any:
    """The time zone of this machine as it is now."""
    from datetime import datetime  # noqa: PLC0415 - when marks are listed

    return datetime.now().astimezone().tzinfo
