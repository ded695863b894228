"""What people said of the records: all judgements, also those that were undone."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import ColumnElement

from verbale.ledger.connecting import reading
from verbale.ledger.finding import page_named
from verbale.ledger.judging import keeping
from verbale.ledger.judging.judgement import Judgement
from verbale.ledger.tables import judgements
from verbale.web.desk import AtDesk
from verbale.web.queries.judging_states import words_of
from verbale.web.tables import csv_of
from verbale.web.twins import offer

router = APIRouter()
_SAID = ("number", "verdict", "page", "category", "item", "start", "stop", "words", "changes", "others", "reason")
_COLUMNS = (*_SAID, "judge", "judged", "undone_by", "undone")


class History(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements.

    Attributes:
        page: Only those on items of this page; empty for all.
        item: Only those on this item; empty for all.
        judge: Only those by this person; empty for all.
        limit: How many at most.
        judgements: They, the last first.
        words: Number of a judgement → the words of the page that it is about, where the page still has them.
        judges: Everybody who has judged.
    """

    page: str
    item: str
    judge: str
    limit: int
    judgements: list[Judgement]
    words: dict[int, str]
    judges: list[str]


def history(
    desk: AtDesk,
    page: Annotated[str, Query(max_length=300, description="Only those on items of this page.")] = "",
    item: Annotated[str, Query(max_length=64, description="Only those on this item.")] = "",
    judge: Annotated[str, Query(max_length=100, description="Only those by this person.")] = "",
    limit: Annotated[int, Query(ge=1, le=10_000, description="How many at most.")] = 100,
) -> History:
    """What people said of the records, the last first, also what was undone."""
    with reading(desk.engine) as connection:
        wanted: list[ColumnElement[bool]] = []
        wanted += [judgements.c.address == page_named(connection, page).address] if page else []
        wanted += [judgements.c.item == item] if item else []
        wanted += [judgements.c.judge == judge] if judge else []
        made = keeping.history(connection, *wanted, limit=limit)[::-1]
        words = words_of(connection, made)
        judges = desk.remembered("judges", lambda: keeping.judges(connection))
    return History(page=page, item=item, judge=judge, limit=limit, judgements=made, words=words, judges=judges)


def _table(found: History) -> bytes:
    rows = (
        msgspec.structs.asdict(one)
        | {"category": one.at.category, "item": one.at.item, "start": one.at.start, "stop": one.at.stop}
        | {"words": found.words.get(one.number)}
        | {"changes": "; ".join(f"{field}={value}" for field, value in one.changes.items())}
        | {"others": "; ".join(other.item for other in one.others)}
        for one in found.judgements
    )
    return csv_of(_COLUMNS, rows)


offer(router, "/judgements", history, "judgements.html", History, _table)
