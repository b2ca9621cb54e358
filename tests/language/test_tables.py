"""Compiling the tables and keeping them."""

import shutil
from math import log
from pathlib import Path

import pytest

from reader.domain.lexicon import Entry
from reader.language import tables, wordlist, wordreadings
from reader.language.wordtable import WordTable, pack

NAME = "language.tables"
JIEBA_NAME = "jieba.tables"
MADE = (
    tables.Tables(WordTable(pack({"好": ""})), WordTable(pack({"好": "hǎo"})), ""),
    tables.Frequencies({"好": 1}, 1, frozenset()),
)


@pytest.fixture
def copied(cache: Path, tmp_path: Path) -> Path:
    for name in (NAME, JIEBA_NAME):
        shutil.copy(cache / name, tmp_path / name)
    return tmp_path


def test_stored_tables_are_used(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "compile_tables", lambda: pytest.fail("compiled again"))
    assert tables.load(copied).readings["朋友"] == "péng you"
    assert tables.load_frequencies(copied).frequencies["朋友"] > 1000


@pytest.mark.parametrize("name", [NAME, JIEBA_NAME])
@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "text", "old", "missing"])
def test_damaged_tables_are_made_again(
    copied: Path, monkeypatch: pytest.MonkeyPatch, damage: str, name: str
) -> None:
    path = copied / name
    content = bytearray(path.read_bytes())
    if damage == "flip":
        content[-1000] ^= 1
    elif damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "old":
        content[:1] = b"X"
    path.write_bytes({"empty": b"", "text": b"hello"}.get(damage, bytes(content)))
    if damage == "missing":
        path.unlink()
    monkeypatch.setattr(tables, "compile_tables", lambda: MADE)
    load = tables.load if name == NAME else tables.load_frequencies
    assert load(copied) == MADE[name != NAME]
    monkeypatch.undo()
    assert (tables.load(copied), tables.load_frequencies(copied)) == MADE  # it is stored
    assert sorted(p.name for p in copied.iterdir()) == sorted([NAME, JIEBA_NAME])


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setattr(tables, "compile_tables", lambda: MADE)
    assert tables.load(tmp_path / "file" / "below") == MADE[0]
    assert tables.load_frequencies(tmp_path / "file" / "below") == MADE[1]


def test_compiling_twice_gives_the_same(cache: Path) -> None:
    stored = tables.load(cache)
    again, frequencies = tables.compile_tables()
    assert again == stored
    assert frequencies == tables.load_frequencies(cache)


def test_words_that_jieba_glues_together_are_left_out() -> None:
    lines = """\
在 100 p
讲话 50 n
在讲话中 3 n
要以 3 v
带头 30 v
要带头 3 v
在校生 5 n
王小鬼 3 nr
王国生 300 nr
充分 90 ad
发挥 90 v
充分发挥 9 n""".split("\n")
    words, names = wordlist.build(lines, frozenset({"充分", "发挥", "碳中和"}))
    kept = {word for word, frequency in words.items() if frequency}
    assert kept == {"在", "讲话", "带头", "在校生", "王国生", "充分", "发挥", "碳中和"}
    assert names == {"王国生"}
    assert words["碳"] == words["碳中"] == 0


def test_needed_frequency_beats_the_parts() -> None:
    logs = {"碳": log(400), "中和": log(300), "中": log(90_000), "和": log(500_000)}
    total = log(60_000_000)
    assert log(wordlist.needed("碳中和", logs, total)) > log(400) + log(300) - total


def entry(word: str, pinyin: str, *senses: str) -> Entry:
    return Entry(word, word, tuple(pinyin.split()), senses or ("x",))


def test_choice_of_readings() -> None:
    entries = [
        entry("和平", "Hé píng", "a district"),
        entry("和平", "hé píng", "peace"),
        entry("上海", "Shàng hǎi", "Shanghai"),
        entry("东西", "dōng xī", "east and west"),
        entry("东西", "dōng xi", "thing"),
        entry("某长", "mǒu cháng", "x"),
        entry("某长", "mǒu zhǎng", "y"),
        entry("裡面", "lǐ mian", "variant of 里面"),
        entry("裡面", "lǐ miàn", "inside"),
    ]
    phrases = {
        "某长": [["mǒu"], ["zhǎng"]],
        "更坏": [["gēng"], ["huài"]],
        "一不动": [["yí"], ["bú"], ["dòng"]],
    }
    singles = {ord(c): s for c, s in {"和": "hé,huo", "平": "píng", "更": "gèng,gēng"}.items()}
    made = wordreadings.build(entries, phrases, singles, {})
    assert made.words["和平"] == ""
    assert made.words["上海"] == "Shàng hǎi"
    assert made.words["东西"] == "dōng xi"
    assert made.words["某长"] == "?mǒu zhǎng"
    assert made.words["裡面"] == ""
    assert made.words["一不动"] == ""
    assert made.characters["一"] == "yī"
    assert "更坏" not in made.words
