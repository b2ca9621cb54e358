"""Importing sqlite-utils without numpy, which it takes along wherever it is installed.

It can store numpy's numbers; we have none. Importing numpy would hold up the window for 60 ms.
"""

import importlib
import sys
from threading import Lock

_lock = Lock()


def import_sqlite_utils() -> None:
    """Import sqlite-utils; numpy only comes along if somebody has imported it already."""
    with _lock:
        if "sqlite_utils" in sys.modules or "numpy" in sys.modules:
            return
        # As the import system has it: a module that is None cannot be imported.
        sys.modules["numpy"] = None  # type: ignore[assignment]
        try:
            importlib.import_module("sqlite_utils")
        finally:
            del sys.modules["numpy"]
