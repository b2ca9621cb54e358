"""The table of words: what goes in comes out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import wordtable
from reader.language.wordtable import WordTable, pack

WORDS = st.dictionaries(st.text(max_size=6), st.text(max_size=8).filter(str.isprintable))


@given(WORDS, st.lists(st.text(max_size=6)))
def test_what_goes_in_comes_out(words: dict[str, str], others: list[str]) -> None:
    table = WordTable(pack(words))
    assert len(table) == len(words)
    for word, text in words.items():
        assert table.get(word) == table[word] == text
        assert word in table
    for other in set(others) - words.keys():
        assert table.get(other) is None
        assert table.get(other, "") == ""
        assert other not in table
        with pytest.raises(KeyError):
            table[other]


def test_the_same_words_give_the_same_bytes() -> None:
    one, other = {"长": "cháng", "处": "chù"}, {"处": "chù", "长": "cháng"}
    assert pack(one) == pack(other)
    assert WordTable(pack(one)) == WordTable(pack(other)) != WordTable(pack({"长": "zhǎng"}))


def test_two_words_of_one_hash_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordtable, "_key", lambda _word: 1)
    with pytest.raises(ValueError, match="same hash"):
        pack({"长": "cháng", "处": "chù"})
