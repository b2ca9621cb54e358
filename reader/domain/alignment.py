"""Which characters of a text are which of another version of it, as far as that is certain.

Patience diff (B. Cohen) on clauses, then, in what lies between, on runs of few characters: only
what stands once in each of the two is taken for the same, in the longest chain that keeps the
order, and grows as far as the texts agree. What two neighbours lay claim to, because something is
repeated there, belongs to neither. Of 甲乙甲 with one 甲 taken out nobody can say which is left.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_CLAUSE = re.compile(r"[^,.!?;:、\"]+[,.!?;:、\"]*|[,.!?;:、\"]+")
_SHORTEST_CLAUSE = 6
_RUNS = (8, 4)
"""Lengths of the runs of characters looked for in what lies between, one after the other."""

_PROOF = 32
"""Characters that must stand once in both texts where only an edge of the text bears a match."""

_SKIPPED = 3
_LONG_TWIN = 8
"""Characters at an edge that tell nothing where so many behind them are found again."""

_AROUND = 24
_SCORE = 0.6
_SHIFT = 32
"""Characters that may come or go between two matches that bear each other out."""


class Match(NamedTuple):
    """``length`` characters from ``old`` in one text are those from ``new`` in the other."""

    old: int
    new: int
    length: int


def align(old: str, new: str) -> list[Match]:
    """What is certainly the same, in order; matches that adjoin in both are one."""
    if old == new:
        return [Match(0, 0, len(old))] if old else []
    head, tail = _shared_edges(old, new)
    matches: list[Match] = []
    if head and _proved(old[:head], old, new, -1):
        matches.append(Match(0, 0, head))
    else:
        head = 0
    proved = tail and _proved(old[len(old) - tail :], old, new, 0)
    end = Match(len(old) - tail, len(new) - tail, tail if proved else 0)
    inside = _Gap(head, end.old if proved else len(old), head, end.new if proved else len(new))
    matches += _between(old, new, inside, (bool(head), bool(proved)))
    if proved:
        matches.append(end)
    credible = _credible(_joined(matches), len(old), len(new))
    return _unclaimed(credible, old, new)


class _Gap(NamedTuple):
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def empty(self) -> bool:
        return self.old_start >= self.old_end or self.new_start >= self.new_end


def _proved(edge: str, old: str, new: str, side: int) -> bool:
    """Whether an edge of a text holds anything that stands once in both."""
    starts = range(0, max(1, len(edge) - _PROOF + 1), max(_PROOF, len(edge) // 8))
    for start in reversed(starts) if side else starts:
        sample = edge[start : start + _PROOF]
        if _single(sample, old) and _single(sample, new):
            return True
    return False


def _single(sample: str, text: str) -> bool:
    return text.find(sample) == text.rfind(sample)


def _shared_edges(old: str, new: str) -> tuple[int, int]:
    """How much two texts share at both ends without a doubt: what both ends claim is left out."""
    head = shared(old, new)
    if head == len(old) == len(new):
        return head, 0
    tail = shared_tail(old, new)
    least = min(len(old), len(new))
    return min(head, max(0, least - tail)), min(tail, max(0, least - head))


def shared(first: str, second: str) -> int:
    """The length of what two texts begin with alike."""
    low, high = 0, min(len(first), len(second))
    if first[:high] == second[:high]:
        return high
    step = 16
    while low + step < high and first[low : low + step] == second[low : low + step]:
        low += step
        step *= 2
    high = min(high, low + step)
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def shared_tail(first: str, second: str) -> int:
    """The length of what two texts end with alike."""
    low, high = 0, min(len(first), len(second))
    a, b = len(first), len(second)
    step = 16
    while low + step < high and first[a - low - step : a - low] == second[b - low - step : b - low]:
        low += step
        step *= 2
    high = min(high, low + step)
    while low < high:
        middle = (low + high + 1) // 2
        if first[a - middle : a - low] == second[b - middle : b - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(
    old: str, new: str, gap: _Gap, adjoined: tuple[bool, bool], level: int = 0
) -> list[Match]:
    """Matches in a gap; ``adjoined`` tells whether there is a match on either side of it."""
    if gap.empty:
        return []
    a, b = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
    head, tail = _shared_edges(a, b)
    found: list[Match] = []
    if head and adjoined[0]:
        found.append(Match(gap.old_start, gap.new_start, head))
    inner = _Gap(gap.old_start + head, gap.old_end - tail, gap.new_start + head, gap.new_end - tail)
    if not inner.empty and level <= len(_RUNS):
        found += _inside(old, new, inner, (bool(head), bool(tail)), level)
    if tail and adjoined[1]:
        found.append(Match(gap.old_end - tail, gap.new_end - tail, tail))
    return found


def _inside(old: str, new: str, gap: _Gap, sides: tuple[bool, bool], level: int) -> list[Match]:
    """Matches in a gap whose edges share nothing more."""
    a, b = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
    seeds = _clauses(a, b) if level == 0 else _grams(a, b, _RUNS[level - 1])
    chain = [
        Match(gap.old_start + one.old, gap.new_start + one.new, one.length) for one in _chain(seeds)
    ]
    if not chain:
        return _between(old, new, gap, sides, level + 1) if level < len(_RUNS) else []
    found: list[Match] = []
    at_old, at_new, left = gap.old_start, gap.new_start, sides[0]
    for one in (*chain, Match(gap.old_end, gap.new_end, 0)):
        right = bool(one.length) or sides[1]
        hole = _Gap(at_old, one.old, at_new, one.new)
        found += _between(old, new, hole, (left, right), level + 1)
        found.append(one)
        at_old, at_new, left = one.old + one.length, one.new + one.length, True
    return found


def _clauses(a: str, b: str) -> list[Match]:
    """Clauses that stand once in each, in the order of the first."""
    there = dict(_only(tokens(b)))
    return [Match(at, there[token], len(token)) for token, at in _only(tokens(a)) if token in there]


def tokens(text: str) -> list[tuple[str, int]]:
    """Clauses of some length and where they begin."""
    found = _CLAUSE.findall(text)  # every character is in one
    starts = accumulate(map(len, found), initial=0)
    return [
        (clause, at)
        for clause, at in zip(found, starts, strict=False)
        if len(clause) >= _SHORTEST_CLAUSE
    ]


def _only(tokens: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    counts = Counter(token for token, _ in tokens)
    return ((token, at) for token, at in tokens if counts[token] == 1)


def _grams(a: str, b: str, size: int) -> list[Match]:
    """Runs of ``size`` characters that stand once in each; runs that overlap alike are one."""
    there = dict(_only([(b[at : at + size], at) for at in range(len(b) - size + 1)]))
    found: list[Match] = []
    for gram, at in _only([(a[at : at + size], at) for at in range(len(a) - size + 1)]):
        to = there.get(gram)
        if to is None:
            continue
        last = found[-1] if found else None
        if last and at - to == last.old - last.new and at <= last.old + last.length:
            found[-1] = Match(last.old, last.new, at + size - last.old)
        else:
            found.append(Match(at, to, size))
    return found


def _chain(seeds: Sequence[Match]) -> list[Match]:
    """The heaviest part of ``seeds`` (in order of the old text) that is in order in the new one.

    What overlaps in either text is claimed twice and taken from both.
    """
    ranks = {new: at for at, new in enumerate(sorted(one.new for one in seeds), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # Fenwick: weight, last seed
    before = [-1] * len(seeds)
    best = (0, -1)
    for number, one in enumerate(seeds):
        rank = ranks[one.new]
        weight, last = max(_prefixes(tree, rank - 1), default=(0, -1))
        before[number] = last
        mine = (weight + one.length, number)
        best = max(best, mine)
        while rank < len(tree):
            tree[rank] = max(tree[rank], mine)
            rank += rank & -rank
    picked: list[Match] = []
    at = best[1]
    while at >= 0:
        picked.append(seeds[at])
        at = before[at]
    return _apart(reversed(picked))


def _prefixes(tree: Sequence[tuple[int, int]], rank: int) -> Iterator[tuple[int, int]]:
    while rank > 0:
        yield tree[rank]
        rank -= rank & -rank


def _apart(chain: Iterable[Match]) -> list[Match]:
    """Without what two neighbours both hold of either text."""
    kept: list[Match] = []
    for one in chain:
        if not kept:
            kept.append(one)
            continue
        last = kept[-1]
        twice = max(last.old + last.length - one.old, last.new + last.length - one.new, 0)
        if twice:
            kept[-1] = last._replace(length=last.length - twice)
            one = Match(one.old + twice, one.new + twice, one.length - twice)  # noqa: PLW2901
            if kept[-1].length <= 0:
                kept.pop()
        if one.length > 0:
            kept.append(one)
    return kept


def _joined(matches: Iterable[Match]) -> list[Match]:
    joined: list[Match] = []
    for one in matches:
        if not one.length:
            continue
        last = joined[-1] if joined else None
        if last and (last.old + last.length, last.new + last.length) == one[:2]:
            joined[-1] = last._replace(length=last.length + one.length)
        else:
            joined.append(one)
    return joined


def _unclaimed(matches: Sequence[Match], old: str, new: str) -> list[Match]:
    """Matches without the edges that may as well belong to what lies between them.

    Where 乙 was put in or taken out of 甲乙乙丙, either may be the new one; and where a sentence
    that stood twice is left once, with a mistake in it, its beginning may be that of either.
    """
    cuts = [[0, 0] for _ in matches]
    bounds = [Match(0, 0, 0), *matches, Match(len(old), len(new), 0)]
    loose = _loose(bounds, old, new)
    for at, (left, right) in enumerate(pairwise(bounds)):
        back, front = _doubtful(left, right, old, new)
        if any(size >= _LONG_TWIN for size in _between_sizes(left, right)):
            # A passage may have been moved to where another one like it was.
            tail = old[left.old : left.old + left.length]
            head = old[right.old : right.old + right.length]
            back = max(back, _elsewhere(tail, loose, front=False))
            front = max(front, _elsewhere(head, loose, front=True))
        if at < len(matches):
            cuts[at][0] = front
        if at:
            cuts[at - 1][1] = back
    return [
        Match(one.old + front, one.new + front, one.length - front - back)
        for one, (front, back) in zip(matches, cuts, strict=True)
        if one.length > front + back
    ]


def _between_sizes(left: Match, right: Match) -> tuple[int, int]:
    return right.old - left.old - left.length, right.new - left.new - left.length


def _loose(bounds: Sequence[Match], old: str, new: str) -> tuple[str, str]:
    """What of each text is in no match, stretches of some length."""
    stretches: tuple[list[str], list[str]] = ([], [])
    for left, right in pairwise(bounds):
        sizes = _between_sizes(left, right)
        for kept, text, end, size in zip(
            stretches, (old, new), (right.old, right.new), sizes, strict=True
        ):
            if size >= _LONG_TWIN:
                kept.append(text[end - size : end])
    return "\0".join(stretches[0]), "\0".join(stretches[1])


def _elsewhere(edge: str, loose: tuple[str, str], *, front: bool) -> int:
    """How much of the edge of a match stands somewhere in what is in none."""
    short = edge[:_LONG_TWIN] if front else edge[-_LONG_TWIN:]
    if len(short) < _LONG_TWIN or not any(short in text for text in loose):
        return 0
    return _in_gaps(edge, loose, front=front)


def _doubtful(left: Match, right: Match, old: str, new: str) -> tuple[int, int]:
    """How many characters of the end of a match, and of the beginning of the next, may be others.

    They may where what lies between could be moved along over them, or where they stand there too.
    """
    old_end, new_end = left.old + left.length, left.new + left.length
    gaps = old[old_end : right.old], new[new_end : right.new]
    if not any(gaps):
        return 0, 0
    least = min(map(len, gaps))
    reach = least + right.length
    on = shared(old[old_end : old_end + reach], new[new_end : new_end + reach])
    reach = least + left.length
    off = shared_tail(
        old[max(0, right.old - reach) : right.old], new[max(0, right.new - reach) : right.new]
    )
    head = old[right.old : right.old + right.length]
    return (
        max(off - least, _twin(old[left.old : old_end], gaps, front=False)),
        max(on - least, _twin(head, gaps, front=True)),
    )


def _twin(edge: str, gaps: tuple[str, str], *, front: bool) -> int:
    """How much of the beginning of a match, or of its end, stands in a gap as well.

    A few characters that stand there with a long stretch alone, such as the full stop of what
    was before, do not tell it from its twin.
    """
    whole = _in_gaps(edge, gaps, front=front)
    for skipped in range(1, _SKIPPED + 1):
        rest = edge[skipped:] if front else edge[: len(edge) - skipped]
        more = _in_gaps(rest, gaps, front=front)
        if more >= _LONG_TWIN:
            whole = max(whole, skipped + more)
    return whole


def _in_gaps(edge: str, gaps: tuple[str, str], *, front: bool) -> int:
    """The length of the longest beginning, or end, of ``edge`` that stands in one of the gaps."""
    longest = 0
    for gap in gaps:
        low, high = 0, min(len(edge), len(gap))
        while low < high:
            middle = (low + high + 1) // 2
            part = edge[:middle] if front else edge[len(edge) - middle :]
            if part in gap:
                low = middle
            else:
                high = middle - 1
        longest = max(longest, low)
    return longest


def _credible(matches: Sequence[Match], old_size: int, new_size: int) -> list[Match]:
    """Those that their surroundings bear out: six tenths of what stands around is the same too."""
    kept = []
    for number, one in enumerate(matches):
        if one.length >= 2 * _AROUND or _borne(matches, number, old_size, new_size):
            kept.append(one)
    return kept


def _borne(matches: Sequence[Match], number: int, old_size: int, new_size: int) -> bool:
    one = matches[number]
    windows = (
        (max(0, one.old - _AROUND), min(old_size, one.old + one.length + _AROUND)),
        (max(0, one.new - _AROUND), min(new_size, one.new + one.length + _AROUND)),
    )
    same = 2 * one.length
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(matches):
            other = matches[at]
            inside = [
                min(window[1], start + other.length) - max(window[0], start)
                for window, start in zip(windows, other[:2], strict=True)
            ]
            if max(inside) <= 0:
                break
            if abs((other.old - other.new) - (one.old - one.new)) <= _SHIFT:
                same += sum(max(0, size) for size in inside)
            at += step
    return same >= _SCORE * sum(end - start for start, end in windows)
