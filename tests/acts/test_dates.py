"""Which day an act gets: its own clause's, the statement's, or that of what was told before."""

from __future__ import annotations

import datetime

import pytest
from plain_text import Told

import verbale
from verbale.model import Interval


def day(month: int, first: int, last: int | None = None) -> Interval:
    """Days of 2025."""
    return Interval(datetime.date(2025, month, first), datetime.date(2025, month, last or first))


CASES = [
    # What is done by speaking bears the day of the statement; a promise of one's own is for later.
    ("芬兰总统斯图布20日说，芬兰呼吁各方停火。", "appeal", day(10, 20)),
    ("芬兰总统斯图布20日说，芬兰将继续为和平努力。", "promise", None),
    ("挪威首相斯特勒20日就难民问题发表声明，对瑞典表示感谢。", "support", day(10, 20)),
    ("挪威首相斯特勒20日会见记者，说会谈顺利。随后斯特勒在讲话中感谢瑞典。", "support", day(10, 20)),
    # What is announced is done by announcing it.
    ("2025年9月，丹麦首相弗雷泽里克森宣布任命拉斯穆森为北极特使。", "appoint", day(9, 1, 30)),
    # The day on which a medium learned or reported it is no day of the act.
    ("总台记者当地时间20日获悉，挪威与瑞典已开始会谈。", "meet", None),
    # A noun's own history dates nothing else.
    ("挪威政府20日对瑞典4日发表的声明表示欢迎。", "support", day(10, 20)),
    # A day after the subject of one clause does not reach over to another's.
    ("芬兰总统斯图布20日抵达首都，瑞典国王古斯塔夫批准了新政府名单。", "sign", None),
    ("20日，芬兰总统斯图布抵达首都，瑞典国王古斯塔夫批准了新政府名单。", "sign", day(10, 20)),
    ("巴基斯坦20日对印度18日的空袭表示谴责。", "criticise", day(10, 20)),
    ("2025年9月挪威首相斯特勒访问瑞典时，两国政府签署备忘录。", "sign", day(9, 1, 30)),
    # A day in what somebody asks for is no day of what is said beside it.
    ("挪威首相斯特勒则呼吁议员30日投票支持协议，同时否认会推迟选举。", "deny", None),
    # The same speaker goes on.
    ("芬兰总统斯图布20日说，芬兰愿意对话。他还批评美国的关税政策。", "criticise", day(10, 20)),
    # Lengths begin or end with the day.
    ("瑞典和芬兰18日起为期三天举行联合演习。", "cooperate", day(10, 18, 20)),
    ("瑞典和芬兰20日结束在首都举行的三天会谈。", "meet", day(10, 18, 20)),
    ("柬埔寨国防部20日说，泰国军队连续第三天向柬埔寨军队开火。", "attack", day(10, 18, 20)),
    ("自18日双方停火以来，泰国和柬埔寨未发生交火。", "attack", day(10, 18, 22)),
]


@pytest.mark.parametrize(("text", "kind", "expected"), CASES)
def test_the_day_of_an_act(text: str, kind: str, expected: Interval | None) -> None:
    acts = Told(text).of_kind(kind)
    assert acts, Told(text).acts
    assert acts[-1].date == expected


def test_the_same_act_told_again_bears_its_day() -> None:
    signed = Told("泰国与柬埔寨18日签署联合声明。泰国总理阿努廷与柬埔寨首相洪玛奈共同签署文件。").of_kind("sign")
    assert [act.date for act in signed] == [day(10, 18)] * 2


READOUTS = [
    # A readout goes on with what those said who met.
    ("10月20日，芬兰外长瓦尔托宁同挪威外长艾德通电话。瓦尔托宁介绍了边境情况。艾德表示，挪威支持芬兰。", "support", day(10, 20)),
    # What one of them says on another occasion, or somebody else says, was not said there.
    ("10月20日，芬兰外长瓦尔托宁同挪威外长艾德通电话。艾德此前对记者表示，挪威支持芬兰。", "support", None),
    ("10月20日，芬兰外长瓦尔托宁同挪威外长艾德通电话。丹麦外长拉斯穆森表示，丹麦支持芬兰。", "support", None),
    # An hour at the head of a paragraph or heading dates what stands under it.
    ("芬兰总统斯图布20日抵达奥斯陆。\n10时：斯图布与挪威首相斯特勒会谈。两人同意修桥。", "agree", day(10, 20)),
    ("芬兰总统斯图布20日抵达奥斯陆。\n【下午3时】斯图布与挪威首相斯特勒会谈。\n【背景】两国曾就边界签署协议。", "meet", day(10, 20)),
    ("芬兰总统斯图布20日抵达奥斯陆。\n【下午3时】斯图布与挪威首相斯特勒会谈。\n【背景】两国曾就边界签署协议。", "sign", None),
]


@pytest.mark.parametrize(("text", "kind", "expected"), READOUTS)
def test_the_day_of_an_occasion(text: str, kind: str, expected: Interval | None) -> None:
    acts = Told(text).of_kind(kind)
    assert acts, Told(text).acts
    assert acts[0].date == expected


def test_talks_that_go_on_bear_the_day_of_those_before() -> None:
    met = Told("瑞典外长斯蒂纳加德18日与芬兰外长瓦尔托宁会谈。随后，斯蒂纳加德与挪威外交大臣艾德会晤。").of_kind("meet")
    assert [act.date for act in met] == [day(10, 18)] * 2


def test_what_parties_promise_together_bears_the_day_of_their_talks() -> None:
    promised = Told("18日，瑞典与芬兰签署一份宣言。双方承诺开放边境口岸。").of_kind("promise")
    assert [act.date for act in promised] == [day(10, 18)]


def test_what_came_later_has_no_day() -> None:
    signed = Told("瑞典与芬兰18日举行会谈，此后双方签署协议。").of_kind("sign")
    assert [act.date for act in signed] == [None]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("阿根廷总统米莱承诺在年底前开放边境。", ("2025-03-10", "2025-12-31")),
        ("法国总统马克龙3月6日承诺最迟下月底前交付战机。", ("2025-03-06", "2025-04-30")),
        ("越南承诺8月起恢复出口。", ("2025-08-01", "2025-08-31")),
        ("日本与韩国3月7日同意从4月1日起停止演习。", ("2025-04-01", "2025-04-01")),
        ("新加坡将于下周向加沙提供援助物资。", ("2025-03-17", "2025-03-23")),
        ("德国总理默茨承诺继续支持乌克兰。", None),
    ],
)
def test_a_promise_is_due_from_the_day_it_is_made_to_its_deadline(text: str, due: tuple[str, str] | None) -> None:
    record = verbale.read("各地代表当天在场外等候，会场内外聚集了不少人。\n" + text, published=datetime.date(2025, 3, 10))
    assert [(str(found.due.start), str(found.due.end)) if found.due else None for found in record.commitments] == [due]
