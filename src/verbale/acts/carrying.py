"""Day and place that a meeting takes from what was told before it: another meeting, or the journey of those who met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verbale.acts.meeting_sites import meeting_site
from verbale.acts.meeting_words import words
from verbale.acts.setting import Setting
from verbale.acts.sites import Site, named_sites
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

if TYPE_CHECKING:
    from verbale.acts.gathering import Gathering


def carry(setting: Setting, found: Sequence[Gathering], visits: Sequence[Act], single: Gathering) -> Gathering | None:
    """Give a meeting the day and place of what was told before, where it has none of its own and the words join the two.

    随后 and 当天 join it to the last meeting of the paragraph, 期间 and 场边 to the larger one during which it was held; whoever has just
    travelled meets where the journey went.

    Args:
        setting: What the stages before have found.
        found: The meetings told before.
        visits: The journeys of the page.
        single: The meeting; completed in place.

    Returns:
        The larger meeting during which this one was held, which it is not.
    """
    if single.format != "in person":
        return None
    anchor = single.acts[0].anchor
    clause = clause_of(setting, anchor)
    larger = None
    if sign("during talks").found(setting.text, clause.start, anchor.start):
        held = [known for known in found if known.modality == single.modality and known.sides.keys() >= single.sides.keys()]
        larger = held[-1] if held else None
        _settle(single, larger)
    elif found and _goes_on(setting, found[-1], single, clause):
        _settle(single, found[-1])
    elif sign("goes on talking").found(setting.text, clause.start, anchor.end):
        same = [known for known in found if known.sides.keys() == single.sides.keys() and known.format == "in person"]
        single.site = single.site or (same[-1].site if same else None)
    if single.site is None:
        _arrive(setting, visits, single)
    if single.site is None:
        single.site = _same_day(setting, found, single) or _told_before(setting, found, single)
    return larger


def _same_day(setting: Setting, found: Sequence[Gathering], single: Gathering) -> Site | None:
    """The place of the last meeting before on the same single day that one of those who meet took part in; not in somebody's words."""
    if single.modality != "happened" or single.date is None or single.date.start != single.date.end:
        return None
    anchor = single.acts[0].anchor
    if sign("other mouth").found(setting.text, sentence_of(setting, anchor).start, anchor.start):
        return None
    people = {person for persons in single.sides.values() for person in persons}
    for known in reversed(found):
        others = {person for persons in known.sides.values() for person in persons}
        if known.site and known.format == "in person" and known.date == single.date and known.modality == "happened" and people & others:
            return known.site
    return None


def _told_before(setting: Setting, found: Sequence[Gathering], single: Gathering) -> Site | None:
    """各方正在首都举行新一轮会谈。X与Y会面: the place of the talks that the sentence before tells without its parties."""
    sentence = sentence_of(setting, single.acts[0].anchor)
    before = setting.sentence_before(sentence)
    if before is None or single.modality != "happened" or "\n" in setting.text[before.start : sentence.start]:
        return None
    held = sign("some hold talks").found(setting.text, before.start, before.end)
    if held is None or any(before.covers(act.anchor) for known in found for act in known.acts):
        return None
    sites = [site for site in named_sites(setting.text, before, Span(*held.span("talks"))) if site.city]
    return sites[-1] if sites else None


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


def _arrive(setting: Setting, visits: Sequence[Act], single: Gathering) -> None:
    """Take the city of the last journey that one of those who meet made in the paragraph, to a state whose people are met there."""
    people = {person for persons in single.sides.values() for person in persons}
    place = single.acts[0].anchor.start
    made = [act for act in visits if act.anchor.end <= place and people & set(act.actors)]
    if not made or "\n" in setting.text[made[-1].anchor.end : place]:
        return
    site = meeting_site(setting, made[-1])
    if site and site.country in single.sides and (single.modality == "happened" or made[-1].modality in {"happened", "planned"}):
        single.site = site
