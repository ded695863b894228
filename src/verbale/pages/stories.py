"""The start of a news story: a headline, and right under it a report that says the same. It shows a short story in much else."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.lexicons.signs import sign
from verbale.pages.breaks import broken
from verbale.pages.features import Look

_ABOVE = 3  # lines in which a report's headline stands
_SAME = 0.34  # of a headline's pairs of characters, the share that its report has
_RELATED = 0.1  # of the pairs of headline and report, the share that lines of the same story have
_FULL = 3  # lines of reporting prose that make a story by themselves
_LONG, _PART = 30, 18
_LIKELY = 0.3
_OF_IT = 0.12  # of a sentence's pairs, the share that the article has too
_BROKEN = 4  # pairs that the beginning of a broken first line shares with the headline and the rest


def with_story(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels with the page's one story in them, where the weights missed it.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels as they are where the page starts no story or several, or where they hold a full report; else the story's lines are
        added, and lines that have nothing to do with it are taken out.
    """
    starts = {headline: place for place in range(len(looks)) if (headline := _headline(looks, place)) is not None}
    if len(starts) != 1:
        return list(labels)
    [(headline, start)] = starts.items()
    head = looks[start].pairs | looks[headline].pairs
    found = [place for place, label in enumerate(labels) if label and looks[place].solid and place != start]
    if sum(_reports(looks[place].text) for place in found) >= _FULL:
        return list(labels)
    kept = list(labels)
    for place in range(headline + 1, start + 1):
        kept[place] = place == start or labels[place] or _begins(looks, place, head)
    if not labels[start]:
        for place in _following(looks, start):
            kept[place] = True
    others = frozenset().union(*(looks[place].pairs for place in found))
    if found and len(head & others) < _RELATED * len(head):
        more = not labels[start] or (start + 1 < len(looks) and _goes_on(looks, start))
        end = max([start, *(_following(looks, start)[:1] if more else [])])
        kept = [label and start - _ABOVE <= place <= end for place, label in enumerate(kept)]
    return kept


def with_edges(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels with the whole sentences right before and after the article that speak of the same, and with its cut-off beginning.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels with such lines added.
    """
    words = frozenset().union(*(one.pairs for one, label in zip(looks, labels, strict=True) if label and one.solid))
    kept = list(labels)
    for place, one in enumerate(looks):
        beside = [
            other
            for other in (place - 1, place + 1)
            if 0 <= other < len(looks) and labels[other] and (looks[other].solid or _is_sentence(looks[other]))
        ]
        if labels[place]:
            continue
        of_it = len(one.pairs & words) >= _OF_IT * len(one.pairs)
        if of_it and ((beside and _is_sentence(one)) or (place + 1 < len(looks) and labels[place + 1] and _is_beginning(looks, place))):
            kept[place] = True
    return kept


def _is_sentence(one: Look) -> bool:
    plain = not one.marked and not {"you", "bullet", "numbered"} & set(one.own)
    return plain and one.length >= _PART and one.text.endswith(("。", "。”")) and len(one.pairs) > 0


def _is_beginning(looks: Sequence[Look], place: int) -> bool:
    """Whether a line goes on in the next, which ends as a sentence."""
    one, after = looks[place], looks[place + 1]
    plain = not one.marked and "bullet" not in one.own and len(one.pairs) >= _BROKEN
    return plain and "。" in after.text and _goes_on(looks, place)


def _headline(looks: Sequence[Look], place: int) -> int | None:
    """The headline right above a line that reports what it says, if the line is such a report."""
    one = looks[place]
    following = looks[place + 1] if place + 1 < len(looks) else None
    told, pairs = one.text, one.pairs
    if following is not None and _goes_on(looks, place):
        told, pairs = one.text + following.text, one.pairs | following.pairs
    if one.length < _LONG or one.marked or "bullet" in one.own or ("，" not in told and "。" not in told):
        return None
    if "dateline" not in one.own and not _reports(told) and (following is None or not _reports(following.text)):
        return None
    for other in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
        above = looks[other]
        plain = not above.marked and not {"bullet", "end:stop", "end:quote", "end:truncated"} & set(above.own) and "。" not in above.text
        if plain and 8 <= above.length <= 45 and len(above.pairs) >= 5 and len(above.pairs & pairs) >= _SAME * len(above.pairs):
            return other
    return None


def _begins(looks: Sequence[Look], place: int, head: frozenset[str]) -> bool:
    """Whether a line between headline and report is the report's beginning, cut off by a line break."""
    return len(looks[place].pairs & head) >= _BROKEN or _goes_on(looks, place)


def _goes_on(looks: Sequence[Look], place: int) -> bool:
    """Whether a line break has likely cut the line."""
    one, after = looks[place], looks[place + 1]
    if one.length >= _LONG and one.text[-1] >= "\u3400" and one.text[-1] <= "\u9fff" and "。" in after.text:
        return True
    return broken(one.text, after.text, one.text + "\n" + after.text, False) > _LIKELY


def _following(looks: Sequence[Look], start: int) -> list[int]:
    """The lines right after the start that look like more of its text."""
    found: list[int] = []
    for place in range(start + 1, len(looks)):
        one = looks[place]
        if one.marked or one.length < _PART or "bullet" in one.own or not (one.solid or one.truncated or "，" in one.text):
            break
        found.append(place)
    return found


def _reports(line: str) -> bool:
    return sign("prose of a story").found(line) is not None
