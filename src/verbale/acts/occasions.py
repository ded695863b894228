"""Several meetings told by one verb, each on its own day (去年11月在纽约、今年1月在台北举行过谈判)."""

from __future__ import annotations

import datetime

import msgspec

from verbale.acts.meeting_sites import meeting_site, site_in
from verbale.acts.moments import is_date
from verbale.acts.setting import Setting
from verbale.acts.sites import Site
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.lexicons.signs import sign
from verbale.model import Act, Interval, Span, TimeExpression


class Occasion(msgspec.Struct, frozen=True):
    """When and where one of several meetings was held."""

    date: Interval | None
    site: Site | None


def occasions(setting: Setting, act: Act) -> list[Occasion]:
    """The meetings that an act tells.

    Args:
        setting: What the stages before have found.
        act: An act of meeting.

    Returns:
        One for each day that is listed before the verb, where the words tell of several meetings (两轮, 先后) or give several places; else
        the one of the act.
    """
    whole = Occasion(act.date, meeting_site(setting, act))
    days = _listed(setting, Span(sentence_of(setting, act.anchor).start, act.anchor.start))
    if not days or act.kind == "call":
        return [whole]
    ends = [*(day.span.start for day in days[1:]), act.anchor.start]
    sites = [site_in(setting, Span(day.span.end, end)) for day, end in zip(days, ends, strict=True)]
    found = [Occasion(value, site) for day, site in zip(days, sites, strict=True) for value in _each_day(setting, day)]
    several = sign("several talks").found(setting.text, days[-1].span.end, clause_of(setting, act.anchor).end)
    if len(found) < 2 or (len(set(filter(None, sites))) < 2 and not several):
        return [whole]
    return [Occasion(each.date, each.site or whole.site) for each in found]


def _each_day(setting: Setting, time: TimeExpression) -> list[Interval | None]:
    """The days of a list (5日、6日), one by one; else the time as it is."""
    value = time.value
    if "、" not in setting.words(time.span) or value is None or value.start is None or value.end is None:
        return [value]
    days = [value.start + datetime.timedelta(days=number) for number in range((value.end - value.start).days + 1)]
    return [Interval(day, day) for day in days]


def _listed(setting: Setting, before: Span) -> list[TimeExpression]:
    """The last days that stand side by side in a stretch, each perhaps with its place."""
    times = [time for time in setting.times_in(before) if is_date(setting, time)]
    first = len(times) - 1
    while first > 0 and sign("joins days").found(setting.text, times[first - 1].span.end, times[first].span.start):
        first -= 1
    return times[max(first, 0) :]
