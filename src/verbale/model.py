"""What Verbale writes down: the record of one page and its parts, format ``verbale/1``.

Spans count Unicode code points, half open, in ``Page.text``; days are ISO 8601, intervals of days closed. The meaning of every
part is in docs/codebook.md.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Literal

import msgspec

FORMAT = "verbale/1"

LineKind = Literal[
    "title", "byline", "lead", "caption", "subheading", "paragraph", "teaser", "navigation", "promotion", "notice", "comment", "spam"
]
ARTICLE_KINDS: frozenset[str] = frozenset({"title", "byline", "lead", "caption", "subheading", "paragraph"})
EntityType = Literal["person", "state", "organization", "place", "group"]
MentionForm = Literal["name", "short", "office", "pronoun", "group", "unknown"]
StatementKind = Literal["direct", "indirect", "mixed"]
Modality = Literal["happened", "planned", "proposed", "conditional", "possible", "denied", "not_happened"]
Stance = Literal["must", "must_not", "willing", "unwilling", "condition"]
MeetingFormat = Literal["in person", "phone", "video"]


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A run of characters, ``[start, end)`` in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Interval(msgspec.Struct, frozen=True):
    """Days from ``start`` to ``end``, both included; ``None`` is open."""

    start: datetime.date | None
    end: datetime.date | None


class Because(msgspec.Struct, frozen=True):
    """Why a record was written: the rule's name and the words that made it apply."""

    rule: str
    evidence: tuple[Span, ...] = ()


class Line(msgspec.Struct, frozen=True):
    """One non-blank line of the page (its span leaves out the line break)."""

    span: Span
    kind: LineKind


class TimeExpression(msgspec.Struct, frozen=True):
    """A time as the page words it; ``value`` is ``None`` while it cannot be resolved, ``minutes`` is set for durations only."""

    span: Span
    kind: str
    value: Interval | None = None
    minutes: int | None = None


class Entity(msgspec.Struct, frozen=True):
    """A party, place or medium, with every form in which this page names it."""

    id: str
    type: EntityType
    name: str | None
    names: tuple[str, ...]
    affiliation: str | None = None
    name_zh: str | None = None
    wikidata: str | None = None


class Mention(msgspec.Struct, frozen=True):
    """One place that refers to parties; several where the words stand for several (双方, 两人)."""

    span: Span
    entities: tuple[str, ...]
    form: MentionForm


class Evidence(msgspec.Struct, frozen=True):
    """One reason for the page's date: what it is, the words that give it, and the days that it allows."""

    rule: str
    span: Span | None
    words: str
    start: datetime.date | None
    end: datetime.date | None


class Published(msgspec.Struct, frozen=True):
    """When the article came out; ``start`` and ``end`` are ``None`` together, with the ``reason``, where it is unknown."""

    start: datetime.date | None
    end: datetime.date | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    reason: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who is reported to have said what (codebook 4).

    ``cue_class`` tells what the speaker does with the words (neutral, stress, reveal, admit, deny, demand, appeal, propose, promise,
    threaten, accuse, doubt, report), ``occasion`` the words that tell when or where they were said (在记者会上, 接受采访时).
    """

    id: str = ""
    speakers: tuple[str, ...]
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None
    cue_class: str | None = None
    occasion: Span | None = None
    via: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    line: int = 0
    because: Because
    confidence: float = 1.0


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What was done, or done by speaking (codebook 5)."""

    id: str = ""
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    anchor: Span
    content: Span | None = None
    modality: Modality
    date: Interval | None = None
    place: str | None = None
    place_zh: str | None = None
    place_span: Span | None = None
    coordinates: tuple[float, float] | None = None
    according_to: str | None = None
    condition: Span | None = None
    due: Interval | None = None
    line: int = 0
    because: Because
    confidence: float = 1.0


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """One distinct meeting or call, all its sentences together (codebook 6).

    ``hosts`` and ``mediators`` are parties, ``agenda`` the words that tell what it was about, ``outcome`` the ids of the acts by which its
    sides agreed, signed, promised or conceded something there, ``next_meeting`` the id of the meeting that the page tells as its follow-up;
    each is empty where the page does not say.
    """

    id: str = ""
    format: MeetingFormat | None
    date: Interval | None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    duration_minutes: int | None = None
    sides: dict[str, tuple[str, ...]]
    modality: Modality
    hosts: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    agenda: tuple[Span, ...] = ()
    outcome: tuple[str, ...] = ()
    next_meeting: str | None = None
    acts: tuple[str, ...] = ()
    line: int = 0
    because: Because
    confidence: float = 1.0


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody bound themselves to do: a view of an act (codebook 7)."""

    id: str = ""
    by: tuple[str, ...]
    to: tuple[str, ...]
    content: Span
    due: Interval | None = None
    condition: Span | None = None
    according_to: str | None = None
    act: str = ""
    line: int = 0
    because: Because
    confidence: float = 1.0


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What a party holds must, must not, will or will not be (codebook 8)."""

    id: str = ""
    holder: str
    stance: Stance
    content: Span
    line: int = 0
    because: Because
    confidence: float = 1.0


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as it was read.

    ``text`` is what all offsets count in: a text as it is, or the lines made of HTML. ``encoding`` is the one taken to decode it. Title,
    outlet, address and ``stated``, the days on one of which it came out, are what its own metadata or a collection's fields tell.
    """

    id: str
    source: str
    sha256: str
    text: str
    encoding: str = "utf-8"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    stated: Interval | None = None
    script: Literal["simplified", "traditional", "other"] = "simplified"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that one page tells, ``verbale/1``; ``undated`` says why ``published`` is ``None`` where it is."""

    format: Literal["verbale/1"] = "verbale/1"
    page: Page
    published: Published | None
    undated: str | None = None
    lines: tuple[Line, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    warnings: tuple[str, ...] = ()


def stable_id(*parts: object) -> str:
    """A short id that depends on the parts only: the same page and words give the same id on every machine.

    Args:
        parts: What makes the record the one it is, such as the page's id, the kind and the offsets.

    Returns:
        Twelve hexadecimal digits of a SHA-256.
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]
