"""Who holds the talks that a noun tells."""

from __future__ import annotations

import re

from verbale.acts.assemblies import assembles
from verbale.acts.clauses import clause_subject
from verbale.acts.meeting_partners import the_two
from verbale.acts.meeting_words import states_of
from verbale.acts.members import members
from verbale.acts.moments import is_date
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

_WITH = re.compile("(?:与|同|和|跟)$")
# Tags of words that may stand between the parties and their talks.
_LINKING = frozenset({"p", "u", "c", "n", "nz", "vn", "an", "a", "ad", "d", "m", "q", "t", "s", "f", "ns", "b", "r", "xc", "nt", "w"})
_LINKING_NAMES = frozenset({"TIME", "LOC", "ORG"})


def sides(setting: Setting, noun: Span, before: Span, asked: Act | None, last: Act | None) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The parties of talks that a noun tells.

    Args:
        setting: What the page has given so far.
        noun: The noun.
        before: Its clause before it, in the same mouth.
        asked: The act in whose content the noun stands (agreed, suggested), if any.
        last: The act of talks before it, if any.

    Returns:
        Their ids and the words that name them: those of the noun's own phrase; what is agreed or suggested concerns those who agree or
        whom it is suggested to; next and earlier rounds are held by the states that talk in the act before. Empty where nothing tells.
    """
    if asked and asked.kind == "propose" and sign("meal").found(setting.words(noun)):
        return (*asked.actors, *asked.recipients), ()
    two = the_two(setting, before)
    if two:
        return two, ()
    phrases = _named(setting, before)
    actors = states_of(_together(setting, phrases, before, asked))
    if len(setting.states(actors)) > 1 or (phrases and _meet_as_one(setting, Span(phrases[0].span.start, noun.end), actors)):
        return actors, tuple(phrase.span for phrase in phrases)
    if asked and len(setting.states((*asked.actors, *asked.recipients))) > 1:
        return _of_round(setting, noun, _persons_of(setting, (*asked.actors, *asked.recipients), last)), ()
    if not phrases and (_is_dated(setting, before) or sign("round named").found(setting.text, before.start, noun.start)):
        return _last(setting, last), ()
    return (), ()


def _named(setting: Setting, before: Span) -> list[Phrase]:
    """The last parties before the noun, with nothing between but words of time, place and manner."""
    clause = setting.clause(before.start, sentence_of(setting, before))
    phrases = [
        phrase
        for phrase in setting.phrases(before)
        if not sign("opens a place").found(setting.text, before.start, phrase.span.start) and not in_topic(setting, clause, phrase.span)
    ]
    if not phrases or not _leads(setting, Span(phrases[-1].span.end, before.end)):
        return []
    first = len(phrases) - 1
    while first > 0 and _are_joined(setting, phrases[first - 1], phrases[first]):
        first -= 1
    return phrases[first:]


def _leads(setting: Setting, between: Span) -> bool:
    words = setting.tokens.within(between)
    return all(word.tag in _LINKING | _LINKING_NAMES or sign("holds talks").found(setting.words(word.span)) for word in words)


def _are_joined(setting: Setting, left: Phrase, right: Phrase) -> bool:
    """Whether two parties stand side by side or are joined by 与, with no more than a day or a word between."""
    between = setting.text[left.span.end : right.span.start]
    if not between:
        return len(left.span) == 1
    times = [time.span for time in setting.times_in(Span(left.span.end, right.span.start))]
    for span in times:
        between = between.replace(setting.words(span), "")
    return sign("joins sides").found(between) is not None


def _together(setting: Setting, phrases: list[Phrase], before: Span, asked: Act | None) -> tuple[str, ...]:
    """Those named; with 与X the subject of the clause, or who agrees or speaks, and X."""
    named = members(phrases, setting)
    if not phrases or not _WITH.search(setting.text, before.start, phrases[0].span.start):
        return named
    owners = members(clause_subject(setting, Span(before.start, phrases[0].span.start), before.start), setting)
    owners = owners or _in_main_clause(setting, before) or (asked.actors if asked else ()) or setting.speakers(before.end)
    return tuple(dict.fromkeys((*owners, *named))) if owners else ()


def _in_main_clause(setting: Setting, before: Span) -> tuple[str, ...]:
    """在与X的通话中，Y…: the subject of the clause after one that opens with 在."""
    sentence = sentence_of(setting, before)
    clause = setting.clause(before.end, sentence)
    if not sign("opens with time").found(setting.text, clause.start) or clause.end >= sentence.end:
        return ()
    following = setting.clause(clause.end + 1, sentence)
    return members(clause_subject(setting, following, following.start), setting)


def _meet_as_one(setting: Setting, within: Span, actors: tuple[str, ...]) -> bool:
    """Whether the members of one organization meet (东盟外长会议)."""
    return len(actors) == 1 and assembles(actors[0]) and sign("members meet").found(setting.words(within)) is not None


def _is_dated(setting: Setting, before: Span) -> bool:
    """Whether a day stands right before the noun (下周的会谈)."""
    ends = before.end - (setting.text[before.end - 1 : before.end] == "的")
    return any(time.span.end == ends and time.kind != "anaphor" and is_date(setting, time) for time in setting.times_in(before))


def _of_round(setting: Setting, noun: Span, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those who talk; for another round, or where others are sent (两国专家下周磋商), their states."""
    opens = clause_of(setting, noun).start
    if sign("next talks").found(setting.text, opens, noun.start) or sign("others are sent").found(setting.text, opens, noun.start):
        return tuple(dict.fromkeys(setting.side(actor) for actor in actors))
    return actors


def _persons_of(setting: Setting, actors: tuple[str, ...], last: Act | None) -> tuple[str, ...]:
    """Where only some sides are persons (双方 after a call of two ministers): the persons of the same states who talked before."""
    kinds = {setting.parties.by_id[one].type == "person" for one in actors}
    talked = last.actors if last else ()
    same = setting.states(talked) == setting.states(actors) and len(talked) == len(actors)
    return talked if len(kinds) > 1 and same and all(setting.parties.by_id[one].type == "person" for one in talked) else actors


def _last(setting: Setting, last: Act | None) -> tuple[str, ...]:
    """The states of the last talks."""
    everyone = (*last.actors, *last.recipients) if last else ()
    found = dict.fromkeys(setting.side(actor) for actor in everyone)
    return tuple(found) if len(found) > 1 else ()
