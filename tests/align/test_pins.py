from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.pins import bead_order, check_walls, gaps_between, walls_in
from workbench.model.beads import Bead


def pin(source: tuple[int, int], target: tuple[int, int]) -> Bead:
    return Bead(range(*source), range(*target), pinned=True)


@st.composite
def pinned_texts(draw: st.DrawFn) -> tuple[list[Bead], int, int]:
    """Texts cut into beads of every shape, omissions too, some of which are pinned; in any order."""
    shapes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=12))
    beads: list[Bead] = []
    z = e = 0
    for sources, targets in shapes:
        beads.append(pin((z, z + sources), (e, e + targets)))
        z, e = z + sources, e + targets
    pins = [bead for bead in beads if draw(st.booleans())]
    random.Random(draw(st.integers(0, 9))).shuffle(pins)
    return pins, z, e


@given(pinned_texts())
def test_pins_and_the_gaps_between_them_hold_every_sentence_once(
    texts: tuple[list[Bead], int, int],
) -> None:
    pins, sources, targets = texts
    gaps = gaps_between(pins, sources, targets)
    assert all(z1 > z0 or e1 > e0 for z0, z1, e0, e1 in gaps)
    parts = [(p.source.start, p.source.stop, p.target.start, p.target.stop) for p in pins] + gaps
    z = e = 0
    for z0, z1, e0, e1 in sorted(parts):
        assert (z0, e0) == (z, e)
        z, e = z1, e1
    assert (z, e) == (sources, targets)


def test_without_pins_the_whole_text_is_the_gap() -> None:
    assert gaps_between([], 7, 9) == [(0, 7, 0, 9)]
    assert gaps_between([], 0, 0) == []


def test_sentences_of_one_side_alone_are_a_gap_too() -> None:
    assert gaps_between([pin((0, 2), (1, 3))], 2, 3) == [(0, 0, 0, 1)]


@pytest.mark.parametrize(
    "pins",
    [
        [pin((0, 2), (0, 1)), pin((1, 3), (1, 2))],  # a Chinese sentence in both
        [pin((0, 1), (0, 2)), pin((1, 2), (1, 3))],  # an English sentence in both
        [pin((0, 1), (3, 4)), pin((2, 3), (0, 1))],  # they cross
        [pin((4, 6), (0, 1))],  # there are five Chinese sentences
        [pin((0, 1), (4, 6))],
        [pin((-1, 1), (0, 1))],
        [pin((0, 1), (0, 1)), pin((0, 1), (0, 1))],  # the same twice
    ],
)
def test_pins_that_cannot_all_be_right_are_refused(pins: list[Bead]) -> None:
    with pytest.raises(ValueError, match="the pinned bead"):
        gaps_between(pins, 5, 5)


def test_the_refusal_names_the_bead() -> None:
    with pytest.raises(ValueError, match=r"\[2\] - \[0, 1\]"):
        gaps_between([pin((0, 1), (3, 4)), pin((2, 3), (0, 2))], 5, 5)


def test_walls_count_from_the_beginning_of_their_gap() -> None:
    bounds = walls_in((10, 20, 30, 42), [(3, 5), (14, 36), (25, 50)])
    assert (len(bounds.low) - 1, int(bounds.high[-1])) == (10, 12)
    assert bounds.low[4] <= 6 <= bounds.high[4]
    assert bounds.high[3] <= 6 <= bounds.low[5]
    assert int(bounds.solid.sum()) == 1


def test_a_wall_on_the_edge_of_a_pin_is_no_contradiction() -> None:
    free = walls_in((5, 10, 5, 12), [])
    edged = walls_in((5, 10, 5, 12), [(5, 5), (10, 12)])
    assert (free.low == edged.low)[1:-1].all()
    assert (free.high == edged.high)[1:-1].all()


@pytest.mark.parametrize(
    "walls",
    [
        [(4, 8), (6, 5)],  # the second goes back in the English
        [(6, 5), (4, 8)],  # and in the Chinese
        [(4, 15)],  # from the middle of the gap into another
        [(15, 4)],
    ],
)
def test_walls_that_no_path_can_pass_are_refused(walls: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="the wall at sentences"):
        check_walls(walls, [(0, 10, 0, 10), (12, 20, 12, 20)], ())


def test_beads_are_told_as_the_source_runs_and_an_addition_before_what_follows_it() -> None:
    beads = [pin((1, 2), (2, 3)), pin((1, 1), (1, 2)), pin((0, 1), (0, 1)), pin((2, 3), (3, 3))]
    assert sorted(beads, key=bead_order) == [beads[2], beads[1], beads[0], beads[3]]
