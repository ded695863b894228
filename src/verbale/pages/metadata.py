"""What an HTML page tells of itself for machines: title, outlet, day of publication and its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from lxml import etree

from verbale.model import Interval
from verbale.pages.days import stated_days

_TITLES = ("og:title", "twitter:title", "articletitle", "headline")
_OUTLETS = ("og:site_name", "article:publisher", "publisher", "mediaid", "source", "application-name")
_DAYS = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "publish-date", "publication_date", "date",
    "dc.date.issued", "dcterms.created", "dc.date", "weibo:article:create_at", "parsely-pub-date", "sailthru.date", "firstpublishedtime",
    "apub:time", "og:release_date", "release_date", "_pubtime",
)  # fmt: skip
_SEPARATORS = re.compile(r"\s*(?:[_|｜»]|\s[-–—]{1,2}\s|--|——)\s*")
_DEEPEST = 6
_LONGEST_OUTLET = 30
_SOURCE = re.compile(r"^(?:(?:新闻|文章|稿件|資料)?(?:来源|來源|来自|來自|出处)|source)\s*[:：]\s*", re.IGNORECASE)
_MEDIUM = re.compile(r"(?:[网網报報社台臺刊]|新[闻聞]|[电電][视視]|[广廣]播|News|Times|Daily|Post)$")
_TAG = re.compile(r"<[^<>]*>")


class Metadata(msgspec.Struct, frozen=True):
    """What a page tells of itself; ``None`` where it does not."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    stated: Interval | None = None


def metadata_of(root: etree._Element) -> Metadata:
    """Read a page's metadata.

    Args:
        root: The parsed page.

    Returns:
        Title (without the outlet's name after it), outlet, address and days; the day of a time in UTC at which it was the next day in
        China already is either of the two.
    """
    metas = _metas(root)
    linked = list(_linked(root))
    parts = _title_parts(root)
    title = _first(metas, _TITLES) or _from_linked(linked, "headline") or max(parts, key=len, default=None)
    written = (_first(metas, _OUTLETS[:1]), _publisher(linked), _first(metas, _OUTLETS[1:]))
    outlet = next((name for one in written if one and (name := _outlet(one))), None)
    outlet = outlet or next((part for part in reversed(parts) if part != title and _MEDIUM.search(part)), None)
    days = [metas[name] for name in _DAYS if name in metas] + [day for day in [_from_linked(linked, "datePublished")] if day]
    days += [value for node in root.iter("time") if (value := node.get("datetime")) and (node.get("pubdate") is not None)]
    days += [node.get("content") or node.get("datetime") or "" for node in root.iterfind(".//*[@itemprop='datePublished']")]
    days += [value for node in root.iter("time") if (value := node.get("datetime"))][:1]
    published = next((found for written in days if (found := stated_days(written))), None)
    return Metadata(_own_title(title, outlet), outlet, _address(root, metas), published)


def _metas(root: etree._Element) -> dict[str, str]:
    """The first content of each ``meta`` by its name or property, in lower case."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = " ".join((node.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _linked(root: etree._Element) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD."""
    for node in root.iter("script"):
        if (node.get("type") or "").strip().lower() == "application/ld+json" and node.text:
            try:
                yield from _objects(msgspec.json.decode(node.text.strip(), strict=False), 0)
            except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
                continue


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from _objects(inner, depth + 1)


def _from_linked(objects: Sequence[Mapping[str, Any]], name: str) -> str | None:
    return next((value.strip() for item in objects if isinstance(value := item.get(name), str) and value.strip()), None)


def _publisher(objects: Sequence[Mapping[str, Any]]) -> str | None:
    for item in objects:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _title_parts(root: etree._Element) -> list[str]:
    """``title`` taken apart at its separators."""
    node = next(root.iter("title"), None)
    text = " ".join("".join(str(part) for part in node.itertext()).split()) if node is not None else ""
    return [part for part in _SEPARATORS.split(text) if part]


def _own_title(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name after a separator."""
    if title is None:
        return None
    title = _TAG.sub("", title).strip()
    parts = [part for part in _SEPARATORS.split(title) if part]
    if outlet and len(parts) > 1 and outlet in parts[-1]:
        return title[: title.rindex(parts[-1])].rstrip(" _|｜»-–—") or title
    return title


def _outlet(written: str) -> str | None:
    """The name of an outlet, ``None`` for an address or a sentence."""
    name = _SOURCE.sub("", written).strip()
    return name if 0 < len(name) <= _LONGEST_OUTLET and not name.startswith(("http:", "https:")) else None


def _address(root: etree._Element, metas: Mapping[str, str]) -> str | None:
    written = [node.get("href") or "" for node in root.iter("link") if (node.get("rel") or "").lower() == "canonical"]
    written.append(metas.get("og:url", ""))
    return next((address.strip() for address in written if address.strip().startswith(("http://", "https://"))), None)
