"""Each page as data and as a table, and the description of it all."""

import csv
import io

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.web.conftest import Served, Visit
from verbale.model import Record

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
TABLES = ["/timeline", "/promises", "/positions", "/parties", "/parties/UKR", "/pages", "/search"]


@pytest.mark.parametrize("path", [*TABLES, "/home", "/pages/wire-ukraine-2025"])
def test_every_page_names_its_twins(visit: Visit, path: str) -> None:
    shown = visit.get(path.replace("/home", "/")).text
    assert f'href="{path}.json' in shown
    assert visit.get(f"{path}.json").headers["content-type"] == "application/json"
    assert (f'href="{path}.csv' in shown) is (path in TABLES)


@pytest.mark.parametrize("path", TABLES)
def test_tables_have_a_header_and_rows(visit: Visit, path: str) -> None:
    answer = visit.get(f"{path}.csv?q=谈判" if path == "/search" else f"{path}.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len(rows) > 1
    assert None not in rows[0]


def test_page_as_data_is_its_record(visit: Visit, room: Served) -> None:
    told = visit.get("/pages/wire-ukraine-2025.json").json()
    record = msgspec.convert(told["record"], type=Record)
    assert record == room.gate.desk.ledger.record("wire-ukraine-2025")
    assert visit.get("/pages/wire-ukraine-2025/text").content.decode() == record.page.text


def test_search_as_data_finds_what_the_page_shows(visit: Visit) -> None:
    hits = visit.get("/search.json?q=谈判&kind=meeting").json()["hits"]
    shown = visit.get("/search?q=谈判&kind=meeting").text
    assert hits
    assert all(hit["citation"] in shown for hit in hits)
    assert all(any(one["category"] == "meeting" for one in hit["items"]) for hit in hits)


def test_name_of_a_party_leads_to_the_twin(visit: Visit) -> None:
    answer = visit.get("/parties/乌克兰.json")
    assert (answer.status_code, answer.headers["location"]) == (303, "/parties/UKR.json")


def test_unknown_things_are_told_as_data(visit: Visit) -> None:
    for path in ("/pages/nope.json", "/parties/nope.json", "/nope.json"):
        answer = visit.get(path)
        assert (answer.status_code, answer.json()["problem"]) == (404, "missing")
    assert visit.get("/pages/wire-ukraine-2025.json?at=9-3").status_code == 400
    assert visit.get("/timeline.json?from=2025-02-30").status_code == 400
    assert visit.get("/timeline.json?limit=x").status_code == 422


def test_facets_are_the_address(visit: Visit) -> None:
    everything = visit.get("/timeline.json?limit=1000").json()["items"]
    some = visit.get("/timeline.json?party=UKR&kind=meeting&from=2025-01-01&to=2025-12-31").json()["items"]
    assert some
    assert {one["id"] for one in some} < {one["id"] for one in everything}
    assert all(one["category"] == "meeting" and one["day"].startswith("2025") for one in some)


def test_description_names_every_address(visit: Visit, room: Served) -> None:
    document = visit.get("/openapi.json").json()
    shown = visit.get("/api").text
    assert all(path in shown for path in document["paths"])
    assert {"/", "/search.json", "/pages/{name}.json", "/timeline.csv"} <= set(document["paths"])


def test_server_does_as_described(room: Served) -> None:
    """Schemathesis: whatever is sent to any address, the answer is as the document says."""
    schema = schemathesis.openapi.from_url(f"{room.url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 25
    session = Visit(room.url)
    token = session.token()

    @settings(max_examples=150, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
    @given(case=st.one_of([operation.as_strategy() for operation in operations]))
    def ask(case: schemathesis.Case) -> None:
        if case.method == "POST" and isinstance(case.body, dict):
            case.body["token"] = token
        if case.path.startswith("/add") and case.method == "POST":
            return  # it would read what it is given; tested with pages of sense
        case.call_and_validate(base_url=room.url, session=session.session, checks=CHECKS, allow_redirects=False)

    ask()
