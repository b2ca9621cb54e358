"""What is printed twice is shown once."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.domain.document import RepairKind
from reader.formats.mending.ledger import FOLDED_AGAIN, FOLDED_NEAR, FOLDED_PART, Ledger
from reader.formats.mending.pieces import Piece

_SHORTEST = 12
"""Code points below which a repetition may be meant (a refrain, a slogan)."""

_ALIKE = 0.92
_NEAR = 3
"""How many paragraphs back a repetition with differences is looked for."""


def fold(pieces: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """Drop repeated paragraphs; the one that stays carries a note with the other's text."""
    kept: list[Piece] = []
    seen: dict[str, Piece] = {}
    for piece in pieces:
        owner, why = _owner(piece, kept, seen)
        if owner is not None and ledger.allows(RepairKind.FOLDED, piece.place):
            text = ledger.verbatim(piece.text)
            ledger.note(owner, RepairKind.FOLDED, piece.place, why, text)
            continue
        kept.append(piece)
        if piece.is_mendable:
            seen.setdefault(piece.text.text, piece)
    return kept


def _owner(piece: Piece, kept: Sequence[Piece], seen: dict[str, Piece]) -> tuple[Piece | None, str]:
    """The earlier piece that holds the text of ``piece``, if there is one."""
    text = piece.text.text
    if not piece.is_mendable or len(text) < _SHORTEST:
        return None, ""
    if text in seen:
        return seen[text], FOLDED_AGAIN
    for earlier in reversed([p for p in kept if p.is_mendable][-_NEAR:]):
        other = earlier.text.text
        if len(text) >= 2 * _SHORTEST and (other.endswith(text) or other.startswith(text)):
            return earlier, FOLDED_PART
        if _nearly(text, other):
            return earlier, FOLDED_NEAR
    return None, ""


def _nearly(one: str, other: str) -> bool:
    """Whether two paragraphs differ only as two scans of the same one do."""
    if min(len(one), len(other)) < 40 or abs(len(one) - len(other)) > 0.1 * len(one):
        return False
    if len(one) > 2000:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
