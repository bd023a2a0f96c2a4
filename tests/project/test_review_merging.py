"""tests of project: two copies of a project that were split, merged, mended and mangled, put together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Anchor, Kind, State
from workbench.project.session import Session

from .conftest import LINES, MakeSession
from .test_session import ids

Pair = tuple[Session, Session]
Exchange = Callable[[Session, Session], str]


@pytest.fixture
def pair(make_session: MakeSession, tmp_path: Path) -> Pair:
    """A project and a colleague's clone of it, which has neither database nor backups."""
    ours = make_session()
    ours.type(ids(ours)[4], "1.2 jobs")
    ours.save()
    keep = shutil.ignore_patterns("project.db*", "backups", "project.lock")
    shutil.copytree(ours.folder, tmp_path / "clone", ignore=keep)
    return ours, Session.open(tmp_path / "clone")


def pull(into: Session, other: Session) -> str:
    """`other` saves, its file comes here and is merged; what was said."""
    assert other.save().done
    shutil.copyfile(other.folder / "project.tmx", into.folder / "project.tmx")
    return into.merge_foreign().message


def source(session: Session) -> str:
    return "".join(segment.source.text for segment in session.every_segment())


def test_a_fresh_clone_knows_what_it_came_from(pair: Pair) -> None:
    ours, clone = pair
    ours.type(ids(ours)[4], "12,000 jobs")
    assert "1 row taken" in pull(clone, ours)
    assert clone.segment(ids(ours)[4]).target.text == "12,000 jobs"


def test_new_ids_of_both_sides_never_meet(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    mine = ours.split(rows[1], 9).changed[1]
    assert theirs.split(rows[2], 17).changed[1] == mine
    pull(ours, theirs)
    assert source(ours) == "".join(LINES)
    assert len(ids(ours)) == len(set(ids(ours))) == 7


def test_an_id_the_other_copy_has_used_up_is_not_used_here(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    gone = theirs.split(rows[1], 9).changed[1]
    theirs.merge(rows[1])
    theirs.type(rows[0], "Green")
    pull(ours, theirs)
    assert ours.split(rows[1], 9).changed[1] > gone


def test_what_they_translated_in_a_row_we_merged_away_is_in_the_note(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    ours.merge(rows[2])
    theirs.type(rows[3], "Three places treat the rivers.")
    pull(ours, theirs)
    assert "Three places treat the rivers." in ours.segment(rows[2]).note
    assert source(ours) == "".join(LINES)


@pytest.mark.parametrize("mine", [1, 2])
def test_a_merge_of_theirs_is_taken_whole_or_not_at_all(pair: Pair, mine: int) -> None:
    ours, theirs = pair
    rows = ids(ours)
    ours.type(rows[mine], "Mine")
    theirs.type(rows[1], "Theirs")
    theirs.merge(rows[1])
    pull(ours, theirs)
    assert source(ours) == "".join(LINES)
    assert ours.segment(rows[mine]).target.text == "Mine"
    assert "Theirs" in ours.segment(rows[1]).note


def test_each_side_may_change_another_part_of_a_row(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[0]
    ours.type(row, "Green")
    ours.confirm(row)
    theirs.set_note(row, "Ask the client.")
    theirs.set_kind(row, Kind.HEADING)
    assert "both sides" not in pull(ours, theirs)
    kept = ours.segment(row)
    assert (kept.target.text, kept.state, kept.note, kept.kind) == (
        "Green",
        State.CONFIRMED,
        "Ask the client.",
        Kind.HEADING,
    )


def test_their_note_and_comment_outlive_a_conflict(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[0]
    ours.type(row, "Ours")
    ours.set_note(row, "our note")
    theirs.type(row, "Theirs")
    theirs.set_note(row, "their note")
    theirs.set_state(row, State.REJECTED, "too free")
    assert "1 row changed on both sides" in pull(ours, theirs)
    assert all(each in ours.segment(row).note for each in ("our note", "their note", "too free", "Theirs"))


def test_without_a_base_their_english_fills_what_is_empty_here(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[0]
    shutil.rmtree(ours.folder / "backups")
    theirs.type(row, "Theirs")
    pull(ours, theirs)
    assert ours.segment(row).target.text == "Theirs"


def test_many_new_rows_after_one_keep_their_order(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[1]
    while len(theirs.segment(row).source.text) > 1:
        theirs.split(row, len(theirs.segment(row).source.text) - 1)
    pull(ours, theirs)
    assert [s.source.text for s in ours.every_segment()] == [s.source.text for s in theirs.every_segment()]
    ours.undo()
    assert [s.source.text for s in ours.every_segment()] == list(LINES)


def units_of(path: Path) -> tuple[str, list[str], str]:
    head, *units = path.read_text("utf-8").split("    <tu ")
    last, tail = units[-1].split("  </body>")
    return head, ["    <tu " + unit for unit in [*units[:-1], last]], "  </body>" + tail


def test_rows_cut_out_of_the_file_by_hand_stay_here(session: Session) -> None:
    session.type(ids(session)[2], "Relocation")
    session.save()
    path = session.folder / "project.tmx"
    head, units, tail = units_of(path)
    path.write_text(head + "".join(units[:2]) + tail, "utf-8")
    assert "3 rows missing there and kept here" in session.merge_foreign().message
    assert session.segment(ids(session)[2]).target.text == "Relocation"
    assert len(ids(session)) == 5


def test_rows_in_another_order_change_nothing_here(session: Session) -> None:
    session.save()
    before = session.every_segment()
    path = session.folder / "project.tmx"
    head, units, tail = units_of(path)
    path.write_text(head + "".join(units[::-1]) + tail, "utf-8")
    session.merge_foreign()
    assert session.every_segment() == before


CUT = [
    ('tuid="1"', 'tuid="2"', "stands twice"),
    ('tuid="1"', 'tuid="99999999999999999999"', "was not written by Workbench"),
    ('tuid="1"', 'tuid="0"', "stands twice"),
    (">paragraph</prop>", ">poem</prop>", "was not written by Workbench"),
    ('"x-document">1<', '"x-document">[<', "was not written by Workbench"),
    ('"x-pieces">', '"x-pieces">' + "[" * 50_000, "was not written by Workbench"),
    ('"x-workbench-next-id">6<', '"x-workbench-next-id">six<', "next row id"),
    ('"x-workbench-documents">[[1,', '"x-workbench-documents">[[1],[1,', "list of documents"),
    ('xml:lang="zh-CN"', 'xml:lang="ja"', "srclang"),
    (
        "</tuv>",
        '</tuv><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv>',
        "more than",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), CUT)
def test_a_file_mangled_by_hand_is_refused_and_nothing_changes(
    session: Session, old: str, new: str, said: str
) -> None:
    session.save()
    before = session.every_segment()
    path = session.folder / "project.tmx"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(WorkbenchError, match=said):
        session.merge_foreign()
    assert session.every_segment() == before
    session.close()
    (session.folder / "project.db").unlink()
    with pytest.raises(WorkbenchError, match=said):
        Session.open(session.folder)


def test_english_typed_into_the_file_by_hand_is_a_draft_that_no_repetition_replaces(session: Session) -> None:
    rows = ids(session)
    session.save()
    path = session.folder / "project.tmx"
    head, units, tail = units_of(path)
    units[3] = units[3].replace("</tuv>", '</tuv><tuv xml:lang="en"><seg>By hand.</seg></tuv>')
    path.write_text(head + "".join(units) + tail, "utf-8")
    session.merge_foreign()
    assert session.segment(rows[3]).state is State.DRAFT
    session.type(rows[1], "Three sentences.")
    session.confirm(rows[1])
    assert session.segment(rows[3]).target.text == "By hand."


def test_english_shortened_by_hand_leaves_no_anchor_outside_it(session: Session) -> None:
    row = ids(session)[1]
    session.type(row, "The three treat rivers. The water is better.")
    session.end_sentence(row, 23)
    session.end_sentence(row, 44)
    session.confirm(row)
    session.save()
    path = session.folder / "project.tmx"
    path.write_text(path.read_text("utf-8").replace(" The water is better.", ""), "utf-8")
    session.merge_foreign()
    assert session.segment(row).anchors == (Anchor(9, 23),)
    path.write_text(path.read_text("utf-8").replace("The three treat rivers.", ""), "utf-8")
    session.merge_foreign()
    assert session.segment(row).state is State.UNTRANSLATED
