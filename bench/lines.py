"""Article or junk, on the lines of pages that were stripped of their markup: ours, and other programs in the same run."""

from __future__ import annotations

import html
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench import extractors
from bench.html_pages import character_f1
from bench.scoring import ratios
from bench.sets import ROOT, SHARED
from verbale.model import ARTICLE_KINDS, LineKind
from verbale.pages.lines import label_lines

LINES = SHARED / "pages/cleaning/lines"
BODY = ARTICLE_KINDS - {"title", "byline"}  # the articles' texts that the labels were made from leave titles and bylines out


class Labelled(NamedTuple):
    """One page: its name, its lines, and for each line whether it is the article's."""

    name: str
    texts: list[str]
    article: list[bool]


class Kept(NamedTuple):
    """What a program takes for the article of one page: for each line whether it is kept, and the text that is kept."""

    lines: list[bool]
    text: str


def labelled_pages() -> list[Labelled]:
    """The shared stripped pages.

    Returns:
        The pages in the order of their names; none where the shared pages are missing.
    """
    files = sorted(LINES.iterdir()) if LINES.is_dir() else []
    return [page_of(file.stem, file.read_text(encoding="utf-8")) for file in files]


def page_of(name: str, rows: str) -> Labelled:
    """Read one page.

    Args:
        name: Its name.
        rows: Its lines in order, as ``1<TAB>line`` or ``0<TAB>line``.

    Returns:
        The page; rows of another form are left out.
    """
    found = [row for row in rows.split("\n") if re.match(r"[01]\t", row)]
    return Labelled(name, [row[2:] for row in found], [row[0] == "1" for row in found])


def kept_by_us(texts: Sequence[str], table: Mapping[str, float] | None = None) -> Kept:
    """What we take for the article, the whole way that a page goes.

    Args:
        texts: The page's lines.
        table: Weights other than the committed ones.

    Returns:
        Titles and bylines count among the lines, as our article has them; the text leaves them out, as the articles' texts do.
    """
    kinds: dict[int, LineKind] = {line.span.start: line.kind for line in label_lines("\n".join(texts), (), table).lines}
    at, found = 0, []
    for text in texts:
        found.append(kinds.get(at + len(text) - len(text.lstrip())))
        at += len(text) + 1
    body = "".join(f"{text}\n" for text, kind in zip(texts, found, strict=True) if kind in BODY)
    return Kept([kind in ARTICLE_KINDS for kind in found], body)


def measured(pages: Sequence[Labelled], kept: Sequence[Kept]) -> str:
    """Precision, recall and F1 of all lines together, and F1 by runs of four characters, mean over the pages.

    Args:
        pages: The pages.
        kept: What was kept of each, in the same order.

    Returns:
        The figures in words.
    """
    pairs = [pair for page, found in zip(pages, kept, strict=True) for pair in zip(page.article, found.lines, strict=True)]
    counts = [sum(pair == wanted for pair in pairs) for wanted in ((True, True), (False, True), (True, False))]
    precision, recall, score = ratios(*counts)
    articles = ["".join(f"{text}\n" for text, own in zip(page.texts, page.article, strict=True) if own) for page in pages]
    characters = statistics.mean(character_f1(article, found.text) for article, found in zip(articles, kept, strict=True))
    return f"lines P {precision:.3f}   R {recall:.3f}   F1 {score:.3f}   characters F1 {characters:.3f}"


def show(*, validate: bool = False) -> None:
    """Print how well we and others find the articles' lines on the shared stripped pages.

    Args:
        validate: Whether to fit the weights anew, three times five times with a fifth of the pages held out (a minute or two).
    """
    pages = labelled_pages()
    if not pages:
        print("no shared pages here: stripped lines are not measured")
        return
    print(f"{len(pages)} pages. Our weights were fitted on these very pages; --validate holds pages out.")
    _print("Verbale", pages, kept_by_us)
    for length in (1, 20, 40):
        _print("every line" if length == 1 else f"lines of {length} characters", pages, lambda texts, least=length: _long(texts, least))
    print("Made for HTML, and here fed a bare page with each line as one <p>, without the layout that they look at:")
    for title, extract in extractors.installed():
        _print(title, pages, lambda texts, extract=extract: kept_by(extract, texts))
    if validate:
        fit = [sys.executable, "-m", "bench.fit_lines", str(LINES), "--pages", str(SHARED)]
        golds = [part for name in ("seeds", "dev") for part in ("--gold", str(SHARED / "gold" / name))]
        subprocess.run([*fit, *golds], check=True, cwd=ROOT)


def kept_by(extract: extractors.Extractor, texts: Sequence[str]) -> Kept:
    """What a program made for HTML takes for the article of lines without markup.

    Args:
        extract: The program.
        texts: The page's lines; each that is not blank becomes one ``<p>`` of a bare page.

    Returns:
        The lines that its text holds, in whatever order and once for each time that they stand there; and that text.
    """
    body = "".join(f"<p>{html.escape(text)}</p>\n" for text in texts if text.strip())
    found = extractors.attempt(extract, f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body>{body}</body></html>')
    told = Counter("".join(line.split()) for line in html.unescape(found).split("\n"))
    kept = []
    for text in texts:
        plain = "".join(text.split())
        kept.append(bool(plain) and told[plain] > 0)
        told[plain] -= 1
    return Kept(kept, found)


def _print(title: str, pages: Sequence[Labelled], keep: Callable[[Sequence[str]], Kept]) -> None:
    print(f"{title:<26}{measured(pages, [keep(page.texts) for page in pages])}", flush=True)


def _long(texts: Sequence[str], least: int) -> Kept:
    """The lines with at least so many characters, as a program without any knowledge would keep them."""
    kept = [len(text.strip()) >= least for text in texts]
    return Kept(kept, "".join(f"{text}\n" for text, keep in zip(texts, kept, strict=True) if keep))
