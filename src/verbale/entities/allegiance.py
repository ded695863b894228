"""Whom a person acts for whom no table has: what the titles beside the name tell, else the states of which the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.discourse import joined
from verbale.entities.homes import Homes
from verbale.entities.references import Reference
from verbale.entities.registry import Draft, is_same_name
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.lexicons.signs import sign
from verbale.model import Span

_TAKEN_UP = ("该", "其")  # 该政府发言人 speaks for whichever was named before
_OF_STATES = ("政府", "国会", "议会", "军方", "全国", "国家")
_CHINESE = 3  # characters of a Chinese name
_FURTHEST = 24  # between a state and the title of whom it sends


class Allegiances:
    """Tells for whom the unknown persons of one page act."""

    def __init__(self, setting: Setting, homes: Homes, found: Sequence[Reference]) -> None:
        """Note with which states and organizations the page names whom, before or after.

        Args:
            setting: The page.
            homes: The states of which its sentences tell.
            found: The references of the page.
        """
        self._setting, self._text, self._homes = setting, setting.text, homes
        told = ((item, self._told(item)) for item in found if item.kind == "person" and not item.candidates)
        opening = {state for state, words in WORDS.wires.items() if any(self._text.startswith(words, line) for line in _lines(setting))}
        speaking = {state for state, words in WORDS.own_sides.items() if any(word in setting.article.page.text for word in words)}
        self._home = next(iter(opening or speaking)) if len(opening or speaking) == 1 else None
        self._bodies = [(self._text[item.head.start : item.head.end], body) for item, body in told if body]

    def complete(self, draft: Draft, reference: Reference) -> None:
        """Add to a person of whom it is not known yet for whom that person acts.

        Args:
            draft: The person.
            reference: One that means the person.
        """
        if reference.candidates:
            return
        body = (
            draft.affiliation or self._told(reference) or self._elsewhere(reference) or self._at_home(reference) or self._of_text(reference)
        )
        draft.affiliation = WORDS.acts_for.get(body, body) if body else None

    def _told(self, reference: Reference) -> str | None:
        """The state or organization in a title, else the only state that has such an office (国务卿)."""
        if reference.body is not None:
            return reference.body
        title = Span(reference.span.start, reference.head.start)
        states = (state for state, words in WORDS.offices_of.items() if words.search(self._text, title.start, title.end))
        own = self._setting.own if self._text.startswith(WORDS.own, title.start, title.end) else None
        return next(states, own)

    def _elsewhere(self, reference: Reference) -> str | None:
        """What a title beside the same name elsewhere tells; of one person's several the first."""
        name = self._text[reference.head.start : reference.head.end]
        same = [body for other, body in self._bodies if other == name]
        return next(iter(same or [body for other, body in self._bodies if is_same_name(name, other, body)]), None)

    def _at_home(self, reference: Reference) -> str | None:
        """The outlet's own state, for a person of a body with no country (外交部发言人) whose name may be one of its people's."""
        home = self._setting.own or self._home
        title = Span(reference.span.start, reference.head.start)
        bare = self._text.startswith(WORDS.own_bodies_only, title.start, title.end) or self._text.startswith("：", reference.head.end)
        name = self._text[reference.head.start : reference.head.end]
        return home if home and bare and home in WORDS.by_character and _is_by_character(name) else None

    def _of_text(self, reference: Reference) -> str | None:
        """The state that sends the person, or for which the words before tell that an office is held."""
        last = self._homes.last_before(reference.span)
        if last is not None and len(reference.span) > 0 and self._sends(last[0], reference):
            return last[1]
        return self._of_office(reference)

    def _sends(self, sender: Reference, reference: Reference) -> bool:
        """Whether the words between tell that a state sends somebody, or that the person is its own (俄方的林山)."""
        between = self._text[sender.span.end : reference.span.start]
        return sender.kind == "state" and len(between) <= _FURTHEST and sign("sends whom").found(between, 0) is not None

    def _of_office(self, reference: Reference) -> str | None:
        """Whose minister somebody is: of the state of whoever is listed right before, else of the one told of."""
        if not self._is_bare(reference):
            return None
        last = self._homes.last_before(reference.span)
        if last and joined(self._text, last[0], reference):
            return last[1]
        state = self._homes.state_at(reference.span)
        told = self._homes.told_at(reference.span)
        if state is not None and (self._homes.is_cited(state) or state not in told or not self._may_be(state, reference)):
            state = None
        if self._setting.own is not None and self._setting.own != state:
            return self._of_own(self._setting.own, state, reference)
        fitting = [one for one in told if not self._homes.is_cited(one) and self._may_be(one, reference)]
        return state or (fitting[0] if len(fitting) == 1 else self._homes.most_told(fitting))

    def _of_own(self, own: str, told: str | None, reference: Reference) -> str | None:
        """The outlet's own state or another of which the text tells, where only one of them may be meant."""
        mine = self._may_be(own, reference)
        return None if mine and told else own if mine else told

    def _is_bare(self, reference: Reference) -> bool:
        """Whether the title names an office that every state has, and no country, party or region."""
        title = Span(reference.span.start, reference.head.start)
        if self._text.endswith(_TAKEN_UP, 0, title.start):
            return False
        former = WORDS.former_first.match(self._text, title.start, title.end)
        start = former.end() if former else title.start
        of_state = next((len(body) for body in _OF_STATES if self._text.startswith(body, start, title.end)), 0)
        parts = [part for part in self._text[start : title.end].rpartition("兼")[::2] if part]
        known = all(self._is_title(part) or self._is_title(part[of_state:]) for part in parts)
        return reference.body is None and self._office(reference) in WORDS.state_offices and known

    def _is_title(self, words: str) -> bool:
        """Whether words are a known title."""
        return any(category == "title" for category, _ in self._setting.gazetteer.named(words))

    def _office(self, reference: Reference) -> str | None:
        """The office before a name, else the one after it (林山总统)."""
        after = self._text[reference.head.end : reference.span.end]
        return reference.office or (self._setting.gazetteer.office(after) if after and self._is_title(after) else None)

    def _may_be(self, state: str, reference: Reference) -> bool:
        """Whether the name may be one of the state's people, and the office one of its offices."""
        name = self._text[reference.head.start : reference.head.end]
        by_sound = WORDS.sounds.issuperset(name)
        if (_is_by_character(name) and state not in WORDS.by_character) or (
            by_sound and state in WORDS.by_character and (len(name) > _CHINESE or not name.startswith(WORDS.surnames))
        ):
            return False
        return self._has(state, self._office(reference))

    def _has(self, state: str, office: str | None) -> bool:
        """Whether the state may have an office: of a state whose leaders are known no other is (首相 of no republic)."""
        leaders = WORDS.offices["领导人"]
        if office is None or office not in leaders:
            return True
        gazetteer = self._setting.gazetteer
        return bool(gazetteer.tenures(office, state)) or not any(gazetteer.tenures(leader, state) for leader in leaders)


def _is_by_character(name: str) -> bool:
    """Whether a name is a Chinese or Korean one, not written by sound."""
    return len(name) <= _CHINESE and name.startswith(WORDS.surnames) and not WORDS.sounds.issuperset(name)


def _lines(setting: Setting) -> list[int]:
    """Where the article's paragraphs begin."""
    return [paragraph.span.start for paragraph in setting.article.paragraphs]
