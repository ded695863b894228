"""Pages that tell a day hour by hour (10时：…, 【下午3時】…, a heading 15:00 关起门来): whatever an entry tells is of that day."""

from __future__ import annotations

from verbale.acts.moments import is_date
from verbale.acts.setting import Setting
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span

_ONE_DAY = frozenset({"day", "weekday", "anaphor", "time"})
_HEADINGS = frozenset({"subheading", "title"})


def day_of_entry(setting: Setting, place: int) -> Interval | None:
    """The day of the entry of a log that holds a place.

    Args:
        setting: What the page has given so far.
        place: A place in the article, in code points.

    Returns:
        The last day named up to the entry's hour that is no later than the page, that of the page where none is named; ``None`` where the
        paragraph neither begins with an hour nor stands under a heading that does.
    """
    hours = _hours_over(setting, place)
    today = setting.published.end if setting.published else None
    if hours is None or today is None:
        return None
    named = [time.value for time in setting.times if time.kind in _ONE_DAY and is_date(setting, time) and time.span.start < hours.end]
    days = [value for value in named if value and value.start and value.start == value.end and value.start <= today]
    return days[-1] if days else Interval(today, today)


def _hours_over(setting: Setting, place: int) -> Span | None:
    """The hour at the head of the paragraph, else of the last heading above it."""
    for paragraph in reversed([part for part in setting.article.paragraphs if part.span.start <= place]):
        found = sign("hour of a log").found(setting.text, paragraph.span.start, paragraph.span.end)
        if found and (paragraph.span.end > place or paragraph.kind in _HEADINGS):
            return Span(*found.span())
        if paragraph.kind in _HEADINGS or sign("head of a section").found(setting.text, paragraph.span.start, paragraph.span.end):
            return None
    return None
