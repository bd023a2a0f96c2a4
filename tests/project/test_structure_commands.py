"""tests of project: splitting, merging and moving rows, and the way back from all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.conftest import MakeSession
from workbench.model.segments import Anchor, Segment, State
from workbench.project.outcome import Outcome
from workbench.project.session import Session
from workbench.project.stored import RANK_STEP
from workbench.project.view import RowView

LONG = "三地共同治理河流。水质明显好转，岸线重新变绿。群众的获得感不断增强。"
LINES = ("绿水青山就是底色", LONG, "疏解功能是长期任务。要坚持问题导向，久久为功。", "全县新增就业1.2万人。")

step = st.tuples(
    st.sampled_from(["split", "sentences", "in target", "merge", "merge rows", "move", "up", "down", "type"]),
    st.integers(0, 20),
    st.integers(0, 20),
    st.integers(1, 3),
)


def sources(session: Session) -> list[str]:
    return [row.source.text for row in session.every_segment()]


def english(session: Session) -> list[str]:
    return [row.target.text for row in session.every_segment()]


def ids(session: Session) -> list[int]:
    return [row.id for row in session.every_segment()]


def places(rows: Sequence[Segment]) -> list[tuple[int, int, str]]:
    """Every character of the file that a row owns, with its line and column."""
    found = []
    for row in rows:
        for piece in row.pieces:
            for run in piece.runs:
                text = row.source.text[run.start : run.end]
                found += [(run.line, run.column + at, sign) for at, sign in enumerate(text)]
    return found


def same_rows(one: RowView, other: RowView) -> bool:
    """Whether two views show the same, whatever they have looked up meanwhile."""
    parts = attrgetter("ids", "numbers", "source_cells", "target_cells", "total", "complete")
    return bool(parts(one) == parts(other))


def carry_out(session: Session, what: str, which: int, other: int, count: int) -> Outcome:
    rows = ids(session)
    row, beside = rows[which % len(rows)], rows[other % len(rows)]
    some = [rows[(which + at) % len(rows)] for at in range(count)]
    match what:
        case "split":
            return session.split(row, other)
        case "sentences":
            return session.split_sentences(row, ())
        case "in target":
            return session.split_in_target(row, other)
        case "merge":
            return session.merge(row)
        case "merge rows":
            return session.merge_rows(some)
        case "move":
            return session.move(some, None if other == 0 else beside)
        case "up" | "down":
            return session.move_by(some, -1 if what == "up" else 1)
    session.pause()
    return session.type(row, "One here. Two there. "[:other])


@settings(max_examples=60)
@given(st.lists(step, max_size=14))
def test_all_undone_is_the_start_and_nothing_is_lost_on_the_way(
    steps: list[tuple[str, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "s.txt"
        source.write_text("\n".join(LINES), "utf-8")
        session = Session.create([source], folder=Path(name) / "p", name="p", reflow="never")
        start = session.every_segment()
        characters = sorted(places(start))
        used = {row.id for row in start}
        view = session.full_view()
        for one in steps:
            before = set(ids(session))
            outcome = carry_out(session, *one)
            view = session.view_after(view, outcome.changed)
            assert same_rows(view, session.full_view()), "the view is not what the rows are"
            now = session.every_segment()
            fresh = {row.id for row in now} - before
            assert not fresh & used, "an id came back"
            used |= fresh
            assert sorted(places(now)) == characters, "a character lost its place in the file"
            assert sorted("".join(row.source.text for row in now)) == sorted("".join(LINES))
            ranks = [row.rank for row in now]
            assert len(set(ranks)) == len(ranks) and min(ranks) > 0
        end = session.every_segment()
        done = 0
        while (undone := session.undo()).done:
            done += 1
            view = session.view_after(view, undone.changed)
            assert same_rows(view, session.full_view())
        assert session.every_segment() == start
        for _ in range(done):
            assert session.redo().done
        assert session.every_segment() == end
        session.close()


class TestMoving:
    def test_a_headline_goes_before_its_article(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。", "丙。", "标题"])
        rows = ids(session)
        session.type(rows[3], "A headline")
        session.confirm_and_stay(rows[3])
        done = session.move([rows[3]], rows[0])
        assert sources(session) == ["标题", "甲。", "乙。", "丙。"]
        assert done.structure and done.row == rows[3]
        assert done.message == "Moved row 4 to row 1."
        assert session.segment(rows[3]).state is State.CONFIRMED
        assert session.undo().message == "Undone: moved row 4 to row 1."
        assert sources(session) == ["甲。", "乙。", "丙。", "标题"]

    def test_a_block_keeps_its_order_whatever_order_it_is_named_in(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。", "丙。", "丁。", "戊。"])
        rows = ids(session)
        assert session.move([rows[3], rows[2]], rows[0]).message == "Moved rows 3–4 to rows 1–2."
        assert sources(session) == ["丙。", "丁。", "甲。", "乙。", "戊。"]
        assert session.move([rows[2], rows[3]], None).message == "Moved rows 1–2 to rows 4–5."
        assert sources(session) == ["甲。", "乙。", "戊。", "丙。", "丁。"]

    def test_rows_that_stand_there_already_make_no_step(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。", "丙。"])
        rows = ids(session)
        assert session.move([rows[1]], rows[2]).message == "It stands there already."
        assert session.move([rows[0], rows[1]], rows[1]).message == "It stands there already."
        assert not session.undo().done

    def test_up_and_down_by_one_stop_at_the_ends(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。", "丙。"])
        rows = ids(session)
        assert session.move_by([rows[1]], -1).done
        assert sources(session) == ["乙。", "甲。", "丙。"]
        assert session.move_by([rows[1]], -1).message == "Row 1 is the first of its document already."
        assert session.move_by([rows[1], rows[0]], 1).done
        assert sources(session) == ["丙。", "乙。", "甲。"]
        assert not session.move_by([rows[0]], 1).done

    def test_rows_stay_in_their_document(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / f"{name}.txt").write_text(f"{name}甲。\n{name}乙。\n", "utf-8")
        files = [tmp_path / "a.txt", tmp_path / "b.txt"]
        session = Session.create(files, folder=tmp_path / "p", name="p", reflow="never")
        rows = ids(session)
        assert not session.move([rows[0]], rows[3]).done
        assert not session.move([rows[0], rows[2]], rows[1]).done
        assert not session.move_by([rows[1]], 1).done
        assert session.move([rows[0]], rows[2]).done, "before the next document is the end of its own"
        assert sources(session) == ["a乙。", "a甲。", "b甲。", "b乙。"]
        session.close()

    def test_the_order_survives_the_loss_of_the_database(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。", "丙。"])
        rows = ids(session)
        session.move([rows[2]], rows[0])
        session.save()
        folder = session.folder
        session.close()
        (folder / "project.db").unlink()
        again = Session.open(folder)
        assert ids(again) == [rows[2], rows[0], rows[1]]
        again.close()

    def test_where_another_window_writes_nothing_moves(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。"])
        rows = ids(session)
        other = Session.open(session.folder)
        for done in (
            other.move([rows[1]], rows[0]),
            other.move_by([rows[1]], -1),
            other.merge(rows[0]),
            other.split_sentences(rows[0]),
            other.split_in_target(rows[0], 1),
            other.mend_radicals(rows),
            other.restore_source(rows[0]),
            other.restore(rows[0], other.versions(rows[0])[0]),
        ):
            assert not done.done and "Read-only" in done.message
        other.close()

    def test_a_locked_row_does_not_move(self, make_session: MakeSession) -> None:
        session = make_session(["甲。", "乙。"])
        rows = ids(session)
        session.toggle_lock(rows[1], "agreed")
        assert "locked" in session.move([rows[1]], rows[0]).message
        assert sources(session) == ["甲。", "乙。"]

    def test_a_hundred_moves_to_one_place_push_few_rows_apart(self, make_session: MakeSession) -> None:
        session = make_session([f"{number}行。" for number in range(1, 41)])
        rows = ids(session)
        before = {row.id: row.rank for row in session.every_segment()}
        for number in range(100):
            row = rows[20 + number % 2]
            assert session.move([row], rows[10]).done
        others = [row for row in session.every_segment() if row.id not in (rows[20], rows[21])]
        pushed = [row for row in others if row.rank != before[row.id]]
        assert len(pushed) < 6
        assert [row.id for row in others] == [row for row in rows if row not in (rows[20], rows[21])]


class TestSplitting:
    def test_by_sentences_each_takes_its_english_at_the_anchors(self, session: Session) -> None:
        row = ids(session)[1]
        text = "The three treat the river together. The water is clear; the banks are green. People gain."
        anchors = [Anchor(9, 35), Anchor(23, 76)]
        session.type(row, text, anchors)
        done = session.split_sentences(row)
        assert done.message == "Split in 3; all are drafts."
        assert sources(session)[1:4] == [LONG[:9], LONG[9:23], LONG[23:]]
        assert english(session)[1:4] == [text[:35], text[36:76], text[77:]]
        assert done.row == row and session.undo().message == "Undone: split row 2 into 3."
        assert session.segment(row).target.text == text
        assert session.segment(row).anchors == tuple(anchors)

    def test_by_sentences_the_aligner_says_what_belongs_together(
        self, session: Session, indexed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
        row = ids(session)[1]
        first = "The three jurisdictions treat the river together, so that water and banks are better."
        session.type(row, f"{first} People feel more of the gain.")
        session.confirm_and_stay(row)
        done = session.split_sentences(row)
        assert (
            done.message == "Split in two; both are drafts. Sentences that share their English stay together."
        )
        assert english(session)[1:3] == [first, "People feel more of the gain."]
        assert sources(session)[1:3] == [LONG[:23], LONG[23:]]

    def test_by_sentences_an_empty_row_needs_no_aligner(self, session: Session) -> None:
        row = ids(session)[1]
        assert session.split_sentences(row).message == "Split in 3."
        assert sources(session)[1:4] == [LONG[:9], LONG[9:23], LONG[23:]]

    def test_one_sentence_is_not_split(self, session: Session) -> None:
        assert session.split_sentences(ids(session)[0]).message.startswith("The row is one sentence")
        assert not session.undo().done

    def test_at_the_english_caret_the_rest_is_for_later(self, session: Session) -> None:
        row = ids(session)[1]
        session.type(row, "The three treat the river together. ")
        done = session.split_in_target(row, 36)
        assert done.message == "Split in two; the English stays with the first part."
        assert sources(session)[1:3] == [LONG[:9], LONG[9:]]
        assert english(session)[1:3] == ["The three treat the river together.", ""]

    def test_at_the_english_caret_in_the_middle_of_a_sentence_it_says_where_to_go(
        self, session: Session
    ) -> None:
        row = ids(session)[1]
        session.type(row, "The three treat the river together. The water is clear.")
        assert "Tab" in session.split_in_target(row, 40).message
        assert "Tab" in session.split_in_target(row, 0).message
        assert not session.split_in_target(ids(session)[2], 0).done

    @given(offset=st.integers(1, len(LONG) - 1))
    @settings(max_examples=15)
    def test_a_merge_puts_together_what_a_split_has_parted(self, offset: int) -> None:
        with tempfile.TemporaryDirectory() as name:
            source = Path(name) / "s.txt"
            source.write_text(LONG, "utf-8")
            session = Session.create([source], folder=Path(name) / "p", name="p", reflow="never")
            (row,) = ids(session)
            session.type(row, "We treat the river. The water is clear. People gain.")
            before = session.segment(row)
            assert session.split(row, offset).done
            assert session.merge(row).done
            after = session.segment(row)
            assert (after.source, after.target, after.pieces) == (before.source, before.target, before.pieces)
            assert all(anchor.source_end in (9, 23) for anchor in after.anchors)
            session.close()


class TestMerging:
    def test_several_rows_become_one_in_one_step(self, session: Session) -> None:
        rows = ids(session)
        session.type(rows[1], "We treat the river.")
        session.type(rows[2], "We move offices.")
        done = session.merge_rows([rows[3], rows[1], rows[2]])
        assert done.message == "3 rows merged into one; a draft now."
        assert done.row == rows[1] and ids(session) == [rows[0], rows[1], rows[4]]
        assert session.segment(rows[1]).target.text == "We treat the river. We move offices."
        assert session.undo().message == "Undone: merged rows 2–4."
        assert ids(session) == rows

    def test_rows_with_another_between_them_are_not_merged(self, session: Session) -> None:
        rows = ids(session)
        assert "follow each other" in session.merge_rows([rows[0], rows[2]]).message
        assert not session.merge_rows([rows[4]]).done
        assert ids(session) == rows


def test_ranks_stay_above_zero_where_rows_go_to_the_very_start(make_session: MakeSession) -> None:
    session = make_session(["甲。", "乙。", "丙。"])
    rows = ids(session)
    for _ in range(60):
        for row in rows[::-1]:
            session.move([row], ids(session)[0])
    ranks = [row.rank for row in session.every_segment()]
    assert min(ranks) > 0 and ranks == sorted(ranks) and ranks[-1] < 100 * RANK_STEP
