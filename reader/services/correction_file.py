"""Corrections as a file: JSON that a person can read, mend and hand on.

``{"format": "xidu-corrections", "version": 1, "corrections": [{"words": [{"text": "辐射",
"pinyin": ["fú", "shè"]}, …], "here": null}, …]}``; ``pinyin`` is empty for a word that is read as
its characters are. One that holds at a place has ``here``: ``text`` and ``sha256`` of the source
it is in, ``paragraph``, ``start`` and ``end`` (code points), what stands ``before`` and ``after``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.domain.anchoring import place
from reader.domain.corrections import Wanted
from reader.domain.errors import CorrectionsUnreadable, FileMissing, FileUnreadable
from reader.domain.marks import Anchor, anchor_at
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.script import count_han
from reader.domain.typed import Fault, reading

if TYPE_CHECKING:
    from reader.domain.corrections import Correction
    from reader.domain.ports import Library
    from reader.services.correcting import Correcting, Made

FORMAT = "xidu-corrections"
VERSION = 1
_LONGEST = 100
"""Most code points that one correction is about; more is no mistake in a word."""
_MOST = 32 << 20
"""Bytes of the largest file that is read."""


class Taken(NamedTuple):
    """What became of a file: stored, there already, in texts that are not in the library."""

    made: Made
    known: int
    elsewhere: int

    @property
    def orphans(self) -> int:
        """How many were stored without a place: the text is another one."""
        return sum(one.wanted.orphan for one in self.made.made)


def as_json(corrections: Sequence[Correction], library: Library) -> str:
    """The text of a file with these corrections."""
    cards = {card.id: card for card in library.cards()}
    told = []
    for correction in corrections:
        wanted = correction.wanted
        here: dict[str, Any] | None = None
        if wanted.anchor is not None and wanted.document in cards:
            card, anchor = cards[wanted.document], wanted.anchor
            here = {
                "text": card.title,
                "sha256": card.sha256,
                "paragraph": anchor.span.paragraph,
                "start": anchor.span.start,
                "end": anchor.span.end,
                "before": anchor.before,
                "after": anchor.after,
            }
        words = [{"text": word.text, "pinyin": list(word.syllables)} for word in wanted.words]
        told.append({"words": words, "here": here})
    whole = {"format": FORMAT, "version": VERSION, "corrections": told}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def take(path: Path, correcting: Correcting, library: Library) -> Taken:
    """Keep the corrections of a file: all of them in one transaction, or none.

    One of the same characters that is there already gives way. Raises CorrectionsUnreadable,
    FileMissing, FileUnreadable and what storing raises.
    """
    parsed = _parsed(path)
    kept = [one.wanted for one in correcting.all()]
    known = {(old.words, old.document, old.anchor) for old in kept}
    wanted: dict[object, Wanted] = {}
    elsewhere = again = 0
    texts: dict[int, list[str]] = {}
    for words, here in parsed:
        new = Wanted(words)
        if here is not None:
            document = library.find(here.sha256)
            if document is None:
                elsewhere += 1
                continue
            if document not in texts:
                total = library.outline(document).total
                texts[document] = [p.text for p in library.paragraphs(document, 0, total)]
            new = _placed(new, document, here.anchor, texts[document])
        if (new.words, new.document, new.anchor) in known:
            again += 1
        else:
            wanted[new.quote if new.anchor is None else (new.document, new.anchor)] = new
    return Taken(correcting.make(list(wanted.values())), again, elsewhere)


class _Here(NamedTuple):
    sha256: str
    anchor: Anchor


def _placed(wanted: Wanted, document: int, anchor: Anchor, texts: Sequence[str]) -> Wanted:
    """At its place in a text, or without one where that is not certain."""
    span = place(anchor, texts)
    if span is None:
        return wanted._replace(document=document, anchor=anchor, orphan=True)
    return wanted._replace(document=document, anchor=anchor_at(texts[span.paragraph], span))


def _parsed(path: Path) -> list[tuple[tuple[NewWord, ...], _Here | None]]:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except OSError as error:
        raise FileUnreadable(path=path, detail=error.strerror or str(error)) from error
    if len(data) > _MOST:
        raise CorrectionsUnreadable(path=path, detail="it is too large")
    try:
        stored = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        detail = f"it is no JSON in line {error.lineno}"
        raise CorrectionsUnreadable(path=path, detail=detail) from error
    except (ValueError, RecursionError) as error:
        raise CorrectionsUnreadable(path=path, detail="it is no JSON") from error
    listed = stored.get("corrections") if isinstance(stored, dict) else None
    if not isinstance(listed, list) or stored.get("format") != FORMAT:
        raise CorrectionsUnreadable(path=path, detail="it is a file of another kind")
    if stored.get("version") != VERSION:
        raise CorrectionsUnreadable(path=path, detail="it is of a newer version of Xidu")
    found = []
    for number, told in enumerate(listed, 1):
        try:
            found.append(_one(told))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            detail = f"the correction with the number {number} is not complete or not possible"
            raise CorrectionsUnreadable(path=path, detail=detail) from error
    return found


def _one(told: Any) -> tuple[tuple[NewWord, ...], _Here | None]:
    """One correction of a file. Raises ValueError and the like for what is none."""
    words = tuple(_word(word["text"], word.get("pinyin") or []) for word in told["words"])
    quote = "".join(word.text for word in words)
    if not words or len(quote) > _LONGEST or not count_han(quote):
        raise ValueError(quote)
    here = told.get("here")
    if here is None:
        return words, None
    places = [here["paragraph"], here["start"], here["end"]]
    texts = [here["sha256"], here["before"], here["after"]]
    if not all(isinstance(at, int) and at >= 0 for at in places):
        raise ValueError(places)
    if not all(isinstance(text, str) for text in texts) or places[2] - places[1] != len(quote):
        raise ValueError(texts)
    return words, _Here(texts[0], Anchor(Span(*places), quote, texts[1], texts[2]))


def _word(text: object, pinyin: Sequence[object]) -> NewWord:
    if not isinstance(text, str) or not text or not isinstance(pinyin, list):
        raise ValueError(text)
    if not pinyin:
        return NewWord(text)
    syllables: list[str] = []
    for typed in pinyin:
        found = reading(typed, 1) if isinstance(typed, str) else Fault.NOT_PINYIN
        if isinstance(found, Fault):
            raise ValueError(typed)
        syllables += found
    if len(syllables) != count_han(text):
        raise ValueError(text)
    return NewWord(text, tuple(syllables))
