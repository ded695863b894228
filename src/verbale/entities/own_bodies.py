"""Ministries and parliaments with no country before them: the outlet's own, or those of the state of which the text has been telling."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.homes import Homes
from verbale.entities.references import Reference
from verbale.entities.registry import entry_of
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.model import Span


class OwnBodies:
    """The ministries and parliaments of one page."""

    def __init__(self, setting: Setting, homes: Homes, found: Sequence[Reference]) -> None:
        """Learn from the page whose bodies it names without a country.

        Args:
            setting: The page.
            homes: The states of which the text tells.
            found: The references of the page.
        """
        self._setting, self._homes, self._registry, self._text = setting, homes, setting.registry, setting.text
        self._home = self._home_of(found)

    def ministry(self, place: Span) -> str | None:
        """Whose 外交部 and the like are: of the outlet whose dateline or titles tell it, else of the state that was just the subject.

        Args:
            place: The body without a country.

        Returns:
            The state's id; none where it may be the outlet's as well.
        """
        if self._home is not None:
            return self._home
        told = self._homes.acting_before(place)
        others = {*WORDS.wires, *WORDS.own_signs} & {*self._setting.named, *self._registry.drafts} - {told}
        return None if others else told

    def parliament(self, place: Span, word: str, own: str | None) -> tuple[str, ...]:
        """The parliament of the state told of, rather one named before; that of several states (欧洲议会) where the page has named it.

        Args:
            place: The parliament without a country.
            word: Its folded word.
            own: The outlet's own state.

        Returns:
            Its id; none where no table has it.
        """
        known, drafts = self._setting.gazetteer.parliaments, self._registry.drafts
        state = self._homes.state_at(place, own) or own
        common = [body for body in known.get("", ()) if body in drafts]
        bodies = known.get(state, ()) if state else ()
        named = [body for body in (*bodies, *common) if body in drafts and self._ends_with(body, word)]
        fitting = named or [body for body in bodies if self._ends_with(body, word)] or bodies[:1]
        return (self._registry.known(fitting[0], self._setting.words(place)).id,) if fitting else ()

    def _ends_with(self, body: str, word: str) -> bool:
        """Whether a form of a body's name ends in a word."""
        return any(form.endswith(word) for form in entry_of(self._setting.gazetteer, body).forms)

    def _home_of(self, found: Sequence[Reference]) -> str | None:
        """The only state whose speakers the page names by a body without a country (外交部发言人毛宁), else that of the dateline."""
        named = (item for item in found if item.kind == "person" and len(item.candidates) == 1 and item.body is None)
        bare = (item for item in named if self._text[item.span.start : item.head.start] in WORDS.own_speakers)
        states = {entry_of(self._setting.gazetteer, item.candidates[0]).affiliation for item in bare}
        wires = {state for state, words in WORDS.wires.items() if state in self._setting.named and self._opens_with(words)}
        return next((next(iter(home)) for home in (states, wires) if len(home) == 1), None)

    def _opens_with(self, wires: Sequence[str]) -> bool:
        """Whether a paragraph begins with a wire's name."""
        return any(self._text.startswith(tuple(wires), line.span.start) for line in self._setting.article.paragraphs)
