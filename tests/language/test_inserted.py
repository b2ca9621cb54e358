"""Set phrases of the shipped glossary with words inside, as reports and speeches write them."""

from collections.abc import Iterable, Iterator

import pytest

from reader.domain.gaps import has_gap
from reader.domain.words import Word
from reader.language import glossary
from reader.language.annotate import Annotator


@pytest.fixture(scope="module")
def shipped(annotator: Annotator) -> Annotator:
    return Annotator(annotator._cache, glossary.load())


def _terms(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        if word.term is not None:
            yield word
        yield from _terms(word.parts)


@pytest.mark.parametrize(
    ("text", "written", "term"),
    [
        ("要坚持和加强党的全面领导。", "坚持和加强党的全面领导", "dang-de-quanmian-lingdao"),
        ("必须坚持党的全面领导。", "坚持党的全面领导", "dang-de-quanmian-lingdao"),
        ("加强党对经济工作的领导", "党对经济工作的领导", "dang-de-quanmian-lingdao"),
        ("统筹好发展和安全", "统筹好发展和安全", "tongchou-fazhan-anquan"),
        ("更好统筹高质量发展和高水平安全", "统筹高质量发展和高水平安全", "tongchou-fazhan-anquan"),
        ("坚持全面从严管党治党", "从严管党治党", "quanmian-congyan-zhidang"),
        (
            "构建更加紧密的中国—东盟命运共同体",
            "构建更加紧密的中国—东盟命运共同体",
            "goujian-mingyun-gongtongti",
        ),
        (
            "全面深入贯彻落实党的二十届三中全会精神，",
            "深入贯彻落实党的二十届三中全会精神",
            "guanche-luoshi",
        ),
        (
            "认真学习贯彻习近平总书记考察安徽重要讲话精神。",
            "学习贯彻习近平总书记考察安徽重要讲话精神",
            "xuexi-guanche",
        ),
        ("把权力真正关进制度的笼子", "把权力真正关进制度的笼子", "zhidu-de-longzi"),
        ("绿水青山就是“金山银山”", "绿水青山就是“金山银山”", "lvshui-qingshan"),
        ("提振居民消费，高质量发展", "提振居民消费", "tizhen-xiaofei"),
        ("转变农业发展方式", "转变农业发展方式", "zhuanbian-fazhan-fangshi"),
        ("高质量发展走在全国前列", "走在全国前列", "zouzai-qianlie"),
        ("高质量发展迈出更加坚实的步伐", "迈出更加坚实的步伐", "maichu-xin-bufa"),
        ("推动高质量发展，压实有关责任", "压实有关责任", "yashi-zeren"),
        ("牢记三个“务必”", "三个“务必”", "san-ge-wubi"),
        ("坚持“两个毫不动摇”", "两个毫不动摇", "liang-ge-haobudongyao"),
        ("毫不动摇鼓励、支持和引导非公有制经济", "鼓励、支持和引导", "guli-zhichi-yindao"),
        ("全面建成惠及十几亿人口的更高水平的小康社会", None, "xiaokang-shehui"),
        (
            "把我国建成富强民主文明和谐美丽的社会主义现代化强国",
            None,
            "shehuizhuyi-xiandaihua-qiangguo",
        ),
        ("維護國家主權和安全、發展利益", "國家主權和安全、發展利益", "zhuquan-anquan-fazhan"),
        ("堅持黨的全面領導", "堅持黨的全面領導", "dang-de-quanmian-lingdao"),
    ],
)
def test_words_inside(shipped: Annotator, text: str, written: str | None, term: str) -> None:
    found = [(text[w.start : w.end], w.term) for w in _terms(shipped.annotate([text])[0])]
    if written is None:
        start = min(text.find(verb) for verb in ("全面建成", "建成") if verb in text)
        written = text[start:]
    # A longer wording of the same term may be known as well.
    assert any(written in whole and term == other for whole, other in found), found


@pytest.mark.parametrize(
    ("text", "not_one"),
    [
        ("坚持到底。党的全面领导", "坚持到底。党的全面领导"),
        ("坚持改革，党的全面领导", "坚持改革，党的全面领导"),
        ("他学习很好，贯彻始终", "学习很好，贯彻"),
        ("解放军的思想工作", "解放军的思想"),
        ("把权力交给人民，把他关进笼子", "把权力交给人民，把他关进笼子"),
        ("孩子们走在队伍的最前列", "走在队伍的最前列"),
        ("他迈出沉重的步伐", "迈出沉重的步伐"),
        ("父亲写信提出再三交涉", "提出再三交涉"),
        ("推动高质量发展", "推动高质量发展"),
        ("深化北京高校改革", "深化北京高校改革"),
    ],
)
def test_what_is_not_one_phrase(shipped: Annotator, text: str, not_one: str) -> None:
    found = [text[w.start : w.end] for w in _terms(shipped.annotate([text])[0])]
    assert not_one not in found


def test_words_inside_keep_their_readings_and_terms(shipped: Annotator) -> None:
    text = "构建更加紧密的中国—东盟命运共同体"
    (whole,) = shipped.annotate([text])[0]
    inside = [text[part.start : part.end] for part in whole.parts]
    assert "".join(inside) == text
    assert ("中国—东盟", "dongmeng") in [
        (text[w.start : w.end], w.term) for w in _terms(whole.parts)
    ]
    assert len(whole.syllables) == 16
    assert whole.syllables[:4] == ("gòu", "jiàn", "gèng", "jiā")


def test_the_shipped_gaps_can_be_looked_for() -> None:
    gapped = [form for term in glossary.load() for form in term.variants if "…" in form]
    assert len(gapped) >= 100
    assert [form for form in gapped if not has_gap(form)] == []


def test_headwords_have_no_gaps() -> None:
    assert [term.headword for term in glossary.load() if "…" in term.headword] == []
