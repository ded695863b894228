"""Reads own-written sentences as far as the parties."""

import datetime

from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.entities.linking import link
from verbale.entities.phrases import Parties
from verbale.entities.references import Reference, references
from verbale.language.tagger import tag
from verbale.model import Line, Page, Span
from verbale.pages.article import Article, article_of

DAY = datetime.date(2025, 6, 1)


def article(text: str, kind: str = "paragraph") -> Article:
    """An article whose every line is of one kind."""
    lines, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(Span(place, place + len(line)), kind))
        place += len(line) + 1
    return article_of(Page(id="own", source="", sha256="", text=text), tuple(lines))


def found(read: Article) -> tuple[Reference, ...]:
    """The references of an article."""
    tokens = tag(read.text, [sentence for paragraph in read.paragraphs for sentence in paragraph.sentences])
    return references(read.text, tokens, elements(read.text, tokens, gazetteer.load()))


def parties(text: str, day: datetime.date | None = DAY, kind: str = "paragraph") -> Parties:
    """Who is who in a text."""
    read = article(text, kind)
    return link(read, found(read), gazetteer.load(), day)


def phrases(text: str, day: datetime.date | None = DAY) -> list[tuple[str, tuple[str, ...]]]:
    """Each phrase of a text with the ids of its parties."""
    read = article(text)
    known = link(read, found(read), gazetteer.load(), day)
    return [(read.text[phrase.span.start : phrase.span.end], phrase.entities) for phrase in known.phrases]
