"""The tables of talks. All of it follows from the pages' records: it can be thrown away and made anew.

Days are ISO 8601; `sides` are ids in order with + between them.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Text

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

# Sides and themes whose stretches are to be made anew, since pages that tell of them came or went.
talk_stale = _table("talk_stale", Column("sides", Text, primary_key=True), Column("theme", Text, primary_key=True))

# One row a negotiation; `issues` are ids with + between them, the most told first, `runs` the stretches that it is made of (JSON).
talks = _table(
    "talks",
    Column("id", Text, primary_key=True),
    _text("sides"),
    _text("theme"),
    _text("issues"),
    _text("first"),
    _text("last"),
    _count("pages"),
    _count("meetings"),
    _text("runs"),
    Index("talks_by_last", "last", "pages", "id"),
)

# The pages that tell of each negotiation.
talk_pages = _table(
    "talk_pages",
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Text, primary_key=True),
    _page(primary_key=True),
    Index("talk_pages_by_page", "page"),
)

# All but the list of what is still to be made anew; what stands on others comes behind them.
MADE = (talk_places, talk_runs, talks, talk_pages)
