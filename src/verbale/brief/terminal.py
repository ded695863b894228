"""A record as a person likes to read it in a terminal."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from verbale.brief.entries import Entry
from verbale.brief.labels import Label, label
from verbale.brief.names import published, title
from verbale.brief.sections import Section, sections
from verbale.model import Page, Record

_STYLES = {"meetings": "red", "statements": "blue", "commitments": "green", "requests": "yellow", "positions": "magenta", "acts": "cyan"}
_EVIDENCE_SHOWN = 2


def show(record: Record, console: Console, *, explain: bool = False) -> None:
    """Print one record.

    Args:
        record: The record.
        console: Where it is printed; its width is kept.
        explain: Whether each entry also names its rule and the words that made it apply.
    """
    console.print(_header(record, explain))
    for section in sections(record):
        console.print(_section(section, record.page, explain))
    for warning in record.warnings:
        console.print(Text(f"  ! {warning}", "yellow"))
    console.print()


def _header(record: Record, explain: bool) -> Panel:
    about = " · ".join(part for part in (record.page.outlet, record.page.source) if part)
    lines = [Text(name, "bold") for name in [title(record)] if name] + [Text(about, "dim"), _published(record, explain)]
    return Panel(Group(*lines), border_style="dim", padding=(0, 2))


def _published(record: Record, explain: bool) -> Text:
    line = Text.assemble("Published ", (published(record.published).english, "bold"))
    evidence = record.published.evidence if record.published else ()
    reasons = [f"{item.rule}: {item.words}" for item in evidence]
    shown = reasons if explain else reasons[:_EVIDENCE_SHOWN]
    more = [f"{len(reasons) - len(shown)} more"] if len(reasons) > len(shown) else []
    unsettled = [record.undated] if record.undated else []
    return line.append(f"  {'; '.join(unsettled + shown + more)}".rstrip(), "dim")


def _section(section: Section, page: Page, explain: bool) -> RenderableType:
    heading = label("sections", section.key)
    style = _STYLES[section.key]
    title = Text.assemble("\n", (f"{heading.english} {heading.chinese}", f"bold {style}"), (f"  {len(section.entries)}", "dim"))
    entries = (_entry(entry, section.key, style, page, explain) for entry in section.entries)
    return Group(title, *(Padding(entry, (0, 0, 0, 2)) for entry in entries))


def _entry(entry: Entry, section: str, style: str, page: Page, explain: bool) -> RenderableType:
    first = Table.grid(padding=(0, 0, 0, 2), expand=True)
    first.add_column(ratio=1, overflow="fold")
    first.add_column(justify="right", style="dim", no_wrap=True)
    first.add_row(_head(entry, section, style), Text(entry.citation))
    below = []
    if entry.words:
        below.append(Text(f"“{entry.words}”" if entry.quoted else entry.words))
    if entry.facts:
        below.append(Text("  ".join(f"{name.english} {value.english}" for name, value in entry.facts), "italic"))
    if explain:
        evidence = " ".join(f"“{page.text[span.start : span.end]}”" for span in entry.because.evidence)
        below.append(Text(f"because {entry.because.rule} {evidence}".rstrip(), "dim"))
    return Group(first, *(Padding(text, (0, 0, 0, 2)) for text in below))


def _head(entry: Entry, section: str, style: str) -> Text:
    verb = (entry.verb.english, style)
    if section == "meetings":
        return Text.assemble(verb, "  ", (" ↔ ".join(name.english for name in entry.who), "bold"))
    who = ", ".join(_both(name) for name in entry.who) or label("words", "somebody").english
    line = Text.assemble((who, "bold"), "  ", verb)
    if entry.whom:
        line.append(" → ").append(", ".join(_both(name) for name in entry.whom), "bold")
    return line.append(f"  {entry.cue}" if entry.cue else "", "dim")


def _both(name: Label) -> str:
    return name.english if name.english == name.chinese else f"{name.english} {name.chinese}"
