"""The reader's own glossaries in the library: kept whole, changed, taken back, proved."""

from datetime import timedelta
from threading import Thread

import pytest

from reader.domain.errors import ReadOnly
from reader.domain.glossary import Member, Term
from reader.domain.own import OURS, Batch, OwnGlossary, OwnTerm
from reader.storage import own_terms
from reader.storage.database import Database
from reader.storage.own_rows import GlossaryRow, TermRow, sealed
from reader.storage.own_terms import OwnStore
from tests.storage.samples import NOON, Entropy

MINE, OTHER = OwnGlossary("g1", "我的词"), OwnGlossary("g2", "Wörter", on=False)
FULL = Term(
    "five", "五个中心", ("wǔ", "gè", "zhōng", "xīn"), "number-formula", "economy", "five centres",
    "What it is.", "五个", ("5个中心",), "literally", "2015",
    (Member("国际经济中心", ("guó", "jì", "jīng", "jì", "zhōng", "xīn"), "economy"),),
    ("建设～",), ("a",), ("b",), ("c",),
)  # fmt: skip


def own(identifier: str, term: Term = FULL, glossary: str = "g1") -> OwnTerm:
    return OwnTerm(identifier, glossary, term, NOON, NOON)


@pytest.fixture
def store(database: Database) -> OwnStore:
    made = OwnStore(database, Entropy())
    made.apply(Batch([MINE, OTHER], [own("1"), own("2", glossary="g2")]), NOON)
    return made


def test_every_field_is_kept(store: OwnStore) -> None:
    odd = [
        FULL._replace(id="gdp", headword="GDP", syllables=(), variants=(), members=()),
        FULL._replace(id="x", headword="㐀", syllables=("",)),
        Term("bare", "空", ("kōng",), "concept", "", "", "", ""),
    ]
    store.apply(Batch(terms=[own(str(n), term) for n, term in enumerate(odd, 10)]), NOON)
    assert [one.term for one in store.terms("g1")] == [FULL, *odd]
    assert store.glossaries() == [MINE, OTHER]
    assert store.count() == {"g1": 4, "g2": 1}
    assert [row.term() for row in store.active()] == [FULL, *odd]
    assert store.damaged() == []


def test_a_lone_surrogate_is_stored(store: OwnStore) -> None:
    store.apply(Batch(terms=[own("1", FULL._replace(english="a\ud800"))]), NOON)
    assert store.terms("g1")[0].term.english == "a\ufffd"
    assert store.damaged() == []


def test_a_change_keeps_the_place_and_the_bin_gives_back(store: OwnStore) -> None:
    store.apply(Batch(terms=[own("3", FULL._replace(headword="三三三三"))]), NOON)
    later = NOON + timedelta(hours=1)
    changed = own("1", FULL._replace(english="5"))._replace(changed=later)
    store.apply(Batch([MINE._replace(name="他的词")], [changed]), later)
    assert [one.id for one in store.terms("g1")] == ["1", "3"]
    assert store.get(["1"]) == [changed]
    assert store.glossaries()[0].name == "他的词"
    store.apply(Batch(removed=["1"]), later)
    assert [one.id for one in store.terms("g1")] == ["3"]
    assert store.get(["1"]) == []
    store.apply(Batch(terms=[changed]), later)
    assert [one.id for one in store.terms("g1")] == ["1", "3"]
    store.apply(Batch(closed=["g1"]), later)
    assert store.glossaries() == [OTHER]
    assert store.active() == []
    store.apply(Batch([MINE]), later)
    assert [row.id for row in store.active()] == ["1", "3"]
    assert store.damaged() == []


def test_what_is_off_is_not_active(store: OwnStore) -> None:
    assert [row.id for row in store.active()] == ["1"]
    store.apply(Batch([MINE._replace(on=False), OTHER._replace(on=True)]), NOON)
    assert [row.id for row in store.active()] == ["2"]
    store.apply(Batch([OwnGlossary(OURS, "", on=False)]), NOON)
    assert [row.id for row in store.active()] == ["2"]


def test_all_or_nothing(store: OwnStore) -> None:
    with pytest.raises(KeyError):
        store.apply(Batch([MINE._replace(name="x")], [own("3")], ["1", "nobody"]), NOON)
    with pytest.raises(KeyError):
        store.apply(Batch(terms=[own("3")], closed=["nobody"]), NOON)
    assert store.glossaries() == [MINE, OTHER]
    assert [one.id for one in store.terms("g1")] == ["1"]


def test_the_bin_is_emptied_by_age(store: OwnStore) -> None:
    store.apply(Batch(terms=[own("3")]), NOON)
    store.apply(Batch(removed=["1"]), NOON)
    store.apply(Batch(removed=["3"]), NOON + timedelta(days=2))
    assert store.purge(NOON + timedelta(days=1)) == 1
    store.apply(Batch(closed=["g2"]), NOON)
    assert store.purge(NOON + timedelta(days=1)) == 2
    store.apply(Batch(terms=[own("3")]), NOON)
    assert [one.id for one in store.terms("g1")] == ["3"]


def test_decay_is_noticed_and_the_rest_is_read(store: OwnStore, database: Database) -> None:
    store.apply(Batch(terms=[own("3"), own("4"), own("5")]), NOON)
    with database.write() as writer:
        writer.execute("UPDATE own_terms SET pinyin = 'wú gè zhōng xīn' WHERE id = '1'")
        writer.execute("UPDATE own_terms SET rest = '{[' WHERE id = '3'")
        writer.execute("UPDATE own_terms SET headword = CAST(x'ff' AS TEXT) WHERE id = '4'")
        writer.execute("UPDATE own_glossaries SET name = 'Wörtar' WHERE id = 'g2'")
    found = {one.id: one.readable for one in store.damaged()}
    assert found == {"g2": True, "1": True, "3": False, "4": True}
    assert [one.id for one in store.terms("g1")] == ["1", "4", "5"]
    assert [row.id for row in store.active()] == ["1", "3", "4", "5"]
    # What was damaged stays reported when it is moved.
    store.apply(Batch(removed=["1"]), NOON)
    assert "1" in {one.id for one in store.damaged()}


def test_nothing_is_written_where_nothing_may_be(store: OwnStore, database: Database) -> None:
    database.read_only = True
    with pytest.raises(ReadOnly):
        store.apply(Batch(removed=["1"]), NOON)
    assert len(store.terms("g1")) == 1


def test_many_are_written_and_put_away_at_once(store: OwnStore) -> None:
    many = [own(f"m{n}", FULL._replace(id=str(n))) for n in range(1201)]
    store.apply(Batch(terms=many), NOON)
    assert store.count()["g1"] == 1202
    store.apply(Batch(removed=[one.id for one in many]), NOON)
    assert store.count()["g1"] == 1
    assert store.damaged() == []


def many(count: int) -> list[OwnTerm]:
    return [own(f"m{number}", FULL._replace(id=f"m{number}")) for number in range(count)]


def test_others_read_between_two_turns_and_nobody_writes(
    database: Database, store: OwnStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another thread reads the library and waits for its own writing; the terms come all at once."""
    seen: list[object] = []
    waiting: list[Thread] = []

    def look() -> None:
        seen.append(database.rows("SELECT count(*) FROM documents"))

    def sealed_beside(row: GlossaryRow | TermRow) -> tuple[object, ...]:
        if isinstance(row, GlossaryRow):
            return sealed(row)
        if not waiting:
            counting = Thread(target=lambda: seen.append(store.count()["g1"]))
            writing = Thread(target=lambda: store.apply(Batch([OTHER._replace(on=True)]), NOON))
            waiting.extend([counting, writing])
            for thread in waiting:
                thread.start()
        reader = Thread(target=look)
        reader.start()
        reader.join(20)
        assert not reader.is_alive()
        return sealed(row)

    monkeypatch.setattr(own_terms, "sealed", sealed_beside)
    store.apply(Batch(terms=many(3)), NOON)
    for thread in waiting:
        thread.join(20)
    assert seen == [[(0,)], [(0,)], [(0,)], 4]
    assert store.glossaries()[1].on
    assert store.damaged() == []


def test_more_than_one_turn_writes_all(store: OwnStore) -> None:
    terms = many(1201)
    store.apply(Batch(terms=terms), NOON)
    assert store.count()["g1"] == 1202
    store.apply(Batch(removed=[one.id for one in terms]), NOON)
    assert store.count()["g1"] == 1
    assert store.damaged() == []


@pytest.mark.parametrize("fault", ["terms", "removed"])
def test_a_fault_in_a_later_turn_leaves_nothing(
    database: Database, store: OwnStore, fault: str
) -> None:
    terms = many(1201)
    if fault == "terms":
        batch = Batch([MINE._replace(name="new")], [*terms, own("bad", glossary="nowhere")])
        expected: type[Exception] = Exception
    else:
        batch = Batch([MINE._replace(name="new")], terms, removed=["1", "nothing"])
        expected = KeyError
    with pytest.raises(expected):
        store.apply(batch, NOON)
    assert store.count() == {"g1": 1, "g2": 1}
    assert store.glossaries() == [MINE, OTHER]
    store.apply(Batch(terms=terms), NOON)  # and one can go on
    assert store.count()["g1"] == 1202
    assert database.problems() == []
