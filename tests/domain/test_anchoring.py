"""What becomes of a mark when its text is re-flowed, respelled, mended otherwise, repeated."""

import pytest

from reader.domain.anchoring import Anchoring, between
from reader.domain.document import Origin
from reader.domain.likeness import Likeness
from reader.domain.marks import Anchor, anchor_at
from reader.domain.places import Span
from reader.domain.versions import Following, SourceMap, Version, follow_paragraph
from reader.language.respelling import respeller
from reader.language.variants import variants

OLD = [
    "长三角一体化发展",
    "习近平指出，长三角区域要加快完善一体化发展体制机制。必须从体制机制上打破地区分割和行政壁垒。",
    "要增强一体化意识，坚持“一盘棋”思想，加大制度和体制机制创新力度……推动一体化向更深层次拓展。",
    "要循序渐进推进基本公共服务制度衔接、政策协同、标准趋同，分类推进各领域公共服务便利共享。",
]


def moved(
    words: str, new: list[str], old: list[str] = OLD, *, likeness: Likeness | None = None
) -> Anchor | None:
    index, at = next((i, text.find(words)) for i, text in enumerate(old) if words in text)
    anchor = anchor_at(old[index], Span(index, at, at + len(words)))
    following = Following(Version(old), Version(new), SourceMap("", "", likeness))
    return Anchoring(following).moved(anchor)


def quote(found: Anchor | None, new: list[str]) -> str | None:
    if found is None:
        return None
    span = found.span
    here = new[span.paragraph][span.start : span.end]
    assert found == anchor_at(new[span.paragraph], span)
    return here


def test_paragraphs_run_together_keep_their_marks() -> None:
    new = [OLD[0], OLD[1] + OLD[2] + OLD[3]]
    for words in ("习近平指出", "政策协同", "力度……推动", OLD[2]):
        assert quote(moved(words, new), new) == words


def test_a_line_broken_inside_a_quote_is_white_space() -> None:
    new = [OLD[0], OLD[1].replace("体制机制上", "体制\n机制上"), *OLD[2:]]
    assert quote(moved("从体制机制上打破", new), new) == "从体制\n机制上打破"


def test_a_paragraph_cut_inside_a_quote_leaves_the_mark_at_its_beginning_and_whole() -> None:
    new = [OLD[0], OLD[1][:30], OLD[1][30:], *OLD[2:]]
    found = moved("完善一体化发展体制机制。必须从体制机制上", new)
    assert found is not None
    assert found.quote == "完善一体化发展体制机制。必须从体制机制上"
    assert found.span == Span(1, OLD[1].index("完善"), 30)
    again = between(new, OLD).moved(found)
    assert again is not None
    assert quote(again, OLD) == found.quote


def test_other_widths_and_quotation_marks_are_the_same() -> None:
    ways = str.maketrans({"，": ",", "。": ".", "“": "「", "”": "」", "、": "､"})
    new = [text.translate(ways).replace("……", "...") for text in OLD]
    assert quote(moved("坚持“一盘棋”思想", new), new) == "坚持「一盘棋」思想"
    assert quote(moved("力度……推动", new), new) == "力度...推动"
    assert quote(moved("衔接、政策", new), new) == "衔接､政策"


def test_a_comma_is_no_enumeration_comma() -> None:
    new = [*OLD[:3], OLD[3].replace("衔接、政策", "衔接，政策")]
    assert moved("衔接、政策", new) is None


@pytest.mark.parametrize("standard", ["traditional", "taiwan", "hongkong"])
def test_simplified_and_traditional_are_the_same(standard: str) -> None:
    respell = respeller(standard)
    new = [respell(text) for text in OLD]
    likeness = Likeness(variants())
    assert quote(moved("体制机制创新力度", new, likeness=likeness), new) == respell(
        "体制机制创新力度"
    )
    back = moved(respell("体制机制创新力度"), OLD, new, likeness=likeness)
    assert quote(back, OLD) == "体制机制创新力度"


def test_forms_that_were_one_before_are_one() -> None:
    likeness = Likeness(variants())
    assert likeness("發展和頭髮，乾淨的後面，著名") == likeness("发展和头发，干净的后面，着名")
    assert likeness("回覆藉口，剩餘") == likeness("回复借口，剩余") == likeness("回複借口，剩馀")
    assert likeness("⻓三角") == likeness("长三角")


def test_the_end_of_a_quote_that_changed_makes_it_an_orphan() -> None:
    new = [*OLD[:3], OLD[3].replace("标准趋同", "标准相同")]
    assert moved("标准趋同", new) is None
    assert quote(moved("政策协同、标准", new), new) == "政策协同、标准"


def test_words_put_into_a_quote_make_it_an_orphan() -> None:
    new = [*OLD[:3], OLD[3].replace("基本公共", "城乡基本的公共")]
    assert moved("基本公共服务", new) is None


def test_a_paragraph_that_moved_takes_its_marks_along() -> None:
    rest = [f"第{number}条：各地要结合实际，抓好第{number}项任务的落实。" for number in range(30)]
    long = (
        OLD[1]
        + "".join(OLD[3].split("，"))
        + "加强各项改革举措的系统集成和协同配合，推动一体化向更宽领域拓展。"
    )
    old, new = [long, *rest], [*rest[:20], long, *rest[20:]]
    assert quote(moved(long, new, old), new) == long
    assert quote(moved("行政壁垒。要循序渐进", new, old), new) == "行政壁垒。要循序渐进"


def test_of_two_equal_paragraphs_one_of_which_is_gone_none_is_taken() -> None:
    old = [OLD[1], "甲。", OLD[2], "乙。", OLD[1], "丙。"]
    for new in ([OLD[1], "丁。"], ["戊。", OLD[1]]):
        for index in (0, 4):
            anchor = anchor_at(OLD[1], Span(index, 6, 12))
            assert between(old, new).moved(anchor) is None


def test_equal_paragraphs_are_told_apart_by_what_stands_around_them() -> None:
    old = [OLD[0], OLD[1], OLD[2], OLD[1], OLD[3]]
    new = ["新的一段。", *old[:3], "又是新的一段，写得长一些。", *old[3:]]
    for index, to in ((1, 2), (3, 5)):
        found = between(old, new).moved(anchor_at(OLD[1], Span(index, 6, 12)))
        assert found is not None
        assert found.span == Span(to, 6, 12)


def test_an_orphan_stays_one_when_only_its_twin_is_left() -> None:
    twins, one = [OLD[1], OLD[2], OLD[1]], ["新。", OLD[1], "新的。"]
    orphan = anchor_at(OLD[1], Span(0, 6, 12))
    assert between(twins, one).moved(orphan, orphan=True) is None
    assert between(one, ["无。", OLD[1]]).moved(orphan, orphan=True) is None


def test_an_orphan_comes_home_when_its_words_are_back() -> None:
    gone = [*OLD[:2], OLD[3]]
    orphan = anchor_at(OLD[2], Span(2, 4, 9))
    assert between(OLD, gone).moved(orphan) is None
    assert between(gone, ["新。", *OLD]).moved(orphan, orphan=True) == anchor_at(
        OLD[2], Span(3, 4, 9)
    )


@pytest.mark.parametrize(
    ("at", "to"), [(0, 0), (20, 22), (46, 48)], ids=["beginning", "middle", "end"]
)
def test_a_place_without_characters_follows_its_neighbours(at: int, to: int) -> None:
    new = ["新。", OLD[0], OLD[1][:10] + "新增" + OLD[1][10:], *OLD[2:]]
    assert len(OLD[1]) == 46
    found = between(OLD, new).moved(anchor_at(OLD[1], Span(1, at, at)))
    assert found is not None
    assert found.span == Span(2, to, to)


def test_a_place_without_characters_whose_neighbours_are_gone_is_an_orphan() -> None:
    anchor = anchor_at(OLD[2], Span(2, 10, 10))
    assert between(OLD, [*OLD[:2], OLD[3]]).moved(anchor) is None


def test_characters_beyond_the_first_plane_count_as_one() -> None:
    old = ["𠮷野家在𠀀𠀁之地", "人们常去那里吃饭，𠮷祥如意，大家都很高兴。"]
    new = ["𠮂新", *old]
    found = between(old, new).moved(anchor_at(old[1], Span(1, 9, 13)))
    assert found == anchor_at(old[1], Span(2, 9, 13))
    assert found is not None
    assert found.quote == "𠮷祥如意"


def test_mending_is_followed_by_what_it_knows() -> None:
    """Twins, one of them hidden: nothing that stands in the text could tell which is which."""
    source = "甲乙丙丁。\n甲乙丙丁。\n"
    both = Version(["甲乙丙丁。", "甲乙丙丁。"], [[Origin(0, 0, 5)], [Origin(0, 6, 5)]], source)
    second = Version(["甲乙丙丁。"], [[Origin(0, 6, 5)]], source)
    sources = SourceMap(source, source)
    hiding = Anchoring(Following(both, second, sources))
    first, other = (anchor_at("甲乙丙丁。", Span(index, 1, 3)) for index in (0, 1))
    assert hiding.moved(first) is None
    assert hiding.moved(other) == anchor_at("甲乙丙丁。", Span(0, 1, 3))
    showing = Anchoring(Following(second, both, sources))
    assert showing.moved(first, orphan=True) == first
    assert showing.moved(anchor_at("甲乙丙丁。", Span(0, 1, 3))) == other


def test_origins_that_are_not_true_are_not_believed() -> None:
    wrong = Version(OLD, [[Origin(0, 3, len(text))] for text in OLD], "一本别的书。" * 40)
    new = Version(["新。", *OLD], [], "")
    found = Anchoring(Following(wrong, new, SourceMap(wrong.source, ""))).moved(
        anchor_at(OLD[2], Span(2, 3, 6))
    )
    assert found == anchor_at(OLD[2], Span(3, 3, 6))


def test_the_place_of_reading_follows_its_paragraph_or_the_next() -> None:
    new = ["新。", OLD[0], OLD[1] + OLD[2], OLD[3]]
    following = Following(Version(OLD), Version(new), SourceMap("", ""))
    assert [follow_paragraph(following, index) for index in range(4)] == [1, 2, 2, 3]
    gone = Following(Version(OLD), Version([OLD[0], OLD[3]]), SourceMap("", ""))
    assert follow_paragraph(gone, 1) == 1
    assert follow_paragraph(gone, 99) == 1


def test_a_moved_passage_is_followed_up_to_the_clauses_at_its_edges() -> None:
    rest = [f"第{number}条：各地要结合实际，抓好第{number}项任务的落实。" for number in range(30)]
    passage = OLD[1] + OLD[2]
    old = ["开头一句话。" + passage + "结尾一句话。", *rest]
    new = ["开头一句话。结尾一句话。", *rest[:20], rest[20] + passage, *rest[21:]]
    assert quote(moved("习近平", new, old), new) == "习近平"
    assert quote(moved("深层次拓展", new, old), new) == "深层次拓展"
    assert quote(moved("结尾一句", new, old), new) == "结尾一句"
