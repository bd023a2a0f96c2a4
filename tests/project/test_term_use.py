"""tests/project: where a concept is used, and how it was rendered there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.recognition import Recogniser
from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Segment, State
from workbench.model.terms import Concept, Rendering, Status
from workbench.project.term_use import TermUse, rendered_counts, uses_of

PREFERRED = Rendering("pilot zone", short_form="zone")
AVOIDED = Rendering("test field", status=Status.DEPRECATED)
CONCEPT = Concept("pilot-zone", "试点区", (PREFERRED, AVOIDED), zh_variants=("试验区",))
LONGER = Concept("free-zone", "自贸试点区", (Rendering("free trade pilot zone"),))
RECOGNISER = Recogniser((CONCEPT, LONGER))


def rows(*texts: tuple[str, str]) -> Iterator[tuple[int, Segment]]:
    for number, (source, english) in enumerate(texts, 1):
        state = State.DRAFT if english else State.UNTRANSLATED
        yield (
            number,
            Segment(
                100 + number, number, 1, source=CodedText(source), target=CodedText(english), state=state
            ),
        )


def rendered(source: str, english: str) -> list[tuple[str, str, str]]:
    """Chinese, English as it stands, and rendering of the termbase, place by place."""
    return [shown(use, source, english) for use in uses_of(CONCEPT, rows((source, english)), RECOGNISER)]


def shown(use: TermUse, source: str, english: str) -> tuple[str, str, str]:
    found = english[slice(*use.target_span)] if use.target_span else ""
    return source[slice(*use.source_span)], found, use.rendering


def test_each_place_is_told_with_the_form_it_was_rendered_in() -> None:
    found = list(uses_of(CONCEPT, rows(("建设试点区", "Build pilot zones."), ("无", "None")), RECOGNISER))
    assert found == [TermUse(101, 1, (2, 5), (6, 17), "pilot zone", PREFERRED, State.DRAFT)]


def test_variants_avoided_renderings_and_short_forms_are_told() -> None:
    assert rendered("试验区和试点区", "A test field and a zone") == [
        ("试验区", "test field", "test field"),
        ("试点区", "zone", "zone"),
    ]
    found = list(uses_of(CONCEPT, rows(("试验区", "test field")), RECOGNISER))
    assert found[0].known == AVOIDED


def test_where_nothing_is_found_or_nothing_written_there_is_no_place() -> None:
    first, second = uses_of(CONCEPT, rows(("试点区", "It"), ("试点区", "")), RECOGNISER)
    assert (first.target_span, first.rendering, first.known, first.state) == (None, "", None, State.DRAFT)
    assert (second.target_span, second.state) == (None, State.UNTRANSLATED)


def test_of_two_places_the_nearer_one_has_the_only_rendering() -> None:
    rest = "，其他的话还有很多很多很多很多"
    early = rendered(
        f"试点区{rest}试点区{rest}", "The pilot zone was built, and much more was said of it then."
    )
    late = rendered(f"试点区{rest}试点区", "It was built, and much more was said of what is the pilot zone.")
    assert [english for _, english, _ in early] == ["pilot zone", ""]
    assert [english for _, english, _ in late] == ["", "pilot zone"]


def test_a_place_inside_a_longer_term_names_that_one() -> None:
    (use,) = uses_of(CONCEPT, rows(("自贸试点区", "free trade pilot zone")), RECOGNISER)
    assert (use.source_span, use.inside, use.target_span) == ((2, 5), "自贸试点区", (11, 21))


def test_script_and_spaces_hide_nothing_and_ignored_rows_are_passed_over() -> None:
    assert rendered("在試 點區", "in the pilot zone") == [("試 點區", "pilot zone", "pilot zone")]
    ignored = Segment(1, 1, 1, kind=Kind.IGNORED, source=CodedText("试点区"))
    assert list(uses_of(CONCEPT, [(1, ignored)], RECOGNISER)) == []


def test_the_counts_say_how_it_was_rendered_the_commonest_first() -> None:
    texts = rows(
        ("试点区", "a pilot zone"),
        ("试点区", "Pilot zones"),
        ("试点区", "it"),
        ("试点区", ""),
        ("试验区", "zone"),
    )
    assert rendered_counts(uses_of(CONCEPT, texts, RECOGNISER)) == [("pilot zone", 2), ("", 1), ("zone", 1)]


@given(
    st.lists(st.sampled_from(["试点区", "甲乙", "，"])),
    st.lists(st.sampled_from(["pilot zones", "a b", "."])),
)
def test_renderings_are_given_once_and_in_order(chinese: Sequence[str], english: Sequence[str]) -> None:
    source, target = "".join(chinese), " ".join(english)
    uses = list(uses_of(CONCEPT, rows((source, target)), RECOGNISER))
    assert [source[slice(*use.source_span)] for use in uses] == ["试点区"] * chinese.count("试点区")
    spans = [use.target_span for use in uses if use.target_span]
    assert spans == sorted(set(spans))
    assert len(spans) == min(chinese.count("试点区"), english.count("pilot zones"))
    assert all(target[start:end] == "pilot zones" for start, end in spans)
