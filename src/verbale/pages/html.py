"""HTML pages: their text as lines, what their layout tells of each line, and what their metadata tell of the page."""

from __future__ import annotations

import re

import msgspec

from verbale.errors import NoArticle
from verbale.model import Page
from verbale.pages.chinese import script_of
from verbale.pages.layout import layout_features
from verbale.pages.markup import Row, parsed, rows_of
from verbale.pages.metadata import metadata_of

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|link|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(r"</(?:html|body|head|div|p|table|td|script|span|h[1-6])\s*>", re.IGNORECASE)
_MANY = 8  # closing tags from which on a text is HTML however it begins


class HtmlPage(Page, frozen=True, kw_only=True):
    """A page that was HTML. ``text`` holds its lines, with a blank line where a paragraph or another block begins.

    Attributes:
        layout: For each line that is not blank, what the layout tells of it (names that ``lexicons/html_weights.tsv`` lists).
    """

    layout: tuple[tuple[str, ...], ...] = ()


def plain(page: Page) -> Page:
    """A page as records hold it, without the layout.

    Args:
        page: Any page.

    Returns:
        The page itself where it was no HTML.
    """
    return Page(**{name: getattr(page, name) for name in Page.__struct_fields__}) if isinstance(page, HtmlPage) else page


def is_html(text: str) -> bool:
    """Whether a text is HTML: it begins with an element of HTML, or closes many.

    Args:
        text: A decoded page.

    Returns:
        The answer.
    """
    if _START.match(text):
        return True
    closed = _END.finditer(text)
    return all(next(closed, None) for _ in range(_MANY))


def html_page(text: str, *, identity: str, source: str, digest: str, encoding: str) -> HtmlPage:
    """Make a page of HTML.

    Args:
        text: The HTML, decoded.
        identity: The page's id.
        source: Where it comes from, for messages and the record.
        digest: The SHA-256 of its bytes.
        encoding: The encoding that was taken.

    Returns:
        The page; offsets count in the lines made of it.

    Raises:
        NoArticle: It shows no text.
    """
    root = parsed(text)
    rows = rows_of(root) if root is not None else []
    if root is None or not rows:
        raise NoArticle(f"{source}: an HTML page that shows no text; it may be filled in by scripts")
    shown = _text(rows)
    told = metadata_of(root)
    return HtmlPage(
        id=identity,
        source=source,
        sha256=digest,
        text=shown,
        encoding=encoding,
        script=script_of(shown),
        layout=layout_features(rows, told.title),
        **msgspec.structs.asdict(told),
    )


def _text(rows: list[Row]) -> str:
    parts: list[str] = []
    for row in rows:
        if parts:
            parts.append("\n\n" if row.apart else "\n")
        parts.append(row.text)
    return "".join(parts)
