"""tests of project: an alignment that is mended: every act, undone and redone, also after reopening."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.mending_folders import DOUBTED, EN, STRAIGHT, ZH, alignment
from workbench.lexicon.lexicon import Lexicon
from workbench.model.faults import WorkbenchError
from workbench.project.aligning import Pair
from workbench.project.mending import Mending
from workbench.project.mending_again import aligned_again, gaps_beside, whole_gap
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead, Side
from workbench.project.mending_folder import is_alignment
from workbench.project.mending_sentences import Sentence
from workbench.project.opened import OpenedProject

Whole = tuple[list[MendedBead], list[Sentence], list[Sentence]]
step = st.tuples(
    st.sampled_from(["right", "open", "split", "merge", "down", "up", "omit", "cut", "sure", "undo", "redo"]),
    st.integers(0, 20),
    st.sampled_from((SOURCE, TARGET)),
    st.integers(0, 12),
)


def whole(mending: Mending) -> Whole:
    """Everything, as the object has it."""
    everything = (0, 1 << 30)
    return (
        list(mending.beads),
        mending.store.sentences(SOURCE, everything),
        mending.store.sentences(TARGET, everything),
    )


def texts(mending: Mending) -> list[tuple[str, str]]:
    """Both sides of each bead."""
    return [
        (
            "".join(one.text for one in mending.sentences(bead, SOURCE)),
            " ".join(one.text for one in mending.sentences(bead, TARGET)),
        )
        for bead in mending.beads
    ]


def carry_out(mending: Mending, what: str, which: int, side: Side, at: int) -> None:
    bead = mending.beads[which % len(mending.beads)]
    sentences = mending.sentences(bead, side)
    sentence = sentences[at % len(sentences)] if sentences else None
    place = bead.place
    match what:
        case "right":
            mending.confirm(place)
        case "open":
            mending.reopen(place)
        case "merge":
            mending.merge(place)
        case "omit":
            mending.omit(place)
        case "sure":
            mending.confirm_sure(0.9)
        case "undo":
            mending.undo()
        case "redo":
            mending.redo()
        case _ if sentence is None:
            return
        case "split":
            mending.split(place, side, sentence.start)
        case "down":
            mending.move(place, side, sentence.start, 1)
        case "up":
            mending.move(place, side, sentence.end, -1)
        case "cut":
            mending.cut_sentence(place, side, sentence.start, at)


def check(mending: Mending) -> None:
    """Both sides are complete and in order, and the store says the same."""
    beads = list(mending.beads)
    assert beads[0].place == (0, 0)
    assert (beads[-1].source_end, beads[-1].target_end) == (mending.texts[0].end, mending.texts[1].end)
    assert all((a.source_end, a.target_end) == b.place for a, b in pairwise(beads))
    assert list(mending.store.beads()) == beads
    for side in (SOURCE, TARGET):
        text, stored = mending.texts[side], mending.store.starts(side)
        assert (text.starts, text.cells, text.end) == (stored.starts, stored.cells, stored.end)
        borders = {bead.span(side)[0] for bead in beads} | {0}
        assert borders <= {*text.starts, text.end}


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=14))
def test_any_sequence_keeps_both_sides_whole_and_undo_of_all_is_the_start(
    steps: list[tuple[str, int, Side, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = alignment(Path(name) / "river", DOUBTED)
        mending = Mending.open(folder)
        start = whole(mending)
        for one in steps:
            carry_out(mending, *one)
            check(mending)
        end = whole(mending)
        mending.close()
        mending = Mending.open(folder)
        assert whole(mending) == end
        done = 0
        while mending.undo().done:
            done += 1
            check(mending)
        assert whole(mending) == start
        for _ in range(done):
            assert mending.redo().done
        assert whole(mending) == end
        mending.close()


@pytest.fixture
def mending(tmp_path: Path) -> Mending:
    return Mending.open(alignment(tmp_path / "river", DOUBTED))


def test_a_folder_is_known_for_an_alignment_and_refused_as_a_project(tmp_path: Path) -> None:
    folder = alignment(tmp_path / "river")
    assert is_alignment(folder)
    assert sorted(path.name for path in (folder / "source").iterdir()) == ["river.en.txt", "river.zh.txt"]
    with pytest.raises(WorkbenchError, match="is an alignment"):
        OpenedProject.open(folder)
    assert not is_alignment(tmp_path)


def test_a_wrong_border_is_mended_sentence_by_sentence(mending: Mending) -> None:
    second = mending.beads[1]
    sentence = mending.sentences(second, SOURCE)[1]
    mending.move(second.place, SOURCE, sentence.start, 1)
    assert texts(mending)[1:3] == [
        (
            "清水河全长86公里，流经三个县。",
            "The Qingshui River runs for 86 kilometers through three counties.",
        ),
        ("过去，两岸的工厂把污水排进河里。", "Factories on its banks once let their sewage into the river."),
    ]
    assert mending.beads[1].mark is Mark.HAND
    outcome = mending.confirm(second.place)
    assert outcome.again
    assert outcome.message == "Bead 2 right."
    assert mending.doubtful == 1


def test_undo_goes_to_the_bead_and_says_what_it_was(mending: Mending) -> None:
    place = mending.beads[3].place
    mending.merge(place)
    outcome = mending.undo()
    assert (outcome.place, outcome.message) == (place, "Undone: bead 4 merged with the next.")
    assert not mending.undo().done
    assert mending.redo().message == "Redone: bead 4 merged with the next."


def test_a_right_bead_that_loses_a_sentence_is_open_again_and_it_is_said(mending: Mending) -> None:
    mending.confirm(mending.beads[3].place)
    last = mending.beads[4]
    outcome = mending.move(last.place, TARGET, mending.sentences(last, TARGET)[0].end, -1)
    assert "was right and is to be looked at again" in outcome.message
    assert mending.right == 0


def test_a_sentence_that_is_cut_keeps_its_place_in_the_file(mending: Mending) -> None:
    bead = mending.beads[3]
    (sentence,) = mending.sentences(bead, TARGET)
    assert sentence.text == "Now there are fish in the water again."
    mending.cut_sentence(bead.place, TARGET, sentence.start, sentence.text.index(" fish"))
    one, two = mending.sentences(mending.beads[3], TARGET)
    assert (one.text, one.gap, two.text) == ("Now there are", " ", "fish in the water again.")
    lines = EN.split("\n")
    for part in (one.part(), two.part()):
        assert lines[part.first[0] - 1][part.first[1] - 1] == part.text[0]
        assert lines[part.last[0] - 1][part.last[1] - 1] == part.text[-1]
    assert not mending.cut_sentence(bead.place, TARGET, one.start, 0).done


def test_all_sure_ones_are_called_right_in_one_step(mending: Mending) -> None:
    assert mending.confirm_sure(0.9).message == "2 beads with 90% or more right."
    assert mending.right == 2
    mending.undo()
    assert mending.right == 0
    assert not mending.confirm_sure(0.999).done


def test_where_one_was_is_known_again(mending: Mending) -> None:
    assert mending.doubtful_first
    mending.remember(mending.beads[2].place, doubtful_first=False)
    mending.close()
    again = Mending.open(mending.folder)
    assert (again.place, again.doubtful_first) == (again.beads[2].place, False)
    again.merge(again.beads[1].place)
    assert again.place is None


def test_a_second_one_reads_only(mending: Mending) -> None:
    other = Mending.open(mending.folder)
    assert other.read_only
    outcome = other.confirm(other.beads[0].place)
    assert (outcome.done, outcome.message) == (False, "Read-only: another Workbench has this alignment.")
    mending.confirm(mending.beads[0].place)
    other.close()


def test_a_block_that_stands_elsewhere_is_put_beside_its_chinese(tmp_path: Path) -> None:
    pairs = [
        *STRAIGHT[:1],
        Pair((1,), (4,), 0.9),
        Pair((2,), (5,), 0.9),
        *(Pair((n,), (n - 2,)) for n in (3, 4, 5)),
    ]
    mending = Mending.open(alignment(tmp_path / "river", pairs))
    check(mending)
    assert texts(mending)[1][1].startswith('"The water is clear')


def test_the_gap_of_a_bead_ends_at_the_right_ones(mending: Mending) -> None:
    mending.confirm(mending.beads[0].place)
    mending.confirm(mending.beads[3].place)
    gap = whole_gap(mending.beads, 2)
    assert gap is not None
    assert list(gap.beads) == [mending.beads[1], mending.beads[2]]
    assert whole_gap(mending.beads, 0) is None


def test_what_was_made_by_hand_elsewhere_is_no_part_of_what_is_aligned_again(tmp_path: Path) -> None:
    mending = Mending.open(alignment(tmp_path / "river"))
    mending.merge(mending.beads[4].place)
    first = mending.beads[0]
    mending.merge(first.place)
    mending.confirm(first.place)
    (behind,) = gaps_beside(mending.beads, 0)
    assert list(behind.beads) == [mending.beads[n] for n in (1, 2)]


def test_only_the_gap_is_aligned_again_and_undo_takes_it_back(tmp_path: Path, lexicon: Lexicon) -> None:
    wrong = (*STRAIGHT[:1], Pair((1, 2), (1,), 0.4), Pair((3,), (2, 3), 0.4), Pair((4, 5), (4, 5), 0.4))
    mending = Mending.open(alignment(tmp_path / "river", wrong))
    mending.confirm(mending.beads[3].place)
    gap = whole_gap(mending.beads, 1)
    assert gap is not None
    found = aligned_again(mending.store.path, gap, lexicon)
    outcome = mending.take_again(gap, found, mending.beads[0].place)
    assert outcome.message == "Aligned again: bead 2 to 3."
    check(mending)
    assert [(zh[:2], en[:9]) for zh, en in texts(mending)][1:4] == [
        ("清水", "The Qings"),
        ("过去", "Factories"),
        ("如今", "Now there"),
    ]
    assert mending.beads[4].mark is Mark.RIGHT
    mending.undo()
    assert mending.take_again(gap, found, mending.beads[0].place).done
    assert not mending.take_again(gap, found, mending.beads[0].place).done, "it is not as it was any more"


def test_the_texts_are_those_of_the_files(mending: Mending) -> None:
    zh = "".join(source for source, _ in texts(mending))
    assert zh == "".join(ZH.split()).replace("　", "")
