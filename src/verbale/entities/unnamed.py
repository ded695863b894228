"""Groups: unnamed people, media, publics, firms and factions."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

from verbale.entities import contexts
from verbale.entities.references import Reference
from verbale.entities.registry import Draft
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.language.fold import fold
from verbale.lexicons.signs import sign
from verbale.model import Span

_ABOUT = re.compile("(?:大约|约|将近|近|逾|超过|至少)$")  # 约50名民众
_LONGEST_ABOUT = 2
_LONGEST_PART = 8
_SO_MANY_STATES = re.compile("(?<=[0-9])国$")  # 38国, 38个国家


class Unnamed:
    """The groups of one page."""

    def __init__(self, setting: Setting) -> None:
        """Begin with the page.

        Args:
            setting: The page.
        """
        self._setting, self._registry, self._text = setting, setting.registry, setting.text

    def resolve(self, reference: Reference) -> tuple[str, ...]:
        """A state's people or media, a group taken up (该消息人士), or a group by its noun, whatever its number (两名官员).

        Args:
            reference: A reference of kind group.

        Returns:
            The group's id.
        """
        folded, name = self._text[reference.head.start : reference.head.end], self._setting.words(reference.head)
        media = WORDS.media.search(folded) is not None
        if reference.body and not media and contexts.before("expelled", self._text, reference.span.start):
            return (self._registry.known(reference.body, name).id,)
        if one := self._one(reference, folded, name):
            return (one.id,)
        if reference.body and folded.endswith(WORDS.crowds):
            return self._crowd(reference, folded, name)
        if reference.body:
            other = "_OTHER" if folded.startswith("另") else ""
            identity = f"{reference.body}_{'MEDIA' if media else 'PEOPLE'}{other}"
            return self._counted(self._registry.group(identity, name, None if media else reference.body), reference.head)
        return (self._registry.group("MEDIA", name).id,) if media else self._by_noun(reference, folded, name)

    def _by_noun(self, reference: Reference, folded: str, name: str) -> tuple[str, ...]:
        """A group taken up (该消息人士), or one by its noun."""
        if named := self._taken_up(folded, name):
            return (self._registry.named(named, name).id,)
        counted = WORDS.quantity_of.fullmatch(folded)
        who = _SO_MANY_STATES.sub("个国家", counted["who"] if counted else folded)
        return self._counted(self._registry.group("-".join(lazy_pinyin(who)), name), reference.head)

    def _taken_up(self, folded: str, name: str) -> Draft | None:
        """The group or person that words such as 该消息人士 or 这名官员 take up."""
        taking_up = WORDS.taking_up.fullmatch(folded)
        return self._registry.last_unnamed(name[-len(taking_up["who"]) :]) if taking_up else None

    def _one(self, reference: Reference, folded: str, name: str) -> Draft | None:
        """One person without a name (一名美国官员, 白宫一名官员, taken up by 这名官员)."""
        before = self._taken_up(folded, name)
        if before is not None and before.unnamed:
            return self._registry.named(before, name)
        one = WORDS.one_of.search(folded)
        if one is None:
            return self._alone(reference, folded, name)
        counted = WORDS.quantity_of.fullmatch(folded, one.start())
        body = folded[: one.start()]  # 美国国务院一名官员
        identity = "-".join(lazy_pinyin(body + (counted["who"] if counted else folded[one.end() :])))
        person = self._registry.unnamed_person(identity + ("-other" if one[0].startswith("另") else ""), name, reference.body)
        return self._registry.named(person, name[one.start() :])

    def _alone(self, reference: Reference, folded: str, name: str) -> Draft | None:
        """Somebody whom no number counts, but who speaks for a state or body, or will not be named (官方消息人士说, 不愿具名的外交官)."""
        identity = "-".join(lazy_pinyin(folded))
        known = self._registry.drafts.get(identity)
        if known is not None and known.unnamed:
            return self._registry.named(known, name)
        if sign("several of them").found(folded):
            return None
        kept = sign("says one's name is kept").found(folded)
        if kept is None and not self._acts_for(reference, folded):
            return None
        person = self._registry.unnamed_person(identity, name, reference.body)
        return self._registry.named(person, name[kept.end() :] if kept else None)

    def _acts_for(self, reference: Reference, folded: str) -> bool:
        """Whether one who acts for a state or body, which the words name, says something (外交部消息人士; not 消息人士)."""
        end, noun = reference.head.end, next((noun for noun in WORDS.singular if folded.endswith(noun)), None)
        several = sign("said by several").found(self._text, end) is not None
        return noun not in {None, folded} and not several and sign("somebody says").found(self._text, end) is not None

    def _crowd(self, reference: Reference, folded: str, name: str) -> tuple[str, ...]:
        """People of a state who do not act for it, whom their noun alone names too (选民); fighters of a movement are the movement."""
        if reference.body and folded.endswith(WORDS.fighters) and not self._registry.is_state(reference.body):
            return (self._registry.known(reference.body, name).id,)
        noun = next(word for word in sorted(WORDS.crowds, key=len, reverse=True) if folded.endswith(word))
        identity = "-".join(lazy_pinyin(WORDS.crews.get(noun, noun)))
        known = self._registry.drafts.get(identity)
        if known is not None and known.affiliation not in {None, reference.body}:
            return self._counted(self._registry.group("-".join(lazy_pinyin(folded)), name, reference.body), reference.head)
        group = self._registry.group(identity, name, reference.body)
        self._registry.named(group, name[-len(noun) :])
        return self._counted(group, reference.head)

    def _land_before(self, place: int) -> int | None:
        """Where the state begins of which a part is named right before a place (科索沃北部的塞族官员)."""
        for start in range(place - 1, max(0, place - _LONGEST_PART), -1):
            part = sign("part of a land").found(self._text, start, place)
            if part is None or part.end() != place:
                continue
            states = (draft for draft in self._registry.drafts.values() if draft.type == "state")
            named = (fold(name) for draft in states for name in draft.names)
            return next((start - len(name) for name in named if self._text.endswith(name, 0, start)), None)
        return None

    def _counted(self, group: Draft, head: Span) -> tuple[str, ...]:
        """The group, which bears its noun's name without the number and the words before it too (三名知情人士, 知情人士; 约50名民众)."""
        if about := _ABOUT.search(self._text, max(0, head.start - _LONGEST_ABOUT), head.start):
            self._registry.named(group, self._setting.words(Span(about.start(), head.end)))
        if (start := self._land_before(head.start)) is not None:
            self._registry.named(group, self._setting.words(Span(start, head.end)))
        counted = WORDS.quantity_of.match(self._text, head.start, head.end)
        if counted is not None and counted.start("who") > head.start:
            self._registry.named(group, self._setting.words(Span(counted.start("who"), head.end)))
        noun = next((word for word in WORDS.people if self._text.endswith(word, head.start, head.end)), None)
        if noun is not None and len(noun) < len(head):
            words = self._setting.words(Span(head.end - len(noun), head.end))
            if (self._registry.last_unnamed(words) or group).id == group.id:
                self._registry.named(group, words)
        return (group.id,)
