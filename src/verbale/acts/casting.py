"""Roles by kind of frame: who counts as actor and recipient of each cue."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.dates import place_of
from verbale.acts.frames import any_of
from verbale.acts.kinds import DEEDS
from verbale.acts.parts import Roles, Subject
from verbale.acts.roles import (
    each_other,
    is_passive,
    members,
    partners,
    recipients_of,
    states_differ,
    subject_of,
)
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.model import Interval, Modality, Span

_TALKS = re.compile("会谈|会晤|会面|磋商|谈判|对话|峰会")
_NO_SIDE = re.compile(r"(?:在|于|赴|对|就|向|围绕|关于|有关|位于)$")
_NEAR = re.compile("边境|附近|周边|近海|海域|边界")
_MEDIA = re.compile(r"记者|媒体|采访")


class Cast:
    """Finds the parties of acts in order; remembers who last talked, for 会谈在日内瓦举行."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.talking: tuple[str, ...] = ()
        self.talked_at = -1
        self.talks_day: Interval | None = None
        self.talkers: tuple[str, ...] = ()

    def roles(self, trigger: Trigger, content: Span | None) -> Roles | None:
        """The parties of an act, or ``None`` where the text does not give them as its frame requires."""
        role = trigger.frame.role
        if trigger.frame.nouns_before or role == "nominal":
            return self._of_talks(trigger)
        if role == "norm":
            return self._asked(trigger)
        if role == "speaker":
            return self._of_speaker(trigger, content)
        if trigger.frame.name == "takes effect":
            return self._in_effect(trigger)
        subject = subject_of(self.setting, trigger) if not (role == "travel" and trigger.relative) else self._visitor(trigger)
        if subject is None:
            return self._unnamed(trigger)
        if role in {"own", "future"} and not self._is_own(trigger, subject):
            return None
        if role == "future" and not subject.phrases and not self._opens_speech(trigger):
            return None
        if role == "future" and subject.phrases and _modifies(self.setting, subject.phrases[-1], trigger):
            return None
        if is_passive(self.setting, trigger) and not _has_agent(trigger, subject):
            return None
        if not subject.phrases and trigger.frame.kind in DEEDS and not _done(self.setting, trigger):
            return None
        found = self._by_kind(trigger, subject, content)
        if found and subject.clause and subject.phrases:
            return msgspec.structs.replace(found, start=subject.clause.start)
        return found

    def _of_speaker(self, trigger: Trigger, content: Span | None) -> Roles | None:
        speakers = self.setting.speakers(trigger.span.start)
        named = recipients_of(self.setting, trigger, content, speakers)
        return Roles(speakers, members(named, self.setting), tuple(phrase.span for phrase in named)) if speakers else None

    def _by_kind(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        if trigger.frame.name == "reaches agreement":
            return self._joint(trigger, subject)
        if trigger.frame.kind in {"meet", "call"}:
            return self._of_meeting(trigger, subject)
        return self._plain(trigger, subject, content)

    def _plain(self, trigger: Trigger, subject: Subject, content: Span | None) -> Roles | None:
        setting = self.setting
        actors = self._called_off(trigger, subject) if trigger.frame.kind == "cancel" else subject.entities
        if not actors:
            return None
        evidence = [phrase.span for phrase in subject.phrases]
        if trigger.frame.mutual:
            joined = partners(setting, trigger, subject)
            actors = tuple(dict.fromkeys([*actors, *members(joined, setting)]))
            evidence += [phrase.span for phrase in joined]
        if trigger.frame.role == "travel":
            return self._travel(trigger, actors, evidence)
        named = recipients_of(setting, trigger, content, actors)
        recipients = members(named, setting)
        if trigger.frame.kind == "attack" and not recipients:
            recipients = self._enemy(trigger, actors)
        if trigger.frame.kind == "mediate":
            recipients = tuple(one for one in self.recent(trigger.span.start) if one not in actors)
        if "place" in trigger.frame.recipients and _NEAR.search(setting.words(trigger.clause)):
            place = place_of(setting, trigger)
            recipients = (place.state,) if place and place.state and place.state in setting.parties.by_id else recipients
        if len(actors) > 1 and (each_other(setting, trigger) or trigger.frame.name == "fights"):
            recipients = actors
        if trigger.frame.role == "other" and (not recipients or not states_differ(setting, actors, recipients)):
            return None
        if trigger.frame.name == "supports" and content is None and not recipients and not _has_agent(trigger, subject):
            return None
        if trigger.frame.name == "funds" and not recipients and self.setting.words(trigger.span) != "资助":
            return None
        if trigger.frame.kind == "cooperate" and len(actors) < 2 and not recipients:
            return None
        return Roles(
            actors,
            tuple(one for one in recipients if one not in actors or recipients == actors),
            tuple(evidence + [phrase.span for phrase in named]),
            bool(subject.phrases),
        )

    def _enemy(self, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an attack must be meant for: the one other state of the sentence, the speaker's own counted."""
        setting = self.setting
        known = [*members(setting.phrases(trigger.sentence), setting), *setting.speakers(trigger.span.start)]
        states = {setting.parties.state_of(entity) for entity in known} - setting.states(actors)
        others = [state for state in states if state in setting.parties.by_id and setting.parties.by_id[state].type == "state"]
        return (others[0],) if len(others) == 1 else ()

    def _called_off(self, trigger: Trigger, subject: Subject) -> tuple[str, ...]:
        """Who calls talks off: the subject; where the talks are the subject or nobody is, their sides."""
        noun = _TALKS.search(self.setting.text, trigger.clause.start, trigger.clause.end)
        if noun is None or (subject.phrases and noun.start() > trigger.span.start):
            return subject.entities
        owners = members(self._free(Span(trigger.clause.start, noun.start())), self.setting)
        return owners if len(owners) > 1 else self.recent(trigger.span.start)

    def _joint(self, trigger: Trigger, subject: Subject) -> Roles | None:
        """An agreement has two sides: those the clause names, else those who last talked."""
        joined = partners(self.setting, trigger, subject)
        actors = tuple(dict.fromkeys([*subject.entities, *members(joined, self.setting)]))
        unreached = bool(re.search("未|没有", self.setting.words(Span(trigger.clause.start, trigger.span.start)))) and bool(
            subject.entities
        )
        if len(actors) < 2 and not unreached:
            actors = self.recent(trigger.span.start)
        spans = tuple(phrase.span for phrase in (*subject.phrases, *joined))
        return Roles(actors, (), spans) if len(actors) > 1 or unreached else None

    def _unnamed(self, trigger: Trigger) -> Roles | None:
        """Talks, and agreements reached in them, whose sides the clause does not name: those who last talked."""
        talks = trigger.frame.kind == "meet" and trigger.relative and trigger.noun
        inside = self._free(Span(trigger.span.end, trigger.noun.start)) if talks and trigger.noun else []
        agreed = trigger.frame.name == "reaches agreement" and _TALKS.search(self.setting.words(trigger.clause))
        if not talks and not agreed:
            return None
        actors = members(inside, self.setting)
        actors = actors if len(actors) > 1 else self.recent(trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in inside), False) if len(actors) > 1 else None

    def recent(self, place: int) -> tuple[str, ...]:
        """Who talked last before a place: the parties of the last talks acted on, or of the last talks named with both sides."""
        for found in reversed(list(_TALKS.finditer(self.setting.text, 0, place))):
            if found.start() <= self.talked_at:
                break
            clause = self.setting.clause(found.start(), Span(0, len(self.setting.text)))
            opens = max(self.setting.text.rfind(mark, clause.start, found.start()) + 1 for mark in "就绕关")
            near = Span(max(clause.start, found.start() - 40, opens), found.start())
            actors = members(self._free(near), self.setting)
            if len(actors) > 1:
                return actors
        return self.talking

    def day_of_talks(self, trigger: Trigger, roles: Roles, modality: Modality) -> Interval | None:
        """The day of the talks that an undated meeting or agreement takes up: the last ones dated, of the same sides."""
        if self.talks_day is None or modality not in {"happened", "not_happened"} or trigger.frame.kind not in {"meet", "agree"}:
            return None
        same = self.setting.states(roles.actors) == self.setting.states(self.talkers)
        return self.talks_day if same and trigger.frame.role not in {"nominal", "received"} and not trigger.relative else None

    def note_day(self, trigger: Trigger, roles: Roles, modality: Modality, date: Interval | None) -> None:
        """Remember the day of talks."""
        if date and trigger.frame.kind in {"meet", "call"} and modality == "happened":
            self.talks_day, self.talkers = date, roles.actors

    def _talk(self, actors: tuple[str, ...], place: int) -> None:
        self.talking, self.talked_at = actors, place

    def _travel(self, trigger: Trigger, actors: tuple[str, ...], evidence: list[Span]) -> Roles | None:
        goal = self._goal(trigger) if not trigger.relative else None
        if goal:
            return Roles(actors, (goal,), tuple(evidence)) if all(self._moves(actor) for actor in actors) else None
        place = place_of(self.setting, trigger, after=not trigger.relative)
        if place is None or not all(self._moves(actor) for actor in actors):
            return None
        state = (place.state,) if place.state in self.setting.parties.by_id and place.state not in actors else ()
        return Roles(actors, state, tuple(evidence))

    def _visitor(self, trigger: Trigger) -> Subject | None:
        """正在某国访问的X: the party after 的."""
        phrases = self.setting.parties.phrases_in(Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 3)))
        return Subject(members(phrases[:1], self.setting), phrases[:1], None) if phrases else None

    def _in_effect(self, trigger: Trigger) -> Roles | None:
        """An agreement takes effect for the parties it names, else for those who last talked."""
        phrases = self._free(Span(trigger.clause.start, trigger.span.start))
        actors = members(phrases, self.setting) or self.recent(trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in phrases), bool(phrases)) if actors else None

    def _opens_speech(self, trigger: Trigger) -> bool:
        """Whether the clause is the first of somebody's words: 他说，将继续…."""
        scope = self.setting.scope(trigger.span.start, trigger.sentence)
        return scope.start != trigger.sentence.start and trigger.span.start - scope.start <= 6

    def _goal(self, trigger: Trigger) -> str | None:
        """The organization that is visited."""
        phrases = self.setting.phrases(Span(trigger.span.end, min(trigger.span.end + 8, trigger.clause.end)))
        if not phrases or phrases[0].span.start - trigger.span.end > 2:
            return None
        entity = phrases[0].entities[0] if phrases[0].entities else None
        return entity if entity and self.setting.parties.by_id[entity].type == "organization" else None

    def _moves(self, actor: str) -> bool:
        entity = self.setting.parties.by_id.get(actor)
        return entity is not None and entity.type in {"person", "group"}

    def _is_own(self, trigger: Trigger, subject: Subject) -> bool:
        """Whether somebody speaks of their own side (or the reporter tells it of them)."""
        speakers = self.setting.speakers(trigger.span.start)
        if not speakers:
            return trigger.frame.role == "future" or trigger.frame.kind == "offer" or bool(subject.phrases)
        return bool(self.setting.states(speakers) & self.setting.states(subject.entities)) or trigger.frame.kind == "offer"

    def _asked(self, trigger: Trigger) -> Roles | None:
        """必须, 应: the speaker asks it of the subject."""
        speakers = self.setting.speakers(trigger.span.start)
        subject = self._charged(trigger) or subject_of(self.setting, trigger)
        if not speakers or subject is None or not subject.phrases or subject.clause is None:
            return None
        if not states_differ(self.setting, speakers, subject.entities) or any(phrase.form == "group" for phrase in subject.phrases):
            return None
        if _modifies(self.setting, subject.phrases[-1], trigger):
            return None
        return Roles(speakers, subject.entities, tuple(phrase.span for phrase in subject.phrases))

    def _charged(self, trigger: Trigger) -> Subject | None:
        """必须由X…: the party after 由."""
        start = trigger.span.end
        if self.setting.text[start : start + 1] != "由":
            return None
        phrases = self.setting.parties.phrases_in(Span(start + 1, start + 2))
        return Subject(members(phrases, self.setting), phrases, trigger.clause) if phrases else None

    def _of_meeting(self, trigger: Trigger, subject: Subject) -> Roles | None:
        setting = self.setting
        joined = partners(setting, trigger, subject)
        if trigger.relative and trigger.noun:
            inside = self._free(Span(trigger.span.end, trigger.noun.start))
            if len(members(inside, setting)) > 1:
                subject, joined = Subject(members(inside, setting), tuple(inside), None), []
        if trigger.frame.role == "received":
            joined = self._received(trigger)
            if not joined:
                return None
        actors = tuple(dict.fromkeys([*subject.entities, *members(joined, setting)]))
        actors = tuple(actor for actor in actors if not self._is_medium(actor))
        if trigger.frame.recipients:
            return Roles(actors, self._host(trigger), tuple(phrase.span for phrase in subject.phrases))
        if len(actors) < 2 and trigger.relative and trigger.noun:
            actors = self.recent(trigger.span.start)
        if len(actors) < 2:
            return None
        self._talk(actors, trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in (*subject.phrases, *joined)))

    def _received(self, trigger: Trigger) -> list[Phrase]:
        phrases = self.setting.parties.phrases_in(Span(trigger.span.end, trigger.clause.end))
        if trigger.frame.name == "welcomes in person" and not (phrases and self._is_person(phrases[0])):
            return []
        if not phrases or phrases[0].span.start - trigger.span.end > 3 or _MEDIA.search(self.setting.words(phrases[0].span)):
            return []
        return coordinated(self.setting.text, phrases, 0)

    def _is_person(self, phrase: Phrase) -> bool:
        return all(self.setting.parties.by_id[entity].type == "person" for entity in phrase.entities)

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
        if len(actors) < 2 and trigger.frame.role != "nominal":
            actors = self.recent(noun)
        if len(actors) < 2:
            return None
        self._talk(actors, trigger.span.start)
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
        return self._free(Span(low, noun))

    def _free(self, span: Span) -> list[Phrase]:
        """The parties of a stretch that name neither its place nor its topic."""
        return [
            phrase
            for phrase in self.setting.phrases(span)
            if not _NO_SIDE.search(self.setting.text[max(span.start, phrase.span.start - 2) : phrase.span.start])
        ]


def _has_agent(trigger: Trigger, subject: Subject) -> bool:
    return bool(subject.phrases) and subject.phrases[0].span.start > trigger.clause.start


def _done(setting: Setting, trigger: Trigger) -> bool:
    """A deed with its doer unsaid needs a word that tells it as done or coming (已, 将), or stands right after 宣布."""
    held = setting.statement_at(trigger.span.start)
    if held and held.cue and setting.words(held.cue) in {"宣布", "决定"} and held.content[0].start == trigger.span.start:
        return True
    return bool(re.search("已|曾|将|正在|刚|先后|均|继续", setting.text[trigger.clause.start : trigger.span.start]))


def _modifies(setting: Setting, phrase: Phrase, trigger: Trigger) -> bool:
    """Whether a noun follows the phrase at once, so that not the party but a thing of it is the subject (俄乌战争)."""
    token = setting.token(phrase.span.end)
    return (
        token is not None
        and token.span.start >= phrase.span.end
        and token.tag in {"n", "nz", "vn", "nw"}
        and token.span.end <= trigger.span.start
    )
