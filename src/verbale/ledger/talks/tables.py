"""The tables of talks. All of it follows from the pages' records: it can be thrown away and made anew.

Days are ISO 8601; `sides` are ids in order with + between them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Text

from verbale.ledger.tables import _count, _page, _table, _text

# Which sides a page tells of as talking, and on what; `meetings` counts its meetings and calls of just these sides.
talk_places = _table(
    "talk_places",
    _page(primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("sides", Text, primary_key=True),
    _text("day"),
    _text("issue"),
    _count("meetings"),
    Index("talk_places_by_sides", "sides", "theme", "day"),
)

# Stretches of time in which pages tell of the same sides on the same theme, without a long pause.
talk_runs = _table(
    "talk_runs",
    Column("sides", Text, primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("first", Text, primary_key=True),
    _text("last"),
    _text("issue"),
    _count("pages"),
    _count("days"),
    _count("meetings"),
)
