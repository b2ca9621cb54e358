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
from reader.ui.card.keys import KEYS

ROOT = Path(__file__).parent.parent
FILE = ROOT / "resources" / "translations" / "xidu_zh_CN.ts"

Message = tuple[str, str]
"""Context and English text."""


def messages() -> list[Message]:
    """Every translatable string, sorted and once each."""
    found: set[Message] = set()
    for path in sorted((ROOT / "reader").rglob("*.py")):
        found.update(_in_file(path))
    found.update(_tables())
    return sorted(found)


def _in_file(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    owners: dict[ast.AST, str] = {}
    for owner in ast.walk(tree):  # from outside to inside: the nearest class has the last word
        if isinstance(owner, ast.ClassDef):
            owners.update(dict.fromkeys(ast.walk(owner), owner.name))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = _name(node.func)
        texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
        match called, texts:
            case "tr", [str(text)] if len(node.args) == 1 and node in owners:
                yield owners[node], text
            case "QT_TRANSLATE_NOOP" | "translate", [str(context), str(text)]:
                yield context, text
            case "tr" | "QT_TRANSLATE_NOOP", _:
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                raise SystemExit(f"{place}: {called} needs a literal text, within a class, alone")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _tables() -> Iterator[Message]:
    for why in WHYS:
        yield "repairs", why
    for keys, what in (*MOVES.items(), *KEYS.items()):
        yield "keys", keys
        yield "keys", what


def stored(*, drafts: bool = False) -> dict[Message, str]:
    """The finished translations of the file, or those that are marked as unfinished."""
    found: dict[Message, str] = {}
    if FILE.exists():
        for context in ET.parse(FILE).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and drafts == (translation.get("type") == "unfinished"):
                    found[name, message.findtext("source", "")] = translation.text or ""
    return found


def write(
    wanted: list[Message], finished: dict[Message, str], drafts: dict[Message, str]
) -> list[Message]:
    """Write the file; return what is not translated yet."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    missing: list[Message] = []
    contexts: dict[str, ET.Element] = {}
    for key in wanted:
        context, text = key
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if finished.get(key):
            translation.text = finished[key]
        else:
            translation.set("type", "unfinished")
            translation.text = drafts.get(key)
            missing.append(key)
    ET.indent(root, " ")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    FILE.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    return missing


def main() -> None:
    """Bring the file up to date and say what is missing."""
    for context, text in write(messages(), stored(), stored(drafts=True)):
        sys.stdout.write(f"to translate ({context}): {text}\n")


if __name__ == "__main__":
    main()
