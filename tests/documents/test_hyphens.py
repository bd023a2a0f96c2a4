"""tests: hyphens at line ends that go, and those that belong to their word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.hyphens import soft_hyphens
from workbench.documents.reading import read_document

BREAKING = ["the develop-", "ment of roads and the govern-", "ment of coun-", "ties"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a plan that is coordi-", "nated by the county"),
        ("the offi-", "cials went from village to village"),
        ("the re-", "building of the bridge"),
        ("the Bei-", "jing plan"),
        ("the road\u00ad", "side"),
    ],
)
def test_a_word_broken_by_the_line_is_whole_again(before: str, after: str) -> None:
    assert len(BREAKING) in soft_hyphens([*BREAKING, before, after, "rebuilding has begun"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("moving non-", "capital functions out"),
        ("a well-", "tended road"),
        ("a state-of-the-", "art bridge"),
        ("the Anglo-", "American firm"),
        ("in 2024-", "25 the road"),
        ("the road -", "and the bridge"),
        ("an e-", "commerce shop"),
        ("the bus-", "stop, where the bus makes its stop"),
        ("a farm-", "gate price, and prices at the farm-gate fell"),
    ],
)
def test_a_word_with_a_hyphen_keeps_it(before: str, after: str) -> None:
    assert len(BREAKING) not in soft_hyphens([*BREAKING, before, after])


def test_where_no_word_is_broken_every_hyphen_stays() -> None:
    assert not soft_hyphens(
        ["work on track-", "laying and on pumped-", "storage plants for bride-", "prices"]
    )


def test_the_hyphen_goes_from_the_text_and_the_places_stay_true() -> None:
    lines = [
        "The county spoke again of the coordi-",
        "nated development of all of the moun-",
        "tains, of moving its few non-capital",
        "functions out of the town, and of non-",
        "capital towns that are coordinated by",
        "the county. The mountains are high, the",
        "road is long, and people walk on it.",
    ]
    (paragraph,) = read_document(None, data="\n".join(lines).encode(), name="a").paragraphs
    assert "the coordinated development of all of the mountains, of" in paragraph.text
    assert "of non-capital towns" in paragraph.text
    for run in paragraph.runs:
        there = lines[run.line - 1][run.column - 1 : run.column - 1 + run.end - run.start]
        assert paragraph.text[run.start : run.end].rstrip() == there


@given(st.lists(st.text(st.sampled_from("ab-A \u00ad1."), min_size=1).map(str.strip).filter(bool)))
def test_only_lines_that_end_in_a_hyphen_are_named(lines: list[str]) -> None:
    assert all(lines[at][-1] in "-\u00ad" and at + 1 < len(lines) for at in soft_hyphens(lines))
