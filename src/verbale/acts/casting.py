"""Roles by kind of frame: who counts as actor and recipient of each cue."""

from __future__ import annotations

import re

from verbale.acts.dates import place_of
from verbale.acts.roles import (
    Roles,
    Subject,
    each_other,
    is_passive,
    members,
    partners,
    recipients_of,
    subject_of,
)
from verbale.acts.frames import any_of
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.model import Span

_MEDIA = re.compile(r"记者|媒体|采访")


class Cast:
    """Finds the parties of acts in order; remembers who last talked, for 会谈在日内瓦举行."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.talking: tuple[str, ...] = ()

    def roles(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties of an act, or ``None`` where the text does not give them as its frame requires."""
        role = trigger.frame.role
        if trigger.frame.nouns_before or role == "nominal":
            return self._of_talks(trigger)
        if role == "norm":
            return self._asked(trigger)
        subject = subject_of(self.setting, trigger)
        if subject is None:
            return None
        if role in {"own", "future"} and not self._is_own(trigger, subject):
            return None
        if role == "speaker":
            speakers = self.setting.speakers(trigger.span.start)
            return Roles(speakers, ()) if speakers else None
        if trigger.frame.kind in {"meet", "call"}:
            return self._of_meeting(trigger, subject)
        return self._plain(trigger, subject, content)

    def _plain(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        setting = self.setting
        actors = subject.entities
        evidence = [phrase.span for phrase in subject.phrases]
        if trigger.frame.mutual:
            joined = partners(setting, trigger, subject)
            actors = tuple(dict.fromkeys([*actors, *members(joined, setting)]))
            evidence += [phrase.span for phrase in joined]
        if trigger.frame.role == "travel":
            return self._travel(trigger, actors, evidence)
        named = recipients_of(setting, trigger, content, actors)
        recipients = members(named, setting)
        if "place" in trigger.frame.recipients:
            place = place_of(setting, trigger)
            recipients = (place.state,) if place and place.state and place.state in setting.parties.by_id else recipients
        if len(actors) > 1 and each_other(setting, trigger):
            recipients = actors
        if trigger.frame.role == "other" and not recipients:
            return None
        return Roles(actors, tuple(one for one in recipients if one not in actors or recipients == actors), tuple(evidence + [phrase.span for phrase in named]), bool(subject.phrases))

    def _travel(self, trigger: Trigger, actors: tuple[str, ...], evidence: list[Span]) -> Roles | None:
        place = place_of(self.setting, trigger, after=True)
        if place is None or not all(self._moves(actor) for actor in actors):
            return None
        state = (place.state,) if place.state and place.state not in actors else ()
        return Roles(actors, state, tuple(evidence))

    def _moves(self, actor: str) -> bool:
        entity = self.setting.parties.by_id.get(actor)
        return entity is not None and entity.type in {"person", "group", "state"}

    def _is_own(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether somebody speaks of their own side (or the reporter tells it of them)."""
        speakers = self.setting.speakers(trigger.span.start)
        if not speakers:
            return trigger.frame.role == "future" or trigger.frame.kind == "offer" or bool(subject.phrases)
        return bool(self.setting.states(speakers) & self.setting.states(subject.entities)) or trigger.frame.kind == "offer"

    def _asked(self, trigger: Trigger) -> Roles | None:
        """必须, 应: the speaker asks it of the subject."""
        speakers = self.setting.speakers(trigger.span.start)
        subject = subject_of(self.setting, trigger)
        if not speakers or subject is None or not subject.phrases or subject.clause is None:
            return None
        if self.setting.states(speakers) & self.setting.states(subject.entities):
            return None
        return Roles(speakers, subject.entities, tuple(phrase.span for phrase in subject.phrases))

    def _of_meeting(self, trigger: Trigger, subject: Subject) -> Roles | None:
        setting = self.setting
        joined = partners(setting, trigger, subject)
        if trigger.frame.role == "received":
            joined = self._received(trigger)
            if not joined:
                return None
        actors = tuple(dict.fromkeys([*subject.entities, *members(joined, setting)]))
        actors = tuple(actor for actor in actors if not self._is_medium(actor))
        if trigger.frame.recipients:
            return Roles(actors, self._host(trigger), tuple(phrase.span for phrase in subject.phrases))
        if len(actors) < 2:
            return None
        self.talking = actors
        return Roles(actors, (), tuple(phrase.span for phrase in (*subject.phrases, *joined)))

    def _received(self, trigger: Trigger) -> list[Phrase]:
        phrases = self.setting.parties.phrases_in(Span(trigger.span.end, trigger.clause.end))
        if not phrases or phrases[0].span.start - trigger.span.end > 3 or _MEDIA.search(self.setting.words(phrases[0].span)):
            return []
        return coordinated(self.setting.text, phrases, 0)

    def _is_medium(self, actor: str) -> bool:
        entity = self.setting.parties.by_id.get(actor)
        return entity is not None and bool(_MEDIA.search("".join(entity.names)))

    def _host(self, trigger: Trigger) -> tuple[str, ...]:
        """The organization whose summit is attended."""
        if not trigger.noun:
            return ()
        phrases = self.setting.phrases(Span(trigger.span.end, trigger.noun.start + 1))
        hosts = [entity for phrase in phrases for entity in phrase.entities if self.setting.parties.by_id[entity].type == "organization"]
        return tuple(hosts[:1])

    def _of_talks(self, trigger: Trigger) -> Roles | None:
        """Talks as subject: the parties that stand before the noun, else those who last talked."""
        noun = self._talks_noun(trigger)
        phrases = self._owners(trigger, noun)
        actors = members(phrases, self.setting)
        if len(actors) >= 2:
            self.talking = actors
        elif trigger.frame.role == "nominal" or not self.talking:
            return None
        else:
            actors = self.talking
        return Roles(actors, (), tuple(phrase.span for phrase in phrases), len(phrases) > 1)

    def _talks_noun(self, trigger: Trigger) -> int:
        if not trigger.frame.nouns_before:
            return trigger.span.start
        scope = self.setting.scope(trigger.span.start, trigger.sentence)
        low = max(trigger.clause.start, scope.start)
        found = list(any_of(trigger.frame.nouns_before).finditer(self.setting.text, low, trigger.span.start))
        return found[-1].start() if found else trigger.span.start

    def _owners(self, trigger: Trigger, noun: int) -> list[Phrase]:
        """The parties in the noun phrase of the talks (美国与伊朗的第三轮间接谈判)."""
        scope = self.setting.scope(trigger.span.start, trigger.sentence)
        low = max(trigger.clause.start, scope.start)
        return [
            phrase
            for phrase in self.setting.phrases(Span(low, noun))
            if not re.search(r"(?:在|于|赴|对|就|向|围绕|关于|有关|位于)$", self.setting.text[max(low, phrase.span.start - 2) : phrase.span.start])
        ]
