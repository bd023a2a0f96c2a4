"""annotate: readings of phrases that the dictionary underneath gets wrong, as policy prose uses them.

One phrase and its syllables a line. They are laid over the dictionary's result wherever the phrase stands,
the longest phrase first, so an entry must be unambiguous by itself: 久久为功 is read wéi in any sentence,
为 alone is not listed. For 为 as a word of its own there is a pattern: 以…为核心 and its like are read wéi.
"""

from __future__ import annotations

import re
from functools import cache

_TABLE = """
长三角 cháng sān jiǎo
长板 cháng bǎn
为人民服务 wèi rén mín fú wù
久久为功 jiǔ jiǔ wéi gōng
积小胜为大胜 jī xiǎo shèng wéi dà shèng
敢作善为 gǎn zuò shàn wéi
敢作敢为 gǎn zuò gǎn wéi
担当作为 dān dāng zuò wéi
奋发有为 fèn fā yǒu wéi
执政为民 zhí zhèng wèi mín
犯罪行为 fàn zuì xíng wéi
指明了 zhǐ míng le
表明了 biǎo míng le
阐明了 chǎn míng le
说明了 shuō míng le
证明了 zhèng míng le
必须发 bì xū fā
决定当代 jué dìng dāng dài
决定当前 jué dìng dāng qián
做得好 zuò de hǎo
应挑战 yìng tiǎo zhàn
吃不着 chī bù zháo
朝阳里 cháo yáng lǐ
朝鲜 cháo xiǎn
藏区 zàng qū
对称 duì chèn
数以万计 shù yǐ wàn jì
数以千计 shù yǐ qiān jì
种粮 zhòng liáng
尽最大 jìn zuì dà
倒逼 dào bī
大夫 dài fu
太行 tài háng
书记 shū ji
"""


_WEI_OBJECTS = """
核心 中心 重点 主体 主线 导向 基础 引领 抓手 目标 支撑 根本 依托 牵引 契机 主 本 荣 耻 鉴 先 要 限 载体 纽带
突破口 切入点 着力点 落脚点 出发点 己任 统领 遵循 指导 动力 保障 标准 前提 宗旨 主题 例 代表 纲 媒 题 证 镜 重
"""
_WEI = (
    r"(?<![可所予加难足得])以(?![便及来后前上下内外为])[^，。；：！？\n]{1,20}?(?P<before>为)(?:"
    + "|".join(_WEI_OBJECTS.split())
    + r")|(?P<alone>为)(?:核心|中心)(?=[的，。；、！？”]|$)"
)


def overridden(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Where in a folded text the dictionary's readings are to be replaced, and by which.

    Returns:
        (offset of the first character, one syllable a character), in no particular order.
    """
    phrases = _phrases()
    found = [(match.start(), phrases[match.group()]) for match in _phrase_pattern().finditer(text)]
    for match in _wei_pattern().finditer(text):
        offset = match.start("before") if match["before"] else match.start("alone")
        found.append((offset, ("wéi",)))
    return found


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in _TABLE.strip().splitlines())
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def _phrase_pattern() -> re.Pattern[str]:
    longest_first = sorted(_phrases(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _wei_pattern() -> re.Pattern[str]:
    return re.compile(_WEI)
