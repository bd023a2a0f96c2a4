"""bench: figures of a confidence that is known, counted by hand."""

from __future__ import annotations

import pytest

from align_confidence import (
    Judged,
    auc,
    calibration_error,
    findable,
    found,
    joined,
    reliability,
    sure,
)

GOOD = Judged((0.1, 0.2, 0.9, 0.9), (False, False, True, True))


def test_the_area_is_one_where_every_wrong_bead_is_less_sure() -> None:
    assert auc(GOOD) == 1
    assert auc(Judged(GOOD.confidences, (True, True, False, False))) == 0


def test_one_confidence_for_all_tells_nothing() -> None:
    assert auc(Judged((0.7,) * 4, (True, False, True, False))) == 0.5


def test_the_area_counts_pairs() -> None:
    # Wrong: .3 and .6; right: .5, .6, .9. Won: 3 by .3; by .6 one, and a half for the tie.
    judged = Judged((0.3, 0.6, 0.5, 0.6, 0.9), (False, False, True, True, True))
    assert auc(judged) == pytest.approx(4.5 / 6)


def test_without_errors_there_is_no_area_and_nothing_to_find() -> None:
    sure_of_all = Judged((0.5, 0.9), (True, True))
    assert auc(sure_of_all) is None
    assert found([sure_of_all], 0.1) is None


def test_a_review_takes_the_least_confident_first() -> None:
    assert found([GOOD], 0.25) == 0.5
    assert found([GOOD], 0.5) == 1


def test_ties_are_reviewed_in_any_order() -> None:
    assert found([Judged((0.5,) * 10, (False,) + (True,) * 9)], 0.1) == pytest.approx(0.1)


def test_each_text_is_reviewed_by_itself_and_errors_are_added() -> None:
    late = Judged((0.1, 0.2, 0.3, 0.4), (True, True, True, False))
    assert found([GOOD, late], 0.5) == pytest.approx(2 / 3)


def test_no_review_finds_more_than_it_reads() -> None:
    many = Judged((0.9, 0.1, 0.2, 0.3, 0.4), (True, False, False, False, False))
    assert findable([many], 0.2) == pytest.approx(0.25)


def test_beads_fall_into_bins_from_their_starts_on() -> None:
    judged = Judged((0.0, 0.89, 0.9, 1.0), (False, True, True, True))
    low, high = reliability(judged, [0.0, 0.9])
    assert (low.beads, low.right) == (2, 0.5)
    assert (high.beads, high.right) == (2, 1.0)
    assert (low.confidence, high.confidence) == pytest.approx((0.445, 0.95))
    assert sure(judged) == high


def test_a_confidence_that_is_what_happens_has_no_error() -> None:
    assert calibration_error(Judged((0.75,) * 4, (True, True, True, False))) == 0
    assert calibration_error(Judged((0.75,) * 4, (False,) * 4)) == pytest.approx(0.75)
    half = joined([Judged((1.0,), (True,)), Judged((0.5,), (True,))])
    assert calibration_error(half) == pytest.approx(0.25)
