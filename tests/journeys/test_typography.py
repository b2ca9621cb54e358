"""Setting the text otherwise by keyboard alone, and reading on in columns."""

from tests.journeys.conftest import Person

PANEL = (
    "[box for box in window.findChildren(__import__('PySide6.QtWidgets').QtWidgets.QDialog)"
    " if box.objectName() == 'popover' and box.isVisible()]"
)


def test_choosing_columns_by_keyboard_and_reading_in_them(person: Person) -> None:
    person.starts()
    person.waits("window.reading.text.words(2)")
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")
    position = person.sees("list(window.article.position)")

    # Seven rows down is the direction; the arrow chooses, and the text turns at once.
    person.presses("ctrl+l")
    person.waits(f"{PANEL} and {PANEL}[0].focusWidget() is not None")
    person.presses(*["Tab"] * 7, "Right")
    person.waits("window.article.setting.vertical")
    assert person.sees("list(window.article.position)") == position
    person.presses("Escape")
    person.waits(f"not {PANEL}")

    # In columns the mouse finds words, the arrow down goes on in the column.
    person.points_at("where('座谈会')")
    assert "座谈会" in person.waits("texts(window.explaining.hover_card)")[0]
    person.does("mousemove", "5", "5")
    person.waits("not window.explaining.hover_card.isVisible()")
    person.presses("F6", "Down", "Down")
    person.waits("window.article.caret.shown")
    column = person.sees("window.article.rectangle_of(window.article.current_span).center().x()")
    person.presses("Down")
    person.waits("window.article.rectangle_of(window.article.current_span).top() > 0")
    below = person.sees("window.article.rectangle_of(window.article.current_span).center().x()")
    assert abs(below - column) <= 2
    person.presses("Page_Down")
    person.waits("window.article.position[0] > 0 and not window.article.scroller.gliding")

    # The choice is kept.
    assert person.closes() == 0
    person.starts()
    assert person.sees("window.article.setting.vertical")
