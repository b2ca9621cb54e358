"""Writes ``reader/domain/alike.py``: which characters a search takes for one and the same.

Run by hand when OpenCC has learned more: ``python packaging/alike.py``.
"""

from pathlib import Path
from textwrap import wrap
from unicodedata import normalize

from opencc import OpenCC

MODULE = Path(__file__).parent.parent / "reader" / "domain" / "alike.py"
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))
_HEAD = '''"""Characters that a search takes for one and the same: scripts and variants.

Written by ``packaging/alike.py`` from the single characters of OpenCC (BYVoid and others,
Apache-2.0) and the canonical equivalents of Unicode. Each of ``WRITTEN`` is found like the
one at its place in ``SIMPLE``.
"""

'''


def pairs() -> dict[str, str]:
    """Each character that has a simpler one, and that one."""
    convert = OpenCC("t2s").convert
    found = {}
    for char in (chr(code) for first, end in _HAN for code in range(first, end)):
        simple = convert(normalize("NFC", char))
        if len(simple) == 1 and simple != char:
            found[char] = simple
    return {char: found.get(simple, simple) for char, simple in found.items()}


def module() -> str:
    """The source of the module."""
    known = pairs()
    parts = []
    for name, chars in (("WRITTEN", known), ("SIMPLE", known.values())):
        lines = "\n".join(f'    "{line}"' for line in wrap("".join(chars), 45))
        parts.append(f"{name} = (\n{lines}\n)\n")
    return _HEAD + "\n".join(parts)


if __name__ == "__main__":
    MODULE.write_text(module(), encoding="utf-8")
