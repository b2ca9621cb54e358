"""Selecting by mouse and keyboard, highlighting, going back, and nothing but the text."""

from tests.journeys.conftest import Person

_BOARD = "__import__('PySide6.QtWidgets').QtWidgets.QApplication.clipboard()"
CLIPBOARD = f"{_BOARD}.text()"
MIDDLE_BUTTON = f"{_BOARD}.text(__import__('PySide6.QtGui').QtGui.QClipboard.Mode.Selection)"


def drags(person: Person, start: str, end: str) -> None:
    """Draw from the middle of one place to the middle of another."""
    (x, y), (right, bottom) = person.sees(start), person.sees(end)
    person.does("mousemove", str(x), str(y), "mousedown", "1", "sleep", "0.1")
    person.does("mousemove", str((x + right) // 2), str((y + bottom) // 2), "sleep", "0.1")
    person.does("mousemove", str(right), str(bottom), "sleep", "0.1", "mouseup", "1")


def clicks_often(person: Person, place: str, times: int) -> None:
    """Click several times, quickly; what was clicked before is forgotten."""
    x, y = person.sees(place)
    person.does("mousemove", str(x), str(y), "sleep", "0.6")
    person.does("click", "--repeat", str(times), "--delay", "60", "1")


def starts(person: Person) -> None:
    """Open the first page and wait until its words are known."""
    person.starts()
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    person.sees("window.notice.hide()")


def test_selecting_and_highlighting(person: Person) -> None:
    starts(person)

    # Drawing selects characters, and the palette is there.
    drags(person, "where('新华社')", "where('电')")
    person.waits("'上海' in window.article.selected_text")
    person.waits("window.highlighting.palette.isVisible()")
    person.waits(f"'上海' in {MIDDLE_BUTTON}")
    person.presses("Escape")
    person.waits("window.article.selected_text == ''")
    person.waits("not window.highlighting.palette.isVisible()")

    # Two clicks select the word, three the sentence; the first opened the card.
    clicks_often(person, "where('总书记')", 2)
    person.waits("window.article.selected_text in ('总书记', '中共中央总书记')")
    clicks_often(person, "where('总书记')", 3)
    person.waits("len(window.article.selected_text) > 30")
    sentence = person.sees("window.article.selected_text")
    assert sentence.startswith("新华社")
    assert sentence.endswith("。")

    # Copied with pinyin; highlighted, given another colour, undone, all by keyboard.
    person.presses("ctrl+shift+c")
    person.waits(f"'(Shànghǎi)' in {CLIPBOARD}")
    person.presses("ctrl+h")
    person.waits("[m.anchor.quote for m in window.reading.highlights]")
    assert person.sees("window.reading.highlights[0].anchor.quote") == sentence
    person.presses("alt+3")
    person.waits("[str(m.colour) for m in window.reading.highlights] == ['blue']")
    person.presses("ctrl+z")
    person.waits("[str(m.colour) for m in window.reading.highlights] == ['yellow']")
    person.presses("ctrl+shift+b")
    person.waits("window.sidebar.panel('bookmarks').list.rows.rowCount() == 1")
    person.kills()

    # All of it is there the next time.
    person.starts()
    assert person.sees("[m.anchor.quote for m in window.reading.highlights]") == [sentence]
    assert person.closes() == 0


def test_going_away_and_coming_back(person: Person) -> None:
    starts(person)

    # To another section, on by a page, back by Alt+Left, and forward again.
    person.presses("F6", "ctrl+Home")
    person.waits("window.article.position == (0, 0.0)")
    person.presses("ctrl+Next")
    section = person.waits("window.article.position[0] > 0 and window.article.position[0]")
    assert person.sees("window.reading.outline.starts[1]") == section
    person.presses("Next")
    person.waits("window.article.position[0] > window.reading.outline.starts[1]")
    person.waits("not window.article.scroller.gliding")
    person.presses("alt+Left")
    person.waits("window.article.position == (0, 0.0)")
    person.presses("alt+Right")
    person.waits("window.article.position[0] >= window.reading.outline.starts[1]")
    person.presses("alt+Left")

    # The rail leads to the end of the text and shows it.
    x, y = person.sees("centre(window.progress.rail)")
    height = person.sees("window.progress.rail.height()")
    person.does("mousemove", str(x), str(y + height // 2 - 24), "click", "1")
    person.waits("window.progress.rail.value() == 100")

    # Nothing but the text, with its helps; Escape leaves.
    person.presses("F7", "F8", "F11")
    person.waits("window.isFullScreen() and not window.menuBar().isVisible()")
    person.waits("window.width() >= 1280 and not window.sidebar.isVisible()")
    person.presses("Escape")
    person.waits("not window.isFullScreen() and window.menuBar().isVisible()")
    person.waits("window.sidebar.isVisible()")
    assert person.closes() == 0

    # The helps are there the next time.
    person.starts()
    assert person.sees("window.article.focus.sentence and window.article.focus.ruler")
    assert person.closes() == 0
