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
