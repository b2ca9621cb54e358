"""Scenes of the glossary, of marks and of backups, for the pictures of a review."""

from collections.abc import Callable

from tests.journeys.conftest import Person

DIALOG = "window.findChild(QDialog, '{0}')"
GLOSSARY = "window.sidebar.panel('glossary')"
MARKS = "window.sidebar.panel('bookmarks')"


def _dialog(person: Person, name: str) -> str:
    """Wait for a dialog; return the expression that names it."""
    dialog = DIALOG.format(name)
    person.waits(f"{dialog} and {dialog}.isActiveWindow()")
    return dialog


def entry(person: Person) -> None:
    """The entry of a term in the glossary, with its places."""
    person.clicks("where('座谈会')")
    person.waits("texts(window.explaining.panel)")
    person.sees("window.guide.open_entry(window.explaining.panel.card.shown.term)")
    person.presses("ctrl+shift+g")
    person.waits(f"{GLOSSARY}.entry.list.rows.rowCount()")


def glossary(person: Person) -> None:
    """The terms of this text."""
    person.presses("ctrl+shift+g")
    person.sees(f"{GLOSSARY}.show_list()")
    person.sees(f"{GLOSSARY}.box.clear()")
    person.sees(f"{GLOSSARY}.here.setChecked(True)")
    person.waits(f"{GLOSSARY}.list.rows.rowCount() > 3")


def glossary_filtered(person: Person) -> None:
    """All terms, those that a word of pinyin finds."""
    person.presses("ctrl+shift+g")
    person.sees(f"{GLOSSARY}.show_list()")
    person.sees(f"{GLOSSARY}.here.setChecked(False)")
    person.sees(f"{GLOSSARY}.box.setText('fazhan')")
    person.waits(f"{GLOSSARY}.list.rows.rowCount() > 3")


def glossary_empty(person: Person) -> None:
    """What the glossary says where nothing fits."""
    person.presses("ctrl+shift+g")
    person.sees(f"{GLOSSARY}.show_list()")
    person.sees(f"{GLOSSARY}.box.setText('qqqq')")
    person.waits(f"{GLOSSARY}.list.rows.rowCount() == 0")


def own_term(person: Person) -> None:
    """A term of one's own being written."""
    person.clicks("where('现代化')")
    person.presses("ctrl+shift+n")
    _dialog(person, "own_term")


def glossaries(person: Person) -> None:
    """The glossaries that are switched on and off."""
    person.presses("ctrl+alt+g")
    _dialog(person, "glossaries")


def _some_marks(person: Person) -> None:
    """Highlights, bookmarks and notes with tags, as after some reading."""
    if person.sees("len(window._program.marks.bookmarks())"):
        return
    person.clicks("where('现代化')")
    person.presses("ctrl+b", "alt+1")
    person.waits("window.reading.bookmarks and window.reading.highlights")
    person.clicks("where('座谈会')")
    person.presses("alt+3")
    person.waits("len(window.reading.highlights) == 2")
    person.presses("ctrl+m")
    notes = "window.sidebar.panel('notes')"
    person.waits(f"{notes}.editor.text.hasFocus()")
    person.sees(
        f"{notes}.editor.text.setPlainText('# The meeting\\n\\n**Symposium**: a *working* meeting,"
        " see [the glossary](https://example.org).\\n\\n- first point\\n- second point\\n\\n"
        "> a quotation\\n\\n`code` and 新发展理念')"
    )
    person.sees(f"{notes}.editor.tags.setText('politics, 会议')")
    person.sees(f"{notes}.editor.tags.textEdited.emit('')")
    person.waits("window.reading.notes")
    person.sees(f"{notes}.editor.finish()")


def note(person: Person) -> None:
    """A note with Markdown, shown."""
    _some_marks(person)
    person.presses("ctrl+shift+m")
    person.waits("window.sidebar.panel('notes').list.rows.rowCount()")
    person.presses("Home", "Return")
    person.waits("window.sidebar.panel('notes').reader.isVisible()")


def note_editor(person: Person) -> None:
    """A note being written, with a bookmark in the margin."""
    _some_marks(person)
    person.clicks("where('座谈会')")
    person.presses("ctrl+m")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")


def marks(grouping: str) -> Callable[[Person], None]:
    """A scene of the panel of marks of the library, grouped."""

    def scene(person: Person) -> None:
        _some_marks(person)
        person.presses("ctrl+shift+b")
        person.waits(f"{MARKS}.isVisible()")
        person.sees(f"{MARKS}.where.setCurrentIndex(1)")
        person.sees(
            f"[a.trigger() for a in {MARKS}._grouping.actions() if a.data() == '{grouping}']"
        )
        person.waits(f"{MARKS}.list.rows.rowCount() > 3")

    return scene


def marks_menu(person: Person) -> None:
    """How the panel of marks can be grouped and sorted."""
    _some_marks(person)
    person.presses("ctrl+shift+b")
    person.waits(f"{MARKS}.isVisible()")
    person.clicks(f"centre({MARKS}.view)")
    person.waits(f"{MARKS}.view.menu().isVisible()")


def bin_(person: Person) -> None:
    """The bin, with a mark in it."""
    _some_marks(person)
    person.sees("window._program.notebook.remove([window.reading.bookmarks[0]]) and None")
    person.sees(f"{MARKS}.bin_wanted.emit()")
    dialog = _dialog(person, "bin")
    person.waits(f"{dialog}.panel.list.rows.rowCount()")


def meanings(person: Person) -> None:
    """What the colours mean."""
    person.sees(f"{MARKS}.meanings_wanted.emit()")
    person.waits("app.activeModalWidget()")


def searching_texts(person: Person) -> None:
    """Hits of a search in several texts."""
    person.sees(
        "[window._program.texts.import_text(f'另一篇 {n}', f'第{n}篇也说长三角一体化发展。'"
        " * 3) and None for n in range(3)]"
    )
    searching(person)
    person.waits("window.sidebar.panel('search').list.rows.rowCount() > 40")


def orphans(person: Person) -> None:
    """The marks that have no place, and what resembles the words of one."""
    _some_marks(person)
    person.sees(
        "[None for w in [window._program.database.write()] for d in [w.__enter__()]"
        " if d.execute('UPDATE marks SET orphan = 1') and w.__exit__(None, None, None)]"
    )
    person.sees("window.guide.open_text(window.reading.text.id)")
    person.waits("any(mark.orphan for mark in window.reading.notes)")
    person.presses("ctrl+alt+m")
    person.waits("app.activeWindow() is not window")


def no_orphans(person: Person) -> None:
    """The marks that have no place: none, as it should be."""
    person.presses("ctrl+alt+m")
    person.waits("app.activeWindow() is not window")


def backups(person: Person) -> None:
    """The list of backups after one was made."""
    person.presses("ctrl+alt+b")
    dialog = _dialog(person, "backups")
    person.presses("alt+n")
    person.waits(f"{dialog}.now.isEnabled() and {dialog}.tree.topLevelItemCount()")
    person.waits(f"{dialog}.told.isVisible()")


def export_marks(person: Person) -> None:
    """How marks are to be exported."""
    person.sees("window.actions_['export_marks'].trigger()")
    person.waits("app.activeModalWidget()")


def import_marks(person: Person) -> None:
    """What taking in a file of marks would do."""
    _some_marks(person)
    path = str(person.data / "marks.json")
    person.sees(
        "window.exchanging.write(__import__('reader.ui.dialogs.mark_files').ui.dialogs.mark_files."
        "MarksOrder(__import__('reader.services.mark_export').services.mark_export.Manner('json'),"
        f" True, False), __import__('pathlib').Path('{path}'))"
    )
    person.waits(f"__import__('pathlib').Path('{path}').exists()")
    person.sees(f"window.exchanging.plan(__import__('pathlib').Path('{path}'))")
    person.waits("app.activeModalWidget()")


def sheet(person: Person) -> None:
    """The terms of the text, about to be exported."""
    person.presses("ctrl+shift+t")
    dialog = _dialog(person, "terms_sheet")
    person.waits(f"{dialog}.save.isEnabled()")


def search_empty(person: Person) -> None:
    """What the box says before anything is typed."""
    person.presses("ctrl+f")
    person.waits("window.sidebar.panel('search').hint.isVisible()")


def search_nothing(person: Person) -> None:
    """What the box says where nothing is found."""
    person.presses("ctrl+f")
    person.types("qqqqzzzz")
    person.waits(
        "'Try' in window.sidebar.panel('search').hint.text() or "
        "'试' in window.sidebar.panel('search').hint.text()"
    )


def searching(person: Person) -> None:
    """Hits of a search by pinyin."""
    person.presses("ctrl+f")
    person.sees("window.sidebar.panel('search').box.setText('')")
    person.types("changsanjiao")
    person.waits("window.sidebar.panel('search').count.isVisible()")
    person.presses("Return")
