"""A term as JSON and back."""

import json
from collections.abc import Iterable
from typing import Any

from reader.domain.glossary import Member, Term
from reader.storage.text import compact

_REQUIRED: dict[str, Any] = {
    "syllables": (),
    **dict.fromkeys(("id", "headword", "kind", "field", "english", "explanation", "chinese"), ""),
}


def encode(term: Term) -> str:
    """Write ``term`` as a JSON object without its empty fields."""
    values = term._asdict()
    return compact({name: value for name, value in values.items() if value})


def decode(text: str) -> Term:
    """Read what :func:`encode` wrote."""
    return _term(json.loads(text))


def decode_all(texts: Iterable[str]) -> list[Term]:
    """Read many at once, which is faster."""
    return list(map(_term, json.loads(f"[{','.join(texts)}]")))


def _term(stored: dict[str, Any]) -> Term:
    values = _REQUIRED | stored
    for name, value in stored.items():
        if type(value) is list:
            values[name] = tuple(value)
    members = stored.get("members", ())
    values["members"] = tuple(Member(text, tuple(read), english) for text, read, english in members)
    return Term(**values)
