"""From a page to its record: every stage in order."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from verbale.acts.commitments import commitments
from verbale.acts.finding import find_acts
from verbale.acts.meetings import meetings
from verbale.acts.positions import positions
from verbale.acts.setting import Setting
from verbale.acts.silence import why_silent
from verbale.dating import date_page
from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.entities.linking import link
from verbale.entities.references import references
from verbale.language import times as time_expressions
from verbale.language.tagger import tag
from verbale.lexicons import own
from verbale.model import Interval, Page, Record, stable_id
from verbale.pages.article import article_of
from verbale.pages.containers import only_page
from verbale.pages.files import page_from_bytes, page_from_text
from verbale.pages.html import plain
from verbale.pages.lines import label_page
from verbale.pages.word_order import begins_amid, spun
from verbale.statements.finding import statements

Recorded = TypeVar("Recorded", bound=msgspec.Struct)

# What makes a record the one it is: its id stays while these stay, whatever rule found it.
_IDENTIFYING = {
    "statements": ("speakers", "content", "cue"),
    "commitments": ("by", "content", "act"),
    "positions": ("holder", "stance", "content"),
}


def read(page: str | bytes | Path | Page, *, published: datetime.date | None = None) -> Record:
    """Read one page.

    Args:
        page: A path, the page's text, its bytes, or a page read before.
        published: The day the article came out, where it is known from elsewhere; else the page itself is asked.

    Returns:
        The record; spans count code points of ``record.page.text``.

    Raises:
        PageError: The page cannot be read (missing, empty, binary, too large, of no known encoding, HTML without text).
    """
    return read_opened(_opened(page), published)


def pipe(pages: Iterable[str | bytes | Path | Page]) -> Iterator[Record]:
    """Read pages one after the other.

    Args:
        pages: As for :func:`read`.

    Yields:
        One record a page, in order.

    Raises:
        PageError: As :func:`read`.
    """
    for page in pages:
        yield read(page)


@own.holding()
def read_opened(page: Page, published: datetime.date | None = None) -> Record:
    """The stages, one after the other: each takes what came before and returns its own part.

    Args:
        page: A page that was opened (see :mod:`verbale.pages.files`).
        published: The day the article came out, where it is known from elsewhere.

    Returns:
        The record; a page without an article, or with one that was shuffled, has a record with the reason in ``warnings`` and nothing else.
    """
    labelled, page = label_page(page), plain(page)
    if labelled.verdict:
        return Record(page=page, published=None, undated="the page holds no article", lines=labelled.lines, warnings=(labelled.verdict,))
    article = article_of(page, labelled.lines, labelled.joins)
    sentences = [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences]
    tokens = tag(article.text, sentences)
    if garbled := spun(article, tokens):
        return Record(page=page, published=None, undated="the page's text is garbled", lines=labelled.lines, warnings=(garbled,))
    known = gazetteer.load()
    found = references(article.text, tokens, elements(article.text, tokens, known))
    symbolic = time_expressions.scan(article.text)
    dated = date_page(article, found, known, symbolic, published)
    captions = [paragraph.span for paragraph in article.paragraphs if paragraph.kind == "caption"]
    day = Interval(dated.start, dated.end) if dated.start else None
    times = time_expressions.resolve(symbolic, published=day, text=article.text, apart=captions)
    parties = link(article, found, known, dated.end)
    said = statements(article, tokens, parties)
    acts = find_acts(article, tokens, parties, times, said, dated)
    setting = Setting(article, tokens, parties, times, said, dated)
    silent = [] if said.items or acts else [why_silent(setting)]
    record = Record(
        page=page,
        published=dated if dated.start else None,
        undated=dated.reason,
        entities=parties.entities,
        mentions=parties.mentions,
        times=times,
        statements=said.items,
        acts=acts,
        meetings=meetings(setting, acts),
        commitments=commitments(acts, article),
        positions=positions(article, acts, said, parties, tokens),
        warnings=(*labelled.warnings, *filter(None, [begins_amid(article)]), *parties.uncertain, *silent),
    )
    return _numbered(msgspec.structs.replace(article.to_page(record), lines=labelled.lines))


def _opened(page: str | bytes | Path | Page) -> Page:
    if isinstance(page, Page):
        return page
    if isinstance(page, bytes):
        return page_from_bytes(page, "bytes")
    if isinstance(page, Path) or _is_path(page):
        return only_page(Path(page))
    return page_from_text(page)


def _is_path(text: str) -> bool:
    """Whether a string names a file that exists (a text is too long for a name)."""
    try:
        return "\n" not in text and Path(text).exists()
    except OSError:
        return False


def _numbered(record: Record) -> Record:
    """The record with an id on every statement, commitment and position (acts and meetings bear theirs)."""
    changes: dict[str, Any] = {}
    for name, fields in _IDENTIFYING.items():
        changes[name] = tuple(_with_id(record.page.id, name, fields, item) for item in getattr(record, name))
    return msgspec.structs.replace(record, **changes)


def _with_id(page: str, name: str, fields: tuple[str, ...], item: Recorded) -> Recorded:
    identifying = msgspec.json.encode([getattr(item, field) for field in fields]).decode()
    return msgspec.structs.replace(item, id=stable_id(page, name, identifying))
