"""Who takes part in a meeting or a call."""

from __future__ import annotations

import re

from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.recipients import partners
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.model import Span

_MEDIA = re.compile(r"记者|媒体|采访")
_SUMMITS = frozenset({"峰会", "首脑会议", "外长会议", "部长级会议", "元首会议"})
_CLOSE = 3
_VISITING = re.compile("了?(?:正在|前来|到|来)?[^，。；的]{0,6}(?:访问?|出席|参加)[^，。；的]{0,8}的$")


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
        inside = self._inside(trigger)
        if inside:
            subject, joined = Subject(members(inside, self._setting), tuple(inside), None), []
        else:
            joined = self._received(trigger) if trigger.frame.role in {"received", "welcome"} else partners(self._setting, trigger, subject)
        if trigger.frame.role in {"received", "welcome"} and not joined:
            return None
        actors = self._actors(subject, joined)
        if trigger.frame.role == "attend":
            if trigger.noun and self._setting.text[trigger.noun.end : trigger.noun.end + 1] == "的":
                return None
            return Roles(actors, self._host(trigger), tuple(phrase.span for phrase in subject.phrases)) if actors else None
        if len(actors) < 2 and trigger.relative and trigger.noun:
            actors = self._talks.sides_of(trigger)
        if len(actors) < 2 and not self._is_summit(trigger, actors):
            return None
        self._talks.note(actors, trigger.span.start)
        return Roles(actors, (), tuple(phrase.span for phrase in (*subject.phrases, *joined)))

    def _is_summit(self, trigger: Trigger, actors: tuple[str, ...]) -> bool:
        """Whether one organization holds a summit of its members."""
        kinds = [self._setting.parties.by_id[actor].type for actor in actors]
        return kinds == ["organization"] and trigger.noun is not None and self._setting.words(trigger.noun) in _SUMMITS

    def _actors(self, subject: Subject, joined: list[Phrase]) -> tuple[str, ...]:
        sides = [phrase for phrase in joined if not self._talks.only_tells(phrase)]
        found = dict.fromkeys([*subject.entities, *members(sides, self._setting)])
        return tuple(actor for actor in found if not self._is_medium(actor))

    def _inside(self, trigger: Trigger) -> list[Phrase]:
        """举行的俄美乌三方会谈: the sides between the relative clause and its noun."""
        if not trigger.relative or not trigger.noun:
            return []
        phrases = self._talks.free(Span(trigger.span.end, trigger.noun.start))
        return phrases if len(members(phrases, self._setting)) > 1 else []

    def _received(self, trigger: Trigger) -> list[Phrase]:
        """Who is received: the party after the cue; nobody where that is the press."""
        phrases = self._setting.parties.phrases_in(Span(trigger.span.end, trigger.clause.end))
        if not phrases or (trigger.frame.role == "welcome" and not self._is_person(phrases[0])):
            return []
        between = self._setting.text[trigger.span.end : phrases[0].span.start]
        far = len(between) > _CLOSE and not _VISITING.match(between)
        return [] if far or _MEDIA.search(self._setting.words(phrases[0].span)) else coordinated(self._setting.text, phrases, 0)

    def _is_person(self, phrase: Phrase) -> bool:
        return all(self._setting.parties.by_id[entity].type == "person" for entity in phrase.entities)

    def _is_medium(self, actor: str) -> bool:
        entity = self._setting.parties.by_id.get(actor)
        return entity is not None and bool(_MEDIA.search("".join(entity.names)))

    def _host(self, trigger: Trigger) -> tuple[str, ...]:
        """The organization whose summit is attended."""
        if not trigger.noun:
            return ()
        phrases = self._setting.phrases(Span(trigger.span.end, trigger.noun.start + 1))
        entities = [self._setting.parties.by_id[entity] for phrase in phrases for entity in phrase.entities]
        return tuple(entity.id for entity in entities if entity.type == "organization")[:1]
