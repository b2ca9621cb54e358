"""What was done, in order, and how each of it is taken back and done again. Without end.

One stack for everything a person can undo: marks, corrections, repairs, terms. Undoing and
doing again are left to the caller, who runs them where writing is done.
"""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Step(NamedTuple, Generic[T]):
    """Something done: what takes it back, and what does it again, if anything can.

    ``name`` says what was done; ``after`` is the caller's own, for instance what shows it.
    """

    name: str
    undo: Callable[[], object]
    redo: Callable[[], object] | None
    after: T


class Steps(Generic[T]):
    """What was done and what was undone of it."""

    def __init__(self) -> None:
        self._done: list[Step[T]] = []
        self._undone: list[Step[T]] = []

    @property
    def last(self) -> Step[T] | None:
        """What would be undone next."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step[T] | None:
        """What would be done again next."""
        return self._undone[-1] if self._undone else None

    def add(self, step: Step[T]) -> None:
        """Something new has been done: what was undone before is gone.

        A step that is the last one already has gone on: what undoes it undoes more now.
        """
        if self._done[-1:] != [step]:
            self._done.append(step)
        self._undone.clear()

    def back(self) -> Step[T] | None:
        """The step to undo now. One that cannot be done again ends what could be."""
        if not self._done:
            return None
        step = self._done.pop()
        # It stands between what came before it and what came after.
        self._undone = [*self._undone, step] if step.redo is not None else []
        return step

    def forward(self) -> Step[T] | None:
        """The step to do again now."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step
