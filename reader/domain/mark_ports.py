"""What services ask of storage for the reader's marks, as protocols; see ``ports``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from array import array
    from contextlib import AbstractContextManager

    from reader.domain.drafts import Draft
    from reader.domain.mark_changes import MarkPatch
    from reader.domain.mark_queries import MarkGroup, MarkQuery
    from reader.domain.marks import Anchor, Bookmark, Colour, Highlight, Mark, Note, Scope


class Marks(Protocol):
    """Bookmarks, notes and highlights. Every writing method is one durable transaction."""

    def add_note(  # noqa: PLR0913 - what a note is
        self,
        document: int,
        anchor: Anchor,
        text: str,
        tags: Iterable[str],
        now: datetime,
        *,
        scope: Scope = ...,
        word: str = "",
        draft: str = "",
    ) -> Note:
        """Store a note, throw its draft away, and return it once it is durable."""

    def change_note(  # noqa: PLR0913 - as above
        self,
        identifier: str,
        text: str,
        tags: Iterable[str],
        now: datetime,
        *,
        scope: Scope | None = None,
        word: str = "",
        anchor: Anchor | None = None,
        draft: str = "",
    ) -> Note:
        """Change the words of a note, or its scope and anchor, and throw its draft away."""

    def remove_note(self, identifier: str, now: datetime) -> None:
        """Put a note into the bin."""

    def restore_note(self, identifier: str) -> None:
        """Take a note out of the bin."""

    def notes(self, document: int | None = None) -> list[Note]:
        """Notes of one text, or of all, in reading order."""

    def everywhere(self) -> list[Note]:
        """Notes on words everywhere, in the order in which they were made."""

    def linking_to(self, target: str) -> list[Note]:
        """The notes that hold an address with this target, in reading order."""

    def add_bookmark(
        self,
        document: int,
        anchor: Anchor,
        name: str,
        now: datetime,
        *,
        tags: Iterable[str] = (),
    ) -> Bookmark:
        """Store a bookmark and return it once it is durable."""

    def rename_bookmark(self, identifier: str, name: str, now: datetime) -> Bookmark:
        """Give a bookmark another name."""

    def rank_bookmarks(self, ranks: Mapping[str, int]) -> None:
        """Give bookmarks, by id, their places among those of their text."""

    def remove_bookmark(self, identifier: str, now: datetime) -> None:
        """Put a bookmark into the bin."""

    def restore_bookmark(self, identifier: str) -> None:
        """Take a bookmark out of the bin."""

    def bookmarks(self, document: int | None = None) -> list[Bookmark]:
        """Bookmarks of one text, or of all, in reading order."""

    def add_highlights(
        self,
        document: int,
        anchors: Sequence[Anchor],
        colour: Colour,
        now: datetime,
        *,
        replacing: Sequence[str] = (),
    ) -> list[Highlight]:
        """Store highlights and put those that they replace into the bin, all or nothing."""

    def recolour_highlights(self, colours: Mapping[str, Colour], now: datetime) -> None:
        """Give highlights, by id, other colours, all or none."""

    def swap_highlights(
        self, removed: Sequence[str], restored: Sequence[str], now: datetime
    ) -> None:
        """Put some highlights into the bin and take others out of it, all or nothing."""

    def highlights(self, document: int | None = None) -> list[Highlight]:
        """Highlights of one text, or of all, in reading order."""

    def get(self, identifiers: Iterable[str]) -> list[Mark]:
        """Those of these marks that there are and that are not in the bin, in reading order."""

    def count(self, document: int) -> int:
        """How many marks a text has, without what is in the bin or has no place."""

    def tags(self) -> dict[str, int]:
        """Every tag and how many marks have it, the most used first."""

    def change_tags(self, tags: Mapping[str, Iterable[str]], now: datetime) -> None:
        """Give marks, by id, other tags, all or none."""

    def move(self, identifier: str, anchor: Anchor, now: datetime) -> Mark:
        """Put a mark at a place that a person has chosen."""

    def remove(self, identifiers: Iterable[str], now: datetime) -> None:
        """Put marks into the bin, all or none."""

    def restore(self, identifiers: Iterable[str]) -> None:
        """Take marks out of the bin, all or none."""

    def removed(self) -> list[tuple[Mark, datetime]]:
        """What lies in the bin and when it was put there, last first."""

    def purge(self, before: datetime) -> int:
        """Delete for good what was put into the bin earlier; return how many."""

    def recording(self) -> AbstractContextManager[list[MarkPatch]]:
        """Collect what the writes of the block change; in the one thread that writes."""

    def apply(self, patches: Sequence[MarkPatch]) -> None:
        """Give marks what these say, all or nothing."""


class MarkIntake(Protocol):
    """Takes in marks from elsewhere, with the ids and times they have."""

    def changed_by_id(self, identifiers: Iterable[str]) -> dict[str, datetime]:
        """Those of these marks that are there and not in the bin, and when they changed."""

    def has_twin(self, mark: Mark) -> bool:
        """Whether there is a mark of the same kind that says the same of the same quote."""

    def take_in(self, marks: Sequence[Mark], now: datetime) -> None:
        """Store marks, all or none, over those with their ids, in the bin or not."""


class MarkLists(Protocol):
    """Long lists of marks, read beside everything else."""

    def groups(self, query: MarkQuery, cancelled: Callable[[], bool] = ...) -> list[MarkGroup]:
        """The groups of a query and how many marks each has."""

    def numbers(
        self,
        query: MarkQuery,
        key: str | int,
        cancelled: Callable[[], bool] = ...,
        *,
        limit: int = -1,
    ) -> array[int]:
        """The numbers of the marks of one group, in order: all, or the first so many."""

    def marks(self, numbers: Sequence[int]) -> list[Mark | None]:
        """What these are now; ``None`` for one that is gone or does not decode."""

    def pages(self, query: MarkQuery, size: int = ...) -> Iterator[list[Mark]]:
        """Every mark of a query, orphans last, so many at a time."""


class Drafts(Protocol):
    """Notes that are being written. Every writing method is one durable transaction."""

    def new_id(self, now: datetime) -> str:
        """An id for a draft that is begun."""

    def keep(self, draft: Draft, now: datetime) -> None:
        """Store a draft over what was stored of it."""

    def drop(self, identifier: str) -> None:
        """Throw a draft away; one that is not there is no error."""

    def all(self) -> list[Draft]:
        """Every draft that can be read, the one written last first."""


class ColourMeanings(Protocol):
    """What the reader says that colours mean."""

    def all(self) -> dict[Colour, str]:
        """The meanings that were given, by colour."""

    def say(self, meanings: Mapping[Colour, str], now: datetime) -> None:
        """Name the meaning of colours, all or none; an empty one is forgotten."""


class DayCount(Protocol):
    """Counts the days on which the program was used."""

    def mark(self, now: datetime) -> None:
        """Note that the program is used today."""

    def due(self, days: int, now: datetime) -> datetime | None:
        """The moment before which something put away is due, if anything can be."""


class Bin(Protocol):
    """Something whose removed parts are kept for a while."""

    def purge(self, before: datetime) -> int:
        """Delete for good what was put away earlier; return how many."""
