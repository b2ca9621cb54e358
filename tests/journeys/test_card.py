"""One word after another in the card, with a real mouse and real keys."""

from tests.journeys.conftest import Person

SHOWN = "window.explaining.hover_card.isVisible() and window.explaining.hover_card.shown.text"
PINNED = "window.explaining.panel.isVisible() and window.explaining.panel.card.shown.text"


def test_from_word_to_word(person: Person) -> None:
    person.starts()
    person.waits("window.reading.text.words(2)")
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    person.waits("window.preparing and window._program.lookup.hsk('学习')")

    # Resting on a term; Shift with the wheel walks to the words inside, and back.
    person.points_at("where('座谈会')")
    person.waits(f"{SHOWN} == '座谈会'")
    person.does("keydown", "shift", "click", "5", "keyup", "shift")
    shorter = person.waits(f"{SHOWN} != '座谈会' and {SHOWN}")
    assert shorter in "座谈会"
    assert person.sees("window.reading.text_of(window.article.page.hover)") == shorter
    person.presses("alt+equal")
    person.waits(f"{SHOWN} == '座谈会'")

    # Into the card with the mouse: it stays, and a click on a word opens that.
    x, y = person.sees("centre(window.explaining.hover_card)")
    height = person.sees("window.explaining.hover_card.height()")
    person.does("mousemove", str(x), str(y - height // 2 + 20))
    person.waits("window.explaining.hover_card.underMouse()")
    person.clicks("inside(window.explaining.hover_card, '会议')")
    person.waits(f"{SHOWN} == '会议'")
    person.does("click", "8")
    person.waits(f"{SHOWN} == '座谈会'")

    # The keyboard goes in, to a word, back and out.
    person.presses("F4")
    person.waits("window.explaining.hover_card.hasFocus()")
    person.presses("Down", "Return")
    person.waits(f"{SHOWN} and {SHOWN} != '座谈会'")
    person.presses("alt+Left")
    person.waits(f"{SHOWN} == '座谈会'")
    person.presses("Escape")
    person.waits("window.article.hasFocus() and not window.explaining.hover_card.isVisible()")

    # Return keeps a card at the side; a note written from it appears in it at once.
    person.clicks("where('座谈会')")
    person.waits(f"{PINNED} == '座谈会'")
    person.clicks("centre(window.explaining.panel.bar.button('note'))")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    person.types("a round table")
    person.waits("'a round table' in texts(window.explaining.panel)")
    person.presses("Escape", "F4", "Escape")
    person.waits("window.article.hasFocus() and not window.explaining.panel.isVisible()")
    assert person.closes() == 0
