"""Whether a page holds an article at all, and if not, what it seems to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.lexicons.signs import sign
from verbale.model import ARTICLE_KINDS, LineKind

_WALL = re.compile(
    r"(?:请|需要?|必须).{0,6}(?:登录|登入|注册|订阅|付费|成为会员)|(?:会员|订户|付费用户)(?:专享|专属|专区|才能)"
    r"|登录后(?:可|才|继续)?(?:阅读|查看)|订阅.{0,6}(?:全文|继续阅读)"
)
_GOES_ON = re.compile(
    r"^[（【\[ ]*(?:(?:本文|全文|文章|内容)?(?:尚?未结束|未完(?:待续)?|还没(?:完|结束))|(?:看|读|阅读)完整(?:文章|全文|内容)?请)"
    r"[^，。]{0,12}$"
)
_DOOR = re.compile(r"登录|登入|注册|订阅|付费|会员|VIP")
_MANY, _NEAR_END = 3, 4


def verdict_of(texts: Sequence[str], kinds: list[LineKind]) -> str | None:
    """Why the page holds no article; such a page's kinds are changed to junk.

    Args:
        texts: The folded lines.
        kinds: Their kinds; article kinds are replaced in place where the page turns out to hold no article.

    Returns:
        The reason in words, or ``None`` where there is an article.
    """
    prose = [text for text, kind in zip(texts, kinds, strict=True) if kind in {"lead", "paragraph"}]
    reason = _reason(texts, prose)
    if reason is not None:
        for place, kind in enumerate(kinds):
            if kind in ARTICLE_KINDS:
                kinds[place] = "teaser" if kind in {"title", "subheading", "paragraph", "lead", "caption"} else "navigation"
    return reason


def _reason(texts: Sequence[str], prose: list[str]) -> str | None:
    long = sum(len(text) for text in prose)
    if long < 300:
        if any(sign("page is not there").found(text) for text in texts if len(text) < 60) and long < 100:
            return "no article: an error page"
        if any(_WALL.search(text) for text in texts if len(text) < 80) and long < 150:
            return "no article: a wall that asks for a login or a subscription"
    cut = [text for text in prose if text.endswith(("...", "…"))]
    if len(cut) >= _MANY and len(cut) * 4 >= len(prose) * 3:
        return "no article: only teasers of other stories"
    if not prose and sum(text.endswith(("...", "…")) for text in texts if len(text) > 30) >= _MANY:
        return "no article: only teasers of other stories"
    if not prose:
        return "no article: no line is prose that belongs to one"
    return None


def incomplete(texts: Sequence[str], kinds: Sequence[LineKind]) -> str | None:
    """Why the article seems to be a part of a longer one.

    Args:
        texts: The folded lines.
        kinds: Their kinds.

    Returns:
        The reason in words; ``None`` where nothing shows that words are missing.
    """
    prose = [place for place, kind in enumerate(kinds) if kind in {"lead", "paragraph"}]
    if not prose:
        return None
    last, after = texts[prose[-1]], texts[prose[-1] + 1 : prose[-1] + 1 + _NEAR_END]
    if last.endswith(("...", "…")):
        return "incomplete: the article's last line is cut off"
    if any(_GOES_ON.search(text) for text in (last, *after) if len(text) < 60):
        return "incomplete: the page says that the article goes on elsewhere"
    if any(_DOOR.search(text) and sign("rest of an article").found(text) for text in after if len(text) < 80):
        return "incomplete: the rest is behind a login or a subscription"
    return None
