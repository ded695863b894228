"""The kind of each line, once article and junk are told apart: titles and bylines are looked for around the article's prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model import ARTICLE_KINDS, LineKind
from verbale.pages.documents import is_document
from verbale.pages.features import Look, look
from verbale.pages.markers import marks
from verbale.pages.topics import own_story

_HEADER = 40  # lines above the first prose in which a title is looked for
_NEVER_ARTICLE = frozenset({"section", "read_on", "link_row", "social", "reply", "editor", "picture_set", "labels"})
_FINAL = re.compile(r"[。！？!?…；;”’]$|\.\.\.$")
_SENTENCE = re.compile(r"[。…；;]$|\.\.\.$|[。！？]”$")
_OWN_SHARE = 0.4
_NEARNESS = 0.2
_META = re.compile(r"\d{4} ?[-/.年] ?\d{1,2}|\d{1,2}:\d\d|来源[：:]|作者[：:]|[〓│]")
_DATED = re.compile(
    r"(?:(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)[ T，]*(?:\d{1,2}:\d\d(?::\d\d)?)?"
)
_TOLD = frozenset({"lead", "paragraph", "caption", "subheading"})
_CUT = re.compile(r"[.…]{2,}$|…$")
_COPIED = 15  # characters from which on equal lines are copies
_BESIDE_DATE = 24  # characters that a line with the page's date holds beside it: the section, the reporter
_FEW = 0.2  # of a document's lines, the share that is prose where prose shows where it begins and ends
_HEADLINE = 14  # characters that a headline has and a subheading seldom
_LINKS = frozenset({"links:3", "links:4"})  # layout of lines that are mostly links
_NAME = re.compile(r"^[\u4e00-\u9fff·]{2,8}$")


class _Lines:
    """The lines of one page with what is known of them; ``kinds`` is filled step by step.

    The rules that guess other stories, links and copies from the words were made for news: they are left out of documents (programmes,
    tables, essays), and the first two where the layout tells these (``trusted``). A document of hardly any prose is ``bare``: what counts
    for prose elsewhere is each of its lines.
    """

    def __init__(self, texts: Sequence[str], article: Sequence[bool], layout: Sequence[Sequence[str]]) -> None:
        self.looks = [look(text) for text in texts]
        self.marks = [{marker.name: marker.kind for marker in marks(text)} for text in texts]
        self.article = list(article)
        self.titles = [place for place, told in enumerate(layout) if "page title" in told]
        self.document = is_document(self.looks, article)
        self.trusted = bool(layout) or self.document
        self.plain = [_LINKS.isdisjoint(told) for told in layout] if layout else [self.trusted] * len(texts)
        self.kinds: list[LineKind] = [self._junk_kind(place) for place in range(len(texts))]
        self.prose = [place for place, one in enumerate(self.looks) if article[place] and is_prose(one)]
        self.bare = self.document and sum(self.looks[place].solid for place in self.prose) < _FEW * sum(article)
        if self.bare:
            self.prose = [place for place, label in enumerate(article) if label]

    def _junk_kind(self, place: int) -> LineKind:
        one, found = self.looks[place], self.marks[place]
        for kind in ("spam", "comment", "notice", "promotion", "navigation"):
            if kind in found.values():
                return kind
        if "byline" in found.values() or one.length <= 7 or "no Chinese" in one.own:
            return "navigation"
        return "teaser"


def is_prose(one: Look) -> bool:
    """Whether a line is a sentence or more, cut off or whole."""
    return one.length >= 18 and (bool(_FINAL.search(one.text)) or "。" in one.text or (one.length > 45 and "，" in one.text))


def kinds_of(texts: Sequence[str], article: Sequence[bool], layout: Sequence[Sequence[str]] = ()) -> list[LineKind]:
    """Name every line.

    Args:
        texts: The folded, stripped, non-blank lines in order.
        article: For each line whether the weights take it for article.
        layout: For each line what the layout of its HTML page tells of it. It tells other stories and links from the article by itself, so
            that the rules that guess them from the words alone are left out.

    Returns:
        For each line its kind; without any prose among the article lines all kinds are junk.
    """
    lines = _Lines(texts, article, layout)
    if not lines.prose:
        return lines.kinds
    if not lines.trusted:
        _keep_own_story(lines)
    _name_body(lines)
    _name_captions(lines)
    if not lines.trusted:
        _drop_links(lines)
    if not lines.document:
        _drop_copies(lines)
    title = _name_title(lines)
    _name_header(lines, title)
    _name_end(lines)
    _name_lead(lines, title)
    return lines.kinds


def _keep_own_story(lines: _Lines) -> None:
    """Another story above or below the page's own is junk, with the headings that belong to it."""
    first, end = own_story([lines.looks[place] for place in lines.prose])
    above = lines.prose[first] if first else 0
    below = lines.prose[end - 1] + 1 if end < len(lines.prose) else len(lines.looks)
    lines.prose = lines.prose[first:end]
    lines.article = [label and above <= place < below for place, label in enumerate(lines.article)]


def _name_body(lines: _Lines) -> None:
    first, last = lines.prose[0], lines.prose[-1]
    for place, one in enumerate(lines.looks):
        found = lines.marks[place]
        if not lines.article[place] or _NEVER_ARTICLE & found.keys() or ("copyright" in found and "speech" not in one.own):
            continue
        if "caption" in found.values():
            lines.kinds[place] = "caption"
        elif is_prose(one):
            lines.kinds[place] = "paragraph"
        elif "byline" in found.values() and "source" not in found:
            lines.kinds[place] = "byline"
        elif (_META.search(one.text) or "blanks" in one.own) and not lines.plain[place]:
            continue
        elif first < place < last or _before_prose(lines, place):
            lines.kinds[place] = "paragraph" if lines.bare or _SENTENCE.search(one.text) else "subheading"
        elif place > last and (lines.plain[place] or _FINAL.search(one.text)):
            lines.kinds[place] = "paragraph"


def _name_captions(lines: _Lines) -> None:
    """A caption stands beside the article's lines; once more further down it is another story's or a gallery's."""
    count, seen = len(lines.kinds), set()
    for place in range(count):
        text = lines.looks[place].text
        if "caption" in lines.marks[place].values() and lines.kinds[place] not in ARTICLE_KINDS:
            beside = (other for other in (place - 1, place + 1, place + 2) if 0 <= other < count)
            if any(lines.kinds[other] in ARTICLE_KINDS for other in beside):
                lines.kinds[place] = "caption"
        if lines.kinds[place] == "caption":
            if text in seen:
                lines.kinds[place] = "teaser"
            seen.add(text)


def _drop_links(lines: _Lines) -> None:
    """A bulleted headline among paragraphs, or two headlines in a row, lead to other stories."""
    headings = [kind == "subheading" for kind in lines.kinds]
    for place, heading in enumerate(headings):
        around = headings[max(0, place - 2) : place + 3]
        if heading and (all(around[:3]) or all(around[-3:]) or all(around[1:4])) and len(around) >= 3:
            lines.kinds[place] = "teaser"  # three headings in a row head nothing
        long = lines.looks[place].length >= _HEADLINE
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(headings)]
        row = any(headings[other] and lines.looks[other].length >= _HEADLINE for other in beside)
        if heading and long and ("bullet" in lines.looks[place].own or row):
            lines.kinds[place] = "teaser"


def _drop_copies(lines: _Lines) -> None:
    """What the article says twice word for word counts once: a deck, a caption or a quotation set apart, whole or cut off."""
    told = [place for place, kind in enumerate(lines.kinds) if kind in _TOLD]
    whole: dict[str, int] = {}
    for place in told:
        text = _CUT.sub("", lines.looks[place].text)
        if len(text) < _COPIED:
            continue
        cut = text != lines.looks[place].text
        fuller = cut and any(other != place and lines.looks[other].text.startswith(text) for other in told)
        if fuller or whole.setdefault(text, place) != place:
            lines.kinds[place] = "teaser"
    lines.prose = [place for place in lines.prose if lines.kinds[place] != "teaser"]


def _before_prose(lines: _Lines, place: int) -> bool:
    return place + 1 < len(lines.looks) and place + 1 in lines.prose[:1]


def _name_title(lines: _Lines) -> int | None:
    """The line above the prose that shares most of its words with it, and the same words once more close by."""
    first = lines.prose[0]
    words = frozenset().union(*(lines.looks[place].pairs for place in lines.prose))
    best, best_score = None, 0.0
    for place in range(max(0, first - _HEADER), first):
        one = lines.looks[place]
        if not _can_be_title(one, lines.marks[place]):
            continue
        share = len(one.pairs & words) / len(one.pairs)
        close = all(_is_small(lines, between) for between in range(place + 1, first))
        nearness = _NEARNESS if close else 0.0
        score = share + (_NEARNESS if lines.article[place] or close else 0.0) - 0.008 * (first - place)
        if share + nearness >= _OWN_SHARE and score >= best_score:
            best, best_score = place, score
    best = next((place for place in reversed(lines.titles) if first - _HEADER <= place < first), best)
    if best is not None:
        for place in range(max(0, best - 8), first):
            if lines.looks[place].text == lines.looks[best].text:
                lines.kinds[place] = "title"
    return best


def _is_small(lines: _Lines, place: int) -> bool:
    """Whether a line can stand between title and text."""
    return bool(lines.marks[place]) or lines.looks[place].length <= 6 or _is_dated(lines.looks[place].text)


def _is_dated(text: str) -> bool:
    """Whether a line is a date with a few words beside it."""
    rest = _DATED.sub("", text, count=1)
    return rest != text and len(rest) <= _BESIDE_DATE and not any(mark in rest for mark in "，。！？")


def _can_be_title(one: Look, found: dict[str, LineKind]) -> bool:
    plain = not found and not _META.search(one.text) and "bullet" not in one.own and not one.truncated
    return (
        plain and 7 <= one.length <= 45 and len(one.pairs) >= 3 and not one.text.endswith(("。", "；", "，", "：")) and "。" not in one.text
    )


def _name_header(lines: _Lines, title: int | None) -> None:
    """Dates, sources and names between title and prose, and dates and sources right above the title."""
    first = lines.prose[0]
    if title is None:
        for place in range(max(0, first - 3), first):
            if lines.marks[place].keys() & {"reporter", "desk_report", "source", "date_only"} and lines.article[place]:
                lines.kinds[place] = "byline"
        return
    opened = False
    for place in range(title + 1, first):
        found = lines.marks[place]
        told = "byline" in found.values() or _is_dated(lines.looks[place].text)
        if told and not found.keys() & _NEVER_ARTICLE:
            lines.kinds[place], opened = "byline", True
        elif "caption" in found.values():
            lines.kinds[place] = "caption"
        elif opened and not found and _NAME.match(lines.looks[place].text):
            lines.kinds[place] = "byline"
        else:
            opened = False
    top = next(place for place in range(title + 1) if lines.kinds[place] == "title")
    for place in range(top - 1, max(-1, top - 4), -1):
        if "byline" not in lines.marks[place].values():
            break
        lines.kinds[place] = "byline"


def _name_end(lines: _Lines) -> None:
    """Who wrote it, right after the prose; and in news no subheading without a text under it."""
    last = lines.prose[-1]
    place, end = last + 1, min(len(lines.looks), last + 4)
    while place < end:
        if lines.marks[place].keys() & {"reporter", "desk_report", "source", "credits"} and "editor" not in lines.marks[place]:
            lines.kinds[place] = "byline"
            end = min(len(lines.looks), place + 3)
        place += 1
    if not lines.document:
        _drop_empty_headings(lines)


def _drop_empty_headings(lines: _Lines) -> None:
    following: LineKind | None = None
    for place in range(len(lines.kinds) - 1, -1, -1):
        kind = lines.kinds[place]
        if kind == "subheading" and following not in ARTICLE_KINDS:
            lines.kinds[place] = "teaser"
        elif kind not in {"subheading", "caption", "byline"}:
            following = kind


def _name_lead(lines: _Lines, title: int | None) -> None:
    """The first paragraph is a lead where one with a dateline follows it, or where the text says it all again."""
    first = lines.prose[0]
    if lines.kinds[first] != "paragraph" or len(lines.prose) < 3:
        return
    follows = "dateline" in lines.looks[lines.prose[1]].own and "dateline" not in lines.looks[first].own
    rest = frozenset().union(*(lines.looks[place].pairs for place in lines.prose[1:]))
    told = len(lines.looks[first].pairs & rest) / max(1, len(lines.looks[first].pairs))
    if follows or (told > 0.85 and (first == 0 or title is not None)):
        lines.kinds[first] = "lead"
