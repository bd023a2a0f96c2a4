"""tests: a real terminal. Workbench runs in a tmux of its own; keys go in and the screen comes out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Escape",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "backspace": "BSpace",
    "delete": "DC",
}
OURS = {"TMUX", "NO_COLOR", "COLUMNS", "LINES"}  # of the terminal the tests run in
PATIENCE = 20.0  # seconds; a busy machine is slow, a fault waits for ever


def tmux_key(key: str) -> str:
    """tmux's name of a key that Textual calls `key`."""
    *modifiers, name = key.split("+")
    prefix = "".join({"ctrl": "C-", "shift": "S-"}[modifier] for modifier in modifiers)
    return prefix + NAMES.get(name, name.upper() if name[0] == "f" and name[1:].isdigit() else name)


class Terminal:
    """One program in one terminal."""

    def __init__(self, home: Path, size: tuple[int, int], *arguments: str) -> None:
        self._socket = f"workbench-{uuid.uuid4().hex[:8]}"
        self._home = home
        program = [sys.executable, "-m", "workbench", *arguments]
        self._tmux(
            "-u", "-f", os.devnull, "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), *program
        )  # fmt: skip

    def _tmux(self, *arguments: str) -> str:
        kinds = {
            f"XDG_{kind}_HOME": str(self._home / kind.lower())
            for kind in ("DATA", "STATE", "CONFIG", "CACHE")
        }
        plain = {
            name: value
            for name, value in os.environ.items()
            if name not in ("TMUX", "NO_COLOR", "COLUMNS", "LINES")
        }
        done = subprocess.run(
            [shutil.which("tmux") or "tmux", "-L", self._socket, *arguments],
            env={**plain, **kinds, "LANG": "C.UTF-8", "TERM": "xterm-256color"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys by Textual's names, one after the other."""
        for key in keys:
            self._tmux("send-keys", tmux_key(key))

    def write(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does, in brackets."""
        self._tmux("set-buffer", text)
        self._tmux("paste-buffer", "-p")

    @property
    def screen(self) -> str:
        """What the screen shows."""
        return self._tmux("capture-pane", "-p")

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the terminal's cursor, where an input method opens its window."""
        x, y = self._tmux("display", "-p", "#{cursor_x},#{cursor_y}").split(",")
        return int(x), int(y)

    def until(self, holds: Callable[[str], bool], what: str) -> str:
        """Wait until the screen is as it should be, and give it."""
        end = time.monotonic() + PATIENCE
        while not holds(screen := self.screen):
            assert time.monotonic() < end, f"{what} never came about; the screen was\n{screen}"
            time.sleep(0.05)
        return screen

    def sees(self, text: str) -> str:
        """Wait until the screen shows a text."""
        return self.until(lambda screen: text in screen, f"“{text}”")

    def gone(self, text: str) -> str:
        """Wait until the screen shows a text no more."""
        return self.until(lambda screen: text not in screen, f"that “{text}” goes")

    def ended(self) -> bool:
        """Whether the program has ended, waiting for it."""
        end = time.monotonic() + PATIENCE
        while self._tmux("list-sessions"):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def kill(self) -> None:
        """kill -9 the program, and wait until it is gone."""
        os.kill(int(self._tmux("display", "-p", "#{pane_pid}")), signal.SIGKILL)
        assert self.ended()

    def close(self) -> None:
        """End tmux and all in it."""
        self._tmux("kill-server")
