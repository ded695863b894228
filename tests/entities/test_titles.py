"""Two offices of one person are one title."""

import pytest

from tests.entities.reading import phrases


@pytest.mark.parametrize(
    ("sentence", "phrase", "person"),
    [
        ("巴基斯坦副总理兼外长达尔抵达喀布尔。", "巴基斯坦副总理兼外长达尔", "dar"),
        ("韩国经济副总理兼企划财政部长官具润哲发表讲话。", "韩国经济副总理兼企划财政部长官具润哲", "koo-yun-cheol"),
        ("斯洛伐克总理兼国防部长菲佐发表讲话。", "斯洛伐克总理兼国防部长菲佐", "fico"),
        ("泰國副總理兼內政部長阿努廷發表談話。", "泰国副总理兼内政部长阿努廷", "anutin"),
    ],
)
def test_two_offices_before_one_name(sentence: str, phrase: str, person: str) -> None:
    assert phrases(sentence)[0] == (phrase, (person,))


def test_the_second_office_ends_before_a_verb() -> None:
    assert phrases("副总理兼外长周二会见达尔。")[-1] == ("达尔", ("dar",))


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("巴勒斯坦常任观察员曼苏尔呼吁停火。", "巴勒斯坦常任观察员曼苏尔"),
        ("英国负责印太事务的外交国务大臣韦斯特到访。", "英国负责印太事务的外交国务大臣韦斯特"),
        ("德国负责外贸、能源和海关事务的国务秘书韦斯特到访。", "德国负责外贸、能源和海关事务的国务秘书韦斯特"),
        ("德国政府苏丹和解事务特别代表施密特签署协议。", "德国政府苏丹和解事务特别代表施密特"),
        ("新加坡永續發展與環境部長傅海燕發表談話。", "新加坡永续发展与环境部长傅海燕"),
        ("“国民军”代表团团长萨利赫抵达会场。", "“国民军”代表团团长萨利赫"),
        ("国防大臣哈立德亲王抵达会场。", "国防大臣哈立德亲王"),
        ("李显龙总理抵达会场。", "李显龙总理"),
    ],
)
def test_what_an_office_is_about_belongs_to_the_phrase(sentence: str, phrase: str) -> None:
    assert [text for text, _ in phrases(sentence)] == [phrase]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("法国与发展部长贾殷会谈。", "法国"),
        ("中国要求外长阿拉格齐解释。", "中国"),
        ("韩国检方调查前总统尹锡悦。", "韩国检方"),
    ],
)
def test_a_verb_or_a_partner_ends_the_phrase(sentence: str, first: str) -> None:
    assert phrases(sentence)[0][0] == first
