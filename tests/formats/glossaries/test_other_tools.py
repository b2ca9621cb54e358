"""Files by the conventions of other tools; those in ``samples`` were written for these tests."""

from pathlib import Path

import pytest

from reader.domain.errors import FileEmpty, FileTooLarge, NotText
from reader.domain.glossary import Member, Term
from reader.domain.script import count_han
from reader.formats.glossaries import Imported, load, read
from reader.formats.glossaries.faults import GlossaryKindUnknown, GlossaryRefused

SAMPLES = Path(__file__).parent / "samples"


def filled(text: str) -> tuple[str, ...]:
    return ("?",) * count_han(text)


def sample(name: str) -> Imported:
    return load(SAMPLES / name, filled)


def table(text: str, name: str = "t.csv") -> list[Term]:
    return read(text.encode(), name, filled).terms


def test_version_2_with_doctype_and_tig() -> None:
    terms, skipped = sample("v2_dca_tig.tbx")
    assert skipped == 1, "a concept without Chinese"
    (term,) = terms
    assert term == Term(
        "c1",
        "存款准备金率",
        ("?",) * 6,
        "concept",
        "monetary policy",
        "reserve requirement ratio; RRR",
        "The share of deposits that a bank must keep at the central bank.",
        "",
        variants=("存准率",),
        related=("c2",),
    )


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030", "UTF-16"])
def test_version_2_with_ntig_in_any_encoding(encoding: str) -> None:
    text = (SAMPLES / "v2_ntig.tbx").read_text(encoding="utf-8").replace("UTF-8", encoding, 1)
    data = text.encode(encoding)
    (term,) = read(data, "x.TBX", filled).terms
    assert term.variants == ("城镇化", "城市化")
    assert term.english == "new-type urbanization drive"
    assert term.explanation == "Only in planning."
    assert term.chinese == "比镇大的地方。"
    assert term.broader == ("t-1",)
    assert len(term.syllables) == 5
    assert "?" not in term.syllables


def test_version_3_in_dct_style() -> None:
    (term,) = sample("v3_dct.tbx").terms
    assert term == Term(
        "carbon-1",
        "碳达峰",
        ("tàn", "dá", "fēng"),
        "concept",
        "environment",
        "carbon peaking; peaking of carbon emissions",
        "The year after which emissions fall.",
        "",
        variants=("达峰",),
        related=("carbon-2",),
    )


def test_version_3_without_ids_and_with_what_we_do_not_know() -> None:
    first, second = sample("v3_dca.tbx").terms
    assert (first.id, second.id) == ("乡村振兴", "乡村振兴-2")
    assert first.kind == "concept", "a note of another tool is only a note"
    assert first.explanation == "kind: not ours"
    assert second.english == ""


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_tables_of_other_programs(separator: str, mark: str) -> None:
    text = (
        mark + '中文,English,拼音,Unheard of\r\n一盘棋,"a game,\r\nof chess",yī pán qí,x\r\n,,,\r\n'
    )
    (term,) = table(text.replace(",", separator))
    assert term.headword == term.id == "一盘棋"
    assert term.english == f"a game{separator}\r\nof chess"
    assert term.syllables == ("yī", "pán", "qí")


def test_a_table_in_gb18030_with_a_line_that_names_the_separator() -> None:
    text = "sep=;\r\n" + "词条;解释;Chinese\r\n底线思维;最低的要求和最坏的情况;想到最坏的情况\r\n"
    (term,) = read(text.encode("gb18030"), "t.csv", filled).terms
    assert (term.headword, term.explanation, term.chinese) == (
        "底线思维",
        "最低的要求和最坏的情况",
        "想到最坏的情况",
    )
    assert term.syllables == ("?",) * 4


def test_a_column_called_chinese_alone_is_the_term() -> None:
    (term,) = table("Chinese,English\n会见,meet with\n")
    assert (term.headword, term.chinese, term.english) == ("会见", "", "meet with")


def test_lists_and_members_as_a_person_types_them() -> None:
    (term,) = table(
        'headword,variants,members\n两会,"两个会| 全国两会","人大 | NPC\n政协|zhèng xié|CPPCC"\n'
    )
    assert term.variants == ("两个会", "全国两会")
    assert term.members == (
        Member("人大", ("?", "?"), "NPC"),
        Member("政协", ("zhèng", "xié"), "CPPCC"),
    )


def test_toml_takes_the_field_from_the_name() -> None:
    (term,) = table('[[term]]\nid = "x"\nheadword = "强调"\n', "news.toml")
    assert term.field == "news"
    assert term.syllables == ("?", "?")


def _tbx(inside: str, before: str = "") -> str:
    return f"{before}<tbx><text><body>\n{inside}\n</body></text></tbx>"


_CONCEPT = '<conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>{0}</term></termSec></langSec></conceptEntry>'

_BAD = [
    ("x.tbx", _tbx("<conceptEntry>"), 3, "mismatched"),
    ("x.tbx", "<html>\n</html>", 1, "begins"),
    ("x.tbx", _tbx(_CONCEPT.format("甲") + "\n" + _CONCEPT.format("乙")), 3, "twice"),
    ("x.tbx", '<?xml version="1.0" encoding="KLINGON"?>\n<tbx/>', 1, "KLINGON"),
    ("x.csv", "pinyin,english\na,b\n", 1, "headword"),
    ("x.csv", "headword,kind\n甲,formula\n乙,nonsense\n", 3, "nonsense"),
    ("x.csv", 'headword,english\n甲,"a\nb"\n乙,"never closed\n\n', 4, "unexpected end"),
    ("x.csv", "headword,english\n甲,b,c\n", 2, "more cells"),
    ("x.csv", "id,headword\nx,甲\nx,乙\n", 3, "twice"),
    ("x.csv", 'headword,members\n甲,"a|b|c|d"\n', 2, "member"),
    (
        "x.toml",
        '[[term]]\nid = "a"\nheadword = "甲"\n\n[[term]]\nid = "b"\n',
        5,
        "headword missing",
    ),
    ("x.toml", '[[term]]\nid = "a"\nid = "b"', 3, "overwrite"),
    ("x.toml", 'id = "a"', 1, "only [[term]]"),
    ("x.toml", '[[term]]\nid = "a"\nheadword = "甲"\nfield = 1', 1, "field"),
    ("x.toml", '[[term]]\nid = "a"\nheadword = "甲"\npinyin = "a b"', 1, "does not fit"),
]


@pytest.mark.parametrize(("file", "text", "line", "detail"), _BAD)
def test_a_fault_names_the_line(file: str, text: str, line: int, detail: str) -> None:
    with pytest.raises(GlossaryRefused) as caught:
        read(text.encode(), file, filled)
    assert caught.value.fields["line"] == line
    assert detail in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("x.toml", b'[[term]]\nid = "'),
        ("x.csv", b"headword,english\n" + "甲,新的发展\n".encode() * 99),
    ],
)
def test_bytes_of_no_encoding(file: str, head: bytes) -> None:
    with pytest.raises(GlossaryRefused) as caught:
        read(head + b"\xff\xff\xe4", file, filled)
    assert caught.value.fields["line"] == head.count(b"\n") + 1


def test_what_is_no_glossary() -> None:
    with pytest.raises(GlossaryKindUnknown):
        read(b"x", "x.docx", filled)
    with pytest.raises(FileEmpty):
        read(b" \n", "x.csv", filled)
    with pytest.raises(NotText):
        read(b"\x89PNG\r\n\x1a\n" + bytes(99), "x.csv", filled)


# --- hostile files -----------------------------------------------------------------


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))


@pytest.mark.parametrize(
    "declared",
    [
        f"<!DOCTYPE tbx [{_LAUGHS}]>",
        '<!DOCTYPE tbx [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE tbx [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE tbx [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        f'<!DOCTYPE tbx [<!ENTITY l9 "{"a" * 100_000}">]>',
    ],
)
def test_entities_are_refused(declared: str) -> None:
    with pytest.raises(GlossaryRefused, match="entities"):
        read(_tbx(_CONCEPT.format("&l9;" * 1000), declared).encode(), "x.tbx", filled)


def test_an_external_dtd_is_neither_fetched_nor_missed() -> None:
    text = _tbx(_CONCEPT.format("甲"), '<!DOCTYPE tbx SYSTEM "http://127.0.0.1:9/tbx.dtd">')
    assert [term.headword for term in table(text, "x.tbx")] == ["甲"]
    with pytest.raises(GlossaryRefused):
        table(text.replace("甲", "&fromthedtd;"), "x.tbx")


@pytest.mark.parametrize("depth", [100, 200_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(GlossaryRefused, match="nested"):
        read(_tbx("<conceptEntry>" + "<a>" * depth).encode(), "x.tbx", filled)
    with pytest.raises(GlossaryRefused):
        read(("term = " + "[" * 200_000).encode(), "x.toml", filled)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: nothing is written
    with pytest.raises(FileTooLarge):
        load(path, filled)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(GlossaryRefused, match="field limit"):
        table('headword\n"' + "甲" * 1_000_001)
