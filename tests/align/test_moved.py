from __future__ import annotations

import pytest

from align_gold import read_set, with_block_left_out, with_share_left_out
from workbench.align.engine import Alignment, align
from workbench.align.moved import Moved, with_moved
from workbench.align.pins import Gap
from workbench.align.steps import Likely
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, RESERVOIRS, sides

SIZE = len(RESERVOIRS)  # sentences of every article


def translated_in_order(order: list[int], lexicon: Lexicon) -> Alignment:
    """The plan beside a translation that has its articles in this order."""
    return align(sides(*PLAN)[0], sides(*(PLAN[at] for at in order))[1], lexicon)


def partners(order: list[int]) -> set[tuple[int, int]]:
    """Which English sentence is the translation of which Chinese one."""
    return {
        (article * SIZE + at, place * SIZE + at) for place, article in enumerate(order) for at in range(SIZE)
    }


def pairs(alignment: Alignment) -> set[tuple[int, int]]:
    return {(bead.source[0], bead.target[0]) for bead in alignment.beads if bead.shape == (1, 1)}


def assert_every_sentence_once(beads: tuple[Bead, ...], sources: int, targets: int) -> None:
    assert sorted(at for bead in beads for at in bead.source) == list(range(sources))
    assert sorted(at for bead in beads for at in bead.target) == list(range(targets))


@pytest.mark.parametrize(
    "order",
    [
        [1, 2, 3, 4, 5, 0],  # the first article has become the last
        [5, 0, 1, 2, 3, 4],
        [0, 3, 1, 2, 4, 5],
        [0, 1, 3, 4, 2, 5],
        [0, 2, 1, 3, 4, 5],  # neighbours have changed places
        [3, 4, 5, 0, 1, 2],  # half of the plan
    ],
)
def test_an_article_moved_elsewhere_is_found_and_its_sentences_aligned(
    order: list[int], lexicon: Lexicon
) -> None:
    found = translated_in_order(order, lexicon)
    assert pairs(found) == partners(order)
    assert_every_sentence_once(found.beads, 6 * SIZE, 6 * SIZE)
    (moved,) = found.moved
    assert len(moved.source) == len(moved.target)
    assert len(moved.source) % SIZE == moved.source.start % SIZE == moved.target.start % SIZE == 0
    # The block is one that has changed sides with another.
    inside = [(z, e) for z, e in partners(order) if z in moved.source]
    assert {e for _, e in inside} == set(moved.target)
    assert any((z < moved.source.start) != (e < moved.target.start) for z, e in partners(order) - set(inside))


def test_a_moved_article_is_as_sure_as_one_in_its_place(lexicon: Lexicon) -> None:
    found = translated_in_order([1, 2, 3, 4, 5, 0], lexicon)
    confidence = {bead.source[0]: bead.confidence for bead in found.beads}
    assert min(confidence[at] for at in range(SIZE)) > 0.8


def test_nothing_has_moved_where_all_is_in_order(lexicon: Lexicon) -> None:
    assert align(*sides(*PLAN), lexicon).moved == ()


def test_what_was_left_out_and_what_was_added_elsewhere_are_no_move(lexicon: Lexicon) -> None:
    """An article that the translation lacks, and another that only it has."""
    for lacking in range(1, 6):
        chinese, _ = sides(*PLAN[1:])
        _, english = sides(*(article for at, article in enumerate(PLAN) if at != lacking))
        found = align(chinese, english, lexicon)
        assert found.moved == ()
        assert_every_sentence_once(found.beads, 5 * SIZE, 5 * SIZE)


@pytest.mark.parametrize("side", ["source", "target"])
def test_gaps_all_over_a_document_are_no_moves(side: str, lexicon: Lexicon) -> None:
    for document in read_set("dev"):
        for text in (
            with_share_left_out(document, side, 0.15, "moved"),
            with_block_left_out(document, side, "moved"),
        ):
            assert align(text.source, text.target, lexicon).moved == ()


def test_a_block_too_short_to_be_an_article_is_left_where_it_is(lexicon: Lexicon) -> None:
    chinese, english = sides(*PLAN)
    found = align(chinese, [*english[3:], *english[:3]], lexicon)
    assert found.moved == ()
    assert_every_sentence_once(found.beads, 6 * SIZE, 6 * SIZE)


def omitted(sources: range, place: int) -> list[Likely]:
    return [Likely((at, at + 1, place, place), 0.9, 0.0) for at in sources]


def added(place: int, targets: range) -> list[Likely]:
    return [Likely((place, place, at, at + 1), 0.9, 0.0) for at in targets]


def test_a_stray_bead_inside_of_a_block_loses_its_partner_to_the_block() -> None:
    """Seven sentences are left out but for one that fits by chance what stands before the block's place."""
    beads = [
        *omitted(range(3), 0),
        Likely((3, 4, 0, 1), 0.6, 1.0),
        *omitted(range(4, 7), 1),
        Likely((7, 8, 1, 2), 0.99, 9.0),
        *added(8, range(2, 9)),
    ]
    asked: list[Gap] = []

    def across(gap: Gap) -> list[Likely]:
        asked.append(gap)
        z, _, e, _ = gap
        return [Likely((z + k, z + k + 1, e + k, e + k + 1), 0.95, 5.0) for k in range(7)]

    kept, moved = with_moved(beads, across)
    assert asked == [(0, 7, 2, 9)]
    assert moved == [Moved(range(7), range(2, 9))]
    steps = {bead.step for bead in kept}
    assert steps == {(7, 8, 1, 2), (4, 4, 0, 1), *((k, k + 1, 2 + k, 3 + k) for k in range(7))}


def test_blocks_that_do_not_fit_each_other_stay_left_out() -> None:
    beads = [*omitted(range(6), 0), Likely((6, 7, 0, 1), 0.99, 9.0), *added(7, range(1, 7))]

    def across(gap: Gap) -> list[Likely]:
        z0, z1, e0, e1 = gap
        return [*omitted(range(z0, z1), e0), *added(z1, range(e0, e1))]

    assert with_moved(beads, across) == (beads, [])


def test_four_sentences_of_eight_that_fit_by_chance_move_nothing() -> None:
    beads = [*omitted(range(8), 0), Likely((8, 9, 0, 1), 0.99, 9.0), *added(9, range(1, 9))]

    def across(gap: Gap) -> list[Likely]:
        z, _, e, _ = gap
        fit = [(k, Likely((z + k, z + k + 1, e + k, e + k + 1), 0.8, 2.0)) for k in (0, 1, 6, 7)]
        rest = [*omitted(range(z + 2, z + 6), e + 2), *added(z + 6, range(e + 2, e + 6))]
        return [*(bead for k, bead in fit if k < 2), *rest, *(bead for k, bead in fit if k > 2)]

    assert with_moved(beads, across) == (beads, [])
