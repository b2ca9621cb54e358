"""The compiled reference answers as its parts would, and is made again when it is not whole."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import ReferenceMissing
from reader.domain.glossary import Member, Term
from reader.domain.lexicon import Entry, Frequency
from reader.domain.ports import Glossary, Lexicon
from reader.storage import reference_writer, term_codec
from reader.storage.reference import Ranks, Reference, fingerprint, write

ENTRIES = [
    Entry("干", "干", ("gān",), ("to concern", "dry: see also 乾[gan1]")),
    Entry("干", "幹", ("gàn",), ("to do",)),
    Entry("干部", "幹部", ("gàn", "bù"), ("cadre; official",)),
    Entry("发展", "發展", ("fā", "zhǎn"), ("development",)),
    Entry("发", "發", ("fā",), ("to send out",)),
    Entry("𠮷", "𠮷", ("",), ()),
]
LEVELS = {"发展": 3, "干部": 7}
RANKS = Ranks((("发展", 80), ("干部", 1200)), 349)
GROWTH = Term(
    "gaozhiliang-fazhan",
    "高质量发展",
    ("gāo", "zhì", "liàng", "fā", "zhǎn"),
    "concept",
    "economy",
    "high-quality development",
    "Growth that is good, not only fast.",
    "好的发展。",
    variants=("高质发展",),
    members=(Member("一", ("yī",), "one"),),
    collocations=("推动～",),
    related=("x",),
)
CADRE = GROWTH._replace(
    id="ganbu", headword="干部", syllables=("gàn", "bù"), variants=("老干部", "高质发展")
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "reference.sqlite3"
    write(path, "v1", ENTRIES, LEVELS, [GROWTH, CADRE], RANKS)
    return path


@pytest.fixture
def reference(path: Path) -> Iterator[Reference]:
    with Reference(path) as reference:
        yield reference


def test_it_is_a_dictionary_and_a_glossary(reference: Reference) -> None:
    dictionary: Lexicon = reference
    glossary: Glossary = reference
    assert dictionary.hsk("x") is None
    assert glossary.term("x") is None


@pytest.mark.parametrize(
    "word", ["干", "幹", "干部", "幹部", "發展", "𠮷", "无", "", "\ud800", "a\0"]
)
def test_entries_by_either_script(reference: Reference, word: str) -> None:
    assert reference.entries(word) == [e for e in ENTRIES if word in (e.simplified, e.traditional)]


def test_a_word_in_forms_that_no_entry_has(reference: Reference) -> None:
    """Mixed and variant forms have the entries, level and rank of the simplified word."""
    for mixed in ("发展", "發展", "發展", "发展"):
        assert [e.simplified for e in reference.entries(mixed)] == ["发展"]
    assert reference.entries("幹部發展") == []
    mixed = "发展".replace("发", "發")
    assert (reference.hsk(mixed), reference.frequency(mixed)) == (3, Frequency(80, 349))
    # Other characters are written 干 too, so its rank and level are not those of 幹 alone.
    assert reference.frequency("幹") is None


def test_levels(reference: Reference) -> None:
    assert [reference.hsk(word) for word in ("发展", "干部", "发", "\ud800")] == [3, 7, None, None]


def test_levels_of_many_words_in_either_script(reference: Reference) -> None:
    texts = ["發展", "干部", "幹部", "发", "无", *map(str, range(1200)), "发展"]
    assert reference.levels(texts) == {"發展": 3, "发展": 3, "干部": 7, "幹部": 7}
    assert reference.levels([]) == {}


def test_frequencies(reference: Reference) -> None:
    assert reference.frequency("干部") == Frequency(1200, 349)
    assert [reference.frequency(word) for word in ("发", "", "\ud800")] == [None] * 3


def test_what_is_a_word_and_what_a_term(reference: Reference) -> None:
    texts = ["干部", "發展", "老干部", "无", "高质量发展", *map(str, range(1200))]
    assert reference.known(texts) == {"干部", "發展"}
    assert reference.written(texts) == {"干部", "老干部", "高质量发展"}
    assert reference.known([]) == frozenset()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("高质量发展", GROWTH),
        ("高质发展", GROWTH),  # claimed twice: the first keeps it
        ("高质量發展", GROWTH),
        ("老幹部", CADRE),
        ("干部", CADRE),
        ("高质量", None),
        ("", None),
        ("\ud800", None),
    ],
)
def test_terms_by_what_is_written(reference: Reference, text: str, term: Term | None) -> None:
    assert reference.find(text) == term


def test_terms_by_id_and_in_order(reference: Reference) -> None:
    assert reference.term("ganbu") == CADRE
    assert reference.all() == [CADRE, GROWTH]
    reference.all().clear()
    assert len(reference.all()) == 2


def test_the_fingerprint_tells_what_it_was_made_from(path: Path) -> None:
    assert fingerprint(path) == "v1"
    write(path, "v2", [], {}, [])
    assert fingerprint(path) == "v2"
    with Reference(path) as reference:
        assert (reference.entries("干"), reference.all()) == ([], [])
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_format_is_made_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_writer, "FORMAT", "0")
    write(path, "v1", ENTRIES, LEVELS, [])
    monkeypatch.undo()
    assert fingerprint(path) is None


@pytest.mark.parametrize("size", [0, 50, 4096, -1])
def test_a_file_that_is_not_whole_is_made_again(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    assert fingerprint(path) is None


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "no") is None
    with Reference(tmp_path / "no") as reference, pytest.raises(ReferenceMissing):
        reference.entries("干")
    assert not (tmp_path / "no").exists()


def test_a_file_that_turns_out_damaged_goes_away(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with Reference(path) as reference, pytest.raises(ReferenceMissing):
        reference.entries("干")
    assert not path.exists()


def test_a_writer_that_fails_leaves_what_was_there(path: Path) -> None:
    before = path.read_bytes()

    def entries() -> Iterator[Entry]:
        yield ENTRIES[0]
        raise RuntimeError("the dictionary stops here")

    with pytest.raises(RuntimeError):
        write(path, "v2", entries(), {}, [])
    assert path.read_bytes() == before
    assert fingerprint(path) == "v1"
    write(path, "v3", ENTRIES, LEVELS, [])
    assert fingerprint(path) == "v3"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReferenceMissing):
        write(tmp_path / "file" / "reference.sqlite3", "v", [], {}, [])


def test_a_path_with_signs_that_mean_something_in_a_uri(tmp_path: Path) -> None:
    path = tmp_path / "缓存 100%#?&mode=rw" / os.fsdecode(b"r\xff.sqlite3")
    write(path, "v", ENTRIES, LEVELS, [GROWTH])
    with Reference(path) as reference:
        assert reference.hsk("发展") == 3


TEXTS = st.text(max_size=5)
TUPLES = st.lists(TEXTS, max_size=3).map(tuple)


@given(
    st.builds(
        Term,
        **{
            name: TUPLES if "tuple" in str(kind) else TEXTS
            for name, kind in Term.__annotations__.items()
            if name != "members"
        },
        members=st.lists(st.builds(Member, TEXTS, TUPLES, TEXTS), max_size=2).map(tuple),
    )
)
def test_every_term_is_packed_without_loss(term: Term) -> None:
    assert term_codec.decode(term_codec.encode(term)) == term
