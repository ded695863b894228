"""Single values that a ledger keeps about itself."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from verbale.ledger.tables import settings


def setting(connection: Connection, name: str) -> str | None:
    """A setting's value.

    Args:
        connection: The ledger.
        name: The setting.

    Returns:
        The value, ``None`` where it was never set.
    """
    return connection.scalar(select(settings.c.value).where(settings.c.name == name))


def keep(connection: Connection, name: str, value: str) -> None:
    """Set a setting.

    Args:
        connection: A transaction that writes.
        name: The setting.
        value: Its value.
    """
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(insert(settings).values(name=name, value=value))
