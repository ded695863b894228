"""Items as Parquet, for DuckDB, pandas, R, Spark."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import BinaryIO

from verbale.errors import LedgerError
from verbale.ledger.exports.flat import COLUMNS, rows
from verbale.ledger.telling import Told

_AT_ONCE = 10_000
_NUMBERS = {"line": "int32", "start": "int32", "stop": "int32", "confidence": "float64"}


def write_parquet(told: Iterable[Told], file: BinaryIO) -> None:
    """Write items as one Parquet file with the columns of the CSV.

    Args:
        told: The items.
        file: Open for writing bytes.

    Raises:
        LedgerError: The extra ``parquet`` is not installed.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise LedgerError("Parquet needs the extra: pip install 'verbale[parquet]'") from error
    schema = arrow.schema([(name, getattr(arrow, _NUMBERS.get(name, "string"))()) for name in COLUMNS])
    every = rows(told)
    with parquet.ParquetWriter(file, schema) as writer:
        while some := list(itertools.islice(every, _AT_ONCE)):
            writer.write_table(arrow.Table.from_pylist(some, schema=schema))
