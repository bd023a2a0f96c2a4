"""tui: what is known of the terminal: how wide it draws ambiguous characters, what was chosen for it.

“ — ā and box lines are East Asian Ambiguous (UAX 11): one cell wide in most terminals, two in some. The
program counts one. So it asks: it writes such a character and has the terminal
report its cursor.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

_QUOTE_COLUMN = 1
_VOWEL_COLUMN = 10


class Probe:
    """The question to the terminal, and what its answers mean."""

    def __init__(self) -> None:
        self._line = 0
        self.wide = False

    def question(self, height: int) -> str:
        """What to write: “ and ā on the last line, a cursor report after each, then blanks over both."""
        self._line = height
        asked = "".join(
            f"\x1b[{height};{column}H{character}\x1b[6n\x1b[{height};{column}H  "
            for character, column in (("“", _QUOTE_COLUMN), ("ā", _VOWEL_COLUMN))
        )
        return f"\x1b7{asked}\x1b8"

    def answered(self, x: int, y: int) -> bool:
        """Take a cursor report (0-based); True for an answer to the question.

        A modified F3 looks like a report of line 1 (CSI 1;2 R), so only the line asked about counts.
        """
        if not self._line or self._line == 1 or y + 1 != self._line:
            return False
        if x + 1 in (_QUOTE_COLUMN + 2, _VOWEL_COLUMN + 2):
            self.wide = True
        return True


def terminal_name() -> str:
    """What this terminal is remembered by."""
    return f"{os.environ.get('TERM_PROGRAM', '')}/{os.environ.get('TERM', '')}"


@dataclass
class TerminalMemory:
    """What is remembered: the theme for all terminals; width, signs, hints and look for this one.

    Attributes:
        theme: name of the theme chosen last.
        wide: whether the terminal draws ambiguous characters two cells wide; None where it was not asked yet.
        plain: plain signs. `spelt`: keys in words in the hint line.
        look: how the screen was arranged last, as `Look.text`.
    """

    theme: str = ""
    wide: bool | None = None
    plain: bool = False
    spelt: bool = False
    look: str = ""
    _others: dict[str, dict[str, bool | str]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> TerminalMemory:
        """Read what is remembered; a damaged file counts as nothing remembered."""
        try:
            data = json.loads(_path().read_text("utf-8"))
            terminals = {str(name): dict(known) for name, known in data["terminals"].items()}
            here = terminals.get(terminal_name(), {})
            wide = here.get("wide")
            return cls(
                str(data["theme"]),
                None if wide is None else bool(wide),
                bool(here.get("plain", False)),
                bool(here.get("spelt", False)),
                str(here.get("look", "")),
                terminals,
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def keep(self) -> None:
        """Write it. Where it cannot be written, nothing is remembered and work goes on."""
        here: dict[str, bool | str] = {"plain": self.plain, "spelt": self.spelt, "look": self.look}
        if self.wide is not None:
            here["wide"] = self.wide
        data = {"theme": self.theme, "terminals": {**self._others, terminal_name(): here}}
        try:
            path = _path()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, indent=1), "utf-8")
        except OSError:
            return


def _path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "terminal.json"
