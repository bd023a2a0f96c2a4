"""tests/tui: a concept is told whole at every width, and its fields come back as they went in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind
from workbench.project.concept_draft import (
    Wrong,
    cells_of_concept,
    cells_of_rendering,
    concept_with,
    new_concept,
    rendering_with,
    wrong_with,
)
from workbench.text.width import cell_width
from workbench.tui.screens.concept_details import Kin, details

_WORDS = st.text("abc 功能；:", max_size=12).map(lambda text: " ".join(text.split()))
_NAMES = st.text("甲乙丙功能", min_size=1, max_size=4)
_YEARS = st.one_of(st.none(), st.integers(1949, 2030))
_RENDERINGS = st.builds(
    Rendering,
    en=st.sampled_from(["function", "The Governance of China", "theory of it"]),
    article=st.sampled_from(["", "the", "an"]),
    short_form=_WORDS,
    status=st.sampled_from(Status),
    attestation=st.sampled_from(Attestation),
    register=_WORDS,
    authority=_WORDS,
    year_from=_YEARS,
    year_to=_YEARS,
    source_url=_WORDS,
    checked_on=_WORDS,
    pos=_WORDS,
    valency=_WORDS,
    note=_WORDS,
)
_CONCEPTS = st.builds(
    Concept,
    id=st.just("here"),
    zh=_NAMES,
    renderings=st.lists(_RENDERINGS, min_size=1, max_size=3).map(tuple),
    zh_variants=st.lists(_NAMES, max_size=3, unique=True).map(tuple),
    pinyin=_WORDS,
    kind=st.sampled_from(TermKind),
    domain=_WORDS,
    members=st.lists(_NAMES, max_size=3, unique=True).map(tuple),
    abbreviation_of=st.sampled_from(["", "there", "unknown"]),
    first_mention=_WORDS,
    context=_WORDS,
    risk=_WORDS,
)
_THERE = Concept("there", "丁全称", (Rendering("whole"),))


@given(_CONCEPTS)
def test_a_concept_comes_out_of_its_form_as_it_went_in(concept: Concept) -> None:
    known = (concept, _THERE)
    cells = cells_of_concept(concept, known)
    assert concept_with(concept, cells, concept.kind, concept.renderings, known) == concept


@given(_RENDERINGS)
def test_a_rendering_comes_out_of_its_form_as_it_went_in(rendering: Rendering) -> None:
    cells = cells_of_rendering(rendering)
    assert rendering_with(cells, rendering.article, rendering.status, rendering.attestation) == rendering


@given(_CONCEPTS, st.integers(12, 120))
def test_no_line_of_a_concept_is_wider_than_its_pane_and_every_rendering_is_there(
    concept: Concept, width: int
) -> None:
    lines = details(concept, Kin(members=(("甲", "first"),)), "of policy", width)
    assert all(cell_width(line.plain) <= max(width, 20) for line in lines)
    text = "".join(line.plain.replace(" ", "") for line in lines)
    assert all(one.en.replace(" ", "") in text for one in concept.renderings)


def test_what_is_not_to_be_used_is_struck_and_says_so_in_words_with_its_reason() -> None:
    wrong = Rendering("core functions", status=Status.DEPRECATED, note="names the opposite")
    concept = Concept("c", "非首都功能", (Rendering("non-capital functions"), wrong))
    lines = details(concept, Kin(), "of policy", 80)
    at = next(at for at, line in enumerate(lines) if "core functions" in line.plain)
    assert lines[at].plain.startswith("not ")
    assert any(span.style == "strike" for span in lines[at].spans)
    assert lines[at + 1].plain.strip() == "names the opposite"


def test_lists_may_be_parted_by_full_width_bars_and_the_whole_named_by_its_chinese() -> None:
    cells = cells_of_concept(new_concept("甲功能"), ()) | {
        "zh_variants": "乙功能｜丙功能 | ",
        "abbreviation_of": "丁全稱",
    }
    made = concept_with(new_concept(), cells, TermKind.TERM, (Rendering("function A"),), (_THERE,))
    assert made.zh_variants == ("乙功能", "丙功能")
    assert made.abbreviation_of == "there"
    assert made.id == "function-a"


def test_an_article_before_the_english_goes_to_its_own_field() -> None:
    cells = cells_of_rendering(Rendering("the State Council"))
    made = rendering_with(cells, "", Status.PREFERRED, Attestation.OFFICIAL)
    assert isinstance(made, Rendering) and (made.article, made.en) == ("the", "State Council")


@pytest.mark.parametrize(
    ("change", "field", "rendering"),
    [
        ({"zh": ""}, "zh", None),
        ({"renderings": ()}, "renderings", None),
        ({"context": "beside:甲"}, "context", None),
        ({"pinyin": "jiǎ"}, "pinyin", None),
        ({"kind": TermKind.FORMULA, "zh": "四个功能", "pinyin": ""}, "members", None),
        ({"renderings": (Rendering("a", status=Status.ADMITTED),)}, "status", 0),
        ({"renderings": (Rendering("a"), Rendering("b", status=Status.DEPRECATED))}, "note", 1),
        ({"renderings": (Rendering("a", attestation=Attestation.OFFICIAL),)}, "authority", 0),
    ],
)
def test_each_fault_names_its_field_and_rendering(
    change: dict[str, object], field: str, rendering: int | None
) -> None:
    sound = Concept("c", "甲功能", (Rendering("function A"),), pinyin="jiǎ gōng néng")
    assert wrong_with(sound, ()) is None
    wrong = wrong_with(replace(sound, **change), ())  # type: ignore[arg-type]
    assert isinstance(wrong, Wrong)
    assert (wrong.field, wrong.rendering) == (field, rendering)
    assert wrong.why.endswith(".") and "`" not in wrong.why
