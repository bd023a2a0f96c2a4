"""tests: whatever is given to the aligner comes back, every sentence in exactly one bead."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import workbench.align.engine
import workbench.align.pieces
import workbench.align.second
from workbench.align.engine import Aligner, Alignment, align
from workbench.align.steps import Step
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, sides

PLAN_ZH, PLAN_EN = sides(*PLAN)
CHINESE = st.sampled_from(PLAN_ZH) | st.text("一二三十百万亿的人民不，。：；“”《》 aB3.%", max_size=25)
ENGLISH = st.sampled_from(PLAN_EN) | st.text("aeiou nrst THE'-.,;:\"12345%$ ", max_size=50)
ANYTHING = st.text(max_size=30) | st.sampled_from(
    ["", " ", "　", "。", "...", "\n", "\ud800", "٣٤", "½", "🙂"]
)


def assert_whole(found: Alignment, sources: int, targets: int) -> None:
    """Every sentence once, confidences between 0 and 1, beads no larger than five on a side."""
    assert sorted(at for bead in found.beads for at in bead.source) == list(range(sources))
    assert sorted(at for bead in found.beads for at in bead.target) == list(range(targets))
    for bead in found.beads:
        assert bead.source.step == bead.target.step == 1
        assert max(bead.shape) <= 5 or bead.pinned
        assert not math.isnan(bead.confidence)
        assert 0 <= bead.confidence <= 1


def assert_in_order(found: Alignment) -> None:
    """Nothing crosses where nothing has moved."""
    if not found.moved:
        z = e = 0
        for bead in found.beads:
            assert (bead.source.start, bead.target.start) == (z, e)
            z, e = bead.source.stop, bead.target.stop


@settings(max_examples=120)
@given(st.lists(CHINESE | ANYTHING, max_size=12), st.lists(ENGLISH | ANYTHING, max_size=12))
def test_any_sentences_come_back_once_and_in_order(
    lexicon: Lexicon, chinese: list[str], english: list[str]
) -> None:
    found = align(chinese, english, lexicon)
    assert_whole(found, len(chinese), len(english))
    assert_in_order(found)


@settings(max_examples=40)
@given(
    st.lists(CHINESE, min_size=1, max_size=12),
    st.lists(ENGLISH, min_size=1, max_size=12),
    st.lists(st.tuples(CHINESE | ANYTHING, ENGLISH | ANYTHING), max_size=4),
    st.data(),
)
def test_so_they_do_with_a_memory_and_any_paragraphs(
    lexicon: Lexicon,
    chinese: list[str],
    english: list[str],
    memory: list[tuple[str, str]],
    data: st.DataObject,
) -> None:
    numbers = st.integers(-1, 4)
    found = align(
        chinese,
        english,
        lexicon,
        memory=memory,
        source_paragraphs=data.draw(st.lists(numbers, min_size=len(chinese), max_size=len(chinese))),
        target_paragraphs=data.draw(st.lists(numbers, min_size=len(english), max_size=len(english))),
    )
    assert_whole(found, len(chinese), len(english))
    assert_in_order(found)


ONE_ZH, ONE_EN = PLAN_ZH[1], PLAN_EN[1]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ([], []),
        ([], PLAN_EN),
        (PLAN_ZH, []),
        ([""], [""]),
        (["", "", ""], [""]),
        ([ONE_ZH], [ONE_EN]),
        ([ONE_ZH], PLAN_EN * 4),  # 1 × 192
        (PLAN_ZH * 4, [ONE_EN]),
        ([ONE_ZH], [ONE_EN] * 200),
        ([ONE_ZH] * 200, [ONE_EN]),
        ([ONE_ZH] * 40, [ONE_EN] * 40),
        (PLAN_ZH, PLAN_ZH),  # the source was pasted on both sides
        (PLAN_EN, PLAN_EN),
        (PLAN_EN, PLAN_ZH),  # the sides were exchanged
        (["。", "！", "……", "——"], [".", "!", "...", "-"]),
        (["".join(PLAN_ZH) * 8], [" ".join(PLAN_EN) * 8]),  # a sentence of ten thousand characters
        (["的" * 5000, ONE_ZH], [ONE_EN, "1" * 5000]),
        (PLAN_ZH, ["Hm."] * 300),
    ],
)
def test_odd_documents_come_back_whole(chinese: list[str], english: list[str], lexicon: Lexicon) -> None:
    found = align(chinese, english, lexicon)
    assert_whole(found, len(chinese), len(english))
    assert_in_order(found)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.permutations(range(6)),
    st.sets(st.integers(0, 47), max_size=20),
    st.sets(st.integers(0, 47), max_size=20),
)
def test_articles_in_any_order_and_with_gaps_come_back_whole(
    lexicon: Lexicon, order: list[int], without_zh: set[int], without_en: set[int]
) -> None:
    chinese = [text for at, text in enumerate(PLAN_ZH) if at not in without_zh]
    shuffled = sides(*(PLAN[at] for at in order))[1]
    english = [text for at, text in enumerate(shuffled) if at not in without_en]
    found = align(chinese, english, lexicon)
    assert_whole(found, len(chinese), len(english))
    assert_in_order(found)
    for one in found.moved:
        assert range(len(chinese))[one.source.start : one.source.stop] == one.source
        assert range(len(english))[one.target.start : one.target.stop] == one.target


def test_a_text_that_is_cut_into_pieces_is_aligned_as_a_whole_one(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    chinese, english = PLAN_ZH * 2, PLAN_EN[:20] + PLAN_EN[23:] + PLAN_EN
    whole = [(bead.source, bead.target) for bead in align(chinese, english, lexicon).beads]
    monkeypatch.setattr(workbench.align.pieces, "_ROWS", 20)
    monkeypatch.setattr(workbench.align.pieces, "_AROUND", 5)
    in_pieces = align(chinese, english, lexicon)
    assert_whole(in_pieces, 96, 93)
    same = {(bead.source, bead.target) for bead in in_pieces.beads} & set(whole)
    assert len(same) >= 0.95 * len(whole)


def test_a_text_searched_along_its_anchors_is_aligned_as_one_that_is_searched_all(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    chinese, english = PLAN_ZH, PLAN_EN[:10] + PLAN_EN[34:]
    whole = [(bead.source, bead.target) for bead in align(chinese, english, lexicon).beads]
    monkeypatch.setattr(workbench.align.engine, "_FULL_BELOW", 0)
    monkeypatch.setattr(workbench.align.engine, "_REACH", 2)  # too narrow: it must widen
    along = align(chinese, english, lexicon)
    assert_whole(along, 48, 24)
    assert [(bead.source, bead.target) for bead in along.beads] == whole


def test_anchors_that_mislead_are_overcome(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path runs along the corridor's edge, and is looked for in a wider one."""
    monkeypatch.setattr(workbench.align.engine, "_FULL_BELOW", 0)
    monkeypatch.setattr(workbench.align.engine, "_REACH", 2)
    monkeypatch.setattr(workbench.align.engine, "anchors", lambda *_: [(k, k // 2, 1.0) for k in range(48)])
    monkeypatch.setattr(workbench.align.second, "_WIDEST", 10)  # the second run shall not mend it
    found = align(PLAN_ZH, PLAN_EN, lexicon)
    assert [(bead.source, bead.target) for bead in found.beads] == [
        (range(at, at + 1), range(at, at + 1)) for at in range(48)
    ]


def test_a_first_run_that_went_astray_is_mended_by_the_second(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def astray(*_: object) -> list[Step]:
        path: list[Step] = [(0, 0, at, at + 1) for at in range(18)]
        path += [(at, at + 1, at + 18, at + 19) for at in range(30)]
        return path + [(at, at + 1, 48, 48) for at in range(30, 48)]

    monkeypatch.setattr(workbench.align.engine, "best_path", astray)
    found = align(PLAN_ZH, PLAN_EN, lexicon)
    assert found.moved == ()
    assert sum(bead.source == bead.target for bead in found.beads) >= 45


@pytest.mark.parametrize("target", [range(9, 10), range(10, 12), range(8, 8)])
def test_pins_come_back_untouched_and_nothing_crosses_them(target: range, lexicon: Lexicon) -> None:
    """Also where they are wrong: the translator has the last word."""
    pins = [Bead(range(8, 9), target, 0.25, pinned=True), Bead(range(11, 13), range(13, 14), pinned=True)]
    aligner = Aligner(PLAN_ZH[:16], PLAN_EN[:16], lexicon)
    for _ in range(2):  # the second time with what the first has taught
        found = aligner.align(pins)
        assert_whole(found, 16, 16)
        assert_in_order(found)
        assert [bead for bead in found.beads if bead.pinned] == pins


def test_what_was_found_can_be_pinned_as_it_is(lexicon: Lexicon) -> None:
    english = PLAN_EN[:10] + PLAN_EN[13:20] + ["Nobody had expected it."] + PLAN_EN[20:]
    aligner = Aligner(PLAN_ZH, english, lexicon)
    beads = aligner.align().beads
    assert aligner.align(beads).beads == beads
    for every in (2, 3, 5):
        again = aligner.align(beads[::every])
        assert_whole(again, len(PLAN_ZH), len(english))
        assert set(beads[::every]) <= set(again.beads)
