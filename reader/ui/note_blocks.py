"""What the reader of a note shows: its words, and the notes that link to it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from reader.domain.formatted import BlockKind, FormattedBlock, Run
from reader.domain.marks import Note
from reader.formats.notes import formatted, plain
from reader.services.links import Links

_SHORT = 40


def blocks_of(note: Note, linking: Sequence[Note]) -> Iterable[FormattedBlock]:
    """The blocks of a note, then a link to each note that links to it."""
    yield from formatted(note.text)
    if linking:
        title = QCoreApplication.translate("NoteView", "Linked from")
        yield FormattedBlock(BlockKind.HEADING, (Run(title),), level=4)
    for other in linking:
        words = plain(other.text)
        short = words if len(words) <= _SHORT else words[:_SHORT] + "…"
        run = Run(short or other.anchor.quote or "…", link=Links.of_mark(other))
        yield FormattedBlock(BlockKind.ITEM, (run,), 1, marker="•")
