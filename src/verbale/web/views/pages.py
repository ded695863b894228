"""A page: its text on the left, its records on the right; and the list of all pages."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from verbale.brief.entries import Entry
from verbale.brief.labels import Label
from verbale.brief.names import days, language, title
from verbale.brief.sections import sections
from verbale.errors import UsageError
from verbale.ledger.connecting import reading
from verbale.ledger.events.dating import PageDay, day_of
from verbale.ledger.finding import Kept, page_named
from verbale.model import Record, Span
from verbale.web.desk import AtDesk
from verbale.web.marked import ShownLine, marked_lines
from verbale.web.queries.events import events_of_page
from verbale.web.queries.judging_states import Standing, standing
from verbale.web.queries.pages import Listed, Sought, counted, listed, outlets
from verbale.web.schemas import TEXT, problems
from verbale.web.tables import csv_of
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters
from verbale.web.visitors import Asking

router = APIRouter()
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """A list of pages.

    Attributes:
        chosen: What was chosen.
        query: Only with this in the title or the name.
        pages: They, the latest first.
        count: How many there are in all.
        skip: How many were left out before.
        outlets: Outlets that can be chosen, with their numbers of pages.
    """

    chosen: Filters
    query: str
    pages: list[Listed]
    count: int
    skip: int
    outlets: list[tuple[str, int]]


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page.

    Attributes:
        kept: What the ledger knows of it beside its record.
        record: What it tells.
        version: Which version is shown; ``None`` for the present one.
        cited: The characters that the address asks for.
        item: The item that the address asks for.
        events: Item → its event, and how many pages tell that.
        judged: ``PAGE#ID`` of an item → what was said of it.
        day: When it came out, by events that it shares with dated pages.
    """

    kept: Kept
    record: Record
    version: int | None
    cited: Span | None
    item: str
    events: dict[str, tuple[str, int]]
    judged: dict[str, Standing]
    day: PageDay | None

    @property
    def title(self) -> str:
        """Its title, or its name."""
        return title(self.record) or self.kept.page

    @property
    def script(self) -> str:
        """The language tag of its text."""
        return language(self.record.page)

    @property
    def evidence(self) -> list[tuple[str, str, Label | None]]:
        """Why it is dated so: rule, words, and the days that they allow."""
        found = self.record.published.evidence if self.record.published else ()
        return [(one.rule, one.words, days(one.start, one.end)) for one in found]

    @property
    def shown(self) -> list[tuple[str, dict[str, Entry]]]:
        """The sections with their entries, each under a key of this page."""
        number, found = 0, []
        for section in sections(self.record):
            found.append((section.key, {f"r{number + place}": entry for place, entry in enumerate(section.entries, 1)}))
            number += len(section.entries)
        return found

    def asked(self, shown: list[tuple[str, dict[str, Entry]]]) -> str | None:
        """The key of the entry that the address asks for.

        Args:
            shown: The sections.

        Returns:
            That of the item; where the item shows as part of another one, that of the entry which tells the same characters.
        """
        entries = {key: entry for _, keyed in shown for key, entry in keyed.items()}
        same = [key for key, entry in entries.items() if self.item and entry.id == self.item]
        cited = self.cited if self.item else None
        near = [key for key, entry in entries.items() if cited and any(span.overlaps(cited) for span in entry.spans)]
        return next(iter(same + near), None)

    def lines(self, shown: list[tuple[str, dict[str, Entry]]]) -> list[ShownLine]:
        """Its lines.

        Args:
            shown: The sections.

        Returns:
            The lines with everything that is marked in them.
        """
        return marked_lines(self.record, {key: entry for _, entries in shown for key, entry in entries.items()}, self.cited)

    def evidence_words(self, entry: Entry) -> list[str]:
        """The words that made a rule apply.

        Args:
            entry: The entry.

        Returns:
            They.
        """
        return [self.record.page.text[span.start : span.end] for span in entry.because.evidence]


def pages(
    desk: AtDesk,
    visitor: Asking,
    chosen: Chosen,
    q: Annotated[str, Query(max_length=200, description="A piece of the title or of the name.")] = "",
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Pages:
    """The pages of the ledger, the latest first."""
    sought = Sought(outlet=chosen.outlet, first=chosen.first, last=chosen.last, title=q or None)
    with reading(desk.engine) as connection:
        found = listed(connection, sought, chosen.limit, skip, visitor.seen)
        count = counted(connection, sought)
        known = desk.remembered("outlets", lambda: outlets(connection))
    return Pages(chosen=chosen, query=q, pages=found, count=count, skip=skip, outlets=known[:200])


def page(
    desk: AtDesk,
    name: Annotated[str, Path(max_length=300, description="The page's name, id, address or file.")],
    version: Annotated[int | None, Query(ge=1, le=1_000_000, description="An older version.")] = None,
    at: Annotated[str, Query(max_length=20, description="Characters to show, as in 145-153.")] = "",
    item: Annotated[str, Query(max_length=64, description="The id of an item to show.")] = "",
) -> PageView:
    """A page with its text and everything that was recorded from it."""
    record, kept = desk.ledger.record(name, version), desk.ledger.kept(name)
    with reading(desk.engine) as connection:
        events = events_of_page(connection, kept.page)
        judged = standing(connection, [kept.page])
        day = day_of(connection, page_named(connection, kept.page).number) if record.published is None else None
    cited = _cited(at, len(record.page.text))
    return PageView(kept=kept, record=record, version=version, cited=cited, item=item, events=events, judged=judged, day=day)


def _cited(written: str, length: int) -> Span | None:
    found = _RANGE.fullmatch(written)
    if not written:
        return None
    if not found or not int(found[1]) < int(found[2]) <= length:
        raise UsageError(f"{written}: no characters of this page; give two offsets up to {length}, as in 145-153")
    return Span(int(found[1]), int(found[2]))


@router.get(
    "/pages/{name}/text",
    summary="The text of a page as it was read.",
    tags=["pages"],
    response_class=Response,
    responses=TEXT | problems(html=True),
)
def text(desk: AtDesk, name: Annotated[str, Path(max_length=300)]) -> Response:
    """The text in which all offsets count."""
    return Response(desk.ledger.record(name).page.text.encode(), media_type="text/plain; charset=utf-8")


def _list_table(found: Pages) -> bytes:
    return csv_of(Listed.__struct_fields__, (msgspec.structs.asdict(one) for one in found.pages))


offer(router, "/pages", pages, "pages.html", Pages, _list_table)
offer(router, "/pages/{name}", page, "page.html", PageView)
