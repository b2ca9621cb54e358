"""Corrections of single characters, made before anything else is looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.domain.document import RepairKind, TextEdit
from reader.formats.blocks import Block
from reader.formats.mending.ledger import CORRECTED, Ledger
from reader.formats.mending.pieces import Note

Corrected = tuple[list[Block], dict[int, list[Note]]]
"""The blocks, and the notes of each corrected one by its index."""


def correct(blocks: Sequence[Block], edits: Sequence[TextEdit], ledger: Ledger) -> Corrected:
    """Apply ``edits`` to ``blocks``; what lies outside all text or overlaps is left out."""
    result = list(blocks)
    notes: dict[int, list[Note]] = {}
    if not edits:
        return result, notes
    order = sorted(range(len(result)), key=lambda i: result[i].text.source_start)
    starts = [result[i].text.source_start for i in order]
    behind = -1
    for edit in sorted(set(edits), key=lambda e: (e.start, e.length, e.text)):
        at = bisect_right(starts, edit.start) - 1
        if edit.key in ledger.undone or edit.start < behind or at < 0 or edit.length < 0:
            continue
        index = order[at]
        text = result[index].text
        offset = text.find(edit.start, edit.start + edit.length)
        changed = text.replace(offset, offset + edit.length, edit.text) if offset >= 0 else text
        if changed is text or not changed.text.strip():
            continue
        result[index] = replace(result[index], text=changed)
        original = ledger.source[edit.start : edit.start + edit.length]
        note = Note(edit.key, RepairKind.CORRECTED, offset, CORRECTED, original)
        notes.setdefault(index, []).append(note)
        behind = edit.start + max(1, edit.length)
    return result, notes
