"""A shell in a tmux of its own, driven by keys alone; what it shows is waited for, and drawn as SVG."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.shots import tidy
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text
from tests.tui.tmux import tmux_key

_HAND = 0.15  # seconds between keys
PATIENCE = 40.0  # seconds; a busy machine is slow, a fault waits for ever
_SHELL = ("bash", "--noprofile", "--norc")
_DROPPED = ("TMUX", "NO_COLOR", "COLUMNS", "LINES")
_GREY = [(0, 0, 0)] * 8
_THEME = TerminalTheme((18, 18, 18), (224, 224, 224), _GREY, _GREY)


class FaultError(Exception):
    """The screen never showed what it should."""


class Walk:
    """A shell in a terminal.

    Args:
        home: HOME and all XDG folders are in it; the shell starts in its folder `desk`.
        size: columns and lines.
        pictures: folder for the pictures; None draws none.
        more: further variables of the environment.
    """

    def __init__(
        self, home: Path, size: tuple[int, int], pictures: Path | None, more: Mapping[str, str]
    ) -> None:
        self._socket = f"tutorial-{uuid.uuid4().hex[:8]}"
        self._pictures = pictures
        kinds = ("DATA", "STATE", "CONFIG", "CACHE")
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in _DROPPED},
            **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds},
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(home),
            "PS1": "$ ",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **more,
        }
        columns, lines = map(str, size)
        desk = str(home / "desk")
        self._tmux(
            "-u", "-f", os.devnull, "new-session", "-d", "-c", desk, "-x", columns, "-y", lines, *_SHELL
        )
        self._tmux("set", "-g", "default-terminal", "tmux-256color")
        self.sees("$")

    def _tmux(self, *arguments: str) -> str:
        program = shutil.which("tmux") or "tmux"
        done = subprocess.run(
            [program, "-L", self._socket, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def resize(self, columns: int, lines: int) -> None:
        """Another size of the window."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(lines))
        time.sleep(0.6)

    def keys(self, *names: str) -> None:
        """Press keys by Textual's names; a name of several words is several keys."""
        for name in " ".join(names).split():
            self._tmux("send-keys", tmux_key(name))
            time.sleep(_HAND)

    def type(self, text: str) -> None:
        """Type a text."""
        for start in range(0, len(text), 200):
            part = text[start : start + 200]
            part = f"{part[:-1]}\\;" if part.endswith(";") else part  # a last ; would end tmux's command
            self._tmux("send-keys", "-l", part)
            time.sleep(_HAND + 0.2)

    def tap(self, text: str) -> None:
        """Type a text a letter at a time, as hands do; words are completed only for those."""
        for letter in text:
            self._tmux("send-keys", "-l", letter)
            time.sleep(0.12)

    def shell(self, command: str, shows: str = "") -> str:
        """Clear the screen, run a command in the shell and wait until it is done."""
        self._tmux("send-keys", "C-l")
        self.type(command)
        self.keys("enter")
        time.sleep(0.3)
        screen = self.until(lambda screen: screen.rstrip().endswith("\n$"), f"the end of {command}")
        if shows and shows not in screen:
            raise FaultError(f"{command} shows no “{shows}”:\n{screen}")
        return screen

    @property
    def screen(self) -> str:
        """What the screen shows."""
        return self._tmux("capture-pane", "-p")

    def until(self, holds: Callable[[str], bool], what: str) -> str:
        """Wait until the screen is as it should be, and give it."""
        end = time.monotonic() + PATIENCE
        while not holds(screen := self.screen):
            if time.monotonic() > end:
                raise FaultError(f"{what} never came about; the screen was\n{screen}")
            time.sleep(0.05)
        return screen

    def sees(self, *texts: str) -> str:
        """Wait until the screen shows all texts; where it wraps does not matter."""
        return self.until(
            lambda screen: all(bare(text) in bare(screen) for text in texts),
            " and ".join(f"“{t}”" for t in texts),
        )

    def gone(self, text: str) -> str:
        """Wait until the screen shows a text no more."""
        return self.until(lambda screen: bare(text) not in bare(screen), f"that “{text}” goes")

    def shot(self, name: str) -> None:
        """Draw the screen."""
        time.sleep(0.7)  # workers bring terms and findings
        if self._pictures is None:
            return
        drawn = self._tmux("capture-pane", "-e", "-N", "-p").rstrip("\n")
        width = int(self._tmux("display", "-p", "#{pane_width}"))
        console = Console(
            width=width, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor"
        )
        for line in drawn.split("\n"):
            console.print(Text.from_ansi(line), no_wrap=True, crop=True)
        svg = console.export_svg(title=f"Workbench: {name.replace('-', ' ')}", theme=_THEME)
        (self._pictures / f"{name}.svg").write_text(tidy(svg), "utf-8")

    def close(self) -> None:
        """End the terminal and all in it."""
        self._tmux("kill-server")


def bare(text: str) -> str:
    """A text without blanks and lines of the screen, so that it is found where it is wrapped."""
    return "".join(text.split()).replace("│", "")
