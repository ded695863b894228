"""Who has been talking, and when: for 会谈在日内瓦举行, 双方同意…."""

from __future__ import annotations

import bisect
import functools
import re

from verbale.acts.assemblies import assembly_named
from verbale.acts.frames import any_of
from verbale.acts.meeting_words import acting_for, states_of
from verbale.acts.members import members
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.told_sides import seated_after
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Interval, Modality, Span
from verbale.statements.media import media_of

_SOURCE = re.compile("人士|消息|媒体|记者|专家")
_GENERAL = re.compile("会议|交流|讨论")
_LONGEST = 40
_PAIR = 2


class Talks:
    """Remembers the parties and the day of the talks told so far."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._sides: tuple[str, ...] = ()
        self._place = -1
        self._sides_before: dict[int, tuple[str, ...]] = {}
        self._dated_sides: tuple[str, ...] = ()
        self._day: Interval | None = None
        self._mediators: set[str] = set()
        self._all_sides: list[tuple[str, ...]] = []
        self._assembled: tuple[str, ...] = ()
        self._in_person: tuple[str, ...] = ()
        self._in_rounds: tuple[str, ...] = ()
        self.truce: tuple[str, ...] = ()

    def note_mediators(self, actors: tuple[str, ...]) -> None:
        """Remember who goes between others."""
        self._mediators.update(actors)

    def note_truce(self, actors: tuple[str, ...]) -> None:
        """Remember between whom the last ceasefire was agreed."""
        self.truce = actors

    def meant_by(self, group: Phrase) -> tuple[str, ...]:
        """Whom 双方 or 两国 means: those who last talked where it was taken for those who go between them; nobody if that is unknown."""
        if group.form != "group" or not self._mediators.issuperset(group.entities):
            return group.entities
        talked = (tuple(side for side in sides if side not in self._mediators) for sides in reversed(self._all_sides))
        return next((sides for sides in talked if len(sides) > 1), ())

    def note(self, actors: tuple[str, ...], place: int, *, by_wire: bool = False) -> None:
        """Remember who talks; rounds of talks are held by those who held one before, else by those who last talked in person."""
        if len(actors) == 1:
            self._assembled = actors
            return
        self._in_person = self._in_person if by_wire else actors
        if not by_wire and self._tells_round(place):
            self._in_rounds = actors
        self._sides, self._place = actors, place
        self._all_sides.append(actors)

    def _tells_round(self, place: int) -> bool:
        """Whether the clause of a cue names a round of talks (举行第二轮谈判)."""
        clause = self._setting.clause(place, Span(0, len(self._setting.text)))
        return sign("one of several rounds").found(self._setting.text, clause.start, clause.end) is not None

    @functools.cached_property
    def _nouns(self) -> list[int]:
        """Where talks are named."""
        return [found.start() for found in sign("talks").all(self._setting.text, 0, len(self._setting.text))]

    def _before_noun(self, start: int, text: str) -> tuple[str, ...]:
        """The parties right before a noun of talks, in its clause and not in its topic."""
        if start not in self._sides_before:
            clause = self._setting.clause(start, Span(0, len(text)))
            opens = max(text.rfind(mark, clause.start, start) + 1 for mark in "就绕关")
            near = Span(max(clause.start, start - _LONGEST, opens), start)
            apart = sign("not of the talks").all(text, near.start, near.end)
            near = Span(apart[-1].end(), start) if apart else near
            self._sides_before[start] = members(self.free(near), self._setting)
        return self._sides_before[start]

    def partners_in(self, sentence: Span, actors: tuple[str, ...]) -> tuple[str, ...]:
        """With whom the actors talk in this very sentence, if it tells of talks of theirs."""
        if not sentence.start <= self._place < sentence.end or not self._setting.states(actors) & self._setting.states(self._sides):
            return ()
        own = self._setting.states(actors)
        return tuple(side for side in self._sides if self._setting.parties.state_of(side) not in own)

    def recent(self, place: int) -> tuple[str, ...]:
        """Who talked last before a place: the parties of the last talks acted on, or of the last talks named with both sides."""
        text = self._setting.text
        for start in reversed(self._nouns[: bisect.bisect_left(self._nouns, place - 1)]):
            if start <= self._place:
                break
            sides = self._before_noun(start, text)
            if len(sides) > 1:
                return sides
        return self._sides or self._named_together(place)

    def sides_of(self, trigger: Trigger) -> tuple[str, ...]:
        """Who holds talks whose sides are unsaid: those who last talked; nobody for a meeting of any kind (会议)."""
        if trigger.noun and _GENERAL.fullmatch(self._setting.words(trigger.noun)):
            return ()
        return self.holders(Span(trigger.span.end, trigger.noun.end if trigger.noun else trigger.span.end))

    def holders(self, told: Span) -> tuple[str, ...]:
        """Who holds the talks named in a stretch without their sides: whoever held a round before where it names one, else the last."""
        numbered = sign("one of several rounds").found(self._setting.text, told.start, told.end)
        return (self._in_rounds if numbered else ()) or self.recent(told.start)

    def sides_with(self, states: set[str], place: int) -> tuple[str, ...]:
        """Those who last talked before a place, of all or in rounds, where the states are one side of two."""
        talked = (self._in_rounds, self.recent(place))
        return next((sides for sides in talked if len(self._setting.states(sides)) == _PAIR and states < self._setting.states(sides)), ())

    def resumed(self, trigger: Trigger) -> tuple[str, ...]:
        """高级官员将再次会晤: the states of those who last talked, where officials meet of whom no name tells."""
        scope = self._setting.scope(trigger.span.start, trigger.sentence)
        own = Span(max(trigger.clause.start, scope.start), trigger.span.start)
        told = trigger.frame.role == "predicate" or trigger.noun is not None
        again = trigger.frame.kind == "meet" and told and not trigger.relative
        named = any(self._setting.parties.by_id[one].type != "group" for phrase in self.free(own) for one in phrase.entities)
        if not again or named or not sign("officials talk again").found(self._setting.text, own.start, own.end):
            return ()
        known = self._setting.parties.by_id
        recent = self.recent(trigger.span.start)
        sides = dict.fromkeys(self._setting.side(one) if known[one].type == "person" else one for one in recent)
        return tuple(sides) if len(sides) > 1 else ()

    def _named_together(self, place: int) -> tuple[str, ...]:
        """The last 双方 or 两国 before a place."""
        last = bisect.bisect_left(self._groups, place, key=lambda phrase: phrase.span.start)
        return self._groups[last - 1].entities if last else ()

    @functools.cached_property
    def _groups(self) -> list[Phrase]:
        """双方, 两国 and the like with the parties that they mean."""
        return [phrase for phrase in self._setting.parties.phrases if phrase.form == "group" and len(phrase.entities) > 1]

    def free(self, span: Span) -> list[Phrase]:
        """The parties of a stretch that name neither its place nor its topic."""
        text = self._setting.text
        phrases = [phrase for phrase in self._setting.phrases(span) if not self.only_tells(phrase)]
        return [
            phrase
            for phrase in phrases
            if not sign("no side of talks").found(text, max(span.start, phrase.span.start - 2), phrase.span.start)
            and not (phrase.form == "name" and len(phrases) > 1 and sign("joint body").found(text, phrase.span.start, phrase.span.end))
        ]

    def only_tells(self, phrase: Phrase) -> bool:
        """Whether the phrase names a medium or an unnamed source: they report talks and hold none."""
        parties = self._setting.parties
        return any(media_of(parties, entity) or _SOURCE.search("".join(parties.by_id[entity].names)) for entity in phrase.entities)

    def held(self, trigger: Trigger) -> Roles | None:
        """The sides of talks that are the subject: those before the noun (美国与伊朗的第四轮谈判), else those who last talked."""
        noun = self._noun(trigger)
        scope = self._setting.scope(trigger.span.start, trigger.sentence)
        before = Span(max(trigger.clause.start, scope.start), noun)
        phrases = self.free(before)
        sides = states_of(members(phrases, self._setting))
        assembled = self._assembly(trigger, before) if len(sides) < 2 and trigger.frame.role != "nominal" else None
        if assembled:
            return assembled
        if len(sides) < 2 and trigger.frame.role != "nominal":
            sides = self._held_by(Span(noun, trigger.span.start)) or self._unsaid(trigger, before)
        if len(sides) < 2 and trigger.frame.role == "nominal":
            sides = seated_after(self._setting, Span(trigger.clause.end, trigger.sentence.end))
        if len(sides) < 2:
            return None
        self.note(sides, trigger.span.start)
        return Roles(acting_for(sides, self._setting.parties), (), tuple(phrase.span for phrase in phrases), len(phrases) > 1)

    def _held_by(self, told: Span) -> tuple[str, ...]:
        """会谈由A与B在首都举行: the sides between the noun and its verb."""
        phrases = self._setting.phrases(told)
        group = coordinated(self._setting.text, phrases, 0) if phrases else []
        sides = members(group, self._setting)
        by = bool(group) and sign("under a head").found(self._setting.text, told.start, group[0].span.start)
        return sides if by and len(self._setting.states(sides)) > 1 else ()

    def _unsaid(self, trigger: Trigger, before: Span) -> tuple[str, ...]:
        """Who holds talks whose sides do not stand before the noun: those seated after it; of a round whoever held another one."""
        seated = seated_after(self._setting, Span(trigger.clause.end, trigger.sentence.end))
        if not sign("round named").found(self._setting.text, before.start, before.end):
            return seated or self.recent(before.end)
        return seated or self._in_rounds or self._in_person or self.recent(before.end)

    def _assembly(self, trigger: Trigger, before: Span) -> Roles | None:
        """The organization whose members meet: named before the noun, or where the noun takes up the last such meeting (这场峰会)."""
        end = self._noun_end(trigger, before.end)
        phrases = self.free(Span(before.start, end))
        named = assembly_named(self._setting, phrases, end)
        if named:
            return Roles(named, (), (phrases[-1].span,))
        takes_up = not phrases and sign("the meeting at hand").found(self._setting.text, before.start, before.end)
        return Roles(self._assembled, (), (Span(before.end, end),), False) if takes_up and self._assembled else None

    def _noun_end(self, trigger: Trigger, noun: int) -> int:
        """Where the noun that names the talks ends."""
        found = any_of(trigger.frame.nouns_before).match(self._setting.text, noun) if trigger.frame.nouns_before else None
        return found.end() if found else trigger.span.end

    def _noun(self, trigger: Trigger) -> int:
        """Where the noun that names the talks begins."""
        if not trigger.frame.nouns_before:
            return trigger.span.start
        scope = self._setting.scope(trigger.span.start, trigger.sentence)
        low = max(trigger.clause.start, scope.start)
        found = list(any_of(trigger.frame.nouns_before).finditer(self._setting.text, low, trigger.span.start))
        return found[-1].start() if found else trigger.span.start

    def day(self, trigger: Trigger, roles: Roles, modality: Modality) -> Interval | None:
        """The day of the talks that an undated meeting or agreement takes up: the last ones dated, of the same sides."""
        if self._day is None or modality not in {"happened", "not_happened"} or trigger.frame.kind not in {"meet", "agree"}:
            return None
        if sign("round named").found(self._setting.text, trigger.clause.start, trigger.span.start):
            return None
        states, dated = self._setting.states(roles.actors), self._setting.states(self._dated_sides)
        same = dated <= states if trigger.frame.nouns_before else dated == states
        return self._day if same and trigger.frame.role not in {"nominal", "received"} and not trigger.relative else None

    def note_day(self, trigger: Trigger, roles: Roles, modality: Modality, date: Interval | None) -> None:
        """Remember the day of talks."""
        if date and trigger.frame.kind in {"meet", "call"} and modality == "happened":
            self._day, self._dated_sides = date, roles.actors
