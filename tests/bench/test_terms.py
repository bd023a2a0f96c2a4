"""bench: what the term benchmark compares finds the same places, and its text holds terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("ahocorasick")

from report import Figures
from terms import misses
from terms_corpus import rows, stretches, termbase
from terms_engines import MAKERS, OURS, PYAHOCORASICK, REGEX
from workbench.glossary.recognition import Recogniser
from workbench.model.terms import Concept

FORMS = st.lists(st.text(alphabet="甲乙丙丁", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


@given(FORMS, st.text(alphabet="甲乙丙丁戊", max_size=40))
def test_all_engines_find_the_same_places_and_a_regex_some_of_them(forms: list[str], text: str) -> None:
    places = {name: set(make(forms)(text)) for name, make in MAKERS.items()}
    alternation = places.pop(REGEX)
    assert len(set(map(frozenset, places.values()))) == 1
    assert alternation <= places[OURS]
    assert bool(alternation) is bool(places[OURS])


def test_the_termbase_has_as_many_forms_as_asked_and_stands_in_the_text() -> None:
    concepts = termbase(6_000)
    recogniser = Recogniser(concepts)
    assert len(recogniser) >= 5_900  # some variants fold to one form
    assert concepts == termbase(6_000)
    texts = stretches(1_000, 4)
    assert [len(text) for text in texts] == [1_000] * 4
    assert all(any(not made_up(hit.concept) for hit in recogniser.hits(text)) for text in texts)


def made_up(concept: Concept) -> bool:
    return concept.id.startswith("made-up-")


def test_rows_are_as_many_as_asked_and_in_order() -> None:
    segments = rows(1_200)
    assert [segment.id for segment in segments] == list(range(1, 1_201))
    assert sorted(segment.rank for segment in segments) == [segment.rank for segment in segments]


def test_a_missed_bar_is_told_and_wrong_places_always() -> None:
    whole = {"folding, places, contexts, hits": Figures(0.3, 0.4, 9), "folding alone": Figures(0.01, 0.02, 9)}
    places = {OURS: Figures(0.1, 0.1, 9), PYAHOCORASICK: Figures(0.3, 0.3, 9), REGEX: Figures(90, 90, 9)}
    missed = misses(places, whole, {"change_p95": 1.0}, ["not right: x"])
    assert missed[0] == "not right: x"
    assert [line.split(":")[0].split(" takes")[0] for line in missed[1:]] == [
        "folding, places, contexts, hits",
        PYAHOCORASICK,
    ]
