"""Articles whose words were shuffled, and articles that begin in the midst of something."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from verbale.language.tagger import tag
from verbale.model import Span
from verbale.pages.article import Article, article_of
from verbale.pages.files import page_from_text
from verbale.pages.lines import label_lines
from verbale.pages.word_order import begins_amid, spun
from verbale.reading import read

OWN = sorted((Path(__file__).parent.parent / "pages").glob("*.txt"))
SENTENCES = "甲国和乙国的外长周二在河城举行会谈，双方同意下月恢复谈判。乙国外长在会后对记者表示，两国已经就停火的条件交换了意见。"


def article(text: str) -> Article:
    page = page_from_text(text)
    labelled = label_lines(page.text)
    return article_of(page, labelled.lines, labelled.joins)


def reason(one: Article) -> str | None:
    return spun(one, tag(one.text, (sentence for paragraph in one.paragraphs for sentence in paragraph.sentences)))


def shuffled(text: str) -> str:
    """The text with the words of each sentence shuffled."""
    chance = random.Random(3)
    lines = []
    for line in text.split("\n"):
        marked = line.replace("。", "。\0").split("\0")
        lines.append("".join(_shuffled_words(one, chance) for one in marked))
    return "\n".join(lines)


def _shuffled_words(sentence: str, chance: random.Random) -> str:
    words = [sentence[token.span.start : token.span.end] for token in tag(sentence, [Span(0, len(sentence))]).items] if sentence else []
    body = words[:-1]
    chance.shuffle(body)
    return "".join([*body, *words[-1:]])


@pytest.mark.parametrize("page", OWN, ids=lambda page: page.stem)
def test_sound_pages_are_not_spun_and_shuffled_ones_are(page: Path) -> None:
    text = article(page.read_text(encoding="utf-8")).text
    assert reason(article(text)) is None
    found = reason(article(shuffled(text)))
    assert found is not None
    assert found.startswith("spun: ")


def test_nothing_is_recorded_from_shuffled_words() -> None:
    record = read(shuffled(article(OWN[0].read_text(encoding="utf-8")).text))
    assert not any([record.statements, record.acts, record.meetings])
    assert [warning for warning in record.warnings if warning.startswith("spun: ")]


def test_too_few_sentences_are_not_judged() -> None:
    assert reason(article(shuffled(SENTENCES))) is None


@pytest.mark.parametrize("opening", ["此外，", "同时，", "然而，", "另一方面，", "對此，"])
def test_article_that_goes_on_from_nothing(opening: str) -> None:
    found = begins_amid(article(opening + SENTENCES))
    assert found is not None
    assert "begins with" in found


@pytest.mark.parametrize("opening", ["", "同时担任两国特使的林山，周一到访。", "不过三天，", "因此事受到制裁的甲国，", "对此次会谈，"])
def test_article_that_begins_where_it_should(opening: str) -> None:
    assert begins_amid(article(opening + SENTENCES)) is None
