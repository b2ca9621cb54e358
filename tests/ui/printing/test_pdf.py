"""The PDF: read back by a program that had no part in writing it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from reader.app import Program
from reader.domain.document import ParagraphKind
from reader.domain.errors import FileUnwritable, XiduError
from reader.services.excerpt import section, whole
from reader.services.pdfsense import Entry, Meaning, add_meaning
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.printing.making import make
from reader.ui.printing.meaning import drawn_alike, lines_said
from reader.ui.printing.order import Order
from reader.ui.printing.sheet import POINT, UNITS, Sheet
from tests.ui.printing.texts import A4, A6, Setup, Text, cut

Kind = ParagraphKind
pytestmark = pytest.mark.usefixtures("faces")
A4_SHEET = Sheet(A4[0] * POINT, A4[1] * POINT)


def written(setup: Setup, target: Path, meaning: Meaning | None = None) -> pypdfium2.PdfDocument:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS)
    size = QSizeF(setup.sheet.width / POINT, setup.sheet.height / POINT)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for page in setup.pages:
        if page.number > 1:
            writer.newPage()
        setup.drawer.draw(painter, page)
    painter.end()
    lines = [lines_said(page, setup.setter) for page in setup.pages]
    add_meaning(
        BytesIO(bytes(buffer.data().data())), target, meaning or Meaning(drawn_alike(), lines)
    )
    return pypdfium2.PdfDocument(target)


@pytest.mark.parametrize("ruby", [Amount.HOVER, Amount.ALL])
@pytest.mark.parametrize("kind", [Kind.BODY, Kind.TITLE, Kind.CAPTION])
def test_every_line_is_found_as_it_is_written(tmp_path: Path, ruby: Amount, kind: Kind) -> None:
    text = (
        "一个人走在长长的路上，用白色的石头——大小、高低、水火、马车。甲乙丙丁戊己见《人民日报》2023年第10页“引用”，我们中国人民好。"
        * 3
    )
    setup = Setup(Text([("节", [(kind, text)])], cut), A6, ruby=ruby)
    document = written(setup, tmp_path / "p.pdf")
    assert len(document) == len(setup.pages)
    for page, shown in zip(setup.pages, document, strict=True):
        found = shown.get_textpage()
        at = 0
        for placed in page.strips:
            line = setup.line(placed).strip()
            place = found.search(line, index=at).get_next()
            assert place is not None, (line, found.get_text_range())
            at = sum(place)


def test_pinyin_footnotes_and_page_numbers_are_there(tmp_path: Path) -> None:
    setup = Setup(Text([("节", [(Kind.BODY, "中国人民甲乙。" * 40)])], cut), A6)
    document = written(setup, tmp_path / "p.pdf")
    for number, page in enumerate(document, start=1):
        said = page.get_textpage().get_text_range()
        assert "zhuāng" in said
        assert said.rstrip().endswith(str(number))
        assert ("english 甲乙" in said) == (number == 1)
        assert ("What it is." in said) == (number == 1)
        assert "And more" not in said


def test_pinyin_stands_above_its_line(tmp_path: Path) -> None:
    setup = Setup(Text([("节", [(Kind.BODY, "中国人民")])], cut), A6)
    page = written(setup, tmp_path / "p.pdf")[0].get_textpage()
    above = page.search("zhuāng").get_next()
    assert above is not None
    text = page.search("中国人民").get_next()
    assert text is not None
    assert page.get_charbox(above[0])[1] > page.get_charbox(text[0])[1]


def test_titles_are_an_outline(tmp_path: Path) -> None:
    setup = Setup(Text([("节", [(Kind.BODY, "中国")])], cut))
    meaning = Meaning({}, [], [Entry("第一章", 0)])
    document = written(setup, tmp_path / "p.pdf", meaning)
    assert [entry.get_title() for entry in document.get_toc()] == ["第一章"]


def test_faces_are_embedded(tmp_path: Path) -> None:
    written(Setup(Text([("节", [(Kind.BODY, "中国甲乙")])], cut)), tmp_path / "p.pdf").close()
    data = (tmp_path / "p.pdf").read_bytes()
    assert data.count(b"/FontFile2") >= 2


def order(program: Program, target: Path, sheet: Sheet | None = A4_SHEET) -> Order:
    text = program.open_text(1)
    return Order(
        program.data,
        program.cache,
        1,
        section(text, 3),
        target,
        Setting(22, Ruby(Amount.ALL)),
        sheet,
    )


def test_the_first_page_as_pdf(program: Program, tmp_path: Path) -> None:
    stages: list[str] = []
    target = tmp_path / "p.pdf"
    make(order(program, target), lambda stage, _share: stages.append(stage))
    document = pypdfium2.PdfDocument(target)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "巴勒斯坦" in said
    assert "Bālèsītǎn".lower()[:2] in said.lower()
    assert set(stages) == {"words", "pages", "writing"}
    assert document.get_metadata_value("Title").startswith("习近平主持召开")


def test_the_first_page_as_html(program: Program, tmp_path: Path) -> None:
    target = tmp_path / "p.html"
    make(order(program, target, None), lambda _stage, _share: None)
    assert "<rt>" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_characters_are_written_as_they_are_shown(
    program: Program, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"p.{ending}"
    wanted = order(program, target, A4_SHEET if ending == "pdf" else None)
    make(wanted._replace(characters="traditional"), lambda _stage, _share: None)
    if ending == "html":
        said = re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|<[^>]*>", "", target.read_text(encoding="utf-8"))
    else:
        document = pypdfium2.PdfDocument(target)
        said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "聲援巴勒斯坦人民國際日" in said


class Enough(Exception):
    pass


@pytest.mark.parametrize("stage", ["words", "pages", "writing"])
@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_giving_up_leaves_the_earlier_file(
    program: Program, tmp_path: Path, stage: str, ending: str
) -> None:
    target = tmp_path / f"p.{ending}"
    target.write_bytes(b"earlier")

    def tell(told: str, _share: float) -> None:
        if told == stage:
            raise Enough

    wanted = order(program, target, A4_SHEET if ending == "pdf" else None)
    if (stage, ending) == ("pages", "html"):
        return
    with pytest.raises(Enough):
        make(wanted, tell)
    assert target.read_bytes() == b"earlier"
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_is_not_there_is_told_in_a_sentence(program: Program, tmp_path: Path) -> None:
    with pytest.raises(XiduError, match="could not be written"):
        make(order(program, tmp_path / "no" / "p.pdf"), lambda _stage, _share: None)


def test_the_whole_text_has_an_entry_for_each_section(program: Program, tmp_path: Path) -> None:
    text = program.open_text(1)
    target = tmp_path / "p.pdf"
    make(order(program, target)._replace(wanted=whole(text)), lambda _stage, _share: None)
    toc = [entry.get_title() for entry in pypdfium2.PdfDocument(target).get_toc()]
    assert toc == [" ".join(title.split()) for title in text.outline.titles]


@contextmanager
def small_files() -> Iterator[None]:
    """No file can grow beyond some kilobytes: what a full disk looks like to a program.

    Not for longer than needed: what pytest prints may go to a file too.
    """
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_a_file_that_cannot_grow_leaves_the_earlier_one(
    program: Program, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"p.{ending}"
    target.write_bytes(b"earlier")
    wanted = order(program, target, A4_SHEET if ending == "pdf" else None)
    with pytest.raises(FileUnwritable, match="untouched"), small_files():
        make(wanted, lambda _stage, _share: None)
    assert target.read_bytes() == b"earlier"
    assert not list(tmp_path.glob(".*"))
