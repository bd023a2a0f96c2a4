"""tests of project: the editor without a screen, as a translator would use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, OriginKind, State
from workbench.project.place import Place, RowFilter
from workbench.project.row_units import certain_pairs
from workbench.project.search import FindQuery
from workbench.project.session import Session

from .conftest import LINES, MakeSession


def ids(session: Session) -> list[int]:
    return list(session.full_view().ids)


def test_rows_are_the_paragraphs_in_order(session: Session) -> None:
    rows = session.segments(ids(session))
    assert [row.source.text for row in rows] == list(LINES)
    assert {row.state for row in rows} == {State.UNTRANSLATED}
    assert [session.number(row.id) for row in rows] == [1, 2, 3, 4, 5]
    assert session.row_numbered(3) == rows[2].id
    assert session.row_numbered(0) is None
    assert session.row_numbered(6) is None


def test_a_piece_leads_back_to_line_and_column(session: Session) -> None:
    row = session.segment(ids(session)[2])
    (piece,) = row.pieces
    assert (piece.document, piece.block) == (1, 3)
    assert (piece.runs[0].line, piece.runs[0].column) == (3, 1)


def test_typing_makes_a_draft_and_an_emptied_row_is_untranslated_again(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "Green")
    assert session.segment(row).state is State.DRAFT
    assert session.segment(row).origin.kind is OriginKind.TYPED
    session.type(row, "")
    assert session.segment(row).state is State.UNTRANSLATED


def test_confirm_fills_the_exact_repetition_as_a_draft_in_one_step(session: Session) -> None:
    rows = ids(session)
    session.type(rows[1], "The three localities are restoring the river.")
    done = session.confirm(rows[1])
    assert done.row == rows[2]
    assert "row 4" in done.message
    twin = session.segment(rows[3])
    assert twin.state is State.DRAFT
    assert twin.target.text == "The three localities are restoring the river."
    assert (twin.origin.kind, twin.origin.score) == (OriginKind.REPETITION, 100)
    session.undo()
    assert session.segment(rows[3]).state is State.UNTRANSLATED
    assert session.segment(rows[1]).state is State.DRAFT


def test_a_repetition_never_replaces_what_the_translator_typed(session: Session) -> None:
    rows = ids(session)
    session.type(rows[3], "My own words.")
    session.type(rows[1], "Others.")
    session.confirm(rows[1])
    assert session.segment(rows[3]).target.text == "My own words."


def test_repetitions_are_found_across_scripts(make_session: MakeSession) -> None:
    session = make_session(["坚持绿色发展。", "堅持綠色發展。"])
    first, second = ids(session)
    session.type(first, "Pursue green development.")
    session.confirm(first)
    assert session.segment(second).target.text == "Pursue green development."


def test_enter_on_an_empty_row_only_moves(session: Session) -> None:
    rows = ids(session)
    done = session.confirm(rows[0])
    assert done.row == rows[1]
    assert session.segment(rows[0]).state is State.UNTRANSLATED


def test_enter_skips_what_is_confirmed_locked_or_ignored(session: Session) -> None:
    rows = ids(session)
    session.type(rows[1], "Done.")
    session.confirm_and_stay(rows[1])
    session.toggle_lock(rows[2], "agreed with the client")
    session.set_kind(rows[3], Kind.IGNORED)
    session.type(rows[0], "A title")
    assert session.confirm(rows[0]).row == rows[4]


def test_after_the_last_row_it_stays_and_says_so(session: Session) -> None:
    rows = ids(session)
    session.type(rows[4], "Last.")
    done = session.confirm(rows[4])
    assert done.row is None
    assert "4 rows" in done.message


def test_enter_after_a_jump_confirms_and_returns(session: Session) -> None:
    rows = ids(session)
    session.jump(rows[4], rows[1])
    session.type(rows[4], "Figures.")
    assert session.confirm(rows[4]).row == rows[1]
    assert session.segment(rows[4]).state is State.CONFIRMED


def test_editing_a_confirmed_row_makes_it_a_draft_and_keeps_the_version(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "First.")
    session.confirm_and_stay(row)
    session.type(row, "Second.")
    assert session.segment(row).state is State.DRAFT
    kept = [
        change.before.get("target") for op in session.history(row) for change in op.changes if change.before
    ]
    assert "First." in kept


def test_a_locked_row_refuses_and_says_who_and_why(session: Session) -> None:
    row = ids(session)[0]
    session.toggle_lock(row, "agreed with the client")
    done = session.type(row, "x")
    assert not done.done
    assert session.user in done.message
    assert "agreed with the client" in done.message
    assert session.segment(row).target.text == ""
    session.toggle_lock(row)
    assert session.type(row, "x").done


def test_undo_and_redo_reach_across_rows_and_a_restart(make_session: MakeSession) -> None:
    session = make_session()
    rows = ids(session)
    session.type(rows[0], "One")
    session.pause()
    session.type(rows[2], "Two")
    folder = session.folder
    session.close()
    again = Session.open(folder)
    done = again.undo()
    assert done.row == rows[2]
    assert "row 3" in done.message
    assert again.segment(rows[2]).target.text == ""
    assert again.undo().row == rows[0]
    assert not again.undo().done
    assert again.redo().row == rows[0]
    assert again.segment(rows[0]).target.text == "One"
    again.close()


def test_typing_is_one_step_a_pause(session: Session) -> None:
    row = ids(session)[0]
    for text in ("G", "Gr", "Gre"):
        session.type(row, text)
    session.pause()
    session.type(row, "Green")
    session.undo()
    assert session.segment(row).target.text == "Gre"
    session.undo()
    assert session.segment(row).target.text == ""


def test_split_and_merge_are_inverse_and_keep_ids_apart(session: Session) -> None:
    rows = ids(session)
    before = session.segment(rows[1])
    split = session.split(rows[1], 9)
    new = split.changed[1]
    assert new not in rows
    assert session.segment(rows[1]).source.text == "三地共同治理河流。"
    assert [session.number(row) for row in (rows[1], new, rows[2])] == [2, 3, 4]
    session.merge(rows[1])
    assert session.segment(rows[1]).source == before.source
    assert session.segment(rows[1]).pieces == before.pieces
    with pytest.raises(KeyError):
        session.segment(new)
    session.undo()
    session.undo()
    assert session.segment(rows[1]) == before
    session.split(rows[0], 4)
    assert max(ids(session)) > new


def test_many_splits_in_one_place_never_run_out_of_room(make_session: MakeSession) -> None:
    text = "共同治理河流" * 10
    session = make_session([text, "末行。"])
    row = ids(session)[0]
    for at in range(len(text) - 1, 0, -1):
        assert session.split(row, at).done
    assert "".join(part.source.text for part in session.segments(ids(session))[:-1]) == text
    while session.undo().done:
        pass
    assert [part.source.text for part in session.segments(ids(session))] == [text, "末行。"]


def test_split_cuts_the_english_at_the_sentence_end(session: Session) -> None:
    row = ids(session)[2]
    session.type(row, "Relieving Beijing is a long task.")
    session.end_sentence(row, 33)
    session.type(row, "Relieving Beijing is a long task. Persevere.")
    session.split(row, 17)
    first, second = session.segments(ids(session)[2:4])
    assert (first.source.text, first.target.text) == (
        "疏解北京非首都功能是一项长期任务。",
        "Relieving Beijing is a long task.",
    )
    assert second.target.text == "Persevere."
    assert {first.state, second.state} == {State.DRAFT}


def test_the_last_row_of_a_document_has_nothing_to_merge_with(session: Session) -> None:
    assert not session.merge(ids(session)[4]).done


def test_the_sentence_key_anchors_and_lights_the_next(session: Session) -> None:
    row = ids(session)[1]
    session.type(row, "The three localities are restoring the river.")
    done = session.end_sentence(row, 45)
    segment = session.segment(row)
    assert [(a.source_end, a.target_end) for a in segment.anchors] == [(9, 45)]
    assert done.caret == 46
    assert segment.target.text.endswith(". ")
    lit = session.light(segment, segment.target.text, 46)
    assert segment.source.text[slice(*lit.source)] == "水质明显好转，岸线重新变绿。"
    assert (lit.index, lit.count) == (1, 3)


def test_the_sentence_key_refuses_where_nothing_was_written(session: Session) -> None:
    assert not session.end_sentence(ids(session)[1], 0).done


def test_the_sentence_key_ties_two_english_sentences_to_one_chinese(session: Session) -> None:
    row = ids(session)[1]
    session.type(row, "They restore the river.")
    session.end_sentence(row, 23)
    session.type(row, "They restore the river. The water is better. The banks are green.")
    done = session.end_sentence(row, 66)
    assert [(a.source_end, a.target_end) for a in session.segment(row).anchors] == [(9, 23), (23, 65)]
    assert "Sentence 3 of 3" in done.message


def test_the_caret_rests_after_the_last_anchor(session: Session) -> None:
    row = ids(session)[1]
    session.type(row, "One. Two and a half")
    session.end_sentence(row, 4)
    assert session.resting_caret(row) == 5
    session.leave(row, 9)
    assert session.resting_caret(row) == 9


def test_find_is_blind_to_script_and_width_in_chinese(session: Session) -> None:
    rows = ids(session)
    hits = session.find(FindQuery("水質", side="source"))
    assert [hit.row for hit in hits] == [rows[1], rows[3]]
    assert session.segment(rows[1]).source.text[hits[0].start : hits[0].end] == "水质"
    assert [hit.row for hit in session.find(FindQuery("１.２ 万"))] == [rows[4]]


def test_find_takes_a_regex_and_says_what_is_wrong_with_one(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "Target 2030")
    assert [hit.row for hit in session.find(FindQuery(r"\d{4}", side="target", regex=True))] == [row]
    with pytest.raises(WorkbenchError, match="not a regular expression"):
        session.find(FindQuery("(", regex=True))


def test_a_filter_keeps_the_numbers_of_the_project(session: Session) -> None:
    rows = ids(session)
    session.type(rows[2], "Draft")
    session.set_filter(RowFilter(states=frozenset({State.DRAFT})))
    view = session.full_view()
    assert (list(view.ids), list(view.numbers), view.total) == ([rows[2]], [3], 5)
    assert session.filter.text == "state:draft"


def test_the_first_view_is_a_window_around_the_place(make_session: MakeSession) -> None:
    session = make_session([f"第{n}段讲改革。" for n in range(300)])
    rows = ids(session)
    session.remember(Place(row=rows[200], scroll_row=rows[195]))
    view = session.first_view(60)
    assert rows[200] in view.ids
    assert 60 <= len(view) < 130
    assert list(view.numbers) == [rows.index(row) + 1 for row in view.ids]
    assert view.total == 300


def test_place_and_filter_survive_a_restart(make_session: MakeSession) -> None:
    session = make_session()
    rows = ids(session)
    session.set_filter(RowFilter(kinds=frozenset({Kind.PARAGRAPH})))
    session.remember(
        Place(row=rows[2], caret=3, scroll_row=rows[1], scroll_offset=2, ruby="row", script="hant")
    )
    folder = session.folder
    session.close()
    with_place = Session.open(folder)
    assert with_place.place == Place(
        row=rows[2], caret=3, scroll_row=rows[1], scroll_offset=2, ruby="row", script="hant"
    )
    assert with_place.filter == RowFilter(kinds=frozenset({Kind.PARAGRAPH}))
    with_place.close()


def test_editing_the_source_keeps_what_was_read_and_the_unchanged_runs(session: Session) -> None:
    row = ids(session)[0]
    session.edit_source(row, "绿水青山是发展的底色")
    segment = session.segment(row)
    assert segment.original_source == "绿水青山就是发展的底色"
    spans = [segment.source.text[run.start : run.end] for run in segment.pieces[0].runs]
    assert spans == ["绿水青山", "是发展的底色"]
    session.edit_source(row, "绿水青山就是发展的底色")
    assert session.segment(row).original_source == ""


def test_a_sentence_project_has_a_row_a_sentence(make_session: MakeSession) -> None:
    session = make_session(unit="sentence")
    assert [row.source.text for row in session.segments(ids(session))][1:4] == [
        "三地共同治理河流。",
        "水质明显好转，岸线重新变绿。",
        "群众的获得感不断增强。",
    ]


def test_a_second_session_is_read_only_and_can_take_over(session: Session) -> None:
    second = Session.open(session.folder)
    assert second.read_only
    assert not second.type(ids(session)[0], "x").done
    second.request_take_over()
    assert session.take_over_requested()
    assert not second.try_take_over().done
    assert "read-only" in session.step_back().message
    assert second.try_take_over().done
    assert second.type(ids(second)[0], "x").done
    assert not session.type(ids(session)[0], "y").done
    second.close()


def test_making_a_project_over_a_full_folder_changes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("改革。", "utf-8")
    folder = tmp_path / "taken"
    folder.mkdir()
    (folder / "keep.txt").write_text("mine", "utf-8")
    with pytest.raises(WorkbenchError, match="not empty"):
        Session.create([source], folder=folder, name="taken")
    assert [path.name for path in folder.iterdir()] == ["keep.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "taken"]


def test_a_sentence_ended_again_at_once_has_the_next_chinese_one_in_it_too(make_session: MakeSession) -> None:
    source = "“谋创新就是谋未来。”区管委会主任周明远在科技大会上这样强调。新区研发投入强度达到3.6%。"
    session = make_session((source,))
    row = session.every_segment()[0].id
    quoted = "“To plan for innovation is to plan for the future,” he stressed."
    session.type(row, quoted)
    first = session.end_sentence(row, len(quoted))
    assert "^E again" in first.message
    done = session.end_sentence(row, first.caret or 0)
    assert done.message == "Sentence 3 of 3."
    spending = "R&D spending reached 3.6 percent."
    session.type(row, f"{quoted} {spending}")
    session.end_sentence(row, len(quoted) + 1 + len(spending))
    ends = [anchor.source_end for anchor in session.segment(row).anchors]
    assert ends == [source.index("新区"), len(source)]
    session.confirm_and_stay(row)
    pairs = certain_pairs(session.segment(row))
    assert [source[slice(*pair.source)] for pair in pairs][-1] == "新区研发投入强度达到3.6%。"
