"""The day on which an article came out, voted by all clues: none is decisive alone, and errors of the page are outvoted and reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from verbale.dating.clues import Clue, Day
from verbale.dating.mentions import TOLD, day_clues, day_mentions, lead_weekday_clues, today_clues, year_clues
from verbale.dating.persons import epoch_clues, last_year_clues, tenure_clues
from verbale.dating.stated import byline_clues, crawl_clues, dateline_clues, metadata_clues, near_clues
from verbale.dating.years import soon_after_clues, year_hints
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.references import Reference
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Evidence, Published
from verbale.pages.article import Article

_MARGIN = 1.0
_LONGEST = 3
_RELIABILITY = {"stated date": 0.98, "page metadata": 0.95, "dateline": 0.95, "today's day of the month": 0.9}
_USUAL = 0.85
_SHOWN = 3
# So many days that the article tells of as past, each so much later than the winner, refute it.
_REFUTING = 2
_MUCH_LATER = datetime.timedelta(366)


def date_page(
    article: Article,
    references: Sequence[Reference],
    gazetteer: Gazetteer,
    times: Sequence[SymbolicTime],
    override: datetime.date | None = None,
) -> Published:
    """When the article came out, from its own words.

    Args:
        article: The article.
        references: Its references, as :func:`verbale.entities.references.references` gives them.
        gazetteer: Who held which office.
        times: Its time expressions, symbolic, in order, spans in code points of ``article.text``.
        override: The day where the reader knows it; it is taken as it is.

    Returns:
        A closed interval of one to three days with the evidence (spans in code points of ``article.text``), or unknown days with the
        reason where the evidence does not single out one day.
    """
    if override is not None:
        return Published(override, override, 1.0, (Evidence("given", None, "told by the reader", override, override),))
    clues = tuple(_clues(article, references, gazetteer, times))
    anchors = [clue for clue in clues if clue.anchors]
    return elect((*clues, *soon_after_clues(article, times, anchors)))


def _clues(article: Article, references: Sequence[Reference], gazetteer: Gazetteer, times: Sequence[SymbolicTime]) -> Iterator[Clue]:
    datelines = tuple(dateline_clues(article))
    stated = tuple(byline_clues(article))
    yield from stated or near_clues(article)
    yield from metadata_clues(article.page)
    yield from datelines
    yield from today_clues(article, times)
    yield from day_clues(article, day_mentions(article, times), anchors=not datelines)
    yield from lead_weekday_clues(article, times, datelines[0] if datelines else None)
    yield from tenure_clues(article, references, gazetteer)
    yield from last_year_clues(article, references, gazetteer)
    yield from epoch_clues(article)
    yield from year_clues(article, times)
    yield from year_hints(article, times, references, gazetteer)
    yield from crawl_clues(article)


def elect(clues: Sequence[Clue]) -> Published:
    """The days that win the vote.

    Args:
        clues: All clues.

    Returns:
        The interval; unknown where nothing names a day, or where days far apart come within a narrow margin of the best.
    """
    candidates = sorted({day for clue in clues if clue.anchors for day in _days(clue)})
    if not candidates:
        return Published(None, None, 0.0, reason="the page names no day near its own: no date line, no dateline, no dated news in its lead")
    scores = dict.fromkeys(candidates, 0.0)
    for clue in clues:
        for day in clue.among(candidates):
            scores[day] += clue.weight
    best = max(scores.values())
    near = [day for day in candidates if scores[day] > best - _MARGIN]
    winners = [day for day in candidates if scores[day] == best]
    if (near[-1] - near[0]).days >= _LONGEST:
        return Published(None, None, 0.0, tuple(clue.evidence(near[0]) for clue in clues), _undecided(near))
    later = sorted({start for clue in clues if clue.rule == TOLD for start, _ in clue.runs if start > winners[-1] + _MUCH_LATER})
    if len(later) >= _REFUTING:
        reason = f"the page gives {winners[0].isoformat()} as its day, but tells of {later[-1].isoformat()} and other later days as past"
        return Published(None, None, 0.0, tuple(clue.evidence(winners[0]) for clue in clues), reason)
    return _published(clues, winners[0], winners[-1])


def _days(clue: Clue) -> Iterator[Day]:
    for start, end in clue.runs:
        yield from (start + datetime.timedelta(number) for number in range((end - start).days + 1))


def _published(clues: Sequence[Clue], start: Day, end: Day) -> Published:
    anchor = max((clue for clue in clues if clue.anchors and clue.allows(start)), key=lambda clue: clue.weight)
    agreeing = sum(clue.weight for clue in clues if clue.allows(start)) / sum(clue.weight for clue in clues)
    confidence = round(_RELIABILITY.get(anchor.rule, _USUAL) * agreeing, 2)
    return Published(start, end, confidence, tuple(clue.evidence(start) for clue in clues))


def _undecided(days: Sequence[Day]) -> str:
    """Why the vote is open."""
    shown = ", ".join(day.isoformat() for day in days[:_SHOWN])
    missing = (
        "year"
        if len({(day.month, day.day) for day in days}) <= _LONGEST
        else "month"
        if len({day.day for day in days}) <= _LONGEST
        else "day"
    )
    return f"the page does not tell the {missing}: {len(days)} days fit equally well ({shown}{' …' if len(days) > _SHOWN else ''})"
