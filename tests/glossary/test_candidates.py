"""tests/glossary: what is frequent and new in a document is proposed as a term, and nothing else."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.candidates import LONGEST, Candidate, candidates
from workbench.glossary.candidates_grams import freedom_of, frequent
from workbench.text.fold import fold


def nothing(text: str) -> list[tuple[int, int]]:
    return []


def texts_of(found: list[Candidate]) -> list[str]:
    return [one.text for one in found]


TEXTS = ["山水联城很好", "建山水联城吧", "与山水联城有关", "看山水联城。"]


def test_a_string_is_proposed_whole_and_its_pieces_are_not() -> None:
    found = candidates(TEXTS, nothing)
    assert texts_of(found) == ["山水联城"]
    assert found[0].count == 4
    assert [(place.index, place.start, place.end) for place in found[0].places] == [
        (0, 0, 4),
        (1, 1, 5),
        (2, 1, 5),
        (3, 1, 5),
    ]


def test_a_piece_that_stands_alone_too_is_proposed_after_the_whole() -> None:
    texts = [*TEXTS, "联城乙", "丙联城丁", "戊联城", "己联城庚", "辛联城壬", "癸联城"]
    assert texts_of(candidates(texts, nothing))[:2] == ["山水联城", "联城"]


def test_what_a_term_covers_is_not_proposed_nor_what_crosses_one() -> None:
    def known(text: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("山水联", text)]

    assert texts_of(candidates(TEXTS, known)) == ["山水联城"]

    def whole(text: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("山水联城", text)]

    assert candidates(TEXTS, whole) == []


def test_a_known_term_behind_a_common_verb_is_nothing_new() -> None:
    texts = ["甲推进联城乙", "丙推进联城丁", "戊推进联城己"]

    def known(text: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("联城", text)]

    assert candidates(texts, known) == []
    assert texts_of(candidates([text.replace("推进", "滨海") for text in texts], known)) == ["滨海联城"]


def test_nothing_reaches_over_a_mark_a_figure_or_the_end_of_a_row() -> None:
    texts = ["甲山水，联城乙", "丙山水，联城丁", "戊山水，联城己", "庚山水", "联城辛", "山水3联城"]
    assert sorted(texts_of(candidates(texts, nothing))) == ["山水", "联城"]


def test_function_words_neither_begin_nor_end_a_candidate() -> None:
    texts = ["甲的联城了乙", "丙的联城了丁", "戊的联城了己"]
    assert all(text == "联城" for text in texts_of(candidates(texts, nothing)))


def test_words_of_latin_letters_are_never_parted_nor_proposed_alone() -> None:
    texts = ["甲AI联城乙", "丙AI联城丁", "戊AI联城己", "AI", "用AI做", "AI好"]
    assert texts_of(candidates(texts, nothing)) == ["AI联城"]


def test_scripts_and_spaces_count_as_one_and_places_are_those_of_the_shown_text() -> None:
    found = candidates(["甲聯 城乙", "丙联城丁", "戊联城己"], nothing)
    assert texts_of(found) == ["聯城"]
    assert [(place.start, place.end) for place in found[0].places] == [(1, 4), (1, 3), (1, 3)]


def test_edges_that_cut_words_and_words_that_are_no_news_are_left_out() -> None:
    texts = ["甲山水联城乙", "丙山水联城丁", "戊山水联城己", "山水", "看山水", "山水好"]
    assert "山水" in texts_of(candidates(texts, nothing))
    assert "山水" not in texts_of(candidates(texts, nothing, ordinary={"山水"}))

    def cut(text: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("山水联城.|山水", text)]

    assert texts_of(candidates(texts, nothing, cut=cut)) == ["山水"]


def test_no_more_are_given_than_asked_for_the_best_first() -> None:
    texts = [f"{a}{word}{b}" for word in ("山水联城", "滨海") for a, b in ("甲乙", "丙丁", "戊己", "庚辛")]
    assert texts_of(candidates(texts, nothing, most=1)) == ["山水联城"]
    assert candidates([], nothing) == candidates([""], nothing) == []


def test_freedom_is_none_where_the_neighbour_is_always_the_same_and_full_where_never() -> None:
    of_gram = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
    neighbours = np.array([5, 5, 5, 5, 6, 7, 0, 0, 0])
    assert freedom_of(of_gram, neighbours, np.array([3, 3, 3])).round(6).tolist() == [0, 1, 1]


@given(st.text("ab。", max_size=60), st.integers(2, 4))
def test_frequent_strings_are_those_that_counting_finds(text: str, least: int) -> None:
    codes = np.array([0 if one == "。" else ord(one) for one in text], np.int64)
    free = np.ones(len(text) + 1, np.bool_)
    found = {
        text[places[0] : places[0] + grams.length]: sorted(places)
        for grams in frequent(codes, free[:-1], free, least, 6)
        for at in range(len(grams.counts))
        if (places := grams.places[grams.starts[at] : grams.starts[at + 1]].tolist())
    }
    every: dict[str, list[int]] = {}
    for length in range(2, 7):
        for start in range(len(text) - length + 1):
            if "。" not in (string := text[start : start + length]):
                every.setdefault(string, []).append(start)
    assert found == {string: places for string, places in every.items() if len(places) >= least}


@given(st.lists(st.text("山水联城聯的A，3 \u200b", max_size=20), max_size=8), st.integers(0, 4))
def test_every_place_of_a_candidate_holds_it(texts: list[str], least: int) -> None:
    def known(text: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("水联", text)]

    for one in candidates(texts, known, least):
        assert one.count == len(one.places) == len(set(one.places)) >= 2
        assert one.score > 0
        assert 2 <= len(fold(one.text)) <= LONGEST
        shown = Counter(fold(texts[place.index][place.start : place.end]) for place in one.places)
        assert shown == {fold(one.text): one.count}
