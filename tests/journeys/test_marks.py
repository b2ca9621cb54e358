"""A person marks a text for years: highlight, note, tag, link, delete, undo, restart, kill, find."""

from tests.journeys.conftest import Person

NOTES = "window.sidebar.panel('notes')"
EDITOR = f"{NOTES}.editor"
MARKS = "window.sidebar.panel('bookmarks')"
WORDS = "[n.text for n in window.reading.notes]"
ROWS = f"[{MARKS}.list.rows.index(i).data() for i in range({MARKS}.list.rows.rowCount())]"


def test_a_reader_keeps_marks(person: Person) -> None:
    person.starts()
    person.waits("not window.reading.text.unknown(range(4))")
    person.sees("window.showMaximized()")
    person.waits("window.article.viewport().width() > 400")

    # From a selection, two keys: it is highlighted, and a note on it is being written.
    (x, y), (right, _) = person.waits("edges('一体化发展')")
    person.does("mousemove", str(x), str(y), "mousedown", "1")
    person.does(
        "mousemove", str(right - 8), str(y), "mousemove", str(right), str(y), "mouseup", "1"
    )
    person.waits("window.article.caret.selection")
    person.presses("ctrl+h", "ctrl+m")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.waits("len(window.reading.highlights) == 1")
    person.types("**one** region")
    person.presses("Tab")
    person.types("delta")
    person.presses("Escape")
    person.waits(f"{WORDS} == ['**one** region'] and window.article.hasFocus()")
    assert person.sees("[list(n.tags) for n in window.reading.notes]") == [["delta"]]

    # The address of a place goes into another note, and leads back from there.
    person.presses("ctrl+Home", "ctrl+shift+a")
    person.waits("app.clipboard().text().startswith('xidu:text/')")
    person.sees("window.article.top_of(12)")
    person.waits("not window.article.scroller.gliding")
    person.presses("ctrl+alt+p")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.types("compare ")
    person.presses("ctrl+v", "Escape")
    person.waits("len(window.reading.notes) == 2 and window.article.hasFocus()")
    assert person.sees("[str(n.scope) for n in window.reading.notes]") == ["span", "paragraph"]
    person.presses("ctrl+shift+m", "End", "Return")
    person.waits(f"len({NOTES}.reader.view.links()) == 1")
    person.clicks(f"centre({NOTES}.reader.view)")
    person.presses("Tab", "Return")
    person.waits("window.article.position[0] < 2")

    assert person.closes() == 0


def test_all_marks_are_listed(person: Person) -> None:
    person.starts()
    person.waits("not window.reading.text.unknown(range(4))")
    # A bookmark, a highlight, a note with a tag; a note on a word everywhere.
    person.clicks("where('座谈会')")
    person.presses("ctrl+b", "ctrl+h", "ctrl+m")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.types("one region")
    person.presses("Tab")
    person.types("delta")
    person.presses("Escape")
    person.waits(f"{WORDS} == ['one region'] and window.article.hasFocus()")
    person.clicks("where('一体化发展')")
    person.presses("ctrl+alt+w")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.types("wherever it is")
    person.presses("Escape")
    person.waits("window.reading.on_words and window.article.hasFocus()")

    # Filtered, one of them is deleted and had back.
    person.presses("ctrl+shift+b")
    person.waits(f"len({ROWS}) == 4 and '…' not in {ROWS}")
    person.clicks(f"centre({MARKS}.box)")
    person.types("#delta")
    person.waits(f"{ROWS} == ['one region']")
    person.presses("Return", "Delete")
    person.waits(f"{WORDS} == ['wherever it is'] and {ROWS} == []")
    person.presses("F6", "ctrl+z")
    person.waits("len(window.reading.notes) == 2")
    person.waits(f"{ROWS} == ['one region']")
    # A click goes there, and the place is lit.
    person.sees("window.article.top_of(12)")
    person.presses("ctrl+shift+b", "Return")
    person.waits("window.article.decorations.ranges.get(4)")
    person.waits("window.article.position[0] < 12 and not window.article.decorations.ranges[4]")

    assert person.closes() == 0


def test_nothing_is_lost(person: Person) -> None:
    person.starts()
    for words in ("first", "second"):
        person.presses("F6", "ctrl+Home", "ctrl+alt+x")
        person.waits(f"{EDITOR}.text.hasFocus()")
        person.types(words)
        person.presses("Escape")
        person.waits(f"{WORDS}[-1:] == ['{words}']")
    person.presses("ctrl+shift+b")
    person.waits(f"{ROWS} == ['first', 'second'] and {MARKS}.list.hasFocus()")
    person.presses("End", "Delete")
    person.waits(f"{WORDS} == ['first']")

    # Closed and opened again, what is there is there, and the bin is still to be had.
    assert person.closes() == 0
    person.starts()
    person.waits(f"{WORDS} == ['first']")
    person.presses("ctrl+shift+b")
    person.waits(f"{ROWS} == ['first']")
    person.sees(f"{MARKS}.bin_wanted.emit()")
    person.waits("window.findChild(QDialog, 'bin').panel.list.rows.rowCount() == 1")
    person.waits("window.findChild(QDialog, 'bin').isActiveWindow()")
    person.presses("alt+t")
    person.waits(f"sorted({WORDS}) == ['first', 'second']")
    person.presses("Escape")

    # Killed while a note is being written: what was typed is offered again.
    person.presses("F6", "ctrl+Home", "ctrl+alt+x")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.types("half a th")
    person.waits("[d.text for d in window._program.drafting.left()] == ['half a th']")
    person.kills()
    person.starts()
    person.waits("'half a th' in window.notice.text and window.notice.isVisible()")
    person.clicks("centre(window.notice._action)")
    person.waits(f"{EDITOR}.text.hasFocus() and {EDITOR}.text.toPlainText() == 'half a th'")
    person.presses("ctrl+End")
    person.types("ought")
    person.presses("Escape")
    person.waits(f"'half a thought' in {WORDS}")
    assert person.sees("window._program.drafting.left()") == []

    # And it is found.
    person.presses("ctrl+f")
    person.waits("window.sidebar.panel('search').box.hasFocus()")
    person.types("half a thought")
    person.waits("window.sidebar.panel('search').count.isVisible()")
    assert person.closes() == 0


def test_a_log_out_keeps_what_is_being_written(person: Person) -> None:
    person.starts()
    person.presses("F6", "ctrl+Home", "ctrl+alt+x")
    person.waits(f"{EDITOR}.text.hasFocus()")
    person.types("unfinished")
    assert person.logs_out() == 0
    person.starts()
    person.waits(f"{WORDS} == ['unfinished']")
    assert person.sees("window._program.drafting.left()") == []
