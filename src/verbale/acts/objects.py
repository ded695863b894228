"""Whether a party is the object of the verb that opens its clause."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.things import PASSED
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span


def is_object(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """Whether a clause opens with a verb whose object the party is, so that its doer stands before it (同意委员会复工，并商定…).

    Args:
        setting: What the page has given so far.
        phrase: The party.
        clause: The clause that it is in.
    """
    words = [token for token in setting.tokens.within(Span(clause.start, phrase.span.start)) if token.tag not in PASSED | {"c"}]
    words = words[1:] if len(words) > 1 and sign("modal verb").found(setting.words(words[0].span)) else words
    return (
        len(words) == 1
        and words[0].tag == "v"
        and len(words[0].span) > 1
        and (not sign("brings in a doer").found(setting.words(words[0].span)) or _attends(setting, Span(words[0].span.start, clause.end)))
    )


def _attends(setting: Setting, words: Span) -> bool:
    """出席联盟峰会，随后…, but not 出席峰会的邻国总统: whether the clause only tells what was attended."""
    return sign("only attends").found(setting.words(words)) is not None
