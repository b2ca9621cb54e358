"""The command line: what it prints, its exit codes, and bad input in one sentence."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.app import Program
from reader.cli import run
from reader.domain.corrections import Wanted
from reader.domain.marks import anchor_at
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.script import is_han
from reader.domain.words import Word
from reader.language.annotate import Annotator
from reader.language.models import container
from reader.lock import DataLock
from reader.services.texts import first_text
from tests.services.parsing import Page

PAGE = str(first_text())
Xidu = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def xidu(data: Path, capsys: pytest.CaptureFixture[str]) -> Xidu:
    """Run a command that must succeed; give what it printed, read as JSON if it is."""

    def call(*arguments: str, plain: bool = False) -> Any:
        assert run(["--data", str(data), *arguments]) == 0, capsys.readouterr().err
        out = capsys.readouterr().out
        return out if plain else json.loads(out)

    return call


@pytest.fixture
def refused(data: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must fail; give its one sentence."""

    def call(*arguments: str) -> str:
        before = _bytes(data)
        assert run(["--data", str(data), *arguments]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        lines = [x for x in printed.err.splitlines() if not x.startswith(("Reading ", "Prep"))]
        assert len(lines) == 1
        assert lines[0].startswith("xidu: ")
        assert lines[0].endswith(".")
        assert _bytes(data) == before
        return lines[0]

    return call


def _bytes(folder: Path) -> dict[str, bytes]:
    """Every file of the library as it is, but not the lock."""
    found = folder.glob("*") if folder.exists() else ()
    return {f.name: f.read_bytes() for f in found if f.is_file() and f.suffix != ".lock"}


def test_annotate_keeps_the_contract(xidu: Xidu) -> None:
    page = xidu("annotate", "--format", "json", PAGE)
    assert set(page) == {"title", "sections", "repairs"}
    assert len(page["sections"]) == 5
    for section in page["sections"]:
        for paragraph in section["paragraphs"]:
            at = 0
            for word in paragraph["words"]:
                assert word["start"] == at
                at = word["end"]
                assert paragraph["text"][word["start"] : at] == word["text"]
                han = sum(map(is_han, word["text"]))
                assert len(word["pinyin"]) == han
                if word["kind"] in {"number", "punctuation", "latin"}:
                    assert han == 0
            assert at == len(paragraph["text"])
            assert all(0 <= index < len(page["repairs"]) for index in paragraph["repairs"])
    for repair in page["repairs"]:
        assert set(repair) == {"kind", "section", "paragraph", "why", "source"}
        page["sections"][repair["section"]]["paragraphs"][repair["paragraph"]]


def test_annotate_a_text(xidu: Xidu) -> None:
    word = xidu("annotate", "--json", "--text", "新发展理念")["sections"][0]["paragraphs"][0]
    assert word["words"][0]["term"] == "xin-fazhan-linian"
    assert word["words"][0]["gloss"] == "new development philosophy"
    assert "rì" in xidu("annotate", "--text", "今日", plain=True)
    assert "<ruby>" in xidu("annotate", "--format", "html", "--text", "今日", plain=True)


def test_annotate_without_the_model_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(container, "folder", lambda: tmp_path)
    arguments = ["--data", str(tmp_path), "annotate", "--json", "--text", "学习中文"]
    assert run(arguments) == 0
    printed = capsys.readouterr()
    [paragraph] = json.loads(printed.out)["sections"][0]["paragraphs"]
    assert [word["text"] for word in paragraph["words"]] == ["学习", "中文"]
    assert f"xidu: “{tmp_path / 'words.model'}” is missing" in printed.err


def test_annotate_a_text_of_several_paragraphs_and_of_none(xidu: Xidu) -> None:
    (section,) = xidu("annotate", "--json", "--text", "今日\n\n明日\n")["sections"]
    assert [p["text"] for p in section["paragraphs"]] == ["今日", "", "明日"]
    assert xidu("annotate", "--json", "--text", "")["sections"][0]["paragraphs"] == []


def test_a_text_that_is_not_unicode_keeps_its_offsets(xidu: Xidu) -> None:
    paragraph = xidu("annotate", "--json", "--text", "今\udcff日")["sections"][0]["paragraphs"][0]
    assert paragraph["text"] == "今?日"
    assert [w["start"] for w in paragraph["words"]] == [0, 1, 2]


def test_annotate_takes_lines_as_they_are(xidu: Xidu, tmp_path: Path) -> None:
    lines = ["要坚持", "", "  一盘棋思想。", "# 不是标题", "—\u2028—\x0b", "最后"]
    path = tmp_path / "lines.md"  # mending and Markdown would take it apart
    path.write_bytes("\r\n".join(lines).encode())
    found = xidu("annotate", "--lines", "--json", str(path))
    assert found["repairs"] == []
    (section,) = found["sections"]
    assert [p["text"] for p in section["paragraphs"]] == lines
    assert {p["kind"] for p in section["paragraphs"]} == {"body"}
    assert section["paragraphs"][0]["words"][0]["gloss"]
    plain = xidu("annotate", "--lines", str(path), plain=True).split("\n")
    assert len(plain) == len(lines) + 1
    assert plain[0] == "要[yào]坚持[jiān chí]"


def test_lines_of_other_encodings(xidu: Xidu, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("我们学习汉语。\n人民大会堂\n".encode("gb18030"))
    for given in ([], ["--encoding", "gb18030"]):
        (section,) = xidu("annotate", "--lines", "--json", str(path), *given)["sections"]
        assert [p["text"] for p in section["paragraphs"]] == ["我们学习汉语。", "人民大会堂"]


@pytest.mark.parametrize(
    "bad", [b"\xff", "中".encode()[:2], "中".encode("gb18030"), b"\xed\xa0\x80"]
)
def test_bad_bytes_in_lines_are_one_sentence(
    refused: Callable[..., str], tmp_path: Path, bad: bytes
) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("我们学习汉语。\n".encode() * 300 + b"\n" + bad + "\n人民\n".encode() * 300)
    told = refused("annotate", "--lines", str(path))
    assert "line 302" in told
    assert "utf-8" in told
    assert str(path) in refused("annotate", "--lines", str(path), "--encoding", "klingon")


def test_lines_are_printed_as_they_are_analysed(
    xidu: Xidu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[int] = []
    analysed = Annotator.annotate

    def counted(self: Annotator, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        batches.append(sum(map(len, texts)))
        return analysed(self, texts)

    monkeypatch.setattr(Annotator, "annotate", counted)
    path = tmp_path / "lines.txt"
    path.write_text("我们学习汉语。\n" * 10_000, encoding="utf-8")
    (section,) = xidu("annotate", "--lines", "--json", str(path))["sections"]
    assert len(section["paragraphs"]) == 10_000
    assert sum(batches) == 70_000
    assert max(batches) < 30_000


def test_a_text_is_exported_as_a_page_of_its_own(
    xidu: Xidu, refused: Callable[..., str], tmp_path: Path
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("贯彻新发展理念<b>。\n", encoding="utf-8")
    (imported,) = xidu("import", str(text))
    number, target = str(imported["id"]), tmp_path / "page.html"
    assert xidu("export", number, "--output", str(target), plain=True) == ""
    written = target.read_text(encoding="utf-8")
    assert written == xidu("export", number, "--format", "html", plain=True)
    found = Page(written)
    assert found.text[0] == "贯彻新发展理念<b>。"
    assert ("念", "niàn") in found.readings
    assert "new development philosophy" in written
    assert Page(xidu("export", number, "--pinyin", "off", plain=True)).readings == []
    assert "99" in refused("export", "99")
    assert "untouched" in refused("export", number, "--output", str(tmp_path))
    annotated = Page(xidu("annotate", "--format", "html", str(text), plain=True))
    assert annotated.text == found.text


def words_in(annotated: Any) -> str:
    """Words with readings of the first paragraph, those of the reader with a star."""
    return " ".join(
        f"{word['text']}[{' '.join(word['pinyin'])}]{'*' * (word['source'] == 'user')}"
        for word in annotated["sections"][0]["paragraphs"][0]["words"]
    )


def test_corrections_hold_in_texts_and_in_what_is_annotated(
    xidu: Xidu, refused: Callable[..., str], data: Path, tmp_path: Path
) -> None:
    asked = ("annotate", "--json", "--text", "我们学习汉语语法。")
    before = xidu(*asked)
    assert not data.exists()  # nothing to correct by, and nothing is made for it
    text = tmp_path / "text.txt"
    text.write_text("我们学习汉语语法。\n", encoding="utf-8")
    xidu("import", str(text))
    added = xidu("corrections", "add", "汉语语法", "--pinyin", "Han4yu3 yu3fa3", "--json")
    assert "汉语语法[Hàn yǔ yǔ fǎ]*" in words_in(xidu(*asked))
    assert words_in(xidu(*asked, "--uncorrected")) == words_in(before)
    assert xidu("search", "hanyuyufa", "--kind", "text", "--json")["total"] == 1
    (listed,) = xidu("corrections", "--json")
    assert (listed["id"], listed["quote"], listed["document"]) == (added["id"], "汉语语法", None)
    assert "汉语语法\tHàn yǔ yǔ fǎ\teverywhere" in xidu("corrections", plain=True)
    # The same characters have one correction: a later one takes the place of the first.
    again = xidu("corrections", "add", "汉语", "语法", plain=True).strip()
    assert [one["id"] for one in xidu("corrections", "--json")] == [again]
    assert xidu("corrections", "remove", again, plain=True) == ""
    assert xidu("corrections", "--json") == []
    assert "reading" in refused("corrections", "add", "汉语", "--pinyin", "han4")
    assert "Chinese" in refused("corrections", "add", "abc")
    assert "without --pinyin" in refused("corrections", "add", "汉")
    assert "nobody" in refused("corrections", "remove", "nobody")


def test_corrections_go_from_one_library_to_another(
    xidu: Xidu, refused: Callable[..., str], data: Path, tmp_path: Path
) -> None:
    with Program(data, tmp_path) as program:
        for name in ("一", "二"):
            program.texts.import_text(name, f"{name}，汉语语法很难，汉语很好。")
        line = program.library.paragraphs(1, 0, 1)[0].text
        anchor = anchor_at(line, Span(0, 2, 6))
        here = Wanted((NewWord("汉语语法"),), 1, anchor)
        program.corrections.make([here, Wanted((NewWord("很", ("hén",)),))])
    file = tmp_path / "corrections.json"
    assert xidu("corrections", "export", "--output", str(file), plain=True) == ""
    assert file.read_text("utf-8") == xidu("corrections", "export", plain=True)
    assert xidu("corrections", "import", str(file), "--json") == {
        "added": 0, "replaced": 0, "known": 2, "without_place": 0, "in_other_texts": 0,
    }  # fmt: skip
    for one in xidu("corrections", "--json"):
        xidu("corrections", "remove", one["id"], plain=True)
    assert xidu("corrections", "import", str(file), "--json")["added"] == 2
    with Program(data, tmp_path) as program:
        assert [one.wanted for one in program.corrections.all()] == [
            here, Wanted((NewWord("很", ("hén",)),)),
        ]  # fmt: skip
    # A text that is not there, and files that are none: nothing is half taken.
    stored = json.loads(file.read_text("utf-8"))
    stored["corrections"][0]["here"]["sha256"] = "0" * 64
    file.write_text(json.dumps(stored), "utf-8")
    assert xidu("corrections", "import", str(file), "--json")["in_other_texts"] == 1
    stored["corrections"].append({"words": [{"text": "汉语", "pinyin": ["han"]}]})
    for bad, told in (
        (json.dumps(stored), "number 3"),
        ("{", "line 1"),
        ("[]", "another kind"),
        ('{"format": "xidu-corrections", "version": 2, "corrections": []}', "newer"),
        ("[" * 100_000, "no JSON"),
    ):
        file.write_text(bad, "utf-8")
        assert told in refused("corrections", "import", str(file))
    assert "no file" in refused("corrections", "import", str(tmp_path / "none"))


def test_import_list_search_and_marks(xidu: Xidu) -> None:
    (imported,) = xidu("import", PAGE)
    assert imported["sections"] == 5
    assert xidu("import", PAGE) == [imported]
    assert xidu("list", "--json") == [imported]

    found = xidu("search", "changsanjiao", "--json", "--kind", "text", "--limit", "0")
    assert found["total"] == len(found["hits"]) >= 37
    assert all("长三角" in hit["context"] for hit in found["hits"])
    assert xidu("search", "长", "--json", "--limit", "3")["total"] > 3

    number = str(imported["id"])
    note = xidu("notes", "add", number, "--quote", "双循环", "--text", "a wheel", plain=True)
    mark = xidu("bookmarks", "add", number, "--quote", "一盘棋", "--name", "chess", plain=True)
    (listed,) = xidu("notes", "--json")
    assert (listed["id"], listed["quote"], listed["text"]) == (note.strip(), "双循环", "a wheel")
    assert listed["orphan"] is False
    (listed,) = xidu("bookmarks", "--json")
    assert (listed["id"], listed["name"]) == (mark.strip(), "chess")
    assert xidu("search", "wheel", "--json")["hits"][0]["kind"] == "note"


def test_lookup(xidu: Xidu) -> None:
    word, term, nothing = xidu("lookup", "行业", "三省一市", "𠮷", "--json")
    assert word["dictionary"][0]["pinyin"] == ["háng", "yè"]
    assert word["hsk"] == 5
    assert term["term"]["english"]
    assert nothing["query"] == "𠮷"
    assert nothing["term"] is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
    ],
)
def test_a_bad_file_is_one_sentence(
    refused: Callable[..., str], tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert name in refused("import", str(path))
    assert name in refused("annotate", str(path))


def test_a_folder_and_an_unreadable_file(refused: Callable[..., str], tmp_path: Path) -> None:
    assert "folder" in refused("import", str(tmp_path))
    # Also root is refused the memory of a process, read as a file.
    assert "cannot be read" in refused("import", "/proc/self/mem")


def test_nothing_is_stored_when_one_of_several_files_is_bad(
    refused: Callable[..., str], data: Path, tmp_path: Path
) -> None:
    refused("import", PAGE, str(tmp_path / "missing.txt"))
    assert not (data / "library.sqlite3").exists()


def test_a_damaged_library(xidu: Xidu, refused: Callable[..., str], data: Path) -> None:
    xidu("import", PAGE)
    library = data / "library.sqlite3"
    library.write_bytes(library.read_bytes()[:5000])
    assert "damaged" in refused("list")
    assert "damaged" in refused("notes", "add", "1", "--quote", "长", "--text", "x")


def test_a_library_of_a_newer_version(xidu: Xidu, refused: Callable[..., str], data: Path) -> None:
    xidu("import", PAGE)
    with sqlite3.connect(data / "library.sqlite3") as connection:
        connection.execute("PRAGMA user_version = 4711")
    connection.close()
    assert "newer version" in refused("list")


def test_a_second_instance_that_would_write(
    xidu: Xidu, refused: Callable[..., str], data: Path
) -> None:
    xidu("import", PAGE)
    lock = DataLock(data)
    lock.acquire()
    try:
        assert "already open" in refused("import", PAGE)
        assert xidu("list", "--json")[0]["id"] == 1
    finally:
        lock.release()


def test_a_quote_or_a_text_that_is_not_there(xidu: Xidu, refused: Callable[..., str]) -> None:
    xidu("import", PAGE)
    assert "does not occur" in refused("notes", "add", "1", "--quote", "红楼梦", "--text", "x")
    assert "number 9" in refused("bookmarks", "add", "9", "--quote", "长", "--name", "x")


@pytest.mark.parametrize(
    "arguments",
    [["annotate"], ["annotate", "a", "--text", "b"], ["lookup"], ["search"], ["--nonsense"],
     ["notes", "add", "1"], ["search", "x", "--limit", "-1"], ["search", "x", "--kind", "y"]],
)  # fmt: skip
def test_wrong_usage_is_two(arguments: list[str], data: Path) -> None:
    def call() -> None:
        raise SystemExit(run(["--data", str(data), *arguments]))

    with pytest.raises(SystemExit, match="2"):
        call()


@pytest.mark.parametrize(
    "query",
    ["'", '"', "a AND b", "*", "NEAR(", "-", "^", ":", "\0", "\ud800", " ", "。", "x" * 10_000],
)
def test_hostile_searches_break_nothing(xidu: Xidu, query: str) -> None:
    xidu("import", PAGE)
    found = xidu("search", "--json", "--kind", "note", "--limit", "0", "--", query)
    assert found["total"] == len(found["hits"]) == 0


def test_marks_survive_a_new_program(xidu: Xidu, data: Path, shared_cache: Path) -> None:
    xidu("import", PAGE)
    xidu("notes", "add", "1", "--quote", "双循环", "--text", "kept", plain=True)
    with Program(data, shared_cache) as program:
        (note,) = program.notebook.notes()
        text = program.open_text(1).paragraph(note.anchor.span.paragraph).text
        assert text[note.anchor.span.start : note.anchor.span.end] == "双循环"


def test_glossaries_come_in_and_go_out(
    xidu: Xidu, refused: Callable[..., str], tmp_path: Path, data: Path
) -> None:
    assert xidu("glossary", "--json") == []
    assert not data.exists()  # asking makes no library
    file = tmp_path / "trade.csv"
    file.write_text("headword,pinyin,english\n汉语语法,Hàn yǔ yǔ fǎ,grammar\n好,,good\n", "utf-8")
    preview = xidu("glossary", "import", str(file), "--preview", "--json")
    told = {"glossary": "trade", "added": 2, "changed": 0, "same": 0, "removed": 0, "skipped": 0}
    assert preview == told
    assert xidu("glossary", "--json") == []
    assert xidu("glossary", "import", str(file), "--json") == told
    (listed,) = xidu("glossary", "list", "--json")
    assert (listed["name"], listed["on"], listed["terms"]) == ("trade", True, 2)
    assert "2\ton\ttrade" in xidu("glossary", plain=True)
    file.write_text("headword,pinyin,english\n好,hǎo,very good\n", "utf-8")
    again = xidu("glossary", "import", str(file), "--replace", "--json")
    assert again == {**told, "added": 0, "changed": 1, "removed": 1}

    out = tmp_path / "out.toml"
    assert xidu("glossary", "export", str(out), plain=True) == ""
    assert 'english = "very good"' in out.read_text("utf-8")
    assert xidu("glossary", "import", str(out), "--glossary", "trade", "--json")["same"] == 1

    assert "“nobody”" in refused("glossary", "export", str(out), "--glossary", "nobody")
    assert "no glossary" in refused("glossary", "export", str(tmp_path / "out.doc"))
    out.write_text('[[term]]\nid = "a"\nheadword = "坏"\n[[term]]\nid = "b"\n', "utf-8")
    assert "line 4" in refused("glossary", "import", str(out), "--glossary", "trade")
    assert xidu("glossary", "--json")[0]["terms"] == 1
    # What is one's own is marked in what is annotated, and explained.
    assert '"term": "own:' in xidu("annotate", "--text", "好", "--format", "json", plain=True)
    assert "very good" in xidu("lookup", "好", plain=True)


def test_a_later_version_of_a_file_updates_its_text_when_that_is_asked_for(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(*arguments: str) -> tuple[Any, str]:
        assert run(["--data", str(data), *arguments]) == 0
        told = capsys.readouterr()
        return json.loads(told.out), told.err

    file = tmp_path / "essay.txt"
    sentences = [
        f"第{number}条：各地要结合实际，认真抓好落实，不断取得新的成绩。" for number in range(20)
    ]
    file.write_text("\n".join(sentences), encoding="utf-8")
    ((first,), _) = call("import", str(file))
    call("notes", "add", str(first["id"]), "--quote", "第7条", "--text", "看", "--json")
    file.write_text("\n".join(["前言：这是新加的一句话。", *sentences]), encoding="utf-8")
    ((updated,), told) = call("import", "--update", str(file))
    assert updated["id"] == first["id"]
    assert "1 marks and corrections keep their place, 0 do not" in told
    ((note,), _) = call("notes", "--json")
    assert (note["orphan"], note["quote"]) == (False, "第7条")
    file.write_text("\n".join(sentences[1:]), encoding="utf-8")
    ((added,), told) = call("import", str(file))
    assert added["id"] != first["id"]
    assert "--update" in told


def test_marks_go_out_and_come_back(xidu: Xidu, tmp_path: Path) -> None:
    page = tmp_path / "版.txt"
    page.write_text("长三角一体化。\n\n走自己的路。", encoding="utf-8")
    card = xidu("import", str(page))[0]["id"]
    xidu(
        "notes",
        "add",
        str(card),
        "--quote",
        "长三角",
        "--text",
        "看这里",
        "--tag",
        "数",
        plain=True,
    )
    assert "看这里" in xidu("export", plain=True)
    assert "> 长三角" in xidu("export", str(card), "--marks", "--format", "md", plain=True)
    assert "长三角[^1]一体化" in xidu("export", str(card), "--format", "md", plain=True)
    for kind in ("json", "csv"):
        file = tmp_path / f"marks.{kind}"
        xidu("export", "--format", kind, "--output", str(file), plain=True)
        told = xidu("notes", "import", str(file), "--preview", "--json")
        assert told == {"new": 0, "newer": 0, "there": 1, "orphans": 0, "unknown": 0}
    (written,) = xidu("export", "--template", "obsidian", "--each", str(tmp_path / "v"), "--json")
    assert Path(written).read_text(encoding="utf-8").startswith("---\ntitle:")
    assert xidu("notes", "import", str(tmp_path / "marks.json"), "--json")["there"] == 1


def test_a_bad_file_of_marks_is_one_sentence(refused: Callable[..., str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    assert "Nothing was imported" in refused("notes", "import", str(bad))
