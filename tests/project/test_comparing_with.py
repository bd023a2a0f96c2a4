"""tests of project: a colleague's file beside the project: what differs, who changed it, and taking it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.model.units import TranslationUnit
from workbench.project.comparing_with import Changed, DifferenceKind
from workbench.project.comparing_with_units import Finder, OurRow, theirs_of
from workbench.project.exporting import exported
from workbench.project.records import fold_key
from workbench.project.saved_units import part_of
from workbench.project.session import Session
from workbench.text.fold import fold

from .conftest import LINES, MakeSession
from .test_session import ids

Pair = tuple[Session, Session]


@pytest.fixture
def pair(session: Session, tmp_path: Path) -> Pair:
    """A project with its first row confirmed and the third a draft, and a colleague's copy of it."""
    rows = ids(session)
    session.type(rows[0], "Green is the color of growth")
    session.confirm_and_stay(rows[0])
    session.type(rows[2], "It takes long.")
    session.save()
    keep = shutil.ignore_patterns("project.db*", "backups", "project.lock")
    shutil.copytree(session.folder, tmp_path / "clone", ignore=keep)
    return session, Session.open(tmp_path / "clone")


def returned(session: Session) -> Path:
    """The colleague's project.tmx."""
    session.save()
    return session.folder / "project.tmx"


def test_only_rows_that_differ_are_listed_with_who_changed_them(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    theirs.type(rows[0], "Green is the colour of growth")
    theirs.type(rows[2], "It takes time.")
    ours.type(rows[2], "It will take long.")
    ours.type(rows[4], "1.2 jobs")
    found = ours.compare(returned(theirs))
    assert [(each.number, each.changed) for each in found.rows] == [
        (1, Changed.THERE),
        (3, Changed.BOTH),
        (5, Changed.HERE),
    ]
    assert found.base
    assert found.rows[1].base is not None
    assert found.rows[1].base.target.text == "It takes long."
    assert (found.same, found.missing) == (2, 0)


def test_taking_a_row_is_one_step_and_undo_takes_it_back(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[2]
    theirs.type(row, "It takes time.")
    theirs.confirm_and_stay(row)
    found = ours.compare(returned(theirs))
    done = ours.take(found, [row])
    assert done.changed == (row,)
    assert (ours.segment(row).target.text, ours.segment(row).state) == ("It takes time.", State.CONFIRMED)
    assert ours.is_taken(found.rows[0])
    ours.undo()
    assert ours.segment(row).target.text == "It takes long."
    assert not ours.is_taken(found.rows[0])


def test_confirmed_english_that_both_changed_becomes_a_draft_and_that_is_said(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[0]
    ours.type(row, "Growth is green")
    ours.confirm_and_stay(row)
    theirs.type(row, "Green is the colour of growth")
    theirs.confirm_and_stay(row)
    found = ours.compare(returned(theirs))
    left = ours.take(found, [row], leave_confirmed=True)
    assert not left.done
    assert "confirmed here" in left.message
    done = ours.take(found, [row])
    assert ours.segment(row).state is State.DRAFT
    assert "1 had been confirmed here and is a draft now" in done.message


def test_a_review_by_the_colleague_alone_comes_back_as_it_is_there(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    theirs.type(rows[0], "Green is the colour of growth")
    theirs.set_reviewed(rows[0])
    theirs.reject(rows[2], "Say what takes long.")
    found = ours.compare(returned(theirs))
    assert found.of(DifferenceKind.REVIEWED_THERE) == [rows[0]]
    assert found.of(DifferenceKind.REJECTED_THERE) == [rows[2]]
    assert found.of(DifferenceKind.ENGLISH_SAME) == [rows[2]]
    said = ours.take(found, found.of(DifferenceKind.ALL)).message
    assert "1 had been confirmed here" in said
    assert ours.segment(rows[0]).state is State.REVIEWED
    assert ours.segment(rows[2]).state is State.REJECTED
    assert ours.segment(rows[2]).comment == "Say what takes long."
    ours.undo()
    assert ours.segment(rows[0]).state is State.CONFIRMED


def test_of_several_saves_the_one_it_came_from_is_the_base(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    for english in ("Three places", "Three localities"):
        ours.type(rows[1], english)
        ours.save()
    theirs.type(rows[2], "It takes time.")
    found = ours.compare(returned(theirs))
    changed = {each.row: each.changed for each in found.rows}
    assert changed == {rows[1]: Changed.HERE, rows[2]: Changed.THERE}


def test_a_row_changed_since_the_comparison_or_locked_is_left_and_counted(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    for row in (rows[2], rows[3], rows[4]):
        theirs.type(row, "Theirs.")
    found = ours.compare(returned(theirs))
    ours.type(rows[2], "Ours, later.")
    ours.toggle_lock(rows[3])
    done = ours.take(found, [rows[2], rows[3], rows[4]])
    assert done.changed == (rows[4],)
    assert "1 row left: changed since the comparison" in done.message
    assert "1 row left: locked" in done.message


def test_an_export_without_a_base_fills_what_is_untranslated_here(session: Session, tmp_path: Path) -> None:
    rows = ids(session)
    path = tmp_path / "back.tmx"
    other = Session.create(
        [session.folder.parent / "river.txt"], folder=tmp_path / "other", name="other", reflow="never"
    )
    for row in ids(other)[:2]:
        other.type(row, f"Row {row}")
        other.confirm_and_stay(row)
    path.write_text(exported(other, "tmx").text, "utf-8")
    other.close()
    session.type(rows[0], "Ours")
    found = session.compare(path)
    assert {each.changed for each in found.rows} == {Changed.UNKNOWN}
    assert found.of(DifferenceKind.UNTRANSLATED_HERE) == [rows[1], rows[3]]
    assert found.of(DifferenceKind.ALL) == [rows[0], rows[1], rows[3]]
    assert found.missing == 2
    session.take(found, [rows[1]])
    assert session.segment(rows[1]).target.text == "Row 2"


def test_sentences_of_a_file_make_up_a_row(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "sentences.tmx"
    path.write_text(
        _tmx(
            ("三地共同治理河流。", "They clean the rivers."),
            ("水质明显好转，岸线重新变绿。", "The water is clean."),
            ("群众的获得感不断增强。", "People gain."),
            ("别的文章里的话。", "From elsewhere."),
        ),
        "utf-8",
    )
    found = session.compare(path)
    (first,) = found.rows
    assert first.number == 2
    assert first.theirs.parts == 3
    assert first.theirs.work.target.text == "They clean the rivers. The water is clean. People gain."
    assert [each.source for each in found.elsewhere] == ["别的文章里的话。"]
    assert session.take(found, [first.row]).done
    assert session.segment(first.row).state is State.DRAFT


def test_rows_split_by_the_colleague_are_their_english_together(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[1]
    second = theirs.split(row, 9).changed[1]
    theirs.type(row, "They clean the rivers.")
    theirs.type(second, "The water is clean. People gain.")
    found = ours.compare(returned(theirs))
    assert [each.theirs.work.target.text for each in found.rows] == [
        "They clean the rivers. The water is clean. People gain."
    ]


def test_a_source_they_mended_is_said_and_ours_stays(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[4]
    theirs.edit_source(row, "全县新增就业1.3万人，城镇登记失业率保持在较低水平。")
    theirs.type(row, "13,000 jobs")
    found = ours.compare(returned(theirs))
    assert found.rows[0].theirs.source.startswith("全县新增就业1.3万人")
    ours.take(found, [row])
    assert ours.segment(row).source.text == LINES[4]
    assert ours.segment(row).target.text == "13,000 jobs"


def test_notes_of_both_are_kept(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[2]
    theirs.type(row, "It takes time.")
    theirs.set_note(row, "Ask the client.")
    ours.set_note(row, "See page 3.")
    found = ours.compare(returned(theirs))
    ours.take(found, [row])
    assert ours.segment(row).note == "See page 3.\nAsk the client."


def test_a_project_folder_may_be_named_and_a_missing_file_is_an_error(pair: Pair, tmp_path: Path) -> None:
    ours, theirs = pair
    theirs.type(ids(ours)[2], "It takes time.")
    returned(theirs)
    assert ours.compare(theirs.folder).name == "clone/project.tmx"
    with pytest.raises(WorkbenchError, match="not there"):
        ours.compare(tmp_path / "none.tmx")


def test_a_comparison_can_be_stopped(make_session: MakeSession) -> None:
    session = make_session([f"第{number}条意见已经办结。" for number in range(600)])
    for row in ids(session)[:3]:
        session.type(row, "Done.")
    session.save()
    session.type(ids(session)[0], "Settled.")

    class StoppedError(Exception):
        pass

    def stop(what: str, done: int, of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        session.compare(session.folder / "project.tmx", stop)


def _tmx(*pairs: tuple[str, str]) -> str:
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>'
        for zh, en in pairs
    )
    head = (
        '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
        ' srclang="zh-CN" datatype="plaintext"/>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4">{head}<body>{units}</body></tmx>'


SENTENCES = ("水质好转。", "路修通了。", "群众满意。", "要久久为功。", "公里", "3.5万人。")


Rows = list[list[str]]
ROWS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=6)


def _found(rows: Rows, whole: list[bool]) -> dict[int, str]:
    """The English found for each row, whose units are the row itself or its sentences."""
    texts = ["".join(row) for row in rows]
    ours = [OurRow(at, at, fold_key(fold(text))) for at, text in enumerate(texts)]
    finder = Finder(ours, [fold(text) for text in texts].__getitem__, own=False)
    parts = [part for row, one in zip(rows, whole, strict=False) for part in (["".join(row)] if one else row)]
    units = (TranslationUnit("", CodedText(part), CodedText(f"<{part}>")) for part in parts)
    found = [(row, theirs_of(unit)) for unit in units if (row := finder.find(unit)) is not None]
    return {row: theirs.work.target.text for row, theirs in (*found, *finder.rest())}


@given(ROWS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_found_for_a_row_is_its_own_text_whatever_repeats(rows: Rows, whole: list[bool]) -> None:
    for row, english in _found(rows, whole).items():
        assert english.replace("> <", "").strip("<>") == "".join(rows[row])


@given(ROWS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_every_row_is_found_however_the_file_is_cut_into_sentences(rows: Rows, whole: list[bool]) -> None:
    unlike = [[f"{at}号{number}。{text}" for number, text in enumerate(row)] for at, row in enumerate(rows)]
    assert set(_found(unlike, whole)) == set(range(len(rows)))


def test_a_row_that_is_ignored_here_is_neither_missing_nor_elsewhere(pair: Pair) -> None:
    ours, theirs = pair
    rows = ids(ours)
    ours.set_kind(rows[4], Kind.IGNORED)
    theirs.type(rows[2], "It takes time.")
    found = ours.compare(returned(theirs))
    assert (found.missing, found.elsewhere) == (0, ())


def test_what_we_split_is_not_taken_for_a_mended_source(pair: Pair) -> None:
    ours, theirs = pair
    row = ids(ours)[1]
    ours.split(row, 9)
    theirs.type(row, "They clean the rivers. The water is clean.")
    found = ours.compare(returned(theirs))
    assert found.rows == ()
    assert [each.source for each in found.elsewhere] == [LINES[1]]


def test_rows_of_a_save_are_a_file_of_their_own(pair: Pair, tmp_path: Path) -> None:
    ours, _ = pair
    rows = ids(ours)
    ours.set_note(rows[2], 'a </tu> & <tu tuid="1"> in a note')
    ours.save()
    part_of(ours.folder / "project.tmx", {rows[0], rows[2]}, tmp_path / "part.tmx")
    units = list(TmxReader(tmp_path / "part.tmx"))
    assert [unit.id for unit in units] == [str(rows[0]), str(rows[2])]
    assert units[1].note == 'a </tu> & <tu tuid="1"> in a note'
