"""Generated pages with their records: as many as are wanted, without reading, for measuring a ledger and for trying it hard."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from typing import Any

from verbale.ledger.entry import Entry
from verbale.ledger.labels import labelled
from verbale.ledger.sources import signature_of
from verbale.ledger.wires import wire_of
from verbale.model import Page, stable_id

_STATES = (
    *("USA 美国", "CHN 中国", "RUS 俄罗斯", "UKR 乌克兰", "FRA 法国", "DEU 德国", "JPN 日本", "IRN 伊朗", "ISR 以色列", "EGY 埃及"),
    *(
        "IND 印度",
        "TUR 土耳其",
        "SGP 新加坡",
        "MYS 马来西亚",
        "KAZ 哈萨克斯坦",
        "BRA 巴西",
        "QAT 卡塔尔",
        "POL 波兰",
        "VNM 越南",
        "KOR 韩国",
    ),
)
_SURNAMES = "林罗白顾岳秦柳贺祝温褚蓝纪苗季戴葛霍樊闵"
_CITIES = ("日内瓦", "利雅得", "伊斯坦布尔", "多哈", "阿斯塔纳", "新加坡", "维也纳", "开罗", "巴黎", "东京")
_OUTLETS = ("山海报", "环海时报", "北岸新闻网", "南湾日报", "港口晚报", "高原通讯社")
_WORDS = (
    "停火谈判协议边界制裁贸易关税粮食渔业能源矿产铁路港口难民人质核查监督援助贷款军演导弹安全主权"
    "独立选举宪法河流水文气候签证航线通信文化教育卫生疫苗旅游农业工业金融债务投资合同仲裁"
)
_SENTENCES = (
    ("act", "{A}外长{p}{d}日在{c}同{B}外长{q}举行会谈，讨论{x}。", "举行会谈", "meet"),
    ("act", "双方同意就{x}尽快{y}。", "同意", "agree"),
    ("say", "{p}表示，{A}愿意在{x}问题上{y}，但{x}不可{y}。", "表示", "neutral"),
    ("act", "{A}要求{B}在月底前{y}，并公开{x}的文件。", "要求", "demand"),
    ("say", "{q}则说，{B}对{x}没有{y}的打算，{x}取决于{A}。", "说", "neutral"),
    ("act", "{B}拒绝了{A}关于{x}的方案，称其无助于{y}。", "拒绝", "refuse"),
    ("tell", "观察人士认为{x}仍有变数，{c}的会谈只是{y}的开始。", "", ""),
    ("tell", "根据公开资料，{x}去年下降了{n}个百分点，{y}则增长了{m}个百分点。", "", ""),
)
COPIES = 50  # one page in so many copies the one before it, but for its first line


def entries(count: int, seed: int = 8, first: int = 0) -> Iterator[Entry]:
    """Generated pages, each as if it had been read.

    Args:
        count: How many.
        seed: The same seed gives the same pages.
        first: The number of the first one.

    Yields:
        About 600 characters a page with some 25 statements, acts, meetings, commitments and positions.
    """
    dice, before = random.Random(seed), ""
    for number in range(first, first + count):
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number * 2000 // (first + count))
        copied = bool(number % COPIES == COPIES - 1 and before)
        body, labels = (before, {}) if copied else _body(dice, day)
        heading = f"第{number}号消息 {dice.choice(_OUTLETS)}"
        before = body if not copied else ""
        yield entry(f"{heading}\n{body}", f"generated-{number:06}", day, _shifted(labels, len(heading) + 1), dice.choice(_OUTLETS))


def entry(text: str, name: str, day: datetime.date, labels: dict[str, Any], outlet: str | None = None) -> Entry:
    """A page with labels, as if it had been read.

    Args:
        text: The page.
        name: Its name.
        day: The day on which it came out.
        labels: As in gold files; without ``lines`` every line is a paragraph.
        outlet: Who published it.

    Returns:
        The entry.
    """
    digest = stable_id(text) * 5
    page = Page(id=name, source=name, sha256=digest, text=text, url=f"https://example.org/{name}", outlet=outlet)
    lines = {str(number): "paragraph" for number in range(1, text.count("\n") + 2)}
    record = labelled({"lines": lines, "published": day.isoformat()} | labels, page)
    return Entry(page, record, day, "given", f"generated {digest[:12]}", wire_of(record), signature_of(record))


def _body(dice: random.Random, day: datetime.date) -> tuple[str, dict[str, Any]]:
    """Eight to fourteen lines of two states' talks, with labels."""
    (one, state), (two, other) = (written.split() for written in _unequal(dice))
    people = [f"{dice.choice(_SURNAMES)}{dice.choice(_WORDS)}{dice.choice(_WORDS)}" for _ in "pq"]
    words = {"A": state, "B": other, "p": people[0], "q": people[1], "c": dice.choice(_CITIES), "d": str(day.day)}
    people_ids = [f"{one.lower()}_{stable_id(people[0])[:3]}", f"{two.lower()}_{stable_id(people[1])[:3]}"]
    labels: dict[str, Any] = {"entities": _entities((one, two), (state, other), people_ids, people)}
    labels |= {name: [] for name in ("statements", "acts", "meetings", "commitments", "positions")}
    lines: list[str] = []
    for number in range(dice.randint(8, 14)):
        form, sentence, cue, kind = _SENTENCES[number] if number < 2 else dice.choice(_SENTENCES[1:])
        start, line = sum(len(before) + 1 for before in lines), ""
        for _ in range(2):
            told = sentence.format(**words, x=_word(dice), y=_word(dice), n=dice.randint(2, 40), m=dice.randint(2, 40))
            _label(labels, (form, cue, kind), told, number + 1, start + len(line), day)
            line += told
        lines.append(line)
    return "\n".join(lines), labels


def _unequal(dice: random.Random) -> list[str]:
    """Two states, the first ones of the list much oftener than the last."""
    weights = [1 / rank for rank in range(1, len(_STATES) + 1)]
    while len(found := set(dice.choices(_STATES, weights, k=2))) < 2:
        pass
    return sorted(found)


def _word(dice: random.Random) -> str:
    """A word of two characters, or two such words."""
    starts = dice.choices(range(0, len(_WORDS), 2), k=dice.choice((1, 1, 1, 2)))
    return "".join(_WORDS[start : start + 2] for start in starts)


def _entities(states: tuple[str, str], names: tuple[str, str], ids: list[str], people: list[str]) -> list[dict[str, Any]]:
    bodies = [{"id": state, "type": "state", "name": None, "names": [name]} for state, name in zip(states, names, strict=True)]
    persons = [
        {"id": one, "type": "person", "name": None, "names": [name], "affiliation": state}
        for one, name, state in zip(ids, people, states, strict=True)
    ]
    return [*bodies, *persons]


def _label(labels: dict[str, Any], sentence: tuple[str, str, str], told: str, line: int, start: int, day: datetime.date) -> None:
    """Label one sentence of a line, which begins so many characters after the beginning of the text."""
    form, cue, kind = sentence
    if not cue:
        return
    ids = [one["id"] for one in labels["entities"]]
    states, people = ids[:2], ids[2:]
    anchor = [start + told.index(cue), start + told.index(cue) + len(cue)]
    content = [anchor[1], start + len(told) - 1]
    if form == "say":
        speaker = people[line % 2]
        told_by = {"speakers": [speaker], "kind": "indirect", "cue": anchor, "content": [content], "line": line}
        labels["statements"].append(told_by)
        labels["positions"].append({"holder": speaker, "stance": "willing", "content": content, "line": line})
        return
    done = {"kind": kind, "actors": people, "recipients": [], "anchor": anchor, "modality": "happened", "date": day.isoformat()}
    labels["acts"].append(done | {"content": content, "line": line})
    if kind == "meet":
        sides = {state: [person] for state, person in zip(states, people, strict=True)}
        labels["meetings"].append({"format": "in person", "date": day.isoformat(), "sides": sides, "line": line})
    if kind == "agree":
        due = {"start": None, "end": (day + datetime.timedelta(days=30)).isoformat()}
        labels["commitments"].append({"by": states, "to": [], "content": content, "due": due, "line": line})


def _shifted(labels: dict[str, Any], by: int) -> dict[str, Any]:
    """Labels for a text that stands so many characters further on."""
    moved = {name: [_moved(one, by) for one in several] for name, several in labels.items() if name != "entities"}
    return {"entities": labels.get("entities", [])} | moved


def _moved(one: dict[str, Any], by: int) -> dict[str, Any]:
    def move(span: Any) -> Any:
        return [move(part) for part in span] if span and isinstance(span[0], list) else [offset + by for offset in span]

    return one | {"line": one["line"] + 1} | {name: move(one[name]) for name in ("anchor", "content", "cue") if one.get(name)}
