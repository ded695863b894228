"""Foreign names that the tagger cuts: whole after a title, and wherever they stand again."""

import pytest

from tests.entities.reading import parties


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("海国外长阿布拉夸在社交媒体上说，对等是基本原则。", "阿布拉夸"),
        ("尼日利亚总统发言人奥纳努加没有回应。", "奥纳努加"),
        ("机械业协会主席希尔策尔批评协议草案不公平。", "希尔策尔"),
        ("智利外长佩雷斯麦肯纳会后透露，铁路将整修。", "佩雷斯麦肯纳"),
        ("海地问题特别代表萨尔瓦多警告说，局势危急。", "萨尔瓦多"),
        ("渔民联会行政总裁麦当劳批评，政府太软弱。", "麦当劳"),
        ("党主席丹斯里哈迪阿旺抨击政府。", "哈迪阿旺"),
        ("州务大臣拿督莫哈末沙努西欢迎工厂落成。", "莫哈末沙努西"),
        ("总理国家安全顾问雷德万承诺兑现条款。", "雷德万"),
        ("石油部长特列切亚则表示，公司早有准备。", "特列切亚"),
        ("坦桑尼亚外长科姆博达成了一项交易。", "科姆博"),
        ("海国陆军副发言人立察指控邻军越界。", "立察"),
        ("贸工部长拿督雷金德勒对马新社说，谈判没有停。", "雷金德勒"),
        ("民族政府总理曼丹温凯此前重申立场。", "曼丹温凯"),
        ("智利经济部长瓜尔哈多指出，三国应当谈判。", "瓜尔哈多"),
        ("日本经济产业副大臣牧原广树上周访问河内。", "牧原广树"),
        ("乍得总统科拉伊派特使到场。", "科拉伊"),
        ("非洲委员会主席图雷在闭幕式上说，各国应当团结。", "图雷"),
        ("亚国总统府的发言人巴格达特良星期一反驳，这是内政。", "巴格达特良"),
        ("前总检察长丹斯里阿都干尼昨天说，会谈顺利。", "阿都干尼"),
        ("商務部發言人高峰7日在例行發布會上表示，磋商繼續。高峰未給出數字。", "高峰"),
        ("联盟党魁佛斯特受访时更批评，对方没有诚意。", "佛斯特"),
    ],
)
def test_a_foreign_name_after_a_title_is_whole(sentence: str, name: str) -> None:
    """The name ends where its sounds end, not where the tagger cuts it."""
    people = [entity for entity in parties(sentence).entities if entity.type == "person"]
    assert [entity.names for entity in people] == [(name,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "总统方面在声明中表示，会谈顺利。",
        "外长会议高层7日在会上表示，各方应停火。",
        "总理夫人在会上说，孩子需要帮助。",
        "会议正值高峰，各方在会上表示关切。",
    ],
)
def test_a_common_word_after_a_title_is_no_name(sentence: str) -> None:
    """方面 and 高层 begin like surnames."""
    assert not [entity for entity in parties(sentence).entities if entity.type == "person"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("法国总统马克龙希望双方尽快谈判。", "马克龙"),
        ("俄罗斯总统普京特别强调这一点。", "普京"),
        ("外长费丹达成了一项共识。", "费丹"),
        ("美国总统特朗普加强了戒备。", "特朗普"),
        ("泽连斯基若愿谈判，俄方会回应。", "泽连斯基"),
        ("巴西总统卢拉派特使到场。", "卢拉"),
        ("泰国首相佩通坦周一说，泰方不会让步。", "佩通坦"),
        ("印度国防部长辛格周六说，印方不会让步。", "辛格"),
        ("工党党魁指新协议比文翠珊的更差。", "文翠珊"),
    ],
)
def test_a_known_name_ends_before_the_words_after_it(sentence: str, name: str) -> None:
    """达成, 希望, 特别 begin like names and are none."""
    people = [entity for entity in parties(sentence).entities if entity.type == "person"]
    assert [entity.names for entity in people] == [(name,)]


def test_a_name_is_known_again_where_the_tagger_cuts_it() -> None:
    """One place gives it whole, the others follow."""
    people = [entity for entity in parties("加纳外长阿布拉夸抵达会场。\n阿布拉夸在会后没有久留。").entities if entity.type == "person"]
    assert [entity.names for entity in people] == [("阿布拉夸",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "会谈在北马其顿湖滨小城奥赫里斯举行。\n奥赫里斯的会谈持续了十二小时。",
        "磋商在瑞典林博结束。",
        "双方就缓解塔伊茨局势达成谅解。",
        "反抗军攻占了重镇布卡沃。",
        "安全顾问在阿斯本安全论坛上讲话。",
        "会谈在萨尔茨堡郊外举行。",
        "由轮值主席文莱委派特使。",
    ],
)
def test_a_place_is_no_person(sentence: str) -> None:
    """Where something is held, what is taken, and a state in the chair are no people."""
    assert not [entity.id for entity in parties(sentence).entities if entity.type == "person"]


@pytest.mark.parametrize("sentence", ["他有信心协议会如期签署。", "该组织“恪守”了停火。"])
def test_what_is_done_is_no_organization(sentence: str) -> None:
    """会 is a verb after 协议, and 恪守 is one in its marks."""
    assert not [entity.id for entity in parties(sentence).entities if entity.type == "organization"]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [("泰国外长敦昨天到会。敦说，双方同意停火。", "don"), ("由外长敦和洛钦代表出席。", "don"), ("海国外长敦促双方停火。", None)],
)
def test_a_name_of_one_character(sentence: str, party: str | None) -> None:
    """After the title of its bearer, and again; 敦 of 敦促 is no name."""
    found = {entity.id: entity.names for entity in parties(sentence).entities}
    assert ("敦" in found.get("don", ())) == (party is not None)


@pytest.mark.parametrize(
    ("sentence", "name", "again"),
    [
        ("國民黨副主席夏立言到了上海。夏副主席行前沒有要求政府授權。", "夏立言", "夏副主席"),
        ("海委會主委管碧玲到場。管主委上週向家屬表達過遺憾。", "管碧玲", "管主委"),
    ],
)
def test_a_surname_with_a_title(sentence: str, name: str, again: str) -> None:
    """Takes up the only person of the page with that surname."""
    assert [entity.names for entity in parties(sentence).entities if entity.type == "person"] == [(name, again)]


@pytest.mark.parametrize("sentence", ["中方提出严正交涉。", "習近平與川普會面。去年12月1日，習川兩人共進晚餐。"])
def test_no_name_is_made_of_other_words(sentence: str) -> None:
    """Common words, and the first characters of two persons."""
    assert not {"严正", "习川", "習川"} & {name for entity in parties(sentence).entities for name in entity.names}
