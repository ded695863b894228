"""What tells the year: years still to come, anniversaries and numbered sessions, ages, people who took office 今年, a year just begun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verbale.dating.clues import FIRST, LAST, Clue, Day, Run, calendar_days, later, until
from verbale.dating.mentions import BODY, clause_of, is_future, points
from verbale.dating.words import births, numbered, pattern
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.references import Reference
from verbale.entities.tenures import edge
from verbale.language.numbers import integer
from verbale.language.times.symbols import SymbolicTime
from verbale.lexicons.signs import sign
from verbale.model import Span
from verbale.pages.article import Article

_NUMBER = "([0-9]{1,3}|[一二两三四五六七八九十百]{1,5})"
_AGE = re.compile(r"(?:现年|时年|年)?(?P<age>[1-9]\d)岁")
_RELATIVE = re.compile(r"(?P<year>今年|去年|前年)(?:初|底|年初|年底)?(?:(?P<month>1[0-2]|[1-9])月(?:份|底|初|中旬)?)?")
_YEARS_AGO = {"今年": 0, "去年": 1, "前年": 2}
_GLOSS = 8
_JUST_BEFORE = 10
_FEW_DAYS = 3


def year_hints(article: Article, times: Sequence[SymbolicTime], references: Sequence[Reference], gazetteer: Gazetteer) -> Iterator[Clue]:
    """All clues to the year but a full date, none of which names a day by itself.

    Args:
        article: The article.
        times: Its time expressions, symbolic, in order.
        references: Its references, in order.
        gazetteer: Who held which office.
    """
    yield from _to_come(article, times)
    yield from _begun(article)
    yield from _numbered(article)
    yield from _ages(article, references)
    yield from _taking_office(article, references, gazetteer)


def _to_come(article: Article, times: Sequence[SymbolicTime]) -> Iterator[Clue]:
    """``将于2026年11月``: the article came out before the end of the earliest such time."""
    earliest: tuple[Day, SymbolicTime] | None = None
    for paragraph in article.paragraphs:
        for outer, time in points(item for item in times if paragraph.span.covers(item.span)):
            if time.year is None or time.unit is not None or time.relation is not None or not FIRST.year <= time.year <= LAST.year:
                continue
            clause = clause_of(article.text, outer.span.start, paragraph.span)
            planned = pattern("to_come").search(article.text, clause.start, outer.span.start)
            if planned is None or pattern("was_to_come").search(article.text, clause.start, clause.end):
                continue
            written = "-".join(f"{part:02}" for part in (time.year, time.month, time.day) if part)
            try:
                end = edge(written, first=False)
            except ValueError:
                continue
            if end is not None and (earliest is None or end < earliest[0]):
                earliest = (end, outer)
    if earliest:
        end, time = earliest
        yield Clue("before a time still to come", article.text[time.span.start : time.span.end], time.span, 1.5, until(end))


def soon_after_clues(article: Article, times: Sequence[SymbolicTime], anchors: Iterable[Clue]) -> Iterator[Clue]:
    """The latest full date told as past lies a few days back, where month and day of the article are known.

    Args:
        article: The article.
        times: Its time expressions, symbolic, in order.
        anchors: The clues that name its day.
    """
    named = {(start.month, start.day) for clue in anchors for start, _ in clue.runs}
    if not 0 < len(named) <= _FEW_DAYS:
        return
    latest: tuple[Day, SymbolicTime] | None = None
    for paragraph in (item for item in article.paragraphs if item.kind in BODY):
        for outer, time in points(item for item in times if paragraph.span.covers(item.span)):
            if not (time.year and time.month and time.day) or time.lunar or is_future(article.text, outer, paragraph.span):
                continue
            for day in calendar_days(time.year, time.month, time.day):
                latest = max(latest, (day, outer), key=lambda item: item[0]) if latest else (day, outer)
    if latest:
        day, time = latest
        words = article.text[time.span.start : time.span.end]
        yield Clue("soon after a full date", words, time.span, 1.5, ((day, later(day, _JUST_BEFORE)),))


def _begun(article: Article) -> Iterator[Clue]:
    """``世界迈入2026年``: the turn of the year, or the year itself where it is told since then."""
    for found in sign("year begun").all(article.text, 0, len(article.text)):
        year = int(found["year"])
        low = max(article.text.rfind(mark, 0, found.start()) for mark in "，。；\n") + 1
        if FIRST.year < year < LAST.year and not pattern("future_before").search(article.text, low, found.start()):
            run = (Day(year, 1, 1), Day(year, 12, 31)) if found["since"] else (Day(year - 1, 12, 15), Day(year, 4, 30))
            yield Clue("year begun", found[0], Span(*found.span()), 1.5, (run,))
            return


def _numbered(article: Article) -> Iterator[Clue]:
    """``联合国成立80周年``, ``第80届联合国大会``: a number that goes with the year."""
    seen: set[str] = set()
    for entry in numbered():
        found = re.search(entry.pattern.replace("#", _NUMBER), article.text)
        number = integer(next(filter(None, found.groups()))) if found else None
        if found is None or number is None or entry.name in seen or not FIRST.year <= entry.year + number <= LAST.year:
            continue
        seen.add(entry.name)
        year = entry.year + number
        run = (later(Day(year, 1, 1), -entry.before), later(Day(year, 12, 31), entry.after))
        yield Clue("number of the year", f"{found[0]}: {entry.name}, {year}", Span(*found.span()), 1.5, (run,))


def _ages(article: Article, references: Sequence[Reference]) -> Iterator[Clue]:
    """``现年79岁的特朗普``: between two birthdays."""
    for reference in references:
        born = births().get(reference.candidates[0]) if reference.kind == "person" and len(reference.candidates) == 1 else None
        found = _age_beside(article.text, reference) if born else None
        if born and found:
            age = int(found["age"])
            run = (_birthday(born, age), later(_birthday(born, age + 1), -1))
            words = f"{article.text[found.start() : found.end()]}: {reference.candidates[0]}, born {born}"
            yield Clue("age", words, Span(*found.span()), 2, (run,))
            return


def _age_beside(text: str, reference: Reference) -> re.Match[str] | None:
    """The age in the title, right before the phrase, or in brackets or after a comma behind the name."""
    before = list(_AGE.finditer(text, max(0, reference.span.start - _GLOSS), reference.head.start))
    if before and (before[-1].end() >= reference.span.start or text[before[-1].end() : reference.span.start] == "的"):
        return before[-1]
    after = _AGE.search(text, reference.span.end, reference.span.end + _GLOSS)
    return after if after and text[reference.span.end : after.start()] in {"（", "，", "今年", "，今年"} else None


def _birthday(born: Day, age: int) -> Day:
    day = 28 if (born.month, born.day) == (2, 29) else born.day
    return Day(born.year + age, born.month, day)


def _taking_office(article: Article, references: Sequence[Reference], gazetteer: Gazetteer) -> Iterator[Clue]:
    """``高市早苗去年10月就任首相``: the tables tell the year."""
    for found in _RELATIVE.finditer(article.text):
        paragraph = next((item.span for item in article.paragraphs if item.span.start <= found.start() < item.span.end), None)
        if paragraph is None:
            continue
        clause = clause_of(article.text, found.start(), paragraph)
        if not pattern("taking_office").match(article.text, found.end(), clause.end):
            continue
        before = [item for item in references if item.kind == "person" and clause.start <= item.span.start < found.start()]
        runs = _years_of_taking(before[-1], gazetteer, found) if before else ()
        if runs:
            words = f"{article.text[before[-1].span.start : clause.end]}"
            yield Clue("taking of office", words, Span(before[-1].span.start, clause.end), 2, runs)
            return


def _years_of_taking(reference: Reference, gazetteer: Gazetteer, found: re.Match[str]) -> tuple[Run, ...]:
    month = int(found["month"]) if found["month"] else None
    starts = {tenure.start for person in reference.candidates for tenure in gazetteer.offices_of(person) if tenure.start}
    years = sorted({start.year + _YEARS_AGO[found["year"]] for start in starts if month in {None, start.month}})
    return tuple((Day(year, 1, 1), Day(year, 12, 31)) for year in years)
