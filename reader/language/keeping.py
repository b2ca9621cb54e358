"""Keeping what was compiled in the cache folder; whatever is lost there is compiled again."""

import os
import tempfile
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Store a file whole or not at all; without room or right to write, not at all."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
