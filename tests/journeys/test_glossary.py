"""From a formula in the text to its entry, to a term beside it, back, and to its places."""

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
