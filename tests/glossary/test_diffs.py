"""tests: what a file would change in a glossary is said field by field, and only that is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from workbench.glossary.applying import applied
from workbench.glossary.diffs import Difference, Field, compare
from workbench.glossary.importing import Told, entries_of
from workbench.glossary.rows import Table, parse

HEADER = "concept\tzh\ten\tstatus\tdomain\tnote\n"
OWN = parse(
    HEADER
    + "conditions\t国情\tnational conditions\tpreferred\tideology\tplural\n"
    + "conditions\t国情\tnational realities\tadmitted\t\t\n"
    + "livelihood\t民生\tpeople's livelihood\t\tsociety\t\n"
)


def against(
    own: Table, rows: Sequence[Mapping[str, str]], told: Told | None = None, texts: Sequence[str] = ()
) -> Difference:
    told = {} if told is None else told
    placed = [(f"line {number}", row) for number, row in enumerate(rows, 2)]
    return compare(own.rows, entries_of(placed, texts, told))


def test_a_changed_field_a_new_rendering_and_missing_rows_are_each_said() -> None:
    done = against(
        OWN,
        [
            {"zh": "国情", "en": "national conditions", "domain": "politics", "note": "plural"},
            {"zh": "国情", "en": "state of the nation", "domain": "politics", "note": ""},
        ],
    )
    (change,) = done.changed
    assert (change.line, change.place, change.fields) == (
        2,
        "line 2",
        (Field("domain", "ideology", "politics"),),
    )
    (new,) = done.new
    assert (new.concept, new.en, new.opens) == ("conditions", "state of the nation", False)
    assert Field("status", "", "admitted") in new.fields
    assert [row.line for row in done.missing] == [3, 4]


def test_nothing_goes_unasked_neither_rows_nor_cells() -> None:
    rows = [{"zh": "国情", "en": "national conditions", "note": ""}]
    done = against(OWN, rows)
    assert done.emptied == 1
    assert not done.changes(delete_missing=False)
    assert parse(applied(OWN, done)).rows == OWN.rows
    after = parse(applied(OWN, done, delete_missing=True)).rows
    assert [(row.cell("en"), row.cell("note")) for row in after] == [("national conditions", "")]


def test_columns_the_file_does_not_have_stay_as_they_are() -> None:
    done = against(OWN, [{"zh": "国情", "en": "national conditions"}])
    assert (done.changed, done.same) == ([], 1)


def test_a_corrected_spelling_is_a_change_where_the_file_names_concepts() -> None:
    rows = [
        {"concept": "conditions", "zh": "国情", "en": "national conditions"},
        {"concept": "conditions", "zh": "国情", "en": "national reality"},
    ]
    done = against(OWN, rows)
    assert [change.fields for change in done.changed] == [
        (Field("en", "national realities", "national reality"),)
    ]
    assert done.new == []
    unnamed = against(OWN, [{"zh": "国情", "en": "national reality"}])
    assert [change.en for change in unnamed.new] == ["national reality"]


def test_a_concept_that_changes_its_headword_changes_it_on_all_its_rows() -> None:
    rows = [{"concept": "conditions", "zh": "基本国情", "en": "national conditions"}]
    after = parse(applied(OWN, against(OWN, rows))).rows
    assert [row.cell("zh") for row in after] == ["基本国情", "基本国情", "民生"]


@pytest.mark.parametrize("zh", ["國情", "国 情"])
def test_script_and_spaces_do_not_make_a_new_concept(zh: str) -> None:
    done = against(OWN, [{"zh": zh, "en": "national conditions"}])
    assert (done.new, done.changed, done.same) == ([], [], 1)


def test_a_variant_is_the_concept_and_does_not_become_its_headword() -> None:
    own = parse("concept\tzh\tzh_variants\ten\ncongress\t党的二十大\t二十大\tcongress\n")
    done = against(own, [{"zh": "二十大", "en": "congress"}])
    assert (done.changed, done.same) == ([], 1)


def test_of_homographs_the_one_with_that_rendering_is_meant_and_it_is_told() -> None:
    own = parse("concept\tzh\ten\tcontext\nman\t权衡\tQuan Heng\tafter:说\nverb\t权衡\tweigh\tnot-after:说\n")
    done = against(own, [{"zh": "权衡", "en": "weigh"}, {"zh": "权衡", "en": "balance"}])
    assert [change.concept for change in done.new] == ["verb"]
    assert any("several concepts" in message for message in done.told)


def test_a_new_concept_gets_a_readable_id_and_one_preferred_rendering() -> None:
    done = against(OWN, [{"zh": "法治", "en": "rule of law"}, {"zh": "法治", "en": "law-based governance"}])
    after = parse(applied(OWN, done)).rows[-2:]
    assert [(row.concept, row.cell("status"), row.cell("attestation")) for row in after] == [
        ("rule-of-law", "preferred", "proposed"),
        ("rule-of-law", "admitted", "proposed"),
    ]


def test_an_abbreviation_points_at_the_concept_its_long_form_became() -> None:
    rows = [
        {"concept": "c1", "zh": "国情", "en": "national conditions"},
        {"concept": "c2", "zh": "情", "en": "conditions", "abbreviation_of": "c1"},
    ]
    (new,) = against(OWN, rows).new
    assert Field("abbreviation_of", "", "conditions") in new.fields


def test_the_row_that_says_the_concept_hands_it_on_when_it_goes() -> None:
    done = against(
        OWN, [{"zh": "国情", "en": "national realities"}, {"zh": "民生", "en": "people's livelihood"}]
    )
    after = parse(applied(OWN, done, delete_missing=True)).rows
    assert [(row.cell("en"), row.cell("domain")) for row in after] == [
        ("national realities", "ideology"),
        ("people's livelihood", "society"),
    ]


def test_rows_that_are_not_touched_keep_their_very_cells_and_place() -> None:
    done = against(OWN, [{"zh": "民生", "en": "people's lives"}, {"zh": "国情", "en": "x"}])
    after = {row.cell("en"): row.cells for row in parse(applied(OWN, done)).rows}
    for row in OWN.rows:
        assert {column: after[row.cell("en")][column] for column in row.cells} == row.cells
    assert [parse(applied(OWN, done)).rows[at].cell("en") for at in range(5)] == [
        *("national conditions", "national realities", "x", "people's livelihood", "people's lives")
    ]


def test_duplicates_and_contradictions_in_the_file_are_told_and_taken_once() -> None:
    told: Told = {}
    rows = [
        {"zh": "法治", "en": "rule of law", "domain": "law", "note": ""},
        {"zh": "法治", "en": "rule of law", "domain": "law", "note": ""},
        {"zh": "法治", "en": "rule of law", "domain": "politics", "note": "x"},
    ]
    done = against(OWN, rows, told)
    assert len(done.new) == 1
    assert told == {
        "stands twice; taken once": ["line 3"],
        "another domain than the concept's first row; the first was taken": ["line 4"],
        "the same rendering again with other cells; the first was taken": ["line 4"],
    }


def test_an_article_goes_to_its_column_unless_the_glossary_writes_it_so() -> None:
    (new,) = against(OWN, [{"zh": "两会", "en": "the two sessions"}]).new
    assert {Field("en", "", "two sessions"), Field("article", "", "the")} <= set(new.fields)
    (kept,) = against(OWN, [{"zh": "两会", "en": "the two sessions"}], texts=["the two sessions"]).new
    assert kept.en == "the two sessions"


def test_a_glossary_without_the_columns_gets_those_it_needs() -> None:
    own = parse("zh\ten\n国情\tnational conditions\n")
    done = against(own, [{"zh": "国情", "en": "national conditions"}, {"zh": "民生", "en": "livelihood"}])
    after = parse(applied(own, done))
    assert not after.problems
    assert [(row.concept, row.cell("attestation")) for row in after.rows] == [
        ("国情", ""),
        ("livelihood", "proposed"),
    ]
