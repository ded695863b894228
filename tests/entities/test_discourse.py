"""Subjects, lists and clauses."""

import msgspec
import pytest

from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, joined, subjects
from verbale.model import Span


class Piece(msgspec.Struct, frozen=True):
    """A phrase for these functions."""

    span: Span


def marked(text: str) -> tuple[str, list[Piece]]:
    """The text without its marks 【】, and what they mark."""
    pieces, plain = [], ""
    for part in text.split("【"):
        name, mark, rest = part.rpartition("】")
        if mark:
            pieces.append(Piece(Span(len(plain), len(plain) + len(name))))
        plain += name + rest
    return plain, pieces


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        ("【美国】说，会谈顺利", ["美国"]),
        ("对【美国】，【伊朗】没有回应", ["伊朗"]),
        ("【美国】和【伊朗】说，会谈顺利", ["美国", "伊朗"]),
        ("【法国】、【德国】以及【英国】反对", ["法国", "德国", "英国"]),
        ("【美】【俄】会谈", ["美", "俄"]),
        ("【普京】的助理与【特朗普】会面", []),
        ("在【日本】", []),
    ],
)
def test_subjects(marks, wanted):
    text, pieces = marked(marks)
    assert [text[piece.span.start : piece.span.end] for piece in subjects(text, pieces, Span(0, len(text)))] == wanted


def test_a_subject_must_end_in_its_clause():
    text, pieces = marked("【美国】说")
    assert subjects(text, pieces, Span(0, 1)) == []


def test_clauses_begin_after_marks():
    text = "他说：“美国同意，伊朗反对。”"
    assert text[clause_start(text, text.index("伊朗") + 1, 0) :].startswith("伊朗")
    assert text[clause_start(text, text.index("美国") + 1, 0) :].startswith("美国")
    assert clause_start(text, 1, 0) == 0
    assert clause_start(text, 6, 5) == 5


def test_owners_and_obliques():
    text, (piece,) = marked("对【美国】的要求")
    assert is_oblique(text, piece, 0)
    assert is_owner(text, piece)
    assert not is_oblique(text, piece, 1)


def test_lists_end_where_another_word_stands():
    text, pieces = marked("【法国】、【德国】对【英国】不满")
    assert coordinated(text, pieces, 0) == pieces[:2]
    assert joined(text, pieces[0], pieces[1])
    assert not joined(text, pieces[1], pieces[2])
