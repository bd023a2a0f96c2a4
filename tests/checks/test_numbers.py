from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.numbers import findings
from workbench.model.coded import CodedText
from workbench.model.findings import Finding
from workbench.model.segments import Segment


def check(source: str, target: str) -> tuple[Finding, ...]:
    return findings(Segment(7, 1, 1, source=CodedText(source), target=CodedText(target)))


@pytest.mark.parametrize(
    ("source", "target", "message", "proposal"),
    [
        ("转移32万人", "3.2 million people moved", "32万 is 320,000; the English has 3.2 million", "320,000"),
        (
            "1.4万亿元",
            "1.4 billion yuan",
            "1.4万亿 is 1.4 trillion; the English has 1.4 billion",
            "1.4 trillion",
        ),
        (
            "三千二百万人",
            "3.2 million",
            "三千二百万 is 32 million; the English has 3.2 million",
            "32 million",
        ),
        ("同比增长5.2%", "up 52%", "the Chinese has 5.2%; the English has 52%", "5.2%"),
        (
            "提高3个百分点",
            "rose by 3 percent",
            "3个百分点 is 3 percentage points; the English has 3 percent",
            "3 percentage points",
        ),
        ("1.2亿亩耕地", "12 million mu", "1.2亿 is 120 million; the English has 12 million", "120 million"),
    ],
)
def test_a_number_on_the_wrong_scale_says_both_values_and_the_right_english(
    source: str, target: str, message: str, proposal: str
) -> None:
    (finding,) = check(source, target)
    assert (finding.message, finding.proposal, finding.missing) == (message, proposal, False)
    assert (finding.row, finding.check, finding.family) == (7, "numbers.value", "numbers")
    assert finding.source_span is not None
    assert finding.target_span is not None


def test_spans_point_at_the_shown_text_blanks_and_full_width_digits_included() -> None:
    (finding,) = check("到2020年，达到 ３２ 万 人", "3.2 million people by 2020")
    assert finding.source_span == (10, 14)
    assert finding.target_span == (0, 11)
    assert finding.message.startswith("３２ 万 is 320,000")


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("降幅达64.2%", "It fell sharply.", "64.2% is not in the English"),
        ("覆盖9300万人", "It covers many.", "9300万 (93 million) is not in the English"),
        ("百分之五点二", "some of them", "百分之五点二 (5.2 percent) is not in the English"),
    ],
)
def test_an_absent_figure_is_missing(source: str, target: str, message: str) -> None:
    (finding,) = check(source, target)
    assert (finding.message, finding.missing, finding.target_span) == (message, True, None)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("转移32万人", "320,000 people moved"),
        ("转移32万人", "320 thousand people moved"),
        ("转移32万人", "three hundred and twenty thousand people"),
        ("14亿多人", "over 1.4 billion people"),
        ("14亿人", "a 1.4-billion-strong people"),
        ("约12345万人", "about 123 million people"),
        ("3—5万人", "30,000 to 50,000 people"),
        ("3万至5万人", "between 30 and 50 thousand people"),
        ("320万到340万", "from 3.2 to 3.4 million"),
        ("增长5%—6%", "growth of 5 to 6 percent"),
        ("提高3个百分点", "up 3 points"),
        ("占50%", "half of them"),
        ("约占三成，即30%", "30 per cent"),
        ("百分之百落实", "fully implemented"),
        ("增长100%", "doubled"),
        ("２０％的人", "one fifth of people"),
        ("投入5亿元", "an investment of ¥500m"),
        ("3000多万人", "30-odd million people"),
        ("3000多万人", "30+ million people"),
        ("25万人", "a quarter of a million people"),
        ("20%的人", "one in five people"),
        ("投入5亿元", "an investment of 500 mln yuan"),
    ],
)
def test_a_figure_said_in_any_of_its_ways_is_right(source: str, target: str) -> None:
    assert check(source, target) == ()


@pytest.mark.parametrize(
    "source",
    [
        "一些地方万众一心、千方百计为百姓办事，十分重要",
        "亿万人民，千千万万个家庭，成千上万，千家万户，万水千山",
        "数十万人、上百亿元、几千万亩、十几亿斤、二十几万",
        "第一百零五条、十四五时期、两个一百年、四个自信、三农",
        "两万五千里长征，不怕一万，就怕万一，一万年太久",
        "千亿斤粮食产能，百万雄师过大江，万里长江",
        "",
    ],
)
def test_words_with_a_numeral_that_are_no_figures_never_fire(source: str) -> None:
    assert check(source, "One 3 people, 10 million and 5 percent.") == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("新增1.5亿亩", "10 million hectares were added"),
        ("粮食1.3万亿斤", "650 million tonnes of grain"),
        ("装机3200万千瓦", "32 GW of capacity"),
    ],
)
def test_a_converted_unit_is_left_alone(source: str, target: str) -> None:
    assert check(source, target) == ()


def test_an_english_number_that_another_figure_explains_is_not_blamed() -> None:
    (finding,) = check("32个省，32万人", "32 provinces and many people")
    assert finding.missing
    (finding,) = check("增长5%，提高5个百分点", "up 5 percent")
    assert finding.missing


@pytest.mark.parametrize("typed", ["In all, 32", "In all, 320", "In all, 3.2 m"])
def test_a_number_still_being_typed_is_only_missing(typed: str) -> None:
    (finding,) = check("共32万人", typed)
    assert finding.missing


def test_a_year_is_not_taken_for_a_figure_gone_wrong() -> None:
    (finding,) = check("20万人", "In 2000 it began.")
    assert finding.missing


def test_nothing_is_said_of_an_empty_translation() -> None:
    assert check("转移32万人", "  ") == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_it_and_spans_lie_in_the_texts(source: str, target: str) -> None:
    for finding in check("32万" + source, target):
        start, end = finding.source_span or (0, 0)
        assert 0 <= start < end <= len(source) + 3
        start, end = finding.target_span or (0, 0)
        assert 0 <= start <= end <= len(target)
