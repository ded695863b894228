"""The tellings of one page, made from its record."""

from __future__ import annotations

import collections
from collections.abc import Iterable
from typing import Any

import msgspec

from verbale.ledger.events import attaching
from verbale.ledger.events.contents import Content, content_of
from verbale.ledger.events.counts import counts_of, sides_of
from verbale.ledger.events.intervals import Days, day_numbers
from verbale.ledger.events.pins import Pins
from verbale.ledger.events.sides import Sides
from verbale.ledger.events.signs import Round, delegations, group_of, is_future, joint, looks_back, round_near, several
from verbale.ledger.events.tellings import Member, Telling
from verbale.ledger.tokens import folded
from verbale.model import Act, Meeting, Record, Span


def tellings_of(record: Record, page: int, told: Days | None = None) -> list[Telling]:
    """All that a page tells of events.

    Args:
        record: The page's record.
        page: Its number in the ledger.
        told: The days on which it came out; by default those of the record.

    Returns:
        One telling a meeting with its acts, and one an act that belongs to no meeting, in the page's order.
    """
    sides, text = Sides(record.entities), folded(record.page.text)
    maker = _Maker(record, page, sides, text, told or day_numbers(record.published))
    meetings, alone = attaching.attached(record, sides, maker.told)
    found = [maker.meeting(meeting, acts) for meeting, acts in meetings] + [maker.act(act) for act in alone]
    counted = collections.Counter(_kind_of(one) for one in found)
    found = [msgspec.structs.replace(one, only=counted[_kind_of(one)] == 1, round=_numbered(one, found)) for one in found]
    unique = {one.item: one for one in found if one.parties}
    return sorted(unique.values(), key=lambda one: (one.members[0].start, one.item))


def _kind_of(telling: Telling) -> tuple[str, frozenset[str], frozenset[str]]:
    return telling.group, frozenset(telling.doers), frozenset(telling.others)


def _numbered(telling: Telling, page: Iterable[Telling]) -> Round:
    """The round of a telling: the next one of the same parties is that after the one of which the page tells as held."""
    if telling.round.number or telling.round.turn != "next":
        return telling.round
    same = (one for one in page if one.compared == "talks" and set(one.parties) == set(telling.parties))
    held = {one.round.number for one in same if one.round.number and one.modality == "happened" and one.kind != "cancel"}
    return Round(held.pop() + 1, "next") if len(held) == 1 else telling.round


class _Maker:
    """Makes the tellings of one page."""

    def __init__(self, record: Record, page: int, sides: Sides, text: str, told: Days | None) -> None:
        self.record, self.page, self.sides, self.text, self.told = record, page, sides, text, told
        self.pins = Pins(record, text)

    def act(self, act: Act) -> Telling:
        """A single act."""
        doers, others = self.sides.behind(act.actors), self.sides.behind(act.recipients)
        both = tuple(dict.fromkeys((*doers, *others)))
        return self._telling(
            (self._act(act),),
            act.kind,
            persons=self.sides.persons((*act.actors, *act.recipients)),
            parties=both,
            doers=both if act.kind in joint() else doers,
            others=() if act.kind in joint() else others,
            content=content_of(self._words(act.content), self._words(act.anchor)),
            future=act.kind == "deny" and is_future(self._words(act.anchor) + self._words(act.content)),
        )

    def meeting(self, meeting: Meeting, acts: Iterable[Act]) -> Telling:
        """A meeting with the acts that tell of it."""
        several = tuple(acts)
        kind = "call" if meeting.format in {"phone", "video"} else "meet"
        ids = [party for side, persons in meeting.sides.items() for party in (side, *persons)]
        ids += [party for act in several if act.kind == kind for party in (*act.actors, *act.recipients)]
        persons, parties = self.sides.persons(ids), self.sides.behind(ids)
        return self._telling(
            (self._meeting(meeting, several), *map(self._act, several)),
            kind,
            persons=persons,
            parties=parties,
            doers=parties,
            format=meeting.format,
            minutes=meeting.duration_minutes,
            content=content_of(" ".join(self._words(act.content) for act in several), ""),
        )

    def _telling(self, members: tuple[Member, ...], kind: str, **fields: Any) -> Telling:
        head, group = members[0], group_of(kind)
        told_days = sorted({member.days for member in members if member.days}, key=lambda days: (days[1] - days[0], days))
        fixed = {
            "page": self.page,
            "item": head.item,
            "order": f"{self.record.page.id} {head.start:08} {head.item}",
            "group": group.name,
            "compared": group.compared,
            "kind": kind,
            "modality": head.modality,
            "days": head.days or (told_days[0] if told_days else None),
            "told": self.told,
            "undated": self.told is None,
            "places": tuple(dict.fromkeys(member.place for member in members if member.place)),
            "round": self._round(members),
            "several": group.compared == "talks" and all(several(self.text, member.start, member.stop) for member in members),
            "delegations": any(delegations(self.text[slice(*self.pins.sentence(Span(one.start, one.stop)))]) for one in members),
            "said": content_of(self.text[slice(*head.clause)], "") if not fields.get("content", Content()).words else Content(),
            "voices": tuple(dict.fromkeys(member.voice for member in members if member.voice)),
            "back": looks_back(self.text, head.clause, head.start, head.stop),
            "ago": self.pins.days_ago(Span(head.start, head.stop)) if self.told is None and head.modality == "happened" else None,
            "members": members,
        }
        return msgspec.convert(fixed | fields, Telling, from_attributes=True)

    def _round(self, members: Iterable[Member]) -> Round:
        found = [round_near(self.text, one.start, one.stop) for one in members if one.category == "act" or one.start < one.stop]
        numbers, turns = [one.number for one in found if one.number], [one.turn for one in found if one.turn]
        return Round(numbers[0] if numbers else None, turns[0] if turns else None)

    def _act(self, act: Act) -> Member:
        span, days, clause = act.anchor, day_numbers(act.date), self.pins.clause(act.anchor)
        parties, words = self.sides.behind((*act.actors, *act.recipients)), self.text[slice(*clause)]
        return Member(
            *(act.id, "act", act.kind, act.modality, act.line, span.start, span.end, act.according_to, days, act.place),
            parties=parties,
            sides=sides_of(words),
            counts=tuple(counts_of(self._words(act.content) or words)),
            clause=clause,
            when=self.pins.day(span, days),
            where=self.pins.place(span, act.place),
            behind=self.sides.one(act.according_to) if act.according_to else None,
        )

    def _meeting(self, meeting: Meeting, acts: tuple[Act, ...]) -> Member:
        span = acts[0].anchor if acts else next(iter(meeting.because.evidence), self._line(meeting.line))
        place, voice = meeting.city or meeting.country, next((act.according_to for act in acts), None)
        kind = "call" if meeting.format in {"phone", "video"} else "meet"
        days = day_numbers(meeting.date)
        return Member(
            *(meeting.id, "meeting", kind, meeting.modality, meeting.line, span.start, span.end, voice, days, place),
            parties=self.sides.behind(meeting.sides),
            minutes=meeting.duration_minutes,
            clause=self.pins.clause(span),
            when=self.pins.day(span, days),
            where=self.pins.place(span, place),
            long=self.pins.duration(span, meeting.duration_minutes),
            behind=self.sides.one(voice) if voice else None,
        )

    def _line(self, line: int) -> Span:
        lines = self.record.page.text.split("\n")
        start = sum(len(before) + 1 for before in lines[: line - 1])
        return Span(start, start)

    def _words(self, span: Span | None) -> str:
        return self.text[span.start : span.end] if span else ""
