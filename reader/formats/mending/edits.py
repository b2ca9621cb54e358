"""Corrections of characters, in coordinates of the source, applied before mending."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.document import TextEdit
from reader.formats.blocks import Block


def corrected(
    blocks: Sequence[Block], edits: Iterable[TextEdit]
) -> tuple[list[Block], dict[str, TextEdit]]:
    """Apply ``edits``; return the blocks and the edits that found their place, by key.

    Later edits are applied first, so that the places of earlier ones stay true.
    """
    changed = list(blocks)
    applied: dict[str, TextEdit] = {}
    for edit in sorted(edits, key=lambda edit: -edit.start):
        for number, block in enumerate(changed):
            if block.start <= edit.start <= block.end:
                at = block.text.find(edit.start, edit.start + edit.length)
                if at >= 0:
                    text = block.text.replace(at, at + edit.length, edit.text)
                    changed[number] = replace(block, text=text)
                    applied[edit.key] = edit
                    break
    return changed, applied
