"""Paragraphs that stop in the middle of a sentence are joined with their continuation."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.domain.document import RepairKind
from reader.domain.script import is_han
from reader.formats.blocks import Style, glue
from reader.formats.mapped import Mapped
from reader.formats.mending import ledger as why
from reader.formats.mending import patterns, sentences
from reader.formats.mending.ledger import Ledger
from reader.formats.mending.pieces import BESIDE, Piece, Role
from reader.formats.mending.sentences import Ending

_NEVER = -9
_CERTAIN = 6
_ENOUGH_ON_PAGE = 2
_ENOUGH_ELSEWHERE = 5
_DATED = 4
_NEAR = 50_000
"""Code points on either side in which evidence for a word is looked for."""


@dataclass(slots=True)
class _Way:
    """How a continuation was found: where, and what stands between."""

    at: int
    between: list[Piece] = field(default_factory=list)


class Joiner:
    """Joins the pieces of one text."""

    def __init__(self, pieces: Sequence[Piece], ledger: Ledger, *, page: bool) -> None:
        self.pieces = pieces
        self.ledger = ledger
        self.page = page

    def joined(self) -> list[Piece]:
        """All pieces in order, broken paragraphs put together."""
        result: list[Piece] = []
        at = 0
        while at < len(self.pieces):
            piece = self.pieces[at]
            at += 1
            if not self._may_go_on(piece):
                result.append(piece)
                continue
            parts, beside = [piece], []
            dated = patterns.has_dateline(piece.text.text)
            while (way := self._continuation(parts[-1], at, dated=dated)) is not None:
                self._lift(way.between)
                beside += way.between
                parts.append(self.pieces[way.at])
                self._note(parts[-2], parts[-1], way.between)
                at = way.at + 1
            result.append(_together(parts) if len(parts) > 1 else piece)
            result.extend(beside)
        return result

    def _may_go_on(self, piece: Piece) -> bool:
        if not self.page and piece.style is not Style.TEXT:
            return False
        return _is_running(piece, page=self.page)

    def _continuation(self, left: Piece, at: int, *, dated: bool) -> _Way | None:
        """Find what continues ``left``, looking from piece ``at`` on."""
        text = left.text.text
        stop = sentences.ending(text)
        if stop is Ending.CLOSED and not sentences.unclosed(text):
            return None
        way = self._beyond(at, headings=False)
        if way is None:
            return self._past_heading(left, at)
        right = self.pieces[way.at]
        if self._interrupts(right):
            later = self._beyond(way.at + 1, headings=False)
            if later and self._accepts(left, self.pieces[later.at], dated=dated):
                between = [*way.between, right, *later.between]
                return self._allowed(_Way(later.at, between))
        if self._accepts(left, right, dated=dated):
            return self._allowed(way)
        return None

    def _beyond(self, at: int, *, headings: bool) -> _Way | None:
        """The next running text, past captions and the like."""
        way = _Way(at)
        while way.at < len(self.pieces):
            piece = self.pieces[way.at]
            if _is_running(piece, page=self.page):
                return way
            if piece.role not in BESIDE and not (headings and piece.role is Role.HEADING):
                return None
            way.between.append(piece)
            way.at += 1
        return None

    def _past_heading(self, left: Piece, at: int) -> _Way | None:
        """A heading may stand inside a sentence too, but only clear evidence says so."""
        if not self.page:
            return None
        way = self._beyond(at, headings=True)
        if way is None or sum(p.role is Role.HEADING for p in way.between) != 1:
            return None
        right = self.pieces[way.at].text.text
        clear = sentences.cannot_begin(right) and sentences.fits(left.text.text, right)
        if (clear or sentences.is_scrap(right)) and sentences.ending(
            left.text.text
        ) is not Ending.CLOSED:
            return self._allowed(way)
        return None

    def _allowed(self, way: _Way) -> _Way | None:
        """Not if the person undid the joint or the lifting that it needs."""
        lifted = all(self.ledger.allows(RepairKind.LIFTED, p.place) for p in way.between)
        joined = self.ledger.allows(RepairKind.JOINED, self.pieces[way.at].place)
        return way if lifted and joined else None

    def _interrupts(self, right: Piece) -> bool:
        """Whether ``right`` looks like a caption without a photographer."""
        text = right.text.text
        if not self.page or sentences.ending(text) is not Ending.CLOSED or len(text) > 160:
            return False
        if sentences.cannot_begin(text):
            return False
        return patterns.may_be_caption(text) and not patterns.LISTED.match(text)

    def _accepts(self, left: Piece, right: Piece, *, dated: bool) -> bool:
        score, hard = self._score(left.text.text, right.text.text)
        if score >= _CERTAIN:
            return True
        if self.page:
            if dated and score > _NEVER:
                score += _DATED  # what began as a report is no list and no verse
            prose = dated or sentences.is_prose(left.text.text)
            return score >= (_ENOUGH_ON_PAGE if prose else _ENOUGH_ELSEWHERE)
        return score >= _ENOUGH_ELSEWHERE and hard

    def _score(self, left: str, right: str) -> tuple[int, bool]:
        """How much speaks for ``right`` continuing ``left``, and whether any of it is hard."""
        stop = sentences.ending(left)
        if patterns.has_dateline(right) or patterns.LISTED.match(right):
            return _NEVER, False
        if sentences.cannot_begin(right):
            quoted = right[0] in "”’）》"
            if not sentences.fits(left, right) or (stop is Ending.CLOSED and not quoted):
                return _NEVER, False
            verse = not self.page and len(left) < 20
            return (_NEVER if verse else _CERTAIN), True
        if stop is Ending.CLOSED:
            return _NEVER, False
        hard = sentences.dangles(left)
        score = 2 * hard + 2 * ("。" in left) + ("，" in left) + (len(left) >= 40)
        known = self._known(left[-1] + right[0], right)
        score += 2 * (known > 0)
        if known and self._count(right[:2], right) <= 1:  # …实|现独…: only the joint makes a word
            score += 2
            hard = hard or known > 1
        score += (sentences.ending(right) is Ending.CLOSED) + 2 * sentences.is_scrap(right)
        if len(left) < 30 and len(right) < 30 and self._is_verse(left, right):
            score -= 3
        if stop is Ending.WEAK:
            score -= 1 if self.page else 3
        return score, hard

    def _is_verse(self, left: str, right: str) -> bool:
        """Whether two short lines may be verse, a list or a letter."""
        alike = abs(len(left) - len(right)) <= 1
        return alike or not self.page or sentences.ending(right) is not Ending.CLOSED

    def _known(self, pair: str, right: str) -> int:
        """How often the two characters at the joint stand together elsewhere."""
        if not all(map(is_han, pair)):
            return 0
        return self._count(pair, right)

    def _count(self, pair: str, near: str) -> int:
        source = self.ledger.source
        if len(source) <= 2 * _NEAR:
            return source.count(pair)
        middle = max(0, source.find(near[:20]))
        return source.count(pair, max(0, middle - _NEAR), middle + _NEAR)

    def _lift(self, between: Sequence[Piece]) -> None:
        for piece in between:
            reason = why.LIFTED_OTHER
            if piece.role is Role.BODY:
                piece.role = Role.CAPTION
            if piece.role in (Role.CAPTION, Role.CREDIT):
                reason = why.LIFTED_CAPTION
            source = self.ledger.verbatim(piece.text)
            self.ledger.note(piece, RepairKind.LIFTED, piece.place, reason, source)

    def _note(self, left: Piece, right: Piece, between: Sequence[Piece]) -> None:
        roles = {piece.role for piece in between}
        reason = why.JOINED_OTHER
        if not roles:
            reason = why.JOINED_BLANK
        elif roles <= {Role.CAPTION, Role.CREDIT}:
            reason = why.JOINED_CAPTION
        source = self.ledger.seam(left.text, right.text)
        self.ledger.note(right, RepairKind.JOINED, right.place, reason, source)


def _is_running(piece: Piece, *, page: bool) -> bool:
    if piece.role is not Role.BODY:
        return False
    if piece.style is Style.LINE:
        return page and len(piece.text) >= 30
    return piece.style is Style.TEXT


def _together(parts: Sequence[Piece]) -> Piece:
    """One piece of all ``parts``; their notes move along."""
    first = parts[0]
    texts: list[Mapped] = []
    notes = list(first.notes)
    length = 0
    for index, part in enumerate(parts):
        if index:
            between = glue(parts[index - 1].text.text, part.text.text)
            texts.append(Mapped.literal(between))
            length += len(between)
            notes += [replace(note, offset=note.offset + length) for note in part.notes]
        texts.append(part.text)
        length += len(part.text)
    return Piece(Role.BODY, Mapped.concat(texts), 0, Style.TEXT, first.place, notes)
