"""Days that the page states of itself: lines with a date, datelines, and dates in what is no article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from verbale.dating.clues import Clue, Run, calendar_days, later, spread, until
from verbale.dating.words import pattern
from verbale.language.fold import fold
from verbale.model import ARTICLE_KINDS, Span
from verbale.pages.article import Article, Paragraph

_AFTER_CLOCK = r"(?:(?<=\d:\d\d)|(?<!\d))"
_FULL = re.compile(rf"{_AFTER_CLOCK}((?:19|20)\d\d) ?[-/.年 ] ?(\d{{1,2}}) ?[-/.月 ] ?(\d{{1,2}})(?!\d)")
_REPUBLIC = re.compile(r"(?<!\d)(?:民国 ?)?(1[01]\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)")
_DATELINE = re.compile(
    r"(?P<open>[（\[【〔])?(?P<place>[\u4e00-\u9fff／/、·\- ]{2,18})?"
    r"(?:(?P<year>20\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:(?P<kind>[\u4e00-\u9fff]{0,4}?(?:电|讯))|(?P<report>[\u4e00-\u9fff]{0,8}?(?:电|讯|报道|消息))(?=[）\]】〕]))"
)
_LINES_WITH_DATELINES = 4
_NEAR_UPDATE = 10


def full_dates(text: str) -> Iterator[tuple[Span, datetime.date]]:
    """Every date with year, month and day in figures; years of the Republic of China count from 1911.

    Args:
        text: Folded text.

    Yields:
        Span in code points of ``text``, and the day.
    """
    found = [(match, int(match[1])) for match in _FULL.finditer(text)]
    found += [(match, int(match[1]) + 1911) for match in _REPUBLIC.finditer(text)]
    for match, year in sorted(found, key=lambda item: item[0].start()):
        days = calendar_days(year, int(match[2]), int(match[3])) if 1 <= int(match[2]) <= 12 else ()
        if days:
            yield Span(*match.span()), days[0]


def byline_clues(article: Article) -> Iterator[Clue]:
    """The first date of the lines that name source, author and time (an update counts where there is no other)."""
    bylines = [paragraph for paragraph in article.paragraphs if paragraph.kind == "byline"]
    stated = [item for paragraph in bylines for item in _dates_in(article, paragraph)]
    first = [item for item in stated if not item[2]] or stated
    for span, day, _ in first[:1]:
        yield Clue("stated date", article.text[span.start : span.end], span, 6, ((day, day),), anchors=True)


def _dates_in(article: Article, paragraph: Paragraph) -> Iterator[tuple[Span, datetime.date, bool]]:
    start = paragraph.span.start
    for span, day in full_dates(article.text[start : paragraph.span.end]):
        place = start + span.start
        before = article.text[max(start, place - _NEAR_UPDATE) : place]
        last = list(pattern("updates").finditer(before))
        updated = bool(last) and not re.search(r"\d", before[last[-1].end() :])
        yield Span(place, start + span.end), day, updated


def dateline_clues(article: Article) -> Iterator[Clue]:
    """``（日内瓦22日讯）``, ``新华社北京11月24日电``: the day on which the report was sent."""
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind not in {"title", "caption"}]
    for paragraph in body[:_LINES_WITH_DATELINES]:
        found = _DATELINE.match(article.text, paragraph.span.start, paragraph.span.end)
        if found and (found["place"] or found["open"]) and not (found["place"] or "").startswith("据"):
            yield _dateline(found)
            return


def _dateline(found: re.Match[str]) -> Clue:
    year, month = (int(found[name]) if found[name] else None for name in ("year", "month"))
    days = calendar_days(year, month, int(found["day"]))
    return Clue("dateline", found[0].lstrip("（[【〔"), Span(*found.span()), 5 if month else 4, spread(days, 0, 0), anchors=True)


def crawl_clues(article: Article) -> Iterator[Clue]:
    """The newest date outside the article is about the day of the crawl: the article is no younger."""
    junk = (fold(article.page.text[line.span.start : line.span.end]) for line in article.lines if line.kind not in ARTICLE_KINDS)
    dates = [(day, line[span.start : span.end]) for line in junk for span, day in full_dates(line)]
    if dates:
        newest, words = max(dates)
        runs: tuple[Run, ...] = until(later(newest, 1))
        yield Clue("not after the crawl", f"{words} (outside the article)", None, 1.5, runs)
