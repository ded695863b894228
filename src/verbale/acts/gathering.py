"""Which acts of meeting and calling tell of one and the same meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from verbale.acts.meeting_words import words
from verbale.acts.sites import Site, agree, site_of
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.model import Act, Interval, MeetingFormat, Modality, Span
from verbale.pages.article import Article

_KINDS = frozenset({"meet", "call"})
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


def gatherings(article: Article, acts: Sequence[Act], parties: Parties, tokens: Tokens) -> tuple[Gathering, ...]:
    """The meetings of a page, acts of the same meeting together.

    Args:
        article: The article.
        acts: Its acts in order of the text.
        parties: Its parties.
        tokens: Its words.

    Returns:
        Gatherings of two sides or more, in the order of their first act.
    """
    found: list[Gathering] = []
    for act in acts:
        if act.kind in _KINDS and act.modality in _REAL:
            for single in _single(article, act, parties, tokens):
                _follow(article, found, single)
                same = [known for known in found if _is_same(known, single)]
                if same:
                    _join(same[-1], single)
                else:
                    found.append(single)
    return tuple(gathering for gathering in found if len(gathering.sides) > 1 and not _is_vague(article, gathering))


def _follow(article: Article, found: Sequence[Gathering], single: Gathering) -> None:
    """Give a meeting that 首先 or 随后 puts beside the one before it in the paragraph its day and place, where it has none of its own."""
    clause, previous = _clause(article, single.acts[0].anchor), found[-1] if found else None
    if previous is None or single.date or single.site or single.format != "in person" or single.modality != previous.modality:
        return
    between = Span(previous.acts[-1].anchor.end, clause.start)
    near = between.start <= between.end and "\n" not in article.text[between.start : between.end]
    if near and previous.sides.keys() & single.sides.keys() and words("sequence").search(article.text, between.start, clause.end):
        single.date, single.site = previous.date, previous.site


def _is_vague(article: Article, gathering: Gathering) -> bool:
    """Whether no day, no place and no persons make a plan or a habit of contact a meeting."""
    if gathering.date or gathering.site or sum(map(bool, gathering.sides.values())) > 1:
        return False
    clauses = [_clause(article, act.anchor) for act in gathering.acts]
    if gathering.format == "in person" and all(words("habit").search(article.text, span.start, span.end) for span in clauses):
        return True
    if gathering.modality in {"planned", "possible", "conditional"} and gathering.format == "in person":
        return True
    return all(words("vague").search(article.text, act.anchor.start, act.anchor.end) for act in gathering.acts)


def _single(article: Article, act: Act, parties: Parties, tokens: Tokens) -> Iterable[Gathering]:
    """What one act tells by itself; a call of one with several others, and 分别会见, is one with each."""
    everyone = (*act.actors, *act.recipients)
    sides = sides_of(everyone, parties)
    sentence = _sentence(article, act.anchor)
    form = _format(act, sentence)
    groups = [sides]
    clause = _clause(article, act.anchor)
    separately = words("each").search(article.text, clause.start, act.anchor.end)
    if len(sides) > 2 and (separately or (form == "phone" and not words("several").search(sentence))):
        first, *others = sides
        groups = [{first: sides[first], other: sides[other]} for other in others]
    number = _ROUND.search(article.text, clause.start, clause.end)
    for group in groups:
        order = _order(article, act, clause, tokens)
        yield Gathering([act], group, form, act.modality, act.date, site_of(article, act), order, number[0] if number else None)


def _order(article: Article, act: Act, clause: Span, tokens: Tokens) -> int:
    """Whether the clause tells of a meeting before the matter at hand (-1); a date of many weeks is as good as 此前."""
    if act.modality == "happened":
        if act.date and _days(act.date) > _VAGUE_DAYS:
            return -1
        earlier = words("earlier").finditer(article.text, clause.start, clause.end)
        return -1 if any(_is_word(tokens, found.start()) for found in earlier) else 0
    return 0


def _is_word(tokens: Tokens, place: int) -> bool:
    token = tokens.at(place)
    return token is None or token.span.start == place


def sides_of(everyone: Iterable[str], parties: Parties) -> dict[str, tuple[str, ...]]:
    """The sides of a meeting: each state or organization with its persons.

    Args:
        everyone: Ids of those who met, in order.
        parties: The page's parties.

    Returns:
        Side → persons, in order; somebody of no known state is a side alone.
    """
    sides: dict[str, list[str]] = {}
    for party in dict.fromkeys(everyone):
        entity = parties.by_id.get(party)
        person = entity is not None and entity.type == "person"
        side = parties.state_of(party) if person else party
        persons = sides.setdefault(side, [])
        if person and side != party:
            persons.append(party)
    return {side: tuple(persons) for side, persons in sides.items()}


def _format(act: Act, sentence: str) -> MeetingFormat | None:
    if act.kind == "call":
        return "video" if words("video").search(sentence) else "phone"
    return "in person"


def _sentence(article: Article, anchor: Span) -> str:
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            if sentence.start <= anchor.start < sentence.end:
                return article.text[sentence.start : sentence.end]
    return ""


def _clause(article: Article, anchor: Span) -> Span:
    """The words before and around an anchor, from the last comma on."""
    text = article.text
    start = max((text.rfind(mark, 0, anchor.start) for mark in "，。；：\n“"), default=-1) + 1
    end = min((place for mark in "，。；\n" if (place := text.find(mark, anchor.end)) >= 0), default=len(text))
    return Span(start, end)


def _is_same(known: Gathering, other: Gathering) -> bool:
    """Whether two tell of one meeting: the same sides, nothing that speaks against it."""
    if known.format != other.format or not _modalities_agree(known, other):
        return False
    if known.round and other.round and known.round != other.round:
        return False
    if not dates_agree(known.date, other.date) or not agree(known.site, other.site) or not _sides_agree(known, other):
        return False
    return known.order == other.order or (known.date is not None and other.date is not None)


def _modalities_agree(known: Gathering, other: Gathering) -> bool:
    if known.modality == other.modality:
        return True
    future = {"planned", "proposed", "possible", "conditional"}
    dated = known.date is not None and known.date == other.date
    return dated and known.modality in future and other.modality in future


def dates_agree(one: Interval | None, other: Interval | None) -> bool:
    """Whether two dates can be those of one meeting: they share a day, or one is unknown."""
    if one is None or other is None:
        return True
    before = one.end is not None and other.start is not None and one.end < other.start
    after = other.end is not None and one.start is not None and other.end < one.start
    return not before and not after


def _sides_agree(known: Gathering, other: Gathering) -> bool:
    """The same sides (or a lone side of the other's), and on each side no two different sets of persons."""
    one, two = known.sides, other.sides
    shared = one.keys() & two.keys()
    alone = len(shared) == 1 and min(len(one), len(two)) == 1
    fewer = min((one, two), key=len)
    left_out = _one_plan(known, other) and len(shared) == len(fewer) and not any(fewer.values())
    if one.keys() != two.keys() and not alone and not left_out:
        return False
    return all(not one[side] or not two[side] or set(one[side]) & set(two[side]) for side in shared)


def _one_plan(known: Gathering, other: Gathering) -> bool:
    """Whether both tell of plans for one day and city: then one may leave a side out."""
    planned = known.modality != "happened" and other.modality != "happened"
    cities = known.site and other.site and known.site.city == other.site.city
    return bool(planned and known.date is not None and known.date == other.date and cities)


def _join(known: Gathering, other: Gathering) -> None:
    known.acts += other.acts
    for side, persons in other.sides.items():
        known.sides[side] = tuple(dict.fromkeys([*known.sides.get(side, ()), *persons]))
    known.date = narrower(known.date, other.date)
    known.site = (
        other.site if known.site is None or (known.site.city is None and other.site is not None and other.site.city) else known.site
    )
    known.round = known.round or other.round


def narrower(one: Interval | None, other: Interval | None) -> Interval | None:
    """The date with the fewer days; a known one before an unknown one."""
    if one is None or other is None:
        return one or other
    return other if _days(other) < _days(one) else one


def _days(interval: Interval) -> int:
    return (interval.end - interval.start).days if interval.start and interval.end else 10**6
