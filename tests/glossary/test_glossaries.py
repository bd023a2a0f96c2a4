"""Several glossaries are one termbase: the earlier ones have the word, and a changed file is seen."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.glossary.fixing import with_fixed
from workbench.glossary.glossaries import Glossaries, combined
from workbench.glossary.table import write_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status

ROLES = Concept(
    "roles",
    "非首都功能",
    (
        Rendering("non-capital functions", note="usual"),
        Rendering("functions nonessential to Beijing", status=Status.ADMITTED),
        Rendering("non-core functions", status=Status.DEPRECATED, note="another thing"),
    ),
    first_mention="functions nonessential to Beijing as the capital",
)
WEIGHING = Concept("weighing", "权衡", (Rendering("weigh"),))
PERSON = Concept("quan-heng", "权衡", (Rendering("Quan Heng"),))


def test_a_concept_changed_in_an_earlier_glossary_replaces_the_later_one() -> None:
    own = replace(ROLES, renderings=(Rendering("noncapital roles"),))
    assert combined([[own], [ROLES, WEIGHING]]) == (own, WEIGHING)


def test_the_same_id_for_another_chinese_replaces_nothing() -> None:
    other = replace(WEIGHING, id="roles")
    assert combined([[other], [ROLES]]) == (other, ROLES)


def test_homographs_stand_beside_one_another() -> None:
    assert combined([[PERSON], [WEIGHING]]) == (PERSON, WEIGHING)


def test_what_was_merged_into_another_concept_is_not_offered_beside_it() -> None:
    whole = replace(WEIGHING, zh_variants=("非首都功能",))
    assert combined([[whole], [ROLES]]) == (whole,)


def test_a_changed_file_is_read_again_and_the_others_are_not(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    write_glossary(first, [ROLES])
    glossaries = Glossaries([first, second])
    assert [concept.id for concept in glossaries.concepts()] == ["roles"]
    assert glossaries.concepts() is glossaries.concepts()
    write_glossary(second, [WEIGHING])
    assert [concept.id for concept in glossaries.concepts()] == ["roles", "weighing"]
    assert [concept.id for concept in glossaries.of(second)] == ["weighing"]


def test_a_fault_in_one_file_is_said_and_what_was_read_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    write_glossary(path, [ROLES])
    glossaries = Glossaries([path])
    glossaries.concepts()
    path.write_text("zh\ten\nragged\n", encoding="utf-8")
    os.utime(path, (1, 1))
    with pytest.raises(WorkbenchError, match=r"a\.tsv:2"):
        glossaries.concepts()
    assert [concept.id for concept in glossaries.of(path)] == ["roles"]
    write_glossary(path, [WEIGHING])
    assert [concept.id for concept in glossaries.concepts()] == ["weighing"]


def test_a_settled_rendering_is_the_only_one_to_use() -> None:
    (fixed, other) = with_fixed([ROLES, WEIGHING], {"非首都功能": "functions nonessential to Beijing"})
    assert fixed.fixed
    assert not other.fixed
    assert [rendering.en for rendering in fixed.usable] == ["functions nonessential to Beijing"]
    assert [rendering.note for rendering in fixed.renderings[1:]] == [
        "this project writes “functions nonessential to Beijing”",
        "another thing",
    ]
    assert fixed.first_mention == ""


def test_a_settled_rendering_in_traditional_characters_is_for_the_same_concept() -> None:
    assert with_fixed([WEIGHING], {"權衡": "weigh up"})[0].id == "weighing"


def test_an_article_that_was_written_with_it_is_kept_apart() -> None:
    (fixed,) = with_fixed([], {"党中央": "the Central Committee"})
    assert (fixed.zh, fixed.usable[0].article, fixed.usable[0].en) == ("党中央", "the", "Central Committee")
    assert fixed.fixed


def test_two_forms_of_one_concept_are_settled_once() -> None:
    one = replace(ROLES, zh_variants=("非首都核心功能",))
    fixed = with_fixed([one], {"非首都功能": "non-capital functions", "非首都核心功能": "other"})
    assert [concept.usable[0].en for concept in fixed] == ["non-capital functions"]
