"""Short names of organizations that mean one which the page names in full, and not the one that bears them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.entities.gazetteer import Gazetteer
from verbale.entities.references import Reference
from verbale.entities.registry import entry_of

_LONGEST = 3  # characters of a short name
_LEFT_OUT = 3  # characters at least that it leaves out
_KNOWN_BY_IT = frozenset({"bloc", "igo"})  # everybody knows these by their short name (欧盟 beside 欧亚经济联盟)


def meant_by_short_names(text: str, found: Sequence[Reference], gazetteer: Gazetteer) -> Sequence[Reference]:
    """The references, with short names given to whom the page means by them (国阵 after 国民革命阵线).

    Args:
        text: Folded text.
        found: The references of the page, in order.
        gazetteer: The known names.
    """
    meant = dict(_meant(text, found, gazetteer))
    return [_of_meant(reference, meant) for reference in found] if meant else found


def _meant(text: str, found: Sequence[Reference], gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Organizations of the tables that the page names only in short, with the only one of the page whose name is cut to the same."""
    bodies = [item for item in found if item.kind == "organization" and item.candidates]
    names = {text[item.head.start : item.head.end]: item.candidates for item in bodies}
    for short, candidates in names.items():
        known = [entry_of(gazetteer, one) for one in candidates]
        usual = any(entry.forms[0] == short or entry.kind in _KNOWN_BY_IT for entry in known)
        longer = any(len(form) > len(short) and form in text for entry in known for form in entry.forms)
        if len(short) > _LONGEST or usual or longer:
            continue
        full = {ids[0] for name, ids in names.items() if _is_cut_to(short, name) and text.find(name) < text.rfind(short)}
        if len(full) == 1:
            yield from ((one, full_one) for full_one in full for one in candidates if one != full_one)


def _of_meant(reference: Reference, meant: dict[str, str]) -> Reference:
    candidates = tuple(dict.fromkeys(meant.get(one, one) for one in reference.candidates))
    body = meant.get(reference.body, reference.body) if reference.body else None
    return msgspec.structs.replace(reference, candidates=candidates, body=body)


def _is_cut_to(short: str, name: str) -> bool:
    """Whether a short name keeps a long one's first character, one of its last two, and any others in their order."""
    rest = iter(name)
    ordered = all(character in rest for character in short)
    return ordered and len(name) >= len(short) + _LEFT_OUT and name[0] == short[0] and short[-1] in name[-2:]
