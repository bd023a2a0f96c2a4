"""tests of tui: a bead as lines, and how high beads are without looking at their texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.mending_folders import DOUBTED, alignment
from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, TARGET
from workbench.project.mending_order import BeadOrder
from workbench.text.width import cell_width
from workbench.tui.widgets.bead_layout import (
    MARGIN,
    Cursor,
    bead_columns,
    bead_faces,
    guessed_height,
    guessed_heights,
)
from workbench.tui.widgets.bead_painting import painted


@pytest.fixture
def mending(tmp_path: Path) -> Mending:
    return Mending.open(alignment(tmp_path / "river", DOUBTED))


@given(st.integers(40, 300), st.integers(1, 10**6), st.booleans())
def test_the_columns_fill_the_line(width: int, beads: int, plain: bool) -> None:
    columns = bead_columns(width, beads, plain=plain)
    assert columns.target_at + columns.target + 1 == max(width, 30)
    assert columns.text(SOURCE) % 2 == 0, "hanzi fill it"


def test_a_side_with_several_sentences_marks_each_and_the_one_one_is_at(mending: Mending) -> None:
    columns = bead_columns(80, 5)
    faces = bead_faces(mending.beads[1], 2, mending.sentences, columns, Cursor(SOURCE, 1))
    assert [face.source.sign for face in faces if face.source.sign != " "] == ["∙", "▸"]
    assert (
        "".join(face.source.text for face in faces if face.source.lit) == "过去，两岸的工厂把污水排进河里。"
    )
    assert not any(face.target.lit for face in faces)
    assert (faces[0].number, faces[0].sign, faces[0].sure) == (2, ("?", "doubt"), "31")
    assert all(face.number == 0 for face in faces[1:])


def test_an_empty_side_says_so_in_words(mending: Mending) -> None:
    columns = bead_columns(80, 5, plain=True)
    faces = bead_faces(mending.beads[2], 3, mending.sentences, columns, Cursor(SOURCE, 0))
    assert (faces[0].source.text, faces[0].source.sign, faces[0].source.lit) == ("no Chinese", ">", True)


def test_what_a_person_said_has_a_sign_in_place_of_a_figure(mending: Mending) -> None:
    columns = bead_columns(80, 5)
    mending.confirm(mending.beads[0].place)
    mending.merge(mending.beads[3].place)
    faces = [bead_faces(mending.beads[n], n + 1, mending.sentences, columns, None)[0] for n in (0, 3)]
    assert [(face.sign, face.sure) for face in faces] == [(("✓", "right"), ""), (("✎", "hand"), "")]


@pytest.mark.parametrize("width", [56, 80, 160])
def test_every_line_is_as_wide_as_the_list(mending: Mending, width: int) -> None:
    from rich.style import Style

    columns = bead_columns(width, 5)
    for number, bead in enumerate(mending.beads, 1):
        for face in bead_faces(bead, number, mending.sentences, columns, Cursor(TARGET, 0)):
            strip = painted(face, columns, lambda _: Style(), width)
            assert sum(cell_width(segment.text) for segment in strip) == width
            assert cell_width(face.source.text) <= columns.source - MARGIN


@pytest.mark.parametrize("doubtful_first", [True, False])
def test_guessed_heights_are_those_of_the_order_and_near_the_truth(
    mending: Mending, doubtful_first: bool
) -> None:
    columns = bead_columns(80, 5)
    order = BeadOrder(mending.beads, doubtful_first=doubtful_first)
    guessed = guessed_heights(mending.beads, order, mending.texts, columns)
    for position, height in enumerate(guessed):
        bead = mending.beads[order.index(position)]
        true = len(bead_faces(bead, 1, mending.sentences, columns, None))
        assert guessed_height(bead, mending.texts, columns) == height
        assert abs(true - height) <= 1
