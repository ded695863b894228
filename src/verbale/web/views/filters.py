"""What most views let a reader choose, in the address."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from fastapi import Depends, Query

from verbale.ledger.views import Wanted


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen.

    Attributes:
        party: A name or an id.
        kinds: Kinds of items, or categories.
        outlet: Who published it.
        first: The first day.
        last: The last day.
        limit: How many at most.
    """

    party: str | None
    kinds: list[str]
    outlet: str | None
    first: datetime.date | None
    last: datetime.date | None
    limit: int

    def wanted(self, *, limit: int | None = None) -> Wanted:
        """The same for a view of the ledger.

        Args:
            limit: How many at most, where it is not as chosen.

        Returns:
            It.
        """
        chosen = {"party": self.party, "kinds": tuple(self.kinds), "outlet": self.outlet, "first": self.first, "last": self.last}
        return Wanted(**chosen, limit=limit or self.limit)  # type: ignore[arg-type]


def filters(
    party: Annotated[str | None, Query(max_length=100, description="An id (USA, rubio) or a name in any script.")] = None,
    kind: Annotated[list[str], Query(max_length=40, description="demand, meet, must, statement …; may be repeated.")] = [],  # noqa: B006
    outlet: Annotated[str | None, Query(max_length=200, description="Who published it, or the medium whose report it is.")] = None,
    first: Annotated[str, Query(alias="from", pattern=r"^(\d{4}-\d\d-\d\d)?$", description="The first day.")] = "",
    last: Annotated[str, Query(alias="to", pattern=r"^(\d{4}-\d\d-\d\d)?$", description="The last day.")] = "",
    limit: Annotated[int, Query(ge=1, le=1000, description="How many at most.")] = 50,
) -> Filters:
    """What the address chooses; an empty field of a form chooses nothing."""
    kinds = [one for one in kind if one]
    return Filters(party=party or None, kinds=kinds, outlet=outlet or None, first=day(first), last=day(last), limit=limit)


def day(written: str) -> datetime.date | None:
    """A day of a form.

    Args:
        written: ISO 8601, or empty.

    Returns:
        The day, ``None`` for none.

    Raises:
        UsageError: There is no such day.
    """
    from verbale.errors import UsageError  # noqa: PLC0415

    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError as error:
        raise UsageError(f"{written}: no day; write it as 2026-02-17") from error


Chosen = Annotated[Filters, Depends(filters)]
