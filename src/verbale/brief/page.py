"""The brief: one HTML file that needs no network, with the pages' words and the records side by side."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from verbale.brief.cards import section_of_cards
from verbale.brief.entries import Entry
from verbale.brief.labels import Label, asset, labels
from verbale.brief.markup import both, element, escape, token, word
from verbale.brief.names import Names, days, language, published, title
from verbale.brief.sections import Section, sections
from verbale.brief.text import page_text
from verbale.model import Published, Record


def brief(records: Sequence[Record]) -> str:
    """One self-contained HTML page of any number of records.

    Args:
        records: Records in the order in which they are to stand.

    Returns:
        The whole document. It loads nothing, shows everything without JavaScript, and holds every text escaped.
    """
    shown = [(f"p{number}", record, sections(record)) for number, record in enumerate(records, 1)]
    contents = _contents(shown) if len(shown) > 1 else ""
    pages = "".join(_page(key, record, found) for key, record, found in shown)
    body = _switches() + element("header", _masthead(shown), class_="masthead") + contents + element("main", pages)
    return f'<!doctype html>\n<html lang="en">{_head(records)}{element("body", body + _script())}</html>\n'


def _head(records: Sequence[Record]) -> str:
    titles = " · ".join(name for record in records[:2] if (name := title(record))) or "Verbale"
    digest = base64.b64encode(hashlib.sha256(_code().encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<link rel="icon" href="data:,">' + element("title", escape(f"{titles} – Verbale")) + element("style", asset("brief.css")),
    )


def _script() -> str:
    return f"<script>{_code()}</script>"


def _code() -> str:
    return asset("shared/marks.js") + asset("brief.js")


def _switches() -> str:
    """The switches of languages and layers: plain inputs that the style sheet reads, so that they work without JavaScript."""
    languages = [("english", "English"), ("chinese", "中文"), ("both", "EN + 中")]
    choices = "".join(
        f'<label><input type="radio" name="language" id="language-{key}"{" checked" if key == "english" else ""}> {name}</label>'
        for key, name in languages
    )
    layers = "".join(
        f'<label class="key"><input type="checkbox" id="layer-{key}" checked> <span class="{key}">{both(name)}</span></label>'
        for key, name in labels("layers").items()
    )
    logo = '<a class="logo" href="#top">Verbale</a>'
    legend = element("fieldset", element("legend", word("words", "show")) + layers, class_="layers")
    choice = element("fieldset", element("legend", word("words", "language")) + choices, class_="languages")
    return element("nav", logo + legend + choice, class_="switches", id="top")


def _masthead(shown: Sequence[tuple[str, Record, tuple[Section, ...]]]) -> str:
    counts = Counter({"pages": len(shown)})
    for _, _, found in shown:
        counts.update({section.key: len(section.entries) for section in found})
    figures = "".join(element("li", f"{word('counts', key)} <b>{count}</b>") for key in labels("counts") if (count := counts[key]))
    heading = element("h1", word("words", "brief"))
    return heading + element("ul", figures, class_="figures") + element("p", word("words", "keys"), class_="keys")


def _contents(shown: Sequence[tuple[str, Record, tuple[Section, ...]]]) -> str:
    items = "".join(_contents_item(key, record, found) for key, record, found in shown)
    return element("nav", element("h2", word("words", "contents")) + element("ol", items), class_="contents")


def _contents_item(key: str, record: Record, found: Sequence[Section]) -> str:
    link = element("a", escape(title(record) or record.page.source.rpartition("/")[2]), href=f"#{key}", lang=language(record.page))
    about = [element("span", both(published(record.published)), class_="day")]
    about += [element("span", f"{word('counts', section.key)} <b>{len(section.entries)}</b>") for section in found]
    return element("li", link + element("small", " ".join(about)))


def _page(key: str, record: Record, found: Sequence[Section]) -> str:
    keyed: list[tuple[Section, dict[str, Entry]]] = []
    number = 0
    for section in found:
        keys = {f"{key}-r{number + place}": entry for place, entry in enumerate(section.entries, 1)}
        number += len(keys)
        keyed.append((section, keys))
    everything = {name: entry for _, entries in keyed for name, entry in entries.items()}
    cards = "".join(section_of_cards(section, entries, record.page) for section, entries in keyed)
    cards = cards or element("p", word("words", "nothing"), class_="nothing")
    text = element("article", page_text(record, everything, key), class_="text", lang=language(record.page))
    parties = _parties(record, everything.values())
    columns = text + element("aside", cards, class_="records", tabindex="0", aria_label="Records")
    return element("section", _page_header(record) + parties + element("div", columns, class_="columns"), class_="page", id=key)


def _parties(record: Record, entries: Iterable[Entry]) -> str:
    """Buttons that show only what one party did, the busiest first; hidden until the script wakes them."""
    names = Names(record)
    counts = Counter(party for entry in entries for party in dict.fromkeys(entry.parties))
    buttons = "".join(
        element(
            "button", f"{both(names.party(party))} <small>{count}</small>", type="button", data_party=token(party), aria_pressed="false"
        )
        for party, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return element("div", buttons, class_="parties", hidden="") if buttons else ""


def _page_header(record: Record) -> str:
    heading = element("h2", escape(title(record) or record.page.source.rpartition("/")[2]), lang=language(record.page))
    outlet = element("span", escape(record.page.outlet), class_="outlet") if record.page.outlet else ""
    source = element("span", escape(record.page.source), class_="source")
    day = element("span", f"{word('words', 'published')} {element('time', both(published(record.published)))}", class_="published")
    reason = element("span", escape(record.undated), class_="reason") if record.undated else ""
    warnings = "".join(element("li", escape(warning)) for warning in record.warnings)
    notes = element("ul", warnings, class_="warnings") if warnings else ""
    return element(
        "header", heading + element("p", " ".join((day, reason, outlet, source)), class_="about") + _evidence(record.published) + notes
    )


def _evidence(when: Published | None) -> str:
    if when is None:
        return ""
    items = "".join(_evidence_item(item.words, item.rule, days(item.start, item.end)) for item in when.evidence)
    return element("details", element("summary", word("words", "evidence")) + element("ul", items), class_="evidence") if items else ""


def _evidence_item(words: str, rule: str, allowed: Label | None) -> str:
    return element("li", f'{escape(rule)}: <b lang="zh">{escape(words)}</b>' + (f" → {both(allowed)}" if allowed else ""))
