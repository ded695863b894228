"""A page's record as people judged it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from verbale.acts.commitments import binds, commitment_of
from verbale.ledger.judging.fields import Item, changed, words_of
from verbale.ledger.judging.judgement import OF_ITEMS, At, Judgement
from verbale.ledger.rows import Extent, extents_of
from verbale.model import Because, Commitment, Entity, Record

_ALIKE = 0.8  # of the characters of two items together, for one to be the other under a new id
Said = dict[str, list[Judgement]]  # item's id → what was said of it, in order


def applied(record: Record, judgements: Iterable[Judgement]) -> Record:
    """A record without what was rejected, and with what was edited; a commitment follows its act.

    Args:
        record: The record as it was read.
        judgements: Those of its page that stand, in order; merges and splits change no record.

    Returns:
        The record. Ids stay; ``because`` of an edited item says who edited it.
    """
    said = _said(record, judgements)
    if not said:
        return record
    acts = _judged(record.acts, said, record)
    return msgspec.structs.replace(
        record,
        entities=_parties(record, said),
        statements=_judged(record.statements, said, record),
        acts=acts,
        meetings=_judged(record.meetings, said, record),
        commitments=_judged(_following(record, acts, said), said, record),
        positions=_judged(record.positions, said, record),
    )


def located(at: At, extents: Sequence[Extent]) -> str | None:
    """The id of an item, after its page may have been read anew.

    Args:
        at: The item as it was judged.
        extents: All items of the page as it is now.

    Returns:
        The same id where it is still there, else that of the item of this category in nearly the same place; ``None`` where there is none.
    """
    if any(extent.id == at.item for extent in extents):
        return at.item
    near = [(_share(at, extent), extent.id) for extent in extents if extent.category == at.category]
    share, item = max(near, default=(0.0, ""))
    return item if share >= _ALIKE else None


def _share(at: At, extent: Extent) -> float:
    common = min(at.stop, extent.stop) - max(at.start, extent.start)
    return max(0, common) / (max(at.stop, extent.stop) - min(at.start, extent.start))


def _said(record: Record, judgements: Iterable[Judgement]) -> Said:
    said: Said = {}
    extents: list[Extent] = []
    for one in judgements:
        if one.verdict in OF_ITEMS:
            extents = extents or extents_of(record)
            item = located(one.at, extents)
            if item:
                said.setdefault(item, []).append(one)
    return said


def _judged(items: Sequence[Item], said: Said, record: Record) -> tuple[Item, ...]:
    return tuple(_one(item, said.get(item.id, ()), record) for item in items if not _rejected(said.get(item.id)))


def _rejected(said: Sequence[Judgement] | None) -> bool:
    return bool(said) and said[-1].verdict == "reject"  # type: ignore[index]


def _one(item: Item, said: Sequence[Judgement], record: Record) -> Item:
    """An item that somebody found right or set right is no longer in doubt."""
    for one in said:
        if one.verdict == "edit":
            item = changed(item, _believed(one, record.page.text), record.page.text)
            item = msgspec.structs.replace(item, because=Because(f"edited by {one.judge}", item.because.evidence))
    return msgspec.structs.replace(item, confidence=1.0) if said else item


def _believed(one: Judgement, text: str) -> dict[str, Any]:
    """The changes whose words the page still has where they were."""
    said = words_of(one.changes, text)
    return {field: value for field, value in one.changes.items() if said.get(field, []) == list(one.words.get(field, ()))}


def _following(record: Record, acts: Sequence[Any], said: Said) -> tuple[Commitment, ...]:
    """The commitments, those of judged acts as these acts are now."""
    present = {act.id: act for act in acts}
    touched = {act.id for act in record.acts if act.id in said}
    kept = [one if one.act not in touched else _commitment(one, present.get(one.act)) for one in record.commitments]
    bound = {one.act for one in record.commitments}
    new = [commitment_of(act, act.line) for act in acts if act.id in touched - bound and binds(act)]
    new = [msgspec.structs.replace(one, id=f"{one.act}c") for one in new]
    return tuple(sorted(filter(None, (*kept, *new)), key=lambda one: one.content))


def _commitment(one: Commitment, act: Any) -> Commitment | None:
    if act is None or not binds(act):
        return None
    return msgspec.structs.replace(commitment_of(act, one.line), id=one.id)


def _parties(record: Record, said: Said) -> tuple[Entity, ...]:
    """The parties of a page, and those that edits brought in."""
    known = {entity.id: entity for entity in record.entities}
    for several in said.values():
        for one in several:
            known.update({told["id"]: msgspec.convert(told, Entity) for told in one.parties if told["id"] not in known})
    return tuple(known.values())
