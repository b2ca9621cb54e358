"""A long list of marks in groups: only what is in sight is held, a page at a time.

A group is a caption and, while it is open, its marks. How many there are is known from counting;
the numbers of an open group's marks come later (eight bytes each), and what stands in their rows
when it is asked for. So a million marks take little more memory than a hundred.
"""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.ui.models.rows import Row, RowRole

Index = QModelIndex | QPersistentModelIndex
Key = str | int
_ROOT = QModelIndex()

PAGE = 64
"""Marks that are read at once."""

_HELD = 48
"""Pages that are held."""

_EMPTY = Row("…")
_GONE = Row("")


class Group(NamedTuple):
    """A group with its caption. Without a caption it is always open."""

    key: Key
    title: str
    size: int
    numbers: "array[int] | None" = None


class Wanted(NamedTuple):
    """What a model needs: the marks with these numbers, which are one page of a group."""

    key: Key
    page: int
    numbers: "array[int]"


class MarkRowsModel(QAbstractListModel):
    """``page_wanted`` carries a :class:`Wanted`, ``numbers_wanted`` the key of a group."""

    page_wanted = Signal(object)
    numbers_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._starts: list[int] = [0]
        self._open: set[Key] = set()
        self._numbers: dict[Key, array[int]] = {}
        self._pages: OrderedDict[tuple[Key, int], list[Row]] = OrderedDict()
        self._asked: set[tuple[Key, int]] = set()
        self._asked_numbers: set[Key] = set()

    @property
    def groups(self) -> Sequence[Group]:
        """What is listed."""
        return self._groups

    def show(self, groups: Iterable[Group], opened: Iterable[Key]) -> None:
        """List other groups, some of them open."""
        self.beginResetModel()
        self._groups = list(groups)
        self._open = {*opened, *(group.key for group in self._groups if not group.title)}
        self._numbers = {g.key: g.numbers for g in self._groups if g.numbers is not None}
        self._pages.clear()
        self._asked.clear()
        self._asked_numbers.clear()
        self._count()
        self.endResetModel()
        self._want_numbers()

    def opened(self) -> set[Key]:
        """The keys of the open groups."""
        return set(self._open)

    def toggle(self, row: int) -> None:
        """Open or close the group that has its caption in a row."""
        at, offset = self.locate(row)
        group = self._groups[at]
        if offset >= 0 or not group.size:
            return
        if group.key in self._open:
            self.beginRemoveRows(_ROOT, row + 1, row + group.size)
            self._open.remove(group.key)
            self._count()
            self.endRemoveRows()
        else:
            self.beginInsertRows(_ROOT, row + 1, row + group.size)
            self._open.add(group.key)
            self._count()
            self.endInsertRows()
            self._want_numbers()

    def put_numbers(self, key: Key, numbers: "array[int]") -> None:
        """The numbers of a group's marks have been read, or the first of them."""
        self._numbers[key] = numbers
        stale = [place for place in self._pages if place[0] == key]
        for place in stale:
            del self._pages[place]
        self._asked = {place for place in self._asked if place[0] != key}
        self._tell(key, 0, len(numbers))

    def put_page(self, wanted: Wanted, rows: Sequence[Row | None]) -> None:
        """A page has been read."""
        place = wanted.key, wanted.page
        self._asked.discard(place)
        self._pages[place] = [row or _GONE for row in rows]
        self._pages.move_to_end(place)
        while len(self._pages) > _HELD:
            self._pages.popitem(last=False)
        self._tell(wanted.key, wanted.page * PAGE, wanted.page * PAGE + len(rows))

    def locate(self, row: int) -> tuple[int, int]:
        """The index of the group in a row and which of its marks it is; -1 for its caption."""
        at = bisect_right(self._starts, row) - 1
        return at, row - self._starts[at] - bool(self._groups[at].title)

    def row(self, index: Index) -> Row:
        """What stands in a row, as far as it has been read."""
        at, offset = self.locate(index.row())
        group = self._groups[at]
        if offset < 0:
            return Row(group.title, str(group.size), group.key, head=True)
        page, place = divmod(offset, PAGE)
        held = self._pages.get((group.key, page))
        if held is not None:
            self._pages.move_to_end((group.key, page))
            return held[place] if place < len(held) else _GONE
        self._want(group.key, page)
        return _EMPTY

    def is_open(self, row: int) -> bool:
        """Whether the group in a row is open."""
        return self._groups[self.locate(row)[0]].key in self._open

    def _want(self, key: Key, page: int) -> None:
        numbers = self._numbers.get(key)
        if numbers is None or (key, page) in self._asked:
            return
        some = numbers[page * PAGE : (page + 1) * PAGE]
        if some:
            self._asked.add((key, page))
            self.page_wanted.emit(Wanted(key, page, some))

    def _want_numbers(self) -> None:
        for group in self._groups:
            missing = group.key not in self._numbers and group.key not in self._asked_numbers
            if missing and group.key in self._open:
                self._asked_numbers.add(group.key)
                self.numbers_wanted.emit(group.key)

    def _count(self) -> None:
        self._starts = [0]
        for group in self._groups:
            rows = bool(group.title) + (group.size if group.key in self._open else 0)
            self._starts.append(self._starts[-1] + rows)

    def _tell(self, key: Key, first: int, end: int) -> None:
        for at, group in enumerate(self._groups):
            if group.key == key and key in self._open:
                start = self._starts[at] + bool(group.title)
                last = min(start + end, self._starts[at + 1]) - 1
                if start + first <= last:
                    self.dataChanged.emit(self.index(start + first), self.index(last))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Captions, and the marks of open groups."""
        return 0 if parent.isValid() else self._starts[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the delegate and assistive tools ask for."""
        if not index.isValid() or index.row() >= self._starts[-1]:
            return None
        if role not in _ROLES:
            return None
        row = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.main}. {row.second}" if row.second else row.main
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.main,
            RowRole.SECOND: row.second,
            RowRole.PAYLOAD: row.payload,
            RowRole.HEAD: row.head,
        }
        return answers.get(role)


_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(RowRole.SECOND),
        int(RowRole.PAYLOAD),
        int(RowRole.HEAD),
    }
)
