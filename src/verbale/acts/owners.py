"""Whose thing an act is about: the owner of what is thanked for, hit or accused of."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated, is_owner
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# How far from where a content begins its owner may stand.
_NEAR = 3


def with_owners(setting: Setting, group: list[Phrase], span: Span) -> list[Phrase]:
    """感谢埃及的接待和联盟的斡旋: the owner of one thing, with the owners of those listed after it.

    Args:
        setting: What the page has given so far.
        group: The parties that stand right after the cue.
        span: The clause after the cue, in code points of the article's text.
    """
    owners = list(group)
    for phrase in setting.phrases(span) if group else ():
        listed = phrase.span.start > owners[-1].span.end and is_owner(setting.text, phrase)
        if listed and sign("and somebody else's").found(setting.text, owners[-1].span.end, phrase.span.start):
            owners.append(phrase)
    return owners


def owner_after(setting: Setting, content: Span | None) -> list[Phrase]:
    """The party whose deed is thanked for or welcomed: 对阿曼所做的安排.

    Args:
        setting: What the page has given so far.
        content: What is thanked for, if anything.
    """
    phrases = setting.phrases(content) if content else []
    if not content or not phrases or phrases[0].span.start - content.start > _NEAR:
        return []
    return [] if sign("done against them").found(setting.text, content.start, phrases[0].span.start) else phrases[:1]


def opening(setting: Setting, trigger: Trigger, content: Span | None, follows: str) -> list[Phrase]:
    """The parties with which a content opens, where the words after them are a sign's (邻国的|指控, 邻国|加入联盟).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        content: What is said of them, if anything.
        follows: The name of the sign.
    """
    phrases = setting.phrases(content) if content else []
    group = coordinated(setting.text, phrases, 0) if content and phrases and phrases[0].span.start - content.start <= 1 else []
    return group if group and content and sign(follows).found(setting.text, group[-1].span.end, trigger.clause.end) else []
