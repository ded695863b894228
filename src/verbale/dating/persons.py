"""Who held which office, and what was already so the year before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from verbale.dating.clues import EVER, NEVER, Clue, Day, Run, later, since
from verbale.dating.words import epochs, pattern, terms
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.references import Reference
from verbale.model import Span
from verbale.pages.article import Article

_BEFORE_OFFICE = 2
_BEFORE_TERM = 120
# So long a person is still called by an office that was lost.
_AFTER_OFFICE = 60


def tenure_clues(article: Article, references: Sequence[Reference], gazetteer: Gazetteer) -> Iterator[Clue]:
    """``国务卿鲁比奥``: the days on which the person held the office that stands beside the name; ``候任总统``: the weeks before."""
    seen: set[tuple[Run, ...]] = set()
    for reference in references:
        runs, standing = _runs_beside(article.text, reference, gazetteer)
        if runs and runs not in seen:
            seen.add(runs)
            words = article.text[reference.span.start : reference.span.end]
            called = tuple((start, later(end, _AFTER_OFFICE)) for start, end in runs)
            yield Clue("in office", f"{words}: {standing}{_in_words(runs)}", reference.span, 2, called)


def _runs_beside(text: str, reference: Reference, gazetteer: Gazetteer) -> tuple[tuple[Run, ...], str]:
    """When the person can have been called so, and how they stood to the office.

    Of several persons of one name those count who held the office; nothing where the words say that the person was out of office.
    """
    if reference.kind != "person":
        return (), ""
    before = text[max(0, reference.span.start - _BEFORE_OFFICE) : reference.head.start]
    elected = pattern("elected").search(before)
    if pattern("not_in_office").search(before) and not elected:
        return (), ""
    title = text[reference.span.start : reference.head.start]
    runs = sorted({run for person in reference.candidates for run in _held(gazetteer, person, reference, title)})
    if elected:
        return tuple((start - datetime.timedelta(_BEFORE_TERM), start) for start, _ in runs if start != EVER), "soon "
    return tuple(runs), ""


def _held(gazetteer: Gazetteer, person: str, reference: Reference, title: str) -> tuple[Run, ...]:
    """When a person held the office that was recognized, else the longest that the title ends with."""
    tenures = [tenure for tenure in gazetteer.offices_of(person) if reference.body in {None, tenure.body}]
    ending = sorted({tenure.office for tenure in tenures if title.endswith(tenure.office)}, key=len)
    for office in (reference.office, *ending[-1:]):
        if office and (runs := office_runs(gazetteer, person, office)):
            return runs
    return ()


def office_runs(gazetteer: Gazetteer, person: str, office: str) -> tuple[Run, ...]:
    """When a person held an office, as far as the tables know.

    Args:
        gazetteer: The tables.
        person: The person's id.
        office: Canonical key of the office.

    Returns:
        Runs of days in order; an office still held reaches to the end of its term where there is one, else for ever.
    """
    held = [tenure for tenure in gazetteer.offices_of(person) if tenure.office == office]
    return tuple(sorted((tenure.start or EVER, tenure.end or _end_of_term(tenure.body, office, tenure.start)) for tenure in held))


def _end_of_term(body: str, office: str, start: datetime.date | None) -> Day:
    ending_body, ending_offices = terms()
    if start is None or body != ending_body or office not in ending_offices:
        return NEVER
    year = start.year + (1 - start.year) % 4
    end = Day(year, 1, 20)
    return end if start < end else Day(year + 4, 1, 20)


def _in_words(runs: Sequence[Run]) -> str:
    def one(run: Run) -> str:
        return f"since {run[0]}" if run[1] == NEVER else f"until {run[1]}" if run[0] == EVER else f"{run[0]} to {run[1]}"

    return "in office " + ", ".join(map(one, runs))


def last_year_clues(article: Article, references: Sequence[Reference], gazetteer: Gazetteer) -> Iterator[Clue]:
    """``两人去年已会面``: those whose offices the article names were already in office the year before."""
    for found in pattern("last_year").finditer(article.text):
        clause = _clause(article, found.start())
        if clause is None or not pattern("meetings").search(article.text, found.end(), clause.end):
            continue
        first = _earliest_year(article, references, gazetteer, clause)
        if first is not None:
            words = f"{article.text[found.start() : clause.end]}: in office already the year before"
            yield Clue("presupposed last year", words, Span(found.start(), clause.end), 1.5, since(Day(first + 1, 1, 1)))
            return


def _clause(article: Article, place: int) -> Span | None:
    for paragraph in article.paragraphs:
        if paragraph.span.start <= place < paragraph.span.end:
            ends = [end for mark in "，。；" if (end := article.text.find(mark, place, paragraph.span.end)) >= 0]
            starts = [article.text.rfind(mark, paragraph.span.start, place) + 1 for mark in "。；"]
            return Span(max([paragraph.span.start, *starts]), min([paragraph.span.end, *ends]))
    return None


def _earliest_year(article: Article, references: Sequence[Reference], gazetteer: Gazetteer, clause: Span) -> int | None:
    """The year in which the last of the meeting's people took office: those that the sentence names, else those in office above it."""
    offices: dict[tuple[str, ...], tuple[Run, ...]] = {}
    for reference in references:
        if reference.span.start < clause.end and reference.candidates not in offices:
            runs, standing = _runs_beside(article.text, reference, gazetteer)
            if runs and not standing:
                offices[reference.candidates] = runs
    inside = {item.candidates for item in references if item.candidates and clause.covers(item.span)} & offices.keys()
    people = inside if len(inside) > 1 else list(offices)[:2]
    starts = [offices[person][0][0] for person in people if len(offices[person]) == 1]
    known = [start.year for start in starts if start != EVER]
    return max(known, default=None)


def epoch_clues(article: Article) -> Iterator[Clue]:
    """Words that exist only from a day on, or only up to one."""
    for epoch in epochs():
        found = epoch.pattern.search(article.text)
        if found:
            run = (epoch.start or EVER, epoch.end or NEVER)
            yield Clue("words of a time", f"{found[0]}: {epoch.name}", Span(*found.span()), 2, (run,))
