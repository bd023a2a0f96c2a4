"""tests: what a page number looks like, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.page_numbers import Form, numeral, page_number


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("12", 12, Form.BARE),
        ("\f12", 12, Form.BARE),
        ("１２", 12, Form.BARE),
        ("xii", 12, Form.BARE),
        ("12/40", 12, Form.BARE),
        ("12 |", 12, Form.BARE),
        ("— 12 —", 12, Form.DASHED),
        ("- 12 -", 12, Form.DASHED),
        ("－12－", 12, Form.DASHED),
        ("·12·", 12, Form.DASHED),
        ("- xii -", 12, Form.DASHED),
        ("— 十二 —", 12, Form.DASHED),
        ("第12页", 12, Form.WORDED),
        ("第十二页", 12, Form.WORDED),
        ("Page 12", 12, Form.WORDED),
        ("p. 12", 12, Form.WORDED),
        ("12 | P a g e", 12, Form.WORDED),
        ("第 12 页 共 40 页", 12, Form.COUNTED),
        ("第12页，共40页", 12, Form.COUNTED),
        ("第 12 頁 / 共 40 頁", 12, Form.COUNTED),
        ("共40页 第12页", 12, Form.COUNTED),
        ("Page 12 of 40", 12, Form.COUNTED),
        ("- Page 12 of 40 -", 12, Form.COUNTED),
    ],
)
def test_the_forms_of_page_numbers(text: str, value: int, form: Form) -> None:
    found = page_number(text)
    assert found is not None
    assert (found.value, found.form) == (value, form)


@pytest.mark.parametrize(
    "text",
    [
        *("", "12.", "(12)", "①", "²", "12.5", "12%", "1,268", "12345", "0", "一", "十二", "第三条", "第3条"),
        *(
            "Page 41 of 40",
            "Article 3",
            "表3",
            "12月",
            "2023年",
            "civil",
            "mix",
            "-12",
            "12-15",
            "=====",
            "——",
        ),
    ],
)
def test_what_is_no_page_number(text: str) -> None:
    assert page_number(text) is None


@given(st.integers(1, 399))
def test_roman_numerals_are_read_as_they_are_written(value: int) -> None:
    written, left = "", value
    for worth, sign in (
        *((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        while left >= worth:
            written, left = written + sign, left - worth
    assert numeral(written) == value


@given(st.text(max_size=20))
def test_any_line_can_be_asked_about(text: str) -> None:
    found = page_number(text)
    assert found is None or found.value > 0
