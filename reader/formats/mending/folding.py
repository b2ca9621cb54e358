"""Texts that are printed twice are shown once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reader.domain.document import RepairKind
from reader.formats.blocks import Style
from reader.formats.mending.ledger import FOLDED_AGAIN, FOLDED_NEAR, FOLDED_PART, Ledger
from reader.formats.mending.pieces import Piece, Role

_WINDOW = 6  # a text is printed again near by, or it was meant
_SHORTEST = 16
_SHORTEST_INSIDE = 30
_NUMERALS = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两〇零半首次前后东南西北上下左右"
)
_SPACE = re.compile(r"\s+")


def fold(pieces: Sequence[Piece], ledger: Ledger, *, page: bool) -> list[Piece]:
    """Fold repeated pieces. Outside newspapers only an exact repetition right below counts."""
    keys = [_SPACE.sub("", piece.text.text) if _eligible(piece) else "" for piece in pieces]
    gone: set[int] = set()
    for at, piece in enumerate(pieces):
        if at in gone or not keys[at]:
            continue
        for other in range(at + 1, min(len(pieces), at + 1 + (_WINDOW if page else 1))):
            if other in gone or not keys[other] or pieces[other].role is not piece.role:
                continue
            why = _same(keys[at], keys[other], page=page)
            if not why:
                continue
            first_is_longer = len(keys[at]) >= len(keys[other])
            kept, lost = (at, other) if first_is_longer else (other, at)
            if not ledger.allows(RepairKind.FOLDED, pieces[lost].place):
                continue
            _fold_into(pieces[kept], pieces[lost], why, ledger)
            gone.add(lost)
            if lost == at:
                break
    return [piece for at, piece in enumerate(pieces) if at not in gone] if gone else list(pieces)


def _eligible(piece: Piece) -> bool:
    if piece.role is Role.HEADING:
        return len(piece.text) >= 6
    if piece.role not in (Role.BODY, Role.CAPTION) or piece.style not in (Style.TEXT, Style.STRONG):
        return False
    return len(piece.text) >= _SHORTEST


def _same(first: str, second: str, *, page: bool) -> str:
    """Say why two texts count as one, ``""`` if they do not."""
    if first == second:
        clear = page or (len(first) >= 25 and "。" in first)
        return FOLDED_AGAIN if clear else ""
    if not page or min(len(first), len(second)) < _SHORTEST:
        return ""
    small, big = sorted((first, second), key=len)
    if big.startswith(small) or big.endswith(small):
        return FOLDED_PART
    if len(small) >= _SHORTEST_INSIDE and small in big:
        return FOLDED_PART
    return FOLDED_NEAR if _nearly(small, big) else ""


def _nearly(small: str, big: str) -> bool:
    """Whether two long texts differ by a few characters that are not numbers."""
    allowed = max(2, len(big) * 3 // 100)
    if len(small) < _SHORTEST_INSIDE or len(big) - len(small) > allowed:
        return False
    if small[:6] != big[:6] and small[-6:] != big[-6:]:
        return False
    left = 0
    while left < len(small) and small[left] == big[left]:
        left += 1
    right = 0
    while right < len(small) - left and small[-1 - right] == big[-1 - right]:
        right += 1
    a, b = small[left : len(small) - right], big[left : len(big) - right]
    if len(b) > 400:
        return False
    changed = 0
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            changed += max(j - i, m - k)
            if any(char in _NUMERALS for char in a[i:j] + b[k:m]):
                return False
    return changed <= allowed


def _fold_into(kept: Piece, lost: Piece, why: str, ledger: Ledger) -> None:
    kept.notes.extend(replace(note, offset=0) for note in lost.notes)
    source = ledger.verbatim(lost.text)
    # The place of the mark: where the repeated text stands in the one that is shown.
    at = max(0, kept.text.text.find(lost.text.text))
    ledger.note(kept, RepairKind.FOLDED, lost.place, why, source)
    kept.notes[-1] = replace(kept.notes[-1], offset=at)
