"""Text that means harm, through everything: cut, read, spoken, stored, printed.

Whatever comes in, words cover it exactly, each Han character has its syllable, nothing raises,
and the time taken grows with the length alone.
"""

import json
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.document import Document, Paragraph, ParagraphKind, Section
from reader.domain.lexicon import Entry, Frequency
from reader.domain.script import is_han
from reader.language import glossary
from reader.language.annotate import Annotator
from reader.language.simplifying import simplified
from reader.services.annotation import as_json
from reader.services.lookup import Lookup
from reader.services.texts import first_text
from reader.storage.words_codec import decode, encode
from tests.language.shown import check_contract, words

MILLION = 1_000_000
_SCRIPTS = "Ωж한かカअعبعבไทยܐأ"
_SIGNS = "\0\x07\x1b\x7f\ufeff\ufffe\uffff\u200b\u200d\u200e\u202e\u2066\u2028\u2029\u0300\u20e3"
_ODD_HAN = "⺀⻓⼀⿰㇀〆〇〻々㐀䶿鿿豈廓﨎𠀀𠮷𪛖𫝀𬺰𮯠𰀀𱍐𲎰\U000323af\U0002f800\U0002fa1d"
_PRIVATE = "\ue000\uf8ff\U000f0000\U0010fffd"
_EMOJI = "😀👨\u200d👩\u200d👧🇨🇳👍🏽☎️①㊀½Ⅷ㎡℃№"
_TWO_FORMS = "發髮乾幹著着裏裡里後后隻只麵面臺台徵征衹祇「」『』"

CASES = {
    "nothing": "",
    "white space": " \t\u3000\xa0\r\n\x0b\x0c\x85",
    "controls and marks": _SIGNS,
    "rare Han": _ODD_HAN,
    "private use": f"中{_PRIVATE}国",
    "emoji": f"我{_EMOJI}们",
    "mixed scripts": f"我{_SCRIPTS}们{_SCRIPTS}",
    "lone surrogates": "中\ud800国\udfff發\udc00\ud83d展",
    "surrogates side by side": "\ud83d\ude00發展",
    "combining on Han": "中\u0304国\u0301\u20e3發\ufe00",
    "several forms": _TWO_FORMS * 3,
    "compatibility": "\uf900\uf9f4\ufa0e樂\uf914",
    "right to left": "\u202e人民\u202c大会堂",
    "numbers without end": "1" * 400 + "." + "2" * 400 + "%",
    "marks between digits": "1/2/3-4:5：6·7,8．9～0—1",
    "digits of all scripts": "".join(map(chr, (0x661, 0x6F1, 0x967, 0xE51, 0x1D7CE, 0xFF11))),
    "every numeral sign": "①⑳㊿㈠Ⅰↂ¼⅞༳௰𐄇🄋",
    "names without end": "、王伟、李明" * 50,
    "quotes of both kinds": "「『“‘’”』」" * 20,
}
CHARACTERS = st.one_of(
    st.characters(),
    st.characters(categories=["Cs", "Co", "Cn", "Cf", "Mn", "Nl", "No", "Nd", "So", "Lm"]),
    st.sampled_from(_SCRIPTS + _SIGNS + _ODD_HAN + _PRIVATE + _EMOJI + _TWO_FORMS),
    st.sampled_from("习近平一不的地得为李王书记说第年月日个万亿点分之两三十百千"),
    st.sampled_from("0123456789０９.,:：/-—~·%％+−№ aZ_'’&"),
    st.integers(0x4E00, 0x9FFF).map(chr),
    st.integers(0x20000, 0x323AF).map(chr),
)


@pytest.fixture(scope="module")
def everything(annotator: Annotator, cache: object) -> Annotator:
    """With the whole glossary."""
    return Annotator(cache, glossary.load())  # type: ignore[arg-type]


class _Nothing:
    """A dictionary and a glossary without entries."""

    def entries(self, word: str) -> list[Entry]:
        return []

    def hsk(self, word: str) -> int | None:
        return None

    def frequency(self, word: str) -> Frequency | None:
        return None

    def term(self, identifier: str) -> None:
        return None

    find = term


def check(analyser: Annotator, text: str) -> None:
    """The contract, what is stored, and what is printed."""
    found = words(analyser, text)
    check_contract(text, found)
    assert decode(encode(found)) == found
    nothing = _Nothing()
    document = Document("", (Section("", (Paragraph(ParagraphKind.BODY, text),)),))
    lookup = Lookup(nothing, nothing)  # type: ignore[arg-type]
    printed = json.loads("".join(as_json(document, analyser, lookup)))
    (paragraph,) = printed["sections"][0]["paragraphs"]
    assert "".join(word["text"] for word in paragraph["words"]) == text == paragraph["text"]


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_hostile_text(everything: Annotator, text: str) -> None:
    check(everything, text)
    check(everything, f"国务院总理{text}说，增长5.2%")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(CHARACTERS, max_size=50))
def test_any_text(everything: Annotator, text: str) -> None:
    check(everything, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_real_text_with_anything_inside(everything: Annotator, data: st.DataObject) -> None:
    page = first_text().read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(page) - 200))
    text = page[start : start + 200]
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.text(CHARACTERS, max_size=5)) + text[at:]
    check(everything, text)


@given(text=st.text(CHARACTERS, max_size=60))
def test_the_simplified_text_has_the_same_length_and_outline(text: str) -> None:
    plain = simplified(text)
    assert len(plain) == len(text)
    for old, new in zip(text, plain, strict=True):
        assert old == new or is_han(old) == is_han(new) is True or old in "「」『』"


def _natural() -> str:
    page = first_text().read_text(encoding="utf-8")
    han = "".join(char for char in page if "\u4e00" <= char <= "\u9fff")
    return han * (MILLION // len(han) + 1)


def _random() -> str:
    rng = random.Random(4)
    return "".join(chr(rng.randrange(0x4E00, 0x9FA6)) for _ in range(MILLION))


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (_natural, MILLION),
        (_random, MILLION // 5),
        (lambda: "發展髮乾著後裏麵" * (MILLION // 8), MILLION // 5),
        (lambda: "\ud800發" * (MILLION // 2), MILLION // 5),
        (lambda: "\0" * MILLION, MILLION),
        (lambda: "1,2-3" * (MILLION // 5), MILLION),
    ],
    ids=["natural", "random", "traditional", "surrogates", "NUL", "digits"],
)
def test_a_million_characters_without_punctuation(
    everything: Annotator, make: Callable[[], str], size: int
) -> None:
    """Twenty times the characters take at most forty times as long."""
    text = make()

    def seconds(size: int) -> float:
        started = time.process_time()
        found = everything.annotate([text[:size]])[0]
        spent = time.process_time() - started
        starts = [*(word.start for word in found), size]
        assert starts == [0, *(word.end for word in found)]
        return spent

    seconds(size // 20)  # what is remembered is remembered for both
    small, large = seconds(size // 20), seconds(size)
    assert large <= 40 * small + 1.0
