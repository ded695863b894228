"""What was done, or done by speaking: sentence by sentence, cue by cue."""

from __future__ import annotations

import msgspec

from verbale.acts.answering import answered
from verbale.acts.carried import Told
from verbale.acts.casting import Cast
from verbale.acts.conditions import condition_of, is_bound
from verbale.acts.content import content_of
from verbale.acts.dates import date_of, due_of
from verbale.acts.filters import belongs, forbids, leaves_a_promise, tells_by_another
from verbale.acts.frames import any_of
from verbale.acts.kinds import SPOKEN
from verbale.acts.modality import modality_of
from verbale.acts.parts import Roles
from verbale.acts.places import place_of
from verbale.acts.replying import replied
from verbale.acts.seized import held_since
from verbale.acts.sentence import SentenceActs, aimed_on
from verbale.acts.setting import Setting
from verbale.acts.threats import is_threat, supposed, threatened
from verbale.acts.travel import travel
from verbale.acts.triggers import Trigger, triggers
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Act, Because, Interval, Published, Span, TimeExpression, stable_id
from verbale.pages.article import Article
from verbale.statements.finding import Statements

_KINDS = frozenset({"lead", "paragraph", "caption"})
# So much may stand between a verb and its noun for both to be the cue.
_FAR = 10


def find_acts(
    article: Article,
    tokens: Tokens,
    parties: Parties,
    times: tuple[TimeExpression, ...],
    statements: Statements,
    published: Published,
) -> tuple[Act, ...]:
    """The acts that an article tells.

    Args:
        article: The article.
        tokens: Its words.
        parties: Its parties.
        times: Its times, resolved.
        statements: Its statements and attributed stretches.
        published: When it came out.

    Returns:
        Acts in the order of their anchors, each once per sentence; spans in article offsets.
    """
    setting = Setting(article, tokens, parties, times, statements, published)
    cast = Cast(setting)
    found: list[Act] = []
    for paragraph in article.paragraphs:
        if paragraph.kind in _KINDS:
            for sentence in paragraph.sentences:
                found.extend(_sentence(setting, cast, sentence, found))
    return tuple(found)


def _sentence(setting: Setting, cast: Cast, sentence: Span, told: list[Act]) -> list[Act]:
    found, left = SentenceActs(setting), []
    for trigger in triggers(setting, sentence):
        if found.holds(trigger):
            continue
        if forbids(setting, trigger):
            found.bar(content_of(setting, trigger))
            continue
        if not belongs(setting, trigger):
            continue
        if tells_by_another(setting, trigger):
            left.append(trigger)
        else:
            _add(setting, cast, trigger, found, told)
    for trigger in left:
        rest = Span(trigger.span.end, trigger.clause.end)
        untold = not any(rest.covers(act.anchor) for act in found.acts())
        if untold and not found.holds(trigger) and leaves_a_promise(setting, trigger):
            _add(setting, cast, trigger, found, told)
    return sorted(found.acts(), key=lambda act: act.anchor)


def _add(setting: Setting, cast: Cast, trigger: Trigger, found: SentenceActs, told: list[Act]) -> None:
    """Add the acts that one cue tells to those of its sentence."""
    content, invited = content_of(setting, trigger), found.invited(trigger)
    journey = travel(setting, trigger, invited, ()) if invited else None
    if invited and journey is None:
        return
    for number, parties in enumerate((journey,) if journey else cast.casts(trigger, content)):
        before = [act for act in (*told, *found.acts()) if act.modality != "proposed"]  # nobody answers to a journey asked for
        roles = answered(setting, trigger, aimed_on(setting, trigger, parties, found.acts()), before)
        roles = replied(setting, trigger, roles, before)
        act = _act(setting, cast, trigger, content, roles, before)
        act = msgspec.structs.replace(act, modality="proposed") if invited else act
        if not found.tells_again(trigger, act):
            found.add(trigger, msgspec.structs.replace(act, id=stable_id(act.id, number)) if number else act)


def _is_to_come(setting: Setting, date: Interval | None) -> bool:
    """Whether the days all lie after the page's own."""
    known = setting.published.end if setting.published else None
    return known is not None and date is not None and date.start is not None and date.start > known


def _shown(setting: Setting, trigger: Trigger) -> Span:
    """The words that name the act: the cue, but of talks the noun, where much stands between (举行渔业问题特别代表第六次磋商)."""
    if trigger.frame.kind not in {"meet", "cooperate"} or trigger.frame.role is not None:
        return trigger.anchor
    if trigger.noun is not None and trigger.noun.start - trigger.anchor.end > _FAR:
        return trigger.noun
    nouns = any_of(trigger.frame.nouns_before).finditer(setting.text, trigger.clause.start, trigger.anchor.start)
    before = [Span(*noun.span()) for noun in nouns] if trigger.frame.nouns_before else []
    if not before or trigger.anchor.start - before[-1].end <= _FAR:
        return trigger.anchor
    between = setting.text[before[-1].end : trigger.anchor.start]
    named = sign("goes on as a noun").found(between) or sign("held later").found(between)
    return trigger.anchor if named else before[-1]


def _act(setting: Setting, cast: Cast, trigger: Trigger, content: Span | None, roles: Roles, told: list[Act]) -> Act:
    article, anchor = setting.article, _shown(setting, trigger)
    shown = article.page_span(anchor)
    kind, modality = trigger.frame.kind, modality_of(setting, trigger, roles)
    if "on a condition" in trigger.frame.traits and is_bound(setting, trigger):
        kind, modality = "promise", "conditional"
        roles = msgspec.structs.replace(roles, recipients=roles.recipients or supposed(setting, trigger, roles.actors))
    if is_threat(setting, trigger, roles, modality):
        whose = supposed(setting, trigger, roles.actors)
        aimed = whose or roles.recipients if kind == "promise" else roles.recipients or whose
        kind, modality, content = "threaten", "happened", threatened(setting, trigger)
        roles = msgspec.structs.replace(roles, recipients=aimed)
    seized = trigger.frame.role == "seized"
    date = held_since(setting, trigger) if seized else date_of(Told(setting, trigger, roles, modality, told))
    date = date or cast.talks.day(trigger, roles, modality)
    if modality == "happened" and kind not in SPOKEN and _is_to_come(setting, date):
        counted = sign("counted from what was told").found(setting.text, trigger.sentence.start, trigger.clause.end)
        counted = counted or sign("told as past").found(setting.text, trigger.clause.start, anchor.start)
        modality, date = ("happened", None) if counted else ("planned", date)
    cast.talks.note_day(trigger, roles, modality, date)
    place = None if seized else place_of(setting, trigger, after=trigger.frame.role == "travel")
    return Act(
        id=stable_id(article.page.id, "act", kind, shown.start, shown.end),
        kind=kind,
        actors=roles.actors,
        recipients=roles.recipients,
        anchor=anchor,
        content=content,
        modality=modality,
        date=date,
        place=place.name if place else None,
        place_zh=place.words if place else None,
        place_span=place.span if place else None,
        coordinates=place.coordinates if place else None,
        according_to=setting.told_by(anchor.start, roles.actors if trigger.frame.kind in SPOKEN else ()),
        condition=condition_of(setting, trigger),
        due=due_of(Told(setting, trigger, roles, modality, told), content, date),
        line=article.line_number(anchor.start),
        because=Because(f"frame {trigger.frame.name}", (anchor, *roles.evidence)),
        confidence=0.8 if roles.named else 0.6,
    )
