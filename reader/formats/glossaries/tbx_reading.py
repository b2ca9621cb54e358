"""TBX files of any tool: version 2 and 3, DCA and DCT style, any dialect.

Of each concept we take what a term of ours has; what we do not know is skipped. Names of
elements and categories are those of ISO 30042:2008 and 2019.
"""

import re
from collections.abc import Iterator

from reader.domain.glossary import KINDS, Term
from reader.domain.glossary_table import Fill, Misfit
from reader.domain.script import count_han
from reader.formats.glossaries.faults import GlossaryRefused
from reader.formats.glossaries.packing import unpack_member
from reader.formats.glossaries.tbx_writing import MARK, RELATIONS
from reader.formats.glossaries.xml_nodes import Node, nodes

_ROOTS = frozenset({"tbx", "martif", "TBX", "tbxFile"})
_CONCEPTS = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_TERMS = frozenset({"termSec", "tig", "ntig"})
_SHORT = frozenset({"abbreviation", "acronym", "initialism", "shortForm", "variant"})
_TARGETS = {
    "crossReference": "related",
    "relatedConcept": "related",
    "associatedConcept": "related",
    "superordinateConceptGeneric": "broader",
    "superordinateConceptPartitive": "broader",
    "broaderConceptGeneric": "broader",
    "broaderConceptPartitive": "broader",
    "antonymConcept": "opposite",
}
_PINYIN = frozenset({"pinyin", "transliteration", "transliteratedForm", "pronunciation"})
_CODES = re.compile(r"_([0-9a-f]{1,6})_")


def concepts(data: bytes, file: str, fill: Fill) -> Iterator[tuple[int, Term | None]]:
    """Each concept with the line where it begins; None has no term in Chinese.

    Raises GlossaryRefused.
    """
    ours = False
    number = 0
    for node in nodes(data, file, _CONCEPTS | {"sourceDesc"}, _ROOTS):
        if node.name == "sourceDesc":
            ours = ours or node.content().strip() == MARK
            continue
        number += 1
        try:
            yield node.line, _Concept(node, number, fill, ours=ours).term()
        except Misfit as error:
            raise GlossaryRefused(file=file, line=node.line, detail=str(error)) from error


class _Concept:
    """One concept, being turned into a term."""

    def __init__(self, node: Node, number: int, fill: Fill, *, ours: bool) -> None:
        self._node = node
        self._number = number
        self._fill = fill
        self._ours = ours
        self._chinese: list[Node] = []
        self._english: list[Node] = []
        self._latin: list[Node] = []
        for language in node.nodes:
            if language.name in _LANGUAGES:
                self._room(language.attributes.get("lang", "")).append(language)

    def _room(self, code: str) -> list[Node]:
        parts = code.lower().replace("_", "-").split("-")
        if parts[0] in {"zh", "cmn", "chi", "zho"}:
            return self._latin if "latn" in parts or "pinyin" in parts else self._chinese
        return self._english if parts[0] in {"en", "eng"} else []

    def term(self) -> Term | None:
        found = self._written(self._chinese)
        if not found:
            return None
        head = found[0]
        headword = self._word(head)
        others = [self._word(node) for node in found[1:]]
        notes = self._labelled(self._node)
        kind = notes.get("kind", ["concept"])[0]
        if kind not in KINDS:
            raise Misfit(f"there is no kind “{kind}”")
        english, literal = self._meaning(notes)
        explanation = notes.get("explanation") or [self._explanation()]
        return Term(
            id=self._identifier(self._node.attributes.get("id", "")) or headword,
            headword=headword,
            syllables=self._syllables(head, headword),
            kind=kind,
            field=self._first([self._node], "subjectField"),
            english=english,
            explanation=explanation[0],
            chinese=self._first(self._chinese, "definition"),
            variants=tuple(others if self._ours else dict.fromkeys(others)),
            literal=literal,
            since=notes.get("since", [""])[0],
            members=tuple(unpack_member(note, self._fill) for note in notes.get("member", [])),
            collocations=tuple(self._all(head, "context")) if self._ours else (),
            **self._relations(),
        )

    # --- terms ------------------------------------------------------------------

    def _written(self, languages: list[Node]) -> list[Node]:
        """The terms of some languages: the full and preferred one first, if another tool wrote."""
        found = [node for each in languages for node in each.nodes if node.name in _TERMS]
        found = [node for node in found if self._word(node)]
        return found if self._ours else sorted(found, key=self._rank)

    def _rank(self, node: Node) -> int:
        status = " ".join(self._all(node, "administrativeStatus"))
        if status.startswith(("deprecated", "superseded", "obsolete")):
            return 3
        if any(kind in _SHORT for kind in self._all(node, "termType")):
            return 2
        return 0 if status.startswith("preferred") else 1

    def _word(self, node: Node) -> str:
        return next((self._text(each) for each in node.walk() if each.name == "term"), "")

    def _meaning(self, notes: dict[str, list[str]]) -> tuple[str, str]:
        found = self._written(self._english)
        literal = [*notes.get("literal", []), *(n for t in found for n in self._literal(t))]
        words = [self._word(node) for node in found]
        return "; ".join(words), literal[0] if literal else ""

    def _literal(self, node: Node) -> list[str]:
        return self._labelled(node).get("literal", [])

    def _syllables(self, head: Node, headword: str) -> tuple[str, ...]:
        told = self._labelled(head).get("pinyin", [])
        told += [text for name in sorted(_PINYIN) for text in self._all(head, name)]
        told += [self._word(node) for node in self._written(self._latin)]
        for pinyin in told:
            syllables = tuple(pinyin.split())
            if len(syllables) == count_han(headword):
                return syllables
        return self._fill(headword)

    # --- what is said of them ---------------------------------------------------

    def _explanation(self) -> str:
        """The definition in English, or else that of the concept, or else its notes."""
        found = self._first(self._english, "definition")
        if found or self._ours:
            return found
        return self._of_concept("definition") or self._of_concept("note")

    def _of_concept(self, category: str) -> str:
        return "\n".join(self._all(self._node, category))

    def _first(self, places: list[Node], category: str) -> str:
        return next((text for place in places for text in self._all(place, category)), "")

    def _all(self, place: Node, category: str) -> list[str]:
        """What a level says in a category, itself or in a group, but not on the levels below."""
        return [
            text
            for node in self._here(place)
            if node.category == category and (text := self._text(node))
        ]

    def _here(self, place: Node) -> Iterator[Node]:
        for node in place.nodes:
            if node.name in _LANGUAGES or node.name in _TERMS or node.name == "transacGrp":
                continue
            yield node
            if node.name.endswith("Grp"):
                yield from self._here(node)

    def _labelled(self, place: Node) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        if self._ours:
            for text in self._all(place, "note"):
                label, _, rest = text.partition(": ")
                out.setdefault(label, []).append(rest)
        return out

    def _relations(self) -> dict[str, tuple[str, ...]]:
        out: dict[str, list[str]] = {relation: [] for relation in RELATIONS}
        for node in self._here(self._node):
            target = node.attributes.get("target", "").removeprefix("#")
            relation = _TARGETS.get(node.category)
            if self._ours and node.content() in RELATIONS:
                relation = node.content()
            if target and relation:
                out[relation].append(self._identifier(target))
        return {relation: tuple(ids) for relation, ids in out.items()}

    def _identifier(self, name: str) -> str:
        if not self._ours or not name.startswith("_"):
            return name
        return _CODES.sub(lambda match: chr(int(match.group(1), 16)), name[1:])

    def _text(self, node: Node) -> str:
        text = node.content()
        # Other tools indent their files; ours holds each text exactly.
        return text if self._ours else " ".join(text.split())
