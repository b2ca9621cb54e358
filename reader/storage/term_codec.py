"""A term as JSON and back."""

import json
from dataclasses import fields
from typing import Any

from reader.domain.glossary import Member, Term
from reader.storage.text import compact

_FIELDS = [field.name for field in fields(Term)]
_REQUIRED: dict[str, Any] = {
    "syllables": (),
    **dict.fromkeys(("id", "headword", "kind", "field", "english", "explanation", "chinese"), ""),
}


def encode(term: Term) -> str:
    """Write ``term`` as a JSON object without its empty fields."""
    values = {name: getattr(term, name) for name in _FIELDS}
    values["members"] = [(m.text, m.syllables, m.english) for m in term.members]
    return compact({name: value for name, value in values.items() if value})


def decode(text: str) -> Term:
    """Read what :func:`encode` wrote."""
    stored = {name: _frozen(value) for name, value in json.loads(text).items()}
    values = _REQUIRED | stored
    values["members"] = tuple(Member(*member) for member in values.get("members", ()))
    return Term(**values)


def _frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
