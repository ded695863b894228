"""Days that the page states of itself: lines with a date, datelines, and dates in what is no article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from verbale.dating.clues import Clue, Run, calendar_days, later, spread, until
from verbale.dating.words import pattern
from verbale.language.fold import fold
from verbale.model import ARTICLE_KINDS, Page, Span
from verbale.pages.article import Article, Paragraph

_AFTER_CLOCK = r"(?:(?<=\d:\d\d)|(?<!\d))"
_FULL = re.compile(rf"{_AFTER_CLOCK}((?:19|20)\d\d) ?[-/.年 ] ?(\d{{1,2}}) ?[-/.月 ] ?(\d{{1,2}})(?!\d)")
_REPUBLIC = re.compile(r"(?<!\d)(?:民国 ?)?(1[01]\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:19|20)\d\d)(?!\d)")
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTH_NAME = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = re.compile(rf"(?<!\d)(?:(\d{{1,2}}) {_MONTH_NAME}|{_MONTH_NAME} (\d{{1,2}}))(?:,|，)? ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<open>[（\[【〔])?(?P<place>[\u4e00-\u9fff／/、·\- ]{2,18})?"
    r"(?:(?P<year>20\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:(?P<kind>[\u4e00-\u9fff]{0,4}?(?:电|讯))|(?P<report>[\u4e00-\u9fff]{0,8}?(?:电|讯|报道|消息))(?=[）\]】〕]))"
)
_LINES_WITH_DATELINES = 4
_NEAR_UPDATE = 10
_LINES_ABOVE = 3
_LINES_BELOW = 2
_SHORT_LINE = 40
_CLOCK = re.compile(r"日?[ T，]{0,2}\d{1,2}[:：]\d\d")
_RANGE = re.compile(r"日? ?[-~～－—–至到] ?\d{1,2}(?:月|日)")
_BARE = re.compile(r"\D{0,2}[\d年月日/.: -]{8,22}\D{0,2}")


def full_dates(text: str) -> Iterator[tuple[Span, tuple[datetime.date, ...]]]:
    """Every date with year, month and day; years of the Republic of China count from 1911.

    Args:
        text: Folded text.

    Yields:
        Span in code points of ``text``, and the days that it may mean: two for 04/05/2021, else one.
    """
    found = [(match, [(int(match[1]), int(match[2]), int(match[3]))]) for match in _FULL.finditer(text)]
    found += [(match, [(int(match[1]) + 1911, int(match[2]), int(match[3]))]) for match in _REPUBLIC.finditer(text)]
    for match in _DAY_FIRST.finditer(text):
        one, other, year = int(match[1]), int(match[2]), int(match[3])
        found.append((match, [(year, other, one), (year, one, other)]))
    for match in _ENGLISH.finditer(text):
        month = _MONTHS[(match[2] or match[3])[:3].lower()]
        found.append((match, [(int(match[5]), month, int(match[1] or match[4]))]))
    for match, readings in sorted(found, key=lambda item: item[0].start()):
        days = sorted({day for reading in readings for day in calendar_days(*reading)})
        if days:
            yield Span(*match.span()), tuple(days)


def byline_clues(article: Article) -> Iterator[Clue]:
    """The first date of the lines between title and text (an update counts where there is no other)."""
    bylines = [paragraph for paragraph in article.paragraphs if paragraph.kind == "byline"]
    bylines += [paragraph for paragraph in article.paragraphs[:_LINES_WITH_DATELINES] if _is_stamp(article, paragraph)]
    stated = [item for paragraph in bylines for item in _dates_in(article, paragraph)]
    stated += [item for item in _head_dates(article) if not stated]
    for words, span, days, _ in ([item for item in stated if not item[3]] or stated)[:1]:
        if not _is_one_of_several(article, days[-1]):
            yield Clue("stated date", words, span, 6, spread(days, 0, 0), anchors=True)


def _is_stamp(article: Article, paragraph: Paragraph) -> bool:
    """Whether a short line at the head of the article tells of its publishing (``2004-12-10 阅读105次``), though it is no byline."""
    text = article.text[paragraph.span.start : paragraph.span.end]
    return paragraph.kind != "byline" and len(text) <= _SHORT_LINE and pattern("stamp_above").search(text) is not None


def _is_one_of_several(article: Article, day: datetime.date) -> bool:
    """Whether the page is a list of posts, newest first: above the article a line holds nothing but a later date and time."""
    first = next((place for place, line in enumerate(article.lines) if line.kind in ARTICLE_KINDS), 0)
    above = (fold(article.page.text[line.span.start : line.span.end]).strip() for line in article.lines[:first])
    bare = (line for line in above if _BARE.fullmatch(line))
    return any(days[-1] > day and _CLOCK.match(line, span.end) for line in bare for span, days in full_dates(line))


_Stated = tuple[str, Span | None, tuple[datetime.date, ...], bool]


def _dates_in(article: Article, paragraph: Paragraph) -> Iterator[_Stated]:
    text = article.text[paragraph.span.start : paragraph.span.end]
    for span, days in _own_dates(text):
        moved = Span(paragraph.span.start + span.start, paragraph.span.start + span.end)
        yield text[span.start : span.end], moved, days, _is_update(text, span.start)


def _head_dates(article: Article) -> Iterator[_Stated]:
    """Dates of lines that stand between the article's title and its text, though they are no lines of it."""
    kinds = [line.kind for line in article.lines]
    first = next((place for place, kind in enumerate(kinds) if kind == "title"), len(kinds))
    last = next((place for place, kind in enumerate(kinds) if kind in {"lead", "paragraph"}), 0)
    for line in article.lines[first:last]:
        if line.kind not in ARTICLE_KINDS:
            text = fold(article.page.text[line.span.start : line.span.end])
            for span, days in _own_dates(text):
                yield f"{text[span.start : span.end]} (under the title)", None, days, _is_update(text, span.start)


def metadata_clues(page: Page) -> Iterator[Clue]:
    """The day that the page's own metadata, or the collection that it comes from, tell."""
    told = page.stated
    if told is not None and told.start is not None and told.end is not None:
        words = told.start.isoformat() if told.start == told.end else f"{told.start.isoformat()} or {told.end.isoformat()}"
        yield Clue("page metadata", words, None, 5, ((told.start, told.end),), anchors=True)


def _own_dates(text: str) -> Iterator[tuple[Span, tuple[datetime.date, ...]]]:
    """Dates that may be a page's own: none that begins a span of days, or tells when a site or its author began."""
    for span, days in full_dates(text):
        if not _RANGE.match(text, span.end) and not pattern("founding").search(text, max(0, span.start - _NEAR_UPDATE), span.start):
            yield span, days


def near_clues(article: Article) -> Iterator[Clue]:
    """A date in the lines right beside the article that are no lines of it.

    With words of publishing (发布, 来源, 点击) it names the day; with a time of day alone it supports a dateline, and no more.
    """
    places = [place for place, line in enumerate(article.lines) if line.kind in ARTICLE_KINDS]
    first, last = (places[0], places[-1]) if places else (0, -1)
    above = [(line, "stamp_above") for line in reversed(article.lines[max(0, first - _LINES_ABOVE) : first])]
    below = [(line, "stamp_below") for line in article.lines[last + 1 : last + 1 + _LINES_BELOW]]
    found = [clue for line, stamp in above + below for clue in _beside(fold(article.page.text[line.span.start : line.span.end]), stamp)]
    yield from sorted((clue for clue in found if not _is_one_of_several(article, clue.runs[-1][-1])), key=lambda clue: -clue.weight)[:1]


def _beside(text: str, stamp: str) -> Iterator[Clue]:
    for span, days in _own_dates(text):
        if pattern(stamp).search(text) and not _is_update(text, span.start):
            yield Clue("date beside the text", text[span.start : span.end], None, 4, spread(days, 0, 0), anchors=True)
        elif stamp == "stamp_above" and _CLOCK.match(text, span.end):
            yield Clue("date above the text", text[span.start : span.end], None, 3, spread(days, 0, 0))


def _is_update(text: str, place: int) -> bool:
    """Whether the date at ``place`` is that of a change: the last word before it says so."""
    before = text[max(0, place - _NEAR_UPDATE) : place]
    last = list(pattern("updates").finditer(before))
    return bool(last) and not re.search(r"\d", before[last[-1].end() :])


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
    dates = [(days[0], line[span.start : span.end]) for line in junk for span, days in full_dates(line)]
    if dates:
        newest, words = max(dates)
        runs: tuple[Run, ...] = until(later(newest, 1))
        yield Clue("not after the crawl", f"{words} (outside the article)", None, 1.5, runs)
