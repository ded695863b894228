"""Roles by kind of frame: who counts as actor and recipient of each cue."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.asking import asked, is_own, modifies, opens_speech
from verbale.acts.clauses import clause_subject
from verbale.acts.kinds import DEEDS
from verbale.acts.meeting_roles import MeetingRoles
from verbale.acts.members import members, states_differ
from verbale.acts.parts import Roles, Subject
from verbale.acts.places import place_of
from verbale.acts.recipients import each_other, partners, recipients_of
from verbale.acts.setting import Setting
from verbale.acts.subjects import is_passive, subject_of
from verbale.acts.talks import TALKS, Talks
from verbale.acts.travel import travel, visitor
from verbale.acts.triggers import Trigger
from verbale.model import Span

_NEAR = re.compile("边境|附近|周边|近海|海域|边界")
# Nobody threatens or applauds their own state.
_OUTWARD = frozenset({"threaten", "support"})
# Who asks or offers something in talks means the other side unless they name somebody.
_ASKING = frozenset({"demand", "offer", "appeal"})
_BY = re.compile("被|遭")
_COUNTED = re.compile("了?(?:约|数|近|至少|逾)?[0-9一二两三四五六七八九十百多几]")
_TOLD = re.compile("已|曾|将|正在|刚|先后|均|继续")
_UNREACHED = re.compile("未|没有")
_ANNOUNCED = frozenset({"宣布", "决定"})
_LEADS = re.compile("(?:(?:立即|全面|再次|正式)*(?:对|向|与|同|从|在|自|于)[^，。；]{1,40})?")


class Cast:
    """Finds the parties of acts in order; :class:`Talks` remembers who last talked."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.talks = Talks(setting)
        self._meetings = MeetingRoles(setting, self.talks)

    def roles(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties of an act.

        Args:
            trigger: Its cue.
            content: Its content.

        Returns:
            Actors and recipients, or ``None`` where the text does not give them as the frame requires.
        """
        found = self._found(trigger, content)
        if found is None or found.recipients or trigger.frame.kind not in _ASKING:
            return found
        return msgspec.structs.replace(found, recipients=self._other_side(trigger, found.actors))

    def _other_side(self, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The one other state of the talks in which the actors take part."""
        states = self.setting.states(actors)
        sides = self.setting.states(self.talks.recent(trigger.span.start))
        others = sorted(side for side in sides - states if side in self.setting.parties.by_id)
        return tuple(others) if sides & states and len(others) == 1 else ()

    def _found(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties that the frame's role and the words around the cue give."""
        role = trigger.frame.role
        if trigger.frame.nouns_before or role == "nominal":
            return self.talks.held(trigger)
        if role == "norm":
            return asked(self.setting, trigger)
        if role == "speaker":
            return self._of_speaker(trigger, content)
        if role == "effect":
            return self._in_effect(trigger)
        visits = role == "travel" and trigger.relative
        subject = visitor(self.setting, trigger) if visits else subject_of(self.setting, trigger)
        if subject is None:
            return self._unnamed(trigger)
        return self._of_subject(trigger, subject, content) if self._may_act(trigger, subject) else None

    def _may_act(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether the subject is one that the frame can have: the speaker's own side, a named doer, no thing."""
        role = trigger.frame.role
        if role in {"own", "future"} and not is_own(self.setting, trigger, subject):
            return False
        if role == "future" and (not subject.phrases or subject.clause is None):
            return opens_speech(self.setting, trigger)
        if role == "future" and modifies(self.setting, subject.phrases[-1], trigger):
            return False
        if is_passive(self.setting, trigger) and not _has_agent(trigger, subject):
            return False
        return bool(subject.phrases) or trigger.frame.kind not in DEEDS or self._is_told(trigger)

    def _is_told(self, trigger: Trigger) -> bool:
        """A deed with its doer unsaid needs a word that tells it as done or coming (已, 将), or stands right after 宣布."""
        held = self.setting.statement_at(trigger.span.start)
        announced = (
            held is not None
            and held.cue is not None
            and self.setting.words(held.cue) in _ANNOUNCED
            and bool(_LEADS.fullmatch(self.setting.text, held.content[0].start, trigger.span.start))
        )
        return bool(announced or _TOLD.search(self.setting.words(Span(trigger.clause.start, trigger.span.start))))

    def _of_subject(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        if trigger.frame.role == "joint":
            found = self._joint(trigger, subject)
        elif trigger.frame.kind in {"meet", "call"}:
            found = self._meetings.roles(trigger, subject)
        else:
            found = self._plain(trigger, subject, content)
        if found and subject.clause and subject.phrases:
            return msgspec.structs.replace(found, start=subject.clause.start)
        return found

    def _of_speaker(self, trigger: Trigger, content: Span | None) -> Roles | None:
        speakers = self.setting.speakers(trigger.span.start)
        named = recipients_of(self.setting, trigger, content, speakers)
        return Roles(speakers, members(named, self.setting), tuple(phrase.span for phrase in named)) if speakers else None

    def _plain(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        setting = self.setting
        joined = partners(setting, trigger, subject) if trigger.frame.mutual else []
        first = self._called_off(trigger, subject) if trigger.frame.kind == "cancel" else subject.entities
        actors = tuple(dict.fromkeys([*first, *members(joined, setting)]))
        if not first:
            return None
        if trigger.frame.role == "travel":
            return travel(setting, trigger, actors, tuple(phrase.span for phrase in subject.phrases))
        named = recipients_of(setting, trigger, content, actors)
        recipients = self._recipients(trigger, actors, members(named, setting))
        if not self._complete(trigger, subject, actors, recipients, content):
            return None
        others = tuple(one for one in recipients if one not in actors or recipients == actors)
        if trigger.frame.kind in _OUTWARD:
            others = tuple(one for one in others if setting.parties.by_id[one].type == "person" or states_differ(setting, actors, (one,)))
        evidence = tuple(phrase.span for phrase in (*subject.phrases, *joined, *named))
        return Roles(actors, others, evidence, bool(subject.phrases))

    def _recipients(self, trigger: Trigger, actors: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
        """The recipients named, or those that the kind of act lets one conclude."""
        places = trigger.frame.recipients
        if len(actors) > 1 and ("each other" in places or each_other(self.setting, trigger)):
            return actors
        if "enemy" in places and not named:
            return self._struck(trigger, actors) or self._enemy(trigger, actors)
        if "talkers" in places:
            return tuple(one for one in self.talks.recent(trigger.span.start) if one not in actors)
        if "place" in places and _NEAR.search(self.setting.words(trigger.clause)):
            place = place_of(self.setting, trigger)
            return (place.state,) if place and place.state in self.setting.parties.by_id and place.state else named
        return named

    def _complete(
        self, trigger: Trigger, subject: Subject, actors: tuple[str, ...], recipients: tuple[str, ...], content: Span | None
    ) -> bool:
        """Whether everything is there without which the cue tells no act of its kind (``Frame.needs``)."""
        needs = trigger.frame.needs
        if needs == "other side":
            return bool(recipients) and states_differ(self.setting, actors, recipients)
        if needs == "object":
            return content is not None or bool(recipients) or _has_agent(trigger, subject)
        if needs == "recipient":
            return bool(recipients)
        return needs != "partner" or len(actors) > 1 or bool(recipients)

    def _struck(self, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
        """X被Y击落: the subject before the agent."""
        marked = _BY.search(self.setting.text, trigger.clause.start, trigger.span.start)
        if not marked:
            return ()
        found = clause_subject(self.setting, Span(trigger.clause.start, marked.start()), trigger.clause.start)
        return tuple(one for one in members(found, self.setting) if one not in actors)

    def _enemy(self, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an attack must be meant for: the one other state of the sentence (the speaker's counts); nobody where ships are counted."""
        setting = self.setting
        if _COUNTED.match(setting.text, trigger.span.end):
            return ()
        place = place_of(setting, trigger, after=True)
        if place and place.state:
            known_enemy = place.state in setting.parties.by_id and place.state not in setting.states(actors)
            return (place.state,) if known_enemy else ()
        known = [*members(setting.phrases(trigger.sentence), setting), *setting.speakers(trigger.span.start)]
        states = {setting.parties.state_of(entity) for entity in known} - setting.states(actors)
        others = [state for state in states if state in setting.parties.by_id and setting.parties.by_id[state].type == "state"]
        return (others[0],) if len(others) == 1 else ()

    def _called_off(self, trigger: Trigger, subject: Subject) -> tuple[str, ...]:
        """Who calls talks off: the subject; where the talks are the subject or nobody is, their sides."""
        noun = TALKS.search(self.setting.text, trigger.clause.start, trigger.clause.end)
        if noun is None or (subject.phrases and noun.start() > trigger.span.start):
            return subject.entities
        owners = members(self.talks.free(Span(trigger.clause.start, noun.start())), self.setting)
        return owners if len(owners) > 1 else self.talks.recent(trigger.span.start)

    def _joint(self, trigger: Trigger, subject: Subject) -> Roles | None:
        """An agreement has two sides: those the clause names, else those who last talked."""
        joined = partners(self.setting, trigger, subject)
        actors = tuple(dict.fromkeys([*subject.entities, *members(joined, self.setting)]))
        unreached = bool(actors) and bool(_UNREACHED.search(self.setting.words(Span(trigger.clause.start, trigger.span.start))))
        if len(actors) < 2 and not unreached:
            actors = self.talks.recent(trigger.span.start)
        spans = tuple(phrase.span for phrase in (*subject.phrases, *joined))
        if len(actors) > 1:
            self.talks.note(actors, trigger.span.start)
        return Roles(actors, (), spans) if len(actors) > 1 or unreached else None

    def _unnamed(self, trigger: Trigger) -> Roles | None:
        """Talks, and agreements reached in them, whose sides the clause does not name: those who last talked."""
        inside = self.talks.free(Span(trigger.span.end, trigger.noun.start)) if trigger.relative and trigger.noun else []
        talks = trigger.frame.kind == "meet" and trigger.relative and trigger.noun
        if trigger.frame.kind == "cancel":
            sides = self._called_off(trigger, Subject((), (), None))
            return Roles(sides, (), (), False) if sides else None
        agreed = trigger.frame.role == "joint" and TALKS.search(self.setting.words(trigger.clause))
        if not talks and not agreed:
            return None
        actors = members(inside, self.setting) if talks else ()
        actors = actors if len(actors) > 1 else self.talks.sides_of(trigger)
        return Roles(actors, (), tuple(phrase.span for phrase in inside), False) if len(actors) > 1 else None

    def _in_effect(self, trigger: Trigger) -> Roles | None:
        """An agreement takes effect for the parties it names, else for those who last talked."""
        phrases = self.talks.free(Span(trigger.clause.start, trigger.span.start))
        actors = members(phrases, self.setting) or self.talks.recent(trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in phrases), bool(phrases)) if actors else None


def _has_agent(trigger: Trigger, subject: Subject) -> bool:
    return bool(subject.phrases) and subject.phrases[0].span.start > trigger.clause.start
