"""Own-written pages with acts and statements put in by hand, for the tests of what is derived from them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

from verbale.entities.phrases import Parties, Phrase
from verbale.language.tagger import Tokens, tag
from verbale.language.times import resolve, scan
from verbale.model import Act, Because, Entity, Interval, Line, Page, Span, Statement, TimeExpression
from verbale.pages.article import Article, article_of
from verbale.statements.finding import Statements

PUBLISHED = datetime.date(2024, 3, 14)
PEOPLE = {
    "甲部长": Entity("jia", "person", "Jia", ("甲部长",), "FRA"),
    "乙部长": Entity("yi", "person", "Yi", ("乙部长",), "JPN"),
    "丙总统": Entity("bing", "person", "Bing", ("丙总统",), "KEN"),
    "丁特使": Entity("ding", "person", "Ding", ("丁特使",), "FRA"),
    "法国": Entity("FRA", "state", "France", ("法国",)),
    "日本": Entity("JPN", "state", "Japan", ("日本",)),
    "肯尼亚": Entity("KEN", "state", "Kenya", ("肯尼亚",)),
    "欧盟": Entity("EU", "organization", "European Union", ("欧盟",)),
}


class OwnPage:
    """A page of plain paragraphs with the parties of :data:`PEOPLE`."""

    def __init__(self, *paragraphs: str) -> None:
        text = "\n".join(paragraphs)
        lines = tuple(Line(Span(*match.span()), "paragraph") for match in re.finditer(r"[^\n]+", text))
        self.article: Article = article_of(Page(id="own", source="own", sha256="", text=text), lines)
        self.text = self.article.text
        sentences = [sentence for paragraph in self.article.paragraphs for sentence in paragraph.sentences]
        self.tokens: Tokens = tag(self.text, sentences)
        day = Interval(PUBLISHED, PUBLISHED)
        self.times: tuple[TimeExpression, ...] = resolve(scan(self.text), published=day, text=self.text)
        self.parties = Parties(tuple(PEOPLE.values()), (), tuple(sorted(self._phrases(), key=lambda phrase: phrase.span)))

    def _phrases(self) -> list[Phrase]:
        found = [(Span(*match.span()), one.id) for name, one in PEOPLE.items() for match in re.finditer(name, self.text)]
        return [Phrase(span, span, (party,), "name") for span, party in found]

    def span(self, words: str, after: int = 0) -> Span:
        """Where the words stand first, from ``after`` on."""
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def act(self, kind: str, anchor: str, actors: Sequence[str], content: str | None = None, after: int = 0, **more: Any) -> Act:
        """An act at its anchor; its content stands somewhere on the page."""
        place = self.span(anchor, after)
        held = self.span(content) if content else None
        fields: dict[str, Any] = {"id": f"{kind}@{place.start}", "recipients": (), "modality": "happened", "because": Because("by hand")}
        return Act(kind=kind, actors=tuple(actors), anchor=place, content=held, **(fields | more))

    def says(self, speaker: str, *content: str, cue: str | None = None) -> Statement:
        """A statement with its parts."""
        parts = tuple(self.span(words) for words in content)
        marked = self.span(cue) if cue else None
        return Statement(speakers=(speaker,), kind="indirect", content=parts, cue=marked, because=Because("by hand"))

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def said(*items: Statement) -> Statements:
    """The statements of a page."""
    return Statements(items, ())


def day(number: int, month: int = 3) -> Interval:
    """One day of 2024."""
    return Interval(datetime.date(2024, month, number), datetime.date(2024, month, number))
