"""CSV files that any spreadsheet opens and none runs.

RFC 4180: commas, CRLF, quotation marks doubled, one header line, as many fields in every line. In
UTF-8 with a byte order mark, without which Excel misreads every letter beyond ASCII.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | float | bool | None

_STARTS = tuple("=+-@＝＋－＠")  # what begins a formula, in both widths
_BREAKS = tuple("\t\r\n")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as a CSV file.

    None is an empty cell, truth is yes or no, numbers are written out; text that a spreadsheet
    would run as a formula is neutralised. Raises ValueError for a row longer or shorter than
    the header.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(map(_written, header))
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"{len(row)} cells under {len(header)} headings")
        writer.writerow(map(_written, row))
    return file.getvalue().encode("utf-8-sig")


def neutralised(text: str) -> str:
    """Return text so that a spreadsheet shows it and never runs it: with an apostrophe in front.

    See OWASP, "CSV Injection".
    """
    risky = text.lstrip().startswith(_STARTS) or text.startswith(_BREAKS)
    return f"'{text}" if risky else text


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return neutralised(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)
