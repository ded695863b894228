"""The words around names (``lexicons/references.toml``, ``lexicons/bodies.toml``), compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.lexicons.tables import rules


def alternatives(words: Iterable[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class _Words:
    def __init__(self) -> None:
        data = rules("references.toml")
        groups, pronouns, unnamed, bodies = data["groups"], data["pronouns"], data["unnamed"], data["bodies"]
        people = [*unnamed["sources"], *unnamed["media"]]
        every_pronoun = [word for words in pronouns.values() for word in words]
        every_group = [*groups["two"], *groups["three"], *groups["all"]]
        quantities = alternatives(data["joined"]["quantities"])
        self.pronouns = re.compile(
            f"(?P<no>{alternatives(data['not_pronouns']['words'])})|(?P<yes>{alternatives(every_group + every_pronoun)})"
        )
        adjectives = f"(?:{alternatives(bodies['adjectives'])})?"
        self.unnamed = re.compile(
            f"(?<!社交)(?<!自)(?<!新)(?:有)?(?P<who>(?:{quantities})?{adjectives}(?:{alternatives([*people, *unnamed['publics']])}))"
        )
        self.people_of = re.compile(f"(?:(?:{quantities})?{adjectives}(?:{alternatives(people + bodies['media_short'])}))?")
        self.body = re.compile(f"(?:驻[\\u4e00-\\u9fff]{{2,8}}(?:大使馆|使馆|领事馆))?(?:{alternatives(bodies['after_name'])})*")
        self.short_body = re.compile(f"(?:{alternatives(bodies['after_short'])})(?:{alternatives(bodies['after_name'])})*")
        self.quantity = re.compile(f"(?:{quantities})$")
        self.bodies = tuple(bodies["after_name"])
        self.stops = frozenset(bodies["stops"])
        self.pair_nouns = re.compile(alternatives(bodies["after_pair"]))
        self.two, self.three, self.all = frozenset(groups["two"]), frozenset(groups["three"]), frozenset(groups["all"])
        self.person_groups, self.state_groups = frozenset(groups["persons"]), frozenset(groups["states"])
        self.kinds = {word: kind for kind, words in pronouns.items() for word in words}
        self.media = re.compile(alternatives([*unnamed["media"], *bodies["media_short"]]))


WORDS = _Words()
