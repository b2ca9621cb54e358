"""From bytes to a Document: sniffing, encodings, one module a format, mending of damaged pages."""

from reader.formats.known import known_edits
from reader.formats.lines import lines_of, load_lines
from reader.formats.opening import from_text, load
from reader.formats.reading import read

__all__ = ["from_text", "known_edits", "lines_of", "load", "load_lines", "read"]
