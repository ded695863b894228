"""What became of promises in three invented talks of four short pages each, with their own labels."""

import pytest

from tests.ledger.talking import act, fill, labelled, promise
from verbale.ledger.book import Ledger
from verbale.ledger.entry import Entry


def agreed(by: str, content: str, due: tuple[str, str] | None = None, anchor: str = "商定", voice: str | None = None) -> dict[str, list]:
    """A promise and the act that it is a view of."""
    told = act("agree", by, anchor, content, according_to=voice)
    return {"acts": [told], "commitments": [promise(by, content, due=due) | {"according_to": voice}]}


def day(of: str) -> tuple[str, str]:
    return of, of


WATER = [
    labelled(
        "water-1",
        "2024-05-06",
        "秘鲁和智利5日商定在5月20日前互换水闸图纸。\n由海港大学主持。",
        **agreed("PER CHL", "在5月20日前互换水闸图纸", day("2024-05-20")),
    ),
    labelled(
        "water-2",
        "2024-05-07",
        "秘鲁、智利說，雙方商定5月24日在利馬舉行第二輪談判。",
        **agreed("PER CHL", "5月24日在利馬舉行第二輪談判", day("2024-05-24"), "商定"),
    ),
    labelled(
        "water-3",
        "2024-05-22",
        "智利和秘鲁的红十字会确认，两国5月19日已互换水闸图纸。\n秘鲁称，智利已同意拆除旧闸。",
        acts=[act("agree", "CHL", "同意", "拆除旧闸", according_to="PER")],
        commitments=[promise("CHL", "拆除旧闸") | {"according_to": "PER"}],
    ),
    labelled(
        "water-4",
        "2024-06-02",
        "秘鲁和智利6月1日在利马举行第二轮谈判。\n智利说不会拆除旧闸。",
        acts=[
            act("meet", "PER CHL", "举行", date="2024-06-01", place="Lima"),
            act("deny", "CHL", "不会", "拆除旧闸", date="2024-06-01", according_to="CHL"),
        ],
    ),
]
PRISONERS = [
    labelled(
        "prisoners-1",
        "2024-07-02",
        "索马里承诺在7月10日前释放20名吉布提渔民。\n秘鲁将为索马里和吉布提斡旋。",
        acts=[
            act("promise", "SOM", "承诺", "在7月10日前释放20名吉布提渔民", recipients=["DJI"]),
            act("mediate", "PER", "斡旋", modality="planned", recipients=["SOM", "DJI"]),
        ],
        commitments=[
            promise("SOM", "在7月10日前释放20名吉布提渔民", "DJI", day("2024-07-10")),
            promise("PER", "斡旋", "SOM DJI"),
        ],
    ),
    labelled(
        "prisoners-2",
        "2024-07-05",
        "索马里与吉布提4日会谈，秘鲁居中斡旋，双方同意7月底前再谈一轮。",
        acts=[
            act("mediate", "PER", "居中斡旋", recipients=["SOM", "DJI"], date="2024-07-04"),
            act("agree", "SOM DJI", "同意", "7月底前再谈一轮"),
        ],
        commitments=[promise("SOM DJI", "7月底前再谈一轮", due=day("2024-07-31"))],
    ),
    labelled(
        "prisoners-3",
        "2024-07-12",
        "期限已過，索马里沒有釋放吉布提漁民。",
        acts=[act("release", "SOM", "釋放", "吉布提漁民", recipients=["DJI"], modality="not_happened")],
    ),
    labelled(
        "prisoners-4",
        "2024-07-26",
        "索马里和吉布提25日在一艘船上会谈。\n吉布提承诺8月1日前公布名册。",
        acts=[
            act("meet", "SOM DJI", "会谈", date="2024-07-25"),
            act("promise", "DJI", "承诺", "8月1日前公布名册"),
        ],
        commitments=[promise("DJI", "8月1日前公布名册", due=day("2024-08-01"))],
    ),
]
MINES = [
    labelled(
        "mines-1",
        "2024-09-02",
        "玻利维亚允诺9月15日前批准三家智利公司的铜矿出口许可。\n玻利维亚还同意取消铜矿出口税。",
        acts=[
            act("promise", "BOL", "允诺", "9月15日前批准三家智利公司的铜矿出口许可", recipients=["CHL"]),
            act("agree", "BOL", "同意", "取消铜矿出口税"),
        ],
        commitments=[
            promise("BOL", "9月15日前批准三家智利公司的铜矿出口许可", "CHL", day("2024-09-15")),
            promise("BOL", "取消铜矿出口税"),
        ],
    ),
    labelled(
        "mines-2",
        "2024-09-03",
        "智利和玻利维亚同意，由智利派技术组查看玻利维亚铜矿。\n智利答应9月20日前支付定金。",
        acts=[act("agree", "CHL BOL", "同意", "由智利派技术组查看玻利维亚铜矿"), act("promise", "CHL", "答应", "9月20日前支付定金")],
        commitments=[
            promise("CHL BOL", "由智利派技术组查看玻利维亚铜矿"),
            promise("CHL", "9月20日前支付定金", due=day("2024-09-20")),
        ],
    ),
    labelled(
        "mines-3",
        "2024-09-16",
        "玻利维亚15日已批准三家智利公司的铜矿出口许可。\n智利技术组14日抵达玻利维亚铜矿。",
        acts=[
            act("sign", "BOL", "批准", "三家智利公司的铜矿出口许可", recipients=["CHL"], date="2024-09-15"),
            act("visit", "CHL", "抵达", "玻利维亚铜矿", recipients=["BOL"], date="2024-09-14"),
        ],
    ),
    labelled("mines-4", "2024-10-08", "智利未按期支付定金，玻利维亚表示失望。"),
]
LABELS = {
    "在5月20日前互换水闸图纸": "kept",
    "5月24日在利馬舉行第二輪談判": "broken",
    "拆除旧闸": "open",
    "在7月10日前释放20名吉布提渔民": "broken",
    "斡旋": "kept",
    "7月底前再谈一轮": "kept",
    "8月1日前公布名册": "open",
    "9月15日前批准三家智利公司的铜矿出口许可": "kept",
    "取消铜矿出口税": "open",
    "由智利派技术组查看玻利维亚铜矿": "kept",
    "9月20日前支付定金": "broken",
}


@pytest.mark.parametrize("pages", [WATER, PRISONERS, MINES], ids=["water", "prisoners", "mines"])
def test_talks(ledger: Ledger, pages: list[Entry]) -> None:
    fill(ledger, pages)
    found = {one.commitment.words: one.status for one in ledger.outcomes()}
    assert found == {words: LABELS[words] for words in found}
    assert len(found) == sum(len(ledger.record(name).commitments) for name in ledger.names())


def test_what_nobody_tells_of_is_overdue_and_no_more(ledger: Ledger) -> None:
    fill(ledger, [*PRISONERS, *MINES])
    assert [one.commitment.words for one in ledger.outcomes(statuses=("overdue",))] == ["8月1日前公布名册"]
