"""Stored words come back exactly, and whatever happens to their file is no one's trouble."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.ports import Analyses
from reader.domain.words import ReadingSource, Word, WordKind
from reader.storage import words_codec
from reader.storage.analyses import AnalysisStore

TEXT = "中国，2026年𠮷"
WORDS = (
    Word(0, 2, WordKind.NAME, ("Zhōng", "guó"), ReadingSource.DICTIONARY, True, "cn", (
        Word(0, 1, WordKind.WORD, ("zhōng",)), Word(1, 2, WordKind.WORD, ("guó",)),
    )),
    Word(2, 3, WordKind.PUNCTUATION),
    Word(3, 7, WordKind.NUMBER, spoken="èr líng èr liù"),
    Word(7, 8, WordKind.WORD, ("nián",), ReadingSource.MODEL, False),
    Word(8, 9, WordKind.WORD, ("",)),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "inner" / "analysis.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[AnalysisStore]:
    with AnalysisStore(path, "1") as store:
        yield store


def test_words_come_back(store: AnalysisStore) -> None:
    as_port: Analyses = store
    as_port.put([TEXT, "空", ""], [WORDS, (), ()])
    store.close()
    assert store.get(["别的", TEXT, "空", "", TEXT]) == [None, WORDS, (), (), WORDS]


def test_asking_makes_no_file(store: AnalysisStore, path: Path) -> None:
    assert store.get([TEXT]) == [None]
    assert not path.exists()


def test_many_texts_at_once(store: AnalysisStore) -> None:
    texts = [f"第{number}段" for number in range(1200)]
    store.put(texts, [(Word(0, n, WordKind.LATIN),) for n in range(1, 1201)])
    found = store.get(texts)
    assert [words[0].end for words in found if words] == list(range(1, 1201))


def test_words_are_replaced(store: AnalysisStore) -> None:
    store.put([TEXT], [WORDS])
    store.put([TEXT], [WORDS[:1]])
    assert store.get([TEXT]) == [WORDS[:1]]


def test_texts_of_any_characters_are_keys(store: AnalysisStore) -> None:
    texts = ["a\ud800", "a\ufffd", "a\0b", "a", "a\u2028"]
    store.put(texts, [(Word(0, i + 1, WordKind.LATIN),) for i in range(5)])
    assert [w[0].end for w in store.get(texts) if w] == [1, 2, 3, 4, 5]


def test_another_version_begins_anew(store: AnalysisStore, path: Path) -> None:
    store.put([TEXT], [WORDS])
    store.close()
    with AnalysisStore(path, "2") as other:
        assert other.get([TEXT]) == [None]
        other.put([TEXT], [WORDS[:1]])
        assert other.get([TEXT]) == [WORDS[:1]]


def test_without_a_version_what_is_there_is_used_until_one_is_adopted(
    store: AnalysisStore, path: Path
) -> None:
    store.put([TEXT], [WORDS])
    store.close()
    with AnalysisStore(path) as reading:
        assert reading.get([TEXT]) == [WORDS]
        assert reading.adopt("1") is False
        assert reading.get([TEXT]) == [WORDS]
        assert reading.adopt("2") is True
        assert reading.get([TEXT]) == [None]
        reading.put([TEXT], [WORDS])
        assert reading.adopt("2") is False
        assert reading.get([TEXT]) == [WORDS]


def test_what_was_stored_before_a_version_was_adopted_is_dropped(path: Path) -> None:
    with AnalysisStore(path) as store:
        store.put([TEXT], [WORDS])
        assert store.get([TEXT]) == [WORDS]
        assert store.adopt("1") is True
        assert store.get([TEXT]) == [None]


def test_another_format_begins_anew(
    store: AnalysisStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put([TEXT], [WORDS])
    store.close()
    monkeypatch.setattr(words_codec, "FORMAT", words_codec.FORMAT + 1)
    with AnalysisStore(path, "1") as other:
        assert other.get([TEXT]) == [None]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"rubbish" * 1000,
        lambda data: data[:5000],
        lambda data: data[:100] + bytes(len(data) - 100),
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
    ],
)
def test_a_damaged_file_fills_again(
    store: AnalysisStore, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    texts = [f"第{number}段" for number in range(300)]
    store.put(texts, [WORDS] * 300)
    store.close()
    path.write_bytes(damage(path.read_bytes()))
    assert set(store.get(texts)) == {None}
    store.put(texts, [WORDS] * 300)
    assert store.get(texts) == [WORDS] * 300
    store.put(texts, [WORDS] * 300)


def test_every_flipped_bit_gives_the_words_or_none(store: AnalysisStore, path: Path) -> None:
    store.put([TEXT], [WORDS])
    store.close()
    data = path.read_bytes()
    at = data.index(words_codec.encode(WORDS))
    for place in range(at, at + len(words_codec.encode(WORDS)), 3):
        flipped = bytes([data[place] ^ 4])
        path.write_bytes(data[:place] + flipped + data[place + 1 :])
        assert store.get([TEXT]) == [None]
        store.close()


def test_what_cannot_be_written_is_known_until_the_program_ends(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file" / "analysis.sqlite3", tmp_path):
        with AnalysisStore(place, "1") as store:
            store.put([TEXT], [WORDS])
            assert store.get([TEXT, "other"]) == [WORDS, None]
            assert store.missing([TEXT, "other"]) == [1]
        with AnalysisStore(place, "1") as store:
            assert store.get([TEXT]) == [None]
    assert tmp_path.is_dir()


def test_a_killed_writer_leaves_a_usable_file(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path;"
        "from reader.storage.analyses import AnalysisStore;"
        "store = AnalysisStore(Path(sys.argv[1]), '1');"
        "store.put(['a'], [()]); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False, timeout=60)
    assert path.exists()
    with AnalysisStore(path, "1") as store:
        assert store.get(["a"]) == [()]


def plain_words(children: st.SearchStrategy[tuple[Word, ...]]) -> st.SearchStrategy[Word]:
    syllable = st.text(st.characters(exclude_characters=" \n"), max_size=4)
    return st.builds(
        Word,
        start=st.integers(0, 99),
        end=st.integers(0, 99),
        kind=st.sampled_from(WordKind),
        syllables=st.lists(syllable, max_size=3).map(tuple),
        source=st.sampled_from(ReadingSource),
        sure=st.booleans(),
        term=st.none() | st.text(),
        parts=children,
        spoken=st.none() | st.text(st.characters(exclude_categories=())),
    )


INNER = st.lists(plain_words(st.just(())), max_size=2).map(tuple)


@settings(max_examples=50, deadline=None)
@given(st.lists(plain_words(INNER), max_size=5).map(tuple))
def test_every_word_is_packed_without_loss(words: tuple[Word, ...]) -> None:
    assert words_codec.decode(words_codec.encode(words)) == words


def test_a_word_unpacked_is_like_any_other() -> None:
    (word, *_) = words_codec.decode(words_codec.encode(WORDS))
    assert hash(word) == hash(WORDS[0])
    assert repr(word) == repr(WORDS[0])
    assert word._replace(term=None) == WORDS[0]._replace(term=None)


@pytest.mark.parametrize("syllable", ["a b", "a\nb", "\n"])
def test_a_syllable_with_white_space_is_not_packed(syllable: str, store: AnalysisStore) -> None:
    words = (Word(0, 1, WordKind.WORD, (syllable,)),)
    with pytest.raises(ValueError, match="white space"):
        words_codec.encode(words)
    store.put(["x", "y"], [words, ()])
    assert store.get(["x", "y"]) == [None, ()]
