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

_NOTHING = Decisions()


def read(source: Source, decisions: Decisions = _NOTHING) -> Document:
    """Read ``source`` and mend what is damaged, as ``decisions`` allow. Raises nothing."""
    name = PurePath(source.name)
    known = name.suffix.lower() in _MARKDOWN | _TEXT
    title = (name.stem if known else source.name) or source.name
    module = markdown if is_markdown(source) else plaintext
    return mend(source, module.blocks(source), decisions, title)


def is_markdown(source: Source) -> bool:
    """Whether ``source`` is Markdown: by its name, else because it has Markdown headings."""
    if PurePath(source.name).suffix.lower() in _MARKDOWN:
        return True
    return bool(_HEADING.search(source.text, 0, _SAMPLE))
