"""Marks as annotations of the W3C model (Web Annotation Data Model, 2017), in one page of JSON-LD.

What the model has no words for (colour, scope, rank, times to the microsecond, the place by
paragraph) stands beside under ``xidu:mark``, by the columns of :mod:`reader.domain.mark_records`:
so reading back loses nothing, and other programs find quote, note and tags where they look.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.domain.addresses import MarkAddress, PlaceAddress, written
from reader.domain.mark_records import ID, MarkMisfit, MarkRecord, columns, record
from reader.domain.marks import Bookmark, Highlight, Kind, Note
from reader.formats.annotations.faults import MarksRefused

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN = {"xidu": "urn:xidu:"}
_MOTIVATIONS = {
    Kind.BOOKMARK: "bookmarking",
    Kind.HIGHLIGHT: "highlighting",
    Kind.NOTE: "commenting",
}
_ASCII_TIME = "%Y-%m-%dT%H:%M:%SZ"


def lines(records: Iterable[MarkRecord]) -> Iterator[str]:
    """The lines of a file; an annotation is written before the next is made."""
    head = {"@context": [CONTEXT, _OWN], "id": "urn:xidu:marks", "type": "AnnotationPage"}
    yield _dumped(head)[:-1] + ', "items": ['
    before = ""
    for one in records:
        if before:
            yield before + ","
        before = _dumped(annotation(one))
    if before:
        yield before
    yield "]}"


def annotation(one: MarkRecord) -> dict[str, Any]:
    """One mark as the model has it."""
    mark = one.mark
    made: dict[str, Any] = {
        "id": written(MarkAddress(mark.id)),
        "type": "Annotation",
        "motivation": _MOTIVATIONS[one.kind],
        "created": mark.created.strftime(_ASCII_TIME),
        "modified": mark.changed.strftime(_ASCII_TIME),
    }
    bodies = [_body(one.words, mark)] if one.words else []
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in mark.tags]
    if bodies:
        made["body"] = bodies
    made["target"] = _target(one)
    made["xidu:mark"] = {name: value for name, value in columns(one).items() if value}
    return made


def _body(words: str, mark: Bookmark | Highlight | Note) -> dict[str, str]:
    note = isinstance(mark, Note)
    purpose, format_ = ("commenting", "text/markdown") if note else ("describing", "text/plain")
    return {"type": "TextualBody", "value": words, "format": format_, "purpose": purpose}


def _target(one: MarkRecord) -> dict[str, Any]:
    anchor = one.mark.anchor
    source = written(PlaceAddress(one.source)) if one.source else "urn:xidu:unknown"
    target: dict[str, Any] = {"source": source}
    if anchor.quote:
        target["selector"] = {
            "type": "TextQuoteSelector",
            "exact": anchor.quote,
            "prefix": anchor.before,
            "suffix": anchor.after,
        }
    return target


def read(told: Mapping[str, Any], file: str) -> Iterator[MarkRecord]:
    """Each annotation of a page, a collection's first page or a lone one. Raises MarksRefused."""
    for number, item in enumerate(items(told), 1):
        try:
            yield _record(item)
        except (MarkMisfit, TypeError, AttributeError, KeyError, ValueError) as error:
            where = f"annotation {number}"
            raise MarksRefused(file=file, where=where, detail=str(error)) from error


def items(told: Mapping[str, Any]) -> list[Any]:
    """The annotations that a JSON object holds."""
    if isinstance(told.get("first"), dict):
        told = told["first"]
    found = told.get("items", [told] if "target" in told else [])
    return found if isinstance(found, list) else [found]


def _record(item: Any) -> MarkRecord:
    if not isinstance(item, dict):
        raise MarkMisfit("it is no object")
    own = item.get("xidu:mark")
    if isinstance(own, dict) and all(isinstance(value, str) for value in own.values()):
        return record(own)
    return record(foreign(item))


def foreign(item: Mapping[str, Any]) -> dict[str, str]:
    """The columns of an annotation that was made elsewhere."""
    target = _first(item.get("target"))
    if isinstance(target, str):
        target = {"source": target}
    quote = next(
        (
            each
            for each in _every(target.get("selector"))
            if each.get("type") == "TextQuoteSelector"
        ),
        {},
    )
    texts: list[str] = []
    tags: list[str] = []
    for body in _every(item.get("body") or item.get("bodyValue")):
        value = str(body.get("value", ""))
        (tags if body.get("purpose") == "tagging" else texts).append(value)
    note = any(texts) or item.get("motivation") in {"commenting", "describing", "replying"}
    identifier = str(item.get("id", "")).rpartition("/")[2]
    return {
        "id": identifier if ID.fullmatch(identifier) else "",
        "kind": str(Kind.NOTE if note else Kind.HIGHLIGHT),
        "colour": "" if note else "yellow",
        "text": "\n\n".join(filter(None, texts)),
        "tags": json.dumps(tags) if tags else "",
        "quote": str(quote.get("exact", "")),
        "before": str(quote.get("prefix", "")),
        "after": str(quote.get("suffix", "")),
        "created": str(item.get("created", "")),
        "changed": str(item.get("modified", "")),
        "title": str(target.get("source", "")),
    }


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value or {}


def _every(value: Any) -> list[dict[str, Any]]:
    """One or several, each an object; a lone text is a body of its own."""
    several = value if isinstance(value, list) else [] if value is None else [value]
    return [{"value": each} if isinstance(each, str) else each for each in several]


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
