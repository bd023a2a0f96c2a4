"""tests: terms go out in every form and come back; a difference says all that a file would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.exchange.concepts import TERMBASES
from workbench.exchange.term_sheets_cells import spoilt_as
from workbench.glossary.bundled import policy_path
from workbench.glossary.table import as_tsv, cells_of, read_glossary, write_glossary
from workbench.model.terms import Concept
from workbench.project.glossary_export import FORMS, TermForm, export_terms
from workbench.project.glossary_files import compare_file


def exported(
    folder: Path, concepts: Sequence[Concept], form: TermForm, style: Literal["dca", "dct"] = "dca"
) -> Path:
    path = folder / f"out.{form}"
    body = export_terms(concepts, form, style=style).body
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return path


def plain(concepts: Sequence[Concept]) -> list[Concept]:
    """Without the name of the termbase, in an order of their own."""
    return sorted((replace(one, glossary="") for one in concepts), key=lambda one: one.id)


def as_file(concepts: Sequence[Concept]) -> list[Concept]:
    """Concepts as a glossary file can hold them: no two with one headword, no rendering twice, no quoting."""
    heads = [one.zh for one in concepts]
    assume(len(set(heads)) == len(heads))
    for concept in concepts:
        keys = [
            (one.en.casefold(), one.register.casefold(), one.year_from, one.year_to)
            for one in concept.renderings
        ]
        assume(len(set(keys)) == len(keys))
    assume('"' not in as_tsv(concepts))
    assume(not any(spoilt_as(cell) for row in cells_of(concepts) for cell in row))
    assume(not any(one.id != one.zh and one.id in heads for one in concepts))
    return list(concepts)


QUIET = settings(max_examples=15, suppress_health_check=list(HealthCheck))


@given(TERMBASES, st.sampled_from(FORMS), st.sampled_from(["dca", "dct"]))
@QUIET
def test_what_goes_out_comes_back_whole_in_every_form(
    tmp_path: Path, concepts: list[Concept], form: TermForm, style: Literal["dca", "dct"]
) -> None:
    concepts = as_file(concepts)
    target = tmp_path / "new.tsv"
    target.unlink(missing_ok=True)
    compare_file(exported(tmp_path, concepts, form, style), target).apply()
    assert plain(read_glossary(target).concepts) == plain(concepts)


@given(TERMBASES, st.sampled_from(FORMS))
@QUIET
def test_a_file_of_what_the_glossary_has_changes_nothing(
    tmp_path: Path, concepts: list[Concept], form: TermForm
) -> None:
    concepts = as_file(concepts)
    target = tmp_path / "own.tsv"
    write_glossary(target, concepts)
    difference = compare_file(exported(tmp_path, concepts, form), target).difference
    assert not difference.changes(delete_missing=True)
    assert difference.same == sum(len(one.renderings) for one in concepts)


def edited(concept: Concept, edit: str) -> list[Concept]:
    """What a person may do to a concept in a spreadsheet."""
    first = concept.renderings[0]
    further = replace(first, en=f"{first.en} further", note="new")
    edits = {
        "same": [concept],
        "dropped": [],
        "renamed": [replace(concept, zh=f"{concept.zh}改", pinyin="", domain="new")],
        "corrected": [
            replace(concept, renderings=(replace(first, en=f"{first.en}x"), *concept.renderings[1:]))
        ],
        "shorter": [replace(concept, renderings=concept.renderings[1:] or concept.renderings)],
        "longer": [replace(concept, renderings=(*concept.renderings, further), members=())],
        "added": [concept, replace(concept, id=f"{concept.id}-2", zh=f"{concept.zh}二")],
    }
    return edits[edit]


EDITS = st.lists(
    st.sampled_from(["same", "dropped", "renamed", "corrected", "shorter", "longer", "added"]),
    min_size=4,
    max_size=4,
)


@given(TERMBASES, EDITS, st.sampled_from(FORMS))
@QUIET
def test_with_deleting_the_glossary_becomes_the_file_and_without_it_every_row_stays(
    tmp_path: Path, before: list[Concept], edits: list[str], form: TermForm
) -> None:
    before = as_file(before)
    after = [one for concept, edit in zip(before, edits, strict=False) for one in edited(concept, edit)]
    assume(after)
    after = as_file(after)
    target = tmp_path / "own.tsv"
    write_glossary(target, before)
    source = exported(tmp_path, after, form)
    compare_file(source, target).apply(delete_missing=True)
    assert contents(read_glossary(target).concepts) == contents(after)
    write_glossary(target, before)
    compare_file(source, target).apply()
    kept = {one.id: one for one in read_glossary(target).concepts}
    assert set(kept) == {one.id for one in (*before, *after)}
    for old in before:
        assert len(kept[old.id].renderings) >= len(old.renderings)


def contents(concepts: Sequence[Concept]) -> list[Concept]:
    """Without the order of renderings, which a glossary keeps as it had them."""
    return [replace(one, renderings=tuple(sorted(one.renderings, key=repr))) for one in plain(concepts)]


@pytest.mark.parametrize("form", FORMS)
def test_the_bundled_glossary_goes_through_every_form_unchanged(tmp_path: Path, form: TermForm) -> None:
    concepts = read_glossary(policy_path()).concepts
    done = compare_file(exported(tmp_path, concepts, form), policy_path())
    assert not done.difference.changes(delete_missing=True)
    assert done.difference.same == sum(len(one.renderings) for one in concepts)
