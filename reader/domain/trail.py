"""The way one has come: back to where one was, and forward again."""

from typing import Generic, TypeVar

Place = TypeVar("Place")

MOST = 100
"""Places that are remembered."""


class Trail(Generic[Place]):
    """Places left by jumping, as in a browser: a new jump forgets the way forward."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that one jumps away from."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-MOST]

    def back(self, here: Place) -> Place | None:
        """The place one came from, if any; ``here`` can be returned to."""
        return self._turn(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """The place one has gone back from, if any."""
        return self._turn(self._ahead, self._behind, here)

    @staticmethod
    def _turn(source: list[Place], target: list[Place], here: Place) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                target.append(here)
                return place
        return None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return bool(self._ahead)
