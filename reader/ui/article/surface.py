"""Paints a page: what is exposed of the paragraphs in sight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from reader.domain.portions import portion_of
from reader.ui.article.focus import Focus
from reader.ui.article.page import Page
from reader.ui.article.painting import ArticlePainter, Emphasis
from reader.ui.theme import Theme


class Seen(NamedTuple):
    """What painting has shown: portions without words, and whether heights were corrected."""

    unknown: tuple[tuple[int, int], ...] = ()
    corrected: bool = False


class Surface:
    """Paints one page in the colours of a theme."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self.theme = theme
        self._shows_terms = True
        self._colours = "none"
        self._painter = ArticlePainter(theme)
        self.focus = Focus(page)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.theme = theme
        self._renew()

    def show_terms(self, *, shown: bool) -> None:
        """Underline terms of the glossary, or leave them alone."""
        self._shows_terms = shown
        self._renew()

    def _renew(self) -> None:
        """Take the theme's colours, and those of the tones if they have any."""
        tones: tuple[str, ...] = ()
        if self._colours != "none":
            from reader.ui.tone_colours import tone_colours  # noqa: PLC0415 - few starts need them

            tones = tone_colours(self._colours, self.theme)
        self._painter = ArticlePainter(self.theme, tones, shows_terms=self._shows_terms)

    def paint(self, painter: QPainter, exposed: QRectF) -> Seen:
        """Paint what lies in ``exposed``; paragraphs that come into sight are laid out."""
        page = self._page
        if page.setting.ruby.colours != self._colours:
            self._colours = page.setting.ruby.colours
            self._renew()
        ground = QPainterPath()
        ground.addRect(exposed)
        painter.fillPath(ground, self._painter.page)
        if page.flow is None:
            return Seen()
        total = page.flow.heights.total
        left, axes = page.left, page.axes
        exposed = axes.flat_box(exposed)
        painter.save()
        axes.turn(painter)
        unknown: list[tuple[int, int]] = []
        for index, y, layout in page.visible():
            if not layout.analysed and layout.text:
                unknown.append((index, portion_of(layout.text, layout.start)))
            if y <= exposed.bottom() and y + layout.height >= exposed.top():
                self._painter.paint(
                    painter,
                    layout,
                    index,
                    QPointF(left, y),
                    exposed,
                    page.decorations,
                    self._emphasis(index, len(layout.text)),
                )
        if self.focus.active:
            self.focus.paint(painter, exposed, self.theme)
        painter.restore()
        return Seen(tuple(unknown), page.flow.heights.total != total)

    def _emphasis(self, index: int, length: int) -> Emphasis:
        """What is special about a paragraph now: selection, hovered and current word."""
        hover, caret = (0, 0), self._page.caret
        hovered = self._page.hover
        if hovered is not None and hovered.paragraph == index:
            hover = (hovered.start, hovered.end)
        if caret is None:
            return Emphasis(hover=hover)
        return Emphasis(caret.selection.within(index, length), hover, caret.current(index))
