"""Whom a name means, as the ledger's pages know it."""

from __future__ import annotations

import functools

from sqlalchemy import Connection, select

from verbale.entities import gazetteer
from verbale.entities.lookup import lookup
from verbale.errors import LedgerError
from verbale.ledger.tables import entities, names
from verbale.ledger.tokens import folded

_NEAREST = 5


def parties_named(connection: Connection, name: str) -> tuple[str, ...]:
    """The parties that a name may mean.

    Args:
        connection: The ledger.
        name: An id (``USA``, ``rubio``), or a name in any script.

    Returns:
        The ids of those that the ledger's pages name so, else of those that the program knows by this name and the ledger's pages name
        otherwise; an id that is meant exactly comes alone.

    Raises:
        LedgerError: The ledger knows nobody of this name; the message names some who come near.
    """
    if connection.scalar(select(entities.c.id).where(entities.c.id == name).limit(1)):
        return (name,)
    form = folded(name.strip())
    found = connection.scalars(select(names.c.party).where(names.c.form == form).order_by(names.c.party)).all()
    if found:
        return tuple(found)
    known = dict.fromkeys(entry.id for entry in lookup(_gazetteer(), name))
    there = tuple(party for party in known if connection.scalar(select(entities.c.id).where(entities.c.id == party).limit(1)))
    if not there:
        raise LedgerError(f"{name}: no page of this ledger names such a party{_near(connection, form)}")
    return there


@functools.cache
def _gazetteer() -> gazetteer.Gazetteer:
    return gazetteer.load()


def _near(connection: Connection, form: str) -> str:
    like = select(names.c.form).where(names.c.form.contains(form, autoescape=True)).order_by(names.c.form).limit(_NEAREST)
    found = connection.scalars(like).all() if form else ()
    return f"; it has {', '.join(found)}" if found else "; give a name in Chinese, a Latin surname, or an id such as USA"
