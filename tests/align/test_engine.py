"""tests: what the aligner makes of texts that translators meet."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from align_gold import read_set, without
from workbench.align.engine import Aligner, Alignment, align
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, RIVER, sides

PLAN_ZH, PLAN_EN = sides(*PLAN)
Links = list[tuple[list[int], list[int]]]


def links(found: Alignment) -> Links:
    return [(list(bead.source), list(bead.target)) for bead in found.beads]


def one_to_one(count: int) -> Links:
    return [([at], [at]) for at in range(count)]


def test_a_plan_and_its_translation_are_aligned_sentence_by_sentence(lexicon: Lexicon) -> None:
    found = align(PLAN_ZH, PLAN_EN, lexicon)
    assert links(found) == one_to_one(48)
    assert min(bead.confidence for bead in found.beads) > 0.8


def test_traditional_chinese_is_aligned_as_simplified(lexicon: Lexicon) -> None:
    chinese = [
        "清溪河全長八十八公里，流經九個鄉鎮。",
        "五年前，河水是黑的，岸邊沒有人願意住。",
        "白鷺也回來了。",
    ]
    english = [RIVER[1][1], "The egrets have come back too."]
    assert links(align(chinese, english, lexicon)) == [([0], [0]), ([1], []), ([2], [1])]


def test_a_sentence_that_became_two_and_two_that_became_one(lexicon: Lexicon) -> None:
    chinese = [*PLAN_ZH[25:28], "橘子下山快了。", "烂在路上的少了。", *PLAN_ZH[37:39]]
    english = [
        PLAN_EN[25],
        "The wheat was hit by a cold spell in late spring.",
        "The autumn grain made up for the loss.",
        PLAN_EN[27],
        PLAN_EN[36],
        *PLAN_EN[37:39],
    ]
    assert links(align(chinese, english, lexicon)) == [
        ([0], [0]), ([1], [1, 2]), ([2], [3]), ([3, 4], [4]), ([5], [5]), ([6], [6]),
    ]  # fmt: skip


@pytest.mark.parametrize("side", ["source", "target"])
@pytest.mark.parametrize("start", [0, 40, 100])
def test_a_missing_block_does_not_drag_the_rest_along(side: str, start: int, lexicon: Lexicon) -> None:
    """Thirty sentences are gone from one side; the rest is aligned as well as where all is there."""
    for document in read_set("dev"):
        text = without(document, **{side: range(start, start + 30)})
        found = {(bead.source, bead.target) for bead in align(text.source, text.target, lexicon).beads}
        paired = [bead for bead in text.gold if bead.source and bead.target]
        right = sum((bead.source, bead.target) in found for bead in paired)
        assert right >= 0.92 * len(paired)
        alone = {tuple(bead.source) or tuple(bead.target) for bead in text.gold if 0 in bead.shape}
        told_alone = {tuple(source) or tuple(target) for source, target in found if not source or not target}
        assert len(alone & told_alone) >= 0.85 * len(alone)


def test_a_missing_article_is_left_out_and_nothing_of_it_merged(lexicon: Lexicon) -> None:
    found = align(PLAN_ZH, PLAN_EN[:16] + PLAN_EN[24:], lexicon)
    assert links(found) == [
        *one_to_one(16), *(([at], []) for at in range(16, 24)), *(([at], [at - 8]) for at in range(24, 48))
    ]  # fmt: skip


@pytest.mark.parametrize(("amount", "partner"), [("320 million", 0), ("410 million", 1), ("560 million", 2)])
def test_a_number_decides_which_of_three_sentences_was_translated(
    amount: str, partner: int, lexicon: Lexicon
) -> None:
    chinese = ["全区投入3.2亿元。", "全区投入4.1亿元。", "全区投入5.6亿元。"]
    found = align(chinese, [f"The district invested {amount} yuan."], lexicon)
    assert [source for source, target in links(found) if target] == [[partner]]


def test_numbers_that_changed_places_make_a_pair_less_sure(lexicon: Lexicon) -> None:
    chinese = ["去年全区投入3.2亿元。", "去年全区投入4.1亿元。"]
    english = [
        "Last year the district invested 320 million yuan.",
        "Last year the district invested 410 million yuan.",
    ]
    right, wrong = align(chinese, english, lexicon), align(chinese, english[::-1], lexicon)
    assert links(right) == one_to_one(2)
    assert min(b.confidence for b in right.beads) > max(b.confidence for b in wrong.beads) + 0.1


@pytest.mark.parametrize("article", range(1, 6))
def test_a_heading_without_a_partner_is_not_merged_into_the_sentence_after_it(
    article: int, lexicon: Lexicon
) -> None:
    heading = 8 * article
    found = align(PLAN_ZH, PLAN_EN[:heading] + PLAN_EN[heading + 1 :], lexicon)
    assert ([heading], []) in links(found)
    assert ([heading + 1], [heading]) in links(found)


def test_beads_of_unrelated_texts_are_not_sure(lexicon: Lexicon) -> None:
    """Someone has picked the wrong file; nothing may look right."""
    english = [
        "My grandmother bakes bread on Sunday mornings.",
        "He never liked the taste of tea.",
        "The violin has four strings, and she broke one.",
        "Photosynthesis turns light into sugar.",
        "Nobody answered the telephone in the hall.",
        "Their cat slept through the whole concert.",
        "Snow lay on the roofs of Vienna.",
        "I have lost my umbrella again.",
    ] * 3
    found = align(PLAN_ZH[8:32], english, lexicon)
    paired = [bead.confidence for bead in found.beads if 0 not in bead.shape]
    assert sum(paired) <= 0.3 * 24
    assert sum(confidence > 0.9 for confidence in paired) <= 1


def test_two_runs_tell_the_same(lexicon: Lexicon) -> None:
    english = PLAN_EN[:10] + PLAN_EN[12:30] + PLAN_EN[31:]
    assert align(PLAN_ZH, english, lexicon) == align(PLAN_ZH, english, lexicon)


def test_the_order_of_the_dictionary_does_not_matter(lexicon: Lexicon) -> None:
    english = PLAN_EN[:10] + PLAN_EN[12:30] + PLAN_EN[31:]
    upside_down = replace(lexicon, rows=dict(reversed(list(lexicon.rows.items()))))
    one, other = align(PLAN_ZH, english, lexicon), align(PLAN_ZH, english, upside_down)
    assert links(one) == links(other)
    assert [bead.confidence for bead in one.beads] == pytest.approx([bead.confidence for bead in other.beads])


_PROGRAM = """
import numpy as np
from workbench.align.engine import align
from workbench.lexicon.lexicon import Lexicon
none = Lexicon({}, [], np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32), 1)
lexicon = none.with_terms([("河水", ["river water", "the river"]), ("五年前", ["five years ago"])])
chinese = ["五年前，河水是黑的。", "河水清了。", "白鹭回来了，2023年有31只。"]
english = ["Five years ago the river was black.", "The egrets have come back; in 2023 there were 31."]
print(align(chinese, english, lexicon))
"""


def test_another_process_tells_the_same() -> None:
    """Strings hash differently in every process; nothing may hang on the order of a set."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(("pinned", "other"), [((1, 1), (0, 0)), ((2, 0), (3, 1))])
def test_a_pin_decides_about_what_lies_beside_it(
    pinned: tuple[int, int], other: tuple[int, int], lexicon: Lexicon
) -> None:
    """The same two sentences stand twice in the Chinese and once in the English."""
    chinese, english = ["他来了。", "他走了。"] * 2, ["He came.", "He left."]
    pin = Bead(range(pinned[0], pinned[0] + 1), range(pinned[1], pinned[1] + 1), pinned=True)
    found = links(align(chinese, english, lexicon, pins=[pin]))
    assert ([pinned[0]], [pinned[1]]) in found
    assert ([other[0]], [other[1]]) in found


@pytest.mark.parametrize("wall", [(8, 7), (8, 9), (16, 17)])
def test_no_bead_crosses_a_wall(wall: tuple[int, int], lexicon: Lexicon) -> None:
    """Even where it stands a sentence beside the place where we would put it."""
    row, column = wall
    found = Aligner(PLAN_ZH, PLAN_EN, lexicon).align((), [wall])
    for bead in found.beads:
        before = bead.source.stop <= row and bead.target.stop <= column
        assert before or (bead.source.start >= row and bead.target.start >= column)
