"""Whether the words of an article stand in the order that sentences have, or were shuffled by a machine.

Each pair of neighbouring words is weighed by how much likelier than by chance their kinds follow one another (``word_order.tsv``, fitted by
``bench/fit_word_order.py``): pointwise mutual information, Church and Hanks, "Word association norms" (1990).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence

import msgspec

from verbale.language.tagger import Tokens
from verbale.lexicons import tables
from verbale.lexicons.signs import sign
from verbale.model import Span
from verbale.pages.article import Article

EDGE = "^"
CLOSED = frozenset({"c", "d", "f", "p", "r", "u", "w", "xc"})  # tags whose words stand for themselves: their place is what grammar rules
_TABLE = "word_order.tsv"
_UNKNOWN = -0.3  # what a pair weighs that is in no row
_SOUND = 0.12  # mean weight of an article's pairs below which its words are out of order
_ENDS = frozenset("。！？；”")  # lines without a mark at their end are of tables and lists
_SHORTEST = 8  # words of a sentence that can be judged
_FEWEST = 4  # sentences without which no article is judged


class Order(msgspec.Struct, frozen=True):
    """What is known of the order of words.

    Attributes:
        words: The words of closed classes that stand for themselves.
        table: The weight of each pair of neighbours.
    """

    words: frozenset[str]
    table: Mapping[tuple[str, str], float]

    def names(self, sentence: Sequence[tuple[str, str]]) -> list[str]:
        """What each word of a sentence (tag and word) is called in the table."""
        return [f"{kind} {word}" if kind in CLOSED and word in self.words else kind for kind, word in sentence]

    def association(self, sentences: Sequence[Sequence[tuple[str, str]]]) -> float | None:
        """The mean weight of all pairs of neighbours in the sentences that are long enough; ``None`` where these are too few."""
        judged = [sentence for sentence in sentences if len(sentence) >= _SHORTEST and sentence[-1][1][-1] in _ENDS]
        pairs = [pair for sentence in judged for pair in itertools.pairwise([EDGE, *self.names(sentence), EDGE])]
        return sum(self.table.get(pair, _UNKNOWN) for pair in pairs) / len(pairs) if len(judged) >= _FEWEST else None


@functools.lru_cache(maxsize=1)
def _order() -> Order:
    rows = tables.parse(_TABLE, tables.text(_TABLE), ("before", "after", "weight"))
    table = {(row["before"], row["after"]): float(row["weight"]) for row in rows}
    return Order(frozenset(name.partition(" ")[2] for pair in table for name in pair if " " in name), table)


def sequences(text: str, sentences: Sequence[Span], tokens: Tokens) -> list[list[tuple[str, str]]]:
    """The words of each sentence with their tags.

    Args:
        text: The article's folded text.
        sentences: Its sentences, in code points of ``text``.
        tokens: Its words.

    Returns:
        For each sentence its words in order, each as tag and word; white space is left out.
    """
    return [
        [(token.tag, word) for token in tokens.within(sentence) if (word := text[token.span.start : token.span.end].strip())]
        for sentence in sentences
    ]


def begins_amid(article: Article) -> str | None:
    """Why an article seems to begin in the midst of something: sentences are missing before it, or stand elsewhere.

    Args:
        article: The article.

    Returns:
        The reason in words; ``None`` where the first words go on from nothing.
    """
    first = next((one.span for one in article.paragraphs if one.kind in {"lead", "paragraph"}), None)
    found = sign("goes on in order").found(article.text, first.start, first.end) if first else None
    return f"incomplete or spun: the article begins with {found[0]}, which goes on from words that are not there" if found else None


def spun(article: Article, tokens: Tokens) -> str | None:
    """Why an article seems to be shuffled or garbled by a machine.

    Args:
        article: The article.
        tokens: Its words.

    Returns:
        The reason in words; ``None`` where the words stand in order, or where there are too few to tell.
    """
    sentences = [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences]
    association = _order().association(sequences(article.text, sentences, tokens))
    if association is None or association >= _SOUND:
        return None
    return "spun: the words of most sentences stand in no order that Chinese has"
