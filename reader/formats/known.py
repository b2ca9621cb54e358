"""Corrections of characters that ship with the program, for sources known by their bytes."""

import json
from functools import lru_cache
from importlib import resources
from typing import Any

from reader.domain.document import Source, TextEdit


def known_edits(source: Source) -> tuple[TextEdit, ...]:
    """The corrections for exactly these bytes, none for any others."""
    edits = []
    for known in _all().get(source.sha256, []):
        at = source.text.find(known["reads"])
        if at >= 0:
            start = at + known["reads"].index(known["after"]) + len(known["after"])
            edits.append(TextEdit(start, len(known["remove"]), known["insert"]))
    return tuple(edits)


@lru_cache(maxsize=1)
def _all() -> dict[str, list[dict[str, Any]]]:
    file = resources.files("reader.resources") / "text" / "corrections.json"
    found: dict[str, list[dict[str, Any]]] = json.loads(file.read_text(encoding="utf-8"))
    return found
