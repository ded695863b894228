"""Who takes part in a meeting or a call."""

from __future__ import annotations

import re

from verbale.acts.asking import modifies
from verbale.acts.meeting_words import states_of
from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.recipients import partners
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.talks import Talks
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.model import Span

_MEDIA = re.compile(r"记者|媒体|采访")
_SUMMITS = frozenset({"峰会", "首脑会议", "外长会议", "部长级会议", "元首会议"})
_MINISTERS = frozenset({"特别会议", "会议"})
_CLOSE = 3
_WITH = re.compile("[与同和跟]")
# 来访的, 到此出席论坛的: a relative clause, between what governs it and the party that it tells of.
_RELATIVE = re.compile("[^，。；的]{1,24}的")
_VERBS = frozenset({"v", "vd", "vn", "d", "p"})
_NAMES = frozenset({"n", "nz", "nr", "nw", "ns", "s", "m", "q", "a", "b", "f", "ORG", "LOC", "PER", "c", "w", "u"})


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
            joined = self._received(trigger) if trigger.frame.role in {"received", "welcome"} else self._partners(trigger, subject)
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
        return states_of(actor for actor in found if not self._is_medium(actor))

    def _inside(self, trigger: Trigger) -> list[Phrase]:
        """举行的俄美乌三方会谈: the sides between the relative clause and its noun."""
        if not trigger.relative or not trigger.noun:
            return []
        phrases = self._talks.free(Span(trigger.span.end, trigger.noun.start))
        return phrases if len(members(phrases, self._setting)) > 1 else []

    def _partners(self, trigger: Trigger, subject: Subject) -> list[Phrase]:
        """Who is joined to the subject by 与: the party right after it, or after a relative clause (与来访的X)."""
        found = [phrase for phrase in partners(self._setting, trigger, subject) if not self._is_topic(phrase, trigger)]
        if found or not subject.phrases or subject.phrases[-1].span.start > trigger.span.start:
            return found
        low = max(trigger.clause.start, subject.phrases[-1].span.end)
        places = [match.end() for match in _WITH.finditer(self._setting.text, low, trigger.span.start)]
        groups = (self._group_at(place, trigger.span.start) for place in places)
        return next((group for group in groups if group), [])

    def _is_topic(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether the party is only talked about, or in another clause only owns or describes something."""
        if phrase.span.start < trigger.clause.start:
            return modifies(self._setting, phrase, trigger)
        return in_topic(self._setting, trigger.clause, phrase.span)

    def _group_at(self, place: int, end: int) -> list[Phrase]:
        """The parties that begin at a place, but for names of offices or a relative clause before them."""
        token = self._setting.token(place)
        relative = _RELATIVE.match(self._setting.text, place, end)
        start = relative.end() if relative and token is not None and token.tag in _VERBS else place
        phrases = self._setting.phrases(Span(start, end))
        if not phrases:
            return []
        between = self._setting.tokens.within(Span(start, phrases[0].span.start))
        return coordinated(self._setting.text, phrases, 0) if all(word.tag in _NAMES for word in between) else []

    def _received(self, trigger: Trigger) -> list[Phrase]:
        """Who is received: the party after the cue, or after a relative clause (会见来访的X); nobody where that is the press."""
        start = self._opens(trigger.span.end)
        phrases = self._setting.parties.phrases_in(Span(start, trigger.clause.end))
        if not phrases or (trigger.frame.role == "welcome" and not self._is_person(phrases[0])):
            return []
        far = phrases[0].span.start - start > _CLOSE
        return [] if far or _MEDIA.search(self._setting.words(phrases[0].span)) else coordinated(self._setting.text, phrases, 0)

    def _opens(self, place: int) -> int:
        """Where the object of a verb begins: after 了 or 过, and after the relative clause before its noun."""
        text = self._setting.text
        place += text[place : place + 1] in {"了", "过"}
        relative, token = _RELATIVE.match(text, place), self._setting.token(place)
        return relative.end() if relative and token is not None and token.tag in _VERBS else place

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
