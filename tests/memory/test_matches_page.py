"""tests: what docs/matches.md says of scores is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.memory.test_differences import shown
from tests.memory.test_scoring import plain_distance
from workbench.memory.making import made_match
from workbench.memory.penalties import PenaltyRules
from workbench.model.coded import CodedText
from workbench.model.matches import Match, Query
from workbench.model.memory_units import MemoryUnit
from workbench.text.fold import fold

PAGE = (Path(__file__).parents[2] / "docs" / "matches.md").read_text(encoding="utf-8")


def table(first: str) -> list[list[str]]:
    """The rows of the table whose header begins with these words."""
    _, _, rest = PAGE.partition(f"\n| {first} |")
    assert rest, f"no table begins with {first}"
    lines = rest.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def match(asked: str, unit: str, english: str = "English") -> Match:
    found = MemoryUnit(CodedText(unit), CodedText(english))
    return made_match(Query(CodedText(asked)), found, "page", PenaltyRules())


GOLDEN = table("looked up | in the memory | edits")


def test_there_are_golden_examples_of_every_kind_but_context() -> None:
    assert len(GOLDEN) >= 40
    assert {row[5] for row in GOLDEN} == {"exact", "numbers", "fuzzy"}


@pytest.mark.parametrize(("asked", "unit", "edits", "longer", "score", "kind"), GOLDEN)
def test_golden_scores_are_true(
    asked: str, unit: str, edits: str, longer: str, score: str, kind: str
) -> None:
    found = match(asked, unit)
    assert [str(found.edits), str(found.longer), str(found.similarity), found.kind] == [
        edits,
        longer,
        score,
        kind,
    ]


@pytest.mark.parametrize(("asked", "unit", "edits", "longer", "score", "kind"), GOLDEN)
def test_golden_scores_follow_from_the_formula_by_hand(
    asked: str, unit: str, edits: str, longer: str, score: str, kind: str
) -> None:
    one, other = fold(asked), fold(unit)
    assert (plain_distance(one, other), max(len(one), len(other))) == (int(edits), int(longer))
    if kind != "numbers":
        assert int(score) == 100 * (int(longer) - int(edits)) // int(longer)


@pytest.mark.parametrize(("here", "there", "score"), table("before, after: here"))
def test_context_scores_are_true(here: str, there: str, score: str) -> None:
    known = {"(edge)": "", "(not known)": None}
    ours = [known.get(side, side) for side in here.split(", ")]
    theirs = [known.get(side, side) for side in there.split(", ")]
    unit = MemoryUnit(CodedText("要点二。"), CodedText("Point two."), before=theirs[0], after=theirs[1])
    found = made_match(Query(CodedText("要点二。"), *ours), unit, "page", PenaltyRules())
    assert found.score == int(score)


@pytest.mark.parametrize(
    ("unit", "english", "asked", "offered"),
    table("Chinese in the memory | its English | Chinese here | offered"),
)
def test_numbers_are_put_right_as_the_page_says(unit: str, english: str, asked: str, offered: str) -> None:
    found = match(asked, unit, english)
    assert (found.score, found.proposal.text, found.numbers_right) == (99, offered, True)


@pytest.mark.parametrize(
    ("unit", "english", "asked", "why"),
    table("Chinese in the memory | its English | Chinese here | why it is left alone"),
)
def test_english_is_left_alone_where_the_page_says_so(unit: str, english: str, asked: str, why: str) -> None:
    found = match(asked, unit, english)
    assert (found.score, found.proposal.text, found.numbers_right) == (99, english, False)
    assert why


def test_every_penalty_is_on_the_page_with_its_points() -> None:
    said = {row[0].strip("`"): int(row[1]) for row in table("name | points")}
    rules = PenaltyRules()
    names = ("unreviewed", "script", "aligned", "machine", "codes", "old")
    assert said == {**{name: getattr(rules, name) for name in names}, "memory": 0}
    assert f"`years` is {rules.years}" in PAGE


@pytest.mark.parametrize(("unit", "asked", "pieces"), table("in the memory | looked up | shown"))
def test_differences_are_shown_as_the_page_says(unit: str, asked: str, pieces: str) -> None:
    assert shown(unit, asked) == pieces


def test_the_formula_of_a_match_is_written_as_on_the_page() -> None:
    said = match("要把粮食安全牢牢抓在手上。", "要把能源安全牢牢抓在手上。").formula
    pattern = re.sub(r"\d+", r"\\d+", re.escape("100 × (1 − 2/13) = 84"))
    assert re.fullmatch(pattern, said)
    assert re.search(pattern, PAGE)
