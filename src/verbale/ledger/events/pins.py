"""Where a page gives a day, a place or a duration: the characters to which a field's value is pinned."""

from __future__ import annotations

import datetime
import re

from verbale.entities import gazetteer
from verbale.language.times import resolve, scan
from verbale.ledger.events.intervals import Days, day_numbers, day_of_month
from verbale.model import Interval, Record, Span

Range = tuple[int, int]
_CLAUSE_MARKS = ",，。!！?？;；\n"
_SENTENCE_MARKS = "。!！?？\n"
_DAY = re.compile(r"([0-9]{1,2})日|([0-9]{1,2})号")
_DURATION = re.compile(r"[约近逾超过]{0,2}(?:[0-9一二三四五六七八九十两半]+[个多半]{0,2}(?:小时|分钟|钟头)半?)")


# Days from which words of time are tried: words that mean as many days before each of them are counted from the page's day.
_TRIED = (datetime.date(2001, 3, 13), datetime.date(2001, 6, 21), datetime.date(2002, 10, 18))
_MONTH = 31


def _counted_back(words: str) -> int | None:
    """How many days before the day on which they are said words of time mean; ``None`` where that differs from day to day."""
    counted = set()
    for day in _TRIED:
        values = [time.value for time in resolve(scan(words), published=Interval(day, day), text=words)]
        value = values[0] if len(values) == 1 else None
        if value is None or value.start is None or value.start != value.end:
            return None
        counted.add((day - value.start).days)
    back = counted.pop()
    return back if not counted and 0 <= back <= _MONTH else None


class Pins:
    """Finds the words of one page that give the fields of its acts.

    Args:
        record: The page's record.
        text: The page, folded, character for character.
    """

    def __init__(self, record: Record, text: str) -> None:
        self._record, self._text = record, text

    def clause(self, span: Span) -> Range:
        """The clause in which something stands."""
        start = max((self._text.rfind(mark, 0, span.start) for mark in _CLAUSE_MARKS), default=-1) + 1
        ends = [end for mark in _CLAUSE_MARKS if (end := self._text.find(mark, span.end)) >= 0]
        return start, min(ends, default=len(self._text))

    def sentence(self, span: Span) -> Range:
        """The sentence in which something stands."""
        start = max((self._text.rfind(mark, 0, span.start) for mark in _SENTENCE_MARKS), default=-1) + 1
        ends = [end for mark in _SENTENCE_MARKS if (end := self._text.find(mark, span.end)) >= 0]
        return start, min(ends, default=len(self._text))

    def _line(self, span: Span) -> Range:
        start = self._text.rfind("\n", 0, span.start) + 1
        end = self._text.find("\n", span.end)
        return start, end if end >= 0 else len(self._text)

    def day(self, span: Span, days: Days | None) -> Range:
        """The words that give the day of an act, in its line; else its clause."""
        if days is None:
            return self.clause(span)
        line = self._line(span)
        found = [(time.span.start, time.span.end) for time in self._record.times if day_numbers(time.value) == days]
        found = [place for place in found if line[0] <= place[0] < line[1]]
        if not found:
            wanted = {day_of_month(day) for day in days}
            found = [one.span() for one in _DAY.finditer(self._text, *line) if int(one[1] or one[2]) in wanted]
        return _nearest(found, span) or self.clause(span)

    def days_ago(self, span: Span) -> int | None:
        """How many days before the page something was done, by the last words of time before it in its sentence (昨天, 三天前).

        Args:
            span: The word that tells it.

        Returns:
            Days from 0 to a month; ``None`` where the words tell no single day, or none that is counted from the page's own.
        """
        start, _ = self.sentence(span)
        before = self._text[start : span.start]
        found = [time.span for time in scan(before)]
        return _counted_back(before[found[-1].start : found[-1].end]) if found else None

    def place(self, span: Span, place: str | None) -> Range:
        """The words that name the place of an act, in its line; else its clause."""
        entry = gazetteer.load().entry("city", place) if place else None
        line = self._line(span)
        words = self._text[slice(*line)]
        forms = [re.escape(form) for form in (entry.forms if entry else ())]
        found = [(line[0] + at.start(), line[0] + at.end()) for form in forms for at in re.finditer(form, words)]
        return _nearest(found, span) or self.clause(span)

    def duration(self, span: Span, minutes: int | None) -> Range:
        """The words that say how long a meeting took, in its line; else its clause."""
        if minutes is None:
            return self.clause(span)
        line = self._line(span)
        found = [(time.span.start, time.span.end) for time in self._record.times if time.minutes == minutes]
        found = found or [one.span() for one in _DURATION.finditer(self._text)]
        return _nearest([place for place in found if line[0] <= place[0] < line[1]] or found, span) or self.clause(span)


def _nearest(found: list[Range], span: Span) -> Range | None:
    """The place nearest to an act, of two as near the one before it."""
    return min(found, key=lambda place: (max(span.start - place[1], place[0] - span.end, 0), place), default=None)
