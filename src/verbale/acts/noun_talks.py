"""Talks that no act tells, only a noun with its parties, day or place (在利雅得的会谈结束后, 双方的会谈持续两小时)."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import msgspec

from verbale.acts.kinds import WANTED
from verbale.acts.meeting_days import is_to_come
from verbale.acts.meeting_sites import meeting_site
from verbale.acts.moments import is_date
from verbale.acts.noun_sides import sides
from verbale.acts.sameness import days
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.surroundings import clause_of
from verbale.lexicons.signs import sign
from verbale.model import Act, Because, Interval, Modality, Span

_HELD = frozenset({"meet", "call"})
_TAKEN = _HELD | {"cancel"}
_TOLD = frozenset({"lead", "paragraph", "caption"})
_LONGEST = 62
_YEAR = 366
_CLOSE = 4
_AGREED = frozenset({"agree", "sign"})
# What is agreed is planned, what is suggested is proposed.
_OF_CONTENT: dict[str, Modality] = {"agree": "planned", "promise": "planned", "propose": "proposed"}


class _Around(msgspec.Struct, frozen=True):
    """The act of talks before a noun, and the agreement told right after it."""

    last: Act | None
    agreed: Act | None


def noun_talks(setting: Setting, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Acts for talks told by nouns alone; they have no id, for they are no acts of the record.

    Args:
        setting: What the page has given so far.
        acts: The acts of the page, in order.

    Returns:
        Acts of the kind ``meet`` or ``call`` with their parties, as many as the text shows to have taken or to take place.
    """
    acts = sorted(acts, key=lambda act: act.anchor)
    found: list[Act] = []
    held = [act for act in acts if act.kind in _HELD]
    for noun, sentence in _nouns(setting):
        near = [*_within(acts, sentence), *_within(found, sentence)]
        last = max(_before(held, noun) + _before(found, noun), key=lambda act: act.anchor, default=None)
        told = _told(setting, noun, sentence, near, _Around(last, _agreed_after(setting, acts, sentence)))
        if told:
            found.append(told)
    return tuple(found)


def _within(acts: Sequence[Act], sentence: Span) -> Sequence[Act]:
    """The acts of a sentence, of acts in order."""
    first, last = (bisect.bisect_left(acts, place, key=lambda act: act.anchor.start) for place in (sentence.start, sentence.end))
    return acts[first:last]


def _before(acts: Sequence[Act], noun: Span) -> list[Act]:
    """The last act before a noun, if any, of acts in order."""
    place = bisect.bisect_left(acts, noun.start, key=lambda act: act.anchor.start)
    return [acts[place - 1]] if place else []


def _nouns(setting: Setting) -> Iterator[tuple[Span, Span]]:
    """The nouns of talks that may tell some, with their sentences."""
    for paragraph in setting.article.paragraphs:
        for sentence in paragraph.sentences if paragraph.kind in _TOLD else ():
            for match in sign("talks noun").all(setting.text, sentence.start, sentence.end):
                phrases = setting.parties.phrases_in(Span(sentence.start, match.end()))
                over = next((phrase.span.end for phrase in phrases if phrase.span.start < match.start() < phrase.span.end), match.start())
                if over < match.end():
                    yield Span(over, match.end()), sentence


def _agreed_after(setting: Setting, acts: Sequence[Act], sentence: Span) -> Act | None:
    """The first agreement in the rest of a sentence or the next one (磋商8日在日内瓦结束。A与B已就停火达成协议)."""
    following = setting.sentence_at(sentence.end)
    near = _within(acts, Span(sentence.start, following.end if following else sentence.end))
    return next((act for act in near if act.kind in _AGREED and len(act.actors) > 1), None)


def _told(setting: Setting, noun: Span, sentence: Span, acts: Sequence[Act], around: _Around) -> Act | None:
    """The talks of one noun, if its clause gives their parties and shows that they took or take place."""
    clause = setting.clause(noun.start, sentence)
    before = Span(max(clause.start, setting.scope(noun.start, sentence).start), noun.start)
    asked = next((act for act in acts if act.kind in _OF_CONTENT and _asks(act) and act.content and act.content.covers(noun)), None)
    if _is_only_named(setting, noun, clause, sentence) or any(_takes(setting, act, clause, noun) for act in acts):
        return None
    wanted = any(act.kind in WANTED and act.content and act.content.covers(noun) for act in acts)
    if asked and sign("talks go on").found(setting.text, before.start, before.end):
        return None
    if asked is None and sign("talks not held").found(setting.text, before.start, before.end):
        return None
    actors, named = sides(setting, noun, before, asked, around.last)
    if (
        not actors
        and around.agreed
        and around.agreed.anchor.start > noun.end
        and sign("talks end").found(setting.text, noun.end, clause.end)
    ):
        actors = around.agreed.actors
    longest = _YEAR if asked else _LONGEST
    date = _day(setting, Span(_time_before(setting, before.start, sentence), noun.start), Span(noun.end, clause.end), longest)
    if asked and _is_invitation(setting, asked, noun):
        date, wanted = date or asked.date, False
    modality = _modality(setting, clause, Span(max((span.end for span in named), default=before.start), noun.end), noun, date, asked)
    kind = "call" if sign("talks by wire").found(setting.words(noun)) else "meet"
    if not actors or not modality or (wanted and modality == "happened"):
        return None
    why, anchor = Because("talks told by a noun", (noun, *named)), _anchor(setting, noun, clause)
    told = Act(kind=kind, actors=actors, recipients=(), anchor=anchor, modality=modality, date=date, because=why, confidence=0.5)
    return told if _is_placed(setting, told, noun, named=bool(named), asked=asked is not None) else None


def _anchor(setting: Setting, noun: Span, clause: Span) -> Span:
    """The noun, or the verb that follows it with the place between them (会议在首都举行)."""
    verb = sign("talks are held").found(setting.text, noun.end, clause.end)
    return Span(verb.start("verb"), verb.end("verb")) if verb else noun


def _is_only_named(setting: Setting, noun: Span, clause: Span, sentence: Span) -> bool:
    """Whether the noun is part of another word, a topic, or said of talks told before (这是两人首次会晤)."""
    text = setting.text
    line = sign("line is set up").found(text, clause.start, noun.end)
    if sign("only a part of a word").found(text, noun.end, clause.end) or line:
        return True
    if any(sign("looks back").found(text, start) for start in (sentence.start, clause.start)):
        return True
    of_many = sign("general meeting").found(setting.words(noun)) or sign("members meet").found(setting.words(noun))
    amid = ("amid a meeting", "only dates something")
    if of_many and any(sign(name).found(text, noun.end, clause.end) for name in amid):
        return True
    if of_many and sign("only an occasion").found(text, clause.start, noun.start):
        return True
    return in_topic(setting, clause, noun) and not sign("talks then").found(text, clause.start, noun.start)


def _asks(act: Act) -> bool:
    """Whether something was agreed or suggested at all (not 从未同意)."""
    return act.modality in {"happened", "planned"}


def _is_invitation(setting: Setting, asked: Act, noun: Span) -> bool:
    """邀请X共进晚餐: whoever was invited to a meal on a past day came to it."""
    return asked.kind == "propose" and sign("meal").found(setting.words(noun)) is not None


def _takes(setting: Setting, act: Act, clause: Span, noun: Span) -> bool:
    """Whether an act of the clause tells the talks, or calls them off; not one during which they were held (出席峰会时与X会谈)."""
    if act.kind not in _TAKEN or not clause.start <= act.anchor.start < clause.end:
        return False
    return act.anchor.end > noun.start or not sign("at that time").found(setting.text, act.anchor.end, noun.start)


def _is_placed(setting: Setting, told: Act, noun: Span, *, named: bool, asked: bool) -> bool:
    """Whether day or place single the talks out; a general word (会议) needs the day, talks whose parties are named neither.

    Plans need no day where they are for the next round, unless they are only agreed on.
    """
    if sign("general meeting").found(setting.words(noun)):
        return told.date is not None
    if told.date is not None or meeting_site(setting, told) is not None:
        return True
    if told.modality == "happened":
        return named
    return not asked and sign("next talks").found(setting.text, clause_of(setting, noun).start, noun.start) is not None


def _day(setting: Setting, before: Span, after: Span, longest: int) -> Interval | None:
    """The last day before the noun, else the first after it."""
    earlier, later = _days_in(setting, before, longest), _days_in(setting, after, longest)
    return earlier[-1] if earlier else later[0] if later else None


def _days_in(setting: Setting, span: Span, longest: int) -> list[Interval]:
    """The days of a stretch, but for longer times; what is agreed on may be left open for a whole year (明年再次会晤)."""
    values = [time.value for time in setting.times_in(span) if is_date(setting, time) and time.value]
    return [value for value in values if days(value) <= longest]


def _time_before(setting: Setting, start: int, sentence: Span) -> int:
    """Where a clause begins, with the one before it that only gives the day (8月7日，…)."""
    if start <= sentence.start:
        return start
    clause = setting.clause(start - 1, Span(sentence.start, start - 1))
    only_time = any(time.span.start - clause.start <= _CLOSE and time.span.end == clause.end for time in setting.times_in(clause))
    return clause.start if only_time else start


def _modality(setting: Setting, clause: Span, told: Span, noun: Span, date: Interval | None, asked: Act | None) -> Modality | None:
    """Whether the talks took place or are to; ``None`` where nothing shows it. ``told`` reaches from the parties to the noun."""
    text = setting.text
    if asked and date and not is_to_come(setting, date) and _is_invitation(setting, asked, noun):
        return "happened"
    if asked:
        return _OF_CONTENT[asked.kind]
    if is_to_come(setting, date) or sign("talks to come").found(text, clause.start, clause.end):
        return "possible" if sign("talks possible").found(text, clause.start, clause.end) else "planned"
    over = sign("talks over").found(text, noun.end, clause.end + 1) or sign("talks then").found(text, clause.start, noun.start)
    people = sign("people of").found(text, told.start)
    rest = text[people.end() if people else told.start : noun.start]
    verb = "之间" not in rest and not rest.endswith("的") and not sign("makes talks a noun").found(text, clause.start, noun.start)
    done = verb and sign("told as a deed").found(text, noun.end)
    return "happened" if over or date or done else None
