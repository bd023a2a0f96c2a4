from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.figures import Figure, chinese_figures, english_figures
from workbench.text.fold import fold

HANZI = "零一二三四五六七八九"
ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_chinese(value: int) -> str:
    """An independent writer of Chinese numerals."""
    for size, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            head = "" if size == 10 and value < 20 else in_chinese(value // size)
            return head + sign + _rest(value % size, size // 10)
    return HANZI[value]


def _rest(value: int, full: int) -> str:
    if not value:
        return ""
    written = in_chinese(value)
    written = "一" + written if written.startswith("十") else written
    return written if value >= full else "零" + written


def in_english(value: int) -> str:
    """An independent writer of English cardinals."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= size:
            rest = value % size
            return f"{in_english(value // size)} {name}" + (f" {_and(rest)}" if rest else "")
    rest = value % 100
    return f"{ONES[value // 100]} hundred" + (f" and {in_english(rest)}" if rest else "")


def _and(rest: int) -> str:
    return f"and {in_english(rest)}" if rest < 100 else in_english(rest)


def chinese(text: str) -> list[str]:
    return [figure.token for figure in chinese_figures(fold(text))]


def english(text: str) -> list[str]:
    return [figure.token for figure in english_figures(text.lower())]


@given(st.integers(10, 10**12 - 1))
def test_an_integer_is_the_same_token_however_it_is_written(value: int) -> None:
    token = [f"#{value}"]
    assert chinese(f"共有{in_chinese(value)}个") == token
    assert chinese(f"共有{value:,}个") == token
    assert english(f"in all {in_english(value)} of them") == token
    assert english(f"in all {value:,} of them") == token


@given(st.integers(2, 9))
def test_a_small_number_counts_with_a_measure_word(value: int) -> None:
    assert chinese(f"{HANZI[value]}个人") == english(f"{ONES[value]} people") == [f"#{value}"]


@given(st.decimals(min_value="0.1", max_value=9999, places=1))
def test_decimals_percentages_and_scales_agree(value: object) -> None:
    assert chinese(f"增长{value}%") == english(f"up {value} percent")
    assert chinese(f"提高{value}个百分点") == english(f"up {value} percentage points")
    assert chinese(f"达到{value}万亿元") == english(f"reached {value} trillion yuan")


@given(st.integers(1, 12), st.integers(2, 31), st.integers(1900, 2099))
def test_dates_agree(month: int, day: int, year: int) -> None:
    name = MONTHS[month - 1]
    said = [f"#{year}", f"#M{month}", f"#{day}"]
    assert chinese(f"{year}年{month}月{day}日召开") == said
    years = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert chinese(f"{years}年{in_chinese(month)}月{in_chinese(day)}日召开") == said
    assert sorted(english(f"It met on {name} {day}, {year}.")) == sorted(said)
    assert sorted(english(f"It met on {day} {name} {year}.")) == sorted(said)


@given(st.integers(2, 99))
def test_ordinals_agree(value: int) -> None:
    suffix = "th" if 10 < value < 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    assert (
        chinese(f"第{in_chinese(value)}届")
        == chinese(f"第{value}届")
        == english(f"the {value}{suffix} session")
    )


def _in_bounds(figures: list[Figure], text: str) -> bool:
    ends = [0, *(figure.end for figure in figures)]
    return all(
        end <= figure.start < figure.end <= len(text) and figure.token
        for end, figure in zip(ends, figures, strict=False)
    )


@given(
    st.text(
        alphabet="零〇一二两三四五六七八九十百千万亿点多余几数好来0123456789.,:/%‰()分之个至—-年月日旬成倍翻番第上世纪代半后Ga的近",
        max_size=16,
    )
)
def test_chinese_figures_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    assert _in_bounds(chinese_figures(text), text)


ENGLISH_WORDS = """one|two|ten|twenty|hundred|thousands|of|million|half|a|and|third|first|twelfth|may|march
january|decade|dozen|times|as|twice|doubled|percent|points|1|30|1990s|2:30|1/3|5th|g20|.|,|-|(|)|%|$|'|‰|i|ii"""
ENGLISH_PIECES = [piece for line in ENGLISH_WORDS.splitlines() for piece in line.split("|")]


@given(
    st.lists(st.sampled_from([*ENGLISH_PIECES, " ", " ", " "]), max_size=16).map("".join)
    | st.text(max_size=30)
)
def test_english_figures_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    lower = text.lower()
    assert _in_bounds(english_figures(lower), lower)


@pytest.mark.parametrize(
    ("source", "target", "tokens"),
    [
        ("人口超过14亿", "a population of over 1.4 billion", ["#1400000000"]),
        ("约3.5万人", "about 35,000 people", ["#35000"]),
        ("百分之六十四点二", "64.2 per cent", ["#64.2%"]),
        ("百分之六十至七十", "60 to 70 percent", ["#60%", "#70%"]),
        ("3—5万人", "30,000-50,000 people", ["#30000", "#50000"]),
        ("由千分之九降到千分之二", "from nine per thousand to two per thousand", ["#9/1000", "#2/1000"]),
        ("约三成企业", "about 30 percent of firms", ["#30%"]),
        ("三分之二的村", "two-thirds of the villages", ["#2/3"]),
        ("十分之一", "one tenth", ["#1/10"]),
        ("一半以上", "more than half", ["#1/2"]),
        ("两个半小时", "two and a half hours", ["#2.5"]),
        ("过了一年半", "a year and a half later", ["#1.5"]),
        ("上世纪90年代", "in the 1990s", ["#1990s"]),
        ("二十世纪八十年代初", "the early 1980s", ["#1980s"]),
        ("六七十年代", "the 1960s and 1970s", ["#1960s", "#1970s"]),
        ("90后", "the post-90s", ["#1990s"]),
        ("翻了一番", "doubled", ["#2x"]),
        ("增长近十倍", "a nearly tenfold rise", ["#10x"]),
        ("是十年前的三倍", "three times that of a decade ago", ["#3x", "#10"]),
        ("数百人", "hundreds of people", ["#100+"]),
        ("几十年来", "for decades", ["#10+"]),
        ("数以万计", "tens of thousands", ["#10000+"]),
        ("好几千人", "several thousand people", ["#1000+"]),
        ("三十二三岁", "thirty-two or thirty-three", ["#32", "#33"]),
        ("百分之五点二五", "five point two five percent", ["#5.25%"]),
        ("从七点一直等", "waited from seven", ["#7"]),
        ("三千二百万四百", "thirty-two million, four hundred", ["#32000400"]),
        ("两三个人", "two or three people", ["#2", "#3"]),
        ("三四千人", "three or four thousand people", ["#3000", "#4000"]),
        ("十七八岁", "seventeen or eighteen", ["#17", "#18"]),
        ("“十四五”规划", "the 14th Five-Year Plan", ["#14", "#5"]),
        ("七旬老人", "a seventy-year-old", ["#70"]),
        ("三百五", "three hundred and fifty", ["#350"]),
        ("一千二百块", "twelve hundred yuan", ["#1200"]),
        ("G20和5G", "G20 and 5G", ["g20", "5g"]),
        ("上午9:30", "at 9:30 a.m.", ["#9:30"]),
        ("第一届", "the 1st session", ["第一", "first"]),
        ("十月一日", "October 1", ["#M10", "#1"]),
        ("三、主要任务", "III. Main Tasks", ["#3"]),
        ("八项规定", "the eight-point decision", ["#8"]),
        ("二斤七两", "two jin seven liang", ["#2", "#7"]),
    ],
)
def test_a_rendering_has_the_same_figures(source: str, target: str, tokens: list[str]) -> None:
    found = [*chinese(source), *english(target)]
    assert sorted(set(found)) == sorted(set(tokens))
    if "第一" not in tokens:
        assert sorted(chinese(source)) == sorted(english(target)) == sorted(tokens)


@pytest.mark.parametrize(
    "text", ["一个人", "万众一心", "百姓", "千方百计", "十字街头", "一些", "统一", "万一"]
)
def test_numerals_that_count_nothing_are_no_figures(text: str) -> None:
    assert chinese(text) == []


@pytest.mark.parametrize(
    "text",
    ["one of them", "no one", "they may march on", "at first", "the part I played", "a quarter past"],
)
def test_english_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert english(text) == []


def test_a_range_gives_its_unit_only_where_it_is_one() -> None:
    assert english("by 5.2 percent to 86.23 billion yuan") == ["#5.2%", "#86230000000"]
    assert english("in 2020 and 5 percent") == ["#2020", "#5%"]


def test_metres_are_no_millions() -> None:
    assert english("5m wide") == ["#5"]
    assert english("$5m") == ["#5000000"]


@pytest.mark.parametrize("text", ["1万" + "1" * 60, "三至" * 300, "一亿" * 300, "万万" * 300])
def test_a_long_run_of_numerals_is_read_at_once(text: str) -> None:
    assert _in_bounds(chinese_figures(text), text)


@pytest.mark.parametrize(
    "text", ["millions of " * 600, "million " * 600, "9" * 5000 + " decades", "1/" * 999]
)
def test_a_long_run_of_english_numbers_is_read_at_once(text: str) -> None:
    assert _in_bounds(english_figures(text), text)
