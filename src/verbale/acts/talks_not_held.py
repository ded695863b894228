"""Talks that were called off: meetings that did not happen, or may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.acts.members import members
from verbale.acts.moments import days_in, last_of
from verbale.acts.setting import Setting
from verbale.acts.surroundings import sentence_of
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
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


def _is_held_all_the_same(setting: Setting, acts: Sequence[Act], sides: tuple[str, ...], day: Interval | None) -> bool:
    """Whether the page tells elsewhere that the same sides meet on that day: it goes back and forth."""
    states = setting.states(sides)
    return any(act.kind == "meet" and act.date == day and setting.states((*act.actors, *act.recipients)) == states for act in acts)


def _not_held(setting: Setting, acts: Sequence[Act]) -> Iterator[Act]:
    for act in acts:
        off = _called_off(setting, act)
        if act.kind != "cancel" or act.modality not in _CALLED_OFF or off is None:
            continue
        named = members((phrase for phrase in setting.phrases(off) if not _is_site(setting, phrase, off)), setting)
        sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
        sides = named if len(setting.states(named)) >= max(_REACH, len(setting.states(sides))) else sides
        noun = sign("talks to be held").all(setting.text, off.start, off.end)
        day = last_of(days_in(setting, off))
        told = day is not None or sides == named
        if noun and told and len(setting.states(sides)) >= _REACH and not _is_held_all_the_same(setting, acts, sides, day):
            found = Span(*noun[-1].span())
            why = Because("talks called off", (act.anchor, found))
            modality = _CALLED_OFF[act.modality]
            yield Act(kind="meet", actors=sides, recipients=(), anchor=found, modality=modality, date=day, because=why, confidence=0.5)


def _is_site(setting: Setting, phrase: Phrase, within: Span) -> bool:
    return sign("place follows").found(setting.text, within.start, phrase.span.start) is not None


def _called_off(setting: Setting, act: Act) -> Span | None:
    """The words for the talks: those put first in the sentence (原定周五的会谈，因故取消), else the content of the act."""
    sentence = sentence_of(setting, act.anchor)
    first = sign("talks put first").found(setting.text, sentence.start, act.anchor.start)
    return Span(*first.span()) if first else act.content
