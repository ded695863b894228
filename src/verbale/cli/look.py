"""``verbale lines`` and ``verbale times``: single stages, for a look at what they make of something."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from verbale.cli.pages import Outcome, message, opened

if TYPE_CHECKING:
    from verbale.model import Page, TimeExpression
    from verbale.pages.lines import Labelled

_COLOURS = {"title": "green", "lead": "green", "byline": "cyan", "caption": "yellow", "subheading": "magenta", "spam": "red"}
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--text", "only_text", is_flag=True, help="Only the article's text.")
@click.option("--json", "as_json", is_flag=True, help="Spans and kinds as JSON.")
def lines(path: Path, only_text: bool, as_json: bool) -> None:
    """Show which lines of a page are its article's and which are junk."""
    if only_text and as_json:
        raise click.UsageError("--text and --json exclude each other.")
    from verbale.model import ARTICLE_KINDS  # noqa: PLC0415 - --help needs no stage
    from verbale.pages.lines import label_page  # noqa: PLC0415

    outcome = Outcome()
    for page in opened(path, outcome):
        labelled = label_page(page)
        if as_json:
            click.echo(msgspec.json.encode(labelled.lines))
        for line in () if as_json else labelled.lines:
            words = page.text[line.span.start : line.span.end]
            if not only_text:
                click.secho(f"{line.kind:<11}{words}", dim=line.kind not in ARTICLE_KINDS, fg=_COLOURS.get(line.kind))
            elif line.kind in ARTICLE_KINDS:
                click.echo(words)
        if labelled.verdict:
            message(f"error: {page.source}: {labelled.verdict}")
            outcome.failed += 1
        for fault in () if labelled.verdict else _faults(page, labelled):
            message(f"warning: {page.source}: {fault}")
    if outcome.failed:
        sys.exit(1)


def _faults(page: Page, labelled: Labelled) -> tuple[str, ...]:
    from verbale.language.tagger import tag  # noqa: PLC0415
    from verbale.pages.article import article_of  # noqa: PLC0415
    from verbale.pages.html import plain  # noqa: PLC0415
    from verbale.pages.word_order import begins_amid, spun  # noqa: PLC0415

    article = article_of(plain(page), labelled.lines, labelled.joins)
    tokens = tag(article.text, (sentence for paragraph in article.paragraphs for sentence in paragraph.sentences))
    return (*labelled.warnings, *filter(None, (begins_amid(article), spun(article, tokens))))


@click.command()
@click.argument("text", required=False)
@click.option("--reference", type=_DAY, help="The day from which TEXT is seen.", metavar="DAY")
@click.option("--json", "as_json", is_flag=True, help="Spans and values as JSON.")
@click.option(
    "--jsonl",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file of {id, sentence, reference, before?}, one a line.",
)
def times(text: str | None, reference: datetime.datetime | None, as_json: bool, jsonl: Path | None) -> None:
    """Find the times in TEXT and the days that they mean.

    With --jsonl, every sentence of the file is read, after the words before it, and answered with one line of JSON: {id, expressions}.
    """
    if (text is None) == (jsonl is None):
        raise click.UsageError("Give either TEXT or --jsonl FILE.")
    if jsonl is not None:
        _answer_all(jsonl)
        return
    if text is None or reference is None:
        raise click.UsageError("TEXT needs --reference DAY, such as --reference 2025-02-18.")
    found = _times(text, reference.date())
    if as_json:
        shown = [_expression(time, 0) | {"text": text[time.span.start : time.span.end], "kind": time.kind} for time in found]
        click.echo(msgspec.json.encode(shown))
        return
    for time in found:
        click.echo(f"{text[time.span.start : time.span.end]}\t{_value(time)}")
    if not found:
        message("no time in this text")


def _times(text: str, reference: datetime.date) -> tuple[TimeExpression, ...]:
    from verbale.language.times import times_of  # noqa: PLC0415 - --help needs no stage

    return times_of(text, reference)


def _value(time: TimeExpression) -> str:
    if time.minutes is not None:
        return f"{time.minutes} min"
    if time.value is None:
        return "not resolved"
    return " – ".join(dict.fromkeys(day.isoformat() if day else "…" for day in (time.value.start, time.value.end)))


def _answer_all(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = msgspec.json.decode(line)
            before = f"{item['before']}\n" if item.get("before") else ""
            found = _times(before + item["sentence"], datetime.date.fromisoformat(item["reference"]))
            answer = {"id": item["id"], "expressions": [_expression(time, len(before)) for time in found if time.span.start >= len(before)]}
        except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
            raise click.UsageError(f"{path}: line {number} is no {{id, sentence, reference}}: {error}") from error
        click.echo(msgspec.json.encode(answer))


def _expression(time: TimeExpression, before: int) -> dict[str, Any]:
    value = {"minutes": time.minutes} if time.value is None and time.minutes is not None else time.value
    return {"start": time.span.start - before, "end": time.span.end - before, "value": value}
