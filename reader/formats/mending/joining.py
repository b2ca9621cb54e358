"""A paragraph that stops in the middle of a sentence is joined with what continues it."""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.document import RepairKind
from reader.formats.mapped import Mapped
from reader.formats.mending.ledger import (
    JOINED_BLANK,
    JOINED_CAPTION,
    JOINED_OTHER,
    LIFTED_CAPTION,
    LIFTED_OTHER,
    Ledger,
)
from reader.formats.mending.patterns import has_dateline
from reader.formats.mending.pieces import BESIDE, Piece, Role
from reader.formats.mending.sentences import Ending, cannot_begin, ending, fits, unclosed

_MOST_BETWEEN = 6
"""Pieces (captions, credits, page furniture) that may stand in the middle of a sentence."""


def join(pieces: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """Join broken paragraphs; what stood between follows the joined one."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        between: list[Piece] = []
        at += 1
        while piece.is_mendable:
            following = _continuation(piece, pieces, at, ledger)
            if following is None:
                break
            stretch = list(pieces[at:following])
            _put_together(piece, pieces[following], stretch, ledger)
            between += stretch
            at = following + 1
        out.append(piece)
        out += between
    return out


def _continuation(piece: Piece, pieces: Sequence[Piece], at: int, ledger: Ledger) -> int | None:
    """Index of the piece that goes on with the sentence ``piece`` breaks off."""
    stop = min(len(pieces), at + _MOST_BETWEEN + 1)
    for index in range(at, stop):
        candidate = pieces[index]
        if candidate.role in BESIDE:
            if not ledger.allows(RepairKind.LIFTED, candidate.place):
                return None
            continue
        if not candidate.is_mendable or candidate.style is not piece.style:
            return None
        if not ledger.allows(RepairKind.JOINED, candidate.place):
            return None
        return index if _goes_on(piece.text.text, candidate.text.text) else None
    return None


def _goes_on(left: str, right: str) -> bool:
    """Whether ``right`` continues the sentence that ``left`` breaks off."""
    if has_dateline(right):
        return False
    how = ending(left)
    if how is Ending.OPEN:
        return True
    if how is Ending.WEAK:
        return cannot_begin(right) or unclosed(left)
    # A full stop inside a quotation that is still open does not end the paragraph.
    return cannot_begin(right) and fits(left, right) and unclosed(left)


def _put_together(piece: Piece, other: Piece, between: Sequence[Piece], ledger: Ledger) -> None:
    captions = any(p.role in {Role.CAPTION, Role.CREDIT} for p in between)
    why = JOINED_CAPTION if captions else JOINED_OTHER if between else JOINED_BLANK
    seam = ledger.seam(piece.text, other.text)
    offset = len(piece.text)
    piece.text = Mapped.concat((piece.text, other.text))
    ledger.note(piece, RepairKind.JOINED, other.place, why, seam, offset)
    piece.notes += [replace(note, offset=note.offset + offset) for note in other.notes]
    for lifted in between:
        reason = LIFTED_CAPTION if captions else LIFTED_OTHER
        text = ledger.verbatim(lifted.text)
        ledger.note(lifted, RepairKind.LIFTED, lifted.place, reason, text)
