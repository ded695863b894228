"""When a known form is not meant: its neighbours say so, or a longer reading does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from verbale.lexicons import tables
from verbale.model import Span

Pairs = Sequence[tuple[str, str]]
FILES = ("guards_places.toml", "guards_names.toml", "guards_titles.toml")


class Guard(msgspec.Struct, frozen=True):
    """One ``[[guard]]`` of the ``guards_*.toml`` lexicons.

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


class Tails:
    """Titles, actors and bodies that begin with 国: 美国务卿 is 美 and 国务卿, never 美国 and 务卿."""

    def __init__(self, patterns: Mapping[str, Pattern]) -> None:
        """Compile the words.

        Args:
            patterns: Each word with its own pattern.
        """
        self._patterns = patterns
        self._words = re.compile("|".join(sorted(map(re.escape, patterns), key=len, reverse=True)) or "(?!)")

    def end(self, text: str, start: int) -> int | None:
        """Where the longest word that begins at ``start`` ends, ``None`` where none does or it is not meant."""
        match = self._words.match(text, start)
        return match.end() if match and self._patterns[match[0]].holds(text, start, match.end()) else None


class Pattern(msgspec.Struct, frozen=True):
    """What one word that is looked for yields.

    Attributes:
        cut: Where a second form begins, 0 for one form alone: 2 in ``台北市长``, which is 台北 and 市长, never 台北市 and 长.
        guards: Guards of the (second) form.
        latin: Whether the form begins or ends with a Latin letter or digit, and so must not be part of a longer word.
        place: Whether a point beside it makes it part of a person's name (乔治·华盛顿).
        tails: Titles that may begin with the form's last character (国), where the form without it is a name too.
    """

    cut: int = 0
    guards: tuple[Guard, ...] = ()
    latin: bool = False
    place: bool = False
    tails: Tails | None = None

    def parts(self, text: str, start: int, end: int) -> list[Span]:
        """The forms that are meant where the word stands, ``text[start:end]``; none where no form is. The last may end after ``end``."""
        cut = start + self.cut
        if self.tails and (reached := self.tails.end(text, end - 1)):
            return [Span(start, end - 1), Span(end - 1, reached)]
        if self.holds(text, cut, end):
            return [Span(start, cut), Span(cut, end)] if self.cut else [Span(start, end)]
        return []

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the form ``text[start:end]`` may be meant, by what stands beside it."""
        before, after = text[start - 1 : start], text[end : end + 1]
        if self.place and "·" in (before, after):
            return False
        if self.latin and (_inside_word(before, text[start]) or _inside_word(text[end - 1], after)):
            return False
        return not any(guard.forbids(text, start, end) for guard in self.guards)


def patterns(forms: Mapping[str, Pairs], shorts: Mapping[str, object]) -> dict[str, Pattern]:
    """All that the search looks for.

    Args:
        forms: Folded forms with their (category, id) candidates.
        shorts: Single-character short forms of states.

    Returns:
        Each word with what it yields: every form, and the runs of characters in which the longest form is not the one meant.
    """
    rules = _Rules()
    found = {form: rules.pattern(form, pairs) for form, pairs in forms.items()}
    for head, tail in _overlaps(forms):
        found.setdefault(head + tail, msgspec.structs.replace(found[tail], cut=len(head)))
    tails = Tails({tail: found.get(tail) or rules.pattern(tail, ()) for tail in _tails(forms)})
    for form in forms:
        if form.endswith("国") and (form[:-1] in shorts or form[:-1] in forms):
            found[form] = msgspec.structs.replace(found[form], tails=tails)
    return found


def _overlaps(forms: Mapping[str, Pairs]) -> Iterator[tuple[str, str]]:
    """伊朗 and 最高国家安全委员会秘书: what stands before a title whose beginning is the end of a longer name (伊朗最高国家安全委员会)."""
    titles = defaultdict(list)
    for form, pairs in forms.items():
        if pairs[0][0] == "title" and not form.startswith("国家"):  # 欧洲国家 ends in a plain word
            for length in range(1, len(form)):
                titles[form[:length]].append(form)
    for form, pairs in forms.items():
        if pairs[0][0] in _OVERLAPPING:
            ends = (form[cut:] for cut in range(1, len(form)))
            for end in (end for end in ends if end in titles and (len(end) > 1 or end in _DIVISIONS)):
                head = form.removesuffix(end)
                if head in forms or not form.endswith("政府"):  # 民族团结政府 and 发言人, not 民族团结 and 政府发言人
                    yield from ((head, title) for title in titles[end])


def _tails(forms: Mapping[str, Pairs]) -> list[str]:
    acting = {form for form, pairs in forms.items() if any(category in {"title", "actor"} for category, _ in pairs)}
    named = {form for form in acting if form.startswith("国") and not form.startswith(("国际", "国民"))}
    bodies = {word for body in tables.rules("bodies.toml")["body"] for word in body.get("words", ()) if word.startswith("国")}
    return sorted(named | bodies)


class _Rules:
    """The guards of the ``guards_*.toml`` lexicons, by form and by category."""

    def __init__(self) -> None:
        self._named: dict[str, list[Guard]] = defaultdict(list)
        self._wide: dict[str, list[tuple[str, Guard]]] = defaultdict(list)
        for rule in (rule for file in FILES for rule in tables.rules(file)["guard"]):
            guard = msgspec.convert({key: rule[key] for key in ("not_after", "not_before", "both") if key in rule}, Guard)
            if "form" in rule:
                self._named[rule["form"]].append(guard)
            else:
                self._wide[rule["category"]].append((rule.get("ends", ""), guard))

    def pattern(self, form: str, pairs: Pairs) -> Pattern:
        latin = form[0].isascii() or form[-1].isascii()
        guards = list(self._named.get(form, ()))
        for category, _ in pairs:
            guards += [guard for ending, guard in self._wide.get(category, ()) if form.endswith(ending)]
        place = bool(pairs) and pairs[0][0] in _PLACES
        if not (latin or guards or place):
            return _PLAIN
        return Pattern(0, tuple(guards), latin, place)


_PLAIN = Pattern()
_PLACES = {"state", "city"}
_OVERLAPPING = {"organization", "actor", "city", "venue"}
_DIVISIONS = frozenset("省市州府县党局院")  # 台北市长 is 台北 and 市长


def _inside_word(left: str, right: str) -> bool:
    return bool(left and right) and all(char.isascii() and char.isalnum() for char in (left, right))
