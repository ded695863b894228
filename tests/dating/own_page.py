"""Dates own-written pages by their words."""

from __future__ import annotations

import datetime

from verbale.dating import date_page
from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.entities.references import references
from verbale.language.tagger import tag
from verbale.language.times import scan
from verbale.model import Line, LineKind, Page, Published, Span
from verbale.pages.article import Article, article_of

Day = datetime.date


def article(*lines: tuple[LineKind, str]) -> Article:
    text = "\n".join(line for _, line in lines)
    page = Page(id="own", source="own", sha256="", text=text)
    spans, place = [], 0
    for kind, line in lines:
        spans.append(Line(Span(place, place + len(line)), kind))
        place += len(line) + 1
    return article_of(page, tuple(spans))


def dated(*lines: tuple[LineKind, str], override: Day | None = None) -> Published:
    read = article(*lines)
    known = gazetteer.load()
    words = tag(read.text, [sentence for paragraph in read.paragraphs for sentence in paragraph.sentences])
    found = references(read.text, words, elements(read.text, words, known))
    return date_page(read, found, known, scan(read.text), override)


def rules(published: Published) -> set[str]:
    return {item.rule for item in published.evidence}
