"""The examples of issues.toml, each issue held to its own."""

import pytest

from verbale.entities.checking import check
from verbale.language.fold import fold
from verbale.ledger.outcomes.issues import issue_named, issues, issues_of
from verbale.lexicons.tables import rules

ENTRIES = rules("issues.toml")["issue"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_issue_examples(entry: dict) -> None:
    assert [text for text in entry["yes"] if entry["name"] not in issues_of(fold(text))] == []
    assert [text for text in entry["no"] if entry["name"] in issues_of(fold(text))] == []


def test_every_issue_has_examples_labels_and_a_name_of_its_own() -> None:
    names = [entry["name"] for entry in ENTRIES]
    assert len(names) == len(set(names)) == len({entry["zh"] for entry in ENTRIES}) == len({entry["en"] for entry in ENTRIES})
    assert [entry["name"] for entry in ENTRIES if len(entry["yes"]) < 2 or not entry["no"]] == []


def test_words_are_written_as_they_are_compared_and_none_twice() -> None:
    for entry in ENTRIES:
        assert [word for word in entry["words"] if fold(word) != word] == []
        assert sorted(entry["words"]) == sorted(set(entry["words"])), entry["name"]


def test_an_issue_is_named_by_id_label_or_word() -> None:
    for name, issue in issues().items():
        assert issue_named(name) == issue_named(issue.en.upper()) == issue_named(issue.zh) == name
    assert issue_named("關稅") == "trade"
    assert issue_named("铀浓缩") == "nuclear programme"
    assert issue_named("天气") is None


def test_the_check_of_lexicons_covers_issues(tmp_path) -> None:
    mine = tmp_path / "issues.toml"
    mine.write_text(
        '[[issue]]\nname = "moon"\nen = "the Moon"\nzh = "月球"\ntheme = ""\nwords = ["登月"]\npattern = "("\n', encoding="utf-8"
    )
    (pattern,) = [problem for problem in check(tmp_path) if "regular expression" in str(problem)]
    assert pattern.file == str(mine)
    assert any("yes is missing" in str(problem) for problem in check(tmp_path))


def test_own_issues_are_used(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_LEXICONS", str(tmp_path))
    mine = '[[issue]]\nname = "moon"\nen = "the Moon"\nzh = "月球"\ntheme = ""\nwords = ["登月"]\nyes = ["合作登月"]\nno = ["月票"]\n'
    (tmp_path / "issues.toml").write_text(mine, encoding="utf-8")
    assert issues_of("合作登月") == ("moon",)
