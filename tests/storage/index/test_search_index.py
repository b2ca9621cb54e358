"""The index finds exactly the places that a scan of the texts finds, whatever came and went."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.domain.pinyin import letters
from reader.domain.syllables import SYLLABLES
from reader.domain.typed_pinyin import cuts, places
from reader.storage.index import store
from reader.storage.index.listing import NAME
from reader.storage.index.occurrences import Occurrences, joined
from reader.storage.index.store import NewText, SearchIndex
from reader.storage.index.syllables import code

FOLDED = {ord("長"): ord("长"), ord("Ａ"): ord("a"), ord("A"): ord("a")}
ALIKE = str.maketrans("長ＡA", "长aa")

Texts = dict[int, list[str]]
Place = tuple[int, int, int, int]


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FULL", 100)
    monkeypatch.setattr(store, "LARGEST", 400)
    monkeypatch.setattr(store, "_SMALLEST", 4)


def scan(texts: Texts, wanted: str) -> list[Place]:
    """Every place of ``wanted``: text, paragraph, first character, end."""
    found = []
    for document, paragraphs in texts.items():
        for number, paragraph in enumerate(paragraphs):
            folded = paragraph.translate(ALIKE)
            at = folded.find(wanted.translate(ALIKE))
            while at >= 0:
                found.append((document, number, at, at + len(wanted)))
                at = folded.find(wanted.translate(ALIKE), at + 1)
    return sorted(found)


def listed(found: Occurrences) -> list[Place]:
    """Every place, the numbers compared with it on the way."""
    counts = found.by_document()
    places = [(text, *place) for text in sorted(counts) for place in found.within(text).places()]
    assert found.total == len(places) == counts.total()
    assert counts == Counter(place[0] for place in places)
    return places


def search(index: SearchIndex, wanted: str) -> list[Place]:
    return listed(index.characters(wanted))


def new(document: int, paragraphs: Sequence[str], stamp: bytes = b"1") -> NewText:
    return NewText(document, stamp, paragraphs)


class Library(RuleBasedStateMachine):
    """Texts come, change and go, files are merged, the program starts anew: the index agrees."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.texts: Texts = {}
        for path in self.folder.iterdir():
            path.unlink()
        self.index = SearchIndex(self.folder, "1", FOLDED)

    def teardown(self) -> None:
        self.index.close()

    @rule(
        changes=st.dictionaries(
            st.integers(1, 6),
            st.lists(st.text("长長三角aA。", max_size=40), max_size=12),
            max_size=4,
        )
    )
    def write(self, changes: Texts) -> None:
        list(self.index.extend("characters", [new(*change) for change in changes.items()]))
        self.texts.update(changes)

    @rule(documents=st.lists(st.integers(1, 6), max_size=3))
    def drop(self, documents: list[int]) -> None:
        self.index.drop(documents)
        for document in documents:
            self.texts.pop(document, None)

    @rule()
    def merge(self) -> None:
        for _ in range(20):
            if not self.index.tidy("characters"):
                return
        raise AssertionError("merging does not come to an end")

    @rule()
    def start_anew(self) -> None:
        self.index.close()
        self.index = SearchIndex(self.folder, "1", FOLDED)

    @precondition(lambda self: self.texts)
    @rule(wanted=st.text("长長三角Ａa。", min_size=1, max_size=5))
    def find(self, wanted: str) -> None:
        assert search(self.index, wanted) == scan(self.texts, wanted)

    @invariant()
    def knows_what_is_indexed(self) -> None:
        assert set(self.index.stamps("characters")) == set(self.texts)


def test_the_index_agrees_with_a_scan(tmp_path: Path) -> None:
    Machine = type("Machine", (Library,), {"folder": tmp_path})  # noqa: N806
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Machine, settings=settings(max_examples=60, stateful_step_count=25, deadline=None)
    )


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    with SearchIndex(tmp_path, "1", FOLDED) as made:
        yield made


TEXTS: Texts = {1: ["长三角一体化", "三角"], 2: ["長三角Ａ", "𠮷野家𠮷"]}


def filled(index: SearchIndex) -> None:
    list(index.extend("characters", [new(*text) for text in TEXTS.items()]))


@pytest.mark.parametrize("wanted", ["长", "長三", "三角", "化三", "a", "𠮷", "𠮷野", "家𠮷", "x"])
def test_places_are_found(index: SearchIndex, wanted: str) -> None:
    filled(index)
    assert search(index, wanted) == scan(TEXTS, wanted)


def test_any_one_character_may_stand_between(index: SearchIndex) -> None:
    filled(index)
    assert listed(index.characters(["长", None, "角"])) == [(1, 0, 0, 3), (2, 0, 0, 3)]
    with pytest.raises(ValueError, match="None"):
        index.characters([None])


def test_what_lies_beyond_the_first_plane_is_not_certain(index: SearchIndex) -> None:
    assert not index.exact("𠮷")
    assert not index.exact(["长", None])
    assert index.exact("长三角a。")


def test_only_trusted_texts_are_searched(index: SearchIndex) -> None:
    filled(index)
    assert index.characters("三", {2}).by_document() == {2: 1}
    assert index.characters("三", {2}).total == 1
    assert not index.characters("三", ()).total


def test_parts_are_joined(index: SearchIndex) -> None:
    filled(index)
    list(index.extend("syllables", [NewText(1, b"", [["", "sān", "jiǎo"], ["sān", "jiǎo"]])]))
    parts = [index.characters("长"), index.syllables(cuts("sanjiao")), index.characters("一")]
    assert [(batch.document, *batch.places()) for batch in joined(parts)] == [(1, (0, 0, 4))]
    assert not list(joined([index.characters("角"), index.characters("角")]))


def test_an_index_of_another_version_is_dropped(tmp_path: Path) -> None:
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        filled(index)
    with SearchIndex(tmp_path, "2", FOLDED) as index:
        assert not index.stamps("characters")
        assert search(index, "三") == []
    assert not list(tmp_path.glob("*.postings"))


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_list_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        filled(index)
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        if not index.stamps("characters"):
            filled(index)
        assert search(index, "三角") == scan(TEXTS, "三角")


@pytest.mark.parametrize("cut", [0, 3, 40, 100, -4, None])
def test_texts_of_a_damaged_file_count_as_not_indexed(tmp_path: Path, cut: int | None) -> None:
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        filled(index)
    (path,) = tmp_path.glob("*.postings")
    if cut is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:cut])
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        assert not index.stamps("characters")
        filled(index)
        assert search(index, "三角") == scan(TEXTS, "三角")


def test_a_flipped_bit_in_the_directory_is_noticed(tmp_path: Path) -> None:
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        filled(index)
    (path,) = tmp_path.glob("*.postings")
    data = bytearray(path.read_bytes())
    data[130] ^= 4
    path.write_bytes(data)
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        assert not index.stamps("characters")


def test_a_text_that_was_not_finished_is_not_found(index: SearchIndex) -> None:
    long = ["三角" * 60] * 4
    steps = index.extend("characters", [new(7, long)])
    next(steps)
    steps.close()
    assert not index.stamps("characters")
    assert search(index, "三角") == []
    list(index.extend("characters", [new(7, long)]))
    assert search(index, "三角三") == scan({7: long}, "三角三")


SYLLABLE_TEXT = ["zhōng guó Cháng sān jiǎo", "xī ān  xiān jìn de", "zhǎng r nǚ lǜ ē"]
"""Two spaces: a character without a reading."""


def spoken(paragraphs: Sequence[str]) -> NewText:
    return NewText(1, b"", [paragraph.split(" ") for paragraph in paragraphs])


def heard(index: SearchIndex, typed: str) -> list[tuple[int, ...]]:
    return [place[1:] for place in listed(index.syllables(cuts(typed)))]


def read(paragraphs: Sequence[str], typed: str) -> list[tuple[int, ...]]:
    """What a scan finds."""
    return sorted(
        (number, at, at + len(cut))
        for cut in cuts(typed)
        for number, paragraph in enumerate(paragraphs)
        for at in places(cut, paragraph.split(" "))
    )


@pytest.mark.parametrize(
    "typed",
    ["zhongguo", "zhong1 guo2", "zhong4", "zhongg", "zg", "csj", "changsanjiao", "chang", "xian", "xi'an",
     "xian1", "xī'ān", "jiande", "nü", "nv3", "lv", "zhang", "zh", "zhangr", "e", "anxian", "guochang", "q"],
)  # fmt: skip
def test_syllables_are_found(index: SearchIndex, typed: str) -> None:
    list(index.extend("syllables", [spoken(SYLLABLE_TEXT)]))
    assert heard(index, typed) == read(SYLLABLE_TEXT, typed)


SPOKEN = st.sampled_from(
    ["xī", "ān", "xiān", "xián", "zhōng", "zhe", "guó", "guò", "ě", "ér", "r", "", "nǎ", "lǜ"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.lists(SPOKEN, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4),
    st.text("xianzhoge1234 r", min_size=1, max_size=8),
)
def test_every_reading_that_a_scan_finds_is_found(
    tmp_path: Path, paragraphs: list[str], typed: str
) -> None:
    with SearchIndex(tmp_path, "1", FOLDED) as index:
        list(index.extend("syllables", [spoken(paragraphs)]))
        assert heard(index, typed) == read(paragraphs, typed)


def test_every_syllable_has_a_code_of_its_own() -> None:
    found = {code(syllable) for syllable in SYLLABLES}
    assert len(found) == len(SYLLABLES)
    assert max(found) < 1 << 14
    assert {letters(each) for each in SYLLABLES} == SYLLABLES
    assert code("xyz") == code("") == code("，") == 0
