"""Making the file that an order asks for, in this process and from beginning to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from reader.app import Program
from reader.services.analysis import complete
from reader.services.excerpt import Chapter, Passage, chapters
from reader.services.pdfsense import Entry, Meaning, add_meaning
from reader.services.rubyhtml import Above, Look, Reading, no_readings, page
from reader.services.spelling import respeller
from reader.services.writing import replacing, write_lines
from reader.ui.article.ruby import Amount, Ruby, Unit, Vocabulary, units_of
from reader.ui.printing.desk import Desk
from reader.ui.printing.meaning import drawn_alike, lines_said
from reader.ui.printing.order import Order
from reader.ui.printing.sheet import POINT, UNITS
from reader.ui.theme import THEMES, ThemeName
from reader.ui.tone_colours import tone_colours

if TYPE_CHECKING:
    from reader.services.session import OpenText

NO_COLOURS = "none"

Tell = Callable[[str, float], None]
"""Takes ``words``, ``pages`` or ``writing`` and the share of it that is done. May raise to stop."""


def make(order: Order, tell: Tell) -> None:
    """Write the file. Raises XiduError, and whatever ``tell`` raises; then nothing has changed."""
    with Program(order.data, order.cache) as program:
        text = program.open_for_one_pass(order.document)
        order = order._replace(setting=order.setting._replace(respell=respeller(order.characters)))
        tell("words", 0.0)
        complete(
            text,
            program.analyser,
            program.analyses,
            lambda done, total: tell("words", done / total),
            order.wanted.paragraphs,
        )
        if order.sheet is None:
            _write_html(order, program, text, tell)
        else:
            _write_pdf(order, program, text, tell)


def _write_html(order: Order, program: Program, text: OpenText, tell: Tell) -> None:
    size = len(order.wanted.paragraphs)
    parts = [
        chapter._replace(passages=_told(chapter, tell, size))
        for chapter in chapters(text, order.wanted)
    ]
    look = html_look(order, program.vocabulary)
    write_lines(order.target, page(text.title, parts, look, program.lookup.term_by_id))


def html_look(order: Order, vocabulary: Vocabulary) -> Look:
    """Readings above the words as they are shown in the window."""
    ruby = order.setting.ruby
    if ruby.amount is Amount.OFF and not order.revealed:
        return _look(order, no_readings)
    hidden = ruby.amount is Amount.HOVER
    shown = ruby._replace(amount=Amount.ALL) if hidden else ruby

    def above(passage: Passage) -> Sequence[Reading]:
        spans = []
        if passage.paragraph in order.revealed:
            low, high = order.revealed[passage.paragraph]
            spans = [(low - passage.start, high - passage.start)]
        units = units_of(passage.text, passage.words, shown, vocabulary, spans)
        return [
            _reading(unit, shown)._replace(
                shown=any(low < unit.end and unit.start < high for low, high in spans)
            )
            for unit in units
        ]

    return _look(order, above, hidden=hidden)


def _reading(unit: Unit, ruby: Ruby) -> Reading:
    toned: tuple[tuple[str, int], ...] = ()
    if ruby.colours != NO_COLOURS:
        toned = tuple((piece.text, piece.tone) for piece in unit.pieces)
    return Reading(unit.start, unit.end, unit.text, toned)


def _look(order: Order, above: Above, *, hidden: bool = False) -> Look:
    shown = order.setting
    tones = None
    if shown.ruby.colours != NO_COLOURS:
        light, dark = (
            tone_colours(shown.ruby.colours, THEMES[name])[1:]
            for name in (ThemeName.LIGHT, ThemeName.DARK)
        )
        tones = (light, dark)
    return Look(above, hidden, order.labels, shown.respell or str, order.language, tones)


def _told(chapter: Chapter, tell: Tell, size: int) -> Callable[[], Iterator[Passage]]:
    def passages() -> Iterator[Passage]:
        for done, passage in enumerate(chapter.passages()):
            tell("writing", min(1.0, done / size))
            yield passage

    return passages


def _write_pdf(order: Order, program: Program, text: OpenText, tell: Tell) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    lines, outline = _draw(order, program, text, buffer, tell)
    meaning = Meaning(drawn_alike(), lines, outline, order.language)
    with replacing(order.target) as path:
        # Python writes the file: Qt does not say when a disk is full.
        add_meaning(
            BytesIO(bytes(buffer.data().data())), path, meaning, lambda n: tell("writing", n)
        )


def _draw(
    order: Order, program: Program, text: OpenText, buffer: QBuffer, tell: Tell
) -> tuple[list[dict[str, str]], list[Entry]]:
    """Draw all pages; return what their lines say and where the sections begin."""
    assert order.sheet is not None
    desk = Desk(
        program,
        text,
        order.wanted,
        order.setting,
        order.sheet,
        notes=order.notes,
        revealed=order.revealed,
    )
    shown = desk.manuscript.shown(order.setting.respell)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS)
    size = QSizeF(order.sheet.width / POINT, order.sheet.height / POINT)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(shown.title)
    writer.setCreator("Xidu")
    lines: list[dict[str, str]] = []
    outline: list[Entry] = []
    painter = QPainter(writer)
    try:
        for made in desk.pages():
            if made is None:
                continue
            if lines:
                writer.newPage()
            desk.drawer.draw(painter, made)
            lines.append(lines_said(made, desk.setter))
            outline += (
                Entry(" ".join(shown.sections[section][1].split()), made.number - 1)
                for section in made.opened
            )
            tell("pages", desk.share(made))
    finally:
        painter.end()
    return lines, [entry for entry in outline if entry.title]
