"""The likeliest sequence of article and junk lines (a linear chain, decoded by Viterbi)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.pages.comments import without_comments
from verbale.pages.documents import with_figures, with_programme
from verbale.pages.features import Look, look, page_features
from verbale.pages.stories import with_edges, with_story
from verbale.pages.turns import with_turns
from verbale.pages.weights import total, weights

_TABLE = "line_weights.tsv"
_LAYOUT_TABLE = "html_weights.tsv"


def decode(texts: Sequence[str], layout: Sequence[Sequence[str]] = (), table: Mapping[str, float] | None = None) -> list[bool]:
    """Which lines of a page are its article's.

    Args:
        texts: The folded, stripped, non-blank lines in order.
        layout: For each line what the layout of its HTML page tells of it; empty for a page that was text.
        table: Weights other than the committed ones.

    Returns:
        For each line whether it belongs to the article.
    """
    table = table if table is not None else weights(_LAYOUT_TABLE if layout else _TABLE)
    looks = [look(text) for text in texts]
    news = table.get("reporting prose", 0.0)
    seen = page_features(texts)
    scores = [
        total(table, features) + (news if one.solid and "speech" in one.own else 0.0) for features, one in zip(seen, looks, strict=True)
    ]
    if layout:
        scores = [score + total(table, told) for score, told in zip(scores, layout, strict=True)]
    labels = best_path(scores, table.get("stay", 0.0), table.get("change", 0.0))
    if layout and any(label and one.solid for label, one in zip(labels, looks, strict=True)):
        return labels
    if not _reports(labels, looks):
        found = _prose_runs(looks)  # a short article in much chrome
        labels = found if any(found) else labels
    labels = with_turns(without_comments(with_edges(with_story(labels, looks), looks), looks), looks)
    return with_figures(with_programme(labels, looks), looks)


def _prose_runs(looks: Sequence[Look]) -> list[bool]:
    """The runs of lines without headlines or links that are mostly prose and report somebody's words."""
    plain = [not one.short and not one.truncated and not one.marked for one in looks]
    kept = [False] * len(looks)
    start = 0
    for end in range(1, len(looks) + 1):
        if end < len(looks) and plain[end] == plain[start]:
            continue
        prose = sum(one.solid for one in looks[start:end])
        if plain[start] and prose >= 2 and prose * 2 >= end - start and _reports([True] * (end - start), looks[start:end]):
            kept[start:end] = [True] * (end - start)
        start = end
    return kept


def _reports(labels: Sequence[bool], looks: Sequence[Look]) -> bool:
    """Whether a line of prose that is taken for the article's reports somebody's words."""
    return any(label and one.solid and "speech" in one.own for label, one in zip(labels, looks, strict=True))


def best_path(scores: Sequence[float], stay: float, change: float) -> list[bool]:
    """The sequence of labels with the highest sum.

    Args:
        scores: For each line, how much more it looks like article than like junk.
        stay: What two equal neighbours add.
        change: What two different neighbours add.

    Returns:
        A label for each line; ties go to junk.
    """
    junk, article = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for place, score in enumerate(scores):
        step_junk, step_article = (change, stay) if place else (0.0, 0.0)
        stay_junk = stay if place else 0.0
        from_article = article + step_junk > junk + stay_junk
        to_article = article + step_article >= junk + (change if place else 0.0)
        back.append((from_article, to_article))
        junk, article = (
            (article + step_junk if from_article else junk + stay_junk),
            (article + step_article if to_article else junk + (change if place else 0.0)) + score,
        )
    labels: list[bool] = []
    state = article > junk
    for from_article, to_article in reversed(back):
        labels.append(state)
        state = to_article if state else from_article
    return labels[::-1]
