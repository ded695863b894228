"""Which acts of meeting and calling tell of one and the same meeting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from verbale.acts.assemblies import assembles
from verbale.acts.carrying import carry
from verbale.acts.meeting_words import states_of, words
from verbale.acts.occasions import Occasion, occasions
from verbale.acts.sameness import days, is_same, narrower
from verbale.acts.setting import Setting
from verbale.acts.sites import Site
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.phrases import Parties
from verbale.lexicons.signs import sign
from verbale.model import Act, Interval, MeetingFormat, Modality, Span

KINDS = frozenset({"meet", "call"})
_REAL = frozenset({"happened", "planned", "proposed", "possible", "conditional"})
_ROUND = re.compile(r"第([一二三四五六七八九十\d]+)[轮次届]|(首)[轮次]")
_VAGUE_DAYS = 14
_CLOSE = 12
_Sides: TypeAlias = dict[str, tuple[str, ...]]


class Gathering(msgspec.Struct):
    """One meeting in the making.

    Attributes:
        acts: Its acts, in order.
        sides: State or organization → persons.
        format: In person, phone, video, or ``None``.
        modality: Of its first act.
        date: The narrowest day that its acts give.
        site: The narrowest place that they give.
        order: -1 for one that the text tells as earlier than the matter at hand, else 0.
        round: The number of its round in words, or ``None``.
        joins: Whether it tells who else took part (也参加了会谈).
        takes_up: Whether it takes up talks told before and names their sides only after (磋商持续六小时，三国外长出席).
    """

    acts: list[Act]
    sides: dict[str, tuple[str, ...]]
    format: MeetingFormat | None
    modality: Modality
    date: Interval | None
    site: Site | None
    order: int
    round: str | None
    joins: bool = False
    takes_up: bool = False


def gatherings(setting: Setting, acts: Sequence[Act]) -> tuple[Gathering, ...]:
    """The meetings of a page, acts of the same meeting together.

    Args:
        setting: What the stages before have found.
        acts: Its acts in order of the text.

    Returns:
        Gatherings of two sides or more, or of one organization's members, in the order of their first act.
    """
    found: list[Gathering] = []
    visits = [act for act in acts if act.kind == "visit"]
    for act in acts:
        called_off = act.because.rule == "talks called off"
        if act.kind in KINDS and (called_off or (act.modality in _REAL and _is_held(setting, act))):
            for single in _single(setting, act):
                larger = carry(setting, found, visits, single)
                same = [known for known in found if known is not larger and is_same(known, single)]
                if same:
                    _join(same[-1], single)
                else:
                    found.append(single)
    return tuple(gathering for gathering in found if _has_sides(setting, gathering) and not _is_vague(setting, gathering))


def _has_sides(setting: Setting, gathering: Gathering) -> bool:
    """Whether two sides meet, or two persons of one, or the members of one organization (外长会议)."""
    received = any(sign("receives").found(setting.words(act.anchor)) for act in gathering.acts)
    if len(gathering.sides) > 1 or (not received and any(len(persons) > 1 for persons in gathering.sides.values())):
        return True
    summit = any(_is_of_members(setting, act) for act in gathering.acts)
    return summit and gathering.date is not None and all(assembles(side) for side in gathering.sides)


def _is_of_members(setting: Setting, act: Act) -> bool:
    """Whether an act tells a meeting of an organization's members, not something else during it."""
    clause = clause_of(setting, act.anchor)
    for span in (act.anchor, *act.because.evidence):
        noun = sign("members meet").found(setting.text, span.start, min(span.end + _CLOSE, clause.end))
        if noun and not sign("amid a meeting").found(setting.text, noun.end()):
            return True
    return act.kind == "meet" and sign("meeting of any kind").found(setting.words(act.anchor)) is not None


def _is_held(setting: Setting, act: Act) -> bool:
    """Whether an act tells talks, not only their plans (会晤安排), nor how often there were some (这是两人首次通话)."""
    bare = sign("bare noun of talks").found(setting.words(act.anchor))
    if bare and sign("only a part of a word").found(setting.text, act.anchor.end):
        return False
    clause = clause_of(setting, act.anchor)
    barred = sign("no right to talk").found(setting.text, clause.start, act.anchor.start)
    opens = (sentence_of(setting, act.anchor).start, clause.start)
    return not barred and not any(sign("looks back").found(setting.text, start) for start in opens)


def _is_vague(setting: Setting, gathering: Gathering) -> bool:
    """Whether no day, no place and no persons make a plan, a wish or a habit of contact a meeting."""
    if gathering.date or gathering.site or sum(map(len, gathering.sides.values())) > 1:
        return False
    if all(_is_course(setting, act) for act in gathering.acts):
        return True
    in_person = gathering.format == "in person"
    clauses = [clause_of(setting, act.anchor) for act in gathering.acts]
    if in_person and all(words("habit").search(setting.text, span.start, span.end) for span in clauses):
        return True
    if in_person and gathering.modality in {"possible", "conditional"}:
        return not any(_is_next(setting, act) for act in gathering.acts)
    if in_person and gathering.modality == "planned":
        return any(_is_unnamed(setting, side) for side in gathering.sides)
    return all(_is_wished(setting, act) or words("vague").search(setting.words(act.anchor)) for act in gathering.acts)


def _is_unnamed(setting: Setting, side: str) -> bool:
    """Whether a side is only some unnamed people (民间团体)."""
    return setting.parties.is_unnamed(side)


def _is_course(setting: Setting, act: Act) -> bool:
    """Whether an act only tells how far talks have come (谈判已经结束); one shown by its noun is of a verb that ends them."""
    words_shown = setting.words(act.anchor)
    ended = act.because.rule == "frame talks take place" and sign("bare noun of talks").found(words_shown)
    return bool(ended or sign("course of talks").found(words_shown))


def _is_next(setting: Setting, act: Act) -> bool:
    """Whether the talks are named as the next ones (下一轮谈判)."""
    return sign("next talks").found(setting.text, clause_of(setting, act.anchor).start, act.anchor.start) is not None


def _is_wished(setting: Setting, act: Act) -> bool:
    """Whether somebody says that there must or should be talks."""
    held = setting.statement_at(act.anchor.start)
    start = next((span.start for span in held.content if span.start <= act.anchor.start < span.end), None) if held else None
    opens = setting.text.rfind("。", 0, act.anchor.start) + 1
    return start is not None and bool(sign("talks needed").found(setting.text, max(opens, start), act.anchor.start))


def _single(setting: Setting, act: Act) -> Iterable[Gathering]:
    """What one act tells by itself; a call of one with several others, and 分别会见, is one with each."""
    sides = sides_of((*act.actors, *act.recipients), setting.parties)
    clause, sentence = clause_of(setting, act.anchor), sentence_of(setting, act.anchor)
    form = _format(setting, act, clause, sentence)
    groups = [sides]
    if len(sides) > 2 and _is_each(setting, sides, form, Span(clause.start, act.anchor.end), sentence):
        first, *others = sides
        groups = [{first: sides[first], other: sides[other]} for other in others]
    number = _ROUND.search(setting.text, clause.start, clause.end)
    joins = sign("takes part").found(setting.text, clause.start, clause.end) is not None
    order, modality = _order(setting, act, clause), _modality(setting, act, clause)
    in_turn = Span(clause.start, act.anchor.end)
    takes_up = act.because.rule == "frame talks take place" and len(act.because.evidence) == 1
    for group, time in _held_when(setting, sides, groups, occasions(setting, act), in_turn):
        yield Gathering([act], group, form, modality, time.date, time.site, order, number[0] if number else None, joins, takes_up)


def _held_when(setting: Setting, sides: _Sides, groups: list[_Sides], times: list[Occasion], told: Span) -> list[tuple[_Sides, Occasion]]:
    """Each group with each day; as many others as days were met one a day (19日、20日先后与X、Y会面)."""
    first, *others = sides
    in_turn = any(words(name).search(setting.text, told.start, told.end) for name in ("each", "in turn"))
    if in_turn and len(times) == len(others) > 1:
        return [({first: sides[first], other: sides[other]}, time) for other, time in zip(others, times, strict=True)]
    return list(itertools.product(groups, times))


def _modality(setting: Setting, act: Act, clause: Span) -> Modality:
    """What the act says; talks that lasted (会面历时一小时) took place, unless the clause looks ahead."""
    lasted = act.modality == "planned" and sign("talks lasted").found(setting.words(act.anchor))
    return "happened" if lasted and not sign("talks to come").found(setting.text, clause.start, clause.end) else act.modality


def _is_each(setting: Setting, sides: dict[str, tuple[str, ...]], form: MeetingFormat | None, before: Span, sentence: Span) -> bool:
    """Whether one meets each of the others: 分别, 先后 with persons, or calls that are no conference."""
    in_turn = words("in turn").search(setting.text, before.start, before.end) and all(list(sides.values())[1:])
    separately = words("each").search(setting.text, before.start, before.end)
    return bool(in_turn or separately) or (form == "phone" and not words("several").search(setting.words(sentence)))


def _order(setting: Setting, act: Act, clause: Span) -> int:
    """Whether the clause tells of a meeting before the matter at hand (-1); a date of many weeks is as good as 此前."""
    if act.modality == "happened":
        if act.date and days(act.date) > _VAGUE_DAYS:
            return -1
        earlier = words("earlier").finditer(setting.text, clause.start, clause.end)
        return -1 if any(_is_word(setting, found.start()) for found in earlier) else 0
    return 0


def _is_word(setting: Setting, place: int) -> bool:
    token = setting.token(place)
    return token is None or token.span.start == place


def sides_of(everyone: Iterable[str], parties: Parties) -> dict[str, tuple[str, ...]]:
    """The sides of a meeting: each state or organization with its persons.

    Args:
        everyone: Ids of those who met, in order.
        parties: The page's parties.

    Returns:
        Side → persons, in order; somebody of no known state is a side alone, unnamed officials are their state.
    """
    sides: dict[str, list[str]] = {}
    for party in states_of(everyone):
        entity = parties.by_id.get(party)
        person = entity is not None and entity.type == "person"
        officials = entity is not None and parties.is_unnamed(party) and any(sign("officials").found(name) for name in entity.names)
        side = parties.state_of(party) if person or officials else party
        persons = sides.setdefault(side, [])
        if person and side != party and not parties.is_unnamed(party):
            persons.append(party)
    return {side: tuple(persons) for side, persons in sides.items()}


def _format(setting: Setting, act: Act, clause: Span, sentence: Span) -> MeetingFormat | None:
    if act.kind == "call":
        return "video" if words("video").search(setting.words(sentence)) else "phone"
    return "video" if sign("by video").found(setting.text, clause.start, clause.end) else "in person"


def _join(known: Gathering, other: Gathering) -> None:
    known.acts += other.acts
    for side, persons in other.sides.items():
        known.sides[side] = tuple(dict.fromkeys([*known.sides.get(side, ()), *persons]))
    known.date = narrower(known.date, other.date)
    known.site = (
        other.site if known.site is None or (known.site.city is None and other.site is not None and other.site.city) else known.site
    )
    known.round = known.round or other.round
