"""A backup is made, merged back, undone; the program is killed; a damaged library is rescued."""

import sqlite3
from contextlib import closing
from threading import Thread

from reader.storage.database import FILE_NAME
from tests.journeys.conftest import Person

LIST = "window.findChild(QDialog, 'backups')"
RESTORE = "window.findChild(QDialog, 'restore')"
BOOKMARKS = "len(window._program.marks.bookmarks())"


def test_an_old_backup_is_merged_and_that_is_undone(person: Person) -> None:
    person.starts()
    person.waits("where('新发展理念')")
    person.points_at("where('新发展理念')")
    person.presses("ctrl+b")
    person.waits(f"{BOOKMARKS} == 1")

    # Back up now, by the keyboard alone.
    person.presses("ctrl+alt+b")
    person.waits(f"{LIST}.isActiveWindow() and {LIST}.now.isEnabled()")
    person.presses("alt+n")
    person.waits(f"'read back: “' in {LIST}.told.text()")
    # With that of the day, which comes a little after the start.
    person.waits(f"{LIST}.tree.topLevelItemCount() == 2")
    assert "bookmarks: 1" in person.sees(f"{LIST}.contents.text()")
    person.presses("Escape")
    person.waits(f"{LIST} is None")

    # The bookmark goes for good, as an accident would have it, and comes back by merging.
    person.sees(
        "[None for w in [window._program.database.write()]"
        " for d in [w.__enter__()] if d.execute('DELETE FROM marks') and w.__exit__(None, None, None)]"
    )
    assert person.sees(BOOKMARKS) == 0
    person.presses("ctrl+alt+b")
    person.waits(f"{LIST}.isActiveWindow() and {LIST}.tree.topLevelItemCount() == 2")
    person.presses("alt+r")
    person.waits(f"{RESTORE}.isActiveWindow() and {RESTORE}.take.isEnabled()")
    assert person.sees(f"{RESTORE}.told.text()") == "bookmarks: 1 added"
    person.presses("Return")
    person.waits(f"window.isVisible() and 'Restored' in window.notice.text and {BOOKMARKS} == 1")
    person.waits("where('新发展理念')")

    # It is there after a kill, too, and undoing takes it away again.
    person.kills()
    person.starts()
    assert person.sees(BOOKMARKS) == 1
    person.presses("ctrl+alt+b")
    person.waits(f"{LIST}.isActiveWindow() and {LIST}.undo.isEnabled()")
    person.presses("alt+u")
    person.waits(f"{RESTORE}.isActiveWindow() and {RESTORE}.take.isEnabled()")
    assert person.sees(f"{RESTORE}.told.text()") == "bookmarks: 1 removed"
    person.presses("Return")
    person.waits(f"window.isVisible() and 'undone' in window.notice.text and {BOOKMARKS} == 0")
    assert person.closes() == 0
    names = sorted(path.name[:14] for path in (person.data / "backups").glob("*.sqlite3"))
    assert len(names) >= 3
    assert not list(person.data.glob(".restoring-*"))


def test_a_damaged_library_is_rescued_before_the_window_opens(person: Person) -> None:
    person.starts()
    person.waits("where('新发展理念')")
    person.points_at("where('新发展理念')")
    person.presses("ctrl+b")
    person.waits(f"{BOOKMARKS} == 1")
    assert person.closes() == 0
    path = person.data / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM marks").fetchone() == (1,)
    damaged = b"damaged!" + path.read_bytes()[8:]
    path.write_bytes(damaged)

    def choose() -> None:
        # No backup was made yet, so the first button saves what can be read.
        person.does("search", "--sync", "--onlyvisible", "--name", "The library is damaged")
        person.presses("Return")

    chosen = Thread(target=choose)
    chosen.start()
    person.starts()
    chosen.join()
    person.waits("'bookmarks: 1' in window.notice.text")
    assert "damaged-1" in person.sees("window.notice.text")
    assert person.sees(BOOKMARKS) == 1
    assert (person.data / "library.damaged-1.sqlite3").read_bytes() == damaged
