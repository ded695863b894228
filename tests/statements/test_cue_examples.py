"""Every example of the cue lexicon, read by the whole chain."""

import pytest

import verbale
from verbale.language.fold import fold
from verbale.lexicons.tables import rules

BLOCKS = rules("cues.toml")["cue"]
YIELDING = [pytest.param(example, id=example["text"][:12]) for block in BLOCKS for example in block["examples"]]
SILENT = [pytest.param(text, id=text[:12]) for block in BLOCKS for text in block["none"]]
LEAD = "各方代表当天在日内瓦开会，会场外聚集了不少人。\n"


@pytest.mark.parametrize("example", YIELDING)
def test_an_example_yields_its_statement(example: dict[str, str]) -> None:
    record = verbale.read(LEAD + example["text"])
    text = record.page.text
    found = [tuple(text[span.start : span.end] for span in item.content) for item in record.statements]
    assert (example["content"],) in found
    statement = record.statements[found.index((example["content"],))]
    names = {name for entity in record.entities if entity.id in statement.speakers for name in entity.names}
    assert any(fold(name) in example["speaker"] for name in names)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_cue_yields_nothing(text: str) -> None:
    assert verbale.read(LEAD + text).statements == ()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block['class']}-{block['takes']}-{block['forms'][0]}")
def test_every_entry_has_its_examples(block: dict[str, list[str]]) -> None:
    assert len(block["examples"]) >= 2
    assert len(block["none"]) >= 1
