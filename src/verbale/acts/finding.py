"""What was done, or done by speaking: sentence by sentence, cue by cue."""

from __future__ import annotations

from verbale.acts.casting import Cast
from verbale.acts.conditions import condition_of, is_bound
from verbale.acts.content import content_of
from verbale.acts.dates import date_of, due_of, place_of
from verbale.acts.filters import belongs
from verbale.acts.kinds import SPOKEN, WANTED
from verbale.acts.modality import modality_of
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger, triggers
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.model import Act, Because, Published, Span, TimeExpression, stable_id
from verbale.pages.article import Article
from verbale.statements.finding import Statements

_KINDS = frozenset({"lead", "paragraph", "caption"})


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
    nouns: list[Span] = []
    for trigger in triggers(setting, sentence):
        if trigger.span in nouns:
            continue
        inside = any(span.start <= trigger.span.start < span.end for span in wanted)
        if (inside and not trigger.relative) or not belongs(setting, trigger):
            continue
        content = content_of(setting, trigger)
        roles = cast.roles(trigger, content)
        if roles is None:
            continue
        act = _act(setting, cast, trigger, content, roles)
        if trigger.noun:
            nouns.append(trigger.noun)
        if act.kind in WANTED and act.content:
            wanted.append(act.content)
        if trigger.frame.role == "attend":
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
    return one.anchor.overlaps(other.anchor) or (
        alike and (one.content is not None or setting.words(one.anchor) == setting.words(other.anchor))
    )


def _act(setting: Setting, cast: Cast, trigger: Trigger, content: Span | None, roles: Roles) -> Act:
    article, anchor = setting.article, trigger.anchor
    shown = article.page_span(anchor)
    kind, modality = trigger.frame.kind, modality_of(setting, trigger, roles)
    if trigger.frame.name == "will not" and is_bound(setting, trigger):
        kind, modality = "promise", "conditional"
    date = date_of(setting, trigger, roles.actors) or cast.talks.day(trigger, roles, modality)
    cast.talks.note_day(trigger, roles, modality, date)
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
        condition=condition_of(setting, trigger),
        due=due_of(setting, content),
        line=article.line_number(anchor.start),
        because=Because(f"frame {trigger.frame.name}", (anchor, *roles.evidence)),
        confidence=0.8 if roles.named else 0.6,
    )
