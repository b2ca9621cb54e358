"""Headings: unmarked ones are found, scrambled ones are told."""

import re
from collections.abc import Sequence

from reader.domain.script import is_han
from reader.formats.blocks import Style
from reader.formats.mending import patterns, sentences
from reader.formats.mending.pieces import BESIDE, Piece, Role
from reader.formats.mending.sentences import Ending

FOUND = 7
"""Level of a heading that was not marked as one."""

_LONGEST_RUN = 3
_CUT_ENDS = frozenset("的和与及、，在把被为对从向以并而且将")
_ORDINAL = re.compile(r"第.{1,6}[章回节節卷部篇集]|[一二三四五六七八九十]{1,3}[、.．]|[卷上中下]")


def promote(pieces: Sequence[Piece]) -> None:
    """Make headings of short unmarked lines that stand where headings stand."""
    at = 0
    while at < len(pieces):
        if not _is_candidate(pieces[at]):
            at += 1
            continue
        end = at
        while end < len(pieces) and _is_candidate(pieces[end]):
            end += 1
        if end - at <= _LONGEST_RUN and _headed(pieces, at, end):
            for piece in pieces[at:end]:
                piece.role, piece.level = Role.HEADING, FOUND
        at = end


def _is_candidate(piece: Piece) -> bool:
    if piece.role is not Role.BODY or piece.notes or piece.style is Style.FIXED:
        return False
    text = piece.text.text
    if text.startswith("——") and len(text) <= 40 and "。" not in text:
        return True
    if sentences.cannot_begin(text) or patterns.has_dateline(text):
        return False
    return sentences.is_titlelike(text)


def _headed(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a text follows that the lines ``start``-``end`` can be the heading of."""
    before = next((p for p in reversed(pieces[:start]) if p.role not in BESIDE), None)
    after = next((p for p in pieces[end:] if p.role not in BESIDE), None)
    if after is None or pieces[start].style is Style.LINE:
        return False
    if before and before.role is Role.BODY and not _is_complete(before):
        return False
    if pieces[start].text.text.startswith("——"):
        return before is not None and before.role is Role.HEADING
    if after.role in (Role.AUTHOR, Role.HEADING, Role.JUMP_IN):
        return True
    text = after.text.text
    if patterns.has_dateline(text):
        return True
    if sentences.ending(pieces[end - 1].text.text) is Ending.CLOSED:  # …？ is often a sentence
        return before is None
    return after.role is Role.BODY and len(text) >= 30 and sentences.is_prose(text)


def _is_complete(piece: Piece) -> bool:
    return sentences.ending(piece.text.text) is Ending.CLOSED


def is_scrambled(heading: str, source: str) -> bool:
    """Whether a heading of a page has lost words or holds them in a wrong order."""
    parts = heading.split()
    if not parts or _ORDINAL.match(heading):
        return False
    if parts[-1][-1] in _CUT_ENDS or sentences.unclosed(heading):
        return True
    if len(parts) > 1:
        if any(len(part) == 1 and is_han(part) for part in parts) and not _is_spaced(parts):
            return True
        if any(part[-1] in "的" and len(part) > 1 for part in parts[:-1]):
            return True
    return len(parts) > 1 and _is_cut_word(parts[-1], source)


def _is_spaced(parts: Sequence[str]) -> bool:
    """Whether all parts are so short that the spaces are only typography (前 言, 李 强)."""
    return all(len(part) <= 2 for part in parts)


def _is_cut_word(part: str, source: str) -> bool:
    """Whether the last characters go on in the same way wherever else they stand."""
    if len(part) < 3:
        return False
    wanted, following, at = part[-3:], set(), 0
    for _ in range(40):
        at = source.find(wanted, at) + 1
        if not at:
            break
        following.add(source[at + 2 : at + 3].strip())
    following.discard("")
    return len(following) == 1 and is_han(next(iter(following))) and source.count(wanted) > 3
