"""Whom an office without a name means: its holder on this page, on the day, or the state itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from verbale.entities import contexts
from verbale.entities.persons import Persons
from verbale.entities.references import Reference
from verbale.entities.registry import Draft
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.model import Span

_REPORTER = "记者"  # a reporter asks for the medium (路透社记者问)


class Offices:
    """The offices of one page and who holds them."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._registry, self._gazetteer = setting, setting.registry, setting.gazetteer
        self._held: dict[tuple[str, str | None], str] = {}
        self._titles: dict[str, str] = {}

    def know(self, found: Iterable[Reference], persons: Persons) -> None:
        """Note who bears which title on this page, so that the title alone means its bearer, before or after.

        Args:
            found: The references of the page.
            persons: Tells which candidates agree with their titles.
        """
        for reference in found:
            if reference.kind == "person" and reference.office and reference.candidates and not reference.inside:
                agreeing = persons.agreeing(reference)
                if len(agreeing) == 1:
                    self._titles[self._setting.text[reference.span.start : reference.head.start]] = agreeing[0]

    def note(self, reference: Reference, holder: Draft) -> None:
        """Note that a person was named with an office."""
        if reference.office:
            self._held[(reference.office, reference.body or holder.affiliation)] = holder.id

    def resolve(self, reference: Reference) -> tuple[str, ...]:
        """The party that an office means.

        Args:
            reference: A reference of kind office.

        Returns:
            Its id; none where the office is no person (总统选举) or its holder is unknown.
        """
        text = self._setting.text
        unqualified = text.startswith(WORDS.own, reference.span.start, reference.span.end) or (
            reference.body is None and WORDS.own_bodies.match(text, reference.span.start, reference.span.end)
        )
        own = self._setting.own if unqualified else None
        office, body = reference.office, reference.body or own
        if body and office == _REPORTER and (medium := self._gazetteer.entry("organization", body)) and medium.kind == "media":
            return (self._registry.known(body).id,)
        group = self._gazetteer.entry("organization", body) if body and contexts.within("of each member", text, reference.span) else None
        if body and group and group.type == "group":
            return (self._registry.known(body).id,)  # 东盟各国领导人
        if (
            office is None
            or contexts.within("nobody's office", text, reference.span)
            or contexts.after("no holder", text, reference.span.end)
        ):
            return ()
        holder = self._on_page(reference, office, body) or (self._on_day(office, body) if body else None)
        if holder is None and body and (self._gazetteer.entry("state", body) or self._gazetteer.entry("organization", body)):
            holder = body
        return (self._registry.known(holder).id,) if holder else ()

    def holder(self, office: str, state: str) -> str | None:
        """Who holds an office of a state: the person whom the page names with it, else the only one who holds it on the day.

        Args:
            office: The canonical office.
            state: ISO alpha-3 of the state.
        """
        return self._held.get((office, state)) or self._on_day(office, state)

    def bearing(self, offices: Collection[str], state: str) -> tuple[str, ...]:
        """The persons whom the page has named so far with one of these offices of a state.

        Args:
            offices: Canonical offices.
            state: ISO alpha-3 of the state.
        """
        return tuple(dict.fromkeys(holder for (office, body), holder in self._held.items() if office in offices and body == state))

    def _on_page(self, reference: Reference, office: str, body: str | None) -> str | None:
        """The holder whom the page names, with the same title or the same office of the same state."""
        title = self._setting.text[reference.span.start : reference.span.end]
        here = self._titles.get(title) or self._held.get((office, body))
        if here or body:
            return here
        matching = {identity for (name, _), identity in self._held.items() if name == office}
        return matching.pop() if len(matching) == 1 else None

    def _on_day(self, office: str, body: str) -> str | None:
        """The only holder on the day, of an office that one person holds."""
        if self._setting.day is None or not contexts.within("one holder", office, Span(0, len(office))):
            return None
        holders = self._gazetteer.holders(office, body, self._setting.day)
        return holders[0] if len(holders) == 1 else None
