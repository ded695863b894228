"""Invented pages on two negotiations, with labels in the form of the codebook: each told by a few marks in its own text."""

import datetime
from typing import Any

from bench.ledger_pages import entry
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import writing
from verbale.ledger.entry import Entry
from verbale.ledger.writing import put

PARTIES = {"CHL": "智利", "BOL": "玻利维亚", "SOM": "索马里", "DJI": "吉布提", "PER": "秘鲁"}


def labelled(name: str, day: str, text: str, **labels: list[dict[str, Any]]) -> Entry:
    """A page whose labels name their words: ``anchor``, ``content`` are words of the text."""
    spans = {kind: [_spanned(text, one) for one in several] for kind, several in labels.items()}
    parties = [{"id": party, "type": "state", "name": None, "names": [words]} for party, words in PARTIES.items() if words in text]
    return entry(text, name, datetime.date.fromisoformat(day), {"entities": parties} | spans)


def _spanned(text: str, one: dict[str, Any]) -> dict[str, Any]:
    found = {key: [text.index(one[key]), text.index(one[key]) + len(one[key])] for key in ("anchor", "content") if one.get(key)}
    first = min(start for start, _ in found.values())
    return {"line": text.count("\n", 0, first) + 1} | one | found


def act(kind: str, actors: str, anchor: str, content: str | None = None, **more: Any) -> dict[str, Any]:
    told = {"kind": kind, "actors": actors.split(), "recipients": [], "anchor": anchor, "content": content, "modality": "happened"}
    return told | more


def promise(by: str, content: str, to: str = "", due: tuple[str, str] | None = None) -> dict[str, Any]:
    days = {"start": due[0], "end": due[1]} if due else None
    return {"by": by.split(), "to": to.split(), "content": content, "due": days}


def position(holder: str, stance: str, content: str) -> dict[str, Any]:
    return {"holder": holder, "stance": stance, "content": content}


def fill(ledger: Ledger, pages: list[Entry]) -> None:
    """Add pages as ``verbale add --records`` does it."""
    for one in pages:
        with writing(ledger._engine) as connection:
            put(connection, one)


PROMISED = labelled(
    "promised",
    "2024-03-05",
    "智利和玻利维亚商定3月20日在拉巴斯举行第二轮磋商。\n玻利维亚承诺在3月15日前释放12名智利司机。\n"
    "智利承诺在3月底前提交水闸的运行记录。\n双方同意从3月6日起停火。\n智利说，玻利维亚必须拆除水闸。",
    acts=[
        act("agree", "CHL BOL", "商定", "3月20日在拉巴斯举行第二轮磋商"),
        act("promise", "BOL", "玻利维亚承诺", "在3月15日前释放12名智利司机"),
        act("promise", "CHL", "智利承诺", "在3月底前提交水闸的运行记录"),
        act("agree", "CHL BOL", "同意", "从3月6日起停火"),
    ],
    commitments=[
        promise("CHL BOL", "3月20日在拉巴斯举行第二轮磋商", due=("2024-03-20", "2024-03-20")),
        promise("BOL", "在3月15日前释放12名智利司机", due=("2024-03-05", "2024-03-15")),
        promise("CHL", "在3月底前提交水闸的运行记录", due=("2024-03-05", "2024-03-31")),
        promise("CHL BOL", "从3月6日起停火", due=("2024-03-06", "2024-03-06")),
    ],
    positions=[position("CHL", "must", "玻利维亚必须拆除水闸")],
)
RELEASED = labelled(
    "released",
    "2024-03-14",
    "玻利维亚14日释放了12名智利司机。\n智利和玻利维亚的停火6日生效。",
    acts=[
        act("release", "BOL", "释放", "12名智利司机", recipients=["CHL"], date="2024-03-14"),
        act("ceasefire", "CHL BOL", "停火", date="2024-03-06"),
    ],
)
MOVED = labelled(
    "moved",
    "2024-03-21",
    "智利和玻利维亚20日在利马举行第二轮磋商。\n智利表示愿意接受玻利维亚分阶段拆除水闸。",
    acts=[act("meet", "CHL BOL", "举行", date="2024-03-20", place="Lima")],
    positions=[position("CHL", "willing", "接受玻利维亚分阶段拆除水闸")],
)
ATTACKED = labelled(
    "attacked",
    "2024-04-10",
    "智利军队9日炮击了玻利维亚的哨所。\n智利至今没有提交水闸的运行记录。",
    acts=[act("attack", "CHL", "炮击", "玻利维亚的哨所", recipients=["BOL"], date="2024-04-09")],
)
PAGES = [PROMISED, RELEASED, MOVED, ATTACKED]
