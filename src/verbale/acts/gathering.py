"""Which acts of meeting and calling tell of one and the same meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from verbale.acts.meeting_sites import meeting_site
from verbale.acts.meeting_words import words
from verbale.acts.sameness import days, is_same, narrower
from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.acts.sites import Site
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.phrases import Parties
from verbale.model import Act, Interval, MeetingFormat, Modality, Span

KINDS = frozenset({"meet", "call"})
_REAL = frozenset({"happened", "planned", "proposed", "possible", "conditional"})
_ROUND = re.compile(r"第([一二三四五六七八九十\d]+)[轮次届]|(首)[轮次]")
_VAGUE_DAYS = 14


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
    """

    acts: list[Act]
    sides: dict[str, tuple[str, ...]]
    format: MeetingFormat | None
    modality: Modality
    date: Interval | None
    site: Site | None
    order: int
    round: str | None


def gatherings(setting: Setting, acts: Sequence[Act]) -> tuple[Gathering, ...]:
    """The meetings of a page, acts of the same meeting together.

    Args:
        setting: What the stages before have found.
        acts: Its acts in order of the text.

    Returns:
        Gatherings of two sides or more, or of one organization's members, in the order of their first act.
    """
    found: list[Gathering] = []
    for act in acts:
        if act.kind in KINDS and act.modality in _REAL:
            for single in _single(setting, act):
                larger = _carry(setting, found, single)
                same = [known for known in found if known is not larger and is_same(known, single)]
                if same:
                    _join(same[-1], single)
                else:
                    found.append(single)
    return tuple(gathering for gathering in found if _has_sides(setting, gathering) and not _is_vague(setting, gathering))


def _has_sides(setting: Setting, gathering: Gathering) -> bool:
    """Whether two sides meet, or the members of one organization (外长会议)."""
    if len(gathering.sides) > 1:
        return True
    summit = any(sign("members meet").found(setting.words(act.anchor)) for act in gathering.acts)
    known = [setting.parties.by_id.get(side) for side in gathering.sides]
    return summit and gathering.date is not None and all(entity is not None and entity.type == "organization" for entity in known)


def _carry(setting: Setting, found: Sequence[Gathering], single: Gathering) -> Gathering | None:
    """Give a meeting the day and place of one before it, where it has none of its own and the words join the two.

    随后 and 当天 join it to the last one of the paragraph, 期间 and 场边 to the larger one during which it was held, which is given back.
    """
    if not found or single.format != "in person":
        return None
    clause = clause_of(setting, single.acts[0].anchor)
    if sign("during talks").found(setting.text, clause.start, single.acts[0].anchor.start):
        held = [known for known in found if known.modality == single.modality and known.sides.keys() >= single.sides.keys()]
        larger = held[-1] if held else None
        _settle(single, larger)
        return larger
    if _goes_on(setting, found[-1], single, clause):
        _settle(single, found[-1])
    return None


def _settle(single: Gathering, known: Gathering | None) -> None:
    """Take day and place from another meeting, unless the days differ."""
    if known and (single.date is None or single.date == known.date):
        single.date, single.site = single.date or known.date, single.site or known.site


def _goes_on(setting: Setting, previous: Gathering, single: Gathering, clause: Span) -> bool:
    """Whether 首先, 随后 or 当天 puts a meeting beside the one before it in the paragraph, with a side in common."""
    between = Span(previous.acts[-1].anchor.end, clause.start)
    near = between.start <= between.end and "\n" not in setting.text[between.start : between.end]
    alike = previous.format == "in person" and single.modality == previous.modality and bool(previous.sides.keys() & single.sides.keys())
    return near and alike and bool(words("sequence").search(setting.text, between.start, clause.end))


def _is_vague(setting: Setting, gathering: Gathering) -> bool:
    """Whether no day, no place and no persons make a plan, a wish or a habit of contact a meeting."""
    if gathering.date or gathering.site or sum(map(bool, gathering.sides.values())) > 1:
        return False
    in_person = gathering.format == "in person"
    clauses = [clause_of(setting, act.anchor) for act in gathering.acts]
    if in_person and all(words("habit").search(setting.text, span.start, span.end) for span in clauses):
        return True
    if in_person and gathering.modality in {"planned", "possible", "conditional"}:
        return not any(_is_next(setting, act) for act in gathering.acts)
    return all(_is_wished(setting, act) or words("vague").search(setting.words(act.anchor)) for act in gathering.acts)


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
    for group in groups:
        site = meeting_site(setting, act)
        yield Gathering([act], group, form, act.modality, act.date, site, _order(setting, act, clause), number[0] if number else None)


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
    for party in dict.fromkeys(everyone):
        entity = parties.by_id.get(party)
        person = entity is not None and entity.type == "person"
        officials = entity is not None and entity.type == "group" and any(sign("officials").found(name) for name in entity.names)
        side = parties.state_of(party) if person or officials else party
        persons = sides.setdefault(side, [])
        if person and side != party:
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
