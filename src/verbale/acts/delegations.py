"""Who sat on which side, where a sentence beside the meeting's tells it (``俄方代表团由总统助理梅金斯基率领``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.acts.gathering import Gathering
from verbale.acts.setting import Setting
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# How far before a name the words may begin that tell whom the person leads.
_REACH = 16
# Tags of words that go on after a name as its verb, not as a noun that it owns.
_GOES_ON = frozenset({"v", "d", "p", "TIME", "t", "f"})


def add_delegates(setting: Setting, gathered: Sequence[Gathering]) -> None:
    """Name the heads and members of delegations in the meetings before them.

    Args:
        setting: What the stages before have found.
        gathered: The page's meetings; their sides are completed in place.
    """
    for paragraph in setting.article.paragraphs:
        for found in sign("delegation").all(setting.text, paragraph.span.start, paragraph.span.end):
            within = Span(_phrase_start(setting, found.start()), found.end())
            for person in _persons(setting, within):
                _seat(setting, gathered, person, found.start(), to_come=sign("sends").found(found[0]) is not None)
        for phrase in setting.parties.phrases_in(paragraph.span):
            if _sits(setting, phrase) or sign("heads a delegation").found(setting.text, phrase.span.end, paragraph.span.end):
                for person in _group(setting, phrase):
                    _seat(setting, gathered, person, phrase.span.start, to_come=False)
    add_speakers(setting, gathered)


def _sits(setting: Setting, phrase: Phrase) -> bool:
    """Whether a name or what stands before it tells that the person sat at the table (乌方代表X, 率领俄方代表团的总统助理X)."""
    named = sign("sits for a side").found(setting.text, max(0, phrase.span.start - _REACH), phrase.head.start)
    return bool(named or sign("led by").found(setting.text, max(0, phrase.span.start - _REACH), phrase.span.start))


def add_speakers(setting: Setting, gathered: Sequence[Gathering]) -> None:
    """Name who faced the press right after the talks on the side of a meeting that has no persons, but for spokespeople."""
    for phrase, place in _at_the_door(setting):
        for person in _group(setting, phrase):
            meeting = _nearest(gathered, setting.parties.state_of(person), place, to_come=False)
            side = setting.parties.state_of(person)
            if (
                meeting
                and meeting.modality == "happened"
                and not meeting.sides[side]
                and not sign("speaks for others").found(phrase.office or "")
            ):
                meeting.sides[side] = (person,)


def _at_the_door(setting: Setting) -> Iterator[tuple[Phrase, int]]:
    """Persons who spoke to the press on leaving the talks, each with its place."""
    for phrase in setting.parties.phrases:
        sentence = sentence_of(setting, phrase.span)
        clause = clause_of(setting, phrase.span)
        opened = sign("talks just over").found(setting.text, sentence.start, phrase.span.start)
        left = sign("leaves the talks").found(setting.text, phrase.span.end, sentence.end)
        faced = sign("faces the press").found(setting.text, phrase.span.end, clause.end)
        if left or (opened and faced):
            yield phrase, phrase.span.start


def _seat(setting: Setting, gathered: Sequence[Gathering], person: str, place: int, *, to_come: bool) -> None:
    side = setting.parties.state_of(person)
    meeting = _nearest(gathered, side, place, to_come=to_come)
    if meeting and not any(person in persons for persons in meeting.sides.values()):
        meeting.sides[side] = (*meeting.sides[side], person)


def _group(setting: Setting, phrase: Phrase) -> list[str]:
    """The persons of a phrase and of those listed beside it."""
    paragraph = next((part.span for part in setting.article.paragraphs if part.span.covers(phrase.span)), phrase.span)
    phrases = setting.phrases(paragraph)
    position = next((number for number, other in enumerate(phrases) if other == phrase), None)
    first = position
    while first and coordinated(setting.text, phrases, first - 1)[-1].span.end >= phrase.span.end:
        first -= 1
    listed = phrases[first : position + 1] if first is not None and position is not None else []
    return _people(setting, listed)


def _people(setting: Setting, phrases: Sequence[Phrase]) -> list[str]:
    found = [party for phrase in phrases for party in phrase.entities]
    known = setting.parties.by_id
    return [party for party in dict.fromkeys(found) if party in known and known[party].type == "person"]


def _phrase_start(setting: Setting, place: int) -> int:
    """Where the phrase begins that holds a place (a name may follow its title in one phrase)."""
    return next((phrase.span.start for phrase in setting.parties.phrases if phrase.span.start <= place < phrase.span.end), place)


def _persons(setting: Setting, within: Span) -> list[str]:
    """The persons named in the words, not those who only own what follows (特朗普女婿库什纳)."""
    return _people(setting, [phrase for phrase in setting.parties.phrases_in(within) if _stands_alone(setting, phrase, within)])


def _stands_alone(setting: Setting, phrase: Phrase, within: Span) -> bool:
    token = setting.token(phrase.span.end)
    ends = phrase.span.end >= within.end or sign("ends a name").found(setting.text, phrase.span.end)
    return bool(ends) or (token is not None and token.tag in _GOES_ON)


def _nearest(gathered: Sequence[Gathering], side: str, place: int, *, to_come: bool) -> Gathering | None:
    """The meeting with that side whose act stands last before a place: one that happened, or where they are to be sent, one to come."""
    near = [
        ((gathering.modality != "happened") == to_come, act.anchor.start, number)
        for number, gathering in enumerate(gathered)
        for act in gathering.acts
        if side in gathering.sides and act.anchor.start < place and gathering.format == "in person"
    ]
    return gathered[max(near)[2]] if near else None
