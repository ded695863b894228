"""Roles by kind of frame: who counts as actor and recipient of each cue."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from verbale.acts.aims import Aim, aimed_at, has_agent, is_complete
from verbale.acts.asking import asked, asks_unnamed, is_own, modifies, opens_speech, own_side
from verbale.acts.calling_off import broken_with, called_off
from verbale.acts.conditions import opens_condition
from verbale.acts.documents import opens_with_paper
from verbale.acts.kinds import DEEDS, SPOKEN
from verbale.acts.meeting_roles import MeetingRoles
from verbale.acts.meeting_words import states_of
from verbale.acts.members import members, states_differ
from verbale.acts.on_behalf import for_the_state
from verbale.acts.pacts import in_effect, joint, signatories, under, who_reached
from verbale.acts.parts import Roles, Subject
from verbale.acts.passives import doer, undergoer
from verbale.acts.recipients import doing_it, partners, recipients_of
from verbale.acts.seized import Seized
from verbale.acts.setting import Setting
from verbale.acts.several import apart, both_ways
from verbale.acts.subjects import is_passive, own_body, subject_of
from verbale.acts.talkers_apart import one_of_them
from verbale.acts.talks import Talks
from verbale.acts.targets import unnamed_target
from verbale.acts.travel import arrival, carried_there, is_sent, travel, visitor
from verbale.acts.triggers import Trigger
from verbale.acts.unnamed_doers import by_authority, by_nobody_known, is_struck, is_told
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# Nobody threatens or applauds their own state.
_OUTWARD = frozenset({"threaten", "support"})
# What somebody says that they will do on a condition is their own will: 总统说，若邻国不让步，将退出谈判.
_OWN_WILL = frozenset({"promise", "offer", "cancel", "withdraw", "concede", "refuse"})
_HOSTILE = frozenset({"threaten", "sanction", "attack", "coerce", "expel"})
# Whoever proposes something to several proposes it to the others of them.
_OTHERS = _HOSTILE | {"propose", "offer"}
_BY = re.compile("由[^，。；的]{1,16}$")
# No medium has a part in these.
_PACTS = frozenset({"agree", "sign", "meet", "call", "ceasefire", "withdraw", "deploy", "attack"})


class Cast:
    """Finds the parties of acts in order; :class:`Talks` remembers who last talked."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.talks = Talks(setting)
        self._meetings = MeetingRoles(setting, self.talks)
        self._seized = Seized(setting, self.talks)

    def casts(self, trigger: Trigger, content: Span | None) -> tuple[Roles, ...]:
        """The parties of the acts that one cue tells.

        Args:
            trigger: The cue.
            content: What was agreed, asked …, if anything.

        Returns:
            One set of actors and recipients; several where somebody meets others one by one (分别会见X和Y) or each does it to the
            other (互相指责对方袭击); empty where the text does not give them as the frame requires.
        """
        mutual = both_ways(self.setting, trigger)
        if mutual:
            return mutual
        found = self._roles(trigger, content)
        found = for_the_state(self.setting, trigger, found) if found else None
        if found and trigger.frame.kind == "mediate":
            self.talks.note_mediators(found.actors)
        if found and trigger.frame.kind == "agree" and len(found.actors) > 1 and sign("truce").found(self.setting.words(trigger.clause)):
            self.talks.note_truce(found.actors)
        if found and trigger.frame.kind == "coerce":
            self._seized.note(found.actors, found.recipients)
        return apart(self.setting, trigger, self._with_members(found)) if found else ()

    def _with_members(self, found: Roles) -> Roles:
        """The parties with the members in place of a joint body to whom something is done (呼吁两岸…)."""
        each = states_of(found.recipients)
        known = all(one in self.setting.parties.by_id for one in each)
        return msgspec.structs.replace(found, recipients=each) if known and each != found.recipients else found

    def _roles(self, trigger: Trigger, content: Span | None) -> Roles | None:
        found = self._found(trigger, content)
        if found is None and trigger.frame.kind == "protest" and sign("a crowd").found(*self._words_before(trigger)):
            return Roles((), (), (), named=False)  # 数十名党员在国会外示威: people whom the page does not name
        if found is None or found.recipients or asks_unnamed(self.setting, trigger):
            return found
        return msgspec.structs.replace(found, recipients=unnamed_target(self.setting, self.talks, trigger, found))

    def _found(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties that the frame's role and the words around the cue give."""
        role = trigger.frame.role
        assembled = self._meetings.assembled(trigger) if trigger.frame.kind == "meet" else None
        if assembled:
            return assembled
        if trigger.frame.nouns_before or role == "nominal":
            return self.talks.held(trigger)
        by_role: dict[str, Callable[[], Roles | None]] = {
            "norm": lambda: asked(self.setting, trigger),
            "speaker": lambda: self._of_speaker(trigger, content),
            "nobody": lambda: Roles((), (), ()),
            "seized": lambda: self._seized.roles(trigger),
            "listed": lambda: self._meetings.listed(trigger),
            "freed": lambda: self._seized.freed(trigger),
            "effect": lambda: in_effect(self.setting, self.talks, trigger),
            "under": lambda: under(self.setting, self.talks, trigger),
        }
        return by_role[role]() if role in by_role else self._by_subject(trigger, content)

    def _by_subject(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties of an act whose doer is a subject, or who last talked."""
        role = trigger.frame.role
        if trigger.frame.kind == "coerce" and is_passive(self.setting, trigger) and not doer(*self._before(trigger)):
            return by_authority(self.setting, trigger)
        if trigger.frame.kind == "attack" and is_struck(self.setting, trigger) and not doer(*self._before(trigger)):
            return by_nobody_known(self.setting, trigger)
        between = trigger.frame.kind == "mediate" and not _BY.search(self.setting.words(Span(trigger.clause.start, trigger.span.start)))
        visits = (trigger.relative and (role == "travel" or between)) or (role == "travel" and carried_there(self.setting, trigger))
        if role == "travel" and is_sent(self.setting, trigger):
            sent = visitor(self.setting, trigger)
            return self._of_subject(trigger, sent, content) if sent else None
        subject = visitor(self.setting, trigger) if visits else subject_of(self.setting, trigger)
        resumed = self.talks.resumed(trigger)
        subject = Subject(resumed, (), trigger.clause) if resumed else self._between_mediators(self._who_says(trigger, subject))
        if subject is not None and self._is_supposed(trigger, subject):
            speakers = self.setting.speakers(trigger.span.start)
            subject = Subject(speakers, (), None) if speakers else None
        if subject is not None and trigger.frame.mutual and self._are_mixed(subject):
            subject = self._talkers(trigger)
        if subject is None and trigger.frame.kind == "sign":
            subject = signatories(self.setting, self.talks, trigger)
        if subject is None:
            return self._unnamed(trigger)
        return self._of_subject(trigger, subject, content) if self._may_act(trigger, subject) else None

    def _between_mediators(self, subject: Subject | None) -> Subject | None:
        """双方 said after somebody has gone between two sides: those sides, not the mediators."""
        group = subject.phrases[0] if subject and len(subject.phrases) == 1 and len(subject.phrases[0].entities) > 1 else None
        if subject is None or group is None:
            return subject
        meant = self.talks.meant_by(group)
        return subject if meant == group.entities else msgspec.structs.replace(subject, entities=meant) if meant else None

    def _words_before(self, trigger: Trigger) -> tuple[str, int, int]:
        return self.setting.text, trigger.clause.start, trigger.span.start

    def _before(self, trigger: Trigger) -> tuple[Setting, int, int]:
        return self.setting, trigger.clause.start, trigger.span.start

    def _is_supposed(self, trigger: Trigger, subject: Subject) -> bool:
        """如果美方动武，将采取反制措施: who is only supposed to do something is not who strikes back."""
        own = trigger.frame.kind in _OWN_WILL and self.setting.speakers(trigger.span.start)
        if not (own or trigger.frame.kind in _HOSTILE) or subject.clause is None or subject.clause.end > trigger.clause.start:
            return False
        return opens_condition(self.setting.text, subject.clause.start, trigger.sentence.end)

    def _who_says(self, trigger: Trigger, subject: Subject | None) -> Subject | None:
        """并呼吁…, 但否认…: where the clause names no subject, the act is of whoever is reported to say it."""
        said = self.setting.statement_of(trigger.span) if trigger.frame.kind in SPOKEN else None
        own = subject is not None and subject.clause is not None and subject.clause.end > trigger.clause.start
        own = own or (subject is not None and (opens_with_paper(self.setting, trigger) or "").endswith("草案"))
        return subject if said is None or own or not said.speakers else Subject(said.speakers, (), None)

    def _are_mixed(self, subject: Subject) -> bool:
        """双方 taken for a medium and somebody: those who last talked are meant."""
        return any(phrase.form == "group" and self.talks.only_tells(phrase) for phrase in subject.phrases)

    def _talkers(self, trigger: Trigger) -> Subject | None:
        sides = self.talks.recent(trigger.span.start)
        return Subject(sides, (), trigger.clause) if len(sides) > 1 else None

    def _may_act(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether the subject is one that the frame can have: the speaker's own side, a named doer, no thing, no medium."""
        frame = trigger.frame
        if frame.kind in _PACTS and any(self.talks.only_tells(phrase) for phrase in subject.phrases):
            return False
        if frame.role in {"own", "future"} and not is_own(self.setting, trigger, subject):
            return False
        if frame.role == "future":
            return self._may_plan(trigger, subject)
        if is_passive(self.setting, trigger) and not has_agent(trigger, subject):
            return False
        return frame.kind not in DEEDS or self._may_do(trigger, subject)

    def _may_plan(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether 将 is said of a party: named in the clause, else the speaker where their words begin with it or they threaten."""
        if subject.phrases and subject.clause is not None:
            return not modifies(self.setting, subject.phrases[-1], trigger)
        if own_body(self.setting, trigger):
            return True
        return opens_speech(self.setting, trigger) or (trigger.frame.kind == "threaten" and bool(subject.entities))

    def _may_do(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether a deed is told: of a doer who is named, or in words that tell it; not as what something is said of."""
        # 对盟友加征关税是错误的: a deed without its doer that something is said of.
        if subject.clause is None and sign("is judged").found(self.setting.text, trigger.anchor.end, trigger.clause.end):
            return False
        return bool(subject.phrases) or is_told(self.setting, trigger)

    def _of_subject(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        if trigger.frame.role == "received" and doer(self.setting, trigger.clause.start, trigger.span.start):
            found = self._by_agent(trigger, subject)
        elif trigger.frame.role == "joint":
            found = joint(self.setting, self.talks, trigger, subject)
        elif trigger.frame.kind in {"meet", "call"}:
            found = self._meetings.roles(trigger, subject)
        else:
            found = self._plain(trigger, subject, content)
        if found and subject.clause and subject.phrases:
            return msgspec.structs.replace(found, start=subject.clause.start)
        return found

    def _by_agent(self, trigger: Trigger, subject: Subject) -> Roles | None:
        """获X接见: the one who is received, and the agent."""
        received = undergoer(self.setting, trigger.clause, subject.phrases[0])
        actors = tuple(dict.fromkeys([*members(received, self.setting), *subject.entities]))
        return Roles(actors, (), tuple(phrase.span for phrase in (*received, *subject.phrases))) if received else None

    def _of_speaker(self, trigger: Trigger, content: Span | None) -> Roles | None:
        speakers = self.setting.speakers(trigger.span.start)
        named = recipients_of(self.setting, trigger, content, speakers)
        own = "own side" in trigger.frame.traits
        side = own_side(self.setting, trigger, speakers) or own_body(self.setting, trigger) if own else None
        actors = side.entities if side else speakers
        return Roles(actors, members(named, self.setting), tuple(phrase.span for phrase in named)) if actors else None

    def _plain(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        setting = self.setting
        first = called_off(self.setting, self.talks, trigger, subject, content) if trigger.frame.kind == "cancel" else subject.entities
        joined = partners(setting, trigger, subject) if trigger.frame.mutual and first == subject.entities else []
        actors = doing_it(setting, trigger, tuple(dict.fromkeys([*first, *members(joined, setting)])))
        if not first:
            return None
        if broken := broken_with(setting, trigger, subject):
            return broken
        named = recipients_of(setting, trigger, content, actors)
        if trigger.frame.role == "travel":
            evidence = tuple(phrase.span for phrase in (*subject.phrases, *named))
            goal = members(named, setting)
            found = Roles(actors, goal, evidence) if goal else travel(setting, trigger, actors, evidence)
            found = found or arrival(setting, trigger, actors)
            return None if found and found.recipients and not states_differ(setting, actors, found.recipients) else found
        recipients = aimed_at(setting, self.talks, trigger, Aim(actors, members(named, setting), content))
        if not is_complete(setting, trigger, subject, Aim(actors, recipients, content)):
            return None
        actors, recipients = one_of_them(setting, trigger, subject, Aim(actors, recipients, content))
        if trigger.frame.kind == "expel":
            recipients = self._expelled(named, recipients)
        others = tuple(one for one in recipients if one not in actors or recipients == actors)
        if trigger.frame.kind in _OTHERS and len(others) > 1 and recipients != actors:
            kept = (one for one in others if setting.parties.by_id[one].type != "state" or states_differ(setting, actors, (one,)))
            others = tuple(kept) or others
        if trigger.frame.kind in _OUTWARD:
            others = tuple(one for one in others if setting.parties.by_id[one].type == "person" or states_differ(setting, actors, (one,)))
        evidence = tuple(phrase.span for phrase in (*subject.phrases, *joined, *named))
        if trigger.frame.kind == "protest" and all(setting.parties.by_id[one].type == "state" for one in actors):
            actors = ()  # people protest, no state does
        return Roles(actors, others, evidence, bool(subject.phrases))

    def _expelled(self, named: list[Phrase], recipients: tuple[str, ...]) -> tuple[str, ...]:
        """驱逐邻国外交官 strikes the state, 驱逐邻国大使顾岚 the person."""
        known = self.setting.parties.by_id
        counted = sign("people by number")
        people = members(
            [phrase for phrase in named if phrase.form == "name" and not counted.found(self.setting.words(phrase.span))], self.setting
        )
        kept = {one for one in people if known[one].type == "person"}
        return tuple(dict.fromkeys(one if one in kept else self.setting.side(one) for one in recipients))

    def _unnamed(self, trigger: Trigger) -> Roles | None:
        """Talks, and agreements reached in them, whose sides the clause does not name: those who last talked."""
        inside = self.talks.free(Span(trigger.span.end, trigger.noun.start)) if trigger.relative and trigger.noun else []
        talks = trigger.frame.kind == "meet" and trigger.relative and trigger.noun
        if trigger.frame.kind == "agree" and trigger.frame.role == "joint" and trigger.relative:
            sides = who_reached(self.setting, self.talks, trigger)
            return Roles(sides, (), (), False) if sides else None
        if trigger.frame.kind == "cancel":
            sides = called_off(self.setting, self.talks, trigger, Subject((), (), None), None)
            return Roles(sides, (), (), False) if sides else None
        agreed = trigger.frame.role == "joint" and sign("talks").found(self.setting.words(trigger.clause))
        if not talks and not agreed:
            return None
        actors = members(inside, self.setting) if talks else ()
        actors = actors if len(actors) > 1 else self.talks.sides_of(trigger)
        return Roles(actors, (), tuple(phrase.span for phrase in inside), False) if len(actors) > 1 else None
