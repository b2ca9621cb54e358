"""What the reader knows of words: asked at once, kept, told when it has been stored."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import cast

from reader.domain.errors import ReferenceMissing
from reader.domain.ports import Lexicon
from reader.services.vocabulary import Vocabulary

NOON = datetime(2026, 7, 4, 12, tzinfo=UTC)


class Store:
    def __init__(self) -> None:
        self.said: dict[str, bool] = {"书记": True}
        self.reads = 0

    def all(self) -> dict[str, bool]:
        self.reads += 1
        return dict(self.said)

    def say(self, states: Mapping[str, bool | None], now: datetime) -> dict[str, bool | None]:
        assert now == NOON
        before = {word: self.said.get(word) for word in states}
        self.said |= {word: known for word, known in states.items() if known is not None}
        return before


class Levels:
    def __init__(self) -> None:
        self.missing = True
        self.asked: list[list[str]] = []

    def levels(self, words: Iterable[str]) -> dict[str, int]:
        asked = list(words)
        self.asked.append(asked)
        if self.missing:
            raise ReferenceMissing(detail="")
        return {"中国": 1} if "中国" in asked else {}


def test_levels_are_asked_for_once_and_again_while_there_is_no_dictionary() -> None:
    levels = Levels()
    vocabulary = Vocabulary(Store(), cast("Lexicon", levels), lambda: NOON)
    vocabulary.prepare(["中国"])
    assert vocabulary.level("中国") is None
    levels.missing = False
    vocabulary.prepare(["中国", "书记"])
    vocabulary.prepare(["书记", "中国"])
    assert (vocabulary.level("中国"), vocabulary.level("书记")) == (1, None)
    assert levels.asked == [["中国"], ["中国", "书记"]]
    vocabulary.forget_levels()
    vocabulary.prepare(["中国"])
    assert levels.asked[2:] == [["中国"]]


def test_what_is_said_counts_once_it_has_been_stored() -> None:
    store = Store()
    vocabulary = Vocabulary(store, cast("Lexicon", Levels()), lambda: NOON)
    assert (vocabulary.known("书记"), vocabulary.known("出席")) == (True, None)
    before = vocabulary.say({"书记": None, "出席": False})
    assert before == {"书记": True, "出席": None}
    assert (vocabulary.known("书记"), vocabulary.known("出席")) == (None, False)
    assert store.reads == 1
