from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.numbers import only_numbers_differ, put_right
from workbench.memory.numbers_mask import masked, masked_many
from workbench.text.fold import fold

RIGHT = """
2023年完成 | Completed in 2023. | 2024年完成 | Completed in 2024.
增长5.2% | grew by 5.2 percent | 增长5.8% | grew by 5.8 percent
增长5.2% | grew by 5.2% | 增长百分之五点八 | grew by 5.8%
投资3.2亿元 | 320 million yuan | 投资4.5亿元 | 450 million yuan
投资3.2亿元 | 320 million yuan | 投资12亿元 | 1.2 billion yuan
投资3.2亿元 | an outlay of $320m | 投资12亿元 | an outlay of $1.2bn
投资1亿元 | RMB100 million | 投资1.5万亿元 | RMB1.5 trillion
投资1亿元 | RMB 100 million | 投资8000万元 | RMB 80 million
32万人 | 320,000 people | 45万人 | 450,000 people
32万人 | 320,000 people | 450万人 | 4.5 million people
320万人 | 3.2 million people | 45万人 | 450,000 people
1500人 | 1,500 people | 12500人 | 12,500 people
1500人 | 1500 people | 2500人 | 2500 people
三百万人 | three million people | 四百万人 | four million people
100万人 | a million people | 200万人 | two million people
三千二百万 | thirty-two million | 四千五百万 | forty-five million
2000多万人 | more than 20 million people | 3000多万人 | more than 30 million people
3.25亿元 | 325 million yuan | 3.256789亿元 | 325,678,900 yuan
百分之三的企业 | 3 percent of the firms | 百分之五的企业 | 5 percent of the firms
第二十届中央委员会 | the 20th Central Committee | 第二十一届中央委员会 | the 21st Central Committee
第二十届中央委员会 | the Twentieth Committee | 第二十一届中央委员会 | the Twenty-first Committee
第三次会议 | the third meeting | 第四次会议 | the fourth meeting
十九届三中全会 | third plenum of the 19th Committee | 二十届四中全会 | fourth plenum of the 20th Committee
“十四五”规划 | the 14th Five-Year Plan | “十五五”规划 | the 15th Five-Year Plan
一是坚持；二是创新 | First, uphold; second, innovate. | 二是坚持；三是创新 | Second, uphold; third, innovate.
第一章 | Chapter One | 第二章 | Chapter Two
三个县脱贫 | Three counties did. | 五个县脱贫 | Five counties did.
12个项目 | Twelve projects | 35个项目 | Thirty-five projects
12个项目 | Twelve projects | 135个项目 | 135 projects
3月5日召开 | held on 5 March | 4月6日召开 | held on 6 April
3月5日召开 | held on March 5th | 4月22日召开 | held on April 22nd
3月5日召开 | held on Mar. 5 | 5月6日召开 | held on May 6
3月5日至7日 | from March 5 to 7 | 4月6日至9日 | from April 6 to 9
2021—2025年 | the 2021-25 period | 2026—2030年 | the 2026-30 period
从1月到3月 | from January to March | 从2月到5月 | from February to May
3至5万人 | 30,000 to 50,000 people | 4至6万人 | 40,000 to 60,000 people
300万至500万人 | 3 to 5 million people | 400万至600万人 | 4 to 6 million people
增长3%到5% | up by 3%-5% | 增长4%到6% | up by 4%-6%
增长5% | a 5 percent rise | 增长8% | an 8 percent rise
一个8人小组 | an 8-member group | 一个5人小组 | a 5-member group
1个百分点 | by 1 percentage point | 2.5个百分点 | by 2.5 percentage points
1个百分点 | a 1-percentage-point rise | 8个百分点 | an 8-percentage-point rise
一年计划 | a one-year plan | 两年计划 | a two-year plan
1元 | 1 yuan | 2元 | 2 yuan
增长5.0% | grew by 5.0% | 增长6.0% | grew by 6.0%
增长5.0% | grew by 5% | 增长6.0% | grew by 6%
三个县三个乡 | three counties and three townships | 五个县五个乡 | five counties and five townships
一带一路三个项目 | three Belt and Road projects | 一带一路五个项目 | five Belt and Road projects
三峡三个县 | three counties by the Three Gorges | 三峡五个县 | five counties by the Three Gorges
增长5%，其中5个县 | up 5 percent, in five counties | 增长6%，其中5个县 | up 6 percent, in five counties
二〇二三年 | in 2023 | 2023年 | in 2023
"""

UNSURE = """
三个县三个乡 | three counties and three townships | 五个县三个乡
一个村 | one village | 两个村
三个村 | three villages | 一个村
产值翻了一番，5个村受益 | Output has doubled, benefiting the villages. | 产值翻了一番，6个村受益
三个县 | The counties did. | 五个县
三个县 | Three counties; the three did. | 五个县
5亩地 | 5 mu (0.33 hectares) of land | 8亩地
“十三五”规划 | the 13th Five-Year Plan (2016-2020) | “十四五”规划
300万至500万人 | 3 to 5 million people | 400万至12亿人
8时30分 | at 8:30 a.m. | 20时30分
下午3点开会 | The meeting is at 3 p.m. | 下午4点开会
三分之二 | two thirds | 四分之三
0.5个百分点 | half a percentage point | 0.8个百分点
20世纪90年代 | in the 1990s | 20世纪80年代
数百人 | hundreds of people | 数千人
主要是三多三少 | in each of three respects | 主要是四多三少
2023年 | for 2,023 years | 2024年
3年 | for three years | 2023年
"""


def cases(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("unit", "english", "query", "right"), cases(RIGHT))
def test_numbers_are_put_right_in_the_manner_of_the_english(
    unit: str, english: str, query: str, right: str
) -> None:
    assert only_numbers_differ(fold(unit), fold(query))
    assert put_right(unit, english, query) == right


@pytest.mark.parametrize(("unit", "english", "query"), cases(UNSURE))
def test_where_it_is_not_sure_the_english_is_left_alone(unit: str, english: str, query: str) -> None:
    assert only_numbers_differ(fold(unit), fold(query))
    assert put_right(unit, english, query) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一心一意", "三心二意"),
        ("五一假期", "十一假期"),
        ("五四运动", "五一运动"),
        ("三四个人", "五六个人"),
        ("发展", "发展"),
        ("2023年", "2023年"),
        ("2023年发展", "2024年开放"),
        ("3个", "3个百分点"),
        ("5000多万", "5000余万"),
        ("统一战线", "统一"),
    ],
)
def test_words_that_merely_have_numeral_signs_are_no_numbers(one: str, other: str) -> None:
    assert not only_numbers_differ(fold(one), fold(other))


MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October")
# Chinese and English of one number, its least and greatest value: all of them are written in one manner.
PATTERNS = (
    ("{n}个县，", "{n} counties, ", 2, 99),
    ("{n}年，", "in {n}, ", 1950, 2049),
    ("增长{n}%，", "up {n} percent, ", 2, 99),
    ("{n}万户，", "{n}0,000 households, ", 10, 99),
    ("{n}5亿元，", "{n}.5 billion yuan, ", 2, 9),
    ("第{n}届，", "the {n}th session, ", 24, 30),
    ("{month}月，", "in {name}, ", 1, 9),
    ("统一战线和一带一路，", "the united front and the Belt and Road, ", 0, 0),
    ("三峡和十分重要，", "the Three Gorges and most important, ", 0, 0),
)
chosen = st.lists(
    st.integers(0, len(PATTERNS) - 1).flatmap(
        lambda place: st.tuples(
            st.just(place),
            st.integers(PATTERNS[place][2], PATTERNS[place][3]),
            st.integers(PATTERNS[place][2], PATTERNS[place][3]),
        )
    ),
    min_size=1,
    max_size=7,
)


def filled(pattern: str, value: int) -> str:
    name = MONTHS[value - 1] if "{name}" in pattern else ""
    return pattern.format(n=value, month=value if value < 5 else value + 1, name=name)


@given(chosen)
def test_what_is_put_right_is_what_a_translator_would_have_written(parts: list[tuple[int, int, int]]) -> None:
    unit = "".join(filled(PATTERNS[place][0], old) for place, old, _ in parts)
    english = "".join(filled(PATTERNS[place][1], old) for place, old, _ in parts)
    query = "".join(filled(PATTERNS[place][0], new) for place, _, new in parts)
    expected = "".join(filled(PATTERNS[place][1], new) for place, _, new in parts)
    right = put_right(unit, english, query)
    assert right in (None, expected)
    values = [old for place, old, _ in parts if PATTERNS[place][3]]
    if len(set(values)) == len(values) and unit != query:
        assert right == expected


signs = st.text("零一二两三十百千万亿点多0123456789.,%百分之个至—年月日第号时分规划“”元人GW:/ ", max_size=20)
english_words = (
    "one two three first 20th 1 5 1,000 0.5 3.2 million bn percent % points May March 5th - to and a $"
)
english = st.lists(st.sampled_from(re.findall(r"\S+", english_words))).map(" ".join) | st.text(max_size=30)


@given(signs, english, st.randoms(use_true_random=False))
def test_no_number_is_ever_invented(unit: str, target: str, random: object) -> None:
    query = re.sub(r"[1-9三五]", lambda sign: random.choice("123456789"), unit)  # type: ignore[attr-defined]
    right = put_right(f"共{unit}", target, f"共{query}")
    if right is not None and right != target:
        allowed = _digit_rows(target) | _values(f"{query} {target}")
        assert _digit_rows(right) <= allowed | {"0"}


def _digit_rows(text: str) -> set[str]:
    return {row.replace(",", "").strip("0.") for row in re.findall(r"\d[\d,]*(?:\.\d+)?", text)} | {""}


def _values(text: str) -> set[str]:
    """Digits that the numbers of a text may be written with, on any scale."""
    from workbench.memory.numbers_chinese import chinese_numerals

    rows: set[str] = set()
    for numeral in chinese_numerals(fold(text)):
        digits = f"{numeral.value.normalize():f}".replace(".", "")
        rows |= {digits[:cut] + "." + digits[cut:] for cut in range(len(digits) + 1)} | {digits}
        rows |= {row.strip("0").strip(".") for row in list(rows)} | {row.strip("0.") for row in list(rows)}
        rows.add(digits[-2:].strip("0"))
    return rows


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_nothing_is_too_odd_to_compare(unit: str, target: str, query: str) -> None:
    right = put_right(unit, target, query)
    assert right is None or only_numbers_differ(fold(unit), fold(query)) or right == target


@given(signs, signs)
def test_what_differs_in_numbers_alone_has_one_mask(one: str, other: str) -> None:
    one, other = fold(one), fold(other)
    if only_numbers_differ(one, other):
        assert masked(one) == masked(other) != ""
        assert only_numbers_differ(other, one)


@given(st.lists(st.text("发展12年%\0\x1a三.点分之百", max_size=8), max_size=6))
def test_masking_many_at_once_is_masking_each(texts: list[str]) -> None:
    assert masked_many(texts) == [masked(text) for text in texts]


def test_a_text_without_numbers_has_no_mask() -> None:
    assert masked("协同发展") == ""
    assert masked("2023年") == masked("二〇二四年") == "\x1a年"
    assert masked("增长5%") == masked("增长百分之六") != masked("增长5个")
