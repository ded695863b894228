"""What a text has named so far, and which of several possible days the words mean."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from verbale.language.times.cues import Direction
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Interval

Day = datetime.date
_SHORT = 8  # days of a range whose last day can be 当日


class Named(msgspec.Struct):
    """The reference day, and the time that the text named last.

    ``month`` and ``year`` are those that were written out; ``leaning`` says that the next time is part of the same expression;
    ``spoken`` and ``over`` say that a verb of saying follows the time, or any word that tells it as past; ``elsewhere`` gives the
    holidays that the text's region keeps on another day.
    """

    reference: Day | None = None
    day: Day | None = None
    past_day: Day | None = None
    month: Interval | None = None
    year: int | None = None
    start: Day | None = None
    end: int | None = None
    same_sentence: bool = False
    leaning: bool = False
    explicit_month: bool = False
    spoken: bool = False
    over: bool = False
    days: dict[int, Interval] = msgspec.field(default_factory=dict)
    elsewhere: dict[str, str] = msgspec.field(default_factory=dict)

    def remember(self, time: SymbolicTime, value: Interval) -> None:
        """Take a resolved time as the one named last.

        Args:
            time: The time.
            value: Its days, both known.
        """
        if value.start is None or value.end is None:
            return
        last = time.members[-1] if time.members else time
        carries = self.same_sentence or self.leaning
        self.start, self.end, self.month = value.start, time.span.end, value
        if value.start == value.end or (time.members and (value.end - value.start).days < _SHORT):
            self.day = value.end
            if self.reference and value.end <= self.reference:
                self.past_day = value.end
        if last.year is not None or last.unit == "year":
            self.year = value.end.year
        elif not carries:
            self.year = None
        self.explicit_month = last.month is not None or last.unit == "month" or (self.explicit_month and carries)
        if value.start == value.end:
            self.days[value.start.day] = value

    def meant(self, offset: int, way: Direction) -> Day | None:
        """The day that 当天 or 次日 counts from.

        Args:
            offset: 0 for 当天: told as past it is no day that is yet to come, unless the same sentence names it.
            way: Whether the words around it look ahead.

        Returns:
            The day, the reference day where the text has named none.
        """
        coming = self.day is not None and self.reference is not None and self.day > self.reference
        if coming and offset == 0 and way == "past" and not self.same_sentence:
            return self.past_day or self.reference
        return self.day or self.reference


def choose(candidates: Iterable[Interval], reference: Day | None, way: Direction, *, ratio: int = 0) -> Interval | None:
    """The one that the words mean among the years or months that a date may have.

    Args:
        candidates: The possible days.
        reference: The reference day; without it nothing is chosen.
        way: past takes the latest not after it, coming the first not before it, nearest the nearest.
        ratio: The past is taken unless the coming one is so many times nearer; 0 where it is taken in any case.

    Returns:
        The chosen days, or ``None``.
    """
    if reference is None:
        return None
    known = [(each.start, each.end) for each in candidates if each.start and each.end]
    past = max((each for each in known if each[0] <= reference), default=None)
    coming = min((each for each in known if each[1] >= reference), default=None)
    if past is None or coming is None:
        best = past or coming
    elif way == "coming":
        best = coming
    elif way == "past" and not ratio:
        best = past
    else:
        times_nearer = ratio if way == "past" else 1
        best = past if (reference - past[1]).days <= times_nearer * (coming[0] - reference).days else coming
    return Interval(*best) if best else None
