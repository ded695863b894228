"""From symbolic times to days, once it is known when the article came out."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence

import msgspec

from verbale.language.datelines import dateline_of
from verbale.language.times.counting import at_distance, stretch
from verbale.language.times.cues import Direction, direction, is_agreed, is_of_a_thing, is_told, looks_back
from verbale.language.times.dated import point_days
from verbale.language.times.days import shifted
from verbale.language.times.named import Named
from verbale.language.times.symbols import Amount, SymbolicTime
from verbale.language.times.words import around, table
from verbale.model import Interval, Span, TimeExpression

Day = datetime.date
_SENTENCE_END = re.compile(r"[。！？\n]")
_SPOKEN = re.compile(r"[^，。；\n]{0,8}?" + around("says"))
_THEN = ("此后", "随后", "之后", "其后", "此前")
_DONE = re.compile(r"[，]?[^，。；将会须应]{0,4}?(?:已|曾|从未|未曾|一直)")
# News is told so many days later at most.
_NEWS_DAYS = 3
# A story comes out so many days after the day of its dateline at most, where that is the day on which it was written.
_OVERNIGHT = 1
# 签字前数小时: on the day of what was told, not hours before the page.
_HOURS_BEFORE = re.compile(r"[^，。；：、\s\d“”（）在于自从到]前\Z")
_QUOTED = re.compile("“[^“”]{8,}”")
_NO_ANCHOR = {"before", "through", "after", "from", "since", "start", "coming", "past", "within", "since_amount", "vague"}


def resolve(
    times: Sequence[SymbolicTime], *, published: Interval | None, text: str, apart: Sequence[Span] = ()
) -> tuple[TimeExpression, ...]:
    """The days that symbolic times mean.

    Args:
        times: What :func:`scan` found, in order.
        published: When the article came out; its last day is what 昨天 and bare dates count from. ``None`` where unknown.
        text: The scanned text: the words around a date tell whether it looks ahead.
        apart: Stretches of the text that stand beside the story (captions): 当天 in the story leans on no day of theirs.

    Returns:
        One expression for each time, in the same order; ``value`` is ``None`` where it cannot be known.
    """
    reference = (published.end or published.start) if published else None
    story = Named(reference=reference, elsewhere=_elsewhere(text))
    beside = {aside: Named(reference=reference, elsewhere=story.elsewhere) for aside in apart}
    quoted = [Span(*quotation.span()) for quotation in _QUOTED.finditer(text)]
    within: dict[Span, Named] = {}
    found = []
    for time in times:
        named = next((context for aside, context in beside.items() if aside.covers(time.span)), story)
        quotation = next((span for span in quoted if span.covers(time.span)), None)
        if quotation:
            named = within.setdefault(quotation, msgspec.structs.replace(named))
        named.same_sentence = named.end is not None and not _SENTENCE_END.search(text, named.end, time.span.start)
        named.over = is_told(text, time.span.end)
        named.spoken = bool(_SPOKEN.match(text, time.span.end))
        value = None if time.kind in {"duration", "recurring"} else days_of(time, named, text)
        found.append(TimeExpression(span=time.span, kind=time.kind, value=value, minutes=time.minutes))
        apart_from_story = time.relation in _NO_ANCHOR or (time.kind == "year" and is_of_a_thing(text, time.span.end))
        if value and value.start and value.end and time.kind != "time" and not apart_from_story:
            named.remember(time, value)
            named.explicit_month &= not text.startswith(("电", "讯"), time.span.end)
        if value and _is_written_on(text, time, value, reference):
            story.reference = value.end
    return tuple(found)


def _is_written_on(text: str, time: SymbolicTime, value: Interval, reference: Day | None) -> bool:
    """Whether a day is that of a dateline, the evening before the story came out: 今天 is that day."""
    if reference is None or value.end is None or value.start != value.end or (reference - value.end).days != _OVERNIGHT:
        return False
    start = text.rfind("\n", 0, time.span.start) + 1
    line = dateline_of(text, Span(start, len(text)))
    return line is not None and line.covers(time.span)


def _elsewhere(text: str) -> dict[str, str]:
    """Holidays of which the text's words tell that it means another region's (國慶 beside 民國 is 10 October)."""
    return {
        name: other["means"] for name, other in table("elsewhere").items() if name in text and any(word in text for word in other["words"])
    }


def days_of(time: SymbolicTime, named: Named, text: str) -> Interval | None:
    """The days of one time.

    Args:
        time: Any but a duration or a recurring time.
        named: The reference day and what the text has named so far.
        text: The scanned text.

    Returns:
        Its days, or ``None``.
    """
    if time.kind == "relative":
        if time.amount and time.amount.unit == "hour" and _HOURS_BEFORE.search(text, max(0, time.span.start - 1), time.span.start + 1):
            return Interval(named.day, named.day) if named.day else None
        return _counted(time, named, text)
    way = _way(time, text)
    value = _hull(time.members, named, way) if time.members else point_days(time, named, way)
    return _related(time, value, named.reference)


def _way(time: SymbolicTime, text: str) -> Direction:
    """Which way a date looks whose year or month is not said."""
    if time.relation in {"before", "through"}:
        if _DONE.match(text, time.span.end):
            return "past"
        return "nearest" if direction(text, time.span) == "nearest" else "coming"
    if time.relation == "start" or (time.kind == "holiday" and time.relation != "since"):
        way = direction(text, time.span)
        told = time.kind == "holiday" and is_told(text, time.span.end)
        return "nearest" if way == "past" and not told else way
    return "past" if time.relation == "since" else direction(text, time.span)


def _hull(members: Sequence[SymbolicTime], named: Named, way: Direction) -> Interval | None:
    """From the first day of the first member to the last day of the last, later members leaning on earlier ones."""
    first, last = members[0], members[-1]
    if first.year is None and first.unit is None and last.year is not None and first.month is not None:
        end = point_days(last, named, way)
        begin = point_days(first, Named(reference=end.start), "past") if end else None
        return Interval(begin.start, end.end) if begin and end else None
    values = [point_days(first, named, way)]
    for before, member in itertools.pairwise(members):
        inner = Named(reference=named.reference, day=named.day, past_day=named.past_day, leaning=True, elsewhere=named.elsewhere)
        if values[-1] is None:
            return None
        inner.remember(before, values[-1])
        values.append(point_days(member, inner, way))
    begin, end = values[0], values[-1]
    if begin is None or end is None or begin.start is None or end.end is None or end.end < begin.start:
        return None
    return Interval(begin.start, end.end)


def _related(time: SymbolicTime, value: Interval | None, reference: Day | None) -> Interval | None:
    """What 前, 后, 起, 以来 make of the days: open towards the side that is not known."""
    if value is None or value.start is None or value.end is None:
        return value
    start, end = value.start, value.end
    if time.kind == "range" and time.relation in {"before", "through"}:
        return value
    found = {
        "since": Interval(start, reference if reference and reference > start else None),
        "before": _until(_deadline(time, start, end), reference),
        "through": _until(end, reference),
        "after": Interval(start if start == end else shifted(end, 1), None),
        "from": Interval(start, None),
    }
    return found.get("since" if time.relation == "start" else time.relation or "", value)


def _until(end: Day, reference: Day | None) -> Interval:
    """From now to a day that is yet to come, or any time before a day that is past."""
    return Interval(reference if reference and reference < end else None, end)


def _deadline(time: SymbolicTime, start: Day, end: Day) -> Day:
    """The last day before: a day itself counts, 年底前 is by its end, 3月前 and 2025年前 by the day before they begin."""
    return shifted(start, -1) if time.kind in {"month", "year"} and time.month_part is None else end


def _counted(time: SymbolicTime, named: Named, text: str) -> Interval | None:
    """三天前, 未来两周, 48小时内, 近日."""
    reference, amount = named.reference, time.amount
    ahead = direction(text, time.span) == "coming" or (time.relation == "vague" and is_agreed(text, time.span))
    told = None if ahead or amount is None else _from_told(time, amount, named, text)
    if told:
        return told
    if reference is None:
        return None
    if time.range_days:
        low, high = time.range_days
        if ahead and high == 0:
            low, high = 0, -low
        return Interval(shifted(reference, low), shifted(reference, high))
    if amount is None:
        return None
    if time.relation in {"ago", "later"}:
        return at_distance(reference, amount, -1 if time.relation == "ago" else 1)
    back = time.relation in {"past", "since_amount"} or (time.relation == "within" and looks_back(text, time.span.end))
    limit = text.endswith("内", 0, time.span.end)
    return stretch(reference if back else _speaking(named, reference), amount, -1 if back else 1, within=limit)


def _from_told(time: SymbolicTime, amount: Amount, named: Named, text: str) -> Interval | None:
    """三天后, 此后两周 after something that was told: in the same sentence, or where all of it is over."""
    base = named.month.end if named.month else None
    then = text.startswith(_THEN, time.span.start)
    if base is None or not (time.relation == "later" or then):
        return None
    if then and time.relation == "past":
        return stretch(base, amount, -1) if named.same_sentence else None
    counted = at_distance(base, amount, 1) if time.relation == "later" else stretch(base, amount, 1)
    over = named.reference is not None and counted.end is not None and counted.end <= named.reference
    return counted if over or (named.same_sentence and named.day) else None


def _speaking(named: Named, reference: Day) -> Day:
    """The day from which 未来几天 counts: the day just named, on which somebody spoke, else the reference."""
    recent = named.day is not None and shifted(reference, -_NEWS_DAYS) <= named.day <= reference
    return named.day if recent and named.day else reference
