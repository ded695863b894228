"""A page's record in the form in which promises and deeds are compared: sentences, sides, places, days."""

from __future__ import annotations

import bisect
import datetime
import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.entities import gazetteer
from verbale.language.fold import fold
from verbale.language.sentences import sentences
from verbale.ledger.passages import passages_of
from verbale.lexicons.signs import sign
from verbale.model import Entity, Interval, Record, Span

# Who can be bound by a promise: persons stand for the state or body that they act for.
_SIDES = {"state", "organization", "group", "place"}
_TWO = 2
_ROUND = re.compile(r"第([一二三四五六七八九十0-9]{1,3})轮")
_LEVELS = ("leaders", "ministers", "experts")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_DAY = re.compile(r"(?<![0-9])(?:([0-9]{1,2})月)?([0-9]{1,2})日(?!前|以前|之前|起|零时起|至|到|电|讯)")
_COUNT, _DAYS = (re.compile(sign(name).either) for name in ("counted with its measure", "days of a content"))
_NO_LETTER = re.compile(r"[\W_]+")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of an article.

    Attributes:
        line: Its line, from 1.
        span: Where it stands, code points of the page.
        words: Folded.
    """

    line: int
    span: Span
    words: str


class Text:
    """A record, ready to be compared.

    Attributes:
        record: The record.
        folded: The page's text, folded.
        entities: Its parties by id.
        sentences: The sentences of its article.
        told: The first day on which the page may have come out, ISO 8601; empty where that is not known.
        told_to: The last one.
    """

    def __init__(self, record: Record, likely: tuple[str, str] = ("", "")) -> None:
        """Take a record apart.

        Args:
            record: The record.
            likely: The first and last day on which the page came out by the events that it tells, ISO 8601, for a page that does not
                tell its own; both empty for none.
        """
        self.record = record
        self.folded = fold(record.page.text)
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}
        self.sentences = tuple(
            Sentence(passage.line, span, self.folded[span.start : span.end])
            for passage in passages_of(record)
            for span in sentences(self.folded, passage.span)
        )
        published = record.published
        told = days(Interval(published.start, published.end) if published else None)
        self.told, self.told_to = told if told[0] else likely
        self._starts = [one.span.start for one in self.sentences]

    def words(self, span: Span | None) -> str:
        """The folded words of a stretch; empty for none."""
        return "" if span is None else self.folded[span.start : span.end]

    def sentence(self, offset: int) -> Sentence:
        """The sentence in which a character stands, or the last one before it; an empty one where there is none."""
        index = bisect.bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 else Sentence(0, Span(0, 0), "")

    def sides(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The states and bodies that parties are or act for, sorted."""
        found = {self._side(party) for party in parties}
        return tuple(sorted(side for side in found if side))

    def _side(self, party: str) -> str | None:
        entity = self.entities.get(party)
        if entity is None:
            return party
        if entity.type == "person":
            return entity.affiliation or _affiliation(party) or party
        return party if entity.type in _SIDES else None

    def named(self, words: str) -> tuple[str, ...]:
        """The sides that folded words name, sorted."""
        return self.sides(entity for entity, forms in self._forms.items() if any(form in words for form in forms))

    def both(self, offset: int) -> tuple[str, ...]:
        """The two sides that are meant by words for both of them (两国): of the nearest act before a character, else of the first."""
        index = bisect.bisect_right(self._pairs, offset, key=lambda pair: pair[0]) - 1
        return self._pairs[max(index, 0)][1] if self._pairs else ()

    @functools.cached_property
    def _pairs(self) -> list[tuple[int, tuple[str, ...]]]:
        """The acts that have two sides, by their places."""
        found = ((act.anchor.start, self.sides((*act.actors, *act.recipients))) for act in self.record.acts)
        return sorted(pair for pair in found if len(pair[1]) == _TWO and all(self._state(side) for side in pair[1]))

    def _state(self, side: str) -> bool:
        entity = self.entities.get(side)
        return gazetteer.load().entry("state", side) is not None or (entity is not None and entity.type == "state")

    @functools.cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        forms = ((entity.id, tuple(fold(name) for name in entity.names if len(name) > 1)) for entity in self.record.entities)
        return {party: found for party, found in forms if found}


def _affiliation(party: str) -> str | None:
    known = gazetteer.load().entry("person", party)
    return known.affiliation if known else None


def days(interval: Interval | None) -> tuple[str, str]:
    """The first and last day of an interval, ISO 8601; both empty where it is not known."""
    if interval is None or (interval.start is None and interval.end is None):
        return "", ""
    first, last = interval.start or interval.end, interval.end or interval.start
    return (first.isoformat() if first else "", last.isoformat() if last else "")


def day_named(words: str, told: str) -> str | None:
    """The day (14日, 3月14日) that folded words name first: the latest such day up to the page's.

    Args:
        words: Folded words.
        told: The last day on which the page may have come out, ISO 8601.

    Returns:
        ISO 8601; ``None`` where they name none, or one that is still to come (8日前, 将于8日).
    """
    found = _DAY.search(words)
    if found is None:
        return None
    month, number, last = int(found[1] or 0), int(found[2]), datetime.date.fromisoformat(told)
    back = (last - datetime.timedelta(days=days) for days in range(366))
    return next((day.isoformat() for day in back if day.day == number and month in {0, day.month}), None)


def later(day: str, by: int) -> str:
    """The day so many days later (earlier where negative)."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=by)).isoformat()


def apart(one: str, other: str) -> int:
    """How many days the second day is after the first."""
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days


def rounds(words: str) -> frozenset[int]:
    """The rounds (第二轮) that folded words name."""
    return frozenset(int(_number(found)) for found in _ROUND.findall(words))


def levels(words: str) -> frozenset[str]:
    """On which levels people meet, by folded words."""
    return frozenset(level for level in _LEVELS if sign(f"talks of {level}").found(words))


def counts(words: str) -> dict[str, float]:
    """How many of each unit folded words tell; the largest where several do."""
    found: dict[str, float] = {}
    for digits, scale, unit in _COUNT.findall(words):
        value = _number(digits) * {"万": 1e4, "亿": 1e8}.get(scale, 1)
        same = "人" if unit == "名" else unit
        found[same] = max(value, found.get(same, 0))
    return found


def _number(digits: str) -> float:
    if digits[0].isdigit():
        return float(digits.replace(",", ""))
    total, one = 0, 0
    for char in digits:
        one = _DIGITS.get(char, one)
        if char in _STEPS:
            total, one = total + (one or 1) * _STEPS[char], 0
    return total + one


@functools.lru_cache(maxsize=4096)  # a promise is compared with many deeds
def pieces(words: str) -> frozenset[str]:
    """All pairs of neighbouring letters in folded words, those that tell days and how many left out."""
    letters = _NO_LETTER.sub("", _COUNT.sub("", _DAYS.sub("，", words)))
    return frozenset(letters[start : start + 2] for start in range(len(letters) - 1))


def share(wanted: frozenset[str], found: frozenset[str]) -> float:
    """Which share of the first pieces stand among the second ones, 0 to 1."""
    return len(wanted & found) / len(wanted) if wanted else 0.0


def places(words: str) -> tuple[str, ...]:
    """The cities that folded words name, in their order; where none, the states after 在, 赴, 到."""
    found = gazetteer.load().find(words)
    cities = [city for one in found for city in one.ids("city")[:1]]
    before = "在赴到于"
    states = [state for one in found if words[one.span.start - 1 : one.span.start] in [*before] for state in one.ids("state")]
    return tuple(dict.fromkeys(cities or states))


def site(words: str) -> str | None:
    """The words between 在 and what is held there, for places that the tables do not know.

    Args:
        words: Folded words.

    Returns:
        They; ``None`` where there are none, or they tell a time or a manner.
    """
    found = sign("site of a promise").found(words)
    return found[1] if found and not sign("no site of a promise").found(found[1]) else None


def elsewhere(one: str, other: str) -> bool:
    """Whether two places (ids of cities or states) are surely not the same or one in the other."""
    first, second = country(one), country(other)
    if one == other or first is None or second is None:
        return False
    return first != second or (one != first and other != second and _far(one, other))


def country(place: str) -> str | None:
    """The state in which a place (id of a city or state) lies; ``None`` where that is not known."""
    known = gazetteer.load()
    city, state = known.entry("city", place), known.entry("state", place)
    return city.country if city else state.id if state else None


def _far(one: str, other: str) -> bool:
    """Whether two cities of one state are farther apart than a region reaches."""
    known = gazetteer.load()
    first, second = known.entry("city", one), known.entry("city", other)
    if not first or not second or None in {first.latitude, second.latitude}:
        return False
    return abs((first.latitude or 0) - (second.latitude or 0)) + abs((first.longitude or 0) - (second.longitude or 0)) > 3
