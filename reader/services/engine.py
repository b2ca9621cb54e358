"""The analyser in a process of its own, so that loading and cutting never hold up the window.

jieba and pypinyin stall every thread of the process that imports them; a second process
does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from reader.domain.words import Word
from reader.services.companion import Companion

Pack = Callable[[tuple[Word, ...]], bytes | None]
"""Makes words small; a function of a module, since the other process must find it."""


class Engine:
    """Implements ``ports.PackingAnalyser`` in another process, which is started when needed.

    Words are packed there too: unpickling thousands of them here would hold up the window.
    Every method may raise CompanionFailed.
    """

    def __init__(self, cache: Path, pack: Pack, choice: str = "xidu") -> None:
        self.choice = choice
        self._companion = Companion("xidu-engine", _Tasks, str(cache), pack, choice)

    @property
    def version(self) -> str:
        """Version of the analyser in the other process."""
        return cast("str", self._companion.ask("version"))

    def packed(self, texts: Sequence[str]) -> list[bytes | None]:
        """Return the packed words of each paragraph."""
        return cast("list[bytes | None]", self._companion.ask("packed", list(texts)))

    def prepare_reference(self) -> None:
        """Compile dictionary and glossary if what is there is missing or of another version."""
        self._companion.ask("reference")

    def choose(self, choice: str) -> None:
        """Cut with ``xidu`` or ``jieba`` from now on; waits for an answer that is on its way."""
        if choice != self.choice:
            self.choice = choice
            self._companion.arguments = (*self._companion.arguments[:-1], choice)
            self.rest()

    def rest(self) -> None:
        """End the process to give its memory back; the next task starts another."""
        self._companion.rest()

    def close(self) -> None:
        """End the process for good, also in the middle of an answer."""
        self._companion.close()


class _Tasks:
    """What the process can do; the analyser is loaded at the first need."""

    def __init__(self, cache: str, pack: Pack, choice: str) -> None:
        self._cache = Path(cache)
        self._pack = pack
        self._choice = choice
        self._analyser: Any = None

    def __call__(self, task: str, payload: Any) -> object:
        """Answer a task."""
        from reader.services import reference  # noqa: PLC0415 - only in the other process

        if task == "reference":
            return reference.ensure(self._cache)
        if self._analyser is None:
            self._analyser = reference.analyser(self._cache, self._choice)
        if task == "version":
            return self._analyser.version
        return [self._pack(words) for words in self._analyser.annotate(payload)]
