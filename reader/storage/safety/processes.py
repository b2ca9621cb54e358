"""Whether a process that left something behind still works on it."""

import os


def is_running(process: int) -> bool:
    """Whether there is a process with this number; this one counts."""
    if process == os.getpid():
        return True
    if os.name == "nt":
        return False  # Windows does not let go of a file that is in use
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
