"""What a page tells as done, in the form in which it is compared with what was promised."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import msgspec

from verbale.entities import gazetteer
from verbale.ledger.outcomes.issues import issues_of
from verbale.ledger.outcomes.pledges import BY_ISSUE, BY_MATTER, abouts
from verbale.ledger.outcomes.promises import promise_of, promises, verbs_of, words_of
from verbale.ledger.outcomes.text import Sentence, Text, day_named, days, places, site
from verbale.model import Act, Span

TOGETHER = frozenset({"meet", "call", "visit", "cancel", "cooperate", "agree", "sign"})
_MODALITIES = frozenset({"happened", "planned", "not_happened", "denied"})
_ON_A_DAY = re.compile(r"(?<!自)(?:[0-9]{1,2}日|[今昨前]天|[今昨]日|当地时间)(?!前|以前|之前|起|零时起)")
_CLAUSE = re.compile(r"[，；：。！？“”]")
_MOST = 6  # sides of a meeting that are paired


class Deed(msgspec.Struct, frozen=True):
    """Something done, or told as not done.

    Attributes:
        place: Its number in the page.
        kind: The act's kind; ``told`` for a sentence that tells it without an act, ``failed`` for one that tells it was not done.
        modality: As in the record.
        act: The act's id, ``None`` for a sentence.
        actors: The sides that did it.
        recipients: The sides to which it was done.
        named: All sides that the sentence names.
        content: The folded words for what was done.
        sentence: The folded sentence.
        issues: What both are about.
        verbs: The verbs by which promises are found again.
        first: The first day on which it may have been done, ISO 8601; the page's where it tells none.
        last: The last one.
        dated: Whether the page tells when.
        told: The day of its page.
        where: The id of a city or state.
        site: The words for the place.
        voice: In whose words it is told.
        line: The line, from 1.
        start: The first character, code points of the page.
        stop: The one after the last.
    """

    place: int
    kind: str
    modality: str
    act: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    named: tuple[str, ...]
    content: str
    sentence: str
    issues: tuple[str, ...]
    verbs: tuple[str, ...]
    first: str
    last: str
    dated: bool
    told: str
    where: str | None
    site: str | None
    voice: str | None
    line: int
    start: int
    stop: int


def deeds_of(text: Text) -> Iterator[Deed]:
    """What a page tells as done that can keep or break a promise.

    Args:
        text: The page.

    Yields:
        The deeds, numbered in order; none of a page whose day is not known.
    """
    if text.told:
        found = itertools.chain(_acts(text), _sentences(text))
        yield from (msgspec.structs.replace(one, place=number) for number, one in enumerate(found))


def _acts(text: Text) -> Iterator[Deed]:
    telling = frozenset().union(*(one.kept | one.broken for one in promises().values()))
    for act in text.record.acts:
        if act.kind in telling and act.modality in _MODALITIES:
            yield _act(text, act)


def _act(text: Text, act: Act) -> Deed:
    sentence, content = text.sentence(act.anchor.start), text.words(act.content)
    first, last = days(act.date)
    spans = [act.anchor, *([act.content] if act.content else ())]
    return Deed(
        place=0,
        kind=act.kind,
        modality=act.modality,
        act=act.id,
        actors=text.sides(act.actors),
        recipients=text.sides(act.recipients),
        named=text.named(sentence.words),
        content=content,
        sentence=sentence.words,
        issues=issues_of(sentence.words),
        verbs=(),
        first=first or text.told,
        last=last or text.told,
        dated=bool(first),
        told=text.told,
        where=_known_place(act.place) or next(iter(places(site(sentence.words) or "")), None),
        site=site(sentence.words),
        voice=act.according_to,
        line=act.line,
        start=min(span.start for span in spans),
        stop=max(span.end for span in spans),
    )


def _known_place(place: str | None) -> str | None:
    """The id of a city or state that a record names in English, by its last part that is known ("Palace, Geneva, CHE")."""
    known = gazetteer.load()
    for part in (place or "").split(", "):
        if known.entry("city", part) or known.entry("state", part):
            return part
    return None


def _sentences(text: Text) -> Iterator[Deed]:
    for part in (part for sentence in text.sentences for part in _parts(sentence)):
        failed = words_of("failed").search(part.words) is not None
        verbs = verbs_of(part.words) if failed else _done(part.words)
        if verbs and (sides := _named(text, part)):
            yield _sentence(text, part, "failed" if failed else "told", sides, verbs)


def _named(text: Text, part: Sentence) -> tuple[str, ...]:
    """The sides that a sentence names, or means by words for both of them."""
    both = text.both(part.span.start) if words_of("both").search(part.words) else ()
    return tuple(sorted({*text.named(part.words), *both}))


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, cut at its semicolons."""
    start = 0
    for part in sentence.words.split("；"):
        begin = sentence.span.start + start
        yield Sentence(sentence.line, Span(begin, begin + len(part)), part)
        start += len(part) + 1


def _done(words: str) -> dict[str, int]:
    """The verbs of a sentence's clauses that tell something done, or done again."""
    found: dict[str, int] = {}
    start = 0
    for clause in _CLAUSE.split(words):
        told = words_of("done").search(clause) or words_of("again").search(clause) or _ON_A_DAY.search(clause)
        if told and not words_of("not_done").search(clause):
            for verb, place in verbs_of(clause).items():
                found.setdefault(verb, start + place)
        start += len(clause) + 1
    return found


def _sentence(text: Text, sentence: Sentence, kind: str, sides: tuple[str, ...], verbs: dict[str, int]) -> Deed:
    day = day_named(sentence.words, text.told_to)
    return Deed(
        place=0,
        kind=kind,
        modality="happened",
        act=None,
        actors=_named(text, msgspec.structs.replace(sentence, words=sentence.words[: max(verbs.values())])) or sides,
        recipients=(),
        named=sides,
        content="",
        sentence=sentence.words,
        issues=issues_of(sentence.words),
        verbs=tuple(verbs),
        first=day or text.told,
        last=day or text.told,
        dated=day is not None,
        told=text.told,
        where=None,
        site=None,
        voice=None,
        line=sentence.line,
        start=sentence.span.start,
        stop=sentence.span.end,
    )


def taking_part(deed: Deed) -> list[str]:
    """The sides of a deed, sorted; those of a joint body's meeting are the ones that its sentence names."""
    joint = deed.named if deed.kind == "meet" and words_of("group").search(deed.sentence) else ()
    return sorted({*deed.actors, *deed.recipients, *joint})


def marks_of(deed: Deed) -> frozenset[str]:
    """What pledges that a deed may answer bear, too: what it takes and who takes part.

    Args:
        deed: The deed.

    Returns:
        The marks.
    """
    if deed.act is None:
        return frozenset(f"{verb}: {side}" for verb in deed.verbs for side in deed.actors)
    if deed.kind in BY_MATTER:
        about = abouts(promise_of(deed.content, deed.kind).name, deed.content)
        return frozenset(f"{deed.kind} {side} {matter}" for side in deed.actors for matter in about)
    if deed.kind in BY_ISSUE:
        return frozenset(f"{deed.kind} {side} #{issue}" for side in deed.actors for issue in deed.issues)
    found = {f"{deed.kind} {side}" for side in {*deed.actors, *(deed.named if deed.kind == "meet" else ())}}
    sides = taking_part(deed)
    if deed.kind in TOGETHER and len(sides) <= _MOST:
        found |= {f"{deed.kind} {one}+{other}" for one, other in itertools.combinations(sides, 2)}
    return frozenset(found)
