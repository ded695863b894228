"""For whom persons act whom no table has."""

import pytest

from .reading import parties


def _affiliation(text: str, name: str) -> str | None:
    """Whom the person of a name acts for."""
    return next(party.affiliation for party in parties(text).entities if name in party.names)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("巴尔德库同记者见面。法国外长巴尔德库说，会谈推迟。", "巴尔德库", "FRA"),
        ("国务卿巴尔德库说，会谈推迟。", "巴尔德库", "USA"),
        ("中共中央政治局委员林宏远说，会谈推迟。", "林宏远", "CHN"),
        ("外务省局长巴尔德库说，会谈推迟。", "巴尔德库", "JPN"),
        ("欧盟委员会主席巴尔德库说，会谈推迟。", "巴尔德库", "EU"),
        ("挪威改派外长巴尔德库出席，会谈推迟。", "巴尔德库", "NOR"),
        ("肯尼亚代表团由水利部长巴尔德库率领，会谈推迟。", "巴尔德库", "KEN"),
        ("俄方的巴尔德库说，会谈推迟。", "巴尔德库", "RUS"),
        ("智利和秘鲁的边境重开。总统巴尔德库说，会谈推迟。", "巴尔德库", None),
        ("泰国军队开火。前首相巴尔德库说，会谈推迟。", "巴尔德库", "THA"),
        ("韩国与美国举行会谈。外长赵明成说，会谈推迟。", "赵明成", "KOR"),
        ("中方反对加税。外交部发言人林晓宏说，会谈推迟。", "林晓宏", "CHN"),
        ("肯尼亚矿工罢工。国会议长巴尔德库说，会谈推迟。", "巴尔德库", "KEN"),
        ("会谈在瑞士日内瓦破裂，时任总统巴尔德库说，没有结果。", "巴尔德库", None),
        ("哈萨克斯坦局势平静。巴尔德库总统说，会谈推迟。", "巴尔德库", "KAZ"),
        ("该政府发言人巴尔德库说，会谈推迟。", "巴尔德库", None),
        ("泰国指责邻国。北部解放阵线发言人巴尔德库说，会谈推迟。", "巴尔德库", None),
    ],
)
def test_titles_and_the_states_told_of_tell_for_whom_somebody_acts(text: str, name: str, body: str | None) -> None:
    """A title anywhere on the page, an office of one state, who sends the person, the only state that fits; none where several do."""
    assert _affiliation(text, name) == body


def test_an_office_is_whoever_the_page_names_with_it() -> None:
    """Before the name and after it, also where several states share the office; a former holder holds it no longer."""
    read = parties("塞尔维亚总统没有到场。塞尔维亚总统拉泽纳后来说，会谈推迟。")
    persons = [party.id for party in read.entities if party.type == "person"]
    assert len(persons) == 1
    assert [phrase.entities for phrase in read.phrases][:2] == [(persons[0],)] * 2
    former = parties("塞尔维亚总统没有到场。塞尔维亚前总统拉泽纳后来说，会谈推迟。", None)
    assert former.phrases[0].entities != former.phrases[1].entities
