"""Text that knows its place, and the origins that both formats give."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.domain.document import Decisions, TextEdit
from reader.formats import from_text, read
from reader.formats.mapped import Mapped

_STEP = st.tuples(st.sampled_from("cut strip replace twice".split()), st.integers(0, 30),
                  st.integers(0, 30))  # fmt: skip


def agrees(mapped: Mapped, source: str) -> bool:
    return all(
        mapped.text[o.start : o.start + o.length] == source[o.source : o.source + o.length]
        and len(source[o.source : o.source + o.length]) == o.length > 0
        for o in mapped.origins
    )


@given(st.text("ab 中。\u3000", min_size=1, max_size=30), st.lists(_STEP, max_size=8))
def test_text_and_origins_stay_in_step(source: str, steps: list[tuple[str, int, int]]) -> None:
    mapped = Mapped.of(source, 0, len(source))
    plain = source
    for name, a, b in steps:
        if name == "cut":
            mapped, plain = mapped.cut(a, a + b), plain[a : a + b]
        elif name == "strip":
            mapped, plain = mapped.strip(), plain.strip()
        elif name == "replace":
            at = min(a, len(plain))
            mapped, plain = mapped.replace(at, at + b, "新"), plain[:at] + "新" + plain[at + b :]
        else:
            mapped, plain = mapped + mapped, plain + plain
        assert mapped.text == plain
        assert agrees(mapped, source)


def test_adjoining_pieces_become_one() -> None:
    whole = Mapped.of("甲乙丙", 0, 1) + Mapped.of("甲乙丙", 1, 3)
    assert whole == Mapped.of("甲乙丙", 0, 3)


_MARKDOWN = st.lists(
    st.sampled_from(
        ["*", "**", "`", "[", "](a b)", "![", "\\", "&amp;", "<b>", "|", "\n", "  \n", "\r\n", "\r", "\n\n",
         "> ", "- ", "# ", "1. ", "```\n", "|--|--|\n", "中", "。", "ab", " ", "\t", "\0", "\u2028", "𠮷",
         "---", "===", "\xa0", "\ufffe", "&#20013;", "<http://a>"]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=400)
@given(_MARKDOWN, st.sampled_from(["x.md", "x.txt"]))
@example(["\u2028", "> ", "\r\n", "\u2028", "> "], "x.md")
@example(["\u2028", "\n", "*", "*"], "x.md")
@example(["> ", "\xa0", "\n", "> ", "\u2028", "\n", "> ", "*", "ab", "\n", "> ", "ab"], "x.md")
def test_paragraphs_stand_in_the_source(parts: list[str], name: str) -> None:
    text = "".join(parts)
    if not text.strip():
        return
    source = from_text(name, text)
    document = read(source)
    assert document == read(source)
    seen: set[int] = set()
    for paragraph in document.paragraphs():
        assert paragraph.text == paragraph.text.strip()
        assert paragraph.text
        assert agrees(Mapped(paragraph.text, paragraph.origin), source.text)
        for origin in paragraph.origin:
            place = set(range(origin.source, origin.source + origin.length))
            assert not place & seen  # nothing is shown twice
            seen |= place
    if name == "x.txt":
        held = "".join(repair.source for repair in document.repairs)
        rest = (c for at, c in enumerate(source.text) if at not in seen)
        assert all(c.isspace() or c in held for c in rest)
    else:  # no word is lost, except as the address of a link or a reference
        lacking = "".join(c for at, c in enumerate(source.text) if at not in seen)
        if not re.search(r"[\]&`]", source.text):
            assert "中" not in lacking
            assert "𠮷" not in lacking


def test_markdown_is_shown_as_text() -> None:
    text = (
        '# 标题 *重* #\n\n一**二**`三`[四](http://x "t")![五](p)\n六  \n七\n\n> 八\n\n- 九\n  - 十\n\n'
        "| 甲 | 乙 \\| 丙 |\n|--|--|\n| 丁 | 甲 |\n\n<script>alert(1)</script>\n\n```\n码\n```\n"
    )
    document = read(from_text("x.md", text))
    assert [p.text for p in document.paragraphs()] == (
        [
            "标题 重",
            "一二三四五六",
            "七",
            "八",
            "九",
            "十",
            "甲",
            "乙 | 丙",
            "丁",
            "甲",
            "<script>alert(1)</script>",
            "码",
        ]
    )


def test_han_lines_are_joined_without_a_space_and_latin_ones_with() -> None:
    document = read(from_text("x.md", "中文\n换行\n\nan\nend\n"))
    assert [p.text for p in document.paragraphs()] == ["中文换行", "an end"]


def test_edits_outside_the_text_change_nothing() -> None:
    source = from_text("x.md", "# 题\n\n正文。\n")
    odd = [TextEdit(0, 1, "x"), TextEdit(99, 1, "y"), TextEdit(-3, 2, "z"), TextEdit(2, 4, "w")]
    document = read(source, Decisions(edits=tuple(odd)))
    assert document == read(source)
    good = read(source, Decisions(edits=(TextEdit(5, 1, "本"), TextEdit(7, 0, "啊"))))
    assert [p.text for p in good.paragraphs()] == ["题", "本文啊。"]
    assert [(r.source, r.offset) for r in good.repairs] == [("正", 0), ("", 2)]
