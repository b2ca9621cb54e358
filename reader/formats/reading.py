"""From a source to a document: the right format, then mending."""

import re
from pathlib import PurePath

from reader.domain.document import Decisions, Document, Source
from reader.formats import markdown, plaintext
from reader.formats.mending import mend

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HEADINGS = re.compile(r"^#{1,6} \S", re.MULTILINE)
_SAMPLE = 20_000
"""Code points looked at to tell pasted Markdown from plain text."""


def read(source: Source, decisions: Decisions | None = None) -> Document:
    """Read and mend ``source`` as ``decisions`` say."""
    blocks = markdown.blocks(source) if _is_markdown(source) else plaintext.blocks(source)
    return mend(source, blocks, decisions or Decisions())


def _is_markdown(source: Source) -> bool:
    suffix = PurePath(source.name).suffix.lower()
    if suffix in _MARKDOWN:
        return True
    return not suffix and bool(_HEADINGS.search(source.text[:_SAMPLE]))
