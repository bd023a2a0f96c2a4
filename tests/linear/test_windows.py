"""tests: two windows on one project, and whose work is done, line by line."""

from __future__ import annotations

from pathlib import Path

from tests.linear.conftest import Talk
from tests.linear.test_linear import target
from workbench.model.segments import State
from workbench.project.session import Session


def test_the_other_window_gets_the_project_before_the_next_line(session: Session, talk: Talk) -> None:
    (session.folder / "project.toml").touch()
    other = Session.open(session.folder, read_only=True)
    try:
        other.request_take_over()
        said = talk("Lucid waters")
        assert any("taken over: read-only here now." in line for line in said)
        assert target(session, 1) == ""
    finally:
        other.close()


def test_who_writes_already_need_not_ask(talk: Talk) -> None:
    assert talk("/takeover") == ["You can write here already."]


def test_a_reviewer_is_told_what_was_changed_and_sets_rows_reviewed(session: Session, talk: Talk) -> None:
    talk("Lucid waters", "", "/go 1", "/edit", filled="Lucid streams")
    said = talk("/role reviewer", "/row", "/reviewed", "/changes")
    assert "Since it was confirmed: Lucid (out: waters) (in: streams)" in said
    row = session.row_numbered(1)
    assert row is not None
    assert session.segment(row).state is State.REVIEWED


def test_the_project_is_told_and_exported_where_it_is_said(
    session: Session, talk: Talk, tmp_path: Path
) -> None:
    said = talk("Lucid waters", "", f"/export txt {tmp_path / 'out.txt'}", "/project", "/places")
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("Lucid waters")
    assert "1. river.txt: 1 of 3 rows done." in said
    assert any(line.startswith("languages: ") for line in said)
    assert "1. Row 1: 绿水青山就是发展的底色" in said


def test_hits_are_gone_through_both_ways(talk: Talk) -> None:
    said = talk("/find -chinese 发展", "/find", "/findback", "/find -regex ^三地", "/find nowhere at all")
    assert said[0] == "1 hit in 1 row."
    assert "Hit 1 of 1. Row 1, Chinese: 绿水青山就是发展的底色" in said
    assert "Row 2 of 3, paragraph, untranslated." in said
    assert said[-1] == "“nowhere at all” is nowhere in this project."


def test_a_filter_under_a_name_is_kept_and_dropped(session: Session, talk: Talk) -> None:
    talk("/filters mine = state:untranslated")
    assert session.saved_filters() == {"mine": "state:untranslated"}
    assert talk("/filter mine")[0] == "3 of 3 rows."
    talk("/filters mine =")
    assert session.saved_filters() == {}
