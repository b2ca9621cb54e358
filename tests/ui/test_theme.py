"""Every text can be read on its background (WCAG 2.2, success criteria 1.4.3 and 1.4.6)."""

import pytest

from reader.ui.theme import THEMES, Theme


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_contrast(theme: Theme) -> None:
    assert contrast(theme.ink, theme.page) >= 7
    for ground in (theme.page, theme.chrome, theme.raised):
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.ink_soft, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.5
        assert contrast(theme.pinyin, ground) >= 4.5
    for tint in (theme.hover, theme.selection, theme.hit, theme.note):
        assert contrast(theme.ink, tint) >= 4.5
        assert contrast(theme.pinyin, tint) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
