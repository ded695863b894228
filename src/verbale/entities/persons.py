"""Which person a name means: one of the tables, one of the page, a misprint of either, or a new one."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.entities import contexts
from verbale.entities.alike import Alike
from verbale.entities.references import Reference
from verbale.entities.registry import JOINT, JOINTS_OF_NAMES, Draft, entry_of
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.language.fold import fold

_CHINESE = 3  # characters of a Chinese name


class Persons:
    """Resolves the persons of one page, in order of the text."""

    def __init__(self, setting: Setting, found: Iterable[Reference]) -> None:
        """Note who is named on the page.

        Args:
            setting: The page.
            found: Its references.
        """
        self._alike = Alike(setting, found)
        self._setting, self._registry, self._gazetteer = setting, setting.registry, setting.gazetteer

    def resolve(self, reference: Reference) -> Draft | None:
        """The person that a reference means.

        Args:
            reference: A reference of kind person.

        Returns:
            The person; ``None`` for the page's own staff and for names that are none.
        """
        if self._is_staff(reference):
            return None
        name = self._setting.words(reference.head)
        if self._is_surname_and_title(reference):
            return self._by_surname(reference, name)
        if self._is_commoner(reference):
            draft = self._registry.person_named(name)
            return self._registry.named(draft, name) if draft else self._new(reference, name)
        draft = self._of_tables(reference, name) or self._of_page(reference, name) or self._new(reference, name)
        if draft is not None:
            self._alike.note(reference, draft)
        if draft is not None and reference.gloss:
            self._registry.named(draft, self._setting.words(reference.gloss))
        return draft

    def _is_surname_and_title(self, reference: Reference) -> bool:
        """Whether an unknown name is a surname with a title (夏副主席)."""
        title = self._setting.text[reference.head.start + 1 : reference.head.end]
        return not reference.candidates and any(category == "title" for category, _ in self._gazetteer.named(title))

    def _by_surname(self, reference: Reference, name: str) -> Draft | None:
        """The only person of the page, named before, whose name begins with the surname."""
        surname = self._setting.text[reference.head.start]
        drafts = (draft for draft in self._registry.drafts.values() if draft.type == "person")
        bearers = [draft for draft in drafts if any(fold(other)[:1] == surname and len(other) <= _CHINESE for other in draft.names)]
        return self._registry.named(bearers[0], name) if len(bearers) == 1 else None

    def agreeing(self, reference: Reference) -> list[str]:
        """The candidates of a reference against whom nothing in its title speaks."""
        return [identity for identity in reference.candidates if self._agrees(identity, reference)]

    def _is_staff(self, reference: Reference) -> bool:
        setting, head = self._setting, reference.head
        if contexts.before("staff before", setting.text, head.start, setting.line_start(head.start)):
            return True
        if contexts.after("staff after", setting.text, head.end):
            return True
        unknown = not reference.candidates and reference.office is None
        return unknown and (setting.in_byline(head) or setting.is_whole_line(head) or setting.is_signature(head))

    def _of_tables(self, reference: Reference, name: str) -> Draft | None:
        agreeing = self.agreeing(reference) or (list(reference.candidates) if len(name) >= 5 else [])
        if not agreeing or self._is_of_another(reference, name):
            return None
        chosen = max(agreeing, key=lambda identity: self._fitness(identity, reference))
        fresh = chosen not in self._registry.drafts
        draft = self._registry.known(chosen, name)
        if fresh:
            draft.affiliation = self._affiliation(draft, reference)
        return draft

    def _is_of_another(self, reference: Reference, name: str) -> bool:
        """Whether the page has told by a title that the name is another's than those of the tables (邻国部长林山 …, then 林山)."""
        told = self._registry.person_named(name) if reference.body is None else None
        return told is not None and not any(identity in self._registry.drafts for identity in reference.candidates)

    def _is_commoner(self, reference: Reference) -> bool:
        """Whether the words before a name tell that nobody known bears it: a trade, or kin where the page tells of no such state."""
        setting, start = self._setting, reference.head.start
        if any(identity in self._registry.drafts for identity in reference.candidates):
            return False
        if reference.body and any(reference.body in self._bodies(identity) for identity in reference.candidates):
            return False  # 法国游客科勒
        if setting.text.endswith(WORDS.commoners, reference.span.start, start):
            return True
        told = setting.named | {*self._registry.drafts}
        kin = setting.text.endswith(WORDS.kin, reference.span.start, start)
        return kin and not any(self._bodies(identity) & told for identity in reference.candidates)

    def _affiliation(self, draft: Draft, reference: Reference) -> str | None:
        """Whom the person acted for on the day: of the office in the title, the body in it, of any office held then, else the latest."""
        tenures = self._gazetteer.offices_of(draft.id)
        in_office = {tenure.body for tenure in tenures if tenure.office == reference.office}
        if len(in_office) == 1 and reference.body not in in_office:
            return in_office.pop()
        if reference.body and any(tenure.body == reference.body for tenure in tenures):
            return reference.body
        day = self._setting.day
        held = [tenure.body for tenure in tenures if day and tenure.covers(day)]
        return draft.affiliation if not held or draft.affiliation in held else held[-1]

    def _bodies(self, identity: str) -> set[str | None]:
        """The states and organizations for which the candidate has ever acted."""
        return {entry_of(self._gazetteer, identity).affiliation, *(tenure.body for tenure in self._gazetteer.offices_of(identity))}

    def _agrees(self, identity: str, reference: Reference) -> bool:
        """Whether nothing in the title speaks against the candidate."""
        if reference.body is None:
            return True
        bodies = self._bodies(identity)
        states = {body for body in bodies if body is not None and self._is_state(body)}
        side = self._state_of(reference.body)
        return reference.body in bodies or side is None or side in states or not states

    def _state_of(self, body: str) -> str | None:
        """The state that a body in a title is, or for a movement in arms the one it fights in (塔利班发言人); none of other bodies."""
        if self._is_state(body):
            return body
        entry = entry_of(self._gazetteer, body)
        return entry.affiliation if entry.kind == "armed" else None

    def _is_state(self, body: str) -> bool:
        return self._gazetteer.entry("state", body) is not None

    def _fitness(self, identity: str, reference: Reference) -> tuple[bool, ...]:
        """How well a candidate fits: of the body named, already on the page, in the office named, in any office on the day."""
        day = self._setting.day
        holds = [tenure for tenure in self._gazetteer.offices_of(identity) if day is None or tenure.covers(day)]
        of_body = reference.body is not None and reference.body in self._bodies(identity)
        return (of_body, identity in self._registry.drafts, any(tenure.office == reference.office for tenure in holds), bool(holds))

    def _of_page(self, reference: Reference, name: str) -> Draft | None:
        """One that the page named before, the holder of the office beside the name, or a misprint of somebody known."""
        draft = (
            self._joined_otherwise(name, reference)
            or self._registry.person_named(name)
            or self._holder(reference, name)
            or self._alike.find(reference, name)
        )
        return self._registry.named(draft, name) if draft else None

    def _joined_otherwise(self, name: str, reference: Reference) -> Draft | None:
        """Somebody known whose name is written with another joint (凯勒—祖特尔 for 凯勒-祖特尔)."""
        folded = self._setting.text[reference.head.start : reference.head.end]
        for joint in JOINTS_OF_NAMES if JOINT.search(folded) else ():
            known = [identity for kind, identity in self._gazetteer.named(JOINT.sub(joint, folded)) if kind == "person"]
            if len(known) == 1:
                return self._registry.known(known[0], name)
        return None

    def _holder(self, reference: Reference, name: str) -> Draft | None:
        """The holder of the office on the day, where the name is a part of the holder's (首相穆罕默德)."""
        if reference.office is None or reference.body is None or self._setting.day is None:
            return None
        folded = self._setting.text[reference.head.start : reference.head.end]
        for identity in self._gazetteer.holders(reference.office, reference.body, self._setting.day):
            if any(folded in form.split("·") for form in entry_of(self._gazetteer, identity).forms):
                return self._registry.known(identity, name)
        return None

    def _new(self, reference: Reference, name: str) -> Draft | None:
        """A person that only this page knows; a bare name of two characters must begin like one."""
        titled = reference.span.start < reference.head.start or reference.gloss
        folded = self._setting.text[reference.head.start : reference.head.end]
        if len(folded) == 2 and not titled and not folded.startswith(WORDS.surnames):
            return None
        latin = self._setting.words(reference.gloss) if reference.gloss else None
        return self._registry.local("person", name, latin=latin, affiliation=reference.body)
