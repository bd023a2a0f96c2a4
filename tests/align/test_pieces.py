from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbench.align.pieces
from workbench.align.pieces import pieces
from workbench.align.steps import Step

SHAPES = st.sampled_from([(1, 1), (1, 1), (1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (5, 1), (1, 5)])


def path_of(shapes: list[tuple[int, int]]) -> list[Step]:
    path: list[Step] = []
    z = e = 0
    for sources, targets in shapes:
        path.append((z, z + sources, e, e + targets))
        z, e = z + sources, e + targets
    return path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of thirty rows: the rule is the same, and a test need not align thousands of sentences."""
    monkeypatch.setattr(workbench.align.pieces, "_ROWS", 30)
    monkeypatch.setattr(workbench.align.pieces, "_AROUND", 8)


@pytest.mark.usefixtures("small")
def test_a_cut_lies_in_the_middle_of_the_longest_run_of_one_to_one() -> None:
    doubtful = [(1, 2), (1, 1)] * 13
    path = path_of([*doubtful, *[(1, 1)] * 9, *doubtful, *[(1, 1)] * 20])
    first, *_ = pieces(path)
    assert 29 <= len(first) <= 32


@given(st.lists(SHAPES, max_size=400))
def test_the_pieces_of_a_path_are_the_path(shapes: list[tuple[int, int]]) -> None:
    path = path_of(shapes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbench.align.pieces, "_ROWS", 30)
        patch.setattr(workbench.align.pieces, "_AROUND", 8)
        found = list(pieces(path))
    assert [step for piece in found for step in piece] == path
    assert all(found)
    # Memory grows with the rows of a piece; the last one takes a short rest along.
    assert all(piece[-1][1] - piece[0][0] <= 2 * (30 + 8 * 5) for piece in found)


def test_a_text_of_everyday_length_is_one_piece() -> None:
    assert len(list(pieces(path_of([(1, 1)] * 1800)))) == 1
    assert len(list(pieces(path_of([(1, 1)] * 6000)))) == 4
