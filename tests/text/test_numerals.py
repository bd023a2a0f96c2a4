from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.numerals import Measure, chinese_numbers, chinese_value, english_numbers

ONES = "零一二三四五六七八九"


def in_chinese(value: int) -> str:
    """An independent writer of Chinese numerals, below 10,000 a section."""
    if value >= 10**8:
        return in_chinese(value // 10**8) + "亿" + _rest(value % 10**8, 10**7)
    if value >= 10**4:
        return in_chinese(value // 10**4) + "万" + _rest(value % 10**4, 10**3)
    for size, sign in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            head = "" if size == 10 and value < 20 else ONES[value // size]
            return head + sign + _rest(value % size, size // 10)
    return ONES[value]


def _rest(value: int, full: int) -> str:
    if not value:
        return ""
    written = in_chinese(value)
    written = "一" + written if written.startswith("十") else written
    return written if value >= full else "零" + written


@given(st.integers(1, 10**12 - 1))
def test_every_well_formed_chinese_numeral_is_read_by_value(value: int) -> None:
    assert chinese_value(in_chinese(value)) == value


@given(st.integers(1, 10**13), st.sampled_from([",", ""]))
def test_english_digits_are_read_with_or_without_commas(value: int, comma: str) -> None:
    (number,) = english_numbers(f"in all {value:{comma}} people")
    assert number.value == value


@given(st.text(alphabet="零一二两三十百千万亿点多余0123456789.,%百分之个至—瓦年", max_size=20))
def test_no_run_of_numeral_signs_is_too_odd_to_read(text: str) -> None:
    ends = [0]
    for number in chinese_numbers(text):
        assert ends[-1] <= number.start < number.end <= len(text)
        ends.append(number.end)


@given(st.text(max_size=60) | st.text(alphabet="one two half a point hundred million 0123.,%-", max_size=60))
def test_no_english_is_too_odd_to_read(text: str) -> None:
    assert all(text[number.start : number.end] for number in english_numbers(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32万", 320_000),
        ("1.4万亿", 1_400_000_000_000),
        ("1亿2000万", 120_000_000),
        ("三千二百万", 32_000_000),
        ("十四亿", 1_400_000_000),
        ("一万两千", 12_000),
        ("5000多万", 50_000_000),
        ("3.2亿余", 320_000_000),
        ("三点二亿", 320_000_000),
        ("3万5千", 35_000),
        ("100万千瓦", 1_000_000),
    ],
)
def test_chinese_figures_with_wan_and_yi(text: str, value: int) -> None:
    (number,) = chinese_numbers(text)
    assert number.value == value
    assert number.scaled


@pytest.mark.parametrize(
    "text",
    [
        *("数十万", "上百亿", "亿万", "万众一心", "千方百计", "一些", "百姓", "十分", "十四五", "二十几万"),
        *("两三百万", "七八亿", "四万万", "两万五千里", "一万年", "三万分之一", "三万五"),
    ],
)
def test_what_is_vague_or_only_looks_like_a_figure_is_none(text: str) -> None:
    assert not [number for number in chinese_numbers(text) if number.scaled or number.measure]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("64.2%", "64.2", Measure.PERCENT),
        ("百分之五点二", "5.2", Measure.PERCENT),
        ("百分之三十五", "35", Measure.PERCENT),
        ("3个百分点", "3", Measure.POINTS),
        ("0.5百分点", "0.5", Measure.POINTS),
    ],
)
def test_chinese_percentages_and_points(text: str, value: str, measure: Measure) -> None:
    (number,) = chinese_numbers(text)
    assert (number.value, number.measure) == (Decimal(value), measure)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("320,000", 320_000),
        ("3.2 million", 3_200_000),
        ("a 3.2-million-strong force", 3_200_000),
        ("US$5bn", 5_000_000_000),
        ("RMB1.4 trillion", 1_400_000_000_000),
        ("thirty-two thousand", 32_000),
        ("three hundred and twenty thousand", 320_000),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("one point four billion", 1_400_000_000),
        ("a hundred thousand", 100_000),
        ("ninety-nine", 99),
    ],
)
def test_english_figures_and_number_words(text: str, value: int) -> None:
    (number,) = english_numbers(text)
    assert number.value == value


def test_english_percentages_and_points() -> None:
    numbers = english_numbers("5.2%, 5.2 per cent, a 5.2-percentage-point rise, 5.2 points")
    assert [number.measure for number in numbers] == [Measure.PERCENT] * 2 + [Measure.POINTS] * 2
    assert {number.value for number in numbers} == {Decimal("5.2")}


def test_ordinals_and_letters_with_digits_are_no_numbers() -> None:
    assert english_numbers("the 20th, G20, 5G and F-15E") == []


def test_the_lower_end_of_a_range_may_share_the_unit_of_the_upper_one() -> None:
    assert 30_000 in chinese_numbers("3—5万")[0].values
    assert 3_000_000 in english_numbers("from 3 to 5 million")[0].values
    assert [number.measure for number in english_numbers("5 to 6 percent")] == [Measure.PERCENT] * 2


def test_five_m_may_be_five_metres() -> None:
    assert english_numbers("5m")[0].values == {5, 5_000_000}
