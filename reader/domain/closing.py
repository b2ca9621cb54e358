"""What holds a file or a process open, and lets go of it."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self


class Closing(ABC):
    """Closed by ``close``, or at the end of a ``with`` statement."""

    @abstractmethod
    def close(self) -> None:
        """Let go; closing twice is no fault."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
