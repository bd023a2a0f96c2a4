"""bench: figures of an alignment that is known, counted by hand."""

from __future__ import annotations

import pytest

from align_scores import Counts, ShapeCounts, by_shape, count, groups, interval, single_omissions
from workbench.model.beads import Bead


def bead(source: tuple[int, int], target: tuple[int, int]) -> Bead:
    """Half-open on both sides."""
    return Bead(range(*source), range(*target))


GOLD = [bead((0, 1), (0, 1)), bead((1, 2), (1, 3)), bead((2, 3), (3, 3)), bead((3, 5), (3, 4))]
TOLD = [bead((0, 1), (0, 1)), bead((1, 3), (1, 3)), bead((3, 4), (3, 4)), bead((4, 5), (4, 4))]


def test_the_gold_itself_has_full_marks() -> None:
    counts = count(GOLD, GOLD)
    assert (counts.precision, counts.recall, counts.f1) == (1, 1, 1)
    assert (counts.lax_precision, counts.lax_recall, counts.lax_f1) == (1, 1, 1)


def test_a_bead_is_right_only_if_both_sides_are_exactly_the_golds() -> None:
    counts = count(GOLD, TOLD)
    assert (counts.right, counts.told, counts.gold) == (1, 4, 4)
    assert counts.f1 == 1 / 4


def test_lax_counts_overlap_and_leaves_omissions_out_of_recall() -> None:
    counts = count(GOLD, TOLD)
    # 1-1, 2-2 and the first of the last two overlap; sentence 4 was not left out.
    assert (counts.lax_right, counts.told) == (3, 4)
    # The three beads with both sides are all met.
    assert (counts.lax_found, counts.lax_gold) == (3, 3)


def test_lax_wants_overlap_of_partners_and_not_of_each_side_by_itself() -> None:
    gold = [bead((0, 1), (0, 1)), bead((1, 2), (1, 2))]
    crossed = [bead((0, 1), (1, 2)), bead((1, 2), (0, 1))]
    assert count(gold, crossed).lax_right == 0
    assert count(gold, crossed).lax_f1 == 0


def test_where_the_empty_side_of_an_omission_stands_is_not_looked_at() -> None:
    assert count([bead((0, 1), (0, 0))], [bead((0, 1), (7, 7))]).right == 1


def test_how_omissions_are_grouped_does_not_matter() -> None:
    together = [bead((0, 3), (0, 0)), bead((3, 3), (0, 2))]
    apart = single_omissions(together)
    assert [b.shape for b in apart] == [(1, 0)] * 3 + [(0, 1)] * 2
    assert single_omissions(apart) == apart
    assert [b.source for b in apart[:3]] == [range(1), range(1, 2), range(2, 3)]


def test_shapes_have_precision_by_what_is_told_and_recall_by_what_is_there() -> None:
    shapes = by_shape(GOLD, TOLD)
    assert shapes[1, 1] == ShapeCounts(right=1, told=2, gold=1)
    assert shapes[1, 0] == ShapeCounts(right=0, told=1, gold=1)
    assert shapes[2, 2] == ShapeCounts(right=0, told=1, gold=0)
    assert shapes[2, 1] == ShapeCounts(right=0, told=0, gold=1)


def test_groups_are_the_smallest_stretches_on_which_both_agree() -> None:
    assert [(g.gold, g.told) for g in groups(GOLD, TOLD)] == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2, 3))]


def test_counts_of_groups_add_up_to_the_counts_of_the_whole() -> None:
    parts = [
        count([GOLD[at] for at in group.gold], [TOLD[at] for at in group.told])
        for group in groups(GOLD, TOLD)
    ]
    assert Counts(*map(sum, zip(*parts, strict=True))) == count(GOLD, TOLD)


def test_an_alignment_that_lacks_a_sentence_is_refused() -> None:
    for broken in (TOLD[:-1], [*TOLD[:-1], bead((3, 5), (4, 4))], [*TOLD, bead((5, 6), (4, 5))]):
        with pytest.raises(ValueError):
            groups(GOLD, broken)


def test_an_interval_holds_the_score_and_narrows_with_more_text() -> None:
    right, wrong = Counts(1, 1, 1, 1, 1, 1), Counts(0, 1, 1, 1, 1, 1)
    short, long = interval([right] * 27 + [wrong] * 3), interval([right] * 900 + [wrong] * 100)
    for low, high in (short["f1"], long["f1"]):
        assert low < 0.9 < high
    assert long["f1"][1] - long["f1"][0] < 0.05 < short["f1"][1] - short["f1"][0]
    assert short["lax_f1"] == (1, 1)
