"""Which sides a page tells of as talking, and on what."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from verbale.entities import gazetteer
from verbale.ledger.outcomes.issues import issues, issues_of
from verbale.ledger.outcomes.text import Text
from verbale.ledger.talks.tables import talk_places, talk_stale
from verbale.model import Span

_TALKING = frozenset({"agree", "propose", "offer", "promise", "sign", "concede", "demand", "refuse"})
_TALKING |= {"cancel", "mediate", "ceasefire", "release"}
_NO_SIDES = frozenset({"media", "company", "agency", "platform", "party", "other"})
_MOST_SIDES, _MOST_SETS = 5, 4
_ENOUGH = 2  # acts that make sides talk where no meeting does; sentences that make an issue a page's


def gather(connection: Connection, page: int, text: Text) -> None:
    """Write what a page tells of talks.

    Args:
        connection: A transaction that writes; nothing of the page stands there (see :func:`leave`).
        page: The page's number.
        text: The page.
    """
    rows: list[dict[str, Any]] = [{"page": page, "day": text.told} | row for row in _places(text)] if text.told else []
    if rows:
        connection.execute(insert(talk_places), rows)
    _stale(connection, [(row["sides"], row["theme"]) for row in rows])


def leave(connection: Connection, page: int) -> None:
    """Take out what a page tells of talks.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    own = connection.execute(select(talk_places.c.sides, talk_places.c.theme).where(talk_places.c.page == page)).all()
    connection.execute(delete(talk_places).where(talk_places.c.page == page))
    _stale(connection, [(row.sides, row.theme) for row in own])


def _places(text: Text) -> Iterator[dict[str, Any]]:
    """The sides that talk on a page: those of its meetings, and those that ask, offer, refuse and agree among themselves."""
    main = _main_issue(text)
    weights: collections.Counter[tuple[str, ...]] = collections.Counter()
    meetings: collections.Counter[tuple[str, ...]] = collections.Counter()
    told: dict[tuple[str, ...], list[str]] = {}
    for sides, weight, words in _occasions(text):
        weights[sides] += weight
        meetings[sides] += weight >= _ENOUGH
        told.setdefault(sides, []).extend(issues_of(words))
    for sides, weight in sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:_MOST_SETS]:
        if weight >= _ENOUGH:
            issue = _theme_of(told[sides], main)
            theme = issues()[issue].theme if issue else ""
            yield {"theme": theme, "sides": "+".join(sides), "issue": issue, "meetings": meetings[sides]}


def _occasions(text: Text) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """Each meeting and each act of talking with its sides, its weight and its words."""
    anchors = {act.id: act.anchor for act in text.record.acts}
    for meeting in text.record.meetings:
        spans = [*meeting.agenda, *(anchors[act] for act in meeting.acts if act in anchors), *meeting.because.evidence]
        words = "".join(text.sentence(span.start).words for span in spans)
        if sides := _sides(text, meeting.sides):
            yield sides, _ENOUGH, words
    for act in text.record.acts:
        if act.kind in _TALKING and (sides := _sides(text, (*act.actors, *act.recipients))):
            yield sides, 1, text.words(act.content or Span(0, 0)) or text.sentence(act.anchor.start).words


def _sides(text: Text, parties: Iterable[str]) -> tuple[str, ...]:
    """The sides that can negotiate, sorted; none where they are fewer than two or too many."""
    found = tuple(side for side in text.sides(parties) if _negotiates(text, side))
    return found if 1 < len(found) <= _MOST_SIDES else ()


def _negotiates(text: Text, side: str) -> bool:
    known, entity = gazetteer.load(), text.entities.get(side)
    entry = known.entry("state", side) or known.entry("organization", side)
    if entry is not None:
        return entry.kind not in _NO_SIDES
    return entity is not None and entity.type in {"state", "place"}


def _main_issue(text: Text) -> str:
    """What a page is mostly about: the issue of most of its sentences, its first ones counting more."""
    counted: collections.Counter[str] = collections.Counter()
    for number, sentence in enumerate(text.sentences):
        for issue in issues_of(sentence.words):
            counted[issue] += 3 if number < _ENOUGH else 1
    often = [issue for issue in counted if counted[issue] >= _ENOUGH]
    return max(often, key=lambda issue: (counted[issue], issue), default="")


def _theme_of(found: Sequence[str], main: str) -> str:
    """The issue that sides talk about: the page's where they name it or none with a theme, else what they name most."""
    counted = collections.Counter(issue for issue in found if issues()[issue].theme)
    same = [issue for issue in counted if main and issues()[issue].theme == issues()[main].theme]
    if main in found or same or not counted:
        return main
    return max(counted, key=lambda issue: (counted[issue], issue))


def _stale(connection: Connection, keys: Iterable[tuple[str, str]]) -> None:
    """Have the stretches of sides and themes made anew."""
    rows = [{"sides": sides, "theme": theme} for sides, theme in sorted(set(keys))]
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(talk_stale).on_conflict_do_nothing(), rows)
