"""Names that sound alike: one foreign name is written with different characters of nearly the same sound (鲁比奥, 卢比奥)."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable

from pypinyin import lazy_pinyin

from verbale.language.fold import fold

SHORTEST = 3  # two characters sound like too many names
Syllables = tuple[str, ...]


@functools.lru_cache(maxsize=4096)
def syllables(name: str) -> Syllables:
    """The syllables of a name, without tones.

    Args:
        name: A name in Chinese characters, any script; points between its parts are left out.

    Returns:
        One syllable a character.
    """
    return tuple(_syllable(char) for char in fold(name) if char not in "·-")


@functools.cache
def _syllable(char: str) -> str:
    """The sound of one character by itself: names do not follow the readings of ordinary phrases."""
    return "".join(lazy_pinyin(char))


def apart(first: Syllables, second: Syllables) -> int:
    """How far two names are from each other, as far as it matters.

    Args:
        first: Syllables of one name.
        second: Syllables of the other.

    Returns:
        0 for the same syllables, 1 for one syllable doubled, missing or misprinted, else 2.
    """
    if first == second:
        return 0
    if len(first) == len(second):
        return min(2, sum(one != other for one, other in zip(first, second, strict=True)))
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    near = len(longer) == len(shorter) + 1 and shorter in set(without_one(longer))
    return 1 if near else 2


def without_one(name: Syllables) -> Iterable[Syllables]:
    """The name with each of its syllables left out in turn."""
    return (name[:index] + name[index + 1 :] for index in range(len(name)))


class Sounds:
    """An index of names by sound."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index the names.

        Args:
            names: (form, person id) pairs; forms under three characters or with anything but Chinese characters are left out.
        """
        self._people: dict[Syllables, set[str]] = defaultdict(set)
        self._near: dict[Syllables, set[Syllables]] = defaultdict(set)
        for form, person in names:
            if _audible(form):
                key = tuple(_syllable(char) for char in form if char not in "·-")
                self._people[key].add(person)
                self._near[key].add(key)
                for shorter in without_one(key):
                    self._near[shorter].add(key)

    def like(self, name: str) -> tuple[tuple[str, int], ...]:
        """Who has a name that sounds like this one.

        Args:
            name: A name, any script.

        Returns:
            (person id, distance as in :func:`apart`) pairs, nearest first, then by id; no pair is farther than 1.
        """
        if not _audible(name):
            return ()
        key = syllables(name)
        nearest: dict[str, int] = {}
        for other in {known for part in (key, *without_one(key)) for known in self._near.get(part, ())}:
            distance = apart(key, other)
            for person in self._people[other] if distance < 2 else ():
                nearest[person] = min(distance, nearest.get(person, distance))
        return tuple(sorted(nearest.items(), key=lambda pair: (pair[1], pair[0])))


def _audible(name: str) -> bool:
    plain = name.replace("·", "").replace("-", "")
    return len(plain) >= SHORTEST and all("\u3400" <= char <= "\u9fff" for char in plain)
