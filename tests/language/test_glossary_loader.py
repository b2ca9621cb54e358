"""Reading glossary files."""

from pathlib import Path

import pytest

from reader.domain.glossary import Member
from reader.language.glossary import GlossaryInvalid, load, parse, read_files

GOOD = """
[[term]]
id = "wuge"
headword = "“五个中心”"
variants = ["五大中心"]
pinyin = "wǔ gè zhōng xīn"
kind = "number-formula"
english = "the five centres"
explanation = "What Shanghai is to become."
chinese = "上海的五个中心。"
since = "2014"
members = [{text = "金融", pinyin = "jīn róng", english = "finance"}]
collocations = ["建设～"]
related = ["wuge"]
"""


def test_a_good_file() -> None:
    (term,) = parse(GOOD, "regions.toml")
    assert term.syllables == ("wǔ", "gè", "zhōng", "xīn")
    assert term.field == "regions"
    assert term.variants == ("五大中心",)
    assert term.members == (Member("金融", ("jīn", "róng"), "finance"),)
    assert term.literal == ""
    assert term.broader == ()


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ('english = "the five centres"\n', "", "english missing"),
        ('since = "2014"', "sinse = 1", "sinse unknown"),
        ('since = "2014"', "since = 2014", "since must be a text"),
        ("wǔ gè zhōng xīn", "wǔ gè zhōng", "does not fit"),
        ("number-formula", "number", "no kind “number”"),
        ('chinese = "上海的五个中心。"', 'chinese = " "', "chinese must be"),
        ('["五大中心"]', '"五大中心"', "variants must be a list"),
        ('["五大中心"]', '[""]', "variants must be a list"),
        (', english = "finance"', "", "a member has exactly"),
        ("jīn róng", "jīn", "does not fit “金融”"),
        ('english = "finance"', "english = 1", "a member's values"),
        ('[{text = "金融", pinyin = "jīn róng", english = "finance"}]', '"x"', "members must"),
    ],
)
def test_malformed_entries_name_file_and_entry(old: str, new: str, detail: str) -> None:
    assert old in GOOD
    with pytest.raises(GlossaryInvalid) as caught:
        parse(GOOD.replace(old, new), "regions.toml")
    assert "regions.toml" in str(caught.value)
    assert "wuge" in str(caught.value)
    assert detail in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["[[term]\n", "title = 1\n", "term = 1\n", "term = [1]\n", "[[term]]\n", 'term = ["a"]\n'],
)
def test_malformed_files(text: str) -> None:
    with pytest.raises(GlossaryInvalid, match=r"bad\.toml"):
        parse(text, "bad.toml")


def test_the_same_id_in_two_files(tmp_path: Path) -> None:
    files = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for file in files:
        file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(GlossaryInvalid, match=r"b\.toml.*wuge.*a\.toml"):
        read_files(files)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes("英".encode("gb18030"))
    with pytest.raises(GlossaryInvalid, match=r"a\.toml"):
        read_files([file])


def test_an_empty_file_has_no_terms() -> None:
    assert parse("# nothing yet\n", "a.toml") == []


def test_the_shipped_files_load() -> None:
    assert load()
