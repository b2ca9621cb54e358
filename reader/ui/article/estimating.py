"""How high the portions of a text will be, guessed from kind and length alone."""

from reader.domain.document import KINDS, ParagraphKind
from reader.domain.portions import Portions
from reader.ui.article.heights import Heights
from reader.ui.article.typography import RUBY_SPREAD, Setting, face_of, room_below, style_of

_BODY = KINDS.index(ParagraphKind.BODY)


def estimate(portions: Portions, setting: Setting, width: float) -> Heights:
    """Heights in a column ``width`` pixels wide, one table look-up a portion.

    Almost everything is body text after body text; what is not is put right afterwards.
    """
    kinds, lengths, continued = portions.spread()
    tables: dict[tuple[int, int], _Guess] = {}

    def guess(number: int, previous: int) -> _Guess:
        key = (kinds[number], previous)
        if key not in tables:
            tables[key] = _Guess(*key, setting, width)
        return tables[key]

    usual = _Guess(_BODY, _BODY, setting, width)
    table = {length: usual.whole(length) for length in set(lengths)}
    heights = [table[length] for length in lengths]
    for number in _unusual(kinds):
        previous = kinds[number - 1] if number else -1
        heights[number] = guess(number, previous).whole(lengths[number])
    for number in continued:
        heights[number] = guess(number, kinds[number]).lines(lengths[number])
    return Heights(heights)


def _unusual(kinds: bytes) -> list[int]:
    """What is not body text, or does not follow body text."""
    strange = kinds.translate(bytes(kind != _BODY for kind in range(256)))
    found = {0} if kinds else set()
    at = strange.find(1)
    while at >= 0:
        found |= {at, at + 1}
        at = strange.find(1, at + 1)
    return sorted(found - {len(kinds)})


class _Guess:
    """Height by length for one kind of paragraph after another."""

    def __init__(self, kind: int, previous: int, setting: Setting, width: float) -> None:
        style = style_of(KINDS[kind], KINDS[previous] if previous >= 0 else None)
        measured = face_of(setting, style)
        spread = RUBY_SPREAD[setting.ruby.form.extent]
        self._in_line = max(1.0, width / (measured.cell * spread))
        self._pitch = measured.pitch
        self._around = round((style.before + room_below(style, setting)) * face_of(setting).pitch)

    def lines(self, length: int) -> float:
        """Height of the lines alone."""
        return (int(length / self._in_line) + 1) * self._pitch

    def whole(self, length: int) -> float:
        """Height with the room before and after."""
        return self.lines(length) + self._around
