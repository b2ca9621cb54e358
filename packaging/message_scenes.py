"""Scenes of what can go wrong with a library: every message, brought about for real."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.storage.database import FILE_NAME
from tests.journeys.conftest import Person

BACKUPS = "window.findChild(QDialog, 'backups')"
RESTORE = "window.findChild(QDialog, 'restore')"
NOBODY = "65534"
"""The user that may write nowhere: root may write in a folder that is read-only."""


def _starts_alone(person: Person, *before: str) -> None:
    """Start the program as from a desktop, where it says in a window why it cannot open."""
    environment = {**person.environment, "GIO_LAUNCHED_DESKTOP_FILE": "xidu.desktop"}
    # It ends with its screen.
    subprocess.Popen([*before, sys.executable, "-m", "reader"], env=environment)
    person.does("search", "--sync", "--onlyvisible", "--name", "Xidu|细读|damaged|损坏")


def _bookmark(person: Person) -> None:
    person.clicks("where('座谈会')")
    person.presses("ctrl+b")
    person.waits("window.reading.bookmarks")


def disk_full(person: Person) -> None:
    """A note is written, and the disk is full."""
    person.clicks("where('座谈会')")
    person.presses("ctrl+m")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    # SQLite says so once the file may not grow any more, as it does of a full disk.
    person.sees(
        "[None for w in [window._program.database.write()] for d in [w.__enter__()]"
        " if d.execute('PRAGMA max_page_count=1') and w.__exit__(None, None, None)]"
    )
    person.sees("window.sidebar.panel('notes').editor.text.setPlainText('words ' * 20_000)")
    person.waits("window.notice.isVisible() and '20' not in window.notice.text")


def room(person: Person) -> None:
    """The reserve was given up for what is being written."""
    person.sees("window.keeping._tell_room()")


def read_only(person: Person) -> None:
    """The folder of the data may not be written to."""
    person.closes()
    for path in (person.data, *person.data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    person.data.parent.chmod(0o755)
    other = ["setpriv", f"--reuid={NOBODY}", "--clear-groups"] if os.getuid() == 0 else []
    _starts_alone(person, *other)


def newer(person: Person) -> None:
    """A later version has written the library."""
    person.closes()
    with closing(sqlite3.connect(person.data / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    _starts_alone(person)


def second(person: Person) -> None:
    """The program is open already."""
    person.does("search", "--sync", "--onlyvisible", "--name", "Xidu", "windowminimize")
    _starts_alone(person)


def damaged(person: Person) -> None:
    """The library is damaged, and there is a backup."""
    _bookmark(person)
    _back_up(person)
    person.closes()
    path = person.data / FILE_NAME
    path.write_bytes(b"damaged!" + path.read_bytes()[8:])
    _starts_alone(person)


def salvaged(person: Person) -> None:
    """What could be read of a damaged library has been saved."""
    damaged(person)
    person.does("key", "Tab", "Return")
    person.does("search", "--sync", "--onlyvisible", "--name", "习近平")
    person.does("sleep", "3")


def _back_up(person: Person) -> None:
    person.presses("ctrl+alt+b")
    person.waits(f"{BACKUPS}.isActiveWindow() and {BACKUPS}.now.isEnabled()")
    person.presses("alt+n")
    person.waits(f"{BACKUPS}.told.isVisible() and {BACKUPS}.now.isEnabled()")
    person.sees(f"{BACKUPS}.close()")
    person.waits(f"{BACKUPS} is None")


def _path(person: Person) -> Path:
    return next((person.data / "backups").glob("*.sqlite3"))


def preview(person: Person) -> None:
    """What restoring a backup would change."""
    _bookmark(person)
    _back_up(person)
    person.sees("window._program.notebook.remove(window.reading.bookmarks) and None")
    path = max((person.data / "backups").glob("*hand*.sqlite3"))
    person.sees(f"window.keeping.restore(__import__('pathlib').Path('{path}'))")
    person.waits(f"{RESTORE}.isActiveWindow() and {RESTORE}.merge.isEnabled()")
    person.clicks(f"centre({RESTORE}.replace)")
    person.waits(f"{RESTORE}.take.isEnabled()")


def restored(person: Person) -> None:
    """A backup was restored."""
    preview(person)
    person.presses("Return")
    person.waits("window.isVisible() and window.notice.isVisible()")


def refused(kind: str) -> Callable[[Person], None]:
    """A scene of a backup that is refused: ``foreign``, ``damaged`` or ``newer``."""

    def scene(person: Person) -> None:
        _back_up(person)
        path = person.data / f"{kind}.sqlite3"
        if kind != "foreign":
            shutil.copy(_path(person), path)
        if kind == "damaged":
            path.write_bytes(path.read_bytes()[:5000])
        else:
            said = "CREATE TABLE other(x)" if kind == "foreign" else "PRAGMA user_version = 99"
            with closing(sqlite3.connect(path)) as connection:
                connection.execute(said)
                connection.commit()
        person.sees(f"window.keeping.restore(__import__('pathlib').Path('{path}'))")
        person.waits(f"{RESTORE}.isActiveWindow() and {RESTORE}.cancel.hasFocus()")

    return scene
