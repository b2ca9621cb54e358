"""From the first start to the second: read, look up, mark, note, search, and lose nothing."""

from tests.journeys.conftest import Person

TERM = "新发展理念"


def test_a_first_evening_with_the_front_page(person: Person) -> None:
    # The window opens on the page, and its words become known.
    person.starts()
    person.waits("window.reading.text.words(2)")
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(8))")
    assert person.sees("len(window.reading.outline.titles)") == 5
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")

    # Resting on a word shows its pinyin and meaning; the mouse beside the text hides it.
    person.points_at("where('座谈会')")
    card = person.waits("texts(window.explaining.hover_card)")
    assert "zuòtánhuì" in card
    assert any("discussion" in text or "symposium" in text or "forum" in text for text in card)
    person.does("mousemove", "5", "5")
    person.waits("not window.explaining.hover_card.isVisible()")

    # A click pins a policy phrase with its explanation.
    person.clicks(f"where('{TERM}')")
    pinned = person.waits("texts(window.explaining.panel)")
    assert pinned[0] == TERM
    assert "new development philosophy" in pinned

    # A bookmark and a note on it, by keyboard.
    person.presses("ctrl+b")
    person.waits("len(window.reading.bookmarks) == 1")
    person.presses("ctrl+m")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    person.types("five principles")
    person.waits("len(window.reading.notes) == 1")
    person.waits("window.reading.notes[0].text == 'five principles'")
    person.presses("Escape")
    person.waits("window.article.hasFocus()")

    # Search by pinyin, typed without tones; the second hit is gone to.
    person.presses("ctrl+f")
    person.waits("window.sidebar.panel('search').box.hasFocus()")
    person.types("changsanjiao")
    found = person.waits("window.sidebar.panel('search').count.text()")
    assert found.split()[0].isdigit()
    assert int(found.split()[0]) >= 37
    person.presses("Return", "F3")
    person.waits("window.article.decorations.ranges[2]")

    # Further down the page; then the power fails.
    person.presses("F6", "Escape", "Page_Down", "Page_Down")
    person.waits("window.article.position[0] > 1 and not window.article.scroller.gliding")
    position = person.sees("list(window.article.position)")
    person.waits(
        "not window.reading._position_timer.isActive()"
        " and list(window._program.library.position(window.reading.text.id))"
        " == list(window.article.position)"
    )
    person.kills()

    # Everything is there again, and the words need no analysing.
    person.starts()
    assert person.sees("list(window.article.position)") == position
    assert person.sees("window.reading.text.words(2) != ()")
    assert person.sees("[m.anchor.quote for m in window.reading.bookmarks]") == [TERM]
    assert person.sees("[n.text for n in window.reading.notes]") == ["five principles"]
    person.presses("ctrl+shift+m")
    person.waits("window.sidebar.panel('notes').list.rows.rowCount() == 1")
    assert person.closes() == 0
