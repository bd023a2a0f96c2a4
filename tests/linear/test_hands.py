"""tests: what saves typing, line by line: terms, figures, letters, case, editors, copying, spelling."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.linear.conftest import Talk
from tests.linear.test_linear import target
from workbench.linear.desk import LinearDesk
from workbench.linear.lines import completions
from workbench.project.session import Session


def test_a_term_is_put_in_changed_for_its_other_english_and_gone_on_with(
    session: Session, talk: Talk
) -> None:
    talk("/go 3", "/sentence 1", "/term 4", "move out step by step.")
    assert target(session, 3).startswith("Non-capital functions move out step by step.")


def test_a_figure_is_put_in_and_pressed_again_its_other_form(session: Session, talk: Talk) -> None:
    row = session.row_numbered(1)
    assert row is not None
    session.edit_source(row, "新增就业1.2万人")
    talk("/figure")
    first = target(session, 1)
    talk("/clear", "/figure", "/figure")
    assert first.startswith("12,000")
    assert target(session, 1) != first


def test_a_letter_by_name_goes_into_any_line(session: Session, talk: Talk) -> None:
    talk("L{u umlaut} Ban {em dash} a carpenter", "/edit", filled="{opening quote}L{u umlaut}{closing quote}")
    assert target(session, 1) == "“Lü”"


def test_letters_and_commands_are_completed(session: Session) -> None:
    desk = LinearDesk(session, lambda text: None, lambda prompt, filled="": None)
    assert completions(desk, "L{u ", "um") == ["umlaut}"]
    assert "{U umlaut}" in completions(desk, "", "{U")
    assert completions(desk, "{u umlaut} ", "no") == completions(desk, "", "no")
    assert "/concordance" in completions(desk, "", "/conc")


def test_the_case_of_words_is_changed_by_name_and_in_turn(session: Session, talk: Talk) -> None:
    talk("lucid waters and lush mountains", "/case title")
    assert target(session, 1) == "Lucid Waters and Lush Mountains"
    talk("/case upper Waters and")
    assert target(session, 1) == "Lucid WATERS AND Lush Mountains"
    assert talk("/case upper nowhere") == ["“nowhere” does not stand in the English."]


def test_the_english_is_written_in_another_editor(
    session: Session, talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import pathlib, sys\npathlib.Path(sys.argv[1]).write_text('Green hills\\n')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    assert talk("Lucid waters", "/editor")[-1] == "English: Green hills"
    assert target(session, 1) == "Green hills"
    talk("/undo")
    assert target(session, 1) == "Lucid waters"


def test_without_an_editor_it_says_what_to_set(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert talk("/editor")[0].startswith("No editor is named")


def test_the_row_is_copied_with_the_tool_of_the_computer(
    session: Session, talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "wl-copy"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path / 'clipboard'}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    said = talk("Lucid waters", "/copyrow both")
    assert said[-1].endswith("with wl-copy.")
    assert (tmp_path / "clipboard").read_text("utf-8") == "绿水青山就是发展的底色\nLucid waters\n"


def test_without_tool_and_terminal_nothing_is_said_to_be_copied(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert talk("/copyrow chinese")[0].startswith("Nothing was copied")


def test_a_misspelt_word_is_mended_here_and_in_the_other_rows_once_asked(
    session: Session, talk: Talk
) -> None:
    talk("Lucid rivvers", "", "The rivvers run.", filled="no")
    said = talk("/go 1", "/findings", "/respell rivvers => rivers", filled="no")
    assert any("rivvers" in line for line in said if line.startswith("Warning"))
    assert target(session, 1) == "Lucid rivers"
    assert target(session, 2).startswith("The rivvers")
    talk("/respell rivvers => rivers", filled="yes")
    assert target(session, 2).startswith("The rivers")


def test_the_english_just_written_holds_the_next_sentence_too(session: Session, talk: Talk) -> None:
    said = talk("/go 2", "The three places tend the river, and its water is clearer.", "/join")
    assert "Sentence 3 of 3: 群众的获得感不断增强。" in said


def test_a_block_of_rows_moves_and_a_row_is_split_before_a_text(session: Session, talk: Talk) -> None:
    talk("/move 2-3 => 1")
    first = session.row_numbered(1)
    assert first is not None
    assert session.segment(first).source.text.startswith("三地")
    talk("/go 1", "/split 岸线")
    second = session.row_numbered(2)
    assert second is not None
    assert session.segment(second).source.text.startswith("岸线重新变绿")
    talk("/go 1", "/merge 2")
    assert session.counts().total == 3
