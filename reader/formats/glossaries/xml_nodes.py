"""XML read one entry at a time, from files that nobody vouches for.

The standard library's expat does the work: with every declaration of an entity refused and no
handler for external ones, nothing can expand and nothing is fetched. ``defusedxml`` sets
the same handler, but hides the line of a fault, and its parser in Python takes longer.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from reader.domain.glossary_table import Misfit
from reader.formats.glossaries.faults import GlossaryRefused

_DEEPEST = 64
_CHUNK = 65_536
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_NATIVE = frozenset({"utf-8", "utf-16", "ascii", "iso8859-1"})
"""What expat reads by itself, by Python's names."""


class Node:
    """An element: local name, attributes by local name, text directly in it, elements in it."""

    __slots__ = ("attributes", "line", "name", "nodes", "parts")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.nodes: list[Node] = []
        self.parts: list[str] = []

    @property
    def category(self) -> str:
        """What it tells: its type where the file is in DCA style, its own name in DCT style."""
        return self.attributes.get("type") or self.name

    def content(self) -> str:
        """All text in it, with that of the elements inside."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        # parts holds one stretch of text before each element in it, and one after the last.
        for at, part in enumerate(self.parts):
            yield part
            if at < len(self.nodes):
                yield from self.nodes[at]._pieces()

    def add_text(self, text: str) -> None:
        """Put text behind what there is."""
        while len(self.parts) <= len(self.nodes):
            self.parts.append("")
        self.parts[len(self.nodes)] += text

    def add(self, node: "Node") -> None:
        """Put an element behind what there is."""
        while len(self.parts) <= len(self.nodes):
            self.parts.append("")
        self.nodes.append(node)

    def walk(self) -> "Iterator[Node]":
        """The elements in it, at any depth, in order."""
        for node in self.nodes:
            yield node
            yield from node.walk()


def nodes(data: bytes, file: str, wanted: frozenset[str], roots: frozenset[str]) -> Iterator[Node]:
    """Give each outermost element with a name in ``wanted`` as soon as it is complete.

    ``roots`` names the element that the file may begin with. Raises GlossaryRefused.
    """
    data, encoding = _readable(data, file)
    reader = _Reader(file, wanted, roots, encoding)
    for start in range(0, len(data), _CHUNK):
        reader.feed(data[start : start + _CHUNK], last=start + _CHUNK >= len(data))
        yield from reader.take()


def _readable(data: bytes, file: str) -> tuple[bytes, str | None]:
    """The bytes in an encoding that expat knows, and its name if the file names another."""
    match = _DECLARED.match(data[:200])
    if match is None:
        return data, None
    name = match.group(1).decode("ascii")
    try:
        known = codecs.lookup(name).name
        if known in _NATIVE or data.startswith(codecs.BOM_UTF8):
            return data, None
        return data.decode(known).encode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryRefused(file=file, line=line, detail=f"bytes that are no {name}") from error
    except (LookupError, ValueError) as error:
        detail = f"there is no encoding “{name}”"
        raise GlossaryRefused(file=file, line=1, detail=detail) from error


class _Reader:
    def __init__(
        self, file: str, wanted: frozenset[str], roots: frozenset[str], encoding: str | None
    ) -> None:
        self._file = file
        self._wanted = wanted
        self._roots = roots
        self._open: list[Node] = []
        self._depth = 0
        self._ready: list[Node] = []
        parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_skipped
        self._parser = parser

    def feed(self, data: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            detail = expat.ErrorString(error.code) or "it is not well formed"
            raise GlossaryRefused(file=self._file, line=error.lineno, detail=detail) from error
        except Misfit as error:
            line = self._parser.CurrentLineNumber
            raise GlossaryRefused(file=self._file, line=line, detail=str(error)) from error

    def take(self) -> list[Node]:
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        self._depth += 1
        if self._depth == 1 and local not in self._roots:
            raise Misfit(f"“{local[:40]}” is not how a TBX file begins")
        if self._depth > _DEEPEST:
            raise Misfit("elements are nested too deeply")
        if not self._open and local not in self._wanted:
            return
        plain = {_local(key): value for key, value in attributes.items()}
        node = Node(local, plain, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].add(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self._ready.append(node)

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].add_text(text)

    @staticmethod
    def _refuse_entity(*_: Any) -> None:
        raise Misfit("entities are declared, which a glossary does not need")

    @staticmethod
    def _refuse_skipped(name: str, parameter: bool) -> None:
        # Declared in a file elsewhere, which is not fetched: leaving it out would garble the text.
        if not parameter:
            raise Misfit(f"the entity “{name}” is not declared here")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
