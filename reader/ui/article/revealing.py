"""Of which words the reader asks to see the readings: the selection, or else one sentence."""

from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.cursor import Cursor
from reader.ui.article.text import ReadingText
from reader.ui.article.walker import Unit


def asked_for(
    text: ReadingText, cursor: Cursor, current: Span | None
) -> dict[int, tuple[int, int]]:
    """The selection, or the sentence around ``current``, as ranges by paragraph."""
    selection, shape = cursor.selection, text.shape
    if not selection.is_empty:
        first, last = sorted((selection.anchor, selection.caret))
        found = {
            index: selection.within(index, shape[index][1])
            for index in range(first.paragraph, last.paragraph + 1)
        }
        return {index: span for index, span in found.items() if span[0] < span[1]}
    if current is None:
        return {}
    start, end = cursor.walker.around(Place(current.paragraph, current.start), Unit.SENTENCE)
    return {current.paragraph: (start.offset, end.offset)}
