"""Names written otherwise: misprints of people in the tables, and one unknown person under two spellings on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pypinyin import lazy_pinyin

from verbale.entities.references import Reference
from verbale.entities.registry import Draft, entry_of
from verbale.entities.setting import Setting
from verbale.entities.sounds import SHORTEST, apart, syllables
from verbale.entities.words import WORDS
from verbale.language.fold import fold

_IDEOGRAPHS = ("\u3400", "\u9fff")


class Alike:
    """Finds the person meant by a name that no table has, by its sound. Every such merge is told."""

    def __init__(self, setting: Setting, found: Iterable[Reference]) -> None:
        """Note who is named on the page.

        Args:
            setting: The page.
            found: Its references.
        """
        self._named = {item.candidates[0] for item in found if item.kind == "person" and len(item.candidates) == 1}
        self._setting, self._registry, self._gazetteer = setting, setting.registry, setting.gazetteer
        self._borne: dict[str, set[tuple[str, str | None]]] = defaultdict(set)

    def note(self, reference: Reference, draft: Draft) -> None:
        """Note with which office a person was named."""
        if reference.office:
            self._borne[draft.id].add((reference.office, reference.body))

    def find(self, reference: Reference, name: str) -> Draft | None:
        """The person of the tables, else of the page, whose name sounds like this one.

        Args:
            reference: The name with its title.
            name: The name as the page writes it.

        Returns:
            The person; ``None`` where nobody sounds so, or it may be somebody else.
        """
        folded = self._setting.text[reference.head.start : reference.head.end]
        if len(folded) < SHORTEST:
            return None
        return self._of_tables(reference, folded, name) or self._of_page(reference, folded, name)

    def _of_tables(self, reference: Reference, folded: str, name: str) -> Draft | None:
        """One whom the page names too, where it sounds the same; any where office and state are the person's."""
        fitting = [identity for identity, distance in self._gazetteer.by_sound(folded) if self._fits(identity, distance, folded, reference)]
        if not fitting:
            return None
        entries = [entry_of(self._gazetteer, identity) for identity in fitting]
        others = "".join(f", or of {entry.name_zh} ({entry.id})" for entry in entries[1:])
        self._tell(reference, f"{name} is taken for a misprint of {entries[0].name_zh} ({entries[0].id}){others}")
        return self._registry.known(fitting[0])

    def _fits(self, identity: str, distance: int, folded: str, reference: Reference) -> bool:
        if identity in reference.candidates:  # the very name, of somebody whom the title tells to be another
            return False
        entry = entry_of(self._gazetteer, identity)
        if entry.affiliation in WORDS.by_character:
            return identity in self._named and any(_is_slip(folded, form) for form in entry.forms)
        same = identity in self._named and (distance == 0 or any(_is_echo(folded, form) for form in entry.forms))
        return same or self._holds(identity, reference)

    def _holds(self, identity: str, reference: Reference) -> bool:
        """Whether the office and the state in the title are the person's."""
        return any((tenure.office, tenure.body) == (reference.office, reference.body) for tenure in self._gazetteer.offices_of(identity))

    def _of_page(self, reference: Reference, folded: str, name: str) -> Draft | None:
        """The only person of the page whose foreign name sounds the same, or nearly so beside the same office."""
        alike = [draft for draft in self._registry.drafts.values() if draft.type == "person" and self._is_alike(draft, reference, folded)]
        if len(alike) != 1:
            return None
        self._tell(reference, f"{name} is taken for {alike[0].names[0]} ({alike[0].id}) written otherwise")
        return alike[0]

    def _is_alike(self, draft: Draft, reference: Reference, folded: str) -> bool:
        if reference.body and draft.affiliation not in {None, reference.body}:
            return False
        if any(_is_slip(folded, fold(form)) for form in draft.names):
            return True
        if not _is_transliterated(folded) or {reference.body, draft.affiliation} & WORDS.by_character:
            return False
        same_office = reference.office is not None and (reference.office, reference.body) in self._borne[draft.id]
        near = 1 if same_office and len(folded) > SHORTEST else 0
        return any(_is_transliterated(form) and apart(syllables(form), syllables(folded)) <= near for form in draft.names)

    def _tell(self, reference: Reference, words: str) -> None:
        self._setting.uncertain.append(f"line {self._setting.article.line_number(reference.head.start)}: {words}")


def _is_transliterated(name: str) -> bool:
    """Whether a name is written by sound: four characters or more, or three that begin with no surname."""
    plain = name.replace("·", "")
    low, high = _IDEOGRAPHS
    return all(low <= char <= high for char in plain) and (
        len(plain) > SHORTEST or (len(plain) == SHORTEST and not plain.startswith(WORDS.surnames))
    )


def _is_slip(name: str, form: str) -> bool:
    """Whether one character of a name is written with another of its sound (朱凤连 for 朱凤莲), or two have changed places."""
    if len(name) != len(form) or len(name) < SHORTEST or name[0] != form[0] or name == form:
        return False
    other = [place for place in range(len(name)) if name[place] != form[place]]
    if len(other) == 1:
        return syllables(name) == syllables(form)
    swapped = len(other) == 2 and other[1] == other[0] + 1 and len(name) > SHORTEST
    return swapped and name[other[0]] == form[other[1]] and name[other[1]] == form[other[0]]


def _is_echo(name: str, form: str) -> bool:
    """Whether a name is a known form with one syllable more that repeats the end of the one before it (鲁比奥奥, 布林肯恩)."""
    if len(name) != len(form) + 1:
        return False
    place = next((place for place, char in enumerate(form) if char != name[place]), len(form))
    if name[:place] + name[place + 1 :] != form or place == 0:
        return False
    before, added = lazy_pinyin(name[place - 1 : place + 1])
    return before.endswith(added)
