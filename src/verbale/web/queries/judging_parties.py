"""Parties whom somebody may mean while writing a name."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, or_, select

from verbale.ledger.tables import entities, names
from verbale.ledger.tokens import folded

_FORMS = 60  # forms that are looked through
_SHOWN = 12


class Suggested(msgspec.Struct, frozen=True):
    """A party of the ledger.

    Attributes:
        id: Its id.
        name: Its name in English.
        name_zh: Its name in Chinese.
    """

    id: str
    name: str | None
    name_zh: str | None


def suggested(connection: Connection, written: str) -> list[Suggested]:
    """Parties of the ledger whose id or name begins with what was written.

    Args:
        connection: The ledger.
        written: The beginning of an id or a name, in any script.

    Returns:
        At most twelve, by their ids.
    """
    form = folded(written.strip())
    if not form:
        return []
    begins = or_(names.c.form == form, names.c.form.between(form, form + chr(0x10FFFF)))
    ids = sorted(set(connection.scalars(select(names.c.party).where(begins).order_by(names.c.form).limit(_FORMS))))[:_SHOWN]
    known = {row.id: row for row in connection.execute(select(entities).where(entities.c.id.in_(ids)).order_by(entities.c.page.desc()))}
    return [Suggested(id=row.id, name=row.name, name_zh=row.name_zh) for _, row in sorted(known.items())]
