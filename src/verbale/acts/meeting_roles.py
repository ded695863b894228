"""Who takes part in a meeting or a call."""

from __future__ import annotations

import msgspec

from verbale.acts.assemblies import assembly_named, meets_itself
from verbale.acts.attendants import attendants
from verbale.acts.meeting_partners import MEDIA, joined_to, met_on_arrival, received_by, the_two
from verbale.acts.meeting_words import acting_for, states_of
from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_RECEIVING = frozenset({"received", "welcome"})


class MeetingRoles:
    """Finds the sides of meetings whose subject is a party."""

    def __init__(self, setting: Setting, talks: Talks) -> None:
        self._setting = setting
        self._talks = talks

    def roles(self, trigger: Trigger, subject: Subject) -> Roles | None:
        """The roles of one meeting.

        Args:
            trigger: Its cue.
            subject: The subject of the cue.

        Returns:
            All who take part as actors; for summits attended the host as recipient; ``None`` where only one side is known.
        """
        subject, joined = self._sides(trigger, subject)
        if trigger.frame.role in _RECEIVING and not joined:
            return None
        actors = self._actors(subject, joined)
        if trigger.frame.role == "attend":
            return self._attended(trigger, subject, actors)
        if len(actors) < 2 and trigger.relative and trigger.noun:
            actors = self._talks.sides_of(trigger)
        if len(actors) < 2 and not self._is_summit(trigger, actors):
            return None
        self._talks.note(actors, trigger.span.start, by_wire=trigger.frame.kind == "call")
        there = attendants(self._setting, trigger, actors)
        evidence = tuple(phrase.span for phrase in (*subject.phrases, *joined, *there))
        joining = [self._acting(one) for one in members(there, self._setting)]
        persons = self._setting.states(tuple(one for one in joining if self._is_person(one)))
        met = [*(one for one in actors if one not in persons), *joining]  # 甲乙两国领导人会谈，首相安石和总理顾岚出席
        return Roles(states_of(acting_for(met, self._setting.parties)), (), evidence)

    def _acting(self, attendant: str) -> str:
        """The state of a state's unnamed people who attend (阿曼官员作陪), else the attendant."""
        unnamed = self._setting.parties.is_unnamed(attendant)
        return self._setting.side(attendant) if unnamed else attendant

    def _sides(self, trigger: Trigger, subject: Subject) -> tuple[Subject, list[Phrase]]:
        """Whoever meets, and with whom."""
        inside = self._inside(trigger)
        if inside:
            return Subject(members(inside, self._setting), tuple(inside), None), []
        hosted = self._hosted(trigger)
        if hosted:
            return Subject(members(hosted, self._setting), tuple(hosted), None), []
        met = met_on_arrival(self._setting, trigger, subject)
        if met:
            return met, list(subject.phrases)
        two = the_two(self._setting, Span(trigger.clause.start, trigger.span.start))
        subject = self._with_two(trigger, subject, two) if two else subject
        receives = trigger.frame.role in _RECEIVING or self._meets_others(trigger, subject)
        joined = received_by(self._setting, trigger) if receives else joined_to(self._setting, trigger, subject)
        return subject, [self._without(phrase, subject, trigger) for phrase in joined]

    def _with_two(self, trigger: Trigger, subject: Subject, two: tuple[str, ...]) -> Subject:
        """两人会谈: these two; X与两人会谈: also the third who opens the clause."""
        first = subject.phrases[0].span.end if subject.phrases else trigger.clause.start
        third = first > trigger.clause.start and not self._setting.states(subject.entities) & self._setting.states(two)
        joined = third and sign("joins the two").found(self._setting.text, first, trigger.span.start)
        return Subject((*subject.entities, *two) if joined else two, (), trigger.clause)

    def _meets_others(self, trigger: Trigger, subject: Subject) -> bool:
        """A和B分别会见C: whether several of one side meet the party right after the verb."""
        if trigger.frame.role != "predicate" or trigger.noun:
            return False
        end = trigger.span.end
        follows = any(phrase.span.start == end for phrase in self._setting.parties.phrases_in(Span(end, end + 1)))
        return follows and len(self._setting.states(subject.entities)) == 1

    def _without(self, phrase: Phrase, subject: Subject, trigger: Trigger) -> Phrase:
        """两国领导人, 两人 whom somebody meets or calls: nobody of their own state, so else those who last talked or were named last."""
        states = self._setting.states(subject.entities)
        if phrase.form != "group" or not subject.entities:
            return phrase
        if not any(self._is_person(one) for one in subject.entities):  # 美方与俄乌两国领导人会谈: states talk with states
            sides = tuple(dict.fromkeys(self._setting.side(one) for one in phrase.entities))
            phrase = msgspec.structs.replace(phrase, entities=sides)
        if not states & self._setting.states(phrase.entities):
            return phrase
        talked = self._talks.recent(trigger.span.start)
        before = Span(trigger.sentence.start, trigger.clause.start)
        last = tuple(one for one in members(self._setting.phrases(before), self._setting) if self._is_person(one))[-2:]
        meant = next((sides for sides in (last, talked) if len(sides) > 1 and not states & self._setting.states(sides)), phrase.entities)
        return msgspec.structs.replace(phrase, entities=meant)

    def _is_person(self, one: str) -> bool:
        return self._setting.parties.by_id[one].type == "person"

    def _attended(self, trigger: Trigger, subject: Subject, actors: tuple[str, ...]) -> Roles | None:
        if not actors or (trigger.noun and self._setting.text[trigger.noun.end : trigger.noun.end + 1] == "的"):
            return None
        host = self._host(trigger)
        if not host and trigger.noun and self._setting.words(trigger.noun) == "会议":  # a conference of any kind
            return None
        return Roles(actors, host, tuple(phrase.span for phrase in subject.phrases))

    def _is_summit(self, trigger: Trigger, actors: tuple[str, ...]) -> bool:
        """Whether one organization holds a meeting of its members."""
        end = trigger.noun.end if trigger.noun else trigger.span.end
        return meets_itself(self._setting, actors, Span(trigger.span.start, end))

    def listed(self, trigger: Trigger) -> Roles | None:
        """参加会谈的有X和Y: those named after the noun, where they are of two sides or more.

        Args:
            trigger: A cue that opens such a list.
        """
        phrases = self._setting.phrases(Span(trigger.noun.end if trigger.noun else trigger.span.end, trigger.sentence.end))
        met = [phrase for phrase in coordinated(self._setting.text, phrases, 0) if not self._talks.only_tells(phrase)] if phrases else []
        actors = members(met, self._setting)
        if len(self._setting.states(actors)) < 2:
            return None
        self._talks.note(actors, trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in met))

    def assembled(self, trigger: Trigger) -> Roles | None:
        """举行的北约外长会议: the organization whose members meet, in the name of the meeting.

        Args:
            trigger: A cue in a relative clause.
        """
        occasion = sign("only an occasion").found(self._setting.text, trigger.clause.start, trigger.span.start)
        if not trigger.relative or not trigger.noun or occasion:
            return None
        phrases = self._setting.phrases(Span(trigger.span.end, trigger.noun.end))
        held = assembly_named(self._setting, phrases, trigger.noun.end)
        return Roles(held, (), (phrases[-1].span,)) if held else None

    def _actors(self, subject: Subject, joined: list[Phrase]) -> tuple[str, ...]:
        sides = [phrase for phrase in joined if not self._talks.only_tells(phrase)]
        found = dict.fromkeys([*subject.entities, *members(sides, self._setting)])
        return states_of(actor for actor in found if not self._is_medium(actor))

    def _hosted(self, trigger: Trigger) -> list[Phrase]:
        """主持双方会谈: those who meet, not whoever has brought them together."""
        host = sign("not of the talks").all(self._setting.text, trigger.clause.start, trigger.span.start)
        phrases = self._talks.free(Span(host[-1].end(), trigger.span.start)) if host else []
        return phrases if len(members(phrases, self._setting)) > 1 else []

    def _inside(self, trigger: Trigger) -> list[Phrase]:
        """举行的俄美乌三方会谈: the sides between the relative clause and its noun."""
        if not trigger.relative or not trigger.noun:
            return []
        phrases = self._talks.free(Span(trigger.span.end, trigger.noun.start))
        return phrases if len(members(phrases, self._setting)) > 1 else []

    def _is_medium(self, actor: str) -> bool:
        entity = self._setting.parties.by_id.get(actor)
        return entity is not None and bool(MEDIA.search("".join(entity.names)))

    def _host(self, trigger: Trigger) -> tuple[str, ...]:
        """The organization whose summit is attended."""
        if not trigger.noun:
            return ()
        phrases = self._setting.parties.phrases_in(Span(trigger.span.end, trigger.noun.start + 1))
        entities = [self._setting.parties.by_id[entity] for phrase in phrases for entity in phrase.entities]
        return tuple(entity.id for entity in entities if entity.type == "organization")[:1]
