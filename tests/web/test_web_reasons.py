"""The reasons of the ledger in both languages: every one that its sources write is known, with what it names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale.ledger
from verbale.web.reasons import said
from verbale.web.speaking import Speech

# Who makes a reason, and which of the arguments it is.
MAKERS = {"Agreement": 1, "Answer": 1, "_Became": 1, "_contradiction": 1, "Contradiction": 1}
FILLED = {"day": "2026-02-03", "first": "2026-02-03", "due": "2026-02-03", "apart": "3", "ago": "2", "number": "2", "places": "Geneva"}
FILLED |= {
    "moved": "Geneva",
    "alike": "40%",
    "kind": "meet",
    "modality": "planned",
    "voice": "UKR",
    "words": "was",
    "len": "3",
    "iso": "2026-02-03",
}


def sources() -> Iterator[tuple[Path, ast.AST]]:
    for file in sorted(Path(verbale.ledger.__path__[0]).glob("*/*.py")):
        yield from ((file, node) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def written() -> Iterator[str]:
    """Every reason that the ledger's code writes, with samples for what is filled in."""
    for file, node in sources():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > MAKERS.get(node.func.id, 99):
            never = isinstance(node.args[0], ast.Constant) and node.args[0].value == 0.0  # what excludes each other is not told
            yield from () if never else texts(node.args[MAKERS[node.func.id]])
        elif isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["reason"]:
            yield from texts(node.value)
        elif isinstance(node, ast.Return) and file.name == "moves.py":
            yield from (text for text in returned(node) if " " in text)


def returned(node: ast.Return) -> Iterator[str]:
    for value in node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]:
        yield from texts(value) if isinstance(value, ast.Constant | ast.IfExp | ast.JoinedStr) else ()


def texts(value: ast.AST) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from (*texts(value.body), *texts(value.orelse))
    elif isinstance(value, ast.BinOp):
        yield "".join(next(texts(part), "") for part in (value.left, value.right))
    elif isinstance(value, ast.Tuple):
        yield from (text for part in value.elts for text in texts(part))
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else sample(ast.unparse(part.value)) for part in value.values)


def sample(code: str) -> str:
    if "*" in code:
        return "s"
    return next((filled for name, filled in FILLED.items() if name in code), code)


def test_every_reason_is_known_in_both_languages() -> None:
    found = set(written())
    assert len(found) > 60
    unknown = [reason for reason in sorted(found) if said(reason, lambda _, value: value, chinese=True) is None]
    assert not unknown


def test_english_is_as_the_ledger_writes_it() -> None:
    for reason in set(written()):
        assert said(reason, lambda _, value: value, chinese=False) == reason


@pytest.mark.parametrize(
    ("reason", "english", "chinese"),
    [
        ("attacked, as UKR tells", "attacked, as Ukraine tells", "发动攻击（据乌克兰）"),
        ("promised for Geneva, but it was in Cairo", "promised for Geneva, but it was in Cairo", "原定在日内瓦举行，实际在开罗举行"),
        ("the same day, 2 parties in both", "the same day, 2 parties in both", "日期相同；有 2 个共同参与方"),
        ("must_not before, willing now", "must not before, willing now", "此前：不得；现在：愿意"),
        ("in Geneva here, in Cairo there", "in Geneva here, in Cairo there", "一处称在日内瓦，另一处称在开罗"),
    ],
)
def test_what_is_named_is_named_in_the_language(reason: str, english: str, chinese: str) -> None:
    assert (Speech("en").because(reason).words, Speech("zh").because(reason).words) == (english, chinese)


def test_other_words_stay_as_they_are() -> None:
    assert Speech("zh").because("nobody knows") == ("nobody knows", "en")
