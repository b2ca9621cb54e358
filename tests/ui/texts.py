"""Texts made up for tests of the reading view."""

from collections.abc import Iterator

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.words import Word, WordKind

Kind = ParagraphKind


class Text:
    """A text whose words are two characters long; some are known only later."""

    def __init__(self, paragraphs: list[tuple[ParagraphKind, str]]) -> None:
        self._paragraphs = paragraphs
        self.shape = [(kind, len(text)) for kind, text in paragraphs]
        self.unknown: set[int] = set()

    def paragraph(self, index: int) -> Paragraph:
        return Paragraph(*self._paragraphs[index])

    def words(self, index: int) -> tuple[Word, ...]:
        text = self._paragraphs[index][1]
        if index in self.unknown:
            return ()
        return tuple(
            Word(i, i + 1, WordKind.PUNCTUATION)
            if text[i] in "，。"
            else Word(i, min(i + 2, len(text)), WordKind.WORD, ("zhōng", "guó"))
            for i in _starts(text)
        )

    def words_at(self, index: int, offset: int) -> tuple[Word, ...]:
        return self.words(index)


def _starts(text: str) -> Iterator[int]:
    at = 0
    while at < len(text):
        yield at
        at += 1 if text[at] in "，。" or text[at + 1 : at + 2] in {"，", "。"} else 2


BOOK = [(Kind.TITLE, "春天来了"), *[(Kind.BODY, "人民大众，学习汉语。" * 12)] * 30]
