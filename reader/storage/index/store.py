"""The index of a library: files of postings, and a list of which text is in which.

A text is indexed in stretches of whole paragraphs, so that one of any length takes bounded
memory. New texts come into small files, which are merged into larger ones now and then, four
at a time (O'Neil et al., *The log-structured merge-tree*, 1996). A file is never changed: a
text that changed or went is only struck off the list. What is damaged is forgotten, and fills
again like what is new.
"""

import logging
import sqlite3
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.domain.closing import Closing
from reader.domain.typed_pinyin import Cut
from reader.storage.index import syllables, symbols
from reader.storage.index.files import Batch, IndexFile, Stretch, merged, restricted
from reader.storage.index.listing import Listing
from reader.storage.index.occurrences import Occurrences, joined
from reader.storage.index.postings import Places, Postings, PostingsDamaged
from reader.storage.index.symbols import Alphabet

_log = logging.getLogger(__name__)

Kind = Literal["characters", "syllables"]
KINDS: tuple[Kind, ...] = ("characters", "syllables")

_FORMAT = 2
"""Raised with every change of what the files hold; an index of another format is dropped."""

FULL = 4_000_000
"""Positions that are indexed at once: about 120 MB of memory while it goes on."""

LARGEST = 4 * FULL
"""Positions of a file above which it is merged no more."""

_TOGETHER = 4
"""Files of about one size that are merged into one."""

_SMALLEST = 1 << 15
"""Positions up to which files count as of one size."""

Run = NDArray[np.uint16]
"""Symbols or syllable codes, one a character."""

_INDEXED: Mapping[Kind, Callable[[Run, Places], Postings]] = {
    "characters": symbols.indexed_run,
    "syllables": syllables.indexed_run,
}
_CLOSING = np.zeros(1, np.uint16)


class IndexUnavailable(Exception):
    """The index cannot be read or written; what is searched is there all the same."""


class NewText(NamedTuple):
    """A text to index; ``stamp`` names the state that it is in.

    A paragraph is its characters or, where syllables are indexed, a marked syllable a character,
    empty where there is none.
    """

    document: int
    stamp: bytes
    paragraphs: Iterable[Sequence[str]]


class SearchIndex(Closing):
    """Every place of characters and of syllables in the texts that are indexed.

    ``folder`` is the index's own. ``alike`` maps a code point to the one that stands for it, and
    ``version`` names it: an index of another version is dropped. Any thread may search while one
    writes. Every method may raise IndexUnavailable.
    """

    def __init__(self, folder: Path, version: str, alike: Mapping[int, int]) -> None:
        self._folder = folder
        self._version = f"{_FORMAT} {version}"
        self._alphabet = Alphabet(alike)
        self._lock = RLock()
        self._list: Listing | None = None
        self._files: dict[Kind, tuple[IndexFile, ...]] = {}
        self._stamps: dict[Kind, Mapping[int, bytes]] = {}
        self._mapped: dict[int, Postings] = {}

    def close(self) -> None:
        """Let go of the files."""
        with self._alone():
            self._changed()
            self._mapped = {}
            if self._list is not None:
                self._list.close()
                self._list = None

    def stamps(self, kind: Kind) -> Mapping[int, bytes]:
        """The texts that are wholly indexed, each with its stamp."""
        with self._alone():
            self._opened(kind)
            if kind not in self._stamps:
                self._stamps[kind] = self._listing().stamps(kind)
            return self._stamps[kind]

    def characters(
        self, text: Sequence[str | None], trusted: Container[int] | None = None
    ) -> Occurrences:
        """The places of these characters; ``None`` stands for any one.

        Only ``trusted`` texts are searched. A place found for a character beyond the first plane
        has to be compared with the text, and with one of ``None`` may reach into another paragraph:
        see :meth:`exact`. Raises ValueError when no character is named.
        """
        phrases = [(self._alphabet.phrase(text), len(text))]
        return Occurrences(restricted(self._opened("characters"), trusted), phrases)

    def exact(self, text: Sequence[str | None]) -> bool:
        """Whether the places of these characters need no comparing."""
        return None not in list(text) and self._alphabet.certain("".join(filter(None, text)))

    def syllables(self, cuts: Sequence[Cut], trusted: Container[int] | None = None) -> Occurrences:
        """The places that are read in one of these ways, in ``trusted`` texts."""
        phrases = [(syllables.phrase(cut), len(cut)) for cut in cuts]
        return Occurrences(restricted(self._opened("syllables"), trusted), phrases)

    def mixed(
        self, way: Sequence[str | Cut], trusted: Container[int] | None = None
    ) -> Iterator[Batch]:
        """The places of characters and syllables, one part right behind the other."""
        parts = [
            self.characters(part, trusted)
            if isinstance(part, str)
            else self.syllables([part], trusted)
            for part in way
        ]
        return joined(parts)

    def extend(self, kind: Kind, texts: Iterable[NewText]) -> Generator[int, None, None]:
        """Index texts, new or changed; yield the number of positions as they become stored.

        After each yield everything so far is stored: stopping there loses nothing of it.
        """
        waiting = _Waiting()
        for text in texts:
            waiting.begin(text.document)
            for paragraph in text.paragraphs:
                waiting.take(self._encoded(kind, paragraph))
                if waiting.size >= FULL:
                    yield self._store(kind, waiting)
            waiting.end(text.stamp)
        if waiting.new or waiting.done:
            yield self._store(kind, waiting)

    def drop(self, documents: Sequence[int]) -> None:
        """Strike texts off."""
        with self._alone(), self._listing().changing():
            for kind in KINDS:
                self._listing().strike(kind, documents)
            self._changed()

    def tidy(self, kind: Kind) -> bool:
        """Merge files that are due and delete those of which nothing is left; tell if any were."""
        files = self._opened(kind)
        due = _due([file for file in files if file.stretches])
        gone = [file.id for file in files if not file.stretches] + [file.id for file in due]
        if not gone:
            return False
        if due:
            postings, stretches = merged(due)
        with self._alone():
            if due and _state(self._opened(kind)) != _state(files):
                return True  # a text came or went meanwhile: once more
            with self._listing().changing():
                if due:
                    self._listing().remove_files([file.id for file in due])
                    self._write(kind, postings, stretches)
                self._listing().remove_files(gone)
            self._changed()
        self._unlink(gone)
        return True

    def readings(self) -> Mapping[tuple[int, str], str]:
        """The readings of the reader's own by which syllables were indexed: see ``hold_to``."""
        with self._alone():
            return self._listing().readings()

    def hold_to(self, readings: Mapping[tuple[int, str], str], touched: Sequence[int]) -> None:
        """Index by these readings from now on; the syllables of ``touched`` are struck off.

        They are keyed by where they hold, as the caller numbers it, and what is written.
        """
        with self._alone(), self._listing().changing():
            before = self._listing().readings()
            new = {key: value for key, value in readings.items() if before.get(key) != value}
            self._listing().set_readings(before.keys() - readings.keys(), new)
            self._listing().strike("syllables", touched)
            self._changed()

    def _encoded(self, kind: Kind, paragraph: Sequence[str]) -> Run:
        if kind == "syllables":
            return syllables.codes(paragraph)
        assert isinstance(paragraph, str)
        return self._alphabet.symbols(paragraph)

    def _store(self, kind: Kind, waiting: "_Waiting") -> int:
        """Write what has been taken into a file and put it on the list."""
        stretches, run, breaks = waiting.taken()
        postings = _INDEXED[kind](run, breaks)
        with self._alone():
            with self._listing().changing():
                self._listing().strike(kind, waiting.new)
                if len(run) > 1:
                    self._write(kind, postings, stretches)
                self._listing().finish(kind, waiting.done)
            self._changed()
        waiting.clear()
        return len(run)

    def _write(self, kind: Kind, postings: Postings, stretches: Sequence[Stretch]) -> None:
        size = sum(each.length for each in stretches)
        number = self._listing().add_file(kind, size)
        postings.write(self._path(number))
        self._listing().add_stretches(number, stretches)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread at a time; faults of the disk are told in our words."""
        with self._lock:
            try:
                yield
            except (OSError, sqlite3.Error) as fault:
                raise IndexUnavailable(str(fault)) from fault

    def _changed(self) -> None:
        """What is known of the list does not hold any more."""
        self._files = {}
        self._stamps = {}

    def _listing(self) -> Listing:
        if self._list is None:
            self._list = Listing(self._folder, self._version)
            kept = self._list.numbers()
            self._unlink(
                int(path.stem)
                for path in self._folder.glob("*.postings")
                if path.stem.isdigit() and int(path.stem) not in kept
            )
        return self._list

    def _opened(self, kind: Kind) -> tuple[IndexFile, ...]:
        """The files as they are now; one that is damaged is taken off the list with its texts."""
        with self._alone():
            if kind not in self._files:
                opened = []
                for number, size, stretches in self._listing().files(kind):
                    try:
                        postings = self._map(number)
                    except (OSError, PostingsDamaged) as fault:
                        _log.warning("a file of the search index is lost: %s", fault)
                        self._lose(kind, number, [each.document for each in stretches])
                        return self._opened(kind)
                    opened.append(IndexFile.of(number, postings, stretches, size))
                self._mapped |= {file.id: file.postings for file in opened}
                self._files[kind] = tuple(opened)
            return self._files[kind]

    def _map(self, number: int) -> Postings:
        known = self._mapped.get(number)
        return Postings.open(self._path(number)) if known is None else known

    def _lose(self, kind: Kind, number: int, documents: Sequence[int]) -> None:
        with self._listing().changing():
            self._listing().strike(kind, documents)
            self._listing().remove_files([number])
        self._changed()

    def _path(self, number: int) -> Path:
        return self._folder / f"{number}.postings"

    def _unlink(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._mapped.pop(number, None)
            with suppress(OSError):  # still mapped by another process: the next start deletes it
                self._path(number).unlink()


class _Waiting:
    """Paragraphs that are not stored yet.

    ``new`` are texts whose earlier stretches have to go, ``done`` those that are complete.
    """

    def __init__(self) -> None:
        self.done: dict[int, bytes] = {}
        self.new: list[int] = []
        self.size = 0
        self._runs: list[Run] = []
        self._stretches: list[Stretch] = []
        self._breaks: list[int] = []
        self._document = 0
        self._paragraph = 0  # the first one that is in no stretch yet
        self._since = 0, 0  # positions and breaks before it

    def begin(self, document: int) -> None:
        self._document = document
        self._paragraph = 0
        self._since = self.size, len(self._breaks)
        self.new.append(document)

    def take(self, paragraph: Run) -> None:
        self._runs += (paragraph, _CLOSING)
        self._breaks.append(self.size + len(paragraph))
        self.size += len(paragraph) + 1

    def end(self, stamp: bytes) -> None:
        self._close()
        self.done[self._document] = stamp

    def taken(self) -> tuple[list[Stretch], Run, Places]:
        """What has been taken: stretches, symbols, ends of paragraphs."""
        if self._document not in self.done:
            self._close()  # there will be more of it
        run = np.concatenate([*self._runs, _CLOSING])
        return self._stretches, run, np.array(self._breaks, np.uint32)

    def clear(self) -> None:
        self.done, self.new = {}, []
        self.size, self._since = 0, (0, 0)
        self._runs, self._stretches, self._breaks = [], [], []

    def _close(self) -> None:
        base, breaks = self._since
        if self.size > base:
            stretch = Stretch(base, self._document, self._paragraph, self.size - base)
            self._stretches.append(stretch)
            self._paragraph += len(self._breaks) - breaks


def _state(files: Sequence[IndexFile]) -> list[tuple[int, int]]:
    return [(file.id, file.length) for file in files]


def _due(files: Sequence[IndexFile]) -> Sequence[IndexFile]:
    """Neighbouring files of about one size, if there are enough of them to be merged."""
    lengths = [file.length for file in files]
    for end in range(_TOGETHER, len(files) + 1):
        group = lengths[end - _TOGETHER : end]
        alike = max(group) <= 2 * max(_SMALLEST, min(group))
        if alike and sum(group) <= LARGEST:
            return files[end - _TOGETHER : end]
    return ()
