"""Whom an office without a name means: its holder on this page, on the day, or the state itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from verbale.entities import contexts
from verbale.entities.persons import Persons
from verbale.entities.references import Reference
from verbale.entities.registry import Draft, entry_of, is_same_name
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.lexicons.signs import sign
from verbale.model import Span

_REPORTER = "记者"  # a reporter asks for the medium (路透社记者问)


class Offices:
    """The offices of one page and who holds them."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._registry, self._gazetteer = setting, setting.registry, setting.gazetteer
        self._held: dict[tuple[str, str | None], str] = {}
        self._titles: dict[str, str] = {}
        self._unknown: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    def know(self, found: Iterable[Reference], persons: Persons) -> None:
        """Note who bears which title on this page, so that the title or the office alone means its bearer, before or after.

        Args:
            found: The references of the page.
            persons: Tells which candidates agree with their titles.
        """
        for reference in found:
            if reference.kind == "person" and reference.office and reference.candidates and not reference.inside:
                agreeing = persons.agreeing(reference)
                if len(agreeing) == 1:
                    self._titles[self._setting.text[reference.span.start : reference.head.start]] = agreeing[0]
            elif reference.kind == "person" and reference.office and reference.body and not reference.inside:
                self._note_unknown(reference, reference.office, reference.body)

    def _note_unknown(self, reference: Reference, office: str, body: str) -> None:
        """Note the name of whoever holds an office now whom no table has; not of a former one."""
        text = self._setting.text
        held = contexts.within("one holder", office, Span(0, len(office)))
        if held and not sign("no longer held").found(text, reference.span.start, reference.head.start):
            self._unknown[office, body][text[reference.head.start : reference.head.end]] = self._setting.words(reference.head)

    def _unknown_holder(self, office: str, body: str) -> str | None:
        """The only person whom no table has and the page names, before or after, with an office of a state."""
        names = self._unknown.get((office, body), {})
        whole = [name for name in names if not any(name != other and is_same_name(name, other, body) for other in names)]
        if len(whole) != 1:
            return None
        name = names[whole[0]]
        for holder in self._gazetteer.holders(office, body, self._setting.day) if self._setting.day else ():
            if any(whole[0] in form.split("·") for form in entry_of(self._gazetteer, holder).forms):
                return holder  # 穆罕默德 for one of the tables
        return (self._registry.person_named(name) or self._registry.local("person", name, affiliation=WORDS.acts_for.get(body, body))).id

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
        holder = self._on_page(reference, office, body) or (self._known_holder(office, body) if body else None)
        if holder is None and body and (self._gazetteer.entry("state", body) or self._gazetteer.entry("organization", body)):
            holder = body
        return (self._registry.known(holder).id,) if holder else ()

    def holder(self, office: str, state: str) -> str | None:
        """Who holds an office of a state: the person whom the page names with it, else the only one who holds it on the day.

        Args:
            office: The canonical office.
            state: ISO alpha-3 of the state.
        """
        return self._held.get((office, state)) or self._known_holder(office, state)

    def bearing(self, offices: Collection[str], state: str) -> tuple[str, ...]:
        """The persons whom the page has named so far with one of these offices of a state.

        Args:
            offices: Canonical offices.
            state: ISO alpha-3 of the state.
        """
        named = [holder for (office, body), holder in self._held.items() if office in offices and body == state]
        told = (self._unknown_holder(office, state) for office in sorted(offices))
        return tuple(dict.fromkeys(named or [holder for holder in told if holder]))

    def _on_page(self, reference: Reference, office: str, body: str | None) -> str | None:
        """The holder whom the page names, with the same title or the same office of the same state."""
        title = self._setting.text[reference.span.start : reference.span.end]
        here = self._titles.get(title) or self._held.get((office, body))
        if here or body:
            return here
        matching = {identity for (name, _), identity in self._held.items() if name == office}
        return matching.pop() if len(matching) == 1 else None

    def _known_holder(self, office: str, body: str) -> str | None:
        """Whom the page names with the office, else who holds it on the day."""
        return self._unknown_holder(office, body) or self._on_day(office, body)

    def _on_day(self, office: str, body: str) -> str | None:
        """The only holder on the day, of an office that one person holds."""
        if self._setting.day is None or not contexts.within("one holder", office, Span(0, len(office))):
            return None
        holders = self._gazetteer.holders(office, body, self._setting.day)
        return holders[0] if len(holders) == 1 else None
