"""What the resolvers of one page share."""

from __future__ import annotations

import datetime
import re

from verbale.entities.gazetteer import Gazetteer
from verbale.entities.registry import Registry
from verbale.model import Span
from verbale.pages.article import Article

_LATIN = re.compile("[A-Za-z]")
_SPACES = re.compile(r"\s+")


class Setting:
    """One article, the known names, the day, and the parties found so far.

    Attributes:
        article: The article.
        text: Its folded text.
        gazetteer: The known names.
        day: The day the article came out, or ``None`` where it is unknown.
        registry: The parties of the page.
        uncertain: Messages about merges that may be wrong.
        named: Whatever the page names beyond doubt, anywhere: ids of the gazetteer.
        own: The state of the outlet, where a title tells it (我国外长维文), or ``None``.
    """

    def __init__(self, article: Article, gazetteer: Gazetteer, day: datetime.date | None) -> None:
        self.article, self.text = article, article.text
        self.own: str | None = None
        self.named: frozenset[str] = frozenset()
        self.gazetteer, self.day = gazetteer, day
        self.registry = Registry(gazetteer)
        self.uncertain: list[str] = []
        self._bylines = [paragraph.span for paragraph in article.paragraphs if paragraph.kind == "byline"]

    def words(self, span: Span) -> str:
        """The page's own characters for a span, white space left out (kept single in Latin names)."""
        place = self.article.page_span(span)
        latin = _LATIN.search(self.text, span.start, span.end)
        return _SPACES.sub(" " if latin else "", self.article.page.text[place.start : place.end])

    def line_start(self, place: int) -> int:
        """Where the article's line that holds a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def in_byline(self, span: Span) -> bool:
        """Whether a span stands in a line that tells the source, the author or the time."""
        return any(line.covers(span) for line in self._bylines)

    def is_signature(self, span: Span) -> bool:
        """Whether a span of three characters at most stands in brackets at the end of its line, as reporters sign (（郭倩）)."""
        end = self.text.find("\n", span.end)
        rest = self.text[span.end : end if end >= 0 else len(self.text)].rstrip()
        return len(span) <= 3 and self.text[span.start - 1 : span.start] == "（" and rest in {"）", "）。"}

    def is_whole_line(self, span: Span) -> bool:
        """Whether a line of the article holds nothing but the span."""
        end = self.text.find("\n", span.end)
        line = self.text[self.line_start(span.start) : end if end >= 0 else len(self.text)]
        return line.strip() == self.text[span.start : span.end]
