"""What a card consists of: blocks of styled text, in which some stretches are words."""

from typing import NamedTuple

HEAD, PINYIN, LABEL = "head", "pinyin", "label"
BODY, SOFT, STRONG, SMALL, MORE = "body", "soft", "strong", "small", "more"
CHINESE, CHARACTER, OTHER = "chinese", "character", "other"


class Target(NamedTuple):
    """A word in the card: ``start`` to ``end`` of the text ``around``, read as ``syllables``.

    Without syllables it is read as usual.
    """

    around: str
    start: int
    end: int
    syllables: tuple[str, ...] = ()


class Run(NamedTuple):
    """Text in one style. ``target`` makes all of it a word; ``free`` Chinese is cut into words."""

    text: str
    style: str = BODY
    target: Target | None = None
    free: bool = False


class Block(NamedTuple):
    """A paragraph: ``mark`` stands in a column of ``indent`` pixels before ``runs``.

    ``above`` is the space before it in pixels; ``note`` gives it the tint of a note.
    """

    runs: tuple[Run, ...]
    mark: tuple[Run, ...] = ()
    indent: int = 0
    above: int = 0
    note: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it only names what follows."""
        return self.runs[:1] != () and self.runs[0].style == LABEL


def word(text: str, syllables: tuple[str, ...] = (), style: str = CHINESE) -> Run:
    """A run that is one word."""
    return Run(text, style, Target(text, 0, len(text), syllables))
