"""What a ledger tells of events."""

from __future__ import annotations

from sqlalchemy import Connection, select

from verbale.ledger.events.tables import event_members
from verbale.ledger.tables import pages


def homes(connection: Connection) -> dict[tuple[str, str], str]:
    """The event of every act and meeting.

    Args:
        connection: The ledger.

    Returns:
        Page's name and item's id → the event's id.
    """
    columns = (pages.c.name, event_members.c.item, event_members.c.event)
    rows = connection.execute(select(*columns).join(pages, pages.c.number == event_members.c.page))
    return {(row.name, row.item): row.event for row in rows}
