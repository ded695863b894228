"""Names and persons: how many are one party each, and what the tagger alone makes of the same pages."""

from __future__ import annotations

from typing import Any

from bench.scoring import Scores, ratios, record_of, score_records
from bench.sets import HELD_OUT, Labelled, available, labelled_pages
from verbale.language.tagger import tag
from verbale.model import Page
from verbale.pages.article import article_of
from verbale.pages.lines import label_page

MEASURES = ("names resolved", "persons (one party each)")
TYPES = {"PER": "person", "LOC": "state", "ORG": "organization"}


def show() -> None:
    """Print P, R and F1 of names and persons on every set, beside the tagger alone: each PER, LOC and ORG word a party of its own."""
    print(f"{'':44}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>7}")
    sets = {name: labelled_pages(name) for name in available()}
    sets["seeds + dev + regional"] = [page for name in sets if name not in {"own", HELD_OUT} for page in sets[name]]
    for name, pages in sets.items():
        if pages:
            _print(f"{name} ({len(pages)})", score_records(pages, [record_of(page) for page in pages]))
            _print("  LAC alone", score_records(pages, [tagged(page) for page in pages]))


def _print(name: str, scores: Scores) -> None:
    for measure in MEASURES:
        counts = scores[measure]
        shown = "".join(f"{part:7.3f}" for part in ratios(*counts)) + "".join(f"{count:7}" for count in counts)
        heading = f"{name}, {measure.partition(' (')[0]}"
        print(f"{heading:44}{shown}")


def tagged(page: Labelled) -> dict[str, Any]:
    """A record that holds nothing but the words that the tagger takes for names.

    Args:
        page: The page; its lines are labelled as for a record, so that both see the same article.

    Returns:
        A record with lines, entities and mentions.
    """
    opened = Page(id=page.name, source="", sha256="", text=page.text)
    labelled = label_page(opened)
    article = article_of(opened, labelled.lines, labelled.joins)
    sentences = [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences]
    spans = [(TYPES[token.tag], article.page_span(token.span)) for token in tag(article.text, sentences).items if token.tag in TYPES]
    names = dict.fromkeys((kind, page.text[span.start : span.end]) for kind, span in spans)
    entities = [{"id": f"{kind} {name}", "type": kind, "name": name, "names": [name]} for kind, name in names]
    return {"published": None, "lines": [], "entities": entities, "statements": [], "acts": []}
