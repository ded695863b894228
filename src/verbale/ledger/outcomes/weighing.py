"""Whether a deed shows a promise kept or broken: one pure comparison of the two, so that the order of pages does not matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from verbale.ledger.outcomes.deeds import Deed, taking_part
from verbale.ledger.outcomes.pledges import Pledge
from verbale.ledger.outcomes.promises import main_clause, verbs_of, words_of
from verbale.ledger.outcomes.text import apart, counts, elsewhere, later, levels, pieces, rounds, share

Showing = Literal["kept", "broken", "moved", "failed"]
_CLOSE = 0.5  # share of a promise's pairs of letters from which on other words mean the same
_ALIKE = 0.4  # the same where the verb says it too
_NEAR = 0.25  # the same where the kind of the act says it too
_BY_KIND = 0.2  # the same where only one kind of act is against it, and both are about one issue
_LATEST = 3  # days after it fell due within which something is still in time, where no single day was named
_ON_DAY = 1  # the same for talks that were to be on one day
_IN_FORCE = 21  # days within which a truce that was agreed comes into force
_SOON = 60  # days in which a truce that names no end is to hold
_LONG = 6  # characters of a clause that says enough by itself


class Answer(msgspec.Struct, frozen=True):
    """What a deed shows of a promise.

    Attributes:
        shows: ``kept``, ``broken``, ``moved`` (what was agreed is to be, or was, elsewhere) or ``failed`` (not done when it was due).
        reason: Why, in words.
        done: When it was done, ISO 8601.
        confidence: 0 to 1.
    """

    shows: Showing
    reason: str
    done: str
    confidence: float


def weigh(pledge: Pledge, deed: Deed, *, same_page: bool) -> Answer | None:
    """What a deed shows of a promise.

    Args:
        pledge: The promise.
        deed: The deed.
        same_page: Whether one page tells both.

    Returns:
        The answer, ``None`` where the deed shows nothing of it.
    """
    joint = {*deed.actors, *(deed.named if deed.kind == "meet" else ())}
    if not set(pledge.by) & joint or not _after(pledge, deed, same_page):
        return None
    if deed.act is None:
        return _told(pledge, deed, same_page)
    kind = pledge.kind
    ways: list[Callable[[Pledge, Deed], Answer | None]] = []
    ways += [_held if kind.together and deed.kind in {"meet", "call", "visit"} else _done] if deed.kind in kind.kept else []
    ways += [_undone] if deed.kind in kind.kept and not kind.together else []
    ways += [_BREAKING.get(deed.kind, _refused)] if deed.kind in kind.broken else []
    return next((answer for way in ways if (answer := way(pledge, deed))), None)


def _after(pledge: Pledge, deed: Deed, same_page: bool) -> bool:
    """Whether the deed comes after the promise: by its day, or by the page that tells it where it has none."""
    if not pledge.first <= deed.first <= pledge.last or (deed.told < pledge.told and not deed.dated):
        return False
    if deed.dated or deed.act is None:
        return True
    return not same_page and deed.told > pledge.told and not words_of("before").search(deed.sentence)


def _held(pledge: Pledge, deed: Deed) -> Answer | None:
    """Talks that were promised, and talks that were held, are planned, or were not held."""
    if not _same_talks(pledge, deed) or not _in_time(pledge, deed):
        return None
    if not _all_there(pledge, deed):
        return Answer("broken", "not all took part who were to", deed.first, 0.6) if _one_stayed_away(pledge, deed) else None
    moved = _elsewhere(pledge, deed) if deed.kind == "meet" else None
    if moved:
        words = "is to be" if deed.modality == "planned" else "was"
        return Answer("moved", f"promised for {moved[0]}, but it {words} in {moved[1]}", deed.first, 0.7) if _real(deed) else None
    return _took_place(pledge, deed)


def _took_place(pledge: Pledge, deed: Deed) -> Answer | None:
    if deed.modality in {"not_happened", "denied"} and pledge.due_from:
        return Answer("broken", "it did not take place", deed.first, 0.6)
    if deed.modality != "happened":
        return None
    if _late(pledge, deed, _ON_DAY if pledge.due_from == pledge.due_to else _LATEST):
        return Answer("failed", f"due by {pledge.due_to}, but it was held only on {deed.first}", deed.first, 0.6)
    return Answer("kept", "it was held", deed.first, 0.8)


def _late(pledge: Pledge, deed: Deed, within: int) -> bool:
    """Whether a page tells a day on which something was done that was too late."""
    return deed.dated and bool(pledge.due_to) and apart(pledge.due_to, deed.first) > within


def _elsewhere(pledge: Pledge, deed: Deed) -> tuple[str, str] | None:
    """Where talks were to be, and where they are instead: by the tables, else, where they know neither, by the words."""
    if deed.where or (pledge.places and not (pledge.site and deed.site and not words_of("venue").search(deed.site))):
        return next(((place, deed.where) for place in pledge.places if deed.where and elsewhere(place, deed.where)), None)
    one, other = pledge.site, deed.site
    if one is None or other is None or one in deed.sentence or other in one or one in other:
        return None
    return one, other


def _all_there(pledge: Pledge, deed: Deed) -> bool:
    """Whether all who promised talks take part; who promised alone (a host, a mediator) must be named, and more must agree."""
    if len(pledge.sides) > 1:
        return set(pledge.sides) <= set(taking_part(deed))
    same = deed.where in pledge.places or bool(pledge.rounds & rounds(deed.sentence)) or bool(set(pledge.issues) & set(deed.issues))
    due = bool(pledge.due_from) and pledge.due_from <= deed.first <= pledge.due_to
    return set(pledge.sides) <= {*deed.named, *deed.actors} and (same or due)


def _one_stayed_away(pledge: Pledge, deed: Deed) -> bool:
    """Whether talks that were promised were held without a side that is said to have stayed away."""
    there = set(taking_part(deed))
    missing = set(pledge.sides) - there
    told = deed.modality == "happened" and bool(words_of("away").search(deed.sentence))
    return told and len(there & set(pledge.sides)) > 1 and missing <= set(deed.named)


def _real(deed: Deed) -> bool:
    return deed.modality in {"happened", "planned"} and deed.dated


def _in_time(pledge: Pledge, deed: Deed) -> bool:
    """Whether talks can be those that were promised, by their day: not before it, not on the day of the promise itself."""
    if pledge.due_from:
        return deed.first >= pledge.due_from and (deed.first > pledge.day or pledge.due_from > pledge.day or not deed.dated)
    return deed.first > pledge.day


def _same_talks(pledge: Pledge, deed: Deed) -> bool:
    """Whether nothing that both name differs: round, level, matter, manner."""
    words = deed.sentence
    named, held = pledge.rounds, rounds(words)
    high, there = pledge.levels - {"experts"}, levels(words)
    if (named and held and not named & held) or (high and there and not high & there) or ("leaders" in high and "leaders" not in there):
        return False
    if pledge.promise == "group" and not words_of("group").search(words):
        return False
    if pledge.issues and deed.issues and not set(pledge.issues) & set(deed.issues) and not named & held:
        return False
    if deed.kind == "call":
        return bool(words_of("distant").search(pledge.content))
    if deed.kind == "visit":
        return "访" in pledge.content
    return not words_of("by_phone").search(pledge.content) or "继续" in pledge.content


def _done(pledge: Pledge, deed: Deed) -> Answer | None:
    """What was promised and what was done, by the kind of the act and the words of both."""
    if deed.modality != "happened" or not _to_the_same(pledge, deed) or _lesser(pledge, deed):
        return None
    if pledge.promise == "ceasefire":
        fits = set(pledge.by) <= {*deed.actors, *deed.recipients} and _from_its_day(pledge, deed)
        return Answer("kept", "it came into force", deed.first, 0.8) if fits else None
    if pledge.promise == "mediation":
        return Answer("kept", "it mediated", deed.first, 0.7) if _mediated(pledge, deed) else None
    alike = _alike(pledge, deed.content + deed.sentence)
    if pledge.promise == "agreement" and not set(pledge.sides) <= {*deed.actors, *deed.recipients}:
        return None
    sure = deed.kind in {"release", "withdraw"} or (deed.kind == "visit" and bool(set(pledge.issues) & set(deed.issues)))
    late = _late(pledge, deed, _LATEST)
    reason = f"due by {pledge.due_to}, but it was done only on {deed.first}" if late else "it was done"
    return Answer("failed" if late else "kept", reason, deed.first, 0.5 + alike / 2) if alike >= (_NEAR if sure else _ALIKE) else None


def _mediated(pledge: Pledge, deed: Deed) -> bool:
    """Whether a mediator mediated between all of those for whom it was promised, or they met and it is named."""
    between = set(pledge.sides) - set(pledge.by)
    there = {*deed.actors, *deed.recipients, *(deed.named if deed.kind == "meet" else ())}
    return (bool(between) or deed.kind == "mediate") and between <= there and set(pledge.by) <= there and _in_time(pledge, deed)


def _undone(pledge: Pledge, deed: Deed) -> Answer | None:
    """What was not done when it was due."""
    past = bool(pledge.due_to) and (deed.told > pledge.due_to or (deed.dated and deed.last >= pledge.due_to <= deed.told))
    if deed.modality not in {"not_happened", "denied"} or not past or not _to_the_same(pledge, deed) or _lesser(pledge, deed):
        return None
    alike = _alike(pledge, deed.content + deed.sentence)
    return Answer("failed", "it was not done in time", deed.told, 0.5 + alike / 2) if alike >= _NEAR else None


def _alike(pledge: Pledge, words: str) -> float:
    """How much of what was promised, or of its main clause, other words say, 0 to 1."""
    main, found = main_clause(pledge.content), pieces(words)
    return max(share(pieces(pledge.content), found), share(pieces(main), found) if len(main) >= _LONG else 0)


def _from_its_day(pledge: Pledge, deed: Deed) -> bool:
    """Whether a truce came into force when it was to."""
    start = pledge.due_from or pledge.day
    return start <= deed.first <= later(start, _IN_FORCE)


def _to_the_same(pledge: Pledge, deed: Deed) -> bool:
    to = set(pledge.sides) - set(pledge.by)
    return not to or not deed.recipients or bool(to & {*deed.recipients, *deed.actors})


def _lesser(pledge: Pledge, deed: Deed) -> bool:
    """Whether less was done than was promised."""
    promised, done = counts(pledge.content), counts(deed.content or deed.sentence)
    if words_of("rest").search(deed.content) and not words_of("rest").search(pledge.content):
        return True
    if any(done.get(unit, value) < value for unit, value in promised.items()):
        return True
    return bool(words_of("all").search(pledge.content)) and bool(done) and not words_of("all").search(deed.sentence) and not promised


def _attacked(pledge: Pledge, deed: Deed) -> Answer | None:
    """An attack on another party of a truce, while it is to hold."""
    if pledge.promise not in {"ceasefire", "no attack"}:
        return _against(pledge, deed)
    if deed.modality == "not_happened":
        calm = pledge.promise == "ceasefire" and _from_its_day(pledge, deed) and set(pledge.by) <= set(deed.actors)
        return Answer("kept", "no attack since", deed.last, 0.6) if calm else None
    others = {side for side in pledge.sides for actor in deed.actors if side != actor}
    hit = set(deed.recipients) & others or (not deed.recipients and len(pledge.sides) > 1)
    start = pledge.due_from or pledge.day
    since = deed.first > start or (deed.first == start and bool(words_of("since").search(deed.sentence)))
    soon = deed.first <= pledge.due_to if pledge.due_to > pledge.due_from else apart(start, deed.first) <= _SOON
    if deed.modality != "happened" or not hit or not since or not soon:
        return None
    return Answer("broken", "attacked" + (f", as {deed.voice} tells" if deed.voice else ""), deed.first, 0.7)


def _against(pledge: Pledge, deed: Deed) -> Answer | None:
    """Sanctions, troops or seizures that were to be no more."""
    alike = _alike(pledge, deed.content + deed.sentence)
    near = _BY_KIND if deed.kind == "deploy" and pledge.promise == "no troops" else _NEAR
    same = alike >= _CLOSE or (alike >= near and bool(set(pledge.issues) & set(deed.issues)))
    since = deed.first > pledge.day and deed.modality == "happened" and _to_the_same(pledge, deed)
    return Answer("broken", "done against it", deed.first, 0.5 + alike / 2) if same and since else None


def _refused(pledge: Pledge, deed: Deed) -> Answer | None:
    """The promiser says that it will not."""
    alike = _alike(pledge, deed.content)
    since = deed.first > pledge.day and deed.modality == "happened" and not pledge.claimed
    return Answer("broken", "it says that it will not", deed.first, 0.5 + alike / 2) if since and alike >= _CLOSE else None


def _cancelled(pledge: Pledge, deed: Deed) -> Answer | None:
    """Talks that were called off or put off."""
    first = deed.first >= pledge.day and (not pledge.due_to or deed.told <= pledge.due_to or apart(pledge.due_to, deed.told) <= _LATEST)
    named = {*deed.actors, *deed.recipients} - set(pledge.sides)
    if not first or deed.modality != "happened" or named or not _same_talks(pledge, deed):
        return None
    return Answer("broken", "called off", deed.first, 0.7)


_BREAKING: dict[str, Callable[[Pledge, Deed], Answer | None]] = {
    "attack": _attacked,
    "sanction": _against,
    "deploy": _against,
    "coerce": _against,
    "cancel": _cancelled,
}


def _told(pledge: Pledge, deed: Deed, same_page: bool) -> Answer | None:
    """A sentence that tells in much the same words that it was done, or that it was not when it was due."""
    alike = _alike(pledge, deed.sentence)
    if alike < _ALIKE or (deed.sentence == pledge.sentence and not _failed_after(pledge, deed)) or not _same_verb(pledge, deed):
        return None
    if pledge.kind.refraining:
        again = deed.kind == "told" and alike >= _CLOSE and not same_page and words_of("again").search(deed.sentence)
        return Answer("broken", "done again", deed.first, alike) if again else None
    if pledge.kind.lasting or (pledge.kind.together and deed.kind == "told" and alike < _CLOSE):
        return None
    if deed.kind == "failed":
        return Answer("failed", "it was not done in time", deed.told, alike) if pledge.due_to and deed.told > pledge.due_to else None
    partly = words_of("partly").search(deed.sentence) and not words_of("partly").search(pledge.content)
    if partly or _lesser(pledge, deed) or (same_page and not (words_of("explicit").search(deed.sentence) and deed.start > pledge.start)):
        return None
    return Answer("kept", "told as done", deed.first, 0.4 + alike / 2)


def _failed_after(pledge: Pledge, deed: Deed) -> bool:
    """Whether the sentence that tells a promise goes on to tell that it was not kept."""
    return deed.kind == "failed" and words_of("failed").search(deed.sentence.partition(pledge.content)[2]) is not None


def _same_verb(pledge: Pledge, deed: Deed) -> bool:
    """Whether what is told is what was promised first, and not only something beside it."""
    return next(iter(verbs_of(pledge.content)), "") in deed.verbs
