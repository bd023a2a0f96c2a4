"""project: copying through the tool of this computer, or through the terminal (OSC 52), saying which.

A terminal need not take OSC 52 (Terminal.app drops it without a word), so a local tool goes first wherever it
reaches the clipboard of whoever sits here: not on the far side of ssh, unless a display came along.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_WAIT = 3.0
_LONG_FOR_TERMINALS = 74_000
"""Bytes in base64 that xterm and tmux take at most."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that puts its input on the clipboard.

    Attributes:
        command: its words, the name first.
        encoding: of what it reads.
    """

    command: tuple[str, ...]
    encoding: str = "utf-8"


_WAYLAND = (Tool(("wl-copy",)),)
_X11 = (Tool(("xclip", "-selection", "clipboard")), Tool(("xsel", "--clipboard", "--input")))
_WINDOWS = (Tool(("clip.exe",), "utf-16"),)
_MACOS = (Tool(("pbcopy",)),)


def local_tool(
    environment: Mapping[str, str], platform: str, found: Callable[[str], str | None] = shutil.which
) -> Tool | None:
    """The tool that reaches the clipboard of whoever sits here; None where only the terminal may.

    Args:
        environment: the variables of the process.
        platform: as `sys.platform` has it.
        found: where a program is; None where it is not.
    """
    far = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    tools: list[Tool] = []
    if environment.get("WAYLAND_DISPLAY"):
        tools += _WAYLAND
    if environment.get("DISPLAY"):
        tools += _X11
    if not far and platform == "darwin":
        tools += _MACOS
    if not far and (environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP")):
        tools += _WINDOWS
    return next((tool for tool in tools if found(tool.command[0])), None)


def copied_with(tool: Tool, text: str) -> bool:
    """Hand a text to a tool; False where it did not take it. May wait for it, so not for the UI's thread."""
    try:
        done = subprocess.run(
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,  # xclip stays behind to serve the clipboard and would keep a pipe open
            stderr=subprocess.DEVNULL,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copy(text: str, through_terminal: Callable[[str], None], say: Callable[[str], None]) -> None:
    """Copy a text and say which way; in a thread, as a tool may be slow.

    Args:
        through_terminal: copies by OSC 52.
        say: shows one sentence.
    """
    count = f"{len(text):,} character{'s' if len(text) != 1 else ''}"
    tool = local_tool(os.environ, sys.platform)
    if tool is not None and copied_with(tool, text):
        say(f"Copied {count} with {tool.command[0]}.")
        return
    through_terminal(text)
    failed = f"{tool.command[0]} did not take it. " if tool is not None else ""
    if len(text.encode()) * 4 // 3 > _LONG_FOR_TERMINALS:
        say(f"{failed}Copied {count} through the terminal (OSC 52); many terminals drop a text so long.")
    else:
        say(f"{failed}Copied {count} through the terminal (OSC 52), if it allows that.")


def by_terminal(text: str) -> None:
    """Ask the terminal on standard output to copy a text (OSC 52), as xterm's control sequences have it."""
    coded = base64.b64encode(text.encode()).decode("ascii")
    sys.stdout.write(f"\x1b]52;c;{coded}\x07")
    sys.stdout.flush()
