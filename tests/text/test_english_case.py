"""tests/text: case by the rules of headlines, with acronyms and names kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.english_case import Case, next_case, recased


@pytest.mark.parametrize(
    ("text", "case", "after"),
    [
        (
            "building a modern country in all respects",
            Case.TITLE,
            "Building a Modern Country in All Respects",
        ),
        ("up-to-date plans for low-carbon growth", Case.TITLE, "Up-to-Date Plans for Low-Carbon Growth"),
        ("the year 2035: a goal for all", Case.TITLE, "The Year 2035: A Goal for All"),
        ("what we live for", Case.TITLE, "What We Live For"),
        ("THE RIVER AND THE TOWN", Case.TITLE, "The River and the Town"),
        ("Coordinated Development of the Region", Case.LOWER, "coordinated development of the region"),
        ("Coordinated Development of the Region", Case.SENTENCE, "Coordinated development of the region"),
        ("we met Li Chang'an there. he spoke.", Case.SENTENCE, "We met Li Chang'an there. He spoke."),
        ("China’s GDP Grew", Case.LOWER, "China’s GDP grew"),
        ("the CPC's 20th congress", Case.TITLE, "The CPC's 20th Congress"),
        ("⟨1⟩growth⟨/1⟩ of the 1990s", Case.SENTENCE, "⟨1⟩Growth⟨/1⟩ of the 1990s"),
        ("the river", Case.UPPER, "THE RIVER"),
    ],
)
def test_a_text_in_another_case(text: str, case: Case, after: str) -> None:
    assert recased(text, case) == after


def test_the_cases_take_turns_and_give_names_back() -> None:
    first = text = "Xi Jinping visited the river"
    seen = []
    for _ in range(4):
        text, case = next_case(text, first)
        seen.append((case, text))
    assert seen == [
        (Case.TITLE, "Xi Jinping Visited the River"),
        (Case.UPPER, "XI JINPING VISITED THE RIVER"),
        (Case.LOWER, "xi jinping visited the river"),
        (Case.SENTENCE, "Xi Jinping visited the river"),
    ]


@given(st.text(max_size=40), st.sampled_from([Case.LOWER, Case.SENTENCE, Case.TITLE]))
def test_nothing_but_the_case_changes(text: str, case: Case) -> None:
    assert recased(text, case).casefold() == text.casefold()


@given(st.text(max_size=40))
def test_another_press_always_ends(text: str) -> None:
    after, _ = next_case(text)
    assert next_case(after, text)[0].casefold() == text.casefold()
