"""From a formula in the text to its entry, to a term beside it, back, and to its places."""

import csv
from pathlib import Path

from tests.journeys.conftest import Person

CURRENT = "window.guide._entries._consultation.stop.written"


def test_from_a_formula_to_its_entry_and_its_places(person: Person) -> None:
    person.starts()
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")
    person.clicks("where('新发展理念')")
    person.waits("texts(window.explaining.panel)")
    person.clicks("centre(window.explaining.panel.bar.button('glossary'))")
    person.waits(f"{CURRENT} == '新发展理念'")
    person.waits("window.sidebar.panel('glossary').entry.list.rows.rowCount() > 1")
    said = person.sees("window.sidebar.panel('glossary').entry.count.text()")
    assert said == "1 place in your library"

    # The last word of the entry is a term beside it: one key away, and so is the way back.
    person.waits("window.sidebar.panel('glossary').entry.card.hasFocus()")
    person.presses("shift+Tab", "Return")
    beside = person.waits(f"{CURRENT} != '新发展理念' and {CURRENT}")
    person.waits("window.guide._entries._consultation.stop.explanation.term is not None")
    assert beside in person.sees("texts(window.sidebar.panel('glossary').entry)")
    person.presses("alt+Left")
    person.waits(f"{CURRENT} == '新发展理念'")

    # A place in the list is gone to and lit.
    person.sees("window.sidebar.panel('glossary').entry.list.setFocus()")
    person.presses("End", "Return")
    person.waits("window.article.decorations.ranges[2]")
    person.sees("window.sidebar.panel('glossary').entry.setFocus()")
    person.presses("Escape")
    person.waits("window.sidebar.panel('glossary').list.isVisible()")


DIALOG = "window.findChild(QDialog, 'own_term')"
LIST = "window.findChild(QDialog, 'glossaries')"


def test_a_term_of_ones_own_is_written_marked_switched_and_in_the_sheet(
    person: Person, tmp_path: Path
) -> None:
    person.starts()
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")
    before = person.sees("words('深入推进')")
    assert "深入推进" not in before

    # Four characters are selected by mouse; two keystrokes make a term of them.
    person.waits("where('深入推进')")
    start, end = person.sees("edges('深入推进')")
    person.does("mousemove", *map(str, start), "mousedown", "1")
    person.does("mousemove", *map(str, end), "mouseup", "1")
    person.waits("window.article.selected_text == '深入推进'")
    person.presses("ctrl+shift+n")
    person.waits(f"{DIALOG} and {DIALOG}.isActiveWindow()")
    assert person.sees(f"{DIALOG}.headword.text()") == "深入推进"
    person.presses("Return")
    person.waits("words('深入推进') == ['深入推进']")
    person.waits("window.notice.text == 'Term added'")
    found = "window._program.lookup.term('深入推进')"
    assert person.sees(f"{found}.field") == "My terms"

    # It is in the list of terms, and its glossary is switched off and on again.
    person.presses("ctrl+shift+g")
    person.types("shenrutuijin")
    person.waits("window.sidebar.panel('glossary').list.rows.rowCount() == 1")
    person.presses("ctrl+alt+g")
    person.waits(f"{LIST} and {LIST}.tree.topLevelItemCount() == 2 and {LIST}.isActiveWindow()")
    person.presses("Down", "space")
    person.waits(f"words('深入推进') == {before}")
    person.waits("window.sidebar.panel('glossary').list.rows.rowCount() == 0")
    person.presses("space")
    person.waits("words('深入推进') == ['深入推进']")
    person.presses("Escape")
    person.waits("not window.findChild(QDialog, 'glossaries')")

    # The sheet of the text's terms has it.
    person.presses("ctrl+shift+t")
    sheet = "window.findChild(QDialog, 'terms_sheet')"
    person.waits(f"{sheet} and {sheet}.save.isEnabled() and {sheet}.isActiveWindow()")
    person.sees(f"{sheet}.format.setCurrentIndex(2)")
    path = tmp_path / "terms.csv"
    person.presses("alt+s")
    person.waits("app.activeModalWidget() and app.activeModalWidget().inherits('QFileDialog')")
    person.types(str(path))
    person.presses("Return")
    person.waits("window.notice.isVisible() and 'terms.csv' in window.notice.text")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert "深入推进" in [row[0] for row in csv.reader(file)]
