from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.insertion import missing_part

PROPOSAL = "The committee pointed out that reform must be deepened (in full), and quickly."


def inserted(target: str, proposal: str, caret: int | None = None) -> str:
    text = target
    for start, end, new in reversed(missing_part(target, proposal, len(target) if caret is None else caret)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "The",
        "The comm",
        "The committee ",
        "the Committee pointed",
        "reform must be deepened.",
        "must be in full, quickly",
        PROPOSAL,
    ],
)
def test_words_of_the_proposal_alone_are_completed_to_it(typed: str) -> None:
    text = inserted(typed, PROPOSAL)
    assert re.findall(r"\w+|[^\w\s]", text.lower()) == re.findall(r"\w+|[^\w\s]", PROPOSAL.lower())
    assert "  " not in text
    assert " ," not in text


def test_what_is_there_in_full_gets_nothing() -> None:
    assert missing_part(PROPOSAL, PROPOSAL, 5) == []
    assert missing_part("Reform.", "", 7) == []


def test_a_gap_at_the_caret_is_filled_there() -> None:
    assert missing_part("The  quickly.", PROPOSAL, 4) == [(4, 4, PROPOSAL[4:-9])]


def test_a_word_begun_behind_words_of_ones_own_is_completed() -> None:
    assert inserted("The committee has poi", PROPOSAL) == (
        "The committee has pointed out that reform must be deepened (in full), and quickly."
    )


def test_words_chosen_in_place_of_others_stand_for_them() -> None:
    typed = "Beijing stressed that reform must be deepened."
    assert inserted(typed, "China said that reform must be deepened at once.") == (
        "Beijing stressed that reform must be deepened at once."
    )


words = st.lists(
    st.sampled_from(re.findall(r"\S+", "the a reform must be Deepened The ( ) , . said poi pointed ’s"))
).map(" ".join) | st.text(max_size=20)


@given(words, words, st.integers(-2, 60))
def test_every_typed_word_stays(typed: str, proposal: str, caret: int) -> None:
    at = 0
    for start, end, text in missing_part(typed, proposal, caret):
        assert at <= start == end <= len(typed)
        assert text
        at = start


@given(words, st.integers(0, 40))
def test_a_typed_beginning_is_always_completed_to_the_proposal(proposal: str, length: int) -> None:
    typed = proposal[:length]
    if typed.strip():
        assert inserted(typed, proposal) == proposal
