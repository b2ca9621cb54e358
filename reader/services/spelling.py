"""How the characters of a text are shown: as written, or by another standard."""

from collections.abc import Callable

Respell = Callable[[str], str]
"""Writes a text with other characters, one for one."""


def respeller(standard: str) -> Respell | None:
    """What respells to ``standard``, a value of the setting ``characters``; None: nothing."""
    if standard == "original":
        return None
    from reader.language.respelling import respeller as made  # noqa: PLC0415 - loads dictionaries

    return made(standard)
