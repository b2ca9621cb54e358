"""A closed library with one of everything, whatever later versions add to the frozen ones."""

from pathlib import Path

from reader.storage import mark_index
from reader.storage.database import open_database
from tests.upgrades import make_frozen


def one_of_each(folder: Path) -> Path:
    """Make it in ``folder``: a note, a bookmark, a highlight, one in the bin; return its file."""
    folder.mkdir(exist_ok=True)
    path = make_frozen.fill(folder)
    with open_database(folder) as database:
        with database.write() as writer:
            writer.execute("DELETE FROM marks WHERE number > 4")
        mark_index.rebuild(database)
    return path
