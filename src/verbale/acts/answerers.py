"""To whom something was put that names nobody: whoever answers it in the words that follow (…提议公开会谈，对方婉拒)."""

from __future__ import annotations

from verbale.acts.beside import next_to
from verbale.acts.clauses import clause_subject
from verbale.acts.members import members, states_differ
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span


def answerers(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of another side that accept, refuse or leave unanswered what was put, in the clauses after it.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: Who puts it.
    """
    place = trigger.clause.end + 1
    while place < trigger.sentence.end:
        clause = setting.clause(place, trigger.sentence)
        subject = clause_subject(setting, clause, clause.start)
        if subject and not set(members(subject, setting)) <= set(actors):
            answers = sign("answers what was put").found(setting.text, subject[-1].span.end, clause.end)
            return _others(setting, members(subject, setting), actors) if answers else ()
        turned = sign("is answered by").found(setting.text, clause.start, clause.end)
        by = next_to(setting, Span(turned.end(), clause.end), owner=True) if turned else []
        if by and sign("answers what was put").found(setting.text, by[-1].span.end, clause.end):
            return _others(setting, members(by, setting), actors)
        place = clause.end + 1
    return ()


def _others(setting: Setting, found: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those who answer, if they are of another side and no unnamed people."""
    types = {setting.parties.by_id[one].type for one in found}
    movement = types == {"organization"} and not set(found) & set(actors)
    return found if found and "group" not in types and (movement or states_differ(setting, actors, found)) else ()
