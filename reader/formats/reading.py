"""A source becomes a document: the one door to all formats."""

import re
from pathlib import PurePath

from reader.domain.document import Decisions, Document, Source
from reader.formats import markdown, plaintext
from reader.formats.mending import mend

_MARKDOWN = frozenset((".md", ".markdown", ".mkd", ".mdown"))
_TEXT = frozenset((".txt", ".text"))
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_SAMPLE = 200_000


def read(source: Source, decisions: Decisions | None = None) -> Document:
    """Read ``source`` and mend what is damaged, as ``decisions`` allow. Raises nothing."""
    name = PurePath(source.name)
    known = name.suffix.lower() in _MARKDOWN | _TEXT
    title = (name.stem if known else source.name) or source.name
    blocks = markdown.blocks(source) if is_markdown(source) else []
    # What is nothing but markup is shown as it is.
    blocks = blocks or plaintext.blocks(source)
    return mend(source, blocks, decisions or Decisions(), title)


def is_markdown(source: Source) -> bool:
    """Whether ``source`` is Markdown: by its name; without a known one, if it has its headings."""
    suffix = PurePath(source.name).suffix.lower()
    if suffix in _MARKDOWN | _TEXT:
        return suffix in _MARKDOWN
    return bool(_HEADING.search(source.text, 0, _SAMPLE))
