"""memory: a number that one side says in words of its own is not contradicted by those put right."""

from __future__ import annotations

import pytest

from workbench.memory.numbers import only_numbers_differ, put_right
from workbench.text.fold import fold

# What the translator worked out from the numbers, and said in a word.
WORKED_OUT = """
3月5日召开会议 | The meeting was held on Tuesday, March 5. | 4月9日召开会议
从50个增加到100个 | doubled from 50 to 100 | 从50个增加到120个
从60%下降到30% | halved from 60 percent to 30 percent | 从60%下降到20%
2013年至2023年 | in the decade from 2013 to 2023 | 2013年至2018年
1921年至2021年 | in the century from 1921 to 2021 | 1921年至2011年
20%的企业 | a fifth of the enterprises, or 20 percent | 30%的企业
5亩耕地 | 5 mu (one-third of a hectare) of farmland | 8亩耕地
7.5亩耕地 | 7.5 mu (half a hectare) of farmland | 9.5亩耕地
15亩耕地 | 15 mu (one hectare) of farmland | 30亩耕地
比重从20%提高到25% | up five percentage points, from 20 percent to 25 percent | 比重从20%提高到28%
比重从5%提高到10% | up 5 percentage points, from 5 percent to 10 percent | 比重从5%提高到12%
增长5%，低于6%的预期 | 5 percent, one percentage point below the expected 6 percent | 增长4%，低于6%的预期
2018年至2023年 | in the five years from 2018 to 2023 | 2018年至2025年
3月5日至7日召开会议 | The three-day meeting was held from March 5 to 7. | 3月5日至9日召开会议
从5个增加到8个 | rose by three, from five to eight | 从5个增加到9个
5个县中有3个脱贫 | Three of the five counties did; the other two did not. | 6个县中有3个脱贫
3个县和2个区 | three counties and two districts, five places in all | 4个县和2个区
2013年启动，2023年庆祝 | Begun in 2013, it kept its tenth anniversary in 2023. | 2013年启动，2024年庆祝
"""

# The number of the English comes from other words of the Chinese, and that of the Chinese was left out.
UNSPOKEN = """
双方签署2项协议 | The two sides signed agreements. | 双方签署3项协议
两岸签署两项协议 | The two sides of the Strait signed agreements. | 两岸签署三项协议
三方签署三项协议 | The three parties signed agreements. | 三方签署五项协议
三农工作在3个县试点 | Work on the three rural issues is piloted in the counties. | 三农工作在5个县试点
五年来，5个县脱贫 | Over the past five years the counties shook off poverty. | 五年来，8个县脱贫
首次跃居全省第一位 | topped the province for the first time | 首次跃居全省第二位
上半年，第一产业增长 | In the first half, the primary sector grew. | 上半年，第二产业增长
第三产业占三分之一 | The tertiary sector accounts for a third. | 第二产业占三分之一
3月纪念长征胜利 | the victory of the Long March is commemorated | 4月纪念长征胜利
8点开会 | The meeting begins at eight in the morning. | 15点开会
"""

STILL_RIGHT = """
双方签署12项协议 | The two sides signed 12 deals. | 双方签署15项协议 | The two sides signed 15 deals.
两岸举办8场活动 | Both sides held eight events. | 两岸举办9场活动 | Both sides held nine events.
三是建设3个园区 | Third, build three parks. | 三是建设5个园区 | Third, build five parks.
首届论坛有46国参加 | the first forum, of 46 countries | 首届论坛有52国参加 | the first forum, of 52 countries
翻了一番，达到50亿元 | doubled to 5 billion yuan | 翻了一番，达到80亿元 | doubled to 8 billion yuan
十年来减少5% | fell 5 percent in a decade | 十年来减少8% | fell 8 percent in a decade
上半年增长5% | up 5 percent in the first half | 上半年增长6% | up 6 percent in the first half
1—3月增长5% | up 5 percent in the first three months | 1—3月增长6% | up 6 percent in the first three months
一季度3个县 | 3 counties in the first quarter | 一季度5个县 | 5 counties in the first quarter
2个县，其一在山区 | two counties, one of them hilly | 4个县，其一在山区 | four counties, one of them hilly
三十日内 | within thirty days | 六十日内 | within sixty days
5日内报送 | report within five days | 8日内报送 | report within eight days
每万人12件 | 12 per 10,000 people | 每万人15件 | 15 per 10,000 people
两千人 | two thousand people | 三千五百人 | 3,500 people
一千人 | a thousand people | 一千五百人 | 1,500 people
第二产业投资179064亿元 | 17.9064 trillion yuan | 第二产业投资162136亿元 | 16.2136 trillion yuan
总值1349084亿元 | 134,908.4 billion yuan | 总值1260580亿元 | 126,058 billion yuan
投资3.25亿元 | 325 million yuan | 投资3.256789亿元 | 325,678,900 yuan
2020年的1%到2023年的2% | 1% in 2020 to 2% in 2023 | 2021年的3%到2024年的5% | 3% in 2021 to 5% in 2024
汇率为7.1元 | 7.1 yuan to one dollar | 汇率为7.2元 | 7.2 yuan to one dollar
亿元项目12个 | 12 projects of 100 million yuan | 亿元项目15个 | 15 projects of 100 million yuan
万元产值能耗降5% | down 5% per 10,000 yuan | 万元产值能耗降3% | down 3% per 10,000 yuan
百岁老人3名 | three centenarians | 百岁老人5名 | five centenarians
三万人 | thirty thousand people | 四万五千人 | forty-five thousand people
"""


def cases(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("unit", "english", "query"), cases(WORKED_OUT) + cases(UNSPOKEN))
def test_a_number_said_otherwise_is_not_left_to_contradict_the_new_ones(
    unit: str, english: str, query: str
) -> None:
    assert only_numbers_differ(fold(unit), fold(query))
    assert put_right(unit, english, query) is None


@pytest.mark.parametrize(("unit", "english", "query", "right"), cases(STILL_RIGHT))
def test_words_that_both_sides_say_stand_in_nobodys_way(
    unit: str, english: str, query: str, right: str
) -> None:
    assert put_right(unit, english, query) == right
