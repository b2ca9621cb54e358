"""Simplified and traditional characters, each in its place."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.respelling import CONFIGURATIONS, respeller
from reader.services.texts import first_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("头发发展，干净的干部。", "頭髮發展，乾淨的幹部。"),
        ("皇后后来说", "皇后後來說"),
        ("“理发店”里，iPhone 15", "“理髮店”裏，iPhone 15"),
    ],
)
def test_phrases_decide_between_characters(text: str, shown: str) -> None:
    assert respeller("traditional")(text) == shown
    assert respeller("simplified")(shown) == text


def test_standards_differ() -> None:
    assert respeller("taiwan")("里面着火") == "裡面著火"
    assert respeller("hongkong")("里面着火") == "裏面着火"


@pytest.mark.parametrize("standard", CONFIGURATIONS)
def test_the_whole_page_keeps_every_offset(standard: str) -> None:
    text = first_text().read_text(encoding="utf-8")
    shown = respeller(standard)(text)
    assert len(shown) == len(text)
    for old, new in zip(text, shown, strict=True):
        assert old == new or min(old, new) >= "\u3400"


@given(
    st.text(
        st.one_of(
            st.characters(), st.sampled_from("头发干后里台湾软件鼠标𠮷，。\0\ud800\u200b \n")
        ),
        max_size=60,
    ),
    st.sampled_from(sorted(CONFIGURATIONS)),
)
def test_any_text_keeps_every_offset(text: str, standard: str) -> None:
    shown = respeller(standard)(text)
    assert len(shown) == len(text)
    for old, new in zip(text, shown, strict=True):
        assert old == new or min(old, new) >= "\u3400"


def test_a_phrase_that_changes_its_length_is_written_character_by_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = respeller("traditional")

    def convert(text: str) -> str:
        return text.replace("出租车", "計程車輛").replace("车", "車")

    monkeypatch.setattr(made, "_convert", convert)
    assert made("出租车，出租车") == "出租車，出租車"


def test_the_dictionaries_are_not_loaded_until_they_are_asked_for() -> None:
    program = (
        "import sys; import reader.ui.main_window, reader.ui.choices, reader.services.settings;"
        "from reader.services.settings import Values; reader.ui.choices.setting_of(Values());"
        "sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
