"""Pinyin as the reader wants it: how much, in which form; which words are known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.places import Span
from reader.domain.words import Word
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.article.ruby import Amount
from reader.ui.article.view import ArticleView
from reader.ui.choices import theme_of
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks


class Pinyin(QObject):
    """Carries out what has to do with readings.

    ``said`` tells what is to be selected first, ``learned`` that other words are known now,
    ``cut_otherwise`` that another engine is to cut the texts;
    ``troubled`` carries a fault of the world.
    """

    cut_otherwise = Signal()
    learned = Signal()
    said = Signal(str)
    troubled = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917 - it stands between all of these
        self,
        program: Program,
        tasks: Tasks,
        actions: Actions,
        article: ArticleView,
        reading: Reading,
        marking: Marking,
        appearance: Appearance,
    ) -> None:
        super().__init__(article)
        self._program = program
        self._tasks = tasks
        self._actions = actions
        self._article = article
        self._reading = reading
        self._marking = marking
        self._appearance = appearance
        article.set_vocabulary(program.vocabulary)
        self._mark()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What carries out each action."""
        return {
            **{
                f"pinyin_{amount}": partial(self.choose, "pinyin", str(amount))
                for amount in Amount
                if amount is not Amount.ALL
            },
            "pinyin_all": self.toggle_all,
            "pinyin_sentence": self.reveal,
            "pinyin_panel": self.show_panel,
            "known": self.mark_known,
        }

    # --- how much, in which form ------------------------------------------------

    def choose(self, name: str, value: object) -> None:
        """Change a setting of pinyin, by its name in the settings."""
        if name == "engine":
            self._program.settings.change(engine=value)
            self.cut_otherwise.emit()
            return
        self._appearance.set_text(name, value)
        self._mark()

    def toggle_all(self) -> None:
        """Pinyin above all words, or on hover only."""
        shown = self._program.settings.values.pinyin == Amount.ALL
        self.choose("pinyin", str(Amount.HOVER if shown else Amount.ALL))

    def _mark(self) -> None:
        self._actions[f"pinyin_{self._program.settings.values.pinyin}"].setChecked(True)

    def show_panel(self) -> None:
        """Open the panel of these choices, under its button."""
        from reader.ui.panels.pinyin import PinyinPanel  # noqa: PLC0415 - seldom

        values = self._program.settings.values
        panel = PinyinPanel(values, theme_of(values), self.choose, self._article.window())
        panel.show_below(self._actions.button("pinyin_panel") or self._article)

    def reveal(self) -> None:
        """Show the readings of the selection or the current sentence; again: hide them."""
        if not self._article.reveal():
            self.said.emit(self.tr("Select a place or rest on a word to see its pinyin there."))

    def show_levels(self) -> None:
        """Look the levels of words up anew: the dictionary has been made."""
        self._program.vocabulary.forget_levels()
        self._article.show_known()

    # --- known words ------------------------------------------------------------

    def mark_known(self) -> None:
        """Say that the current word, or every selected one, is known; again: that it is not."""
        words = self._current_words()
        if not words:
            self.said.emit(self.tr("Select a word or rest on it to say whether you know it."))
            return
        self.toggle_known(*words)

    def toggle_known(self, *words: str) -> None:
        """Say that words are known, or if all are: that they are not."""
        known = not all(self._program.vocabulary.known(word) for word in words)
        self._say(dict.fromkeys(words, known))

    def _current_words(self) -> list[str]:
        """What is written in the words of the selection, or in the current word."""
        span, text = self._article.current_span, self._reading.text
        if span is None or text is None:
            return []
        written = text.paragraph(span.paragraph).text
        return list(
            dict.fromkeys(
                written[word.start : word.end] for word in self._words(span) if word.syllables
            )
        )

    def _words(self, span: Span) -> list[Word]:
        """Words that begin in a span, or the one that holds it."""
        if self._reading.text is None:
            return []
        words = self._reading.text.words_at(span.paragraph, span.start)
        inside = [word for word in words if span.start <= word.start < span.end]
        return inside or [word for word in words if word.start <= span.start < word.end]

    def _say(self, states: dict[str, bool | None]) -> None:
        vocabulary, article = self._program.vocabulary, self._article
        known = all(states.values())
        message = self.tr("Known: {0}") if known else self.tr("Not known: {0}")
        shown = "、".join(list(states)[:3]) + ("…" if len(states) > 3 else "")

        def show() -> None:
            article.show_known()
            self.learned.emit()

        def done(before: dict[str, bool | None]) -> None:
            show()
            self._marking.remember(message.format(shown), lambda: vocabulary.say(before), show)

        self._tasks.write(lambda: vocabulary.say(states), done, self.troubled.emit)
