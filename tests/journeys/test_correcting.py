"""A word is corrected with a real mouse and real keys, undone, and found in the list."""

from tests.journeys.conftest import Person

DIALOG = "window.findChild(QDialog, 'words')"
LIST = "window.findChild(QDialog, 'corrections_list')"


def test_a_reader_corrects_a_word(person: Person) -> None:
    person.starts()
    person.waits("window.reading.text.words(2)")
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    person.waits("window.preparing and window._program.lookup.hsk('学习')")
    before = person.sees("words('座谈会')")

    # From the card: the pencil, a boundary by mouse, a reading by keyboard.
    person.clicks("where('座谈会')")
    person.waits("window.explaining.panel.isVisible()")
    person.clicks("centre(window.explaining.panel.bar.button('words'))")
    person.waits(f"{DIALOG} and {DIALOG}.isActiveWindow()")
    person.clicks(f"centre(gap({DIALOG}, '谈'))")
    person.waits(f"{DIALOG}.scope.text().startswith('Changes ')")
    told = person.sees(f"{DIALOG}.scope.text()")
    assert "in 1 text" in told
    person.presses("Return")
    person.waits("words('座谈会') == ['座', '谈会']")
    person.waits("not window.findChild(QDialog, 'words')")

    # Undone and done again by keyboard.
    person.presses("ctrl+z")
    person.waits(f"words('座谈会') == {before}")
    person.presses("ctrl+shift+z")
    person.waits("words('座谈会') == ['座', '谈会']")

    # It is in the list, and goes from there.
    person.presses("ctrl+shift+l")
    person.waits(f"{LIST} and {LIST}.panel.list.rows.rowCount() == 1")
    person.waits(f"{LIST}.isActiveWindow()")
    person.presses("Down", "Delete")
    person.waits(f"words('座谈会') == {before}")
    person.presses("Escape")
    assert person.closes() == 0
