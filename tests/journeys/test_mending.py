"""A person looks at what mending did, undoes it, corrects a character, and changes languages."""

from pathlib import Path

from tests.journeys.conftest import Person

DIALOG = "window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog)"


def test_repairs_corrections_and_undo(person: Person) -> None:
    person.starts()
    person.waits("not window.reading._busy and not window.reading.text.unknown(range(12))")
    person.sees("window.showMaximized()")

    # A note far below must keep its place whatever is mended above it.
    person.sees("window.article.top_of(37)")
    person.clicks("where('著名战略家')")
    person.presses("ctrl+m")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    person.types("who")
    person.waits("[n.text for n in window.reading.notes] == ['who']")
    person.presses("Escape")

    # Undo the joining across the caption, by the dialog of its sign.
    total = person.sees("len(window.reading.text.shape)")
    number = person.sees(
        "[i for i, r in enumerate(window.reading.text.repairs) if 'caption' in r.why"
        " and r.kind == 'joined'][0]"
    )
    person.sees(f"window._show_repair({number})")
    person.waits(f"{DIALOG}.isActiveWindow()")
    buttons = f"{DIALOG}.findChildren(__import__('PySide6.QtWidgets').QtWidgets.QPushButton)"
    person.clicks(f"[centre(b) for b in {buttons} if 'Undo' in b.text()][0]")
    person.waits(f"len(window.reading.text.shape) == {total + 1}")
    assert person.sees("[n.orphan for n in window.reading.notes]") == [False]
    assert (
        person.sees("window.reading.text_of(window.reading.notes[0].anchor.span)") in "著名战略家"
    )

    # Take that back, with the keyboard.
    person.presses("F6", "ctrl+z")
    person.waits(f"len(window.reading.text.shape) == {total}")

    # Correct two characters of the text.
    person.sees("window.article.top_of(37)")
    person.clicks("where('著名战略家')")
    person.presses("ctrl+e")
    person.waits(f"{DIALOG}.box.hasFocus()")
    person.types("wei da")
    person.presses("Return")
    person.waits("any('wei da' in p for p in window.reading.text.texts())")
    kinds = person.sees("[str(r.kind) for r in window.reading.text.repairs]")
    assert kinds.count("corrected") == 4
    person.presses("ctrl+z")
    person.waits("not any('wei da' in p for p in window.reading.text.texts())")

    # The interface in Chinese, and everything is still there.
    person.sees("window.actions_['language_zh_CN'].trigger()")
    person.waits("window.actions_['open'].text() == '打开文章(&O)…'")
    person.waits("hasattr(window, 'guide')")
    assert person.sees("len(window.reading.notes)") == 1
    assert person.closes() == 0


def test_another_text_is_opened_marked_and_left(person: Person, tmp_path: Path) -> None:
    text = tmp_path / "故事.txt"
    text.write_text("第一章 出门\n\n　　小明今天很高兴，他要去北京看朋友。\n", encoding="gb18030")
    person.starts(str(text))
    person.waits("window.reading.text.words(1)")
    assert person.sees("window.reading.text.title") == "故事"
    person.clicks("where('朋友')")
    assert "péngyou" in person.waits("texts(window.explaining.panel)")

    # A bookmark, taken away again in the list and brought back.
    person.presses("ctrl+b")
    person.waits("len(window.reading.bookmarks) == 1")
    person.presses("ctrl+shift+b", "Delete")
    person.waits("len(window.reading.bookmarks) == 0")
    person.presses("F6", "ctrl+z")
    person.waits("len(window.reading.bookmarks) == 1")

    # Pinyin above all words, larger type, the next theme: kept for the next start.
    person.presses("ctrl+2", "ctrl+plus", "ctrl+t")
    person.waits("window._program.settings.values.theme == 'sepia'")
    assert person.closes() == 0
    person.starts()
    values = "window._program.settings.values"
    assert person.sees(f"[{values}.theme, {values}.pinyin, {values}.reading_size]") == [
        "sepia", "all", 24,
    ]  # fmt: skip
    assert person.sees("window.reading.text.title") == "故事"
    assert person.sees("[b.name for b in window.reading.bookmarks]") != []
    assert person.closes() == 0


def test_a_second_window_says_why_not(person: Person) -> None:
    person.starts()
    code, said = person.tries_to_start()
    assert code == 1
    assert len(said.splitlines()) == 1
    assert "already open" in said
    person.kills()
    # After kill -9 the lock is free.
    person.starts()
    assert person.closes() == 0
