"""How values become columns: text, compact JSON, and moments.

The one rule for text: it is stored as it is, NUL included, but a lone surrogate, which
SQLite cannot hold, becomes U+FFFD. Both are one code point, so offsets stay right.
"""

import json
import re
from datetime import UTC, datetime

_SURROGATES = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Return ``text`` with every lone surrogate replaced by U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def compact(value: object) -> str:
    """Write ``value`` as JSON without spaces, storable."""
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def moment(time: datetime) -> str:
    """Write an aware time as ISO 8601 in UTC with microseconds, so that text order is time order.

    Raises ValueError for a naive time: it would mean something else in another place.
    """
    if time.tzinfo is None:
        raise ValueError("a stored time must be aware")
    return time.astimezone(UTC).isoformat(timespec="microseconds")
