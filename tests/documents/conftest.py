"""tests: an article of our own and a typesetter that knows the truth about what it sets."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pytest

from workbench.model.segments import Kind

NO_START = "，。、；：！？”’）》％%"
NO_END = "“‘（《"
HANGING = "，。、；："


@dataclass(frozen=True)
class Setting:
    """How a page is set: em of the column, indents, blank lines, and what goes wrong."""

    width: float = 20.0
    indent: Literal["lost", "kept", "none"] = "lost"
    blanks: Literal["paragraphs", "every line", "nowhere"] = "paragraphs"
    false_blanks: float = 0.0  # chance of a blank line inside a paragraph, at each line
    missing_blanks: float = 0.0  # chance that a true break shows no blank line
    column_lines: int = 0  # lines after which a column is cut, by a blank line; 0 for never
    hanging: bool = True
    seed: int = 0


@dataclass
class Page:
    """Lines, and the line and column at which each paragraph begins."""

    lines: list[str] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)


def em(text: str) -> float:
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def tokens(text: str) -> list[str]:
    """Pieces no line break may cut: a word or number, a character with the marks that cling to it."""
    result: list[str] = []
    for sign in text:
        glued = result and (
            sign in NO_START
            or result[-1][-1] in NO_END
            or (sign.isascii() and sign.isalnum() and result[-1][-1].isascii() and result[-1][-1].isalnum())
            or (sign in ".%" and result[-1][-1].isdigit())
            or (sign.isdigit() and result[-1][-1] == "." and result[-1][:1].isdigit())
            or (sign == "—" and result[-1][-1] == "—")
        )
        if glued:
            result[-1] += sign
        else:
            result.append(sign)
    return result


def broken(text: str, first: float, rest: float, hanging: bool) -> list[str]:
    lines = [""]
    room = first
    for token in tokens(text):
        length = em(token)
        if hanging and token[-1] in HANGING:
            length -= 1.0
        if lines[-1] and em(lines[-1]) + length > room:
            lines.append("")
            room = rest
        lines[-1] += token
    return lines


def set_page(blocks: list[tuple[Kind, str]], setting: Setting) -> Page:
    chance = random.Random(setting.seed)
    page = Page()
    counted = 0
    for at, (kind, text) in enumerate(blocks):
        display = kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        glued = setting.blanks == "nowhere" or (
            not display
            and at
            and blocks[at - 1][0] is Kind.PARAGRAPH
            and chance.random() < setting.missing_blanks
        )
        if page.lines and setting.blanks != "every line" and not glued:
            page.lines.append("")
        inset = 0.0 if setting.indent == "none" or display else 2.0
        column = setting.width * 0.8 if display else setting.width
        lines = broken(text, column - inset, column, setting.hanging)
        before = "　　" if setting.indent == "kept" and inset else ""
        for place, line in enumerate(lines):
            counted += 1
            cut = setting.column_lines and counted % setting.column_lines == 0
            if place and not display and (cut or chance.random() < setting.false_blanks):
                page.lines.append("")
            page.lines.append((before if not place else "") + line)
            if not place:
                page.starts.append((len(page.lines), len(before) + 1))
            if setting.blanks == "every line":
                page.lines.append("")
        page.texts.append(text)
        page.kinds.append(kind)
    return page


ARTICLE: list[tuple[Kind, str]] = [
    (Kind.TITLE, "让山乡的路通向更远的地方"),
    (Kind.BYLINE, "本报记者 林禾"),
    (
        Kind.PARAGRAPH,
        "清晨的雾还没有散，云岭县的第一班公交车已经驶出车站。从县城到最远的石门村，过去要走大半天山路，如今坐车只要"
        "70分钟。车上的货架装着菌菇和蜂蜜，司机一边开车，一边替沿线农户捎带包裹。村民们说，这趟车拉走的是山货，拉回来"
        "的是过日子的底气。",
    ),
    (
        Kind.PARAGRAPH,
        "“路通了，心就定了。”石门村党支部书记周远山告诉记者，2019年以前，全村外出务工的年轻人超过六成；去年，已有43人"
        "回到家乡，办起了民宿和加工作坊。",
    ),
    (Kind.HEADING, "先把断头路接起来"),
    (
        Kind.PARAGRAPH,
        "农村公路怎样修，先修哪一段，云岭县没有急于铺摊子。县里组织交通、水利、农业等部门逐村走访，用三个月时间摸清了"
        "1268公里农村公路的底数，形成“一路一档”。哪里是学生上学的必经之路，哪里是雨季容易塌方的险段，哪里的产业等着"
        "运输条件改善，都标在同一张图上。",
    ),
    (
        Kind.PARAGRAPH,
        "坚持规划引领。县里把农村公路建设纳入国土空间规划和乡村建设行动方案，明确到2027年实现较大人口规模自然村通"
        "硬化路比例达到98.5%以上。资金安排上，统筹涉农资金、地方债券和社会捐助，三年累计投入6.4亿元，其中县级财政安排"
        "1.2亿元，做到有多少钱办多少事，不留半拉子工程。",
    ),
    (
        Kind.PARAGRAPH,
        "坚持群众参与。路修到谁家门前，谁就有发言权。各村普遍成立道路理事会，选线、占地、用工都由村民会议商量决定，"
        "施工质量由村民代表全程监督。有的村民主动让出宅基地旁的菜园，有的把自家的挖掘机开到工地上。",
    ),
    (
        Kind.PARAGRAPH,
        "坚持建管并重。路修好了，关键在养护。云岭县推行“县道县管、乡道乡管、村道村管”，设立1500个公益性护路岗位，优先"
        "吸纳脱贫人口就业，让每一公里路都有人巡、有人修、有人爱护。",
    ),
    (Kind.PARAGRAPH, "一条路，究竟能带来什么？"),
    (
        Kind.PARAGRAPH,
        "答案写在田野里。随着冷链车开进乡镇，云岭的鲜笋当天就能摆上省城的货架，损耗率由原来的23%降到7%。去年，全县农产"
        "品网络零售额达到9.8亿元，同比增长31.6%，是2018年的4.3倍。",
    ),
    (Kind.HEADING, "让公共服务沿着公路下沉"),
    (
        Kind.PARAGRAPH,
        "路不只是运货的路，也是服务的路。县医院把巡回医疗车开到村口，每月两次，测血压、查血糖、送药上门；县图书馆在公交"
        "站旁设立流动书屋，孩子们放学等车的工夫就能借到新书。目前，全县126个行政村实现寄递物流服务全覆盖，教师、医生、"
        "农技员的轮岗交流也更加便利。",
    ),
    (
        Kind.PARAGRAPH,
        "——补齐短板。针对偏远村组客运班次少、等候时间长的问题，交通部门推出预约响应式公交，群众打一个电话，车辆就近"
        "调度，票价不变。",
    ),
    (
        Kind.PARAGRAPH,
        "——提升品质。结合乡村旅游发展，沿江修建观景步道和驿站18处，把沿线的古桥、梯田、老作坊串联起来，推动“交通流量”"
        "变成“经济增量”。",
    ),
    (
        Kind.PARAGRAPH,
        "也要看到，山区农村公路仍然存在等级偏低、抗灾能力不强等问题，一些路段“通而不畅”，养护资金缺口较大。解决这些问题，"
        "不能指望毕其功于一役，而要尽力而为、量力而行，健全长效机制。",
    ),
    (
        Kind.PARAGRAPH,
        "采访结束时已是傍晚，最后一班车正缓缓进站。周远山指着远处正在施工的隧道说：“等它打通，到高铁站只要半个小时。”"
        "灯光一盏一盏亮起来，把回家的路照得格外清楚。",
    ),
    (Kind.CREDIT, "（转自《云岭日报》2024年5月16日3版）"),
]


@pytest.fixture
def article() -> list[tuple[Kind, str]]:
    """An article of our own: title, byline, headings, paragraphs, items, a credit."""
    return list(ARTICLE)


@pytest.fixture
def setting() -> type[Setting]:
    """How a page is set."""
    return Setting


@pytest.fixture
def typeset() -> Callable[[list[tuple[Kind, str]], Setting], Page]:
    """The typesetter."""
    return set_page
