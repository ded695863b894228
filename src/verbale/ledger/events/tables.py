"""The tables of events. All of it follows from the pages' records: it can be thrown away and made anew (``Ledger.link``).

Days are ISO 8601, offsets code points of the page's text, half open.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Text

from verbale.ledger.tables import _NUMBER, _SHARE, _count, _maybe, _page, _table, _text

# Pages that are not linked yet, since they were added or read anew.
unlinked = _table("unlinked", _page(primary_key=True))

# The acts and meetings of a page in the form in which they are compared, and by what they are found: kind, parties and days.
tellings = _table(
    "tellings",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
telling_keys = _table(
    "telling_keys",
    Column("mark", Text, primary_key=True),
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Index("telling_keys_by_page", "page"),
)

# Two tellings that may be of one event, once for each pair: how sure, and why in words. `page` and `item` are the lesser of the two.
links = _table(
    "links",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("other_page", _NUMBER, ForeignKey("pages.number", ondelete="CASCADE"), primary_key=True),
    Column("other_item", Text, primary_key=True),
    Column("confidence", _SHARE, nullable=False),
    _text("reason"),
    Index("links_by_other", "other_page", "other_item"),
)

# Tellings whose event is to be found anew, since something that they are linked with came or went.
unsettled = _table("unsettled", _page(primary_key=True), Column("item", Text, primary_key=True))

# One row an event; `members` are acts and meetings, `pages` how many pages tell of it.
events = _table(
    "events",
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("day"),
    _maybe("day_from"),
    _maybe("day_to"),
    _maybe("place"),
    _text("modality"),
    _count("members"),
    _count("pages"),
    Column("confidence", _SHARE, nullable=False),
    Index("events_by_day", "day"),
)
event_members = _table(
    "event_members",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    _text("category"),
    Column("confidence", _SHARE, nullable=False),
    Index("event_members_by_event", "event"),
)

# Where pages, or voices of one page, exclude each other. `event` is empty where no event holds both.
contradictions = _table(
    "contradictions",
    Column("id", Text, primary_key=True),
    _maybe("event"),
    _text("field"),
    _text("day"),
    Column("confidence", _SHARE, nullable=False),
    _text("reason"),
    Index("contradictions_by_event", "event"),
    Index("contradictions_by_day", "day"),
)
contradiction_sources = _table(
    "contradiction_sources",
    Column("contradiction", Text, ForeignKey("contradictions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", _NUMBER, primary_key=True),
    _page(),
    _text("item"),
    _count("line"),
    _count("start"),
    _count("stop"),
    _text("value"),
    _maybe("voice"),
    Index("contradiction_sources_by_item", "page", "item"),
)

# Days of pages that do not tell their own, by the event of one of their items, which a dated page tells too.
page_days = _table(
    "page_days",
    _page(primary_key=True),
    _text("day_from"),
    _text("day_to"),
    _text("item"),
    _text("reason"),
    Column("confidence", _SHARE, nullable=False),
)

# All but the lists of what is still to be done; what stands on others comes behind them.
MADE = (tellings, telling_keys, links, events, event_members, contradictions, contradiction_sources, page_days)
