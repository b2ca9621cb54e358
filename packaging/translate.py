"""Collects every string of the interface into the Qt translation source file.

Qt's own lupdate does not see strings that are kept in tables and translated by variable;
these few contexts are collected here in the same way as all others.
"""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from reader.formats.mending import WHYS
from reader.ui.article.keys import MOVES

ROOT = Path(__file__).parent.parent
FILE = ROOT / "resources" / "translations" / "xidu_zh_CN.ts"

Message = tuple[str, str]
"""Context and English text."""


def messages() -> list[Message]:
    """Every translatable string, sorted and once each."""
    found: set[Message] = set()
    for path in sorted((ROOT / "reader").rglob("*.py")):
        found.update(_in_file(ast.parse(path.read_text(encoding="utf-8"))))
    found.update(_tables())
    return sorted(found)


def _in_file(tree: ast.Module) -> Iterator[Message]:
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef):
            for node in ast.walk(owner):
                if _calls(node, "tr") and (text := _literal(node, 0)):
                    yield owner.name, text
    for node in ast.walk(tree):
        if _calls(node, "QT_TRANSLATE_NOOP") or _calls(node, "translate"):
            context, text = _literal(node, 0), _literal(node, 1)
            if context and text:
                yield context, text


def _calls(node: ast.AST, name: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return called == name


def _literal(node: ast.AST, index: int) -> str:
    assert isinstance(node, ast.Call)
    if index >= len(node.args):
        return ""
    argument = node.args[index]
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_text else ""  # type: ignore[attr-defined]


def _tables() -> Iterator[Message]:
    for why in WHYS:
        yield "repairs", why
    for keys, what in MOVES.items():
        yield "keys", keys
        yield "keys", what


def stored() -> dict[Message, str]:
    """The finished translations of the file."""
    found: dict[Message, str] = {}
    if FILE.exists():
        for context in ET.parse(FILE).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.get("type") != "unfinished":
                    found[name, message.findtext("source", "")] = translation.text or ""
    return found


def write(wanted: list[Message], translations: dict[Message, str]) -> list[Message]:
    """Write the file; return what is not translated yet."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    missing: list[Message] = []
    contexts: dict[str, ET.Element] = {}
    for context, text in wanted:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if translations.get((context, text)):
            translation.text = translations[context, text]
        else:
            translation.set("type", "unfinished")
            missing.append((context, text))
    ET.indent(root, " ")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    FILE.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    return missing


def main() -> None:
    """Bring the file up to date and say what is missing."""
    for context, text in write(messages(), stored()):
        sys.stdout.write(f"to translate ({context}): {text}\n")


if __name__ == "__main__":
    main()
