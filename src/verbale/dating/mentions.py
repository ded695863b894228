"""Days that the article tells of: past ones lie before its own day, and the latest of them right before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.dating.clues import FIRST, LAST, WEEKDAYS, Clue, Day, Run, calendar_days, later, since, spread
from verbale.dating.words import pattern
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Span
from verbale.pages.article import Article

_CLAUSE_END = re.compile(r"[，。；：！？\n“”]")
_TODAY = re.compile(r"(?P<word>今|昨)（(?P<day>\d{1,2})(?:日）|）日)")
_BESIDE_YEAR = re.compile(r"(?P<word>前|去|今|明)（((?:19|20)\d\d)(?:年）|）年)")
_YEARS_AWAY = {"前": 2, "去": 1, "今": 0, "明": -1}
BODY = frozenset({"lead", "paragraph", "caption"})
_RUNNING = frozenset({"lead", "paragraph"})
_LEAD_PARAGRAPHS = 1
_WEEKDAY_PARAGRAPHS = 3
_LEAD_SENTENCES = 2
_LATER_THAN_LEAD = 7
_MONTHS_NEAR = 270
TOLD = "not before a day told of"


class DayMention(msgspec.Struct, frozen=True):
    """A day of the month that the article names, with the month in force before it where it names none."""

    span: Span
    day: int
    month: int | None
    year: int | None
    weekday: int | None
    own_month: bool
    future: bool
    paragraph: int


def day_mentions(article: Article, times: Sequence[SymbolicTime]) -> tuple[DayMention, ...]:
    """The days of the article's body in order.

    Args:
        article: The article.
        times: Its time expressions, symbolic, in order.
    """
    found: list[DayMention] = []
    month: int | None = None
    number = 0
    for paragraph in (item for item in article.paragraphs if item.kind in BODY or item.kind == "title"):
        inside = [time for time in times if paragraph.span.covers(time.span)]
        for outer, time in points(inside):
            month = time.month or month
            beside_week = time.unit == "week" and time.weekday is not None
            if time.day is not None and not time.lunar and not time.anaphoric and (time.unit is None or beside_week):
                future = is_future(article.text, outer, paragraph.span) or (time.offset or 0) > 0
                own = time.month is not None
                found.append(DayMention(outer.span, time.day, month, time.year, time.weekday, own, future, number))
        number += paragraph.kind in _RUNNING
    return tuple(found)


def points(times: Iterable[SymbolicTime]) -> Iterator[tuple[SymbolicTime, SymbolicTime]]:
    """Every point with the expression that holds it.

    Args:
        times: Time expressions, in order.

    Yields:
        (expression, point) pairs; an expression that is no range and no set is its own point.
    """
    for time in times:
        for point in time.members or (time,):
            yield time, point


def is_future(text: str, time: SymbolicTime, within: Span) -> bool:
    """Whether the words around a time show that it had not yet come.

    Args:
        text: Folded text.
        time: The time.
        within: Its paragraph.
    """
    if time.relation in {"before", "until"}:
        return True
    start = clause_of(text, time.span.start, within).start
    after = text[time.span.end : min(within.end, time.span.end + 8)]
    near = after[:3]
    return bool(pattern("future_before").search(text, start, time.span.start)) or bool(pattern("future_after").search(near))


def clause_of(text: str, place: int, within: Span) -> Span:
    """The clause that holds a place.

    Args:
        text: Folded text.
        place: The place.
        within: Its paragraph.
    """
    start = max((match.end() for match in _CLAUSE_END.finditer(text, within.start, place)), default=within.start)
    end = _CLAUSE_END.search(text, place, within.end)
    return Span(start, end.start() if end else within.end)


def latest_past(mentions: Sequence[DayMention]) -> DayMention | None:
    """The latest day that the lead and what follows it tell of as past.

    Args:
        mentions: The days of the article.

    Returns:
        The mention, or ``None`` where neither the first paragraph names a past day nor the first ones name one with its weekday.
    """
    past = [mention for mention in mentions if not mention.future]
    leading = [item for item in past if item.paragraph < (_WEEKDAY_PARAGRAPHS if item.weekday else _LEAD_PARAGRAPHS)]
    first = next((mention for mention in leading if mention.weekday), leading[0] if leading else None)
    if first is None or _is_outdated(first, past):
        return None
    alike = (item for item in past if item.month == first.month and (item.weekday or not first.weekday))
    return max(alike, key=lambda item: _beyond(first, item))


def _is_outdated(first: DayMention, past: Sequence[DayMention]) -> bool:
    """Whether the lead's day is background: the article tells of a full date well after it."""
    dated = [item for item in past if item.year is not None and item.own_month]
    days = {item: day for item in dated for day in calendar_days(item.year, item.month, item.day)}
    return first in days and any(day > later(days[first], _LATER_THAN_LEAD) for day in days.values())


def _beyond(first: DayMention, other: DayMention) -> int:
    """How many days later than the lead's day, as far as that is still the same news; -1 otherwise."""
    distance = other.day - first.day
    return distance if 0 <= distance <= _LATER_THAN_LEAD and other.year in {None, first.year} else -1


def day_clues(article: Article, mentions: Sequence[DayMention], *, anchors: bool) -> Iterator[Clue]:
    """One clue for each day that tells something.

    Args:
        article: The article.
        mentions: Its days.
        anchors: Whether the latest past day may name the article's own (not under a dateline).
    """
    latest = latest_past(mentions) if anchors else None
    seen: set[tuple[int, int | None, int | None, int | None]] = set()
    for mention in sorted(mentions, key=lambda item: (item is not latest, item.weekday is None, item.span)):
        month = mention.month if mention.own_month or mention is latest else None
        key = (mention.day, month, mention.year, mention.weekday)
        if key in seen or (mention is not latest and mention.weekday is None and mention.year is None):
            continue
        seen.add(key)
        yield from _clues_of(article, mention, month, mention is latest)


def _clues_of(article: Article, mention: DayMention, month: int | None, anchors: bool) -> Iterator[Clue]:
    words = article.text[mention.span.start : mention.span.end]
    days = calendar_days(mention.year, month, mention.day)
    if anchors:
        yield Clue("latest day told as past", words, mention.span, 3, spread(days, 0, 1), anchors=True)
    elif mention.year is not None and not mention.future and days:
        yield Clue(TOLD, words, mention.span, 2, since(days[0]))
    if mention.weekday is not None and mention.year is None:
        agreeing = calendar_days(None, month, mention.day, mention.weekday)
        reach = _MONTHS_NEAR if mention.own_month and not anchors else 20
        runs = spread(agreeing, reach if mention.future else 1, 1 if mention.future else reach)
        rule = "weekday and date" if mention.own_month else "weekday and day of the month"
        yield Clue(rule, f"{words}: a {WEEKDAYS[mention.weekday - 1]}", mention.span, 2.5 if mention.own_month else 2, runs)


def today_clues(article: Article, times: Sequence[SymbolicTime]) -> Iterator[Clue]:
    """``今（4）日``, ``昨天（7日）``: the day itself; ``去（2022）年``: the year itself."""
    named = ((time.span, time.day, time.month, time.offset or 0) for time in times if time.unit == "day" and time.day is not None)
    matched = ((Span(*found.span()), int(found["day"]), None, -("今昨".index(found["word"]))) for found in _TODAY.finditer(article.text))
    for span, day, month, offset in itertools.chain(named, matched):
        runs = tuple((later(one, -offset), later(one, -offset)) for one in calendar_days(None, month, day))
        yield Clue("today's day of the month", article.text[span.start : span.end], span, 4, runs, anchors=True)
        break
    found = _BESIDE_YEAR.search(article.text)
    if found:
        year = int(found[2]) + _YEARS_AWAY[found["word"]]
        runs = ((Day(year, 1, 1), Day(year, 12, 31)),)
        yield Clue("year beside a word for it", f"{found[0]}: published in {year}", Span(*found.span()), 4, runs)


def lead_weekday_clues(article: Article, times: Sequence[SymbolicTime], dateline: Clue | None) -> Iterator[Clue]:
    """A bare weekday in the first sentences under a dateline: the news is of that day or the day before."""
    body = next((item for item in article.paragraphs if item.kind in {"lead", "paragraph"}), None)
    if dateline is None or body is None:
        return
    for time in times:
        told = time.kind == "weekday" and time.unit is None and time.weekday is not None
        if (
            told
            and any(part.covers(time.span) for part in body.sentences[:_LEAD_SENTENCES])
            and not is_future(article.text, time, body.span)
        ):
            wanted = {time.weekday or 0, (time.weekday or 0) % 7 + 1}
            runs: tuple[Run, ...] = tuple(run for run in dateline.runs if run[0].isoweekday() in wanted)
            words = f"{article.text[time.span.start : time.span.end]}: the day of the dateline or the day before"
            yield Clue("weekday of the lead", words, time.span, 1.5, runs)
            return


def year_clues(article: Article, times: Sequence[SymbolicTime]) -> Iterator[Clue]:
    """The latest year or month told as past: the article is no older."""
    latest: tuple[Day, SymbolicTime] | None = None
    for paragraph in article.paragraphs:
        for outer, time in points(item for item in times if paragraph.span.covers(item.span)):
            if time.year is None or time.unit is not None or time.kind not in {"year", "month"}:
                continue
            if FIRST.year <= time.year <= LAST.year and _is_past(article.text, outer, paragraph.span):
                day = Day(time.year, time.month or 1, 1)
                latest = max(latest, (day, outer), key=lambda item: item[0]) if latest else (day, outer)
    if latest:
        day, time = latest
        yield Clue("not before a year told of", article.text[time.span.start : time.span.end], time.span, 1.5, since(day))


def _is_past(text: str, time: SymbolicTime, within: Span) -> bool:
    """Whether the clause of a year tells of what was (2027年总统选举 may be still to come)."""
    clause = clause_of(text, time.span.start, within)
    if is_future(text, time, within) or pattern("to_come").search(text, clause.start, clause.end):
        return False
    before, after = (clause.start, time.span.start), (time.span.end, clause.end)
    return bool(pattern("past_before").search(text, *before) or pattern("past_after").search(text, *after))
