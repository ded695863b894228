"""The tables of outcomes. All of it follows from the pages' records: it can be thrown away and made anew.

Days are ISO 8601; offsets are code points of the page's text, half open.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Text

from verbale.ledger.tables import _NUMBER, _SHARE, _count, _maybe, _page, _table, _text

# Pages that are not weighed yet, since they were added or read anew.
unweighed = _table("unweighed", _page(primary_key=True))

# The days with which pages were weighed that do not tell their own, by the events that they tell.
weighed_days = _table("weighed_days", _page(primary_key=True), _text("day_from"), _text("day_to"))

# What an item is about. `depth` is 0 where its own words say so, 1 where its sentence does, 2 where only the page does.
item_issues = _table(
    "item_issues",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("issue", Text, primary_key=True),
    _count("depth"),
    Index("item_issues_by_issue", "issue", "page"),
)

# Promises, and what may have kept or broken some, in the form in which they are compared.
# `due` is empty where nothing can be overdue.
pledges = _table(
    "pledges",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("told"),
    _text("due"),
    _count("lasting"),
    Column("data", LargeBinary, nullable=False),
    Index("pledges_by_due", "due"),
)
# The same promise told by another page, due on the same day: a row for each of the two. `told` is when the other page came out.
pledge_again = _table(
    "pledge_again",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("other_page", _NUMBER, ForeignKey("pages.number", ondelete="CASCADE"), primary_key=True),
    Column("other", Text, primary_key=True),
    _text("told"),
    Index("pledge_again_by_other", "other_page"),
)
deeds = _table("deeds", _page(primary_key=True), Column("place", _NUMBER, primary_key=True), Column("data", LargeBinary, nullable=False))

# By what both are found: what it takes and who takes part; for a pledge the first and last day on which a deed can answer it.
pledge_keys = _table(
    "pledge_keys",
    Column("mark", Text, primary_key=True),
    Column("first", Text, primary_key=True),
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("last"),
    Index("pledge_keys_by_page", "page"),
)
deed_keys = _table(
    "deed_keys",
    Column("mark", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    _page(primary_key=True),
    Column("place", _NUMBER, primary_key=True),
    Index("deed_keys_by_page", "page"),
)

# A deed that shows a promise kept or broken: `shows` says which, `done` when it was done, `told` when its page came out.
answers = _table(
    "answers",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("by_page", _NUMBER, ForeignKey("pages.number", ondelete="CASCADE"), primary_key=True),
    Column("place", _NUMBER, primary_key=True),
    _text("shows"),
    _text("reason"),
    _text("done"),
    _text("told"),
    _maybe("act"),
    _count("line"),
    _count("start"),
    _count("stop"),
    Column("confidence", _SHARE, nullable=False),
    Index("answers_by_page", "by_page"),
)

# All but the list of pages that are still to be weighed.
MADE = (weighed_days, item_issues, pledges, pledge_keys, pledge_again, deeds, deed_keys, answers)
