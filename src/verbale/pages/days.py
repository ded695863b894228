"""Days as machines write them."""

from __future__ import annotations

import datetime
import re

from verbale.model import Interval

_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?![\d:])"
    r"|(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=(?:T?\d{4}(?:\d\d)?)?(?![\d:]))"
)
_UTC = re.compile(r"[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")
_ASIA = 16  # o'clock UTC, from which on it is the next day in China


def stated_days(written: str) -> Interval | None:
    """The day of a written time.

    Args:
        written: A date or a time such as ``2024-03-05T18:30:00Z``.

    Returns:
        The day, or two where the time is in UTC and it was the next day in China already; ``None`` where there is none.
    """
    found = _DAY.search(written)
    if found is None:
        return None
    try:
        day = datetime.date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None
    clock = _UTC.search(written.strip())
    late = clock is not None and int(clock[1]) >= _ASIA
    return Interval(day, day + datetime.timedelta(1) if late else day)
