"""Which encoding a page's bytes are in.

A byte order mark tells it, else valid UTF-8, else what HTML states of itself where that gives Chinese, else the reading that gives common
Chinese characters. A few damaged characters are forgiven.
"""

from __future__ import annotations

import codecs
import re

from verbale.errors import PageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM\x00", "a bitmap image"),
    (b"RIFF", "an image or sound (RIFF)"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
)
# The characters that make up about half of any Chinese text, in both scripts.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值"
    "這為個時來們對會發後產種過說經進著電當現實體機點從業應開還關與間樣無軍問條結總員長設資組將見計別運農區強戰處隊給聲報門領東導"
    "壓爭濟階術極聯認權證單風帶場車務萬達議鬥類離華確張馬節話況傳許記廣須際驗連難嗎麼舉國俄烏談席統訪韓歐盟德英法首都外交總理"
)
_LEAST = 0.25
_STATED = re.compile(rb"<meta\b[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_HEAD = 4096
_SEARCHED, _ENOUGH = 400_000, 20_000  # characters: HTML may have long scripts before its text
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "gb_2312-80": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs"}
_MOST_DAMAGE = 0.01  # of the characters beyond ASCII


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text of a page and its encoding.

    Args:
        data: The page's bytes.
        source: What the message calls the page.

    Returns:
        The decoded text, without a byte order mark and otherwise unchanged (U+FFFD stands for each of a few damaged characters), and the
        encoding that was taken
        (``utf-8``, ``utf-16-le``, ``utf-16-be``, ``utf-32-le``, ``utf-32-be``, ``gb18030``, ``big5``).

    Raises:
        PageError: The bytes are no text, or of no encoding that gives Chinese.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise PageError(f"{source}: is {name}, not a text; give the page as text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding, source), source), encoding
    if b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
        for encoding in _stated(data):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if common_share(text) >= _LEAST:
                return text, _name(encoding)
    return _told_by_content(data, source)


def _stated(data: bytes) -> list[str]:
    """The encoding that a page's own ``meta`` states, where it is one of Chinese."""
    found = _STATED.search(data[:_HEAD])
    name = _NAMES.get(found[1].decode("ascii", "replace").lower()) if found else None
    return [name] if name else []


def _name(encoding: str) -> str:
    return "big5" if encoding.startswith("big5") else encoding


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise PageError(f"{source}: its byte order mark says {encoding}, but byte {fault.start} is not; save it as UTF-8") from fault


def _checked(text: str, source: str) -> str:
    if "\0" in text:
        raise PageError(f"{source}: holds NUL characters, so it is binary data, not a text; give the page as text")
    return text


def _told_by_content(data: bytes, source: str) -> tuple[str, str]:
    best, best_share = ("", ""), 0.0
    encodings = ["utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else []
    if b"\0" not in data:
        encodings += ["gb18030", "big5", "big5hkscs"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = common_share(text)
        if share > best_share and "\0" not in text:
            best, best_share = (text, _name(encoding)), share
    if best_share >= _LEAST:
        return best
    if b"\0" in data:
        raise PageError(f"{source}: holds NUL bytes, so it is binary data, not a text; give the page as text")
    if (forgiven := _forgiven(data)) is not None:
        return forgiven
    raise PageError(f"{source}: its encoding is unknown (not UTF-8, and no Chinese as GB18030, Big5 or UTF-16); save it as UTF-8")


def _forgiven(data: bytes) -> tuple[str, str] | None:
    """The reading with the fewest damaged characters, where they are few; each becomes U+FFFD."""
    readings = []
    for encoding in ("utf-8", *_stated(data), "gb18030", "big5hkscs"):
        text = data.decode(encoding, "replace")
        beyond = sum(char > "\x7f" for char in text)
        if text.count("\ufffd") <= max(1, beyond * _MOST_DAMAGE) and common_share(text) >= _LEAST:
            readings.append((text.count("\ufffd"), text, _name(encoding)))
    return min(readings, key=lambda reading: reading[0])[1:] if readings else None


def common_share(text: str) -> float:
    """The share of a text's characters beyond ASCII that are common Chinese ones or Chinese punctuation.

    Args:
        text: Any text.

    Returns:
        A number from 0 to 1; 0 where there are no characters beyond ASCII.
    """
    beyond = [char for char in text[:_SEARCHED] if char > "\x7f"][:_ENOUGH]
    return sum(char in _COMMON or char in "，。、“”：「」（）；？！《》" for char in beyond) / len(beyond) if beyond else 0.0
