"""tests of project: beads that are mended stay an unbroken list, whatever is done to them."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.project import mending_acts as acts
from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead, Swap
from workbench.project.mending_order import BeadOrder

shapes = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0, 1), st.sampled_from(Mark)).filter(
        lambda shape: shape[0] + shape[1] > 0
    ),
    min_size=1,
    max_size=8,
)


def beads_of(shapes: list[tuple[int, int, float, Mark]], width: int = 10) -> list[MendedBead]:
    """Beads of so many sentences a side, each of `width` characters."""
    zh = list(accumulate((shape[0] * width for shape in shapes), initial=0))
    en = list(accumulate((shape[1] * width for shape in shapes), initial=0))
    return [
        MendedBead(zh[n], zh[n + 1], en[n], en[n + 1], shape[2], shape[3]) for n, shape in enumerate(shapes)
    ]


def one_to_one(count: int) -> list[MendedBead]:
    return beads_of([(1, 1, 0.9, Mark.FOUND)] * count)


@given(shapes)
def test_a_list_gives_its_beads_back_and_finds_each_by_its_place(
    shapes: list[tuple[int, int, float, Mark]],
) -> None:
    beads = beads_of(shapes)
    held = BeadList(beads)
    assert list(held) == beads
    assert [held.index_of(bead.place) for bead in beads] == list(range(len(beads)))
    assert [held.near(bead.place) for bead in beads] == list(range(len(beads)))
    assert held.count(Mark.RIGHT) == sum(bead.mark is Mark.RIGHT for bead in beads)


def test_what_is_no_unbroken_list_is_refused() -> None:
    first, second, third = one_to_one(3)
    with pytest.raises(ValueError, match="left out"):
        BeadList([first, third])
    with pytest.raises(ValueError, match="nothing"):
        BeadList([first._replace(source_end=0, target_end=0)])
    held = BeadList([first, second, third])
    with pytest.raises(ValueError, match="another stretch"):
        held.swap(Swap((first,), (first, second)))
    with pytest.raises(ValueError, match="not as it was"):
        held.swap(Swap((first._replace(confidence=0.1),), (first,)))
    assert list(held) == [first, second, third]


def test_a_split_cuts_the_other_side_where_it_is_most_likely() -> None:
    bead = MendedBead(0, 40, 0, 90)
    swap = acts.split(bead, 0, 30, [20, 60, 80])
    assert swap is not None
    assert [one[:4] for one in swap.after] == [(0, 30, 0, 60), (30, 40, 60, 90)]
    lone = acts.split(bead, 0, 30, [])
    assert lone is not None
    assert [one[:4] for one in lone.after] == [(0, 30, 0, 90), (30, 40, 90, 90)]
    assert acts.split(bead, 0, 0, [20]) is None


def test_a_sentence_that_moves_takes_those_behind_it_along() -> None:
    first, second = beads_of([(3, 1, 0.9, Mark.FOUND), (1, 1, 0.9, Mark.FOUND)])
    swap = acts.moved(BeadList([first, second]), 0, 0, 10, 1)
    assert swap is not None
    assert [one[:4] for one in swap.after] == [(0, 10, 0, 10), (10, 40, 10, 20)]
    assert {one.mark for one in swap.after} == {Mark.HAND}


def test_a_bead_that_gives_all_it_has_away_is_gone_and_one_at_the_edge_makes_a_new_one() -> None:
    lone, pair = beads_of([(1, 0, 0.5, Mark.FOUND), (1, 1, 0.9, Mark.FOUND)])
    beads = BeadList([lone, pair])
    away = acts.moved(beads, 0, 0, 0, 1)
    assert away is not None
    assert [one[:4] for one in away.after] == [(0, 20, 0, 10)]
    behind = acts.moved(beads, 1, 1, 0, 1)
    assert behind is not None
    assert [one[:4] for one in behind.after] == [(10, 20, 0, 0), (20, 20, 0, 10)]
    assert acts.moved(beads, 0, 0, 10, -1) is None, "it stands alone already"


def test_sides_without_a_common_meaning_are_parted_and_settled() -> None:
    (bead,) = one_to_one(1)
    swap = acts.unpaired(bead)
    assert swap is not None
    assert [(one[:4], one.mark) for one in swap.after] == [
        ((0, 10, 0, 0), Mark.RIGHT),
        ((10, 10, 0, 10), Mark.RIGHT),
    ]
    assert acts.unpaired(swap.after[0]) is None


@given(shapes, st.data())
def test_any_act_leaves_both_sides_complete_and_its_inverse_brings_all_back(
    shapes: list[tuple[int, int, float, Mark]], data: st.DataObject
) -> None:
    beads = BeadList(beads_of(shapes))
    start, ends = list(beads), beads.ends
    orders = BeadOrder(beads, doubtful_first=True), BeadOrder(beads, doubtful_first=False)
    done: list[Swap] = []
    for _ in range(data.draw(st.integers(0, 8))):
        swap = _act(beads, data)
        if swap is not None:
            beads.swap(swap)
            for order in orders:
                order.swap(swap)
            done.append(swap)
        _check(beads, ends, orders)
    for swap in reversed(done):
        beads.swap(swap.inverse())
        for order in orders:
            order.swap(swap.inverse())
        _check(beads, ends, orders)
    assert list(beads) == start


def _act(beads: BeadList, data: st.DataObject) -> Swap | None:
    at = data.draw(st.integers(0, len(beads) - 1))
    side = data.draw(st.sampled_from((SOURCE, TARGET)))
    bead = beads[at]
    start, end = bead.span(side)
    offset = data.draw(st.sampled_from(range(start, end + 1, 10)))
    match data.draw(st.sampled_from(("split", "merge", "down", "up", "omit", "right"))):
        case "split":
            other = bead.span(1 if side == 0 else 0)
            return acts.split(bead, side, offset, range(other[0] + 10, other[1], 10))
        case "merge":
            return acts.merged(bead, beads[at + 1]) if at + 1 < len(beads) else None
        case "down":
            return acts.moved(beads, at, side, offset, 1)
        case "up":
            return acts.moved(beads, at, side, offset, -1)
        case "omit":
            return acts.unpaired(bead)
        case _:
            return acts.marked(bead, Mark.RIGHT)


def _check(beads: BeadList, ends: tuple[int, int], orders: tuple[BeadOrder, BeadOrder]) -> None:
    whole = list(beads)
    assert whole[0].place == (0, 0)
    assert (whole[-1].source_end, whole[-1].target_end) == ends
    for one, following in pairwise(whole):
        assert (one.source_end, one.target_end) == following.place
        assert one.place < following.place
    for order in orders:
        shown = [order.index(position) for position in range(len(order))]
        assert sorted(shown) == list(range(len(whole)))
        assert [order.position(whole[at].place) for at in shown] == list(range(len(whole)))


def test_the_least_sure_come_first_and_what_is_right_last() -> None:
    beads = BeadList(
        beads_of(
            [(1, 1, 0.9, Mark.FOUND), (1, 1, 0.2, Mark.RIGHT), (1, 1, 0.3, Mark.FOUND), (1, 1, 0, Mark.HAND)]
        )
    )
    order = BeadOrder(beads, doubtful_first=True)
    assert [order.index(position) for position in range(4)] == [3, 2, 0, 1]
    swap = acts.marked(beads[3], Mark.RIGHT)
    assert swap is not None
    beads.swap(swap)
    order.swap(swap)
    assert order.index(0) == 3, "what is called right stays where it is"


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6), st.integers(0, 5), st.integers(0, 5))
def test_what_is_the_same_at_both_ends_is_no_part_of_a_swap(kinds: list[str], start: int, end: int) -> None:
    before = [
        bead._replace(confidence=ord(kind) / 200)
        for bead, kind in zip(one_to_one(len(kinds)), kinds, strict=True)
    ]
    after = [bead._replace(confidence=0.0) if start <= n < end else bead for n, bead in enumerate(before)]
    swap = acts.trimmed(before, after)
    if swap is None:
        assert before == after
    else:
        assert len(swap.before) == min(end, len(before)) - start
