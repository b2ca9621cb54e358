"""Marks as a table: CSV that no spreadsheet takes for formulas, and that reads back exactly."""

import csv
import io
from collections.abc import Iterable, Iterator

from reader.domain.mark_records import COLUMNS, MarkMisfit, MarkRecord, columns, record
from reader.formats.annotations.faults import MarksRefused
from reader.formats.encodings import decode, detect
from reader.formats.glossaries.tables import plain_cell, rows

_LONGEST = 1_000_000
"""Most characters of a cell."""


def lines(records: Iterable[MarkRecord]) -> Iterator[str]:
    """The lines of a file, the first with the names of the columns."""

    def cells() -> Iterator[list[str]]:
        yield list(COLUMNS)
        for one in records:
            told = columns(one)
            yield [told[column] for column in COLUMNS]

    return rows(cells())


def read(data: bytes, file: str) -> Iterator[MarkRecord]:
    """Each row. Raises MarksRefused, NotText."""
    source = io.StringIO(decode(data, detect(data, file)), newline="")
    table = csv.reader(source, strict=True)
    previous = csv.field_size_limit(_LONGEST)
    try:
        names = [name.strip().lower() for name in next(table, [])]
        if "kind" not in names:
            raise MarksRefused(file=file, where="line 1", detail="there is no column “kind”")
        line = table.line_num + 1
        for cells in table:
            if any(cells):
                told = {name: plain_cell(cell) for name, cell in zip(names, cells, strict=False)}
                yield record(told)
            line = table.line_num + 1
    except (csv.Error, MarkMisfit) as error:
        raise MarksRefused(file=file, where=f"line {line}", detail=str(error)) from error
    finally:
        csv.field_size_limit(previous)
