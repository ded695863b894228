"""The full-text index: FTS5 in SQLite, ``tsvector`` in PostgreSQL, both of the same tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import BigInteger, ColumnElement, Connection, cast, column, literal_column, table, text
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from verbale.ledger.tokens import Term, tokens

_STATEMENTS = {
    "sqlite": {
        "write": "INSERT INTO words (rowid, tokens) VALUES (:passage, :tokens)",
        "remove": "INSERT INTO words (words, rowid, tokens) VALUES ('delete', :passage, :tokens)",
        "clear": "INSERT INTO words (words) VALUES ('delete-all')",
    },
    "postgresql": {
        "write": "INSERT INTO words (passage, tokens) VALUES (:passage, CAST(:tokens AS tsvector))",
        "remove": "DELETE FROM words WHERE passage = :passage",
        "clear": "TRUNCATE words",
    },
}
# The number of a passage is `rowid` in SQLite and `passage` in PostgreSQL.
WORDS = table("words", column("rowid", BigInteger), column("passage", BigInteger), column("tokens", TSVECTOR))
LAST_POSITION = 16_383  # PostgreSQL counts no further in one text
Passage = tuple[int, str]


def write(connection: Connection, passages: Iterable[Passage]) -> None:
    """Put passages into the index.

    Args:
        connection: A transaction that writes.
        passages: Number and words of each.
    """
    _execute(connection, "write", passages)


def remove(connection: Connection, passages: Iterable[Passage]) -> None:
    """Take passages out of the index.

    Args:
        connection: A transaction that writes.
        passages: Number and words of each, exactly as they were put in.
    """
    _execute(connection, "remove", passages)


def clear(connection: Connection) -> None:
    """Take everything out of the index.

    Args:
        connection: A transaction that writes.
    """
    connection.execute(text(_STATEMENTS[connection.dialect.name]["clear"]))


def _execute(connection: Connection, what: str, passages: Iterable[Passage]) -> None:
    dialect = connection.dialect.name
    shown = " ".join if dialect == "sqlite" else _vector
    rows = [{"passage": number, "tokens": shown(tokens(words))} for number, words in passages]
    if rows:
        connection.execute(text(_STATEMENTS[dialect][what]), rows)


def _vector(found: Sequence[str]) -> str:
    return " ".join(f"'{token}':{position}" for position, token in enumerate(found[:LAST_POSITION], 1))


def matched(connection: Connection, terms: Sequence[Term]) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """How a query asks the index.

    Args:
        connection: The database.
        terms: What must stand in a passage.

    Returns:
        The column with the numbers of passages, of the table ``words``, and the condition that holds for those that answer.
    """
    if connection.dialect.name == "sqlite":
        return WORDS.c.rowid, literal_column("words").op("MATCH")(_fts5(terms))
    return WORDS.c.passage, WORDS.c.tokens.op("@@")(cast(_tsquery(terms), TSQUERY))


def _fts5(terms: Sequence[Term]) -> str:
    return " AND ".join(f'"{" ".join(term)}"{" *" if term.open_ended else ""}' for term in terms)


def _tsquery(terms: Sequence[Term]) -> str:
    return " & ".join(f"({_follow(term)})" for term in terms)


def _follow(term: Term) -> str:
    last = f"'{term[-1]}'{':*' if term.open_ended else ''}"
    return " <-> ".join([*(f"'{token}'" for token in term[:-1]), last])
