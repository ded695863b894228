"""The words and groups of kinds by which events are told apart (``lexicons/events.toml``)."""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from verbale.lexicons.tables import rules

FILE = "events.toml"
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_REACH_BEFORE, _REACH_AFTER = 30, 12  # characters around an act in which its round is named


class Group(msgspec.Struct, frozen=True):
    """Kinds that may be one event.

    Attributes:
        name: What they are called together.
        compared: ``talks``, ``strife``, ``deed`` or ``words``.
    """

    name: str
    compared: str


class Round(msgspec.Struct, frozen=True):
    """Which of several rounds an act belongs to.

    Attributes:
        number: Its number, ``None`` where it is not told.
        turn: ``last``, ``this`` or ``next``, seen from the page; ``None`` where it is not told.
    """

    number: int | None = None
    turn: str | None = None


def group_of(kind: str) -> Group:
    """The group of a kind of act.

    Args:
        kind: As in codebook 5.

    Returns:
        Its group; a kind that may be one event only with its own kind is a group of that name.
    """
    return _groups().get(kind, Group(kind, "deed"))


@functools.cache
def _groups() -> dict[str, Group]:
    return {kind: Group(one["name"], one["compared"]) for one in rules(FILE)["group"] for kind in one["kinds"]}


@functools.cache
def joint() -> frozenset[str]:
    """The kinds in which doers and recipients take part side by side."""
    return frozenset(rules(FILE)["joint"]["kinds"])


@functools.cache
def wide() -> dict[str, frozenset[str]]:
    """Names for several states, with those that they may mean."""
    return {one["id"]: frozenset(one["members"]) for one in rules(FILE)["wide"]}


@functools.cache
def _rounds() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple((re.compile(one["pattern"]), one) for one in rules(FILE)["round"])


def round_of(words: str) -> Round:
    """The round that words name.

    Args:
        words: Folded words around an act.

    Returns:
        Number and turn, each of the last place that names one.
    """
    number, turn, places = None, None, {"number": -1, "turn": -1}
    for pattern, sign in _rounds():
        for found in pattern.finditer(words):
            if "turn" in sign and found.start() > places["turn"]:
                turn, places["turn"] = str(sign["turn"]), found.start()
            elif "turn" not in sign and found.start() > places["number"]:
                number, places["number"] = sign.get("number") or _value(found["number"]), found.start()
    return Round(number, turn)


def round_near(text: str, start: int, stop: int) -> Round:
    """The round that is named near an act, inside its sentence.

    Args:
        text: The page, folded.
        start: Where the act's word begins, code points.
        stop: Where it ends, half open.

    Returns:
        Its round.
    """
    before = re.split(r"[。!?;！？；\n]", text[max(0, start - _REACH_BEFORE) : start])[-1]
    after = re.split(r"[,，。!?;！？；\n]", text[start : stop + _REACH_AFTER])[0]
    return round_of(before + after)


def _value(digits: str) -> int:
    """The number that Chinese or Arabic digits up to 99 write."""
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def several(text: str, start: int, stop: int) -> bool:
    """Whether an act is of several meetings at once.

    Args:
        text: The page, folded.
        start: Where the act's word begins, code points.
        stop: Where it ends, half open.

    Returns:
        Whether its clause says so.
    """
    before = re.split(r"[,，。!?;！？；\n]", text[max(0, start - _REACH_BEFORE) : start])[-1]
    after = re.split(r"[,，。!?;！？；\n]", text[start : stop + _REACH_AFTER])[0]
    return bool(_several().search(before + after))


@functools.cache
def _several() -> re.Pattern[str]:
    return re.compile(rules(FILE)["several"]["pattern"])


def names_plan(content: str) -> bool:
    """Whether words name something that is put forward as a whole.

    Args:
        content: Folded words.

    Returns:
        Whether they end with such a noun.
    """
    return bool(_plan().search(content))


@functools.cache
def _plan() -> re.Pattern[str]:
    return re.compile(rules(FILE)["plan"]["pattern"])


def began(words: str) -> bool:
    """Whether somebody is said to have begun it.

    Args:
        words: Folded words.

    Returns:
        Whether they say so.
    """
    return bool(re.search(rules(FILE)["began"]["pattern"], words))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {one["name"]: re.compile(one["pattern"]) for one in rules(FILE)["denial"]}


def is_future(words: str) -> bool:
    """Whether a denial is of what one may yet do.

    Args:
        words: Its word and clause, folded.

    Returns:
        Whether it is, and rejects nothing that was said.
    """
    return bool(_patterns()["future"].search(words)) and not _patterns()["flat"].search(words)


def delegations(words: str) -> bool:
    """Whether delegations are said to meet.

    Args:
        words: A folded sentence.

    Returns:
        Whether it names them.
    """
    return bool(re.search(rules(FILE)["delegations"]["pattern"], words))


def talks_again(content: str) -> bool:
    """Whether what was agreed is to talk again.

    Args:
        content: Folded words.

    Returns:
        Whether they say so.
    """
    return bool(re.search(rules(FILE)["again"]["pattern"], content))


def looks_back(text: str, clause: tuple[int, int], start: int, stop: int) -> bool:
    """Whether an act is only recalled: by 曾 and the like in its clause, or as what marks a noun (被扣押的渔民).

    Args:
        text: The page, folded.
        clause: Where its clause begins and ends, code points.
        start: Where the act's word begins.
        stop: Where it ends, half open.

    Returns:
        Whether it is.
    """
    marks = rules(FILE)["attribute"]
    if re.search(marks["before"], text[clause[0] : start]) and re.search(marks["after"], text[stop : clause[1]]):
        return True
    return bool(re.search(rules(FILE)["back"]["pattern"], text[clause[0] : start]))
