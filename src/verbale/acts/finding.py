"""What was done, or done by speaking: sentence by sentence, cue by cue."""

from __future__ import annotations

import re

from verbale.acts.casting import Cast
from verbale.acts.content import content_of
from verbale.acts.dates import date_of, due_of, place_of
from verbale.acts.filters import belongs
from verbale.acts.kinds import SPOKEN, WANTED
from verbale.acts.modality import conditions_before, modality_of
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger, triggers
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.model import Act, Because, Published, Span, TimeExpression, stable_id
from verbale.pages.article import Article
from verbale.statements.finding import Statements

_KINDS = frozenset({"lead", "paragraph", "caption"})
_AFTERWARDS = re.compile(r"前提是|条件是")


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
                found.extend(_sentence(setting, cast, sentence))
    return tuple(found)


def _sentence(setting: Setting, cast: Cast, sentence: Span) -> list[Act]:
    acts: list[Act] = []
    wanted: list[Span] = []
    for trigger in triggers(setting, sentence):
        inside = any(span.start <= trigger.span.start < span.end for span in wanted)
        if (inside and not trigger.relative) or not belongs(setting, trigger):
            continue
        content = content_of(setting, trigger)
        roles = cast.roles(trigger, content)
        if roles is None:
            continue
        act = _act(setting, cast, trigger, content, roles)
        if act.kind in WANTED and act.content:
            wanted.append(act.content)
        if trigger.frame.name == "attends":
            wanted.append(Span(trigger.anchor.end, trigger.clause.end))
        if not _told(setting, acts, act):
            acts.append(act)
    return [act for act in acts if not _goes_on(acts, act)]


def _goes_on(acts: list[Act], act: Act) -> bool:
    """达成一致，同意…: one agreement, told with its content."""
    bare = act.kind == "agree" and act.content is None
    return bare and any(other.kind == "agree" and other.content and other.actors == act.actors for other in acts)


def _is_fact(trigger: Trigger) -> bool:
    """Whether a cue inside what is only wanted still tells a fact: 同意美方提出的方案."""
    return trigger.relative and trigger.frame.kind in {"propose", "sign", "demand"}


def _told(setting: Setting, acts: list[Act], act: Act) -> bool:
    """Whether the sentence has told the same act already."""
    return any(_same(setting, other, act) for other in acts if other.kind == act.kind)


def _same(setting: Setting, one: Act, other: Act) -> bool:
    if one.kind in {"meet", "call"} and set(one.actors) == set(other.actors) and one.date == other.date:
        return True
    if one.actors != other.actors:
        return False
    if one.kind == "visit" and one.recipients == other.recipients:
        return True
    alike = one.recipients == other.recipients and one.content == other.content
    return one.anchor.overlaps(other.anchor) or (alike and (one.content is not None or setting.words(one.anchor) == setting.words(other.anchor)))


def _act(setting: Setting, cast: Cast, trigger: Trigger, content: Span | None, roles: Roles) -> Act:
    article, anchor = setting.article, trigger.anchor
    shown = article.page_span(anchor)
    kind, modality = trigger.frame.kind, modality_of(setting, trigger, roles)
    if trigger.frame.name == "will not" and _is_bound(setting, trigger):
        kind, modality = "promise", "conditional"
    date = date_of(setting, trigger, roles.actors) or cast.day_of_talks(trigger, roles, modality)
    cast.note_day(trigger, roles, modality, date)
    place = place_of(setting, trigger, after=trigger.frame.role == "travel")
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
        according_to=setting.told_by(anchor.start, roles.actors if trigger.frame.kind in SPOKEN else ()),
        condition=_condition(setting, trigger),
        due=due_of(setting, content),
        line=article.line_number(anchor.start),
        because=Because(f"frame {trigger.frame.name}", (anchor, *roles.evidence)),
        confidence=0.8 if roles.named else 0.6,
    )


def _is_bound(setting: Setting, trigger: Trigger) -> bool:
    """只要…就不会, 如果不…就不会: a promise on a condition, no denial."""
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return condition is not None and bool(re.match("只要|(?:如果|若)[^，。；]{0,12}不", setting.words(condition)))


def _condition(setting: Setting, trigger: Trigger) -> Span | None:
    """The condition that the sentence sets: before the cue (如果…), or after it (前提是…)."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    after = _AFTERWARDS.search(setting.text, trigger.span.end, max(scope.end, trigger.span.end))
    if after:
        end = setting.clause(after.end(), scope).end
        return Span(after.start(), end)
    return conditions_before(setting, trigger, scope)
