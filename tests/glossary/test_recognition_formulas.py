"""tests: a numbered formula expands into its members, and each member knows its formulas."""

from __future__ import annotations

from dataclasses import replace

from tests.glossary.glossaries import concept
from workbench.glossary.recognition import Recogniser

POLITICAL, OVERALL = (
    concept("政治意识", id="political"),
    concept("大局意识", variants=("全局意识",), id="overall"),
)
FOUR = replace(concept("四个意识", id="four"), members=("政治意识", "全局意識", "核心意识"))
UPHOLDS = replace(concept("两个维护", id="two"), members=("political", "四个意识"))
RECOGNISER = Recogniser([FOUR, POLITICAL, OVERALL, UPHOLDS])


def test_members_come_in_order_with_their_concepts_where_there_are_such() -> None:
    assert RECOGNISER.members_of(FOUR) == (
        ("政治意识", POLITICAL),
        ("全局意識", OVERALL),
        ("核心意识", None),
    )
    assert RECOGNISER.members_of(POLITICAL) == ()


def test_a_member_named_by_its_id_is_shown_by_its_chinese() -> None:
    assert RECOGNISER.members_of(UPHOLDS) == (("政治意识", POLITICAL), ("四个意识", FOUR))


def test_each_member_knows_the_formulas_that_count_it_however_they_name_it() -> None:
    assert RECOGNISER.formulas_of(POLITICAL) == (FOUR, UPHOLDS)
    assert RECOGNISER.formulas_of(OVERALL) == (FOUR,)
    assert RECOGNISER.formulas_of(FOUR) == (UPHOLDS,)
    assert RECOGNISER.formulas_of(UPHOLDS) == ()


def test_a_formula_is_no_member_of_itself() -> None:
    odd = replace(concept("两会", id="sessions"), members=("两会", "政协"))
    recogniser = Recogniser([odd])
    assert recogniser.members_of(odd) == (("两会", None), ("政协", None))
    assert recogniser.formulas_of(odd) == ()
