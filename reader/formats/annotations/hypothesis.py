"""What Hypothesis (hypothes.is) exports: near to the W3C model, with names of its own."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.domain.mark_records import MarkMisfit, MarkRecord, record
from reader.domain.marks import Kind
from reader.formats.annotations.faults import MarksRefused


def rows(told: Mapping[str, Any]) -> list[Any] | None:
    """The annotations of an export or of an answer of its service; ``None`` if it is neither."""
    for name in ("annotations", "rows"):
        found = told.get(name)
        if isinstance(found, list) and all(isinstance(each, dict) for each in found):
            return found
    return None


def read(found: list[Any], file: str) -> Iterator[MarkRecord]:
    """Each annotation. Raises MarksRefused."""
    for number, row in enumerate(found, 1):
        try:
            yield record(_columns(row))
        except (MarkMisfit, TypeError, AttributeError, KeyError, ValueError) as error:
            where = f"annotation {number}"
            raise MarksRefused(file=file, where=where, detail=str(error)) from error


def _columns(row: Mapping[str, Any]) -> dict[str, str]:
    targets = row.get("target") or [{}]
    selectors: list[dict[str, Any]] = targets[0].get("selector") or []
    quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
    titles = (row.get("document") or {}).get("title") or [row.get("uri", "")]
    text = str(row.get("text", ""))
    tags = [str(tag) for tag in row.get("tags") or []]
    return {
        "kind": str(Kind.NOTE if text or not quote else Kind.HIGHLIGHT),
        "colour": "" if text or not quote else "yellow",
        "text": text,
        "tags": json.dumps(tags) if tags else "",
        "quote": str(quote.get("exact", "")),
        "before": str(quote.get("prefix", "")),
        "after": str(quote.get("suffix", "")),
        "created": str(row.get("created", "")),
        "changed": str(row.get("updated", "")),
        "title": str(titles[0]),
    }
