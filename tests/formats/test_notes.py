"""Markdown of notes: what is meant is shown, what could do harm is text."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.formatted import BlockKind, FormattedBlock, Run
from reader.formats.notes import formatted, plain


def test_what_notes_are_made_of() -> None:
    text = (
        "# 题\n\n一**重**二*斜*三~~删~~四`码`\n次行\n\n> 引\n> - 甲\n\n1. 一\n2. 二\n   - 内\n\n"
        "```py\n<b>\n```\n\n---\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
    )
    assert formatted(text) == (
        FormattedBlock(BlockKind.HEADING, (Run("题"),), level=1),
        FormattedBlock(
            BlockKind.TEXT,
            (
                Run("一"),
                Run("重", strong=True),
                Run("二"),
                Run("斜", emphasis=True),
                Run("三"),
                Run("删", struck=True),
                Run("四"),
                Run("码", code=True),
                Run(" 次行"),
            ),
        ),
        FormattedBlock(BlockKind.QUOTE, (Run("引"),), 1),
        FormattedBlock(BlockKind.ITEM, (Run("甲"),), 2, marker="•"),
        FormattedBlock(BlockKind.ITEM, (Run("一"),), 1, marker="1."),
        FormattedBlock(BlockKind.ITEM, (Run("二"),), 1, marker="2."),
        FormattedBlock(BlockKind.ITEM, (Run("内"),), 2, marker="•"),
        FormattedBlock(BlockKind.CODE, (Run("<b>", code=True),)),
        FormattedBlock(BlockKind.RULE, ()),
        FormattedBlock(BlockKind.ROW, (Run("甲"), Run(" │ "), Run("乙"))),
        FormattedBlock(BlockKind.ROW, (Run("1"), Run(" │ "), Run("2"))),
    )


def links(text: str) -> list[tuple[str, str]]:
    return [(run.text, run.link) for block in formatted(text) for run in block.runs if run.link]


def test_links() -> None:
    mark = "xidu:mark/" + "0" * 32
    assert links(f"[那里]({mark})，也见（{mark}）。") == [("那里", mark), (mark, mark)]
    assert links("https://example.org/a_b_c. <https://example.org>") == [
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("https://example.org", "https://example.org"),
    ]
    assert links("`https://example.org`") == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](file:///etc/passwd)",
        "[x](javascript:alert(1))",
        "[x](//host/share)",
        "[x](data:text/html,x)",
        "![x](https://example.org/x.png)",
    ],
)
def test_nothing_else_is_a_link(text: str) -> None:
    assert links(text) == []
    assert "x" in plain(text)


def test_html_is_shown_as_it_is_written() -> None:
    text = "<img src=//host/x> <script>1</script>"
    assert plain(text) == text
    assert plain("<div>\nx\n</div>") == "<div> x </div>"


@given(st.text(alphabet="ab*_~`[]()<>!|#>-+1.\\&;:/ \n\t\0\u2028\ud800", max_size=80))
def test_anything_is_formatted(text: str) -> None:
    for block in formatted(text):
        assert all(run.text for run in block.runs)


@pytest.mark.parametrize("text", ["> " * 9000 + "x", "[" * 9000, "*a " * 6000, "x" * 90_000])
def test_hostile_notes_take_no_time(text: str) -> None:
    began = perf_counter()
    blocks = formatted(text)
    assert perf_counter() - began < 2
    assert "x" in plain(text) or "[" in plain(text) or "a" in plain(text)
    assert max(len(block.text) for block in blocks) <= 20_000
