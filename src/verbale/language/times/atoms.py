"""The smallest pieces of a time (2025年, 3月, 下旬, 周五, 21日, 晚间, 9时30分), each one named pattern."""

from __future__ import annotations

import re

from verbale.language.numbers import NUMERALS, ZEROS
from verbale.language.times.words import CHINESE_YEAR, DAY, MONTH, NUMBER, any_of, around, listed, table, whole

WEEK = "(?:周|星期|礼拜)"
# After 日: 日本, 日元, 日均线 ... are words of their own; after a weekday so are 一致, 三名, 五国 ...
_YEN = "元(?![首老旦])|圆(?![满桌])|均(?=[线价值量])|线(?![上下])|籍"
_AFTER_DAY = rf"(?!{_YEN}|语|游(?![行说])|经(?=[指平])|本(?![报台社月周年次届轮案])|内瓦)"
# 上周日美会谈 was last week, 上周日美国表示 last Sunday; 周日 by itself is Sunday, whatever follows.
_AFTER_WEEKS_SUNDAY = (
    r"(?!本(?![周月])|[媒方元圆均线籍]|报(?!道|告|称)|[韩美俄英菲印澳法德欧朝中](?:[两双三外首防领峰会关韩美印澳菲欧战安同友贸]|之间|联合))"
)
_AFTER_SUNDAY = rf"(?!{_YEN}|程|报(?!道|告|称)|本[队人社]|本外长|本首相)"
_AFTER_WEEKDAY = r"(?!致(?![电函信辞词歉敬力哀意谢贺])|些|度|系列|[名个次份项家位架艘枚场批轮样种连边成]|国(?![务会防家])|方(?!面))"
_AFTER_NUMBERED = r"(?![公线楼院机航文决令病种高提法馆厅门球坑仓码泊卫飞火车店柜船舰艇桥路选阵村沟渠镇乡闸房风球洲])"
_AFTER_SHORT_YEAR = rf"年?[底末初](?!步)|[上下]半年|第?[一二三四1-4]季度?|第{NUMBER}个?{WEEK}|(?:农历)?(?:除夕|春节|端午|中秋|重阳)"
_HOLIDAYS = [
    name for kind in ("holidays", "lunar_holidays", "weekday_holidays", "easter_holidays", "solar_terms", "feasts") for name in table(kind)
]
# 拜二 is what papers of Singapore and Malaysia write for 礼拜二.
_WORSHIP = "(?<![礼崇参朝跪膜敬叩祭])拜(?=[一二三四五六](?:[上下中早晚凌（，在于将说表宣召抵举会]|$))"
# What belongs to a feast is no day (圣诞礼物, 中秋月饼).
_FESTIVE = around("festive")
_DAY_FIGURE, _MONTH_FIGURE = r"(?:3[01]|[12]\d|0?[1-9])", "(?:1[0-2]|0?[1-9])"
# Years of the Republic of China (1912 is the first) without 民国: 112年9月, 113年度.
_REPUBLIC = "1[0-4]\\d|一百(?:零|一十|二十|三十)[一二三四五六七八九]?|一[〇○零一二三][〇○零一二三四五六七八九]"
_CENTURY = rf"(?:上个?|本|{NUMBER})世纪"

# What 昨, 今, 明 are no days after: 如今, 至今, 古今; 明 is a name's or a word's end unless a clause begins with it.
_NOT_TERSE = {"昨": "(?<![如古])", "今": "(?<![如至迄当现古从而于即尔自])", "明": r"(?:(?<=[，。；、（“\n])|^)"}

ATOMS: dict[str, str] = {
    "zone": rf"{any_of(listed('zones'))}[ ]?(?=(?:上|下|本|这)*个?{WEEK}[一二三四五六日天])",
    "iso": r"(?<![\d.])(?P<iso_year>[12]\d{3})(?:[ ]?[-/.／][ ]?|[ ](?=\d\d?[ /]))(?P<iso_month>1[0-2]|0?[1-9])(?:[-/.／][ ]?|[ ])"
    r"(?P<iso_day>3[01]|[12]\d|0?[1-9])(?!\d(?!\d?[:：]))(?:T|[- ](?=\d\d?[:：]))?",
    "plain_year": r"(?<![\d.])(?P<plain_year>(?:19|20)\d\d)(?=[ ]?(?:至|到|[-—–~～]{1,2})[ ]?(?:19|20)\d\d(?![\d.年])|(?<=\A....)\Z)",
    "slash_day": r"(?<![\d/])(?P<slash_month>1[0-2]|0?[1-9])/(?P<slash_day>3[01]|[12]\d|0?[1-9])"
    r"(?:[日号]|(?=[ ]\d\d?[:：]\d\d|[（(]|[凌上下]?[晨午]|晚|当[天日晚]))",
    "republic_stamp": r"(?<=[）)])(?P<stamp_year>1[01]\d)(?P<stamp_month>0[1-9]|1[0-2])(?P<stamp_day>0[1-9]|[12]\d|3[01])(?!\S)",
    "month_day_clock": r"(?<![\d.\-])(?P<mark_month>0[1-9]|1[0-2])-(?P<mark_day>0[1-9]|[12]\d|3[01])(?=[ ]\d\d?[:：]\d\d)",
    "compact": r"(?<!\d)(?P<compact_year>(?:19|20)\d\d)(?P<compact_month>0[1-9]|1[0-2])(?P<compact_day>0[1-9]|[12]\d|3[01])(?!\d)",
    "iso_month": r"(?<![\d.])(?P<dotted_year>[12]\d{3})[./](?P<dotted_month>1[0-2]|0[1-9])(?![\d.年])",
    "decade": rf"(?P<decade_century>{_CENTURY}|(?:1[89]|20)(?=\d0年代))?(?P<first_decade>[一二三四五六七八](?=[二三四五六七八九]十年代))?"
    r"(?P<decade>[1-9]0|[一二三四五六七八九][十〇○零])年代"
    r"(?P<decade_part>初期?|前期|中期|中叶|末期?|后期)?",
    "century": rf"(?<!之)(?P<century>{_CENTURY})(?P<century_part>初期?|中叶|末期?)?",
    "year": rf"(?:[公西]元)?(?P<year>[12]\d{{3}}|{CHINESE_YEAR}|[一两二]千(?:零?[{NUMERALS}]{{1,3}})?)[ ]?"
    r"(?:财政年度|财年|年度?(?![级期制]))",
    "republic": rf"(?P<era>{any_of(table('eras'))})(?P<republic>元|{NUMBER})年",
    "republic_short": rf"(?<!\d)(?P<republic_short>{_REPUBLIC})年"
    rf"(?:(?=(?:{MONTH}|元)月|上半|下半|第?[一二三四1-4]季|[初底]|总统|大选|选举)|度)"
    rf"|(?<![^于在自从至到，。、：（\n])(?P<republic_alone>1[01]\d)年(?=[，。起至到举总立政]|(?<=[于自从]\d\d\d年)(?![来以间前后里内历的多余，]))",
    "short_year": rf"(?<!\d)(?P<short_year>\d\d|[{ZEROS}一二三四五六七八九]{{2}})[ ]?年(?={_AFTER_SHORT_YEAR}|[ ]?(?:{MONTH})月|[农阴]历)",
    "old_year": rf"(?<!\d)(?P<old_year>0\d|[{ZEROS}九八七][{ZEROS}一二三四五六七八九])[ ]?年(?![级期制来多间])",
    "season_word": any_of(table("seasons")) + "(?![威晚运奥])",
    "year_word": whole([*table("years"), *table("named_years")]),
    "glossed_year": r"(?P<glossed_year_word>[去今明前后])[（(][ ]?(?P<glossed_year>[12]\d{3}|1\d\d)年?[ ]?[）)]年?",
    "glossed_month": r"(?P<glossed_month_word>[上本下])[（(][ ]?(?P<glossed_month>1[0-2]|0?[1-9])月?[ ]?[）)]月?",
    "glossed_day": rf"(?P<glossed_day_word>[今昨明前后])[天日]?"
    rf"(?:[（(][ ]?(?:(?P<glossed_day_month>{_MONTH_FIGURE})[月/])?(?P<glossed_day>{DAY})日?[ ]?[）)][日天晚晨]?"
    rf"|(?P<plain_day>{_DAY_FIGURE})日)",
    "short_day": r"(?<![如至迄从当古于而])(?P<short_day>[今昨明])"
    r"(?=凌晨|清晨|早上|上午|中午|下午|傍晚|晚间|起(?![草诉火飞义初源码来因到点步]))",
    "terse_day": "(?P<terse_day>" + "|".join(f"{_NOT_TERSE[word]}{word}(?=[{verbs}])" for word, verbs in table("terse_days").items()) + ")",
    "opening": rf"(?<![提之目空])(?!前一个)(?P<opening_side>前|头|最?后)"
    rf"(?P<opening_count>{NUMBER}|两)个?(?P<opening_unit>月|季度|个月)(?![内后前])",
    "quarter": r"第?(?P<quarter>[一二三四1-4])季度|(?P<quarter_edge>[首头末])季度?|Q(?P<quarter_letter>[1-4])(?:季度?)?"
    r"|(?P<quarter_word>[上下本])一?个?季(?:度|(?=[，。的出经营财盈业]|$))",
    "holiday": any_of(_HOLIDAYS) + rf"(?!{_FESTIVE}|内瓦|(?<=[{NUMERALS}])[{NUMERALS}])"
    rf"|(?<![{NUMERALS}]){any_of(table('memorial_days'))}(?:纪念日|(?=[当这那][天日晚]|前[夕后]|烛光))",
    "year_part": whole(table("year_parts")) + r"(?![度审检国美俄日韩欧东方奖]|初[一二三四五六七八九十]|(?<=终)(?:总结|考|评|分红|报告))",
    "week": rf"(?P<week_word>{whole([*table('weeks'), *table('named_weeks')])})[一]?个?{WEEK}(?!{table('not_before')['周']})"
    rf"(?:的?{WEEK}?(?:(?P<week_end>六[、和及与]?{WEEK}?[日天])(?!本|报)|(?P<week_day>[一二三四五六]{_AFTER_WEEKDAY}|日{_AFTER_WEEKS_SUNDAY}|天(?=[，。、（上下早晚凌中在于将与和会访抵]|$)|末)))?",
    "weekend": rf"周末(?!画报|版|副刊)|{WEEK}六[、和及与]?{WEEK}?[日天](?!本|报)",
    "weekday": rf"(?<!每)(?:(?<![^周期拜]四){WEEK}|{_WORSHIP})"
    rf"(?P<weekday>[一二三四五六](?![刊次个]|名(?![为叫列誉义])|致(?![电函信辞词歉敬力哀意谢贺]))|日{_AFTER_SUNDAY}|(?<!周)天)(?!泰晤士|邮报)",
    "lunar": "农历|阴历|旧历",
    "month": rf"(?<![\d第个])(?P<month>{MONTH}|元|正|腊)[ ]?月(?:份(?!额))?(?![球亮薪饼台租刊均光徒]|革命|战争|党人)",
    "month_word": whole([*table("months"), *table("named_months")]) + "份?",
    "month_part": whole(table("month_parts")),
    "day": rf"(?<![\d第.])(?P<day>{DAY})[ ]?(?:日{_AFTER_DAY}|号{_AFTER_NUMBERED}|(?<=\d)两[日天])",
    "great_year": r"大?年初(?P<great_year>[一二三四五六七八九十]|\d{1,2})(?![国方月个名次年家大])",
    "lunar_day": r"(?P<lunar_day>初[一二三四五六七八九十]|初10|初[1-9])"
    r"|(?<=月)(?P<lunar_count>十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
    rf"(?![{NUMERALS}个名天周轮次多余日号国家项点])",
    "day_word": whole([*table("days"), *table("named_days")]) + r"(?!内瓦|性|失调)",
    "ordinal": rf"(?P<ordinal>第{NUMBER}|首|最后(?:一|{NUMBER})?|前{NUMBER})[ ]?个?[ ]?"
    rf"(?P<ordinal_unit>{WEEK}[一二三四五六日天]?|天|日|个?月)",
    "bracket_weekday": rf"[（(][ ]?{WEEK}?(?P<bracket_weekday>[一二三四五六日天])[ ]?[）)]",
    "bracket_day": rf"[（(][ ]?(?:(?:(?P<bracket_year>[12]\d{{3}})年)?(?P<bracket_month>{MONTH})[ ]?月)?"
    rf"[ ]?(?P<bracket_day>{DAY})[ ]?[日号][ ]?[）)]",
    "day_part": any_of(listed("day_parts", "words")) + r"|[早晚晨](?=\d{1,2}[ ]?[点时](?!计划))",
    "clock": r"(?<![\d:：.])(?<![以比分数])(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?!\d)时?"
    rf"|{NUMBER}[ ]?[点时](?:[ ]?[一两三1-3]刻|[ ]?{NUMBER}分?(?:{NUMBER}秒)?|半|整|钟)?(?:多|多钟|许|左右|前后)?)"
    rf"(?!{around('points_of')})",
}
# Pieces that mean a time only directly after another.
AFTER_YEAR: dict[str, str] = {
    "year_part": any_of([*table("year_parts"), *table("year_parts_after_year")])
    + r"(?![国东方美俄日韩欧央步衷审评线层气特律度期旬秋心]|(?<=春)[节晚运联]|(?<=夏)[威奥令至洛]"
    r"|(?<=秋)[收分千]|(?<=冬)[奥至训]|(?<=[初末])季)",
    "quarter": r"第?(?P<quarter>[一二三四1-4])季度?|(?P<quarter_edge>[首头末])季度?|Q(?P<quarter_letter>[1-4])(?:季度?)?",
    "opening": rf"(?!前一个)(?P<opening_side>前|头|最?后)(?P<opening_count>{NUMBER}|两)个?(?P<opening_unit>月|季度|个月)",
    "month": r"(?P<month>首)月",
    "week_number": rf"第(?P<week_number>{NUMBER})个?{WEEK}(?![一二三四五六日])",
}
AFTER_QUARTER: dict[str, str] = {"quarter_part": r"(?P<quarter_part>[初末底])(?![步期次])"}
AFTER_MONTH: dict[str, str] = {
    "month_part": any_of([*table("month_parts"), *table("month_parts_after_month")])
    + r"(?!(?<=初)[一二三四五六七八九十\d]|[国东方美俄韩欧央步线层气特律])",
    "day": rf"(?P<day>[12]\d|3[01]|0?[1-9])(?![\d{NUMERALS}]|[ ]?[日号天个周月年名轮次点小分多余万亿级人家])",
}
AFTER_WEEK: dict[str, str] = {"year_part": any_of(listed("around", "part_of_week"))}
AFTER_DAY: dict[str, str] = {
    "bracket_number": r"[（(](?P<bracket_number>3[01]|[12]\d|0?[1-9])[）)][日号]?",
    "day_part": any_of([*listed("day_parts", "words"), *listed("day_parts", "short")])
    + r"(?![餐年于期婚前已就安饭宵]|宴(?!请)|报(?![道告称])|会(?![见谈晤面])|场|点(?![ ]?\d))",
    "weekday": rf"{WEEK}(?P<weekday>[一二三四五六](?!致(?![电函信辞词歉敬力哀意谢贺])|刊)|日{_AFTER_SUNDAY}|(?<!周)天)",
}


def compiled(pieces: dict[str, str]) -> re.Pattern[str]:
    """One pattern for all the pieces; the outer group's name tells which it was.

    Args:
        pieces: Name to pattern, tried in this order.

    Returns:
        The pattern, whose matches name the piece in ``lastgroup``.
    """
    return re.compile("|".join(f"(?P<piece_{name}>{pattern})" for name, pattern in pieces.items()))


ATOM, YEAR_TAIL, QUARTER_TAIL = compiled(ATOMS), compiled(AFTER_YEAR), compiled(AFTER_QUARTER)
MONTH_TAIL, WEEK_TAIL, DAY_TAIL = compiled(AFTER_MONTH), compiled(AFTER_WEEK), compiled(AFTER_DAY)
