"""What a list says of marks: two lines for each, and the captions of groups."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.domain.mark_queries import ORPHANS, Grouping
from reader.domain.marks import Bookmark, Colour, Mark, Note, Scope
from reader.formats.notes import plain
from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.colours import colour_name
from reader.ui.models.rows import Row
from reader.ui.scopes import scope_name

_LOST = QT_TRANSLATE_NOOP("marks", "Without a certain place")
_UNTAGGED = QT_TRANSLATE_NOOP("marks", "Without a tag")
_UNCOLOURED = QT_TRANSLATE_NOOP("marks", "Bookmarks and notes")
_ALL = QT_TRANSLATE_NOOP("marks", "All others")
_LOCALE = QT_TRANSLATE_NOOP("marks", "en")
_DAY = QT_TRANSLATE_NOOP("marks", "ddd d MMM yyyy")
"""Name of a locale, and how a day is written in it (see QLocale.toString)."""

_CONTEXT = 10
_LONGEST = 300
"""Characters of a text that are looked at for a line of a list."""


class Names(NamedTuple):
    """What texts and colours are called; ``told`` is whether a row names its text."""

    titles: Mapping[int, str]
    meanings: Mapping[Colour, str]
    told: bool

    def colour(self, colour: Colour) -> str:
        """A colour with its meaning."""
        meaning = self.meanings.get(colour, "")
        return f"{colour_name(colour)}: {meaning}" if meaning else colour_name(colour)


def _tr(text: str) -> str:
    return QCoreApplication.translate("marks", text)


def row_of(mark: Mark, names: Names) -> Row:
    """The two lines of a mark. Works in any thread."""
    anchor = mark.anchor
    quote = anchor.quote[:_LONGEST]
    shown = f"“{mark.word or quote}”" if isinstance(mark, Note) else f"“{quote}”"
    if mark.orphan:
        before, after = anchor.before[-_CONTEXT:], anchor.after[:_CONTEXT]
        shown = f"{before}[{quote[: 2 * _CONTEXT]}]{after}"
    said = [shown, *(f"#{tag}" for tag in mark.tags)]
    if isinstance(mark, Note):
        main = plain(mark.text[:_LONGEST]) or quote
        if mark.scope is not Scope.SPAN:
            said.insert(1, scope_name(mark.scope))
    elif isinstance(mark, Bookmark):
        main = mark.name
    else:
        main = quote
        said.insert(0, names.colour(mark.colour))
        if not mark.orphan:
            said.remove(shown)
    if names.told:
        said.append(names.titles.get(mark.document, ""))
    return Row(main.replace("\n", " "), " · ".join(filter(None, said)), mark)


def caption_of(grouping: Grouping, key: str | int, names: Names) -> str:
    """What a group is called."""
    if key == ORPHANS:
        return _tr(_LOST)
    captions: dict[Grouping, Callable[[], str]] = {
        Grouping.NOTHING: lambda: _tr(_ALL),
        Grouping.TEXT: lambda: names.titles.get(int(key), ""),
        Grouping.TAG: lambda: f"#{key}" if key else _tr(_UNTAGGED),
        Grouping.COLOUR: lambda: names.colour(Colour(str(key))) if key else _tr(_UNCOLOURED),
        Grouping.DAY: lambda: _day(str(key)),
    }
    return captions[grouping]()


def _day(day: str) -> str:
    return day_name(date.fromisoformat(day))


def day_name(day: date) -> str:
    """A day as one says it in the language of the interface, whatever the system's is."""
    locale, pattern = _tr(_LOCALE), _tr(_DAY)
    return QLocale(locale).toString(QDate(day.year, day.month, day.day), pattern)
