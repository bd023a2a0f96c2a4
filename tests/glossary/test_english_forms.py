"""A rendering is found in the form that a sentence gave it, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.english_forms import places_of
from workbench.glossary.english_words import words_of


def found(form: str, english: str) -> list[str]:
    return [english[slice(*place)] for place in places_of(form, english)]


@pytest.mark.parametrize(
    ("form", "english", "there"),
    [
        ("non-capital function", "relocating Noncapital functions", ["Noncapital functions"]),
        ("deputy to the National People's Congress", "deputies to a National People’s Congress", None),
        ("labour organisation", "Labor Organizations", ["Labor Organizations"]),
        ("health care", "healthcare and health-care", ["healthcare", "health-care"]),
        ("Fourteenth Five-Year Plan", "the 14th five-year plans", ["14th five-year plans"]),
        ("build a fair society", "built the fair society; building our fair society", None),
        (
            "Communist Party of China Central Committee",
            "the Communist Party of China (CPC) Central Committee",
            ["Communist Party of China (CPC) Central Committee"],
        ),
        (
            "planned, deployed and promoted",
            "Planned, deployed, and promoted",
            ["Planned, deployed, and promoted"],
        ),
        ("Beijing-Tianjin-Hebei region", "Beijing–Tianjin–Hebei Region", ["Beijing–Tianjin–Hebei Region"]),
        ("the Constitution", "a constitution", ["constitution"]),
        ("U.S. dollar", "US dollars", ["US dollars"]),
    ],
)
def test_inflection_spelling_marks_and_small_words_make_no_difference(
    form: str, english: str, there: list[str] | None
) -> None:
    if there is None:
        assert found(form, english)
    else:
        assert found(form, english) == there


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("Party school", "of the Party. School begins"),
        ("commission", "commissioners"),
        ("Four Centers", "the Five Centers"),
        ("labor organization", "labor organs"),
        ("National Congress", "National People's Congress"),
        ("", "anything"),
        ("…", "anything…"),
    ],
)
def test_other_words_and_other_sentences_are_not_the_rendering(form: str, english: str) -> None:
    assert found(form, english) == []


def test_a_possessive_ending_stays_outside_so_that_the_name_can_be_replaced() -> None:
    english = "the NPC's session and the deputies' views"
    assert found("NPC", english) == ["NPC"]
    assert found("deputy", english) == ["deputies"]


@given(st.text(alphabet="abcdeN -'’.,()&", max_size=40), st.text(alphabet="abcdeN -'’.,()&", max_size=12))
def test_places_are_in_order_and_inside_the_text(english: str, form: str) -> None:
    at = 0
    for start, end in places_of(form, english):
        assert at <= start < end <= len(english)
        at = end


@given(
    st.lists(
        st.sampled_from(["national", "supervision", "commission", "party", "plans", "held", "of"]),
        min_size=1,
        max_size=5,
    )
)
def test_a_rendering_is_found_where_it_was_written_as_it_is(words: list[str]) -> None:
    form = " ".join(words)
    assert places_of(form, f"It said: {form}.")


@given(st.text(max_size=60))
def test_words_lie_in_order_in_any_text(text: str) -> None:
    at = 0
    for word in words_of(text):
        assert at <= word.start < word.end <= word.after <= len(text)
        at = word.end
