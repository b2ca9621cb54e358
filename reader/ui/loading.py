"""Loads what shows the window, as fast as PySide can be made to."""

import builtins
import gc
from pathlib import Path
from types import ModuleType

from reader.bytecode import compiled_once, file_name


def load(cache: Path) -> ModuleType:
    """Import and return ``application``; ``cache`` keeps byte code for the next time.

    The collector of garbage is off afterwards; the window turns it on when it is complete.
    """
    # Nothing made on the way to the first page is garbage.
    gc.disable()
    with compiled_once(cache / file_name()):
        import PySide6.QtCore  # noqa: F401, PLC0415
    # PySide watches every import, and reads the source of every module, for a switch to other
    # names (``from __feature__ import …``) that we do not use.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    from reader.ui import application  # noqa: PLC0415

    return application
