"""What the layout of an HTML page tells of each line, as names that the weights' table lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from verbale.language.fold import fold
from verbale.pages.features import look
from verbale.pages.markup import Row

_LINK_SHARES = (0.01, 0.2, 0.5, 0.9)
_PROSE_SHARES = (0.01, 0.1, 0.3, 0.6, 0.9)
_MOST = 0.6  # of a page's prose: a box that holds so much holds the article
_WORDS = 10  # characters from which on a line is no button
_NO_PROSE = 0.05
_SHORTEST_TITLE = 6
_TAGS = {"p": "p", "li": "li", "td": "td", "th": "td", "dd": "li", "dt": "li", "pre": "pre", "blockquote": "p"}


class _Box(msgspec.Struct):
    """How many characters of a box are prose, links, and any."""

    prose: float = 0.0
    links: float = 0.0
    all: int = 0


class _Sizes:
    """The boxes of one page, and the innermost one that holds most of its prose."""

    def __init__(self, rows: Sequence[Row], shapes: Sequence[str]) -> None:
        self.boxes: dict[int, _Box] = {0: _Box()}
        deepest: tuple[int, int] = (0, 0)
        for row, shape in zip(rows, shapes, strict=True):
            weight = _weight(row, shape)
            for box in row.boxes:
                sums = self.boxes.setdefault(box, _Box())
                sums.all += len(row.text)
                sums.links += len(row.text) * row.links
                sums.prose += weight
        total = self.boxes[0].prose
        for row in rows:
            for depth, box in enumerate(row.boxes):
                if total and self.boxes[box].prose >= total * _MOST:
                    deepest = max(deepest, (depth, box))
        self.best = deepest[1]
        within = [place for place, row in enumerate(rows) if self.best in row.boxes]
        self.first, self.last = (within[0], within[-1]) if within else (0, len(rows))

    def prose(self, box: int) -> str:
        """How much of the page's prose is in a box."""
        return str(bisect_right(_PROSE_SHARES, self.boxes[box].prose / max(1, self.boxes[0].prose)))

    def links(self, box: int) -> str:
        """How much of a box are links."""
        return str(bisect_right(_LINK_SHARES, self.boxes[box].links / max(1, self.boxes[box].all)))


def layout_features(rows: Sequence[Row], title: str | None) -> tuple[tuple[str, ...], ...]:
    """What the layout tells of each line.

    Args:
        rows: The page's lines.
        title: Its title as the metadata tell it.

    Returns:
        For each line the names of its features.
    """
    texts = fold("\n".join(row.text for row in rows)).split("\n")
    shapes = [_shape(row, text) for row, text in zip(rows, texts, strict=True)]
    sizes = _Sizes(rows, shapes)
    named = _titles(rows, texts, title)
    return tuple(
        (*_own(row, shapes[place]), *_around(row, shapes[place], place, sizes), *_beside(shapes, place), *_title(place, named))
        for place, row in enumerate(rows)
    )


def _titles(rows: Sequence[Row], texts: Sequence[str], title: str | None) -> list[int]:
    """The lines that repeat the title of the metadata, as a whole or without what they add to it."""
    words = fold(title).strip() if title else ""
    return [place for place, text in enumerate(texts) if len(text) >= _SHORTEST_TITLE and text in words and rows[place].links < 0.5]


def _title(place: int, titles: Sequence[int]) -> list[str]:
    """Whether this is the title, and how many lines ago it was."""
    if not titles:
        return ["title:none"]
    before = titles[: bisect_right(titles, place)]
    since = bisect_right((0, 1, 3, 8, 20, 60), place - before[-1]) if before else "later"
    return [f"title:{since}", *(["page title"] if since == 1 else [])]


def _beside(shapes: Sequence[str], place: int) -> list[str]:
    """The lines before and after."""
    before = shapes[place - 1] if place else "edge"
    after = shapes[place + 1] if place + 1 < len(shapes) else "edge"
    return [f"html {shapes[place]} after {before}", f"html {shapes[place]} before {after}"]


def _shape(row: Row, text: str) -> str:
    seen = look(text)
    if row.links >= 0.5:
        return "link"
    return "solid" if seen.solid else "short" if seen.short else "middling"


def _weight(row: Row, shape: str) -> float:
    """What a line tells of where the article is: prose most, other text without links little, readers' comments nothing."""
    if shape == "link" or len(row.text) < _WORDS or any("comment" in hints for hints in row.hints):
        return 0.0
    return len(row.text) * (1.0 - row.links) * (1.0 if shape == "solid" else _NO_PROSE)


def _own(row: Row, shape: str) -> list[str]:
    tag = "h" if row.tag[0] == "h" and row.tag[1:].isdigit() else _TAGS.get(row.tag, "div")
    found = ["html", f"tag:{tag}", f"{shape} tag:{tag}", f"links:{bisect_right(_LINK_SHARES, row.links)}"]
    found += [name for name, there in (("bold", row.bold), ("hidden", row.hidden), ("block", row.apart)) if there]
    return found


def _around(row: Row, shape: str, place: int, sizes: _Sizes) -> list[str]:
    near = row.hints[0] if row.hints else frozenset()
    far = frozenset().union(*row.hints[1:]) - near
    found = [*(f"in {hint}" for hint in sorted(near)), *(f"within {hint}" for hint in sorted(far))]
    own, outer = row.boxes[-1], row.boxes[max(0, len(row.boxes) - 2)]
    found += [f"box prose:{sizes.prose(own)}", f"outer prose:{sizes.prose(outer)}", f"box links:{sizes.links(own)}"]
    found.append(f"outer links:{sizes.links(outer)}")
    inside = sizes.best in row.boxes
    where = "above" if place < sizes.first else "below" if place > sizes.last else "in" if inside else "beside"
    depth = min(3, len(row.boxes) - 1 - row.boxes.index(sizes.best)) if inside else 0
    return [*found, f"best:{where}", f"{shape} best:{where}", *([f"best depth:{depth}"] if inside else [])]
