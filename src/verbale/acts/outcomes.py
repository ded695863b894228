"""What came of a meeting, and which meeting follows it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.gathering import Gathering
from verbale.acts.meeting_reach import Stretch
from verbale.acts.sameness import dates_agree
from verbale.acts.setting import Setting
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.lexicons.signs import sign
from verbale.model import Act

_OUTCOMES = frozenset({"agree", "sign", "promise", "concede"})
_TO_COME = frozenset({"planned", "possible"})


def outcome_of(
    setting: Setting, gathering: Gathering, told: Sequence[Stretch], acts: Sequence[Act], others: Sequence[Gathering]
) -> tuple[str, ...]:
    """What the sides agreed on, signed, promised or conceded at a meeting.

    Args:
        setting: What the stages before have found.
        gathering: The meeting.
        told: The words about it.
        acts: All acts of the page.
        others: The other meetings of the page.

    Returns:
        Ids of acts that happened, in order; empty for meetings to come.
    """
    if gathering.modality != "happened":
        return ()
    done = [act for act in acts if act.id and act.kind in _OUTCOMES and act.modality == "happened" and _by_sides(setting, gathering, act)]
    return tuple(
        act.id
        for act in done
        if any(_is_done_there(setting, gathering, stretch, act) for stretch in told) or _is_taken_up(setting, gathering, act, others)
    )


def _by_sides(setting: Setting, gathering: Gathering, act: Act) -> bool:
    """Whether only sides do it, on a day that can be the meeting's."""
    states = setting.states(act.actors)
    return bool(states) and states <= gathering.sides.keys() and dates_agree(act.date, gathering.date)


def _is_done_there(setting: Setting, gathering: Gathering, stretch: Stretch, act: Act) -> bool:
    """Whether the act follows the meeting in its sentence and in the same mouth, or words put it there (会后, 双方同意)."""
    place = act.anchor.start
    if not stretch.span.start <= place < stretch.span.end:
        return False
    start, own = sentence_of(setting, act.anchor).start, clause_of(setting, act.anchor)
    if sign("role at another time").found(setting.text, own.start, place):
        return False
    met = stretch.act
    if met is not None and sign("before the talks").found(setting.text, met.anchor.end):
        return False
    if sign("done at the talks").found(setting.text, start, place) or sign("done together").found(setting.text, own.start, place):
        return met is None or met.anchor.start < place or gathering.date is not None
    return met is not None and met.anchor.end <= place and setting.statement_at(place) == setting.statement_at(met.anchor.start)


def _is_taken_up(setting: Setting, gathering: Gathering, act: Act, others: Sequence[Gathering]) -> bool:
    """Whether a later paragraph goes on with what all sides did (双方还同意), and no other meeting that took place was told between."""
    place, own = act.anchor.start, clause_of(setting, act.anchor)
    before = [known.anchor.start for known in gathering.acts if known.anchor.start < place]
    between = [known.anchor.start for other in others if other.modality == "happened" for known in other.acts if known.anchor.start < place]
    if not before or gathering.order or max(between, default=-1) > max(before) or setting.states(act.actors) != gathering.sides.keys():
        return False
    together = sign("done together").found(setting.text, own.start, place)
    return together is not None and not sign("role at another time").found(setting.text, own.start, place)


def followed(setting: Setting, coming: Gathering, found: Sequence[Gathering]) -> Gathering | None:
    """The meeting that another one follows.

    Args:
        setting: What the stages before have found.
        coming: A meeting.
        found: All meetings of the page, in the order of their first act.

    Returns:
        The last meeting of the same sides told before it that took place; ``None`` where ``coming`` is no follow-up (下一轮, 再次会晤).
    """
    if coming.modality not in _TO_COME or not any(_is_follow_up(setting, act) for act in coming.acts):
        return None
    before = [known for known in found if known is not coming and known.order == 0 and _leads_to(known, coming)]
    return before[-1] if before else None


def _is_follow_up(setting: Setting, act: Act) -> bool:
    clause = clause_of(setting, act.anchor)
    return sign("follow-up talks").found(setting.text, clause.start, clause.end) is not None


def _leads_to(known: Gathering, coming: Gathering) -> bool:
    """Whether a meeting that took place was told and held before one to come, by the same sides and people."""
    if known.modality != "happened" or known.sides.keys() != coming.sides.keys() or known.acts[0].anchor > coming.acts[0].anchor:
        return False
    same = all(not known.sides[side] or not two or set(known.sides[side]) & set(two) for side, two in coming.sides.items())
    one, two = known.date, coming.date
    return same and not (one and two and one.end and two.start and two.start <= one.end)
