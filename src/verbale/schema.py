"""The JSON Schema of the format ``verbale/1``, made from the model; ``python -m verbale.schema`` writes docs/record.schema.json."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from verbale.model import FORMAT, Record


def record_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every written record obeys.

    Returns:
        The schema, its parts under ``$defs``.
    """
    schema = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **schema}


def schema_text() -> str:
    """The schema as the file holds it: indented, UTF-8, ending in a line break."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> None:
    """Write the schema to the file named first, docs/record.schema.json where none is."""
    Path(arguments[0] if arguments else "docs/record.schema.json").write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
