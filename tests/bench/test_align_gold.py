"""bench: gold files, and what is right when sentences are left out of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align_gold import (
    Document,
    assemble,
    read_gold,
    read_set,
    with_block_left_out,
    with_share_left_out,
    without,
)
from workbench.model.beads import Bead

FILE = """# 水利工作简报 | a brief on water works
春耕在即。\tSpring ploughing is at hand.
水库蓄水，渠道清淤。 | 各村都已动工。\tReservoirs fill. | Canals are cleared. | Villages are at work.

略。\t
\tA note for readers. | And another.
"""


@pytest.fixture
def brief(tmp_path: Path) -> Document:
    path = tmp_path / "dev_water.tsv"
    path.write_text(FILE, "utf-8")
    return read_gold(path)


def test_a_file_is_read_in_order_with_its_beads(brief: Document) -> None:
    assert brief.name == "dev_water"
    assert brief.source == ("春耕在即。", "水库蓄水，渠道清淤。", "各村都已动工。", "略。")
    assert brief.target[-2:] == ("A note for readers.", "And another.")
    assert [bead.shape for bead in brief.gold] == [(1, 1), (2, 3), (1, 0), (0, 1), (0, 1)]
    assert brief.origins == (0, 1, 2, 3, 3)


def test_a_set_is_what_its_files_begin_with(brief: Document, tmp_path: Path) -> None:
    (tmp_path / "held_other.tsv").write_text("好。\tGood.\n", "utf-8")
    assert read_set("dev", tmp_path) == (brief,)
    assert read_set("dev", tmp_path / "nowhere") == ()


@pytest.mark.parametrize("line", ["没有分隔。", "一。 | \tOne.", "一。\tOne.\tUno."])
def test_a_line_that_is_no_bead_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "dev_x.tsv"
    path.write_text(f"好。\tGood.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"dev_x\.tsv:2"):
        read_gold(path)


def test_a_bead_that_loses_a_side_leaves_single_omissions(brief: Document) -> None:
    shorter = without(brief, source=[1, 2], target=[0])
    assert shorter.source == ("春耕在即。", "略。")
    assert [bead.shape for bead in shorter.gold] == [(1, 0), (0, 1), (0, 1), (0, 1), (1, 0), (0, 1), (0, 1)]
    assert shorter.origins == (0, 1, 1, 1, 2, 3, 3)


def test_a_bead_that_loses_both_sides_is_gone(brief: Document) -> None:
    shorter = without(brief, source=[0], target=[0])
    assert shorter.origins == (1, 2, 3, 3)
    assert shorter.gold[0] == Bead(range(2), range(3))


TEXT = assemble("text", [([f"{n}。"] * (n % 3), [f"{n}."] * (1 + n % 2)) for n in range(400)])


@given(st.sets(st.integers(0, len(TEXT.source) - 1)), st.sets(st.integers(0, len(TEXT.target) - 1)))
def test_what_is_left_stands_in_the_gold_once_and_beside_what_it_stood_beside(
    source: set[int], target: set[int]
) -> None:
    shorter = without(TEXT, source, target)
    assert [at for bead in shorter.gold for at in bead.source] == list(range(len(shorter.source)))
    assert [at for bead in shorter.gold for at in bead.target] == list(range(len(shorter.target)))
    assert shorter.sentences == TEXT.sentences - len(source) - len(target)
    for bead, origin in zip(shorter.gold, shorter.origins, strict=True):
        assert {shorter.source[at] for at in bead.source} <= {f"{origin}。"}
        assert {shorter.target[at] for at in bead.target} <= {f"{origin}."}


def test_shares_and_blocks_are_drawn_from_the_seed() -> None:
    fifth = with_share_left_out(TEXT, "target", 0.05, "a")
    assert len(fifth.target) == round(len(TEXT.target) * 0.95)
    assert fifth.source == TEXT.source
    assert fifth == with_share_left_out(TEXT, "target", 0.05, "a")
    assert fifth != with_share_left_out(TEXT, "target", 0.05, "b")
    assert len(with_block_left_out(TEXT, "source", "a").source) == len(TEXT.source) - 30
    short = assemble("short", [(["甲。"], ["A."])] * 60)
    gap = with_block_left_out(short, "target", "a")
    assert [bead.shape for bead in gap.gold].count((1, 0)) == 10
    assert "".join(str(len(bead.target)) for bead in gap.gold).strip("1") == "0" * 10
