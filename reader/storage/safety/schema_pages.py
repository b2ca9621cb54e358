"""Counting what is defined in a file before SQLite is let at it.

SQLite reads the whole schema with its first statement, which takes minutes for some hundred
thousand tables and cannot be interrupted. So the pages of the table that holds it, which begins
on page 1, are looked at by hand (https://sqlite.org/fileformat2.html#b_tree_pages).
"""

from pathlib import Path

_LEAF, _INTERIOR = 0x0D, 0x05


def more_objects_than(path: Path, most: int) -> bool:
    """Whether a file defines more than so many objects, or cannot be read so far.

    Expects a file whose header is sound.
    """
    with path.open("rb") as file:
        start = file.read(100)
        size = int.from_bytes(start[16:18], "big")
        size = 65536 if size == 1 else size
        waiting, seen, found = [1], 0, 0
        while waiting:
            number = waiting.pop()
            seen += 1
            if seen > most:
                return True
            file.seek((number - 1) * size)
            page = file.read(size)
            at = 100 if number == 1 else 0
            kind, cells = page[at : at + 1], int.from_bytes(page[at + 3 : at + 5], "big")
            if kind == bytes((_LEAF,)):
                found += cells
            elif kind == bytes((_INTERIOR,)):
                waiting += _children(page, at, cells)
            else:
                return True
            if found > most or len(waiting) > most:
                return True
    return False


def _children(page: bytes, at: int, cells: int) -> list[int]:
    """Numbers of the pages below an interior page."""
    children = [int.from_bytes(page[at + 8 : at + 12], "big")]
    for cell in range(cells):
        pointer = at + 12 + 2 * cell
        place = int.from_bytes(page[pointer : pointer + 2], "big")
        children.append(int.from_bytes(page[place : place + 4], "big"))
    return [child for child in children if child > 0]
