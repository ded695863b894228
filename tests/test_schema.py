import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from verbale.model import Act, Because, Interval, Line, Meeting, Page, Published, Record, Span
from verbale.schema import main, record_schema, schema_text

FILE = Path(__file__).parent.parent / "docs" / "record.schema.json"


def record() -> Record:
    day = datetime.date(2024, 3, 5)
    because = Because(rule="acts.meet", evidence=(Span(0, 2),))
    return Record(
        page=Page(id="a", source="a.txt", sha256="0" * 64, text="甲国外长会见乙国外长。"),
        published=Published(start=day, end=day, confidence=1.0),
        lines=(Line(Span(0, 11), "paragraph"),),
        acts=(
            Act(
                kind="meet",
                actors=("A",),
                recipients=("B",),
                anchor=Span(4, 6),
                modality="happened",
                date=Interval(day, None),
                because=because,
            ),
        ),
        meetings=(Meeting(format="in person", date=None, sides={"A": ("a",)}, modality="happened", because=because),),
    )


def test_committed_schema_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def written() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(msgspec.json.encode(record()))
    return loaded


def test_written_schema_is_the_same(tmp_path: Path) -> None:
    main([str(tmp_path / "schema.json")])
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == schema_text()


def test_record_obeys_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())
    jsonschema.validate(written(), record_schema(), cls=jsonschema.Draft202012Validator)


def test_unknown_line_kind_breaks_the_schema() -> None:
    changed = written()
    changed["lines"][0]["kind"] = "advertisement"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(changed, record_schema(), cls=jsonschema.Draft202012Validator)


def test_record_comes_back_from_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(record()), type=Record) == record()
