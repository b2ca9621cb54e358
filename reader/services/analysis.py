"""Analysing texts and keeping the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.domain.words import Word
from reader.services.session import OpenText

if TYPE_CHECKING:
    from reader.domain.ports import Analyser, Analyses

BATCH = 24
"""Paragraphs analysed at once, between which the work can be cancelled."""


def analyse(analyser: Analyser, analyses: Analyses, texts: Sequence[str]) -> list[tuple[Word, ...]]:
    """Cut and read ``texts`` and store the words. Safe to call from any thread."""
    words = analyser.annotate(texts)
    analyses.put(texts, words)
    return words


def complete(
    text: OpenText,
    analyser: Analyser,
    analyses: Analyses,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Analyse whatever of a text has no words yet; tells (paragraphs done, all)."""
    missing = text.unknown(range(len(text.shape)))
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        words = analyse(analyser, analyses, [text.paragraph(i).text for i in batch])
        text.learn(batch, words)
        progress(start + len(batch), len(missing))
