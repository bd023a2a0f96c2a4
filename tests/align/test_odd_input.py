"""tests: what little, odd or unrelated input does not do to tables, confidence and beads."""

from __future__ import annotations

import time
import warnings

import numpy as np
import pytest
import scipy.sparse as sp

from workbench.align.adaptation import learnt
from workbench.align.engine import align
from workbench.align.pins import gaps_between
from workbench.align.side import side_of
from workbench.align.tables import Tables, dictionary_weights, mixed
from workbench.align.texts import read_texts
from workbench.align.tokens import english_tokens
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, RIVER, sides

PLAN_ZH, PLAN_EN = sides(*PLAN)


def test_without_beads_the_dictionary_stays_as_it_is() -> None:
    side = side_of(["a"], [["a"]], [1])
    one = sp.csr_matrix(np.ones((1, 1)))
    both = mixed(Tables(one, one), learnt(side, side, [], Tables(one, one), 1.0), 0.4)
    assert both.target.sum() == both.source.sum() == 1


@pytest.mark.parametrize(
    ("term", "rendering", "token"),
    [("A股", "mainland-listed shares", "share"), ("5G网络", "fifth-generation network", "network")],
)
def test_terms_that_begin_with_latin_letters_have_their_renderings(
    term: str, rendering: str, token: str, lexicon: Lexicon
) -> None:
    known = lexicon.with_terms([(term, [rendering])])
    texts = read_texts([f"{term}好。"], [f"The {rendering} did well."], known, (), None, None)
    weights = dictionary_weights(texts.all_zh, texts.all_en, known)
    assert weights[texts.zh.vocabulary[term], texts.en.vocabulary[token]] > 0


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("猫在沙发上睡觉。", "The stock market fell 3 percent on Tuesday."),
        ("我国经济稳中向好。", "My grandmother bakes bread every Sunday morning."),
        ("会议于3月5日在北京召开。", "He never liked the taste of tea."),
    ],
)
def test_an_unrelated_pair_is_not_sure(chinese: str, english: str, lexicon: Lexicon) -> None:
    found = align([chinese], [english], lexicon)
    assert all(bead.confidence < 0.7 for bead in found.beads if 0 not in bead.shape)
    related = align([PLAN_ZH[1]], [PLAN_EN[1]], lexicon)
    assert related.beads[0].confidence > 0.9


@pytest.mark.parametrize("article", range(1, 6))
def test_an_english_heading_without_a_partner_is_not_merged(article: int, lexicon: Lexicon) -> None:
    heading = 8 * article
    found = align(PLAN_ZH[:heading] + PLAN_ZH[heading + 1 :], PLAN_EN, lexicon)
    (bead,) = (bead for bead in found.beads if heading in bead.target)
    assert bead.shape == (0, 1)


def test_no_large_bead_that_is_hardly_likely_is_told(lexicon: Lexicon) -> None:
    """The source pasted on both sides; the same line again and again."""
    line = "我们要坚持改革开放。"
    found = align([line] * 6, [line] * 6, lexicon)
    assert all(bead.confidence > 0.05 or max(bead.shape) <= 2 for bead in found.beads)


@pytest.mark.parametrize("blank", ["\u3000", "\n", "\t", "\u00a0", "\r\n"])
def test_blanks_behind_a_sentence_do_not_make_it_a_heading(blank: str) -> None:
    assert not side_of([f"今天很好。{blank}"], [["今天"]], [5]).open.any()


@pytest.mark.parametrize(("chinese", "english"), [([], []), (["好。"], []), ([], ["Good."])])
def test_an_empty_side_warns_of_nothing(chinese: list[str], english: list[str], lexicon: Lexicon) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = align(chinese, english, lexicon)
    assert len(found.beads) == len(chinese) + len(english)


def test_a_long_list_of_ranks_is_read_in_time() -> None:
    started = time.perf_counter()
    english_tokens("1st " * 2500)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("source", "target"), [([0] * 7, [0] * 8), ([0] * 8, [0] * 9), ([0] * 8, None), (None, [0] * 8)]
)
def test_paragraph_numbers_that_do_not_fit_are_refused_by_name(
    source: list[int] | None, target: list[int] | None, lexicon: Lexicon
) -> None:
    with pytest.raises(ValueError, match="paragraph"):
        align(*sides(RIVER), lexicon, source_paragraphs=source, target_paragraphs=target)


@pytest.mark.parametrize(
    "pin", [Bead(range(2, 2), range(2, 2)), Bead(range(3, 2), range(2, 4)), Bead(range(1, 5, 2), range(1, 2))]
)
def test_pins_that_are_no_beads_are_refused(pin: Bead) -> None:
    with pytest.raises(ValueError, match="pinned bead"):
        gaps_between([pin], 5, 5)
