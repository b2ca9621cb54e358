"""Words that are known or not: kept exactly, changed all or none."""

import sqlite3
from datetime import timedelta

import pytest

from reader.domain.errors import XiduError
from reader.storage.database import Database
from reader.storage.known_words import KnownWordStore
from tests.storage.samples import NOON


@pytest.fixture
def words(database: Database) -> KnownWordStore:
    return KnownWordStore(database)


def test_what_was_said_is_kept_and_what_was_said_before_is_told(words: KnownWordStore) -> None:
    assert words.all() == {}
    assert words.say({"中国": True, "𠮷": False}, NOON) == {"中国": None, "𠮷": None}
    before = words.say({"中国": False, "人民": True}, NOON + timedelta(1))
    assert before == {"中国": True, "人民": None}
    assert words.all() == {"中国": False, "𠮷": False, "人民": True}
    words.say(before, NOON)
    assert words.all() == {"中国": True, "𠮷": False}
    words.say({"中国": None, "nothing": None}, NOON)
    assert words.all() == {"𠮷": False}


def test_a_lone_surrogate_is_no_trouble(words: KnownWordStore) -> None:
    assert words.say({"\ud800": True}, NOON) == {"\ud800": None}
    assert words.all() == {"\ufffd": True}


def test_all_or_none(words: KnownWordStore, database: Database) -> None:
    with database.write() as writer:
        writer.execute(
            "CREATE TRIGGER full BEFORE INSERT ON known_words WHEN new.word = '满'"
            " BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises((XiduError, sqlite3.Error)):
        words.say({"中国": True, "满": True}, NOON)
    assert words.all() == {}
