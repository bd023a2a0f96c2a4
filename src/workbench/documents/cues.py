"""documents: what the first and last characters of a line say about it, whatever its width.

The lists are those of Chinese typesetting and of newspaper practice (GB/T 15834 for the marks); none was
taken from one file.
"""

from __future__ import annotations

import re
from enum import IntEnum

OPENERS = frozenset("“‘「『（《〈【〔〖([{")
CLOSERS = frozenset("”’」』）》〉】〕〗)]}\"'")
_FINAL = frozenset("。！？!?｡")
_ASKING = frozenset("！？!?")
_SOFT = frozenset("：；:;—…")
_COMMAS = frozenset("，、,､")
NO_LINE_START = CLOSERS - frozenset("\"'") | _FINAL | frozenset("，、,：；:;.．…·％%")

_BULLETS = "•●○◆◇■□▲△★☆※▪"
_NUMERAL = "一二三四五六七八九十百零〇"
_MARKER = re.compile(
    rf"第[{_NUMERAL}\d]{{1,5}}(?:章|节|条|编|篇|部分|讲)"
    rf"|[{_NUMERAL}]{{1,3}}、"
    rf"|[（(][{_NUMERAL}\d]{{1,3}}[）)]"
    r"|\d{1,3}(?:[.．、]|[)）])(?!\d)"
    rf"|[①-⑳]|——|[{_BULLETS}]|[-*+]\s|#{{1,6}}\s"
)
_AGENCY = (
    r"(?:新华社|新华网|本报|本刊|人民日报|人民网|光明日报|经济日报|中新社|中新网|中国新闻社"
    r"|央视(?:网|新闻)?|中央社)"
)
_SOURCE = r"(?:转自|转载自|转载|原载|来源|信息来源|资料来源|摘自|选自|摘编自|载于|刊于|原题)"
_CREDITS = (
    re.compile(rf"[（(]?据?{_AGENCY}[^。！？，]{{0,24}}[电讯][）)]?"),
    re.compile(rf"[（(](?:据|综合)?(?:{_SOURCE}|{_AGENCY})[^。！？]{{0,60}}[）)]"),
    re.compile(rf"(?:{_SOURCE}[:：《“ ]|据{_AGENCY}).{{0,60}}(?<![。！？])"),
    re.compile(r"[（(](?:据|原载|载)?《[^》]{1,30}》[^。！？]{0,40}[）)]"),
    re.compile(r"[（(]?(?:责任编辑|责编|编辑|校对|本版编辑)\s*[:：]?\s*[^。！？]{2,30}"),
)
_WRITER = (
    r"(?:特约|见习|实习)?(?:记者|评论员|通讯员|观察员|撰稿人?|作者|编译|译者|撰文|执笔|采写|课题组|编辑部)"
)
_BYLINES = (
    re.compile(rf"[{_BULLETS}]\s*[^。！？，；：、]{{2,14}}"),
    re.compile(rf"[（(]?(?:{_AGENCY})?{_WRITER}(?:[:：/／]|\s)\s*[^。！？；]{{2,40}}"),
    re.compile(rf"(?:{_AGENCY}){_WRITER}[^。！？，；]{{0,20}}"),
    re.compile(r"[（(](?:本文)?(?:作者|记者)[:：系为单\s]?[^！？]{2,80}[）)]"),
    re.compile(r"[文图][/／]\s*[^。！？，；]{2,20}"),
    re.compile(r"[Bb]y\s+(?:[A-Z][\w.'’-]*(?:\s+|$)){1,5}"),
)
_CAPTIONS = (
    re.compile(
        r"(?:图[①-⑳\d一二三四五六七八九十]{0,2}(?:[:：为]|\s)|[上下左右题]图(?:[:：为]|\s)|图片说明).{2,160}"
    ),
    re.compile(r"[^。]{0,60}(?:摄影报道|\s摄(?:影)?|记者[^，。]{1,12}摄)[）)]?"),
)
_PAGE_NUMBERS = (
    re.compile(r"[-—–－·•]+\s*\d{1,4}\s*[-—–－·•]+"),
    re.compile(r"第\s*\d{1,4}\s*页(?:[\s，/／]*共\s*\d{1,4}\s*页)?"),
    re.compile(r"[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?"),
)
_LONGEST_CREDIT = 90
_GAP = re.compile(r"(?<=[。！？…”』」）.!?])\s+(?=\S)")
_BRACKETED_TAIL = re.compile(r"(?<=[。！？”』」])[（(][^（）()]{4,60}[）)]$")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "习温庞樊兰殷施陶洪翟安颜倪严牛芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟"
)
_PART_NAMES = frozenset(
    ("引言", "前言", "序言", "序", "导语", "导读", "摘要", "目录", "结语", "后记", "附录")
)


class Ending(IntEnum):
    """How a line ends, closing quotes and brackets looked through."""

    MID = 0  # inside a phrase
    CLOSED = 1  # a closing mark with no stop before it
    COMMA = 2
    SOFT = 3  # colon, semicolon, dash, dots
    ASKING = 4  # question or exclamation mark
    FINAL = 5  # full stop


def ending(text: str) -> Ending:
    """How `text` ends; trailing spaces are of no account."""
    bare = text.rstrip()
    core = bare.rstrip("".join(CLOSERS)).rstrip()
    last = core[-1:]
    if last in _ASKING and last:
        return Ending.ASKING
    if last in _FINAL and last:
        return Ending.FINAL
    if last == "." and not core.endswith(".."):
        return Ending.FINAL
    if core != bare:
        return Ending.CLOSED
    if last in _COMMAS and last:
        return Ending.COMMA
    if (last in _SOFT and last) or core.endswith(".."):
        return Ending.SOFT
    return Ending.MID


def is_marked(text: str) -> bool:
    """Whether `text` opens with a number, a bullet or a double dash, as items and sections do."""
    return _MARKER.match(text) is not None


def marker_end(text: str) -> int:
    """Offset after the opening number, bullet or dash of `text`; 0 where there is none."""
    found = _MARKER.match(text)
    return found.end() if found else 0


def is_credit(text: str) -> bool:
    """Whether the whole of `text` says where a piece comes from: an agency's dateline, （转自…）."""
    return any(pattern.fullmatch(text) for pattern in _CREDITS)


def is_byline(text: str) -> bool:
    """Whether the whole of `text` names a writer: ■ 某某, 本报记者 某某, （作者：…）."""
    return any(pattern.fullmatch(text) for pattern in _BYLINES)


def is_caption(text: str) -> bool:
    """Whether the whole of `text` describes a picture."""
    return any(pattern.fullmatch(text) for pattern in _CAPTIONS)


def is_page_number(text: str) -> bool:
    """Whether the whole of `text` is a page number set between dashes or in words."""
    return any(pattern.fullmatch(text) for pattern in _PAGE_NUMBERS)


def is_subtitle(text: str) -> bool:
    """Whether `text` is a title's second line: a double dash, then no sentence."""
    return text.startswith("——") and ending(text) in (Ending.MID, Ending.CLOSED) and "。" not in text


def is_name(text: str) -> bool:
    """Whether `text` can be a writer's name alone on its line: two to four hanzi, a surname first."""
    solid = "".join(text.split())
    plain = all("一" <= sign <= "鿿" for sign in solid)
    return plain and 2 <= len(solid) <= 4 and solid[0] in _SURNAMES and solid not in _PART_NAMES


def credit_start(text: str, following: str) -> int | None:
    """Offset in `text` at which a credit begins inside the line, or None.

    Args:
        text: a line without outer spaces.
        following: the next line, since a narrow column may break the credit too.
    """
    window = max(0, len(text) - _LONGEST_CREDIT)
    for found in _GAP.finditer(text, window):
        tail = text[found.end() :]
        if is_credit(tail) or (len(following) <= 30 and is_credit(tail + following)):
            return found.end()
    bracketed = _BRACKETED_TAIL.search(text, window)
    return bracketed.start() if bracketed and is_credit(bracketed.group()) else None
