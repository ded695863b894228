"""Act frames: what the lexicons say about each cue (``lexicons/frames_*.toml``)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons.tables import rules

FILES = ("frames_talks.toml", "frames_words.toml", "frames_deeds.toml", "frames_everyday.toml")
Content: TypeAlias = Literal[
    "none", "own", "clause", "object", "target", "topic", "reached", "before", "sentence", "about", "pivot", "handled"
]
Recipients: TypeAlias = Literal[
    "向", "对", "给", "为", "与", "把", "朝", "由", "object", "pivot", "with", "whose", "place", "about", "thanked", "inside", "toward",
    "onto", "outward", "subject", "together", "from hands", "condition", "proposer", "doer of content", "guest", "envoy",
    "owner", "joins", "including", "affected", "sides",
    "bilateral", "enemy", "head", "counterpart", "talkers", "each other",
]  # fmt: skip
Role: TypeAlias = Literal[
    "predicate", "nominal", "received", "welcome", "attend", "joint", "effect", "norm", "future", "own", "speaker", "travel", "under",
    "attitude", "nobody",
    "seized", "listed", "freed",
]  # fmt: skip
Needs: TypeAlias = Literal["object", "recipient", "partner", "other side"]
Trait: TypeAlias = Literal["accepted", "denial", "any subject", "own body", "own side", "on a condition", "told once"]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An own-written sentence and the act that it must yield; ``actors`` and ``recipients`` are names as the sentence gives them."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    content: str | None = None
    modality: str = "happened"


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of telling one kind of act.

    Attributes:
        name: The rule's name, unique.
        kind: The act's kind (codebook 5).
        forms: The cue words, simplified; the longest match counts.
        content: Where the content stands: ``none``; ``own`` (what the actor does: after the cue, until another subject begins); ``clause``
            (a whole proposition after the cue); ``object`` (the rest of the clause); ``target`` (the object, where it is more
            than a party); ``topic`` (就…); ``reached`` (the same, else the agreement named); ``before`` (the clause up to the
            cue); ``sentence`` (the clause with its subject); ``about`` (对… before); ``pivot`` (after the party that follows);
            ``handled`` (what 对, 给 or 把 puts right before an idiom: 把…晾在一边).
        recipients: Where recipients stand, tried in order: a preposition (向, 对, 给, 与, 把); ``object`` (the party after the cue);
            ``pivot`` (the party that begins the content); ``由`` (the one after 由 there); ``with`` (the party after 与 or 对 on either
            side); ``whose`` (…的要求);
            ``place`` (the state of the place named); ``about``, ``thanked`` and ``inside`` (in the content); ``toward`` (after 向, 给,
            为 or 对 in its first words); ``onto`` (after 给 or 予 behind the cue); ``outward`` (after 对, 从, 与 … behind the cue, else the
            first party there); ``subject`` (of the content); ``together`` (the content's 与…); ``from hands`` (从X手中);
            ``condition`` (its subject); ``proposer``; ``doer of content`` (反对邻国…); ``guest``; ``envoy`` (驻X大使); ``head`` (the person
            with whom the object ends); ``owner`` (whose words the content names: 邻国的指控); ``joins`` (who is let in: 邻国加入联盟);
            ``including`` (各国，包括…: those named); ``affected`` (deeper in the content: 确保邻国…); ``sides`` (two
            with whom a plan opens: 由A和B…); ``bilateral`` (the
            one named before, where the trade is that of 双边); ``enemy`` (the one other state of the sentence); ``counterpart`` (the
            one that it names before); ``talkers`` (who last talked); ``each other``.
        mutual: Whether parties after 与 or 和 act too.
        role: What else holds of the cue: ``predicate`` (it ends its clause or stands alone as verb); ``nominal`` (a noun with a day and its
            parties); ``received`` (the party after the cue takes part); ``welcome`` (a person does); ``attend`` (one takes part in what
            others hold); ``joint`` (all sides do it); ``effect`` (an agreement is its subject); ``norm`` (the speaker asks it of the
            subject); ``future`` (a verb of one's own follows); ``own`` (the speaker speaks of their own side); ``speaker`` (the speaker
            does it); ``travel`` (a place follows); ``under`` (在X斡旋下: the party after 在 does it); ``attitude`` (感到 or 表示 stands
            before); ``nobody`` (it comes about, whoever does it); ``seized`` (those told of as held: whoever lets them go
            did it); ``listed`` (those named after it do it); ``freed`` (those told
            of go free: whoever held them let them go).
        traits: What else is read from the cue: ``accepted`` (接受X邀请: who accepts it tells of it); ``denial`` (an act in its content is
            told, as denied; at the end of its clause it answers what was said before); ``any subject`` (whoever its subject is, it is
            their own will); ``own body`` (a body of no known country is the side of speakers of none); ``own side`` (the speaker's
            own side does it, where the words name it); ``on a condition`` (with a condition it is a promise);
            ``told once`` (no act where the sentence has told one of its kind by the same party already).
        needs: What must be there: ``object`` (a content or recipient), ``recipient``, ``partner`` (a second party), ``other side`` (a
            recipient of another state).
        nouns: One of these must follow in the clause.
        nouns_before: One of these must stand before it in the clause.
        after: What must follow in the sentence (pattern).
        not_after: What must not follow (pattern).
        before: What must stand before it in the clause (pattern).
        not_before: What must not stand before it (pattern).
        near: What must stand in the clause (pattern).
        earlier: What must stand in the clauses of the sentence before it (pattern).
        examples: Own-written sentences with what they must yield.
        none: Sentences that must yield no act of this kind.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    content: Content = "none"
    recipients: tuple[Recipients, ...] = ()
    mutual: bool = False
    role: Role | None = None
    traits: tuple[Trait, ...] = ()
    needs: Needs | None = None
    nouns: tuple[str, ...] = ()
    nouns_before: tuple[str, ...] = ()
    after: str | None = None
    not_after: str | None = None
    before: str | None = None
    not_before: str | None = None
    near: str | None = None
    earlier: str | None = None
    examples: tuple[Example, ...] = ()
    none: tuple[str, ...] = ()


@functools.lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order in which they are tried.

    Raises:
        LexiconError: An entry has an unknown or missing field, or a name is used twice.
    """
    read = tuple(_frame(file, entry) for file in FILES for entry in rules(file)["frame"])
    names = [frame.name for frame in read]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise LexiconError(f"frames: {', '.join(twice)} named twice; give every frame its own name")
    return read


def _frame(file: str, entry: Mapping[str, Any]) -> Frame:
    try:
        return msgspec.convert(entry, Frame)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{file}: frame {entry.get('name', '?')}: {error}; acts/frames.py lists the fields") from error


@functools.lru_cache(maxsize=1)
def by_form() -> dict[str, tuple[Frame, ...]]:
    """For each cue word, its frames in order."""
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in frames():
        for form in frame.forms:
            table[form] = (*table.get(form, ()), frame)
    return table


@functools.lru_cache(maxsize=1)
def cue_pattern() -> re.Pattern[str]:
    """All cue words, longest first; 将会见 is 将 and 会见."""
    return re.compile("将(?=会[见面晤谈商])|" + any_of(tuple(by_form())).pattern)


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A frame's pattern, compiled once: there are more of them than the module ``re`` keeps.

    Args:
        pattern: A regular expression over folded text.
    """
    return re.compile(pattern)


@functools.lru_cache(maxsize=512)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of the words, longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))
