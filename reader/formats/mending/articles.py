"""Pieces become sections: where one article ends and the next begins."""

from collections.abc import Sequence

from reader.domain.script import is_han
from reader.formats.mending import patterns
from reader.formats.mending.ledger import (
    FLAG_BEGINNING,
    FLAG_END,
    FLAG_SCRAMBLED,
    FLAG_TITLE,
    Ledger,
)
from reader.formats.mending.pieces import Piece, Role
from reader.formats.mending.sentences import Ending, cannot_begin, dangles, ending


class Article:
    """The pieces of one section while it grows."""

    def __init__(self) -> None:
        self.title: Piece | None = None
        self.pieces: list[Piece] = []
        self.ended = False
        self.same_level = False  # a heading under the title stands on the title's own level

    @property
    def has_body(self) -> bool:
        """Whether any running text has come yet."""
        return any(piece.role is Role.BODY for piece in self.pieces)

    @property
    def last_body(self) -> Piece | None:
        """The running text that came last."""
        return next((p for p in reversed(self.pieces) if p.role is Role.BODY), None)


def articles_of(pieces: Sequence[Piece], ledger: Ledger, *, page: bool) -> list[Article]:
    """Divide pieces into articles, and flag what is missing or scrambled."""
    articles: list[Article] = []
    for at, piece in enumerate(pieces):
        current = articles[-1] if articles else None
        if current is None or _begins(piece, current, pieces, at, page=page):
            current = Article()
            articles.append(current)
            if piece.role is Role.HEADING:
                current.title = piece
        elif piece.role is Role.HEADING and current.title is not None and not current.has_body:
            current.same_level |= piece.level == current.title.level
        current.pieces.append(piece)
        if piece.role is Role.JUMP_OUT or patterns.ENDMARK.search(piece.text.text[-80:]):
            current.ended = True
    if page:
        for number, article in enumerate(articles):
            _flag(article, ledger, last=number == len(articles) - 1)
    return articles


def _begins(
    piece: Piece, current: Article, pieces: Sequence[Piece], at: int, *, page: bool
) -> bool:
    """Whether ``piece`` begins another article."""
    if piece.role is Role.HEADING:
        return _heading_begins(piece, current, pieces, at, page=page)
    if not page:
        return False
    if piece.role is Role.JUMP_IN:
        return current.has_body
    if piece.role is Role.BODY and piece.is_mendable:
        return current.ended or _is_fragment(piece, current) or _another_report(piece, current)
    return False


def _heading_begins(
    piece: Piece, current: Article, pieces: Sequence[Piece], at: int, *, page: bool
) -> bool:
    title = current.title
    if not current.has_body:
        return current.ended
    if not page:
        return title is None or piece.level <= max(2, title.level)
    if current.ended or title is None or piece.level < title.level:
        return True
    after = next((p for p in pieces[at + 1 : at + 8] if p.role is Role.BODY), None)
    if after is not None and patterns.has_dateline(after.text.text):
        return True  # a report of its own, also under two headings
    return piece.level == title.level and not current.same_level


def _is_fragment(piece: Piece, current: Article) -> bool:
    """Whether a text begins in the middle of a sentence that nothing before it breaks off."""
    if not cannot_begin(piece.text.text):
        return False
    last = current.last_body
    return last is None or ending(last.text.text) is Ending.CLOSED


def _another_report(piece: Piece, current: Article) -> bool:
    """Whether a second dateline shows that a heading is missing."""
    return current.has_body and patterns.has_dateline(piece.text.text)


def _flag(article: Article, ledger: Ledger, *, last: bool) -> None:
    """Say what is missing from an article."""
    first = next((p for p in article.pieces if p.role is Role.BODY), None)
    if article.title is not None and is_scrambled(article.title.text.text):
        ledger.flag(article.title, FLAG_SCRAMBLED)
    if first is not None and article.title is None and article.pieces[0].role is not Role.JUMP_IN:
        if cannot_begin(first.text.text):
            first.fragment = ledger.flag(first, FLAG_BEGINNING)
        else:
            ledger.flag(first, FLAG_TITLE)
    final = article.last_body
    goes_on = article.ended or article.pieces[-1].role is Role.HEADING
    if final is not None and final.is_mendable and not goes_on:
        text = final.text.text
        if ending(text) is Ending.OPEN and (not last or dangles(text) or len(text) > 60):
            ledger.flag(final, FLAG_END, offset=len(final.text))


def is_scrambled(heading: str) -> bool:
    """Whether a heading is made of pieces that do not fit: one character, a broken-off word."""
    parts = heading.split()
    if len(parts) < 2:
        return cannot_begin(heading) or dangles(heading)
    single = any(len(part) == 1 and is_han(part) for part in parts)
    broken = any(cannot_begin(part) or dangles(part) for part in parts)
    return single or broken
