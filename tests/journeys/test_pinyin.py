"""A person finds the amount of pinyin that suits, says what is known, and starts again."""

from tests.journeys.conftest import Person

PANEL = "window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog, 'popover')"
ABOVE = (
    "' '.join(p.unit.text for _, _, layout in window.article.page.visible()"
    " for i in range(layout.line_count) for p in layout.shaped(i).ruby)"
)


def test_as_much_pinyin_as_is_wanted(person: Person) -> None:
    person.starts()
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(12))")
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")
    person.sees("window.showMaximized()")
    assert person.sees(ABOVE) == ""

    # All of it, then that of one sentence, then of nothing.
    person.presses("ctrl+2")
    assert "zuò tán huì" in person.waits(ABOVE)
    person.presses("ctrl+5")
    person.waits(f"{ABOVE} == ''")
    person.clicks("where('座谈会')")
    person.presses("F6", "ctrl+6")
    assert "zuò tán huì" in person.waits(ABOVE)
    person.presses("ctrl+6")
    person.waits(f"{ABOVE} == ''")

    # In the panel, by keyboard: all words, by word.
    person.presses("ctrl+shift+p")
    person.waits(f"{PANEL}.isVisible()")
    assert person.sees(f"{PANEL}.focusWidget().accessibleName()").endswith("Nothing")
    person.presses("Right", "Right", "Right", "Right")
    person.waits("window._program.settings.values.pinyin == 'all'")
    person.presses("Tab", "Tab", "Tab", "Right")
    assert "zuòtánhuì" in person.waits(f"window.actions_['pinyin_all'].isChecked() and {ABOVE}")
    person.presses("Escape")
    person.waits(f"not {PANEL}")

    # What is known needs none; that it was a mistake too.
    person.presses("ctrl+3")
    person.waits("window.actions_['pinyin_unknown'].isChecked()")
    person.presses("F6", "ctrl+d")
    person.waits("'座谈会' in window.notice.text")
    person.waits(f"'zuòtánhuì' not in {ABOVE}")
    person.presses("ctrl+z")
    person.waits(f"'zuòtánhuì' in {ABOVE}")
    person.presses("ctrl+d")
    person.waits(f"'zuòtánhuì' not in {ABOVE}")

    # After the power has failed everything is as it was.
    person.kills()
    person.starts()
    person.waits("hasattr(window, 'pinyin')")
    assert "zuòtánhuì" not in person.waits(ABOVE)
    assert person.sees("window._program.settings.values.pinyin") == "unknown"
    assert person.sees("window._program.vocabulary.known('座谈会')") is True
    assert person.closes() == 0
