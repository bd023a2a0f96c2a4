"""tests/text: figures and dates of Chinese as English, by a gold of our own, and what may never happen."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.english_figures import FigureStyle, english_figures
from workbench.text.figures_said import times_said
from workbench.text.numerals import english_numbers

GOLD = Path(__file__).parent.parent / "gold" / "figures" / "figures.tsv"
STYLES = {
    "us": FigureStyle(),
    "uk": FigureStyle(british=True, day_first=True, percent="per cent"),
    "rmb": FigureStyle(rmb=True),
}


def gold() -> list[tuple[str, str, str, str, str]]:
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [
        (cells[0], cells[1], cells[2], cells[3], cells[4]) for cells in (line.split("\t") for line in lines)
    ]


@pytest.mark.parametrize(("chinese", "figure", "english", "also", "style"), gold())
def test_a_figure_is_offered_as_a_careful_writer_puts_it(
    chinese: str, figure: str, english: str, also: str, style: str
) -> None:
    found = english_figures(chinese, STYLES[style])
    if not figure:
        assert not found
        return
    (one,) = (each for each in found if chinese[each.start : each.end] == figure)
    assert one.renderings[0] == english
    assert set(filter(None, also.split("|"))) <= set(one.renderings)


def test_the_gold_is_large_enough_to_mean_something() -> None:
    assert len(gold()) >= 150


NUMERALS = (
    "零〇一二两三四五六七八九十百千万亿多余几数0123456789.,%分之成倍半第届月日年号世纪"
    "代点时至—、近约上以来左右元亩个人GDP增长翻番岁"
)


@given(st.text(alphabet=NUMERALS, max_size=24) | st.text(max_size=40))
def test_no_chinese_is_too_odd_to_read(text: str) -> None:
    ends = [0]
    for figure in english_figures(text):
        assert ends[-1] <= figure.start < figure.end <= len(text)
        assert figure.renderings
        assert all(form == form.strip() and form for form in figure.renderings)
        ends.append(figure.end)


SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@given(
    st.decimals("0.01", "9999", places=2) | st.integers(2, 9999).map(Decimal),
    st.sampled_from([*SCALES]),
    st.sampled_from(["元", "吨", "公里", "个", "人", "亩"]),
)
def test_no_figure_changes_its_value_on_the_way(number: Decimal, scale: str, unit: str) -> None:
    (figure,) = english_figures(f"共{number}{scale}{unit}。")
    assert figure.value == number * SCALES[scale]
    (english, *_) = english_numbers(figure.renderings[0])
    assert english.value == figure.value


@given(st.integers(1, 99), st.integers(0, 99))
def test_no_share_changes_its_value_on_the_way(whole: int, part: int) -> None:
    (figure,) = english_figures(f"占{whole}.{part:02d}%。")
    for form in figure.renderings:
        assert english_numbers(form)[0].value == Decimal(f"{whole}.{part:02d}")


@given(st.dates())
def test_every_day_comes_out_as_the_same_day(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    if year < 1000 or year > 2199:
        return
    (figure,) = english_figures(f"会议于{year}年{month}月{number}日召开")
    assert figure.date == (month, number)
    assert re.findall(r"\d+", figure.renderings[0]) == [str(number), str(year)]


@pytest.mark.parametrize(("chinese", "figure", "english", "also", "style"), [row for row in gold() if row[1]])
def test_what_was_put_in_counts_as_said(
    chinese: str, figure: str, english: str, also: str, style: str
) -> None:
    for one in english_figures(chinese, STYLES[style]):
        if chinese[one.start : one.end] == figure:
            assert times_said(one, f"In all, {english} so far.") >= 1
            assert times_said(one, "In all, nothing so far.") == 0


@pytest.mark.parametrize(
    ("chinese", "english", "times"),
    [
        ("2014年2月26日", "On 26 February of that year it met.", 1),
        ("2014年2月26日", "On Feb. 26, 2014, it met.", 1),
        ("1.2万亿元", "It spent RMB1.2 trillion and then RMB 1,200 billion.", 2),
        ("3个", "In 2013 there were 30 of them.", 0),
        ("64.2%", "It rose by 64.25 percent.", 0),
        ("三分之二", "Two thirds of them", 1),
        ("5%", "by five percentage points", 0),
    ],
)
def test_how_often_the_english_says_a_figure(chinese: str, english: str, times: int) -> None:
    (figure,) = english_figures(chinese)
    assert times_said(figure, english) == times
