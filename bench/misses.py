"""What is missed and what is extra, counted by class: where to look next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from bench.scorers import score
from bench.scoring import record_of
from bench.sets import Labelled, available, labelled_pages

Item = dict[str, Any]
Counts = Counter[tuple[str, str]]
NEAR, STOPS = 12, set("，,。；;！？!?\n")
SETS = ("own", "seeds", "dev", "regional")  # never the held-out set


def show() -> None:
    """Print the classes of all sets together, the largest first."""
    counts: Counts = Counter()
    for name in SETS:
        for page in labelled_pages(name) if name in available() else ():
            counts.update(classes_of(page, record_of(page)))
    for part in dict.fromkeys(part for part, _ in counts):
        print(part)
        for (other, name), number in counts.most_common():
            if other == part:
                print(f"  {number:4}  {name}")


def classes_of(page: Labelled, record: Item) -> Counts:
    """Count the misses and extras of one page.

    Args:
        page: The page and its labels.
        record: What was read.

    Returns:
        How often each (part of the record, class of error) occurs.
    """
    parties = score.Parties(page.gold, record)
    counts: Counts = Counter()
    counts.update(_statements(page.gold["statements"], record, parties))
    counts.update(_acts(page, record, parties))
    counts.update(_held(page.gold, record, parties))
    return counts


def _statements(gold: Sequence[Item], record: Item, parties: Any) -> Counts:
    out = record.get("statements", [])
    pairs = score.match(gold, out, lambda one, other: value if (value := score.iou(one["content"], other["content"])) >= 0.5 else 0)
    counts: Counts = Counter()
    left, right = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    for place, item in enumerate(gold):
        if place not in left:
            counts["statements missed", _why_missed(item, out, record)] += 1
    for place, item in enumerate(out):
        if place not in right:
            counts["statements extra", _why_missed(item, gold, None)] += 1
    for one, other in pairs:
        wrong = _parties_differ(gold[one]["speakers"], out[other]["speakers"], parties)
        if wrong:
            counts["speakers of statements found", wrong] += 1
    return counts


def _why_missed(item: Item, others: Sequence[Item], record: Item | None) -> str:
    """Why an item has no partner; the record is given where the item is a label."""
    if record and not _in_article(item["content"][0], record):
        return "the line was taken for junk"
    if item["cue"] is None:
        return "quotation without a cue" if item["kind"] == "direct" else "indirect words that run on without a cue"
    if any(score.overlap(item["cue"], other["cue"]) for other in others):
        return "cue found, content cut otherwise"
    if any(score.iou(item["content"], other["content"]) for other in others):
        return "cue on one side only, its words lie in another statement"
    return "cue on one side only"


def _in_article(span: Sequence[int], record: Item) -> bool:
    return any(score.overlap(span, line["span"]) and line["kind"] in score.ARTICLE for line in record.get("lines", []))


def _parties_differ(want: Sequence[str], got: Sequence[str], parties: Any) -> str | None:
    """How two lists of parties differ, in words; nothing where they are the same."""
    if parties.equal(got, want):
        return None
    if not got:
        return "none, but should be some"
    if not want:
        return "some, but should be none"
    shared = parties.jaccard(got, want)
    return "one too few or too many" if shared else "another"


def _acts(page: Labelled, record: Item, parties: Any) -> Counts:
    gold, out = page.gold["acts"], record.get("acts", [])
    pairs = score.match(gold, out, lambda one, other: _near(one, other, page.text) if one["kind"] == other["kind"] else 0)
    counts: Counts = Counter()
    left, right = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    rest = [item for place, item in enumerate(out) if place not in right]
    for place, item in enumerate(gold):
        if place not in left:
            counts["acts missed", item["kind"]] += 1
            counts["acts missed, why", _why_no_act(item, rest, record, page.text)] += 1
    for item in rest:
        counts["acts extra", item["kind"]] += 1
    for one, other in pairs:
        for field in ("actors", "recipients"):
            wrong = _parties_differ(gold[one][field], out[other][field], parties)
            if wrong:
                counts[f"{field} of acts found", wrong] += 1
        if gold[one]["modality"] != out[other]["modality"]:
            counts["modality of acts found", f"{out[other]['modality']}, but should be {gold[one]['modality']}"] += 1
    return counts


def _near(one: Item, other: Item, text: str) -> float:
    """How near two acts of one kind stand, as the scorer sees it: 0 where they are not the same."""
    alike: float = score.iou([one["content"]], [other["content"]])
    here, there = one["anchor"] or one["content"], other["anchor"]
    between = text[min(here[1], there[1]) : max(here[0], there[0])]
    beside = len(between) <= NEAR and not set(between) & STOPS
    return 3 * score.overlap(here, there) + (alike if alike >= 0.5 else 0) + 0.1 * beside


def _why_no_act(item: Item, rest: Iterable[Item], record: Item, text: str) -> str:
    if not _in_article(item["anchor"] or item["content"], record):
        return "the line was taken for junk"
    kinds = [other["kind"] for other in rest if _near(item, other, text)]
    return "read as another kind" if kinds else "no act read there"


def _held(gold: Item, record: Item, parties: Any) -> Counts:
    counts: Counts = Counter()
    for part, holder in (("commitments", "by"), ("positions", "holder")):
        out = record.get(part, [])
        for items, others, kind in ((gold[part], out, "missed"), (out, gold[part], "extra")):
            for item in items:
                why = _why_not_held(item, others, holder, parties, found=kind == "extra")
                if why:
                    counts[f"{part} {kind}", why] += 1
    return counts


def _why_not_held(item: Item, others: Sequence[Item], holder: str, parties: Any, *, found: bool) -> str | None:
    near = [other for other in others if score.iou([item["content"]], [other["content"]]) >= 0.5]
    if not near:
        return "no other with these words"
    pairs = [(item, other) if found else (other, item) for other in near]
    listed = [(_as_list(one[holder]), _as_list(other[holder])) for one, other in pairs]
    if not any(parties.equal(one, other) for one, other in listed):
        return "the same words, another holder"
    if not any(one.get("stance") == other.get("stance") for one, other in pairs):
        return "the same words, another stance"
    return None


def _as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
