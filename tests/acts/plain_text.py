"""The real stages on own-written paragraphs, without the labelling of lines: single sentences are no pages."""

from __future__ import annotations

import datetime
import functools
import re
import time

from verbale.acts.finding import find_acts
from verbale.acts.positions import positions
from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.entities.linking import link
from verbale.entities.references import references
from verbale.language.tagger import tag
from verbale.language.times import resolve, scan
from verbale.model import Act, Interval, Line, LineKind, Page, Published, Span
from verbale.pages.article import Article, article_of
from verbale.statements.finding import statements

DAY = datetime.date(2025, 10, 22)


class Told:
    """What a text tells: its acts, with the words and names they point at."""

    def __init__(self, text: str, kind: LineKind = "paragraph") -> None:
        lines = tuple(Line(Span(*match.span()), kind) for match in re.finditer(r"[^\n]+", text))
        self.article: Article = article_of(Page(id="own", source="own", sha256="", text=text), lines)
        tokens = tag(self.article.text, [item for part in self.article.paragraphs for item in part.sentences])
        known = gazetteer.load()
        found = references(self.article.text, tokens, elements(self.article.text, tokens, known))
        self.parties = link(self.article, found, known, DAY)
        said = statements(self.article, tokens, self.parties)
        times = resolve(scan(self.article.text), published=Interval(DAY, DAY), text=self.article.text)
        self._find = functools.partial(find_acts, self.article, tokens, self.parties, times, said, Published(DAY, DAY, 1.0))
        self._hold = functools.partial(positions, self.article, statements=said, parties=self.parties, tokens=tokens)
        self.acts: tuple[Act, ...] = self._find()

    def seconds_again(self) -> float:
        """How long acts and positions take, in seconds of processor time."""
        start = time.process_time()
        self._hold(acts=self._find())
        return time.process_time() - start

    def words(self, span: Span | None) -> str | None:
        """The characters of a span."""
        return None if span is None else self.article.text[span.start : span.end]

    def named(self, entity: str) -> set[str]:
        """All names of a party, its id counted."""
        return {entity, *self.parties.by_id[entity].names}

    def by_frame(self, name: str) -> list[Act]:
        """The acts that a frame has made."""
        return [act for act in self.acts if act.because.rule == f"frame {name}"]

    def of_kind(self, kind: str) -> list[Act]:
        """The acts of a kind."""
        return [act for act in self.acts if act.kind == kind]
