"""The records of a page as HTML: one card an entry, under the headings of the sections."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.brief.entries import Entry
from verbale.brief.labels import Label
from verbale.brief.markup import both, element, escape, token, word
from verbale.brief.names import language
from verbale.brief.sections import Section
from verbale.model import Page


def section_of_cards(section: Section, keyed: Mapping[str, Entry], page: Page) -> str:
    """One heading and its cards.

    Args:
        section: The section.
        keyed: Its entries by their keys, in order.
        page: The page, for the words of the evidence.

    Returns:
        HTML.
    """
    count = element("span", str(len(keyed)), class_="count")
    heading = element("h3", f"{word('sections', section.key)} {count}")
    cards = "".join(_card(key, entry, section.key, page) for key, entry in keyed.items())
    return element("section", heading + element("ol", cards), class_=f"cards {section.key}")


def _card(key: str, entry: Entry, section: str, page: Page) -> str:
    quote = (
        element("blockquote", escape(entry.words), class_="quoted" if entry.quoted else None, lang=language(page)) if entry.words else ""
    )
    line = entry.citation.split(":")[-1].split(" ")[0]
    target = f"#{key.rsplit('-', 1)[0]}-line{line}"
    cite = element("a", escape(entry.citation), class_="cite", href=target)
    content = _head(entry, section, page) + quote + _facts(entry) + element("footer", cite + _because(entry, page))
    parties = " ".join(dict.fromkeys(map(token, entry.parties))) or None
    return element("li", content, class_="card", id=key, data_record=key, data_id=entry.id or None, data_parties=parties, tabindex="0")


def _head(entry: Entry, section: str, page: Page) -> str:
    joint = ' <span class="with">↔</span> ' if section == "meetings" else " "
    who = joint.join(_chip(name) for name in entry.who) or element("span", word("words", "somebody"), class_="chip unknown")
    verb = element("span", both(entry.verb), class_="verb")
    cue = element("span", escape(entry.cue), class_="its-cue", lang=language(page)) if entry.cue else ""
    whom = '<span class="to">→</span> ' + " ".join(_chip(name) for name in entry.whom) if entry.whom else ""
    parts = (verb, who) if section == "meetings" else (who, verb, cue, whom)
    return element("p", " ".join(part for part in parts if part), class_="head")


def _chip(name: Label) -> str:
    return element("b", both(name), class_="chip")


def _facts(entry: Entry) -> str:
    if not entry.facts:
        return ""
    pairs = (element("div", element("dt", both(name)) + element("dd", both(value))) for name, value in entry.facts)
    return element("dl", "".join(pairs))


def _because(entry: Entry, page: Page) -> str:
    evidence = (f"“{escape(page.text[span.start : span.end])}”" for span in entry.because.evidence)
    written = " ".join((element("code", escape(entry.because.rule)), *evidence))
    return element("span", f"{word('facts', 'because')} {written}", class_="because")
