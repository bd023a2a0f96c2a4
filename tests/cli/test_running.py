from __future__ import annotations

import subprocess
import sys

import click
import pytest

from tests.cli.conftest import Workbench
from workbench import __version__
from workbench.cli import convert
from workbench.cli.commands import COMMANDS, Entry
from workbench.model.faults import WorkbenchError


def test_help_names_every_command(workbench: Workbench) -> None:
    result = workbench("--help")
    assert result.code == 0
    for entry in COMMANDS:
        assert f"  {entry.name} " in result.out


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_of_the_table_is_there_and_explains_itself(workbench: Workbench, entry: Entry) -> None:
    result = workbench(entry.name, "--help")
    assert result.code == 0
    assert f"workbench {entry.name}" in result.out


def test_version(workbench: Workbench) -> None:
    assert workbench("--version").out == f"workbench {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("convert",), ("convert", "a.txt", "--to", "klingon"), ("--nonsense",)]
)
def test_wrong_usage_is_one_line_and_exit_2(workbench: Workbench, arguments: tuple[str, ...]) -> None:
    result = workbench(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "--help" in result.err


def _raising(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("convert", callback=fail)


def test_a_fault_is_its_own_sentence_without_a_traceback(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "command", _raising(WorkbenchError("a.txt, line 3: mend it.")))
    assert workbench("convert") == (2, "", "workbench: a.txt, line 3: mend it.\n")


def test_a_file_the_system_refuses_is_named(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "command", _raising(PermissionError(13, "Permission denied", "a.txt")))
    assert workbench("convert") == (2, "", "workbench: a.txt: Permission denied.\n")


def test_ctrl_c_ends_with_130(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "command", _raising(KeyboardInterrupt()))
    assert workbench("convert").code == 130


def test_a_fault_in_the_program_itself_is_not_hidden(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "command", _raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        workbench("convert")


def test_a_reader_that_goes_away_is_no_error() -> None:
    program = [sys.executable, "-c", "from workbench.cli import main; raise SystemExit(main())"]
    with subprocess.Popen(
        [*program, "annotate", "-", "--to", "tsv"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write("坚持改革开放。\n".encode() * 2000)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_pipe_gets_utf_8_whatever_the_locale() -> None:
    program = [sys.executable, "-c", "from workbench.cli import main; raise SystemExit(main())"]
    result = subprocess.run(
        [*program, "convert", "-", "--to", "hant"],
        input="改革开放".encode(),
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin"},
        check=True,
    )
    assert result.stdout.decode("utf-8") == "改革開放"
