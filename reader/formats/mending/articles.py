"""A newspaper page is divided into its articles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.domain.document import RepairKind
from reader.formats.blocks import Style
from reader.formats.mending import ledger as why
from reader.formats.mending import patterns, sentences
from reader.formats.mending.headings import is_scrambled
from reader.formats.mending.ledger import Ledger
from reader.formats.mending.pieces import BESIDE, Piece, Role
from reader.formats.mending.sentences import Ending
from reader.formats.mending.topics import shared, topic

_ASIDE = BESIDE | {Role.AUTHOR}


@dataclass(slots=True)
class Article:
    """A future section. ``level`` is that of its title, 0 without one."""

    pieces: list[Piece] = field(default_factory=list)
    title: Piece | None = None
    level: int = 0
    sub_level: int = 9  # the highest level that a sub-heading of it has
    has_dateline: bool = False
    has_text: bool = False
    vocabulary: set[str] = field(default_factory=set)

    def last(self) -> Piece | None:
        """The last piece that is no caption or page furniture."""
        return next((p for p in reversed(self.pieces) if p.role not in BESIDE), None)


class Divider:
    """Goes through the pieces of one page and begins an article where the evidence says so."""

    def __init__(self, pieces: Sequence[Piece], ledger: Ledger) -> None:
        self.pieces = pieces
        self.ledger = ledger
        self.articles: list[Article] = []
        levels = {piece.level for piece in pieces if piece.role is Role.HEADING}
        self.levels_differ = len(levels) > 1
        self.any_dateline = any(_is_dated(piece) for piece in pieces)
        self.title_level = 0  # of the last article that had a title

    def divided(self) -> list[Article]:
        """The articles in order; every piece is in exactly one."""
        waiting: list[Piece] = []  # what stands above the first heading or text
        for at, piece in enumerate(self.pieces):
            if not self.articles and piece.role in _ASIDE:
                waiting.append(piece)
                continue
            if not self.articles or self._begins(at):
                self._start(at, waiting)
                waiting = []
            self._add(at)
        if waiting:
            self.articles.append(Article(waiting))
        for article in self.articles:
            self._finish(article)
        return self.articles

    def _start(self, at: int, waiting: list[Piece]) -> None:
        article = Article(list(waiting))
        if self.pieces[at].role is Role.HEADING:
            run = self._run(at)
            article.title = min(run, key=lambda piece: piece.level)  # the first of the highest
            article.level = self.title_level = article.title.level
        self.articles.append(article)

    def _run(self, at: int) -> list[Piece]:
        """The headings that follow on each other from ``at`` on."""
        end = at
        while end < len(self.pieces) and self.pieces[end].role is Role.HEADING:
            end += 1
        return list(self.pieces[at:end])

    def _add(self, at: int) -> None:
        article, piece = self.articles[-1], self.pieces[at]
        if piece.role is Role.HEADING and piece is not article.title:
            if article.title is not None and piece.level >= article.level:
                article.sub_level = min(article.sub_level, piece.level)
        elif piece.role is Role.BODY:
            self._mark(at, article)
            article.has_text = True
            article.has_dateline = article.has_dateline or _is_dated(piece)
            article.vocabulary |= topic(piece.text.text[:2000])
        elif piece.role in (Role.JUMP_IN, Role.JUMP_OUT):
            article.has_text = True
        if piece.role is Role.HEADING and is_scrambled(piece.text.text, self.ledger.source):
            self.ledger.flag(piece, why.FLAG_SCRAMBLED)
        article.pieces.append(piece)

    def _mark(self, at: int, article: Article) -> None:
        """Flag a text whose beginning or heading is missing."""
        piece = self.pieces[at]
        last = article.last()
        if self._lacks_beginning(at, article):
            piece.fragment = self.ledger.flag(piece, why.FLAG_BEGINNING)
        elif last is None and article.title is None and len(self.articles) > 1:
            self.ledger.flag(piece, why.FLAG_TITLE)

    def _begins(self, at: int) -> bool:
        """Whether piece ``at`` begins an article."""
        article, piece = self.articles[-1], self.pieces[at]
        if piece.role is Role.HEADING:
            last = article.last()
            if last is None or not article.has_text:
                return False
            if last.role is Role.HEADING:  # the second of two headings never begins
                return False
            return self._heading_score(at, article) >= 1
        if piece.role is Role.JUMP_IN:
            return article.has_text
        if piece.role is not Role.BODY or not article.has_text:
            return False
        if not self.ledger.allows(RepairKind.FLAGGED, piece.place):
            return False
        if _is_dated(piece):
            last = article.last()
            return last is None or last.role not in (Role.HEADING, Role.JUMP_IN)
        last = article.last()
        if last is not None and last.role in (Role.JUMP_IN, Role.HEADING):
            return False
        return self._lacks_beginning(at, article)

    def _lacks_beginning(self, at: int, article: Article) -> bool:
        """Whether the text at ``at`` starts in the middle and nothing before it is its start."""
        piece, last = self.pieces[at], article.last()
        if piece.style is Style.FIXED or _is_dated(piece):
            return False
        if not self.ledger.allows(RepairKind.JOINED, piece.place):
            return False  # the person wants it apart from the text above, no more
        if last is not None and last.role in (Role.JUMP_OUT, Role.JUMP_IN):
            return True
        if last is None and self.articles and self.articles[-1] is article and at:
            return self._after_jump(at) or sentences.cannot_begin(piece.text.text)
        if sentences.cannot_begin(piece.text.text):
            return True
        return self._is_stranger(at, article, last)

    def _after_jump(self, at: int) -> bool:
        before = next((p for p in reversed(self.pieces[:at]) if p.role not in _ASIDE), None)
        return before is not None and before.role is Role.JUMP_OUT

    def _is_stranger(self, at: int, article: Article, last: Piece | None) -> bool:
        """A lone text between the end of one article and a jump, about something else."""
        following = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if last is None or following is None or following.role is not Role.JUMP_OUT:
            return False
        if last.role is not Role.BODY or not _ends_article(last):
            return False
        return shared(self.pieces[at].text.text, article.vocabulary) < 0.2

    def _heading_score(self, at: int, article: Article) -> int:
        """What speaks for the heading at ``at`` beginning an article (1 is enough)."""
        piece = self.pieces[at]
        score = self._score_of_text(at) + _score_of_end(article)
        if patterns.LISTED.match(piece.text.text):
            score -= 3
        if article.title is None:
            score += 1 if piece.level <= (self.title_level or 9) else -1
        elif piece.level < article.level:
            score += 4
        elif piece.level > article.level:
            score -= 2
        elif (self.levels_differ and article.sub_level > piece.level) or not self.any_dateline:
            score += 2
        elif article.has_dateline:
            score -= 1
        if piece.level >= article.sub_level:
            score -= 2
        return score + self._score_of_topic(at, article)

    def _score_of_text(self, at: int) -> int:
        """A dateline, an author or 上接 below the heading: a new article."""
        for piece in self.pieces[at:]:
            if piece.role in (Role.AUTHOR, Role.JUMP_IN):
                return 4
            if piece.role is Role.BODY:
                return 4 if _is_dated(piece) else 0
            if piece.role is Role.JUMP_OUT:
                return 0
        return 0

    def _score_of_topic(self, at: int, article: Article) -> int:
        body: list[str] = []
        for piece in self.pieces[at + 1 :]:
            if piece.role is Role.BODY:
                body.append(piece.text.text[:1000])
            if (piece.role is Role.HEADING and body) or len(body) > 3:
                break
        part = shared("\n".join(body), article.vocabulary)
        return -1 if part >= 0.3 else int(part < 0.12)

    def _finish(self, article: Article) -> None:
        """Flag a text whose end is missing; a jump says where the end is."""
        last = article.last()
        if last is None or not last.is_mendable or not sentences.is_prose(last.text.text):
            return
        if sentences.ending(last.text.text) is Ending.OPEN and len(last.text) >= 12:
            flagged = self.ledger.flag(last, why.FLAG_END, len(last.text))
            last.fragment = last.fragment or flagged


def _is_dated(piece: Piece) -> bool:
    return piece.role is Role.BODY and patterns.has_dateline(piece.text.text)


def _ends_article(piece: Piece) -> bool:
    text = piece.text.text
    return bool(patterns.NAMES_END.match(text) or patterns.ENDMARK.search(text))


def _score_of_end(article: Article) -> int:
    """How clearly ``article`` is over."""
    for piece in reversed(article.pieces):
        if piece.role is Role.JUMP_OUT:
            return 5
        if piece.role in (Role.FURNITURE, Role.AUTHOR):
            return 3
        if piece.role is Role.BODY:
            if patterns.ENDMARK.search(piece.text.text[-80:]):
                return 3
            return 2 if _ends_article(piece) else 0
        if piece.role is Role.HEADING:
            return 0
    return 0
