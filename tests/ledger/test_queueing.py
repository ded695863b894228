"""What waits to be judged: in one order, from any place on, each item once."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.invented import OTHER, PAGE, add
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import reading
from verbale.ledger.judging.deciding import Opinion
from verbale.ledger.judging.fields import value_of
from verbale.ledger.judging.queueing import Place, place_of
from verbale.ledger.tables import pages
from verbale.ledger.telling import Told

ANNA = Opinion(judge="anna")


@pytest.fixture(name="several")
def filled(ledger: Ledger) -> Ledger:
    return fill(ledger)


@pytest.fixture(name="unjudged", scope="module")
def filled_once(standing_location: str) -> Iterator[Ledger]:
    """The same, for tests that judge nothing."""
    with Ledger(standing_location) as ledger:
        yield fill(ledger)


def fill(ledger: Ledger) -> Ledger:
    for number, day in enumerate(("2023-04-06", "2023-04-09", None, "2024-01-01")):
        add(ledger, PAGE if number % 2 else OTHER, f"https://example.org/{number}", day)
    return ledger


def place(ledger: Ledger, one: Told) -> Place:
    with reading(ledger._engine) as connection:
        row = connection.execute(pages.select().where(pages.c.name == one.page)).one()
        found = place_of(connection, (row.number, one.id))
    assert found is not None
    return found


def walked(ledger: Ledger, step: int, *categories: str) -> list[tuple[str, str]]:
    """The queue, asked for piece by piece."""
    found: list[tuple[str, str]] = []
    after = None
    while some := ledger.judgements.queue(step, categories, after=after):
        found += [(one.page, one.id) for one in some]
        after = place(ledger, some[-1])
    return found


@pytest.mark.parametrize("step", [1, 3, 50])
@pytest.mark.parametrize("categories", [(), ("act",), ("statement", "commitment")])
def test_walking_through_shows_each_once_in_the_same_order(unjudged: Ledger, step: int, categories: tuple[str, ...]) -> None:
    every = [(one.page, one.id) for one in unjudged.judgements.queue(1000, categories)]
    assert len(every) == len(set(every)) > 3
    assert walked(unjudged, step, *categories) == every


def test_the_doubtful_come_first_and_of_these_the_newest(unjudged: Ledger) -> None:
    told = [(one.confidence, one.day or "") for one in unjudged.judgements.queue(1000)]
    assert len({confidence for confidence, _ in told}) > 1
    assert told == sorted(sorted(told, key=lambda one: one[1], reverse=True), key=lambda one: one[0])


def test_what_is_judged_leaves_and_its_place_still_leads_on(several: Ledger) -> None:
    first, second, third = several.judgements.queue(3)
    behind = place(several, first)
    several.judgements.reject(first.id, ANNA)
    assert [one.id for one in several.judgements.queue(2, after=behind)] == [second.id, third.id]
    assert first.id not in {one.id for one in several.judgements.queue(1000)}


@settings(max_examples=30, deadline=None)
@given(start=st.dates().map(str), end=st.dates().map(str))
def test_days_may_be_open_on_either_side(start: str, end: str) -> None:
    def nobody(name: str) -> str:
        raise LedgerError(name)

    assert value_of("act", "date", f"{start}..{end}", nobody) == {"start": start, "end": end}
    assert value_of("act", "date", f"{start}..", nobody) == {"start": start, "end": None}
    assert value_of("act", "date", f" ..{end}", nobody) == {"start": None, "end": end}
    assert value_of("act", "date", start, nobody) == {"start": start, "end": start}
    assert value_of("act", "date", " ", nobody) is None
