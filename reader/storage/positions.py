"""Where reading of a text stopped."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite_utils


def save_position(
    writer: sqlite_utils.Database, identifier: int, paragraph: int, fraction: float
) -> None:
    """Write a position; what is no fraction counts as the top of the paragraph."""
    fraction = min(max(fraction, 0.0), 1.0) if math.isfinite(fraction) else 0.0
    writer.table("positions").insert(
        {"document": identifier, "paragraph": max(0, paragraph), "fraction": fraction},
        replace=True,
    )
