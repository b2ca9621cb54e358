"""A term as JSON and back."""

import json
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
    stored = {name: _frozen(value) for name, value in json.loads(text).items()}
    values = _REQUIRED | stored
    values["members"] = tuple(Member(*member) for member in values.get("members", ()))
    return Term(**values)


def _frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
