"""Whether a deed shows a promise kept or broken: one pure comparison of the two, so that the order of pages does not matter."""

from __future__ import annotations

from collections.abc import Callable

from verbale.ledger.outcomes.answers import LATEST, Answer, is_late
from verbale.ledger.outcomes.deeds import Deed
from verbale.ledger.outcomes.pledges import Pledge
from verbale.ledger.outcomes.promises import main_clause, verbs_of, words_of
from verbale.ledger.outcomes.talks import cancelled, held, in_time
from verbale.ledger.outcomes.text import apart, counts, later, pieces, share

_CLOSE = 0.5  # share of a promise's pairs of letters from which on other words mean the same
_ALIKE = 0.4  # the same where the verb says it too
_NEAR = 0.25  # the same where the kind of the act says it too
_BY_KIND = 0.2  # the same where only one kind of act is against it, and both are about one issue
_IN_FORCE = 21  # days within which a truce that was agreed comes into force
_SOON = 60  # days in which a truce that names no end is to hold
_LONG = 6  # characters of a clause that says enough by itself


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
    ways += [held if kind.together and deed.kind in {"meet", "call", "visit"} else _done] if deed.kind in kind.kept else []
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
    late = is_late(pledge, deed, LATEST)
    reason = f"due by {pledge.due_to}, but it was done only on {deed.first}" if late else "it was done"
    return Answer("failed" if late else "kept", reason, deed.first, 0.5 + alike / 2) if alike >= (_NEAR if sure else _ALIKE) else None


def _mediated(pledge: Pledge, deed: Deed) -> bool:
    """Whether a mediator mediated between all of those for whom it was promised, or they met and it is named."""
    between = set(pledge.sides) - set(pledge.by)
    there = {*deed.actors, *deed.recipients, *(deed.named if deed.kind == "meet" else ())}
    return (bool(between) or deed.kind == "mediate") and between <= there and set(pledge.by) <= there and in_time(pledge, deed)


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


_BREAKING: dict[str, Callable[[Pledge, Deed], Answer | None]] = {
    "attack": _attacked,
    "sanction": _against,
    "deploy": _against,
    "coerce": _against,
    "cancel": cancelled,
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
