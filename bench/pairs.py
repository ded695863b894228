"""Pairs of names, one person or two, each put on one page: what linking makes of them, with all forms of the tables and without."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable

import msgspec

from bench.scoring import ratios
from bench.sets import SHARED
from verbale.entities import entries, gazetteer, tenures
from verbale.entities.elements import elements
from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.linking import link
from verbale.entities.references import references
from verbale.language.tagger import tag
from verbale.model import Line, Page, Span
from verbale.pages.article import Article, article_of

FILE = SHARED / "entities/pairs.tsv"
Pair = tuple[str, str, bool]
Say = Callable[[str], None]


def show(*, say: Say = print) -> None:
    """Print precision and recall of the pairs taken for one person, with the full tables, with one form a person, and without people.

    Args:
        say: Where to print.
    """
    if not FILE.is_file():
        say("no shared pairs here: nothing is measured")
        return
    rows = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    pairs = [(row["name_a"], row["name_b"], row["same"] == "1") for row in rows]
    say(f"{len(pairs)} pairs, {sum(wanted for *_, wanted in pairs)} of one person")
    say(f"{'':44}{'P':>7}{'R':>7}{'F1':>7}  found / wrong / missed")
    tables = (
        ("all forms", gazetteer.load()),
        ("without other forms (one a person)", _one_form()),
        ("without the table of people", _nobody()),
    )
    for name, known in tables:
        for way, written in (("names alone", _bare), ("beside one office", _titled)):
            _count(f"{name}, {way}", pairs, known, written, say)


def _count(name: str, pairs: Iterable[Pair], known: Gazetteer, written: Callable[[str, str], str], say: Say) -> None:
    decided = [(one, other, same(written(one, other), one, other, known), wanted) for one, other, wanted in pairs]
    right = [f"{one} {other}" for one, other, found, wanted in decided if found and wanted]
    extra = [f"{one} {other}" for one, other, found, wanted in decided if found and not wanted]
    missed = [f"{one} {other}" for one, other, found, wanted in decided if wanted and not found]
    scores = "".join(f"{value:7.3f}" for value in ratios(len(right), len(extra), len(missed)))
    say(f"{name:44}{scores}  {len(right)} / {len(extra)} / {len(missed)}")
    for what, found in (("wrong", extra), ("missed", missed)):
        if found:
            say(f"  {what}: {', '.join(found[:12])}{' …' if len(found) > 12 else ''}")


def _bare(one: str, other: str) -> str:
    return f"{one}抵达后表示，会谈顺利。\n{other}随后发言说，会谈顺利。"


def _titled(one: str, other: str) -> str:
    return f"代表团团长{one}抵达后表示，会谈顺利。\n代表团团长{other}随后发言说，会谈顺利。"


def same(text: str, one: str, other: str, known: Gazetteer) -> bool:
    """Whether a page that names both names one person.

    Args:
        text: The page, a paragraph a line.
        one: A name.
        other: Another.
        known: The tables to read it with.
    """
    read = _article(text)
    tokens = tag(read.text, [sentence for paragraph in read.paragraphs for sentence in paragraph.sentences])
    found = references(read.text, tokens, elements(read.text, tokens, known))
    return any({one, other} <= set(entity.names) for entity in link(read, found, known, None).entities)


def _article(text: str) -> Article:
    lines, place = [], 0
    for line in text.split("\n"):
        lines.append(Line(Span(place, place + len(line)), "paragraph"))
        place += len(line) + 1
    return article_of(Page(id="pair", source="", sha256="", text=text), tuple(lines))


def _one_form() -> Gazetteer:
    """The gazetteer with the first form of each person only."""
    return Gazetteer(_with_people(lambda entry: [msgspec.structs.replace(entry, forms=entry.forms[:1])]), tenures.read())


def _nobody() -> Gazetteer:
    """The gazetteer without people."""
    return Gazetteer(_with_people(lambda _: []))


def _with_people(change: Callable[[GazetteerEntry], Iterable[GazetteerEntry]]) -> list[GazetteerEntry]:
    return [new for entry in entries.read() for new in (change(entry) if entry.category == "person" else [entry])]
