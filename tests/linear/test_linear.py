"""tests: the editor for screen readers does what the other one does, said in plain lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.linear.conftest import Talk
from workbench.linear.command import command_named
from workbench.linear.desk import LinearDesk
from workbench.linear.lines import completions
from workbench.linear.table import COMMANDS
from workbench.model.segments import Kind, State
from workbench.project.operations import OperationLog, Step
from workbench.project.session import Session


def target(session: Session, number: int) -> str:
    row = session.row_numbered(number)
    assert row is not None
    return session.segment(row).target.text


def state(session: Session, number: int) -> State:
    row = session.row_numbered(number)
    assert row is not None
    return session.segment(row).state


def test_it_begins_with_where_one_is_and_what_is_to_be_done(session: Session) -> None:
    said: list[str] = []
    LinearDesk(session, said.append, lambda prompt, filled="": None).tell_row()
    assert said == ["Row 1 of 3, title, untranslated.", "Chinese: 绿水青山就是发展的底色"]


def test_a_line_is_the_translation_and_an_empty_one_confirms_and_goes_on(
    session: Session, talk: Talk
) -> None:
    said = talk("Lucid Waters Color Development", "")
    assert target(session, 1) == "Lucid Waters Color Development"
    assert state(session, 1) is State.CONFIRMED
    assert "Row 2 of 3, paragraph, untranslated." in said
    assert "Sentence 1 of 3: 三地共同治理河流。" in said


def test_a_row_is_done_sentence_by_sentence(session: Session, talk: Talk) -> None:
    said = talk("/go 2", "The three places tend the river.", "The water is clearer.", "People feel it.", "")
    assert target(session, 2) == "The three places tend the river. The water is clearer. People feel it."
    row = session.row_numbered(2)
    assert row is not None
    assert [anchor.target_end for anchor in session.segment(row).anchors] == [32, 54, 70]
    assert "Sentence 2 of 3: 水质明显好转，岸线重新变绿。" in said
    assert state(session, 2) is State.CONFIRMED


def test_a_sentence_that_has_its_english_is_not_typed_over(session: Session, talk: Talk) -> None:
    said = talk("Lucid waters", "", "/go 1", "Something else")
    assert target(session, 1) == "Lucid waters"
    assert any(line.startswith("This sentence has its English") for line in said)


def test_english_is_changed_on_a_line_that_has_it(session: Session, talk: Talk) -> None:
    said = talk("Lucid waters", "", "/go 1", "/edit", filled="Lucid waters and lush mountains")
    assert target(session, 1) == "Lucid waters and lush mountains"
    assert "Changed; the row is draft." in said


def test_undo_says_what_it_took_back_and_goes_there(session: Session, talk: Talk) -> None:
    said = talk("Lucid waters", "", "/undo")
    assert state(session, 1) is State.DRAFT
    assert "Undone: confirmed row 1." in said


def test_inline_codes_stay_where_they_are(session: Session, talk: Talk) -> None:
    row = session.row_numbered(2)
    assert row is not None
    session.type(row, "The ⟨1⟩three⟨/1⟩ places tend the river.")
    session.end_sentence(row, 32)
    talk("/go 2", "The water is clearer.")
    segment = session.segment(row)
    assert segment.target.text.rstrip() == "The three places tend the river. The water is clearer."
    assert [(code.offset, code.number) for code in segment.target.codes] == [(4, 1), (9, 1)]


def test_terms_are_said_and_completed(session: Session, talk: Talk) -> None:
    said = talk("/go 3", "/terms")
    assert any("非首都功能: non-capital functions" in line for line in said)
    desk = LinearDesk(session, lambda text: None, lambda prompt, filled="": None)
    desk.go(session.row_numbered(3) or 0)
    assert "non-capital functions" in completions(desk, "", "non")
    assert "Non-capital functions" in completions(desk, "", "Non")


def test_what_the_memory_has_is_said_and_put_in(session: Session, talk: Talk) -> None:
    first, second = session.row_numbered(1), session.row_numbered(2)
    assert first is not None
    assert second is not None
    session.edit_source(first, session.segment(second).source.text)
    talk("/go 2", "The three places tend the river.", "The water is clearer.", "People feel it.")
    session.clear_target(first)
    said = talk("/stay", "/go 1", "/matches", "/use 1")
    assert target(session, 1) == target(session, 2), said


def test_every_command_can_be_run_and_says_something(session: Session, talk: Talk) -> None:
    for command in COMMANDS:
        if command.names[0] not in ("quit", "confirm"):
            assert talk(f"/{command.names[0]}", filled="x"), command.names


def test_what_is_wrong_is_said_in_a_sentence(session: Session, talk: Talk) -> None:
    assert talk("/nonsense") == ["There is no command /nonsense; /help says them all."]
    assert talk("/go 99") == ["A row number is 1 to 3."]
    assert talk("/kind poem")[0].startswith("A kind is one of: title")
    assert talk("/reject")[0].startswith("Say why")


def test_a_stroke_may_begin_a_translation(session: Session, talk: Talk) -> None:
    talk("//usr")
    assert target(session, 1) == "/usr"


def test_a_wide_stroke_is_one_too(session: Session, talk: Talk) -> None:
    assert talk("／source") == ["Chinese: 绿水青山就是发展的底色"]


def test_names_are_shortened_where_only_one_is_meant() -> None:
    names = [name for command in COMMANDS for name in command.names]
    assert len(names) == len(set(names))
    assert command_named("prog", COMMANDS) is command_named("progress", COMMANDS)
    assert command_named("zzz", COMMANDS) is None


def test_a_kind_is_set_by_its_word(session: Session, talk: Talk) -> None:
    talk("/kind list item")
    row = session.row_numbered(1)
    assert row is not None
    assert session.segment(row).kind is Kind.LIST_ITEM


def test_nothing_that_is_said_draws_boxes_or_colours(session: Session, talk: Talk) -> None:
    said = "\n".join(talk("/help", "/go 2", "/terms", "/findings", "/progress", "/pinyin", "/lookup 河流"))
    assert not set(said) & set("│─┌┐└┘├┤▸▾✓✗\x1b\t")


@pytest.mark.parametrize("lines", [["Lucid waters", "", "/quit"], ["Lucid waters", ""]])
def test_it_works_in_a_pipe_and_keeps_what_was_done(
    session: Session, lines: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = session.folder
    session.close()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "open", "--linear", str(folder)],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Row 1 confirmed." in done.stdout
    assert done.stdout.endswith("Everything is kept.\n")
    assert target(Session.open(folder, read_only=True), 1) == "Lucid waters"


def test_ctrl_c_in_a_command_leaves_it_undone_and_the_conversation_goes_on(
    session: Session, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk("Lucid Waters Color Development")
    write = OperationLog._write

    def interrupted(log: OperationLog, step: Step) -> int:
        monkeypatch.setattr(OperationLog, "_write", write)
        raise KeyboardInterrupt

    monkeypatch.setattr(OperationLog, "_write", interrupted)
    said = talk("/go 1", "")
    assert "Stopped; what was not done by then is as it was." in said
    assert state(session, 1) is State.DRAFT
    talk("/go 1", "")
    assert state(session, 1) is State.CONFIRMED
    talk("/go 1", "/undo")
    assert state(session, 1) is State.DRAFT
