"""Talks that were called off: meetings that did not happen, or may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.acts.moments import days_in
from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.model import Act, Because, Interval, Modality, Span

_CALLED_OFF: dict[Modality, Modality] = {"happened": "not_happened", "possible": "possible"}
_REACH = 2


def talks_not_held(setting: Setting, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Acts for talks called off whose day is told; they have no id, for they are no acts of the record.

    Args:
        setting: What the page has given so far.
        acts: The acts of the page.

    Returns:
        For each act of calling off talks between sides, a meeting of theirs that did not happen.
    """
    return tuple(_not_held(setting, acts))


def _is_held_all_the_same(setting: Setting, acts: Sequence[Act], sides: tuple[str, ...], day: Interval) -> bool:
    """Whether the page tells elsewhere that the same sides meet on that day: it goes back and forth."""
    states = setting.states(sides)
    return any(act.kind == "meet" and act.date == day and setting.states((*act.actors, *act.recipients)) == states for act in acts)


def _not_held(setting: Setting, acts: Sequence[Act]) -> Iterator[Act]:
    for act in acts:
        sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
        if act.kind != "cancel" or act.modality not in _CALLED_OFF or act.content is None or len(setting.states(sides)) < _REACH:
            continue
        noun = sign("talks to be held").all(setting.text, act.content.start, act.content.end)
        days = days_in(setting, act.content)
        if noun and days and not _is_held_all_the_same(setting, acts, sides, days[-1]):
            found = Span(*noun[-1].span())
            why = Because("talks called off", (act.anchor, found))
            modality = _CALLED_OFF[act.modality]
            yield Act(kind="meet", actors=sides, recipients=(), anchor=found, modality=modality, date=days[-1], because=why, confidence=0.5)
