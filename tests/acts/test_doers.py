"""Whose doing an act is: subjects in clauses of reason, question and time, plans told of others, denials of one's side."""

from __future__ import annotations

import pytest
from plain_text import Told


def _doers(text: str, kind: str) -> list[set[str]]:
    """The actors of the acts of a kind, each as the first name that the text gives."""
    told = Told(text)
    return [{next(iter(sorted(told.parties.by_id[one].names, key=text.find)), one) for one in act.actors} for act in told.of_kind(kind)]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("谈判因以色列拒绝撤军而陷入僵局。", "refuse", "以色列"),
        ("會談一度因巴基斯坦威脅退出而中斷。", "threaten", "巴基斯坦"),
        ("由于匈牙利反对，欧盟未能通过声明。", "refuse", "匈牙利"),
        ("土耳其外长费丹抗议希腊部署导弹。", "deploy", "希腊"),
        ("菲律宾国防部长指责中国派出海警船。", "deploy", "中国"),
        ("挪威外长质问瑞典为何天天派军机绕飞。", "deploy", "瑞典"),
        ("巴基斯坦外长库雷希感谢土耳其向巴方提供疫苗。", "aid", "土耳其"),
        ("韓國外長抗議日本對韓方加徵關稅。", "sanction", "日本"),
        ("汤加首相感谢新西兰在海啸发生后迅速提供救灾物资。", "aid", "新西兰"),
        ("瑙魯外長感謝澳洲在談判期間全力協助。澳洲在風災過後立即提供藥品。", "aid", "澳洲"),
    ],
)
def test_a_clause_of_reason_or_blame_has_its_own_subject(text: str, kind: str, actor: str) -> None:
    assert _doers(text, kind) == [{actor}]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("法国总统马克龙周三宣布，印度将向法国采购26架战机。", [{"印度"}]),
        ("韓國外長趙兌烈說，日本擬於下月開放市場。", [{"日本"}]),
        ("韩国外长赵兑烈说，朝鲜将被列入名单。", []),
        ("韩国外长赵兑烈说，朝鲜大概会接受审查。", []),
        ("分析人士指出，土耳其将扩大采购天然气。", []),
    ],
)
def test_what_somebody_with_a_name_says_that_another_party_will_do_is_its_promise(text: str, actors: list[set[str]]) -> None:
    assert _doers(text, "promise") == actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("中国外交部发言人林剑说，中方没有参加这一会议的计划。", "中国"),
        ("德國總理梅爾茨說，政府沒有重啟核電的打算。", "德國"),
        ("林佳龙周三强调，我政府不会放弃主权。", "政府"),
        ("俄外长拉夫罗夫重申，俄罗斯没有攻击芬兰的计划。", "拉夫罗夫"),
        ("海巡署副署長謝慶欽說，目前沒有這個計畫。", "海巡署"),
        ("以色列軍方發言人哈加里說，不會停止行動。", "以色列"),
        ("芬兰总统斯图布说，不会出席峰会。", "斯图布"),
    ],
)
def test_a_denial_is_that_of_the_side_it_names(text: str, actor: str) -> None:
    assert _doers(text, "deny") == [{actor}]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("丹麦外交大臣拉斯穆森宣布驱逐四名俄罗斯外交官。", "expel", "丹麦"),
        ("加拿大外長喬利宣布對緬甸軍官實施制裁。", "sanction", "加拿大"),
        ("美国总统特朗普下令对巴西商品加征关税。", "sanction", "特朗普"),
    ],
)
def test_a_minister_punishes_for_the_state_and_its_head_in_person(text: str, kind: str, actor: str) -> None:
    assert _doers(text, kind) == [{actor}]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("由于挪威决定制裁白俄罗斯，白俄罗斯召见大使。", "sanction", "挪威"),
        ("因为荷兰宣布驱逐一名俄罗斯外交官，谈判推迟。", "expel", "荷兰"),
        ("由工会代表组成的全国联盟罢工。由矿工组成的海湾党拒绝提议。", "refuse", "海湾党"),
        ("里加警方逮捕了两名男子。", "coerce", "里加警方"),
        ("福建海警扣押一艘渔船。", "coerce", "福建海警"),
        ("北愛爾蘭警察逮捕一名男子。", "coerce", "北愛爾蘭警察"),
        ("普京希望华沙不要关闭口岸。", "appeal", "普京"),
    ],
)
def test_whoever_acts_in_a_clause_of_reason_or_keeps_order_in_a_city(text: str, kind: str, actor: str) -> None:
    assert _doers(text, kind) == [{actor}]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("丹麦海军司令汉森与挪威谈判代表奥尔森在奥斯陆会谈。双方同意恢复巡逻。", "agree", {"DNK", "NOR"}),
        ("墨西哥总统辛鲍姆与巴西总统卢拉在利马会谈。双方同意恢复谈判。", "agree", {"sheinbaum", "lula"}),
        ("卡塔尔埃米尔塔米姆见证普京与泽连斯基会晤，三人呼吁停火。", "appeal", {"tamim", "putin", "zelensky"}),
        ("埃塞俄比亚政府与“提格雷人民解放阵线”签署协议。两军周五交火。", "attack", {"ETH", "TPLF"}),
        ("东盟各国领导人谴责袭击。", "criticise", {"ASEAN_STATES"}),
    ],
)
def test_whom_a_word_for_several_takes_up(text: str, kind: str, actors: set[str]) -> None:
    assert [set(act.actors) for act in Told(text).of_kind(kind)] == [actors]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("乌军周一开炮，俄军被迫还击。", "attack", [{"乌"}, {"俄"}]),
        ("摩尔多瓦东部的亲俄武装拒绝撤军。", "refuse", [{"亲俄武装"}]),
        ("缅甸境内局势紧张，抵抗武装袭击了军营。", "attack", [{"抵抗武装"}]),
        ("外长王毅强调，台湾问题是内政，希望日方谨慎。", "appeal", [{"王毅"}]),
        ("美国与瑞士达成贸易协议，将对瑞士商品加征10%关税。", "sanction", [{"美国"}]),
        ("苏丹武装部队与准军事武装快速支援部队在日内瓦签署宣言。", "sign", [{"苏丹", "快速支援部队"}]),
        ("摩尔多瓦与自称独立的索马里兰签署备忘录。", "sign", [{"摩尔多瓦", "索马里兰"}]),
        ("泰柬边境地区爆发激烈冲突。", "attack", [{"泰", "柬"}]),
    ],
)
def test_where_somebody_lives_and_what_is_spoken_of_act_not(text: str, kind: str, actors: list[set[str]]) -> None:
    assert _doers(text, kind) == actors


def test_supporters_who_march_only_bear_a_word_of_wanting_in_their_name() -> None:
    assert _doers("數百名支持者週六在機場外集會。", "protest") == [{"數百名支持者"}]


def test_a_movement_of_the_own_country_can_be_told_what_it_must_do() -> None:
    assert _doers("埃塞俄比亚总理阿比说，提格雷人民解放阵线必须交出武器。", "demand") == [{"阿比"}]
    assert not _doers("埃塞俄比亚总理阿比说，埃塞俄比亚必须发展经济。", "demand")


def test_they_who_are_unknown_leave_the_object_no_doer() -> None:
    assert _doers("也门政府履行了协议，但他们阻止胡塞武装参选，并逮捕了数十人。", "coerce") == [{"也门"}]


def test_what_is_told_of_a_noun_is_not_done_by_the_party_that_made_it() -> None:
    assert not _doers("欧盟委员会称，印度给予的关税减免将改善产品的市场准入。", "promise")


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("联合国安理会周一就英国和法国提交的苏丹问题决议草案表决。草案要求苏丹军队停火。", "demand", {"英国", "法国"}),
        ("安理會就約旦代表阿拉伯國家提交的決議草案表決。這份草案要求以色列撤軍。", "demand", {"約旦"}),
        ("俄罗斯国防部2日发表声明。声明感谢联合国的努力。", "support", {"俄罗斯"}),
        ("会议通过了草案。会场外有人散发传单。声明要求邻国让步。", "demand", None),
    ],
)
def test_what_a_paper_asks_is_asked_by_those_who_gave_it_out(text: str, kind: str, actors: set[str] | None) -> None:
    assert _doers(text, kind) == ([actors] if actors else [])


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("法国总统马克龙先后会见了王毅和默茨。", "meet", [{"马克龙", "王毅"}, {"马克龙", "默茨"}]),
        ("美國總統川普先後與馬克龍和默茨通電話。", "call", [{"川普", "馬克龍"}, {"川普", "默茨"}]),
        ("俄罗斯先后与美国、法国和德国磋商。", "meet", [{"俄罗斯", "美国", "法国", "德国"}]),
    ],
)
def test_those_met_one_after_the_other_are_met_apart(text: str, kind: str, sides: list[set[str]]) -> None:
    assert _doers(text, kind) == sides


def test_a_clause_of_time_has_its_own_subject() -> None:
    assert _doers("法新社获悉，在土耳其外长费丹周二下午紧急劝说以色列后，会谈得以恢复。", "appeal") == [{"费丹"}]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("东盟领导人昨天在吉隆坡就缅甸局势达成三点共识。", "agree", [{"东盟"}]),
        ("哈马斯昨天达成协议。", "agree", []),
        ("泰国与越南昨天在河内会谈。有关备忘录将于6月签署。", "sign", [{"泰国", "越南"}]),
        ("首相安华宣布减税，有关文件将于6月签署。", "sign", []),
    ],
)
def test_who_agrees_and_signs_without_two_names(text: str, kind: str, actors: list[set[str]]) -> None:
    assert _doers(text, kind) == actors


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("一艘土耳其渔船12日在黑海遭不明来源的鱼雷袭击。", "TUR"),
        ("巴基斯坦白沙瓦周五发生自杀式炸弹袭击，造成十人死亡。", "PAK"),
        ("俄羅斯油輪遭到無人艇攻擊。", "RUS"),
    ],
)
def test_an_attack_by_nobody_known_has_no_doer(text: str, state: str) -> None:
    assert [(act.actors, act.recipients) for act in Told(text).of_kind("attack")] == [((), (state,))]


@pytest.mark.parametrize("text", ["日本一艘货船遭到风暴袭击。", "希腊首都遭寒流袭击。", "报告提到以色列的炸弹袭击问题。"])
def test_storms_attack_nobody(text: str) -> None:
    assert not Told(text).of_kind("attack")


def test_an_attack_with_its_doer_between_keeps_it() -> None:
    assert _doers("以色列特拉维夫遭也门胡塞武装导弹袭击。", "attack") == [{"也门胡塞武装"}]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("塞尔维亚总统武契奇强调，自己没有签署任何文件。", "sign", [{"武契奇"}]),
        ("哈薩克外長努爾特列烏說，集體安全條約組織的部隊已部署在邊境。", "deploy", [{"集體安全條約組織"}]),
        ("挪威的提议部署在边境。", "deploy", []),
        ("上午11时，塞尔维亚总统武契奇率先抵达。", "visit", [{"武契奇"}]),
        ("塞尔维亚总统武契奇抵达时表示感谢。", "visit", []),
        ("格鲁吉亚首都第比利斯周六晚有数万人上街示威。", "protest", [set()]),
        ("美国国务院宣布，由于委内瑞拉政府未能履行去年与反对派达成的选举协议，将恢复制裁。", "agree", [{"委内瑞拉", "反对派"}]),
    ],
)
def test_whose_doing_it_is_in_person_in_name_or_of_nobody_named(text: str, kind: str, actors: list[set[str]]) -> None:
    assert _doers(text, kind) == actors


def test_people_without_a_name_leave_what_they_ask_to_nobody_before() -> None:
    assert not _doers("法国政府周一公布方案。约200名厨师在场外集会，反对加税。", "refuse")


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("以色列周日释放数人，准许联合国车队入境，并同意延长停火。", "agree", "以色列"),
        ("法國總統馬克龍抵達開羅，取消意大利代表團的行程，並宣布向埃及提供貸款。", "aid", "馬克龍"),
        ("据悉美国代表团已经抵达，并要求塔利班放人。", "demand", "美国"),
    ],
)
def test_whom_a_clause_is_about_does_not_do_what_the_next_one_tells(text: str, kind: str, actor: str) -> None:
    assert {actor} in _doers(text, kind)


def test_talks_called_off_by_one_side_are_its_act() -> None:
    assert [act.actors for act in Told("内塔尼亚胡原定接见乌克兰总理，会面已遭以方取消。").of_kind("cancel")] == [("ISR",)]


@pytest.mark.parametrize(
    ("text", "attending"),
    [
        ("法国总统马克龙在巴黎会见泽连斯基，德国总理默茨在座。", {"默茨"}),
        ("盧比歐周三在利雅德會見拉夫羅夫，沙烏地外長費薩爾主持，土耳其外長費丹透過視訊加入。", {"費薩爾", "費丹"}),
        ("美国与伊朗外长在日内瓦会谈，讨论遗骸辨认，联合国将派员参加。", {"联合国"}),
        ("法国总统马克龙在巴黎会见泽连斯基，德国总理默茨出席峰会。", set()),
        ("法国总统马克龙在巴黎会见泽连斯基，德国总理默茨在场外等候。", set()),
    ],
)
def test_who_sits_in_takes_part(text: str, attending: set[str]) -> None:
    told = Told(text)
    names = {name for act in told.of_kind("meet")[:1] for one in act.actors for name in told.parties.by_id[one].names}
    assert {name for name in ("默茨", "費薩爾", "費丹", "联合国") if name in names} == attending


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("尼日尔总统巴祖姆周三遭自家卫队软禁。", "coerce", "巴祖姆"),
        ("斯洛伐克总理菲佐周三遭一名老翁枪击。", "attack", "菲佐"),
        ("聯合國車隊週三遭到襲擊。", "attack", "聯合國"),
        ("海地总统莫伊兹返国，当晚在家中遭到暗杀。", "attack", "莫伊兹"),
    ],
)
def test_who_suffers_a_deed_of_somebody_unnamed(text: str, kind: str, recipient: str) -> None:
    told = Told(text)
    assert [act.actors for act in told.of_kind(kind)] == [()]
    assert [recipient in told.named(one) for act in told.of_kind(kind) for one in act.recipients] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("欧盟外长卡拉斯指责塞尔维亚拒绝方案。", "refuse", "塞尔维亚"),
        ("刚果（金）指责卢旺达支持叛军。", "support", "卢旺达"),
        ("日本指責俄羅斯拒絕檢查。", "refuse", "俄羅斯"),
    ],
)
def test_who_is_blamed_for_refusing_or_backing_has_done_it(text: str, kind: str, actor: str) -> None:
    assert _doers(text, kind) == [{actor}]


@pytest.mark.parametrize("text", ["匈牙利外长西雅尔多批评欧盟不懂妥协。", "英國首相施紀賢批評法國太急著讓步。"])
def test_who_is_blamed_for_yielding_has_not_conceded(text: str) -> None:
    assert not Told(text).of_kind("concede")


@pytest.mark.parametrize("text", ["哥伦比亚政府否认已同意停火。", "日本外相岩屋毅否認已就展期達成協議。"])
def test_whoever_denies_an_agreement_is_told_not_to_have_agreed(text: str) -> None:
    assert all(act.modality == "denied" for act in Told(text).of_kind("agree"))


def test_goods_before_a_levy_are_not_who_levies_it() -> None:
    """对产自邻国的电动汽车: the noun and the adjective in its name belong to the preposition."""
    assert _doers("美国宣布，对产自印度的电动汽车征收关税。", "sanction") == [{"美国"}]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("武契奇和库尔蒂3月曾在维也纳会面，口头接受了欧盟的建议。", "agree", {"武契奇", "库尔蒂"}),
        ("一个医生组织说，40名平民被塔利班打死，上百人被掳走。", "coerce", {"塔利班"}),
        ("韩国外交部说，首尔将从4月1日起恢复通航。", "promise", {"韩国"}),
    ],
)
def test_words_between_do_not_hide_the_doer(text: str, kind: str, actors: set[str]) -> None:
    """A noun of manner, a passive that goes on, a time after a capital."""
    assert _doers(text, kind) == [actors]


def test_a_passive_of_somebody_else_has_another_doer() -> None:
    assert _doers("40名平民被塔利班打死，记者哈立德被扣押。", "coerce") != [{"塔利班"}]


@pytest.mark.parametrize("text", ["美国与韩国达成协议，将对韩国商品加征关税。", "美國和歐盟談妥框架，將對歐盟商品加徵關稅。"])
def test_nobody_punishes_themselves(text: str) -> None:
    assert _doers(text, "sanction") in ([{"美国"}], [{"美國"}])


@pytest.mark.parametrize(
    ("text", "kind"), [("美国和俄罗斯签署条约，次年2月5日生效。", "sign"), ("伊朗与以色列同意停火，周二起生效。", "ceasefire")]
)
def test_what_takes_effect_in_a_clause_of_its_own_binds_those_before(text: str, kind: str) -> None:
    assert all(len(actors) == 2 for actors in _doers(text, kind))
    assert _doers(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        (
            "日本外相茂木敏充与韩国外长赵显在首尔会面。美国国务卿鲁比奥当晚与两人举行三方会谈。",
            "meet",
            [{"茂木敏充", "赵显"}, {"鲁比奥", "茂木敏充", "赵显"}],
        ),
        ("法国外交部说，外长巴罗周五会见伊朗外长阿拉格齐，双方同意继续对话。", "agree", [{"巴罗", "阿拉格齐"}]),
        ("印尼總統普拉博沃已委派蘇吉約諾為個人代表，翌日前往東京轉達謝意。", "visit", [{"蘇吉約諾"}]),
        ("秘鲁前部长梅里诺2023年4月在智利度假时被捕。", "coerce", [{"智利"}]),
    ],
)
def test_whoever_is_told_last_of_as_doing_it_does_it(text: str, kind: str, actors: list[set[str]]) -> None:
    assert _doers(text, kind) == actors


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("哈马斯高级官员哈姆丹说，在以军撤离之前，不会放下枪。", "deny", "哈姆丹"),
        ("瑞典首相克里斯特松说，王室成员和部长不会观礼。", "deny", "瑞典"),
        ("以色列总理办公室说，内阁在收到卡塔尔确认之前不会开会。", "deny", "以色列"),
        ("斯洛伐克总理菲佐说，警方不会放弃追查。", "deny", "斯洛伐克"),
    ],
)
def test_what_ones_own_body_will_not_do(text: str, kind: str, actor: str) -> None:
    """Whoever else a clause of time names."""
    assert _doers(text, kind)[0] & {actor}


@pytest.mark.parametrize("text", ["挪威政府会继续谈判，直到渔船获释。", "按照路线图，黑山将尽快启动谈判。"])
def test_one_side_that_goes_on_with_talks_promises_it(text: str) -> None:
    """Of talks between two that are not named nothing is told."""
    assert _doers(text, "promise")
    assert not _doers("双方将举行谈判。", "promise")


@pytest.mark.parametrize("text", ["韩国将重新检讨不向乌克兰提供武器的政策。", "芬兰议会讨论了派遣部队的可行性。"])
def test_a_policy_about_a_deed_is_no_deed(text: str) -> None:
    """Nor is its question or its condition."""
    assert not _doers(text, "aid")
    assert not _doers(text, "deploy")


def test_nobody_does_what_two_did_of_whom_the_text_does_not_tell() -> None:
    assert _doers("白宫发言人柯比说，双方此前商定当面讨论方案。", "agree") == []


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("达尔通报了最新局势，表示巴方在印度7日发动空袭后不得不还击。", "attack", {"印度"}),
        ("伊朗外長阿拉格齊通報了以色列13日空襲伊朗境內目標的情況。", "attack", {"以色列"}),
        ("韩国与日本代表团在新加坡会晤后，同意重开热线。", "meet", {"韩国", "日本"}),
        ("苏丹与埃塞俄比亚就落实两国上月在乍得恩贾梅纳签署的协议举行会谈。", "sign", {"苏丹", "埃塞俄比亚"}),
        ("泰国要求柬埔寨撤军，对方拒绝。", "refuse", {"柬埔寨"}),
        ("基輔指責俄羅斯炮擊醫院，對方否認。", "deny", {"俄羅斯"}),
        ("卢旺达外长恩杜洪吉雷赫否认卢军参战。刚果（金）总统府发言人萨拉马确认，该国代表团周一飞抵罗安达。", "visit", {"刚果（金）"}),
    ],
)
def test_a_deed_within_another_clause_has_its_own_doer(text: str, kind: str, actors: set[str]) -> None:
    assert _doers(text, kind)[-1] == actors
