"""The front page that comes with the program, mended as a person would."""

import pytest

from reader.domain.document import Decisions, Document, ParagraphKind, RepairKind
from reader.formats import known_edits, load, read
from reader.services.texts import first_text
from tests.formats.rebuilding import lost, rebuilt, visible

SOURCE = load(first_text())
DECISIONS = Decisions(edits=known_edits(SOURCE))
PAGE = read(SOURCE, DECISIONS)
Kind = ParagraphKind


def kinds(document: Document, section: int) -> list[ParagraphKind]:
    return [paragraph.kind for paragraph in document.sections[section].paragraphs]


def test_five_articles() -> None:
    titles = [section.title for section in PAGE.sections]
    assert len(titles) == 5
    assert titles[0].startswith("习近平主持召开深入推进长三角一体化发展座谈会强调")
    assert titles[1].startswith("们党始终高度重视耕地保护")
    assert titles[2] == "取 座谈会上的 习近平总"
    assert titles[3] == "习近平向“声援巴勒斯坦人民国际日”纪念大会致贺电"
    assert titles[4] == "习近平就亨利·基辛格逝世向美国总统拜登致唁电"


def test_the_report_has_subtitle_caption_and_byline() -> None:
    found = kinds(PAGE, 0)
    assert found[:3] == [Kind.TITLE, Kind.HEADING, Kind.BODY]
    paragraphs = PAGE.sections[0].paragraphs
    assert paragraphs[1].text == "李强蔡奇出席"
    caption = found.index(Kind.CAPTION)
    assert paragraphs[caption].text.startswith("11月30日上午，中共中央总书记")
    assert paragraphs[caption].text.endswith("并发表重要讲话。")
    assert paragraphs[caption + 1].kind is Kind.BYLINE
    assert paragraphs[caption + 1].text == "新华社记者 谢环驰摄"
    assert paragraphs[-1].text.startswith("李干杰、何立峰")
    assert paragraphs[-1].text.endswith("参加座谈会。")


def test_the_fragment_and_the_reactions() -> None:
    assert kinds(PAGE, 1) == [Kind.FRAGMENT, Kind.JUMP]
    assert PAGE.sections[1].paragraphs[1].text == "（下转第三版）"
    found = kinds(PAGE, 2)
    assert found[:3] == [Kind.TITLE, Kind.HEADING, Kind.BODY]
    assert found[-3:] == [Kind.HEADING, Kind.BODY, Kind.JUMP]
    assert found.count(Kind.HEADING) == 2


@pytest.mark.parametrize(
    ("section", "joined"),
    [
        (0, "要增强一体化意识，坚持一盘棋思想"),
        (0, "长三角区域要加强生态环境共保联治"),
        (3, "迟迟无法实现独立建国"),
        (3, "尽早实现巴勒斯坦人民建国"),
        (4, "作为毕生追求"),
    ],
)
def test_broken_sentences_are_joined(section: int, joined: str) -> None:
    assert any(joined in p.text for p in PAGE.sections[section].paragraphs)


def test_what_was_printed_twice_is_shown_once() -> None:
    texts = [p.text for p in PAGE.sections[4].paragraphs]
    assert sum(text.count("基辛格的名字将永远和中美关系联系在一起") for text in texts) == 1
    folded = [r for r in PAGE.repairs if r.kind is RepairKind.FOLDED]
    assert [r.source[:4] for r in folded] == ["生追求。"]


@pytest.mark.parametrize("name", ["江苏省委书记信长星", "浙江省委书记易炼红", "安徽省委书记韩俊"])
def test_the_secretaries_have_their_title_back(name: str) -> None:
    assert any(name in p.text for p in PAGE.paragraphs())
    assert sum(r.kind is RepairKind.CORRECTED for r in PAGE.repairs) == 3


def test_nothing_of_the_source_is_lost() -> None:
    assert lost(SOURCE, PAGE) == ""
    assert rebuilt(SOURCE, PAGE) == visible(SOURCE.text)


def test_every_repair_points_into_its_paragraph() -> None:
    paragraphs = list(PAGE.paragraphs())
    for number, repair in enumerate(PAGE.repairs):
        paragraph = paragraphs[repair.paragraph]
        assert number in paragraph.repairs
        assert 0 <= repair.offset <= len(paragraph.text)
        assert repair.why.endswith(".")
    assert len({repair.key for repair in PAGE.repairs}) == len(PAGE.repairs)


@pytest.mark.parametrize(
    "key", [r.key for r in PAGE.repairs if r.kind in {"joined", "folded", "split", "flagged"}]
)
def test_each_repair_can_be_undone_by_itself(key: str) -> None:
    undone = read(SOURCE, Decisions(frozenset({key}), DECISIONS.edits))
    assert key not in {repair.key for repair in undone.repairs}
    assert undone != PAGE
    assert lost(SOURCE, undone) == ""
    assert read(SOURCE, DECISIONS) == PAGE


def test_a_correction_can_be_taken_back() -> None:
    fewer = Decisions(edits=DECISIONS.edits[1:])
    texts = "".join(p.text for p in read(SOURCE, fewer).paragraphs())
    assert "江苏省委书信长星" in texts
    assert "浙江省委书记易炼红" in texts
