"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from verbale.ledger.exports.flat import COLUMNS
from verbale.ledger.telling import Told

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = Mapping[str, Any]


def csv_of(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """A table as CSV.

    Args:
        columns: The columns in order.
        rows: The rows; other keys are left out.

    Returns:
        UTF-8 with a header. Text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    names = list(columns)
    written = io.StringIO()
    writer = csv.DictWriter(written, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(row.get(name)) for name in names} for row in rows)
    return written.getvalue().encode()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.lstrip(" \n").startswith(_FORMULA) else value


def items_table(told: Iterable[Told]) -> bytes:
    """Items as CSV with the columns of ``verbale export --format csv``.

    Args:
        told: The items.

    Returns:
        The table.
    """
    return csv_of(COLUMNS, ({name: column(one) for name, column in COLUMNS.items()} for one in told))
