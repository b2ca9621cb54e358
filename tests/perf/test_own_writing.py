"""Reading goes on while fifty thousand terms of the reader's own are taken in, changed and removed.

Another thread asks for a paragraph again and again; the longest that one question took, without
what its thread waited for a processor, is how long a page could have been held up.
"""

from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep

from reader.domain.glossary import Term
from reader.domain.own import Batch, OwnGlossary, OwnTerm
from reader.storage.database import Database, open_database
from reader.storage.own_terms import OwnStore
from tests.perf.desk import tell, waited
from tests.storage.samples import NOON

TERMS = 50_000
MOST = 50.0
"""Milliseconds."""


class Reader:
    """Asks as the view does, and remembers the longest answer in milliseconds."""

    def __init__(self, database: Database) -> None:
        self.longest = 0.0
        self.count = 0
        self._database = database
        self._over = Event()
        self._thread = Thread(target=self._read)

    def __enter__(self) -> "Reader":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._over.is_set():
            queued, begun = waited(), perf_counter()
            self._database.rows("SELECT kind, text FROM paragraphs WHERE document = 1")
            took = perf_counter() - begun - (waited() - queued)
            self.longest = max(self.longest, 1000 * took)
            self.count += 1
            sleep(0.001)


def test_reading_while_terms_are_written(tmp_path: Path) -> None:
    explanation = "What it means and what it is used to say. " * 3
    term = Term("t", "术语", ("shù", "yǔ"), "concept", "mine", "a term", explanation, "一个词。")
    mine = OwnGlossary("g", "mine")
    terms = [
        OwnTerm(f"t{at}", "g", term._replace(id=f"t{at}", headword=f"术语{at}"), NOON, NOON)
        for at in range(TERMS)
    ]
    changed = [own._replace(term=own.term._replace(english="another")) for own in terms]
    database = open_database(tmp_path)
    figures = {}
    try:
        store = OwnStore(database)
        for name, batch in (
            ("taken in", Batch([mine], terms)),
            ("changed", Batch(terms=changed)),
            ("removed", Batch(removed=[own.id for own in terms])),
        ):
            with Reader(database) as reader:
                begun = perf_counter()
                store.apply(batch, NOON)
                figures[f"{name}: seconds"] = perf_counter() - begun
            figures[f"{name}: longest wait of a reader, ms (aim 50)"] = reader.longest
            assert reader.count > 20
        assert store.count() == {}
    finally:
        database.close()
    tell("50,000 terms of the reader's own", figures)
    assert max(value for name, value in figures.items() if "ms" in name) <= MOST
