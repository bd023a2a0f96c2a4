"""tests/tui: copying with the tool of this computer or through the terminal, and another editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.project.clipboard import copy, local_tool
from workbench.project.other_editor import edited


def everywhere(name: str) -> str:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("environment", "platform", "name"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "a b"}, "linux", "xclip"),
        ({}, "darwin", "pbcopy"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        ({}, "linux", ""),
        ({"SSH_CONNECTION": "a b"}, "darwin", ""),
        ({"SSH_TTY": "/dev/pts/1", "WSL_DISTRO_NAME": "Debian"}, "linux", ""),
    ],
)
def test_the_tool_is_one_that_reaches_whoever_sits_here(
    environment: dict[str, str], platform: str, name: str
) -> None:
    tool = local_tool(environment, platform, everywhere)
    assert (tool.command[0] if tool else "") == name


def test_a_tool_that_is_not_installed_is_passed_over() -> None:
    tool = local_tool({"DISPLAY": ":0"}, "linux", lambda name: name if name == "xsel" else None)
    assert tool is not None and tool.command[0] == "xsel"


def program(folder: Path, name: str, lines: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_what_is_copied_arrives_and_the_way_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "xclip", f'cat > "{tmp_path}/clipboard"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said: list[str] = []
    sent: list[str] = []
    copy("三地 and “the hub”", sent.append, said.append)
    assert (tmp_path / "clipboard").read_text("utf-8") == "三地 and “the hub”"
    assert (sent, said) == ([], ["Copied 16 characters with xclip."])


def test_where_the_tool_fails_the_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "xclip", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said: list[str] = []
    sent: list[str] = []
    copy("text", sent.append, said.append)
    assert sent == ["text"]
    assert said == [
        "xclip did not take it. Copied 4 characters through the terminal (OSC 52), if it allows that."
    ]


def test_another_editor_gives_the_text_back_as_it_left_it(tmp_path: Path) -> None:
    writer = program(tmp_path, "writer", 'printf "one\\ntwo “三地”\\n" > "$1"')
    idle = program(tmp_path, "idle", "exit 0")
    assert edited([str(writer)], "before", "row-1.txt") == "one\ntwo “三地”"
    assert edited([str(idle)], "ends in a line\n", "row-1.txt") == "ends in a line\n"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ('echo changed > "$1"; exit 3', r"broke off \(status 3\); the English is as it was"),
        ('echo changed > "$1"; kill -9 $$', "broke off"),
        ('rm "$1"', "left no text to read"),
        ('printf "\\377\\376\\377" > "$1"', "left no text to read"),
    ],
)
def test_an_editor_that_breaks_off_changes_nothing(tmp_path: Path, lines: str, fault: str) -> None:
    with pytest.raises(WorkbenchError, match=fault):
        edited([str(program(tmp_path, "broken", lines))], "before", "row-1.txt")


def test_an_editor_that_is_not_there_is_named() -> None:
    with pytest.raises(WorkbenchError, match="no-such-editor cannot be started"):
        edited(["no-such-editor"], "before", "row-1.txt")


def test_an_editor_may_be_a_command_with_words_of_its_own() -> None:
    code = "import sys; open(sys.argv[1], 'w').write('by a program')"
    assert edited([sys.executable, "-c", code], "before", "row-1.txt") == "by a program"
