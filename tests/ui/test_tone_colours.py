"""Tone colours can be read on every theme and told from each other."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.theme import THEMES, Theme
from reader.ui.tone_colours import LEAST, PALETTES, _oklab, backgrounds, readable, tone_colours
from tests.ui.test_theme import contrast

LIGHT = next(iter(THEMES.values()))
# What a theme of high contrast may look like.
BLACK = LIGHT._replace(page="#000000", ink="#ffffff", pinyin="#ffff00", hover="#1a1a1a",
                       selection="#00264d", hit="#332b00", note="#0d260d")  # fmt: skip
WHITE = LIGHT._replace(page="#ffffff", ink="#000000", hover="#f0f0f0", selection="#d9ecff",
                       hit="#fff2b3", note="#e6ffe6")  # fmt: skip
ALL = [*((str(name), theme) for name, theme in THEMES.items()), ("black", BLACK), ("white", WHITE)]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("name", "theme"), ALL, ids=[name for name, _ in ALL])
def test_they_reach_the_contrast_on_page_and_tints(palette: str, name: str, theme: Theme) -> None:
    colours = tone_colours(palette, theme)
    assert len(colours) == 6
    for colour in colours:
        for ground in backgrounds(theme):
            assert contrast(colour, ground) >= LEAST - 1e-4


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("name", "theme"), ALL, ids=[name for name, _ in ALL])
def test_no_two_tones_look_the_same(palette: str, name: str, theme: Theme) -> None:
    colours = tone_colours(palette, theme)[1:]
    for one, other in itertools.combinations(colours, 2):
        assert math.dist(_oklab(one), _oklab(other)) > 0.06, (one, other)


@given(st.integers(0, 0xFFFFFF), st.sampled_from([theme for _, theme in ALL]))
def test_any_colour_becomes_readable_and_keeps_its_hue(number: int, theme: Theme) -> None:
    colour = f"#{number:06x}"
    made = readable(colour, [theme.page])
    assert contrast(made, theme.page) >= LEAST - 1e-4
    if contrast(colour, theme.page) >= LEAST + 1e-4:
        assert made == colour
    (_, a, b), (_, c, d) = _oklab(colour), _oklab(made)
    if math.hypot(a, b) > 0.05 and math.hypot(c, d) > 0.05:
        turned = abs(math.remainder(math.atan2(b, a) - math.atan2(d, c), math.tau))
        assert turned < 0.15


def test_without_a_palette_every_tone_is_alike() -> None:
    assert set(tone_colours("none", LIGHT)) == {LIGHT.pinyin}
