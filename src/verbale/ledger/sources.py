"""Who copies whom: near-duplicates by MinHash on the article's letters, who published first, and how many sources really speak."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from verbale.ledger.passages import passages_of
from verbale.ledger.tables import bands, likenesses, pages, passages, signatures
from verbale.ledger.tokens import folded
from verbale.model import Record

COPY = 0.6  # the share of common four-letter pieces from which on an article copies another
_PIECE = 4
_SHORTEST = 60  # letters; shorter texts are alike by chance
_BANDS, _ROWS = 24, 5  # at a likeness of 0.6 a pair meets in a band with a chance of 0.86, at 0.7 of 0.99, at 0.3 of 0.06
_ATTEMPTS = 200  # candidates looked at, the newest first
_NO_LETTER = re.compile(r"[\W_]+")


def letters(words: Iterable[str]) -> str:
    """What of an article is compared.

    Args:
        words: Its lines.

    Returns:
        Its letters and digits, folded.
    """
    return _NO_LETTER.sub("", folded("".join(words)))


def pieces(text: str) -> frozenset[str]:
    """The pieces by whose share two texts are alike.

    Args:
        text: Letters, see :func:`letters`.

    Returns:
        All runs of four characters.
    """
    return frozenset(text[start : start + _PIECE] for start in range(len(text) - _PIECE + 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two texts are.

    Args:
        one: The pieces of one text.
        other: Those of the other.

    Returns:
        The share of common pieces among all (Jaccard), 0 to 1.
    """
    return len(one & other) / (len(one | other) or 1)


def signature_of(record: Record) -> bytes | None:
    """The MinHash signature of an article.

    Args:
        record: The record.

    Returns:
        The least hash values as bytes; ``None`` for an article that is too short to compare.
    """
    from datasketch import MinHash  # noqa: PLC0415 - it loads SciPy, which only adding needs

    text = letters(passage.words for passage in passages_of(record))
    if len(text) < _SHORTEST:
        return None
    minima = MinHash(num_perm=_BANDS * _ROWS, seed=1)
    minima.update_batch([piece.encode() for piece in sorted(pieces(text))])
    signature: bytes = minima.hashvalues.astype("<u4").tobytes()
    return signature


def _bands(signature: bytes) -> list[int]:
    width = 4 * _ROWS
    cut = (bytes([band]) + signature[band * width : (band + 1) * width] for band in range(_BANDS))
    return [int.from_bytes(hashlib.blake2b(part, digest_size=8).digest()) >> 1 for part in cut]


def compare(connection: Connection, page: int, signature: bytes | None, words: Sequence[str]) -> None:
    """Find the near-duplicates of a page that has just been written, and settle who came first.

    Args:
        connection: A transaction that writes.
        page: The page's number.
        signature: From :func:`signature_of`.
        words: The lines of its article.
    """
    if signature is None:
        return
    own = _bands(signature)
    found = connection.scalars(select(bands.c.page).where(bands.c.band.in_(own)).distinct().order_by(bands.c.page.desc()).limit(_ATTEMPTS))
    alike = _alike(connection, frozenset(pieces(letters(words))), found.all())
    connection.execute(insert(signatures).values(page=page, minima=signature))
    connection.execute(insert(bands), [{"band": band, "page": page} for band in dict.fromkeys(own)])
    if alike:
        connection.execute(insert(likenesses), [{"page": page, "other": other, "likeness": share} for other, share in alike])
        settle(connection, page)


def _alike(connection: Connection, own: frozenset[str], candidates: Sequence[int]) -> list[tuple[int, float]]:
    texts: dict[int, list[str]] = {}
    stored = select(passages.c.page, passages.c.words).where(passages.c.page.in_(candidates)).order_by(passages.c.number)
    for page, words in connection.execute(stored) if candidates else ():
        texts.setdefault(page, []).append(words)
    shares = [(page, likeness(own, pieces(letters(words)))) for page, words in texts.items()]
    return [(page, share) for page, share in shares if share >= COPY]


def forget(connection: Connection, page: int) -> None:
    """Take a page out of the comparison, and settle anew the story that it was part of.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    signature = connection.scalar(select(signatures.c.minima).where(signatures.c.page == page))
    if signature is None:
        return
    connection.execute(delete(bands).where(bands.c.band.in_(_bands(signature)), bands.c.page == page))
    connection.execute(delete(signatures).where(signatures.c.page == page))
    others = _neighbours(connection, {page})
    connection.execute(delete(likenesses).where(or_(likenesses.c.page == page, likenesses.c.other == page)))
    connection.execute(update(pages).where(pages.c.number == page).values(story=page, copy_of=None))
    while others:
        others -= settle(connection, min(others))


def _neighbours(connection: Connection, numbers: set[int]) -> set[int]:
    touching = or_(likenesses.c.page.in_(numbers), likenesses.c.other.in_(numbers))
    pairs = connection.execute(select(likenesses.c.page, likenesses.c.other).where(touching)).all()
    return {number for pair in pairs for number in pair} - numbers


def settle(connection: Connection, page: int) -> set[int]:
    """Settle which page of a story came out first.

    Args:
        connection: A transaction that writes.
        page: A page of the story.

    Returns:
        The pages of the story: all that a chain of near-duplicates joins. The first is the one of the earliest day; among those of one
        day one that names no other medium as its source, then the one that the ledger has had longest.
    """
    story, edge = {page}, {page}
    while edge:
        edge = _neighbours(connection, edge) - story
        story |= edge
    columns = (pages.c.number, pages.c.day, pages.c.wire)
    members = connection.execute(select(*columns).where(pages.c.number.in_(story))).all()
    first = min(members, key=lambda one: (one.day == "", one.day, one.wire is not None, one.number)).number
    rows = [{"one": number, "first": first, "copied": None if number == first else first} for number in sorted(story)]
    settled = update(pages).where(pages.c.number == bindparam("one")).values(story=bindparam("first"), copy_of=bindparam("copied"))
    connection.execute(settled, rows)
    return story


def origins(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Whose word each page gives: pages with the same origin are one source, however many they are.

    Args:
        connection: The ledger.
        numbers: Pages.

    Returns:
        Page → the medium whose report it or a near-duplicate of it is by its own words (``XINHUA``), else the name of the page of its
        story that came out first.
    """
    wanted = list(numbers)
    stories = dict(connection.execute(select(pages.c.number, pages.c.story).where(pages.c.number.in_(wanted))).all())
    columns = (pages.c.number, pages.c.story, pages.c.name, pages.c.wire)
    told: dict[int, Any] = {}
    for member in connection.execute(select(*columns).where(pages.c.story.in_(set(stories.values()))).order_by(pages.c.number)):
        wire, name = told.get(member.story, (None, ""))
        told[member.story] = (wire or member.wire, member.name if member.number == member.story else name)
    return {number: told[story][0] or told[story][1] for number, story in stories.items()}
