"""Which pages are still to be weighed, and what goes when a page goes."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, exists, insert, or_, select

from verbale.ledger.outcomes.tables import MADE, unweighed
from verbale.ledger.tables import pages
from verbale.ledger.talks import gathering
from verbale.ledger.talks.tables import talk_places


def _of_page(table: Table) -> ColumnElement[bool]:
    """The condition that a row follows from a page, be it of two."""
    return or_(*(column == bindparam("page") for column in table.columns if column.references(pages.c.number)))


# Whether anything follows from a page.
_WEIGHED = select(or_(*(exists().where(_of_page(table)) for table in (*MADE, talk_places))))


def mark(connection: Connection, page: int) -> None:
    """Remember that a page is to be weighed.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    connection.execute(delete(unweighed).where(unweighed.c.page == page))
    connection.execute(insert(unweighed).values(page=page))


def forget(connection: Connection, page: int) -> None:
    """Take out all that follows from a page.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    connection.execute(delete(unweighed).where(unweighed.c.page == page))
    if not connection.scalar(_WEIGHED, {"page": page}):
        return
    for table in reversed(MADE):
        connection.execute(delete(table).where(_of_page(table)), {"page": page})
    gathering.leave(connection, page)
