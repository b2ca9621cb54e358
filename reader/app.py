"""The composition root: builds every object, and hands each one what it needs.

Nothing is looked up by name and nothing is global. What is slow to make is made when
it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.closing import Closing
from reader.services.session import ONE_PASS, OpenText, Overlaid
from reader.services.settings import Settings
from reader.storage.analyses import AnalysisStore, pack
from reader.storage.database import FILE_NAME, Database, open_database
from reader.storage.library import LibraryStore

if TYPE_CHECKING:
    from datetime import datetime

    from reader.domain.ports import Analyser
    from reader.domain.termlayer import TermLayer
    from reader.domain.words import Word
    from reader.services.bin import Bin
    from reader.services.checking import Checking
    from reader.services.correcting import Correcting
    from reader.services.drafting import Drafting
    from reader.services.engine import Engine
    from reader.services.indexing import Indexing
    from reader.services.links import Links
    from reader.services.lookup import Lookup
    from reader.services.mark_export import MarkExport
    from reader.services.mark_import import MarkImport
    from reader.services.notebook import Notebook
    from reader.services.orphans import Orphans
    from reader.services.owning import Own
    from reader.services.restoring import Restore
    from reader.services.safekeeping import Safekeeping
    from reader.services.search import Search
    from reader.services.searcher import Searcher, SearchWork
    from reader.services.shelf import Shelf
    from reader.services.texts import Texts
    from reader.services.textsearch import TextSearch
    from reader.services.updating import Updating
    from reader.services.vocabulary import Vocabulary
    from reader.storage.index.store import SearchIndex
    from reader.storage.mark_lists import MarkLists
    from reader.storage.marks import MarkStore
    from reader.storage.reference import Reference


def now() -> datetime:
    """The present, in UTC."""
    from datetime import UTC, datetime  # noqa: PLC0415 - reading needs no time

    return datetime.now(UTC)


_LASTING = frozenset(
    "settings database library marks analyses safekeeping engine analyser reference searcher "
    "_index".split()
)
"""What of a program stays when another library takes the place of its own."""


class Program(Closing):
    """The services of one data folder. Close it, or use it in a ``with`` statement.

    Opening the library raises the errors of ``storage.database``.
    """

    def __init__(self, data: Path, cache: Path) -> None:
        self.data = data
        self.cache = cache
        self.hurried = False
        """Whether a window waits: what takes long to read is left to a thread of it."""
        self._bare: bool | None = None
        self._closing: list[Callable[[], None]] = []

    @cached_property
    def settings(self) -> Settings:
        """What the reader chose."""
        return Settings(self.data / "settings.json")

    @cached_property
    def database(self) -> Database:
        """The reader's own file."""
        database = open_database(self.data)
        self._closing.append(database.close)
        return database

    @cached_property
    def library(self) -> LibraryStore:
        """The texts."""
        return LibraryStore(self.database, now)

    @cached_property
    def marks(self) -> MarkStore:
        """Bookmarks and notes."""
        from reader.storage.marks import MarkStore  # noqa: PLC0415 - after the first paint

        return MarkStore(self.database)

    @cached_property
    def analyses(self) -> AnalysisStore:
        """Stored words."""
        store = AnalysisStore(self.data / "analysis.sqlite3")
        self._closing.append(store.close)
        return store

    @cached_property
    def overlaid(self) -> Overlaid:
        """The reader's terms and corrections, laid over the stored words."""
        return Overlaid(self.library.overlay, self._layer)

    @cached_property
    def own(self) -> Own:
        """The reader's own glossaries."""
        from reader.services.owning import Own  # noqa: PLC0415 - most readers have none
        from reader.storage.own_terms import OwnStore  # noqa: PLC0415

        own = Own(OwnStore(self.database), now)
        if self.hurried:
            own.wait_if_many()
        return own

    def has_own(self) -> bool:
        """Whether there may be glossaries of the reader's own; a library is not made for that."""
        if "own" in self.__dict__:
            return True
        if self._bare is None:
            there = (self.data / FILE_NAME).exists()
            self._bare = not (there and self.library.has_glossaries())
        return not self._bare

    def renew_words(self) -> None:
        """Read again how the reader wants words: another process has changed it."""
        self._bare = None
        if self.has_own():
            self.own.renew()
        self.overlaid.renew()

    def shelf(self) -> Shelf | None:
        """The terms that are switched on, if there is any glossary of the reader's own."""
        return self.own.shelf if self.has_own() else None

    def read_words(self, texts: Sequence[str]) -> list[tuple[Word, ...] | None]:
        """Words of short texts, as the analyser in the other process cuts and reads them."""
        missing = [texts[at] for at in self.analyses.missing(texts)]
        if missing:
            self.analyses.keep(missing, self.engine.packed(missing))
        return self.analyses.get(texts)

    def _layer(self) -> TermLayer | None:
        shelf = self.shelf()
        return None if shelf is None else shelf.layer

    @cached_property
    def corrections(self) -> Correcting:
        """What can be done to corrections."""
        from reader.services.correcting import Correcting  # noqa: PLC0415 - seldom
        from reader.storage.corrections import CorrectionStore  # noqa: PLC0415

        store = CorrectionStore(self.database)
        return Correcting(store, self.library, self.analyses, self.overlaid, now)

    @cached_property
    def texts(self) -> Texts:
        """What can be done to texts."""
        from reader.services.texts import Texts  # noqa: PLC0415 - reading one does not need it

        return Texts(self.library, self.overlaid)

    @cached_property
    def updating(self) -> Updating:
        """What gives a text another version of itself."""
        from reader.services.updating import Updating  # noqa: PLC0415 - seldom

        return Updating(self.library, self.overlaid)

    @cached_property
    def orphans(self) -> Orphans:
        """Where marks without a place might belong."""
        from reader.services.orphans import Orphans  # noqa: PLC0415 - seldom

        return Orphans(self.library)

    @cached_property
    def notebook(self) -> Notebook:
        """What can be done to marks."""
        from reader.services.notebook import Notebook  # noqa: PLC0415 - after the first paint
        from reader.storage.colour_meanings import ColourMeaningStore  # noqa: PLC0415

        return Notebook(self.library, self.marks, ColourMeaningStore(self.database), now)

    @cached_property
    def mark_lists(self) -> MarkLists:
        """Long lists of marks."""
        from reader.storage.mark_lists import MarkLists  # noqa: PLC0415 - with their panel

        return MarkLists(self.database)

    @cached_property
    def links(self) -> Links:
        """Addresses of marks and places."""
        from reader.services.links import Links  # noqa: PLC0415 - when one is followed

        return Links(self.library, self.marks)

    @cached_property
    def drafting(self) -> Drafting:
        """Notes that are being written."""
        from reader.services.drafting import Drafting  # noqa: PLC0415 - after the first paint
        from reader.storage.drafts import DraftStore  # noqa: PLC0415

        return Drafting(self.library, self.notebook, DraftStore(self.database), now)

    @cached_property
    def bin(self) -> Bin:
        """What was removed."""
        from reader.services.bin import Bin  # noqa: PLC0415 - after the first paint
        from reader.storage.corrections import CorrectionStore  # noqa: PLC0415
        from reader.storage.day_count import DayCount  # noqa: PLC0415
        from reader.storage.own_terms import OwnStore  # noqa: PLC0415

        others = CorrectionStore(self.database), OwnStore(self.database)
        return Bin(self.marks, others, DayCount(self.database), now)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Backups."""
        from reader.services.safekeeping import Safekeeping  # noqa: PLC0415 - after the first paint

        return Safekeeping(self.data, lambda: self.settings, now)

    def restore(self, backup: Path, *, salvaging: bool = False) -> Restore:
        """A restore of a backup; the caller closes it."""
        from reader.services.restoring import Restore  # noqa: PLC0415 - seldom

        return Restore(self.safekeeping, lambda: self.database, backup, salvaging=salvaging)

    def checking(self) -> Checking:
        """The check of everything."""
        from reader.services.checking import Checking  # noqa: PLC0415 - seldom

        return Checking(
            self.database, self.library, self.texts, self.settings, self.safekeeping, self.cache
        )

    def renew(self) -> None:
        """Forget everything that was read of a library whose place another has taken."""
        self.let_go()
        for name in list(self.__dict__):
            made = getattr(type(self), name, None)
            if isinstance(made, cached_property) and name not in _LASTING:
                del self.__dict__[name]
        self._bare = None

    def let_go(self) -> None:
        """Let other processes of this program close the library; the next task opens it again."""
        if "searcher" in self.__dict__:
            self.searcher.rest()

    @cached_property
    def mark_export(self) -> MarkExport:
        """Takes marks out."""
        from reader.services.mark_export import MarkExport  # noqa: PLC0415 - seldom

        return MarkExport(self.library, self.mark_lists)

    @cached_property
    def mark_import(self) -> MarkImport:
        """Takes marks in."""
        from reader.services.mark_import import MarkImport  # noqa: PLC0415 - seldom

        return MarkImport(self.library, self.marks, now)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the reader knows of words."""
        from reader.services.vocabulary import Vocabulary  # noqa: PLC0415 - seldom at the start
        from reader.storage.known_words import KnownWordStore  # noqa: PLC0415

        return Vocabulary(KnownWordStore(self.database), self.reference, now)

    @cached_property
    def engine(self) -> Engine:
        """The analyser in a process of its own."""
        from reader.services.engine import Engine  # noqa: PLC0415 - multiprocessing is slow to import

        engine = Engine(self.cache, pack, self.settings.values.engine)
        self._closing.append(engine.close)
        return engine

    @cached_property
    def analyser(self) -> Analyser:
        """The analyser in this process, for commands."""
        from reader.services.reference import analyser  # noqa: PLC0415

        return analyser(self.cache, self.settings.values.engine)

    @cached_property
    def reference(self) -> Reference:
        """Dictionary and glossary as compiled last."""
        from reader.services.reference import reference_path  # noqa: PLC0415 - at the first card
        from reader.storage.reference import Reference  # noqa: PLC0415

        reference = Reference(reference_path(self.cache))
        self._closing.append(reference.close)
        return reference

    @cached_property
    def lookup(self) -> Lookup:
        """Explains words."""
        from reader.services.glossaries import Glossaries  # noqa: PLC0415
        from reader.services.lookup import Lookup  # noqa: PLC0415 - at the first card

        return Lookup(self.reference, Glossaries(self.reference, self.shelf))

    @cached_property
    def search(self) -> Search:
        """Finds everything."""
        from reader.services.search import Search  # noqa: PLC0415 - at the first search

        return Search(self.library, self.marks, lambda: self.lookup, self.texts_search)

    @cached_property
    def texts_search(self) -> TextSearch:
        """Finds places in the texts."""
        from reader.services.textsearch import TextSearch  # noqa: PLC0415 - at the first search

        return TextSearch(self.library, self.analyses, self.overlaid, self.indexing)

    @cached_property
    def searcher(self) -> Searcher:
        """Searching in a process of its own."""
        from reader.services.searcher import Searcher  # noqa: PLC0415 - as the engine

        searcher = Searcher(search_work, str(self.data), str(self.cache))
        self._closing.append(searcher.close)
        return searcher

    @cached_property
    def indexing(self) -> Indexing:
        """Keeps the index of the texts."""
        from reader.services.indexing import Indexing  # noqa: PLC0415 - after the first paint

        return Indexing(self.library, self.analyses, self.overlaid, lambda: self._index)

    @cached_property
    def _index(self) -> SearchIndex:
        from reader.domain.folding import VERSION, alike  # noqa: PLC0415 - at the first search
        from reader.storage.index.store import SearchIndex  # noqa: PLC0415 - numpy

        index = SearchIndex(self.data / "search", VERSION, alike())
        self._closing.append(index.close)
        return index

    def open_text(self, identifier: int) -> OpenText:
        """Open a text of the library for reading."""
        return OpenText(self.library, self.analyses, identifier, overlaid=self.overlaid)

    def open_for_one_pass(self, identifier: int) -> OpenText:
        """Open a text that is read once from end to end."""
        return OpenText(self.library, self.analyses, identifier, ONE_PASS, self.overlaid)

    def close(self) -> None:
        """Close files and end the analysing process."""
        while self._closing:
            self._closing.pop()()


def search_work(data: str, cache: str) -> SearchWork:
    """What the searching process does, on a data folder that the window has open."""
    from reader.services.searcher import SearchWork  # noqa: PLC0415 - only in that process

    program = Program(Path(data), Path(cache))
    return SearchWork(program.search, program.indexing, program.renew_words)
