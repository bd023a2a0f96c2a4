"""tests: no bead crosses a wall or a pin, wherever they stand; what moved is told exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench.align.pieces
from workbench.align.corridor import Boundary, around, limits
from workbench.align.engine import Aligner, Alignment, align
from workbench.align.moved import Moved, with_moved
from workbench.align.pins import Gap
from workbench.align.steps import Likely
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, sides
from .test_every_sentence import assert_in_order, assert_whole

PLAN_ZH, PLAN_EN = sides(*PLAN)


def crosses(found: Alignment, walls: list[Boundary]) -> list[Bead]:
    def beside(bead: Bead, row: int, column: int) -> bool:
        before = bead.source.stop <= row and bead.target.stop <= column
        return before or (bead.source.start >= row and bead.target.start >= column)

    return [bead for bead in found.beads if not all(beside(bead, *wall) for wall in walls)]


@st.composite
def any_walls(draw: st.DrawFn, rows: int, columns: int) -> list[Boundary]:
    count = draw(st.integers(1, 4))
    x = sorted(draw(st.lists(st.integers(0, rows), min_size=count, max_size=count)))
    y = sorted(draw(st.lists(st.integers(0, columns), min_size=count, max_size=count)))
    return list(zip(x, y, strict=True))


@settings(max_examples=80)
@given(any_walls(16, 16))
def test_walls_anywhere_are_never_crossed_and_nothing_is_lost(
    lexicon: Lexicon, walls: list[Boundary]
) -> None:
    found = Aligner(PLAN_ZH[:16], PLAN_EN[:16], lexicon).align((), walls)
    assert_whole(found, 16, 16)
    assert_in_order(found)
    assert crosses(found, walls) == []


@pytest.mark.parametrize("wall", [(0, 3), (16, 12), (5, 5), (16, 16), (0, 0)])
def test_one_wall_at_an_edge(wall: Boundary, lexicon: Lexicon) -> None:
    """A preface or a colophon that only the English has is a paragraph of its own."""
    found = Aligner(PLAN_ZH[:16], PLAN_EN[:16], lexicon).align((), [wall])
    assert_whole(found, 16, 16)
    assert crosses(found, [wall]) == []


def test_english_between_two_walls_stands_alone(lexicon: Lexicon) -> None:
    """A paragraph that only the English has."""
    english = [*PLAN_EN[:8], "Nobody remembered a warmer year.", "The fair drew a crowd.", *PLAN_EN[8:16]]
    walls = [(8, 8), (8, 10)]
    found = Aligner(PLAN_ZH[:16], english, lexicon).align((), walls)
    assert crosses(found, walls) == []
    assert {bead.target for bead in found.beads if not bead.source} == {range(8, 9), range(9, 10)}


def test_a_row_of_one_sentence_with_seven_in_english(lexicon: Lexicon) -> None:
    """As the export of sentence pairs asks: each translated row is a stretch between two walls."""
    remarks = ["Oranges come down the mountain faster."] * 6
    english = [PLAN_EN[1], *remarks, PLAN_EN[9], PLAN_EN[17]]
    walls = [(0, 0), (1, 7), (1, 7), (2, 8), (2, 8), (3, 9)]
    found = Aligner([PLAN_ZH[1], PLAN_ZH[9], PLAN_ZH[17]], english, lexicon).align((), walls)
    assert_whole(found, 3, 9)
    assert crosses(found, walls) == []


def test_a_row_of_one_sentence_is_not_certain_of_a_stranger(lexicon: Lexicon) -> None:
    """Between walls one row apart a bead is the only way, whatever it holds."""
    english = [PLAN_EN[1], "My grandmother bakes bread on Sunday mornings.", PLAN_EN[9]]
    found = Aligner([PLAN_ZH[1], PLAN_ZH[9]], english, lexicon).align((), [(0, 0), (1, 2), (1, 2), (2, 3)])
    (bead,) = (bead for bead in found.beads if 1 in bead.target)
    assert not bead.source or bead.confidence < 0.8


def test_what_was_added_at_the_end_of_a_paragraph_can_be_an_addition() -> None:
    bounds = limits(6, 9, [(3, 5)])
    assert bounds.low[3] <= 3


@pytest.mark.parametrize("wall", [(8, 11), (8, 8)])
def test_additions_beside_a_wall_are_not_forced_into_a_bead(wall: Boundary, lexicon: Lexicon) -> None:
    added = ["My grandmother bakes bread.", "He never liked tea.", "The violin has four strings."]
    english = [*PLAN_EN[:8], *added, *PLAN_EN[8:16]]
    found = Aligner(PLAN_ZH[:16], english, lexicon).align((), [wall])
    assert sum(not bead.source for bead in found.beads) == 3


@given(st.data(), st.integers(1, 14), st.integers(1, 14), st.integers(0, 6))
def test_a_corridor_stays_between_its_walls(data: st.DataObject, rows: int, columns: int, reach: int) -> None:
    bounds = limits(rows, columns, data.draw(any_walls(rows, columns)))
    path = around(data.draw(any_walls(rows, columns)), bounds, reach)
    assert (path.low >= bounds.low).all()
    assert (path.high <= bounds.high).all()


def test_walls_given_later_are_walls_too(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench.align.pieces, "_ROWS", 12)
    monkeypatch.setattr(workbench.align.pieces, "_AROUND", 3)
    aligner = Aligner(PLAN_ZH, PLAN_EN, lexicon)
    aligner.align()
    walls = [(14, 20), (30, 26)]
    found = aligner.align((), walls)
    assert_whole(found, 48, 48)
    assert crosses(found, walls) == []


@pytest.mark.parametrize("wall", [(4, 4), (5, 3), (40, 40), (-1, -1)])
def test_walls_that_cannot_stand_are_refused(wall: Boundary, lexicon: Lexicon) -> None:
    pin = Bead(range(3, 6), range(3, 6), pinned=True)
    with pytest.raises(ValueError, match="wall"):
        Aligner(PLAN_ZH[:16], PLAN_EN[:16], lexicon).align([pin], [wall])


def test_a_moved_article_behind_a_pin(lexicon: Lexicon) -> None:
    order = [0, 1, 3, 4, 5, 2]
    english = sides(*(PLAN[at] for at in order))[1]
    pin = Bead(range(8, 9), range(8, 9), pinned=True)
    found = align(PLAN_ZH, english, lexicon, pins=[pin])
    assert_whole(found, 48, 48)
    assert found.moved == (Moved(range(16, 24), range(40, 48)),)
    assert pin in found.beads


@settings(max_examples=60)
@given(st.permutations(range(3)), st.data())
def test_pins_come_back_untouched_and_nothing_crosses_them(
    lexicon: Lexicon, order: list[int], data: st.DataObject
) -> None:
    cuts = data.draw(st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=3, unique=True))
    pins: list[Bead] = []
    z = e = 0
    for row, column in sorted(cuts):
        end_z = min(row + data.draw(st.integers(0, 3)), 24)
        end_e = min(column + data.draw(st.integers(0 if end_z > row else 1, 3)), 24)
        if row >= z and column >= e and (end_z > row or end_e > column):
            pins.append(Bead(range(row, end_z), range(column, end_e), 0.25, pinned=True))
            z, e = end_z, end_e
    aligner = Aligner(PLAN_ZH[:24], sides(*(PLAN[at] for at in order))[1], lexicon)
    for _ in range(2):  # the second time with what the first has taught
        found = aligner.align(pins)
        assert_whole(found, 24, 24)
        assert_in_order(found)
        assert [bead for bead in found.beads if bead.pinned] == pins
        assert crosses(found, [(pin.source.start, pin.target.start) for pin in pins]) == []


def test_an_article_left_out_beside_a_moved_one_has_not_moved(lexicon: Lexicon) -> None:
    english = sides(*(PLAN[at] for at in (2, 3, 4, 0, 5)))[1]
    found = align(PLAN_ZH, english, lexicon)
    assert found.moved == (Moved(range(8), range(24, 32)),)


def test_three_chance_pairs_do_not_move_a_hundred_sentences() -> None:
    """The share that must fit is one of the shorter side alone."""
    beads = [
        *(Likely((at, at + 1, 0, 0), 0.9, 0.0) for at in range(4)),
        *(Likely((at, at + 1, at - 4, at - 3), 0.99, 9.0) for at in range(4, 14)),
        *(Likely((14, 14, at, at + 1), 0.9, 0.0) for at in range(10, 110)),
    ]

    def across(gap: Gap) -> list[Likely]:
        z0, z1, e0, e1 = gap
        pairs = [Likely((z0 + k, z0 + k + 1, e0 + 30 * k, e0 + 30 * k + 1), 0.6, 1.0) for k in range(z1 - z0)]
        taken = {bead.step[2] for bead in pairs}
        return [*pairs, *(Likely((z1, z1, at, at + 1), 0.9, 0.0) for at in range(e0, e1) if at not in taken)]

    assert with_moved(beads, across)[1] == []
