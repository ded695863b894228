"""When a known form is not meant: its neighbours say so, or a longer reading does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from verbale.lexicons import tables

Pairs = Sequence[tuple[str, str]]


class Guard(msgspec.Struct, frozen=True):
    """One ``[[guard]]`` of ``bodies.toml``.

    Attributes:
        not_after: Words that must not stand directly before the form.
        not_before: Words that must not stand directly after it.
        both: Whether it forbids the form only where both stand there.
    """

    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    both: bool = False

    def forbids(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is not meant as a name."""
        before = bool(self.not_after) and text.endswith(self.not_after, 0, start)
        after = bool(self.not_before) and text.startswith(self.not_before, end)
        return before and after if self.both else before or after


class Pattern(msgspec.Struct, frozen=True):
    """One pattern of the search and what it yields.

    Attributes:
        word: The characters looked for.
        skip: Characters at its beginning that belong to no form: 1 in ``美国务卿``, which is 美 and 国务卿, never 美国 and 务卿.
        guards: Guards of the form that it yields.
        instead: Length of the form at its beginning that is meant where its own is not: 2 in ``英国王室``, where 英国 stands; 0 for none.
        latin: Whether the form begins or ends with a Latin letter or digit, and so must not be part of a longer word.
        place: Whether a point beside it makes it part of a person's name (乔治·华盛顿).
    """

    word: str
    skip: int
    guards: tuple[Guard, ...]
    instead: int
    latin: bool
    place: bool

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the form may be meant where the pattern stands, ``text[start:end]``."""
        start += self.skip
        before, after = text[start - 1 : start], text[end : end + 1]
        if self.place and "·" in (before, after):
            return False
        if self.latin and (_inside_word(before, text[start]) or _inside_word(text[end - 1], after)):
            return False
        return not any(guard.forbids(text, start, end) for guard in self.guards)


def patterns(forms: Mapping[str, Pairs], shorts: Mapping[str, object]) -> list[Pattern]:
    """All that the search looks for.

    Args:
        forms: Folded forms with their (category, id) candidates.
        shorts: Single-character short forms of states.

    Returns:
        One pattern a form, and one for each form that begins with 国 after each short form that also begins a name in 国.
    """
    guards = _Guards()
    plain = [_pattern(form, "", pairs, guards) for form, pairs in forms.items()]
    ambiguous = [char for char in shorts if f"{char}国" in forms]
    rest = [form for form in forms if form.startswith("国")]
    split = [_pattern(form, char, forms[form], guards) for char in ambiguous for form in rest if char + form not in forms]
    return plain + split


class _Guards:
    """The guards of ``bodies.toml``, by form and by category."""

    def __init__(self) -> None:
        rules = tables.rules("bodies.toml")["guard"]
        self._named: dict[str, list[Guard]] = defaultdict(list)
        self._wide: dict[str, list[tuple[str, Guard]]] = defaultdict(list)
        for rule in rules:
            if "form" in rule:
                self._named[rule["form"]].append(_guard(rule))
            else:
                self._wide[rule["category"]].append((rule.get("ends", ""), _guard(rule)))

    def of(self, form: str, pairs: Pairs) -> tuple[Guard, ...]:
        named = self._named.get(form, [])
        wide = [guard for category, _ in pairs for ending, guard in self._wide.get(category, ()) if form.endswith(ending)]
        return (*named, *wide)


def _guard(rule: Mapping[str, object]) -> Guard:
    return msgspec.convert({key: rule[key] for key in ("not_after", "not_before", "both") if key in rule}, Guard)


def _pattern(form: str, before: str, pairs: Pairs, guards: _Guards) -> Pattern:
    place = {category for category, _ in pairs} <= {"state", "city"}
    latin = any(char.isascii() and char.isalnum() for char in (form[0], form[-1]))
    return Pattern(before + form, len(before), guards.of(form, pairs), 2 * len(before), latin, place)


def _inside_word(left: str, right: str) -> bool:
    return all(char.isascii() and char.isalnum() for char in (left, right)) and bool(left and right)
