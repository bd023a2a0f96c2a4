"""project: a text is written in another editor, the one that VISUAL or EDITOR names."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.text.shown import pasted

if TYPE_CHECKING:
    from types import FrameType


def editor_command() -> list[str]:
    """The words of the command that starts the editor. Raises WorkbenchError where none is named."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named:
        raise WorkbenchError(
            "No editor is named: set VISUAL or EDITOR, for example EDITOR=nano, and start again."
        )
    try:
        return shlex.split(named)
    except ValueError as error:
        raise WorkbenchError(f"EDITOR is {named!r}, which is no command ({error}); set it anew.") from error


def edited(command: list[str], text: str, name: str) -> str:
    """What an editor makes of a text; it is waited for.

    Args:
        command: the words that start it; the path of a file is put behind them.
        text: what the file holds at first.
        name: of the file, as the editor shows it.

    Raises:
        WorkbenchError: it cannot be started, ended with a fault, or left no readable text.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
            path = Path(folder, name)
            path.write_text(text + "\n", "utf-8")
            _run([*command, str(path)])
            after = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(
            f"{command[0]} left no text to read ({error}); the English is as it was."
        ) from error
    return text if after == text + "\n" else pasted(after.removesuffix("\n"))


def _leave_alone(_signal: int, _frame: FrameType | None) -> None:
    """Ctrl+C in the other editor is for that alone, though the terminal sends it here too."""


def _run(command: list[str]) -> None:
    """Run an editor and wait for it. Raises WorkbenchError where it cannot be started or breaks off."""
    former = signal.signal(signal.SIGINT, _leave_alone)
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise WorkbenchError(
            f"{command[0]} cannot be started ({error.strerror}); set VISUAL or EDITOR to another editor."
        ) from error
    finally:
        signal.signal(signal.SIGINT, former)
    if status:
        raise WorkbenchError(f"{command[0]} broke off (status {status}); the English is as it was.")
