"""How thoroughly: ``XIDU_FULL=1`` runs what takes minutes, otherwise a few seconds each."""

import os

FULL = bool(os.environ.get("XIDU_FULL"))


def rounds(full: int, short: int) -> int:
    """How often something is tried."""
    return full if FULL else short
