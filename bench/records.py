"""Records against labels, on every set of labelled pages that is on this machine."""

from __future__ import annotations

from collections.abc import Sequence

from bench.scoring import detail, scores_of, table
from bench.sets import HELD_OUT, available, labelled_pages


def show(sets: Sequence[str] = (), *, full: bool = False, misses: bool = False) -> None:
    """Print the scores of records, and of pages that are not told their day.

    Args:
        sets: Names of sets; all that are available by default.
        full: Whether to print precision, recall and counts of each set too.
        misses: Whether to print each miss and each extra; those of the held-out set are never printed.
    """
    found, dated = {}, {}
    for name in sets or available():
        pages = labelled_pages(name)
        found[f"{name} ({len(pages)})"] = scores_of(pages, say=print if misses and name != HELD_OUT else None)
        dated[name] = scores_of(pages, told=False)
    print(table(found))
    print("\nThe day of pages that are not told it")
    for name, scores in dated.items():
        right, wrong, missed = scores.get("published", [0, 0, 0])
        print(f"  {name:10} right {right}, wrong {wrong}, not dated {missed - wrong}")
    for name, scores in found.items() if full else ():
        print(f"\n{name}\n{detail(scores)}")
