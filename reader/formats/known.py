"""Corrections of known texts that ship with the program."""

import json
from functools import cache
from importlib import resources

from reader.domain.document import Source, TextEdit


def known_edits(source: Source) -> tuple[TextEdit, ...]:
    """Return the corrections for exactly these bytes, in order; none for other texts.

    Each is stored as a quotation in which the wrong characters stand between brackets,
    so that a person can read and check it; one that does not occur once is left out.
    """
    found: list[TextEdit] = []
    for entry in _corrections().get(source.sha256, ()):
        before, wrong, after = entry["before"], entry["wrong"], entry["after"]
        quote = before + wrong + after
        if source.text.count(quote) == 1:
            start = source.text.index(quote) + len(before)
            found.append(TextEdit(start, len(wrong), entry["right"]))
    return tuple(sorted(found, key=lambda edit: edit.start))


@cache
def _corrections() -> dict[str, list[dict[str, str]]]:
    file = resources.files("reader.resources") / "text" / "corrections.json"
    loaded: dict[str, list[dict[str, str]]] = json.loads(file.read_text(encoding="utf-8"))
    return loaded
