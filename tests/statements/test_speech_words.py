"""Every example of the words around cues, read by the whole chain."""

import pytest

import verbale
from verbale.lexicons.tables import rules

LISTS = rules("speech.toml")["words"]
EXAMPLES = [
    pytest.param(example["text"], example["said"], id=f"{block['name']}-{place}")
    for block in LISTS
    for place, example in enumerate(block["examples"])
]
LEAD = "各方代表当天在日内瓦开会，会场外聚集了不少人。\n"


@pytest.mark.parametrize(("text", "said"), EXAMPLES)
def test_an_example_is_read_as_it_says(text: str, said: list[str]) -> None:
    record = verbale.read(LEAD + text)
    contents = ["".join(record.page.text[span.start : span.end] for span in item.content) for item in record.statements]
    assert contents == said


@pytest.mark.parametrize("block", LISTS, ids=lambda block: block["name"])
def test_every_list_has_examples_and_no_word_twice(block: dict[str, list[str]]) -> None:
    assert len(block["examples"]) >= 3
    assert len(set(block["words"])) == len(block["words"])
