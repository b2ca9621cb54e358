"""Highlights as a person makes them: a colour for the selection, another, none; all undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from reader.app import Program
from reader.domain.marks import Colour
from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.view import ArticleView
from reader.ui.colours import colour_name
from reader.ui.marking import Marking
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from reader.domain.marks import Highlight
    from reader.ui.panels.palette import Palette


class Highlighting(QObject):
    """Works on the selection, or on the highlight or word the keyboard or mouse is on.

    ``said`` carries what to do when there is none of these.
    """

    said = Signal(str)

    def __init__(
        self, program: Program, marking: Marking, reading: Reading, view: ArticleView
    ) -> None:
        super().__init__(view)
        self._program = program
        self._marking = marking
        self._reading = reading
        self._view = view
        view.selected.connect(self._offer)
        view.activated.connect(self._offer_change)
        view.moved.connect(self._hide_palette)
        view.pressed.connect(self._hide_palette)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action of highlighting."""
        return {
            "highlight": lambda: self.mark(Colour(self._program.settings.values.highlight)),
            "unhighlight": self.remove,
            **{f"highlight_{colour}": partial(self.mark, colour) for colour in Colour},
        }

    @cached_property
    def palette(self) -> Palette:
        """The small palette at a selection, made when it is first needed."""
        from reader.ui.panels.palette import Palette  # noqa: PLC0415

        palette = Palette({colour: colour_name(colour) for colour in Colour}, self._view)
        palette.chosen.connect(self.mark)
        palette.removal_wanted.connect(self.remove)
        return palette

    # --- marking ----------------------------------------------------------------

    def mark(self, colour: Colour) -> None:
        """Give the place one is at a colour; a highlight one stands on is changed."""
        text, caret = self._reading.text, self._view.caret
        spans = self._spans()
        self._hide_palette()
        if text is None or caret is None:
            return
        if not spans:
            self.said.emit(self.tr("Select a passage or rest on a word to highlight it."))
            return
        if self._program.settings.values.highlight != colour:
            self._program.settings.change(highlight=str(colour))
        there = self._reading.highlights_on(spans)
        if caret.selection.is_empty and there:
            self._recolour(there[-1:], colour)
            return
        places = {span.paragraph: span for span in spans}
        same = [m for m in there if m.anchor.span == places[m.anchor.span.paragraph]]
        if len(same) == len(spans):
            self._recolour(same, colour)
        else:
            inside = [m for m in there if _holds(places[m.anchor.span.paragraph], m.anchor.span)]
            self._add(text.id, spans, colour, inside)
        # On the passage, so that another colour, or none, is the next key.
        caret.put(Place(spans[0].paragraph, spans[0].start))
        self._view.viewport().update()

    def remove(self) -> None:
        """Take away the highlights on the place one is at."""
        there = self._reading.highlights_on(self._spans())
        self._hide_palette()
        if there:
            self.remove_these(there)

    def remove_these(self, marks: list[Highlight]) -> None:
        """Take highlights away."""
        self._marking.carry_out(
            lambda: self._program.notebook.swap_highlights(marks),
            self.tr("Highlight removed"),
            seen=True,
        )

    def _add(
        self, document: int, spans: list[Span], colour: Colour, replaced: list[Highlight]
    ) -> None:
        self._marking.carry_out(
            lambda: self._program.notebook.add_highlights(document, spans, colour, replaced),
            self.tr("Highlighted"),
            seen=True,
        )

    def _recolour(self, marks: list[Highlight], colour: Colour) -> None:
        colours = {mark.id: colour for mark in marks if mark.colour != colour}
        if colours:
            self._marking.carry_out(
                lambda: self._program.notebook.recolour_highlights(colours),
                self.tr("Colour changed"),
                seen=True,
            )

    def _spans(self) -> list[Span]:
        """The selection, or else the word one is at."""
        caret, current = self._view.caret, self._view.current_span
        selected = caret.spans if caret is not None else []
        return selected or ([current] if current is not None else [])

    # --- the palette ------------------------------------------------------------

    def _offer(self) -> None:
        """Show the palette at what the mouse has selected."""
        spans = self._spans()
        seen = self._view.visible_paragraphs()
        boxes = (self._view.rectangle_of(span) for span in spans if span.paragraph in seen)
        box = next((box for box in boxes if not box.isEmpty()), None)
        if box is not None:
            self._show_palette(box, removable=bool(self._reading.highlights_on(spans)))

    def _offer_change(self, span: Span) -> None:
        """Show the palette at a highlight that was chosen, once its card has its place."""
        there = self._reading.highlights_on([span])
        if there:
            QTimer.singleShot(0, self, lambda: self._offer_at(there[-1].anchor.span))

    def _offer_at(self, span: Span) -> None:
        box = self._view.rectangle_of(span)
        if not box.isEmpty():
            self._show_palette(box, removable=True)

    def _show_palette(self, box: QRect, *, removable: bool) -> None:
        if not self._program.database.read_only:
            self.palette.set_theme(self._view.theme)
            vertical = self._view.setting.vertical
            self.palette.show_at(box, removable=removable, beside=vertical)

    def _hide_palette(self) -> None:
        if "palette" in self.__dict__:
            self.palette.hide()


def _holds(outer: Span, inner: Span) -> bool:
    """Whether one of two spans of a paragraph lies in the other."""
    return outer.start <= inner.start and inner.end <= outer.end
