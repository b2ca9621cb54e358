"""The text in its scroll area: what is shown of it, and where in it the reader is.

``view`` adds what the reader does with mouse, wheel and keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.ui.article.caret import Place
from reader.ui.article.cursor import Cursor
from reader.ui.article.decorations import Decorations, Layer
from reader.ui.article.flow import Anchorage
from reader.ui.article.focus import Focus
from reader.ui.article.hover import HoverIntent
from reader.ui.article.page import Page
from reader.ui.article.scroller import Scroller
from reader.ui.article.surface import Surface
from reader.ui.article.text import ReadingText
from reader.ui.article.typography import Setting
from reader.ui.theme import THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from reader.ui.article.ruby import Vocabulary


class ArticleSheet(QAbstractScrollArea):
    """Shows a text from any place of it, with pinyin, marks and selection as wanted."""

    # The Span of the word the mouse rests on, or None; of the word clicked, or by Return.
    hovered = Signal(object)
    activated = Signal(object)
    # Kind and number of a sign in the margin, and the point on the screen.
    sign_clicked = Signal(object, int, QPoint)
    sign_hovered = Signal(object, int, QPoint)
    # The mouse begins something in the text; it has selected something.
    pressed = Signal()
    selected = Signal()
    # Where on the screen the menu of the selection or word is to appear.
    menu_wanted = Signal(QPoint)
    # Buttons of the mouse ask to go back (-1) or forward (1).
    turned = Signal(int)
    # Escape had nothing to end here.
    escaped = Signal()
    # The text has scrolled; marks or hits have changed.
    moved = Signal()
    decorated = Signal()
    # The text has gone somewhere else at once: the position before, and whether in passing.
    jumped = Signal(object, bool)
    # Caret or selection have changed; another text is shown; lines have been divided anew.
    caret_moved = Signal()
    opened = Signal()
    relaid = Signal()
    first_painted = Signal()
    # What is in sight without words: pairs of a paragraph and the number of its portion.
    words_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resuming: tuple[int, int] | None = None
        self._sideways: QScrollBar | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # Widgets of our own: PySide loads every widget class to wrap one that Qt made.
        viewport = self._viewport = QWidget(self)
        bar = self._bar = QScrollBar()
        bar.setFixedWidth(12)
        self.setViewport(viewport)
        self.setVerticalScrollBar(bar)
        self.page = Page(viewport, self.caret_moved.emit)
        self.surface = Surface(self.page, THEMES[ThemeName.LIGHT])
        self.intent = HoverIntent(self)
        self.scroller = Scroller(self.page, bar, viewport, self)
        self.scroller.began.connect(self.intent.cancel)
        self.scroller.moves_whole = lambda: not self.focus.active
        self.scroller.moved.connect(self.moved)

    # --- what is shown ----------------------------------------------------------

    def open(
        self,
        text: ReadingText,
        paragraph: int = 0,
        fraction: float = 0.0,
        sections: Sequence[int] = (),
    ) -> None:
        """Show a text from the line before which ``fraction`` of ``paragraph`` stands.

        ``sections`` are the first paragraphs of its sections.
        """
        paragraph = min(paragraph, max(0, len(text.shape) - 1))
        flow = self.page.open(text, paragraph, sections)
        self.scroller.stop()
        self.intent.cancel()
        self._resuming = None
        if len(flow):
            offset = round(fraction * len(text.paragraph(paragraph).text))
            if self.isVisible():
                flow.hold(paragraph, Anchorage(offset))
                flow.scroll_by(0, self.page.height)
            else:  # Lines are divided once the window has its width.
                self._resuming = (paragraph, offset)
        if self._resuming is None:
            self.scroller.sync()
        self.opened.emit()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.surface.set_theme(theme)
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.ink))
        self.viewport().setPalette(palette)
        self.viewport().update()

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self.surface.theme

    def set_setting(self, setting: Setting) -> None:
        """Change type size, pinyin mode or column width."""
        self.page.setting = setting
        self._choose_bar()
        if self.page.flow is not None:
            self.page.flow.rearrange(setting, self.page.column_width)
            self.page.flow.scroll_by(0, self.page.height)
            self.relaid.emit()
            self.scroller.sync()

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Ask ``vocabulary`` from now on which words are known."""
        self.page.vocabulary = vocabulary
        if self.page.flow is not None:
            self.page.flow.vocabulary = vocabulary

    def show_known(self) -> None:
        """Lay out everything again after other words have become known; the top line stays."""
        flow = self.page.flow
        if flow is not None and self.page.setting.ruby.form.extent == 1:
            flow.renew(self.page.setting, self.page.column_width)
            flow.scroll_by(0, self.page.height)
            self.relaid.emit()
            self.scroller.sync()

    def reveal(self) -> bool:
        """Show the readings of the selection, else of the current sentence; again: hide them.

        Tells whether there was anything to show them of.
        """
        from reader.ui.article.revealing import asked_for  # noqa: PLC0415 - seldom

        text, flow, caret = self.page.text, self.page.flow, self.caret
        if text is None or flow is None or caret is None:
            return False
        wanted = asked_for(text, caret, self.current_span)
        if not wanted and not flow.revealed:
            return False
        self.page.reveal({} if wanted == flow.revealed else wanted)
        flow.scroll_by(0, self.page.height)
        self.relaid.emit()
        self.scroller.sync()
        return True

    def _choose_bar(self) -> None:
        """Scroll by the bar below the text in vertical setting, else by the one beside it."""
        vertical, turned = self.page.setting.vertical, self._sideways is not None
        if vertical == turned:
            return
        policy, beside = QtCore.Qt.ScrollBarPolicy, self._bar
        if vertical:
            self._sideways = QScrollBar(QtCore.Qt.Orientation.Horizontal)
            self.setHorizontalScrollBar(self._sideways)
            self.scroller.use(self._sideways)
        else:
            self._sideways = None
            self.scroller.use(beside)
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if vertical else policy.ScrollBarAsNeeded
        )
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if vertical else policy.ScrollBarAlwaysOff
        )

    @property
    def setting(self) -> Setting:
        """Type size, pinyin mode and column width in use."""
        return self.page.setting

    def refresh(self, paragraphs: Iterable[int]) -> None:
        """Lay out paragraphs again whose words have changed."""
        self.learn((index, None) for index in paragraphs)

    def learn(self, places: Iterable[tuple[int, int | None]]) -> None:
        """Lay out portions of paragraphs again whose words have become known."""
        flow = self.page.flow
        if flow is not None and sum(flow.refresh(*place) for place in places):
            self.relaid.emit()
            self.scroller.sync()

    @property
    def decorations(self) -> Decorations:
        """What lies on the text; call :meth:`decorate` after changing it."""
        return self.page.decorations

    def show_terms(self, *, shown: bool) -> None:
        """Underline terms of the glossary, or leave them alone."""
        self.surface.show_terms(shown=shown)
        self.viewport().update()

    @property
    def focus(self) -> Focus:
        """The ruler and the dimming; call :meth:`decorate` after turning one on or off."""
        return self.surface.focus

    def show_spoken(self, span: Span | None) -> None:
        """Show what is being read aloud, and keep it in sight; ``None`` when it has ended."""
        self.page.spoken = span
        self.decorations.set_ranges(Layer.SPOKEN, [] if span is None else [span])
        flow = self.page.flow
        if span is not None and flow is not None and span.paragraph < len(flow):
            self.scroller.stop()
            if flow.show(span.paragraph, span.start, self.page.height):
                self.scroller.sync()
        self.viewport().update()

    def decorate(self) -> None:
        """Repaint after ``decorations`` have changed."""
        self.viewport().update()
        self.decorated.emit()

    # --- where the reader is ----------------------------------------------------

    @property
    def caret(self) -> Cursor | None:
        """Caret and selection, if there is a text to stand in."""
        return self.page.caret

    @property
    def position(self) -> tuple[int, float]:
        """The paragraph at the top and the share of its characters before the line there.

        It means the same place at every width and size.
        """
        flow, text = self.page.flow, self.page.text
        if flow is None or text is None or not len(flow):
            return 0, 0.0
        paragraph, offset = self._resuming or flow.top
        return paragraph, offset / max(1, len(text.paragraph(paragraph).text))

    @property
    def current_span(self) -> Span | None:
        """What an action works on: selection or current word, else the word under the mouse."""
        own = self.caret.span if self.caret is not None else None
        return own or self.page.hover

    @property
    def selected_text(self) -> str:
        """The selected text, paragraphs separated by line breaks."""
        return "" if self.caret is None else self.caret.selected_text

    def go_to(self, span: Span, *, passing: bool = False) -> None:
        """Bring a place into sight and put the caret there.

        ``passing`` tells that it is one of several places gone through, as hits are.
        """
        flow = self.page.flow
        if self.caret is not None and flow is not None and span.paragraph < len(flow):
            before = self.position
            self.caret.put(Place(span.paragraph, span.start))
            self.follow_cursor()
            self._tell_jump(before, passing=passing)

    def top_of(self, paragraph: int) -> None:
        """Scroll so that ``paragraph`` is at the top, as from a table of contents."""
        flow = self.page.flow
        if self.caret is not None and flow is not None and paragraph < len(flow):
            before = self.position
            self.scroller.stop()
            flow.begin(paragraph)
            flow.scroll_by(0, self.page.height)
            self.caret.rest(Place(paragraph, 0))
            self.scroller.sync()
            self._tell_jump(before)

    def jump_to(self, paragraph: int, fraction: float, *, passing: bool = False) -> None:
        """Show the line before which ``fraction`` of a paragraph stands at the top."""
        before = self.position
        self.return_to(paragraph, fraction)
        self._tell_jump(before, passing=passing)

    @property
    def in_sight(self) -> tuple[Place, Place]:
        """From the first character in sight up to behind the last."""
        flow = self.page.flow
        if flow is None or not len(flow):
            return Place(0, 0), Place(0, 0)
        last = Place(*flow.top)
        for index, y, layout in self.page.visible():
            if layout.lines and y + layout.top < self.page.height:
                last = Place(index, layout.lines[layout.line_at(self.page.height - y - 1)].end)
        return Place(*flow.top), last

    def _tell_jump(self, before: tuple[int, float], *, passing: bool = False) -> None:
        if self.position != before:
            self.jumped.emit(before, passing)

    def return_to(self, paragraph: int, fraction: float) -> None:
        """Show the line that was at the top when :attr:`position` was this; no jump is told."""
        flow, text = self.page.flow, self.page.text
        if flow is None or text is None or not len(flow):
            return
        paragraph = min(paragraph, len(flow) - 1)
        self.scroller.stop()
        flow.hold(paragraph, Anchorage(round(fraction * len(text.paragraph(paragraph).text))))
        flow.scroll_by(0, self.page.height)
        self.scroller.sync()

    def visible_paragraphs(self) -> range:
        """Document-wide indexes of the paragraphs in sight."""
        seen = [index for index, _, _ in self.page.visible()]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    def word_at(self, point: QPoint) -> Span | None:
        """The word under a point of the viewport; no punctuation, no empty space."""
        place = self.page.place_at(point, exact=True)
        if place is None or self.caret is None:
            return None
        word = self.caret.walker.word_at(place)
        if word is None or word.kind is WordKind.PUNCTUATION:
            return None
        return Span(place.paragraph, word.start, word.end)

    def rectangle_of(self, span: Span) -> QRect:
        """Bounds of a span's first line in the viewport, empty if nothing of it is in sight."""
        return self.page.rectangle_of(span)

    def word(self, span: Span) -> Word | None:
        """The analysed word that begins at a span."""
        if self.caret is None:
            return None
        return self.caret.walker.word_at(Place(span.paragraph, span.start))

    # --- moving -----------------------------------------------------------------

    def scroll_pages(self, pages: float) -> None:
        """Turn pages; the last line of the old page becomes the first of the new one."""
        self.scroller.pages(pages)

    def follow_cursor(self) -> None:
        """Show where the caret is now, on the screen and to assistive tools."""
        if self.caret is not None and self.page.flow is not None:
            place = self.caret.place
            self.scroller.stop()
            self.focus.follow_pointer(None)
            self.page.flow.show(place.paragraph, place.offset, self.page.height)
            self.setAccessibleDescription(self.caret.spoken)
            self.scroller.sync()

    def announce(self, message: str) -> None:
        """Tell assistive tools something that everyone else sees."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def activate_current(self) -> None:
        """Open the card of the current word."""
        span = self.current_span
        if span is not None:
            self.activated.emit(span)

    def clear_selection(self) -> None:
        """Take selection and caret frame away."""
        if self.caret is not None:
            self.caret.clear()
            self.viewport().update()

    def select_all(self) -> None:
        """Select the whole text."""
        if self.caret is not None:
            self.caret.select_all()
            self.viewport().update()
