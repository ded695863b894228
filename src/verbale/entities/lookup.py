"""Looking up a name as somebody types it: in any script, by id, by Latin surname, by office; and what comes near to it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.tenures import Tenure
from verbale.language.fold import fold

_NEAREST = 5
_LIKENESS = 0.6


def lookup(known: Gazetteer, name: str) -> tuple[GazetteerEntry, ...]:
    """All that a name may mean.

    Args:
        known: The known names.
        name: A form in any script, an id, or a Latin name or surname in any case.

    Returns:
        The entries, the likelier first, none twice; none for an unknown name.
    """
    pairs = [*known.named(name), *(("state", identity) for identity in known.shorts.get(fold(name), ()))]
    found = [known.entry(category, identity) for category, identity in pairs] or _by_latin(known, name)
    return tuple(dict.fromkeys(entry for entry in found if entry is not None))


def _by_latin(known: Gazetteer, name: str) -> list[GazetteerEntry | None]:
    wanted = name.strip().casefold()
    whole: list[GazetteerEntry | None] = []
    surnames: list[GazetteerEntry | None] = []
    for entry in known.entries.values():
        latin = {entry.id.casefold(), entry.name.casefold(), *(form.casefold() for form in entry.forms if form.isascii())}
        if wanted in latin:
            whole.append(entry)
        elif entry.category == "person" and wanted in {form.split()[-1] for form in latin if form.split()}:
            surnames.append(entry)
    return whole or surnames


def holders(known: Gazetteer, words: str) -> tuple[Tenure, ...]:
    """Who held the office that the words name (美国国务卿, 俄外长), over time.

    Args:
        known: The known names.
        words: A state or an organization, and one of its offices.

    Returns:
        The tenures, earliest first; none where the words name no such office.
    """
    folded = fold(words)
    for cut in range(1, len(folded) - 1):
        office = next((name for category, name in known.named(folded[cut:]) if category == "title"), None)
        bodies = [entry.id for entry in lookup(known, folded[:cut]) if entry.category in {"state", "actor", "organization"}]
        if office and bodies:
            found = [tenure for body in dict.fromkeys(bodies) for tenure in known.tenures(office, body)]
            if found:
                return tuple(found)
    return ()


def near(known: Gazetteer, name: str) -> tuple[tuple[str, GazetteerEntry], ...]:
    """What comes near to an unknown name.

    Args:
        known: The known names.
        name: The name, any script.

    Returns:
        (why, entry) pairs, the nearest first, none twice: persons whose name sounds alike, then entries written alike.
    """
    found: dict[tuple[str, str], str] = {}
    for why, key in (*_by_sound(known, name), *_by_writing(known, name)):
        found.setdefault(key, why)
    return tuple((why, known.entries[key]) for key, why in list(found.items())[:_NEAREST])


def _by_sound(known: Gazetteer, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for identity, distance in known.by_sound(name):
        yield ("sounds the same" if distance == 0 else "one syllable apart"), ("person", identity)


def _by_writing(known: Gazetteer, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    folded = fold(name)
    lowered = {form.casefold(): form for form in known.forms}
    for form in difflib.get_close_matches(folded.casefold(), lowered, n=_NEAREST, cutoff=_LIKENESS):
        for pair in known.forms[lowered[form]]:
            yield f"written {lowered[form]}", pair
