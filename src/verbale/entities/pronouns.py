"""他, 后者: whom they take up. In quotation marks never the one who speaks; where it goes on speaking (他还说) the one who has spoken."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.discourse import clause_start, is_oblique, is_quoted
from verbale.entities.pairs import Pairs, Seen
from verbale.model import Span


class Scene(msgspec.Struct, frozen=True):
    """Where a pronoun stands.

    Attributes:
        text: The folded text.
        place: Where the pronoun begins.
        sentence: Its sentence.
        here: Those whom the sentence has named before it.
        there: Those whom the sentence before has named.
        topic: The subject of the sentence before.
    """

    text: str
    place: int
    sentence: Span
    here: Sequence[Seen]
    there: Sequence[Seen]
    topic: tuple[str, ...]

    def quoted_at(self, place: int) -> bool:
        """Whether a place of the sentence stands in quotation marks."""
        return is_quoted(self.text, place, self.sentence.start)

    def has_spoken(self, seen: Seen) -> bool:
        """Whether a party of the sentence is the subject of a verb of speaking in its clause."""
        low = clause_start(self.text, seen.span.start, self.sentence.start)
        free = not is_oblique(self.text, seen, low) and not self.quoted_at(seen.span.start)
        return free and contexts.after("speaks", self.text, seen.span.end)


def other_than_speaker(scene: Scene, pairs: Pairs, names: Sequence[str]) -> tuple[str, ...]:
    """Whom 他 takes up in quotation marks: the person named last, who is not the one whose words they are.

    Args:
        scene: Where the pronoun stands.
        pairs: Who is a person.
        names: The names of the subject of the sentence before.

    Returns:
        The person; none where the speaker is not plain, or nobody else is named.
    """
    if not scene.quoted_at(scene.place):
        return ()
    outside = [seen for seen in scene.here if scene.has_spoken(seen)]
    # X告诉Y：“…” gives the words of the last who speaks; in X说，Y同意…，“…” they are still X's.
    nearest = scene.text[scene.text.rfind("“", 0, scene.place) - 1] == "："
    speaker = outside[-nearest].entities if outside else scene.topic if _speaks_after(scene, names) else ()
    if not pairs.are_persons(speaker):
        return ()
    persons = [seen.entities for seen in (*scene.there, *scene.here) if pairs.are_persons(seen.entities) and len(seen.entities) == 1]
    others = [entities for entities in persons if entities[0] not in speaker]
    return others[-1] if others else ()


def who_has_spoken(scene: Scene, pairs: Pairs) -> tuple[str, ...]:
    """Whom 他 takes up where it goes on speaking (；他并呼吁): the last person of the sentence who has spoken.

    Args:
        scene: Where the pronoun stands.
        pairs: Who is a person.
    """
    if not contexts.after("goes on speaking", scene.text, scene.place + 1) or scene.quoted_at(scene.place):
        return ()
    spoken = [seen.entities for seen in scene.here if pairs.are_persons(seen.entities) and scene.has_spoken(seen)]
    return spoken[-1][:1] if spoken else ()


def other_than_doer(scene: Scene, pairs: Pairs, doer: tuple[str, ...]) -> tuple[str, ...]:
    """Whom 他 takes up right after what one does to somebody else (感谢他的理解): the other person of the sentence, else of the one before.

    Args:
        scene: Where the pronoun stands.
        pairs: Who is a person.
        doer: The subject of its clause.

    Returns:
        The person; none where the word before may be of oneself, or nobody else is named.
    """
    if not contexts.before("done to another", scene.text, scene.place, scene.sentence.start):
        return ()
    low = clause_start(scene.text, scene.place, scene.sentence.start)
    beside = [seen.entities for seen in scene.here if seen.span.start >= low] or [seen.entities for seen in scene.here[:1]]
    if not pairs.are_persons(doer) or beside[-1:] not in ([], [doer]):
        return ()
    here, there = (_others(seen, pairs, doer) for seen in (scene.here, scene.there))
    return here[-1] if here else scene.topic if scene.topic in there else there[-1] if there else ()


def _others(seen: Sequence[Seen], pairs: Pairs, doer: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The persons of a sentence other than its doer."""
    return [item.entities for item in seen if pairs.are_persons(item.entities) and len(item.entities) == 1 and item.entities[0] not in doer]


def of_two(seen: Sequence[Seen], *, last: bool) -> tuple[str, ...]:
    """后者, 前者: the last or the first of the parties that a sentence has named; 前者 only of two.

    Args:
        seen: Those whom it has named.
        last: Whether the last one is meant.
    """
    named = list(dict.fromkeys(identity for item in seen for identity in item.entities))
    if last:
        return tuple(named[-1:])
    return tuple(named[:1]) if len(named) == 2 else ()


def _speaks_after(scene: Scene, names: Sequence[str]) -> bool:
    """“他没有反对，”李总理说: whether the one told of before is named, or 他, as the speaker after the quotation."""
    if scene.here and not scene.quoted_at(scene.here[0].span.start):
        return False
    end = scene.text.find("”", scene.place)
    after = scene.text[end + 1 : end + 13].lstrip("，")
    return end >= 0 and (after.startswith(("他", "她")) or any(after.startswith(name[:1]) or name in after for name in names))
