"""Pinyin as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.pinyin import numbered
from reader.domain.typed import Fault, reading


@pytest.mark.parametrize(
    ("typed", "count", "syllables"),
    [
        ("fú shè", 2, "fú shè"),
        ("fu2she4", 2, "fú shè"),
        ("  fúshè ", 2, "fú shè"),
        ("xī'ān", 2, "xī ān"),
        ("Xi1an1", 2, "Xī ān"),
        ("xian1", 1, "xiān"),
        ("nv3er2", 2, "nǚ ér"),
        ("nü3'er2", 2, "nǚ ér"),
        ("lu:4", 1, "lǜ"),
        ("huār", 2, "huā r"),
        ("fāngàn", 2, "fān gàn"),
        ("fāng'àn", 2, "fāng àn"),
        ("péngyou", 2, "péng you"),
        ("peng2you5", 2, "péng you"),
        ("de", 1, "de"),
        ("ma0", 1, "ma"),
        ("zhāng-sān·lǐ sì", 4, "zhāng sān lǐ sì"),
        ("zho\u0304ng", 1, "zhōng"),
    ],
)
def test_it_is_read(typed: str, count: int, syllables: str) -> None:
    assert reading(typed, count) == tuple(syllables.split())


@pytest.mark.parametrize(
    ("typed", "count", "fault"),
    [
        ("", 1, Fault.NOT_PINYIN),
        ("hello", 2, Fault.NOT_PINYIN),
        ("fú shè!", 2, Fault.NOT_PINYIN),
        ("辐射", 2, Fault.NOT_PINYIN),
        ("fú2", 1, Fault.NOT_PINYIN),
        ("fúshè", 3, Fault.OTHER_COUNT),
        ("fú shè", 1, Fault.OTHER_COUNT),
        ("hàn", 2, Fault.OTHER_COUNT),
        ("fu she", 2, Fault.NO_TONES),
        ("a" * 5000, 2, Fault.OTHER_COUNT),
    ],
)
def test_it_is_refused(typed: str, count: int, fault: Fault) -> None:
    assert reading(typed, count) is fault


SYLLABLES = "zhōng guó rén mín ān xī nǚ lǜ shuāng ér qióng xué jiǔ yuán wǒ è".split()


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=8), st.booleans())
def test_what_is_shown_can_be_typed(syllables: list[str], numbers: bool) -> None:
    written = map(numbered, syllables) if numbers else syllables
    assert reading(" ".join(written), len(syllables)) == tuple(syllables)


@given(st.text(max_size=40), st.integers(1, 6))
def test_anything_may_be_typed(typed: str, count: int) -> None:
    found = reading(typed, count)
    assert isinstance(found, Fault) or len(found) == count
