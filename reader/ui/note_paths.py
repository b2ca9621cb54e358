"""The ways to a note in the window: to write one, to go on with it, to read it where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.domain.marks import Note, Scope
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.notices import NoticeBar
from reader.ui.noting import Noting

if TYPE_CHECKING:
    from reader.domain.drafts import Draft

_WIDE = frozenset({Scope.PARAGRAPH, Scope.SECTION, Scope.TEXT})
"""Scopes that need no word: without one, the paragraph at the top of the view is meant."""

_SHORT = 40
"""Characters of a draft that are shown when it is offered."""


class NotePaths(QObject):
    """``show_notes`` brings the panel of notes to the front, ``go`` shows a place of a text."""

    def __init__(
        self,
        article: ArticleView,
        noting: Noting,
        notice: NoticeBar,
        show_notes: Callable[[], None],
        go: Callable[[int, Span | None], None],
    ) -> None:
        super().__init__(article)
        self._article = article
        self._noting = noting
        self._notice = notice
        self._show_notes = show_notes
        self._go = go
        noting.left.connect(self._offer)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        scopes = [scope for scope in Scope if scope is not Scope.SPAN]
        return {
            "note": self.write,
            **{f"note_{scope}": partial(self.write, None, scope) for scope in scopes},
        }

    def write(self, place: Span | None = None, scope: Scope | None = None) -> None:
        """Write a note on a place, on what is selected or current."""
        span = place or self._article.current_span
        seen = self._article.visible_paragraphs()
        if span is None and scope in _WIDE and seen:
            span = Span(seen[0], 0, 1)
        if span is None:
            self._notice.say(self.tr("Select a place or rest on a word to write a note there."))
            return
        self._show_notes()
        self._noting.write(span, scope)

    def edit(self, note: Note) -> None:
        """Go on with a note."""
        self._show_notes()
        self._noting.edit(note)

    def read(self, note: Note) -> None:
        """Show a note as it is read."""
        self._show_notes()
        self._noting.read(note)

    def _offer(self, draft: Draft) -> None:
        """Offer to go on with a note that was being written when the program ended."""

        def go_on() -> None:
            self._go(draft.document, draft.anchor.span)
            self._show_notes()
            self._noting.go_on(draft)

        words = " ".join(draft.text.split())
        short = words if len(words) <= _SHORT else words[:_SHORT] + "…"
        told = self.tr("A note was being written when Xidu ended: “{0}”").format(short)
        self._notice.warn(told, self.tr("Go on writing"), go_on)
