"""tests of project: rows pulled about in every order: codes, anchors, pieces and originals stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.segments import Anchor, Piece, Run, Segment, State
from workbench.project.session import Session
from workbench.project.structure import merged, split_at
from workbench.project.structure_sources import source_edited

from .conftest import MakeSession
from .test_session import ids

OPEN, CLOSE, ALONE = CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE
PIECE = Piece(1, 1, (Run(0, 6, 1, 1),))


def row(source: str | CodedText, target: str | CodedText, anchors: tuple[Anchor, ...] = ()) -> Segment:
    return Segment(
        id=1,
        rank=1,
        document=1,
        source=CodedText(source) if isinstance(source, str) else source,
        target=CodedText(target) if isinstance(target, str) else target,
        state=State.DRAFT,
        anchors=anchors,
        pieces=(PIECE,),
    )


def test_a_pair_of_codes_across_the_cut_is_one_again_after_merging() -> None:
    bold = (InlineCode(1, 1, OPEN, "<b>"), InlineCode(5, 1, CLOSE, "</b>"), InlineCode(6, 2, ALONE, "<br>"))
    start = row(CodedText("改革。开放。", bold), "Reform. Open.")
    start = replace(start, target=CodedText("Reform. Open.", (InlineCode(13, 2, ALONE, "<br>"),)))
    again = merged(*split_at(start, 3, 8))
    assert (again.source, again.target) == (start.source, start.target)


def test_a_code_that_opens_at_the_cut_goes_with_what_it_opens() -> None:
    codes = (InlineCode(3, 1, CLOSE), InlineCode(3, 2, OPEN), InlineCode(6, 2, CLOSE))
    first, second = split_at(row(CodedText("改革。开放。", codes), ""), 3, 0)
    assert [code.kind for code in first.source.codes] == [CLOSE]
    assert [(code.offset, code.kind) for code in second.source.codes] == [(0, OPEN), (3, CLOSE)]


def test_merged_codes_have_the_same_numbers_on_both_sides() -> None:
    first = row(CodedText("改", (InlineCode(0, 1, ALONE), InlineCode(1, 2, ALONE))), "a")
    codes = (InlineCode(0, 1, ALONE, "x"),)
    second = row(CodedText("革", codes), target=CodedText("b", codes))
    both = merged(first, second)
    assert both.source.codes[-1].number == both.target.codes[-1].number == 3


def test_a_target_of_codes_alone_survives_split_and_merge() -> None:
    start = row("改革。开放。", CodedText("", (InlineCode(0, 1, ALONE, "<img>"),)))
    first, second = split_at(start, 3, 0)
    assert first.target == start.target
    assert merged(first, second).target == start.target


def test_anchors_stay_inside_when_a_split_trims_the_english() -> None:
    start = row("改革。开放。", "\n One.\n Two.\n", anchors=(Anchor(3, 7), Anchor(6, 13)))
    first, second = split_at(start, 3, 7)
    for part in (first, second):
        assert all(0 < anchor.target_end <= len(part.target.text) for anchor in part.anchors)
    assert (first.target.text, second.target.text) == ("One.", "Two.")


def test_merging_after_the_sentence_key_puts_one_space_between() -> None:
    both = merged(row("改革。", "Reform. "), row("开放。", "Opening up."))
    assert both.target.text == "Reform. Opening up."
    assert both.anchors == (Anchor(3, 7),)


def test_anchors_never_stand_twice_at_one_place_after_mending_the_source() -> None:
    start = row("甲。乙。丙。", "A. B. C.", anchors=(Anchor(2, 2), Anchor(4, 5)))
    assert source_edited(start, "甲。丙。").anchors == (Anchor(2, 5),)
    assert source_edited(start, "丙。").anchors == ()


def test_the_source_as_it_was_read_outlives_a_split() -> None:
    edited = source_edited(row("改⾰。开放。", ""), "改革。开放。")
    first, second = split_at(edited, 3, 0)
    assert (first.original_source, second.original_source) == ("改⾰。", "")
    assert merged(first, second).original_source == "改⾰。开放。"


def test_a_part_without_a_run_of_its_own_still_knows_its_block() -> None:
    edited = source_edited(row("改革。开放。", ""), "新的话。改革。开放。")
    first, second = split_at(edited, 2, 0)
    assert first.pieces == (Piece(1, 1),)
    assert second.pieces


@pytest.mark.parametrize("command", ["type", "confirm", "end_sentence", "merge", "set_note"])
def test_a_command_on_a_row_that_is_gone_is_refused(session: Session, command: str) -> None:
    rows = ids(session)
    session.merge(rows[1])
    more = {"type": ("late",), "end_sentence": (0,), "set_note": ("late",)}.get(command, ())
    done = getattr(session, command)(rows[2], *more)
    assert not done.done
    assert "not there any more" in done.message


def test_copying_the_source_keeps_its_codes_and_a_literal_bracket(make_session: MakeSession) -> None:
    session = make_session(["看⟨1⟩这里"])
    row = ids(session)[0]
    session.copy_source(row)
    assert session.segment(row).target == CodedText("看⟨1⟩这里")


def test_copying_and_clearing_are_steps_of_their_own(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "Mine")
    session.copy_source(row)
    session.type(row, "Mine again")
    session.clear_target(row)
    session.type(row, "N")
    texts = []
    while session.undo().done:
        texts.append(session.segment(row).target.text)
    assert texts == ["", "Mine again", session.segment(row).source.text, "Mine", ""]


def test_a_lone_surrogate_is_kept_out_of_every_text(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "a\ud800b")
    session.set_note(row, "n\udfff")
    session.edit_source(row, "绿\ud800水")
    session.toggle_lock(row, "w\udc00")
    kept = session.segment(row)
    assert (kept.target.text, kept.note, kept.source.text) == ("a\ufffdb", "n\ufffd", "绿\ufffd水")


def test_repetitions_leave_ignored_rows_and_written_ones_alone(make_session: MakeSession) -> None:
    from workbench.model.segments import Kind

    session = make_session(["同一句话。"] * 4)
    rows = ids(session)
    session.set_kind(rows[1], Kind.IGNORED)
    session.toggle_lock(rows[2])
    session.type(rows[0], "The same sentence.")
    session.confirm(rows[0])
    assert [s.target.text for s in session.segments(rows)] == [
        "The same sentence.",
        "",
        "",
        "The same sentence.",
    ]


def test_a_row_of_two_thousand_sentences_is_split_in_the_middle(make_session: MakeSession) -> None:
    session = make_session(["改革是长期任务。" * 2_000])
    row = ids(session)[0]
    session.type(row, "Reform is a long task. " * 2_000)
    first, second = session.segments(session.split(row, 8_000).changed)
    assert len(first.target.text) + 1 + len(second.target.text) + 1 == 23 * 2_000
    assert len(first.target.text) == 23 * 1_000 - 1
