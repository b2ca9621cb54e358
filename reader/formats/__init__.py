"""From bytes to a Document: opening, encodings, one module a format, mending of damaged pages.

``load`` or ``from_text`` makes a Source, ``read`` a Document; ``known_edits`` are the
corrections that ship with the program and are applied only if the caller passes them on.
"""

from reader.formats.known import known_edits
from reader.formats.opening import from_text, load
from reader.formats.reading import read

__all__ = ["from_text", "known_edits", "load", "read"]
