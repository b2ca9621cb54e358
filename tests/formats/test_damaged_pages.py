"""Pages with other damage than the first one, written for these tests.

Each case names the sections expected, by the beginning of their titles, and sentences that
must stand whole in one paragraph.
"""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import Decisions, Document, ParagraphKind, RepairKind
from reader.formats import from_text, read
from tests.formats.rebuilding import lost


class Page(NamedTuple):
    text: str
    titles: list[str]
    whole: list[str]
    kinds: dict[str, ParagraphKind] = {}  # noqa: RUF012 - a default of an immutable row


K = ParagraphKind

PAGES = {
    "a join across a caption and its credit": Page(
        """# 春耕备耕有序推进

本报北京3月2日电 （记者李明）眼下，各地抓住农时，积极开展

图为农民在田间劳作。
新华社记者 王芳摄

春季田间管理，为全年粮食丰收打下基础。
""",
        ["春耕备耕有序推进"],
        ["积极开展春季田间管理"],
        {"图为农民在田间劳作。": K.CAPTION, "新华社记者 王芳摄": K.BYLINE},
    ),
    "all headings on one level": Page(
        """## 全国铁路迎来客流高峰

新华社北京1月20日电 记者从国铁集团获悉，全国铁路预计发送旅客一千万人次。

## 多地推出文化惠民活动

新华社上海1月20日电 春节临近，各地图书馆延长开放时间。

## 冬小麦长势良好

新华社郑州1月20日电 目前冬小麦长势总体良好。
""",
        ["全国铁路迎来客流高峰", "多地推出文化惠民活动", "冬小麦长势良好"],
        [],
    ),
    "a sub-heading is no article": Page(
        """# 科技创新结硕果

新华社合肥5月6日电 走进实验室，一台台设备正在运转。

### 攻关不停步

研究团队连续三年攻克难题。

### 成果进车间

企业负责人表示，新工艺让成本降低三成。
""",
        ["科技创新结硕果"],
        [],
        {"攻关不停步": K.HEADING, "成果进车间": K.HEADING},
    ),
    "a heading is missing between two reports": Page(
        """# 港口吞吐量稳步增长

新华社宁波8月1日电 上半年港口货物吞吐量同比增长。

新华社广州8月1日电 一座新的科技馆向公众开放。
""",
        ["港口吞吐量稳步增长", "新华社广州8月1日电"],
        [],
    ),
    "a fragment before the first heading": Page(
        """们的生活发生了很大变化。村里修了路，通了网。（下转第四版）

# 图书馆里过周末

本报讯 周末的图书馆座无虚席。
""",
        ["们的生活发生了很大变化", "图书馆里过周末"],
        [],
        {"（下转第四版）": K.JUMP},
    ),
    "page two goes on with what page one began": Page(
        """（上接第一版）要坚持系统观念，统筹推进各项工作。

会议强调，要狠抓落实。

## 博物馆日活动丰富

新华社西安5月18日电 博物馆里人头攒动。
""",
        ["要坚持系统观念", "博物馆日活动丰富"],
        [],
        {"（上接第一版）": K.JUMP},
    ),
    "a sentence broken twice": Page(
        """# 绿水青山带笑颜

本报杭州6月5日电 （记者张华）沿着河岸行走，两岸树木

成荫，水中鱼儿

游动，村民们说环境一年比一年好。
""",
        ["绿水青山带笑颜"],
        ["两岸树木成荫，水中鱼儿游动"],
    ),
    "the end of a paragraph printed again": Page(
        """# 乡村集市热闹开张

新华社成都2月3日电 集市上人来人往，商品琳琅满目，小吃摊前排起了长队。

商品琳琅满目，小吃摊前排起了长队。但这一段并没有重复，它讲的是另一件事情。

集市上人来人往，商品琳琅满目，小吃摊前排起了长队。
""",
        ["乡村集市热闹开张"],
        [],
    ),
    "editors and page numbers": Page(
        """# 社区食堂暖人心

本报南京4月9日电 （记者周强）中午时分，社区食堂

责编：李四  版式设计：王五

飘出阵阵饭香，老人们围坐在一起。
""",
        ["社区食堂暖人心"],
        ["社区食堂飘出阵阵饭香"],
    ),
    "no headings at all": Page(
        """新华社海口7月7日电 海上风力加大，渔船陆续回港。

新华社哈尔滨7月7日电 湿地迎来候鸟。
""",
        ["新华社海口7月7日电", "新华社哈尔滨7月7日电"],
        [],
    ),
}


def page(name: str, decisions: Decisions | None = None) -> Document:
    return read(from_text(f"{name}.md", PAGES[name].text), decisions)


@pytest.mark.parametrize("name", PAGES)
def test_articles_are_told_apart(name: str) -> None:
    titles = [section.title for section in page(name).sections]
    wanted = PAGES[name].titles
    assert len(titles) == len(wanted), titles
    assert all(t.startswith(w) or w.startswith(t.rstrip("…")) for t, w in
               zip(titles, wanted, strict=True)), titles  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_sentences_are_whole_and_kinds_are_right(name: str) -> None:
    paragraphs = list(page(name).paragraphs())
    for sentence in PAGES[name].whole:
        assert any(sentence in p.text for p in paragraphs), [p.text for p in paragraphs]
    for text, kind in PAGES[name].kinds.items():
        assert kind in {p.kind for p in paragraphs if p.text == text}, text


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost(name: str) -> None:
    source = from_text(f"{name}.md", PAGES[name].text)
    document = read(source)
    assert lost(source, document) == ""
    for repair in document.repairs:
        again = read(source, Decisions(frozenset({repair.key})))
        assert lost(source, again) == "", repair
        assert repair.key not in {r.key for r in again.repairs}


CLEAN = {
    "novel.txt": "第一章 初见\n\n　　天刚亮，他就出了门。\n　　“你去哪儿？”母亲问。\n\n"
    "　　他没有回答\n\n第二章 离别\n\n　　船开了。\n",
    "poem.md": "# 静夜思\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n",
    "readme.md": "# 说明\n\n安装步骤如下：\n\n- 下载\n- 解压\n\n## 用法\n\n运行 `xidu`\n",
    "essay.md": "# 春\n\n盼望着，盼望着，东风来了\n\n小草偷偷地从土里钻出来\n",
    "english.txt": "This is a line\nand another one.\n\nA new paragraph.\n",
}


@pytest.mark.parametrize("name", CLEAN)
def test_clean_texts_are_left_alone(name: str) -> None:
    source = from_text(name, CLEAN[name])
    document = read(source)
    assert document.repairs == ()
    assert lost(source, document) == ""


def test_a_book_that_quotes_a_newspaper_is_no_newspaper() -> None:
    line = "他读了又读，这一行字写得真好，他一个字也舍不得漏掉\n"
    text = "新华社北京1月1日电 他念道。\n" + line * 800
    assert read(from_text("book.txt", text)).repairs == ()


def test_chapters_of_a_novel_are_sections() -> None:
    document = read(from_text("novel.txt", CLEAN["novel.txt"]))
    assert document.title == "novel"
    assert [section.title for section in document.sections] == ["第一章 初见", "第二章 离别"]
    assert document.sections[0].paragraphs[0].kind is K.TITLE


_PIECES = st.sampled_from(
    ["# 标题", "## 小标题", "新华社北京1月1日电 今天", "要坚持", "一盘棋思想。", "（下转第二版）",
     "（上接第一版）", "们党始终重视", "图为现场。", "新华社记者 张三摄", "。", "，", "“", "𠮷",
     "\0", "\u2028", "责编：李四", "一样的一段话写了两遍就要合并。", "  ", "- 列表", "> 引用", "`码`"]
)  # fmt: skip


@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", "\n", "\n\n", "  \n"])), max_size=25))
def test_any_page_is_read_without_loss(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    if not text.strip():
        return
    source = from_text("page.txt", text)
    document = read(source)
    assert read(source) == document
    assert lost(source, document) == ""
    total = sum(len(section.paragraphs) for section in document.sections)
    for repair in document.repairs:
        assert 0 <= repair.paragraph < total
    assert {r.kind for r in document.repairs} <= set(RepairKind)
