"""The shape of ``library.sqlite3``, known without importing sqlite-utils.

Opening compares a file with this; only a file that has to be created or migrated pays
for the import of the migrations. A test keeps both in step.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.storage.lean import import_sqlite_utils

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x58696475
"""``Xidu`` in the header of every library, so that a foreign file is never taken for one."""

VERSION = 6
"""Number of migrations, kept in ``PRAGMA user_version`` by the migrations themselves."""

TABLES: Mapping[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "colour_meanings": "colour meaning changed digest",
        "corrections": (
            "number id words document paragraph begins ends quote before_quote after_quote "
            "created deleted orphan digest"
        ),
        "days": "number day",
        "documents": (
            "id source title sections paragraphs characters repairs decisions added opened digest "
            "shape"
        ),
        "drafts": (
            "number id mark document paragraph begins ends quote before_quote after_quote "
            "scope word text tags changed digest"
        ),
        "known_words": "word known changed",
        "mark_links": "target mark",
        "mark_tags": "tag mark",
        "marks": (
            "number id kind document paragraph begins ends quote before_quote after_quote "
            "text tags created changed deleted orphan digest colour scope word rank"
        ),
        "own_glossaries": "number id name active created changed deleted digest",
        "own_terms": (
            "number id glossary name headword pinyin variants rest created changed deleted digest"
        ),
        "paragraphs": "id document ordinal kind text origin repairs",
        "positions": "document paragraph fraction",
        "repairs": "document ordinal key kind paragraph at why source",
        "sections": "document ordinal title first",
        "sources": "id sha256 name encoding data text",
    }.items()
}
"""Columns of each table of version :data:`VERSION`, in order."""


def _migrations() -> "Migrations":
    import_sqlite_utils()
    from reader.storage.migrations import library  # noqa: PLC0415 - sqlite-utils costs 100 ms

    return library


class Plan(NamedTuple):
    """What a library must look like and the steps that make it so."""

    version: int
    tables: Mapping[str, tuple[str, ...]]
    migrations: "Callable[[], Migrations]"


LIBRARY = Plan(VERSION, TABLES, _migrations)
