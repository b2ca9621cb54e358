"""The steps that make a library out of an empty file, in order; never changed once released.

Each step runs in one transaction, which also records its name and raises
``user_version``: a process killed anywhere leaves the schema before or the schema after.
"""

import json
from contextlib import suppress

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

library = Migrations("library")


def run(db: Database, version: int, *statements: str) -> None:
    """Execute ``statements`` one by one (never as a script: that would commit half-way)."""
    for statement in statements:
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {version}")


@library(name="0001_library")
def first(db: Database) -> None:
    """Texts, what mending did to them, where reading stopped, and the reader's marks."""
    run(db, 1, *_TEXTS, *_MARKS)


@library(name="0002_highlights")
def second(db: Database) -> None:
    """A colour for the marks that have one."""
    run(db, 2, "ALTER TABLE marks ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


@library(name="0003_known_words")
def third(db: Database) -> None:
    """What the reader said about words: that they are known, or not."""
    run(
        db,
        3,
        """CREATE TABLE known_words (
        word TEXT PRIMARY KEY,
        known INTEGER NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID""",
    )


@library(name="0004_corrections")
def fourth(db: Database) -> None:
    """How the reader wants words to be cut and read."""
    run(
        db,
        4,
        # Of one that holds everywhere `document` is NULL, and it has no place.
        """CREATE TABLE corrections (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        document INTEGER REFERENCES documents (id),
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        created TEXT NOT NULL,
        deleted TEXT,
        orphan INTEGER NOT NULL,
        digest BLOB NOT NULL
    )""",
    )


@library(name="0005_own_terms")
def fifth(db: Database) -> None:
    """Glossaries of the reader's own, and the terms in them."""
    run(
        db,
        5,
        # The one with the id `xidu` has no terms: it tells whether ours are switched on.
        """CREATE TABLE own_glossaries (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        digest BLOB NOT NULL
    )""",
        """CREATE TABLE own_terms (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        glossary TEXT NOT NULL REFERENCES own_glossaries (id),
        name TEXT NOT NULL,
        headword TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        variants TEXT NOT NULL,
        rest TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        digest BLOB NOT NULL
    )""",
        "CREATE INDEX own_term_glossary ON own_terms (glossary)",
    )


@library(name="0006_marks")
def sixth(db: Database) -> None:
    """Scopes, ranks, tags and links of marks, meanings of colours, drafts, days for the bin."""
    run(db, 6, *_MORE_OF_MARKS)
    for number, tags in db.execute(
        "SELECT number, tags FROM marks WHERE tags <> '[]' AND deleted IS NULL"
    ).fetchall():
        with suppress(TypeError, ValueError):  # a damaged one is told elsewhere
            for tag in dict.fromkeys(map(str, json.loads(tags))):
                db.execute("INSERT INTO mark_tags VALUES (?, ?)", [tag, number])


_TEXTS = (
    # `text` is NULL when decoding `data` gives it.
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        encoding TEXT NOT NULL,
        data BLOB NOT NULL,
        text TEXT
    )""",
    # `shape` holds kinds and lengths of the paragraphs, in one piece because every start reads
    # it; it stands last, where a list of texts need not touch it.
    # AUTOINCREMENT: the number of a removed text never comes to mean another one.
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL UNIQUE REFERENCES sources (id),
        title TEXT NOT NULL,
        sections INTEGER NOT NULL,
        paragraphs INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        repairs INTEGER NOT NULL,
        decisions TEXT NOT NULL,
        added TEXT NOT NULL,
        opened TEXT,
        digest BLOB NOT NULL,
        shape TEXT NOT NULL
    )""",
    """CREATE TABLE sections (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        title TEXT NOT NULL,
        first INTEGER NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID""",
    """CREATE TABLE paragraphs (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        origin TEXT NOT NULL,
        repairs TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX paragraph_place ON paragraphs (document, ordinal)",
    """CREATE TABLE repairs (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        at INTEGER NOT NULL,
        why TEXT NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID""",
    """CREATE TABLE positions (
        document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        paragraph INTEGER NOT NULL,
        fraction REAL NOT NULL
    )""",
)

_MARKS = (
    # No cascade: marks outlive whatever happens to a text. `number` lets a damaged table
    # be read row by row.
    """CREATE TABLE marks (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents (id),
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        orphan INTEGER NOT NULL,
        digest BLOB NOT NULL
    )""",
    "CREATE INDEX mark_place ON marks (document, paragraph, begins)",
)

_MORE_OF_MARKS = (
    # `scope` is empty for a note on what was selected, `word` is the headword of a note on a
    # word everywhere, `rank` the place of a bookmark that was put in order by hand.
    "ALTER TABLE marks ADD COLUMN scope TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE marks ADD COLUMN word TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE marks ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",
    # Derived from the marks that are not in the bin; `mark` is the number of one.
    "CREATE TABLE mark_tags (tag TEXT NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (tag, mark))"
    " WITHOUT ROWID",
    "CREATE INDEX mark_tags_of ON mark_tags (mark)",
    "CREATE TABLE mark_links (target TEXT NOT NULL, mark INTEGER NOT NULL,"
    " PRIMARY KEY (target, mark)) WITHOUT ROWID",
    "CREATE INDEX mark_links_of ON mark_links (mark)",
    # Long lists are counted and ordered by these alone; SQLite wants the columns of the condition
    # in the index, too, or it reads every row.
    "CREATE INDEX mark_in_place ON marks"
    " (document, paragraph, begins, kind, colour, deleted, orphan)"
    " WHERE deleted IS NULL AND orphan = 0",
    "CREATE INDEX mark_in_time ON marks (created, kind, document, colour, deleted, orphan)"
    " WHERE deleted IS NULL AND orphan = 0",
    "CREATE INDEX mark_lost ON marks (document) WHERE deleted IS NULL AND orphan <> 0",
    "CREATE INDEX mark_removed ON marks (deleted) WHERE deleted IS NOT NULL",
    "CREATE INDEX mark_everywhere ON marks (word) WHERE scope = 'everywhere'",
    """CREATE TABLE colour_meanings (
        colour TEXT PRIMARY KEY,
        meaning TEXT NOT NULL,
        changed TEXT NOT NULL,
        digest BLOB NOT NULL
    ) WITHOUT ROWID""",
    # A note being written. `mark` is the id of the note it changes, empty for a new one.
    """CREATE TABLE drafts (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        mark TEXT NOT NULL,
        document INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        scope TEXT NOT NULL,
        word TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        changed TEXT NOT NULL,
        digest BLOB NOT NULL
    )""",
    # The days on which the program ran, in that order: the bin is kept by their number, so
    # that a clock set wrong empties nothing.
    "CREATE TABLE days (number INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE)",
)
