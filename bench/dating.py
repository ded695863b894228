"""The day of a page: labelled pages that are not told it, and dated HTML pages with their metadata and as bare text."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.sets import HELD_OUT, SHARED, available, labelled_pages
from verbale.dating import date_page
from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.entities.references import references
from verbale.entities.tenures import edge
from verbale.errors import PageError
from verbale.language.tagger import tag
from verbale.language.times import scan
from verbale.model import Interval, Page, Published
from verbale.pages.article import article_of
from verbale.pages.days import stated_days
from verbale.pages.files import page_from_bytes, page_from_text
from verbale.pages.html import plain
from verbale.pages.lines import label_page

FOLDER = SHARED / "pages/cleaning"
Say = Callable[[str], None]


class Dated(NamedTuple):
    """A page and the days on which it may have come out."""

    name: str
    page: Page
    true: Interval


def show(*, say: Say = print) -> None:
    """Print how many pages are dated rightly, wrongly and not at all, and each wrong day with its evidence.

    Args:
        say: Where to print.
    """
    say(f"{'':34}{'pages':>7}{'right':>7}{'wrong':>7}{'not dated':>11}{'precision':>11}{'coverage':>10}")
    for name in available():
        _count(name, list(_labelled(name)), say, hidden=name == HELD_OUT)
    if not FOLDER.is_dir():
        say("no shared HTML pages here: they are not measured")
        return
    pages = list(_html())
    _count("HTML, with metadata", pages, say)
    _count("HTML, bare text", [Dated(item.name, page_from_text(item.page.text), item.true) for item in pages], say)


def _labelled(name: str) -> Iterator[Dated]:
    for item in labelled_pages(name):
        told = item.gold["published"]
        true = Interval(datetime.date.fromisoformat(told["start"]), datetime.date.fromisoformat(told["end"]))
        yield Dated(item.name, page_from_text(item.text), true)


def _html() -> Iterator[Dated]:
    """The HTML pages whose day is known: their index tells it to the minute, the day, the month or the year."""
    for line in (FOLDER / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        true = days_of(str(row.get("date") or ""))
        if true is not None:
            file = next((FOLDER / "html").glob(f"{row['file']}*"))
            yield Dated(row["file"], page_from_bytes(file.read_bytes(), file.name), true)


def days_of(written: str) -> Interval | None:
    """The days that an index means.

    Args:
        written: A time, a day, a month or a year.

    Returns:
        The days; ``None`` where it is no date (``UNKNOWN``).
    """
    day = stated_days(written)
    if day is not None:
        return day
    parts = written.strip().split("-")
    padded = "-".join(part.zfill(2) for part in parts)
    try:
        return Interval(edge(padded, first=True), edge(padded, first=False)) if written.strip() else None
    except ValueError:
        return None


def _count(name: str, pages: list[Dated], say: Say, *, hidden: bool = False) -> None:
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for item in pages:
        found = _published(item.page)
        outcome = judged(found, item.true)
        outcomes[outcome] += 1
        if outcome == "wrong" and found is not None:
            chain = "; ".join(f"{each.rule}: {each.words}" for each in found.evidence)
            wrong.append(f"  {item.name}: {found.start} .. {found.end}, but {item.true.start} .. {item.true.end}: {chain}")
            outcomes["1 January"] += found.start is not None and (found.start.month, found.start.day) == (1, 1)
    given = outcomes["right"] + outcomes["wrong"]
    precision = f"{outcomes['right'] / given:.3f}" if given else "-"
    counts = f"{len(pages):7}{outcomes['right']:7}{outcomes['wrong']:7}{outcomes['not dated']:11}"
    say(f"{name:34}{counts}{precision:>11}{given / max(1, len(pages)):10.3f}")
    if outcomes["1 January"]:
        say(f"  an invented 1 January on {outcomes['1 January']} pages")
    for words in () if hidden else wrong:
        say(words)


def _published(page: Page) -> Published | None:
    """The stages of reading as far as the day."""
    try:
        labelled, read = label_page(page), plain(page)
    except PageError:
        return None
    if labelled.verdict:
        return None
    article = article_of(read, labelled.lines, labelled.joins)
    tokens = tag(article.text, [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences])
    known = gazetteer.load()
    found = references(article.text, tokens, elements(article.text, tokens, known))
    return date_page(article, found, known, scan(article.text))


def judged(found: Published | None, true: Interval) -> str:
    """Whether a day is right: all of the days found are days on which the page may have come out.

    Args:
        found: What was found.
        true: The days on which the page may have come out.

    Returns:
        ``right``, ``wrong`` or ``not dated``.
    """
    if found is None or found.start is None or found.end is None or true.start is None or true.end is None:
        return "not dated"
    return "right" if true.start <= found.start and found.end <= true.end else "wrong"
