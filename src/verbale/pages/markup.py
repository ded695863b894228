"""From HTML to the lines that a reader sees, each with what the markup tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from lxml import etree

from verbale.pages.hints import hints_of

_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template title meta link iframe frame frameset object embed applet svg math canvas audio video map "
        "select option datalist textarea button input noframes",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        "header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption",
    )
)
_BLANK = "[ \\t\\r\\n\\f\\v\x1c-\x1f\x85\u2028\u2029]"
_WRAP = re.compile(f"(?<=[\u3000-\u9fff\uff00-\uffef]){_BLANK}*[\\r\\n]{_BLANK}*(?=[\u3000-\u9fff\uff00-\uffef])")
_BLANKS = re.compile(f"{_BLANK}+")
_BREAK = re.compile("\r\n|[\n\r\f\v\x1c-\x1f\x85\u2028\u2029]")
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COPIED = 30  # characters from which on a line that stands on the page twice is a copy, not a phrase
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufeff]")


class Row(msgspec.Struct, frozen=True):
    """One line as the page shows it.

    Attributes:
        text: The line, without white space at its ends, not empty.
        apart: Whether a paragraph, cell or other block begins here (else the line was divided from the one before by a mere break).
        tag: The innermost block's element.
        links: The share of its characters that are links, from 0 to 1.
        bold: Whether all of it is set in bold type.
        hidden: Whether the page hides it.
        hints: What the blocks around it tell, innermost first (see ``lexicons/layout_hints.toml``); a block without hints tells nothing.
        boxes: Numbers of the blocks around it, outermost first.
    """

    text: str
    apart: bool
    tag: str
    links: float
    bold: bool
    hidden: bool
    hints: tuple[frozenset[str], ...]
    boxes: tuple[int, ...]


class _Frame(msgspec.Struct, frozen=True):
    """An open element with what it hands on to those inside it."""

    block: bool
    tag: str
    preserves: bool = False
    link: bool = False
    bold: bool = False
    hidden: bool = False
    hints: tuple[frozenset[str], ...] = ()
    boxes: tuple[int, ...] = ()


class _Writer:
    """Collects the text between two line ends."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.frames = [_Frame(True, "body", boxes=(0,))]
        self.count = 0
        self._pieces: list[tuple[str, _Frame]] = []
        self._apart = True
        self._breaks = 0

    def enter(self, tag: str, node: etree._Element) -> None:
        """Open an element."""
        outer = self.frames[-1]
        block = tag in _BLOCKS
        if block or tag == "br":
            self.end(apart=block)
        style = node.get("style")
        hidden = outer.hidden or "hidden" in node.attrib or (style is not None and _UNSHOWN.search(style) is not None)
        hints, boxes = outer.hints, outer.boxes
        if block:
            self.count += 1
            boxes = (*boxes, self.count)
            own = hints_of(tag, f"{node.get('class', '')} {node.get('id', '')}")
            hints = (own, *hints) if own else hints
        link = outer.link or (tag == "a" and "href" in node.attrib)
        bold = outer.bold or tag in {"b", "strong", "h1", "h2", "h3", "h4"}
        preserves = outer.preserves or tag == "pre"
        self.frames.append(_Frame(block, tag if block else outer.tag, preserves, link, bold, hidden, hints, boxes))

    def leave(self) -> None:
        """Close the innermost element."""
        if self.frames.pop().block:
            self.end(apart=True)

    def add(self, text: str) -> None:
        """Write the text of one text node."""
        frame = self.frames[-1]
        if frame.preserves:
            first, *others = _BREAK.split(text)
            self._pieces.append((first, frame))
            for other in others:
                self.end(apart=False)
                self._pieces.append((other, frame))
        else:
            self._pieces.append((_BLANKS.sub(" ", _WRAP.sub("", text)), frame))

    def end(self, *, apart: bool) -> None:
        """End the line; two breaks in a row, or the edge of a block, begin a paragraph."""
        pieces, self._pieces = self._pieces, []
        text = _NOT_TEXT.sub("", _BLANKS.sub(" ", "".join(piece for piece, _ in pieces))).strip()
        if text:
            self.rows.append(_row(text, self._apart, pieces))
            self._apart, self._breaks = False, 0
        self._breaks += not apart
        self._apart = self._apart or apart or self._breaks > 1


def _row(text: str, apart: bool, pieces: Sequence[tuple[str, _Frame]]) -> Row:
    sizes = [(len(piece.strip()), frame) for piece, frame in pieces]
    total = max(1, sum(size for size, _ in sizes))
    main = max(sizes, key=lambda item: item[0])[1]
    links = sum(size for size, frame in sizes if frame.link) / total
    bold = all(frame.bold for size, frame in sizes if size)
    return Row(text, apart, main.tag, links, bold, main.hidden, main.hints, main.boxes)


def parsed(text: str) -> etree._Element | None:
    """The tree of an HTML page.

    Args:
        text: The page, decoded.

    Returns:
        Its root; ``None`` where there is no element in it.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(text.encode("utf-8"), parser)


def rows_of(root: etree._Element) -> list[Row]:
    """The lines that a page shows.

    Args:
        root: The parsed page.

    Returns:
        Its lines in the order of the source; scripts, forms' fields, frames and other pages inside it are left out.
    """
    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        seen = tag not in _UNSEEN
        if event == "end":
            if seen:
                writer.leave()
            if node.tail:
                writer.add(node.tail)
        elif seen:
            writer.enter(tag, node)
            if node.text:
                writer.add(node.text)
        else:
            walk.skip_subtree()
    writer.end(apart=True)
    return _once(writer.rows)


def _once(rows: list[Row]) -> list[Row]:
    """The lines without the copies that a page holds for other devices: of equal long lines one is kept, the first that is shown."""
    kept: dict[str, int] = {}
    for place, row in enumerate(rows):
        if len(row.text) >= _COPIED and (row.text not in kept or (rows[kept[row.text]].hidden and not row.hidden)):
            kept[row.text] = place
    return [row for place, row in enumerate(rows) if kept.get(row.text, place) == place]
