"""tests: a soak: random commands, keys and window sizes on the editor, and what must hold after them.

After any of them the rows on the disk are those that the log of operations leads to from the start, and what
the editor shows is what the disk holds. Undo of everything leads back to the start.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from textual import events

from tests.tui.conftest import Desk, opened
from workbench.project.operations import changes_of
from workbench.project.place import RowFilter
from workbench.project.records import COLUMNS, Cell
from workbench.project.schema import FILE_NAME, connect
from workbench.tui.commands.command import Command
from workbench.tui.commands.table import COMMANDS
from workbench.tui.screens.editor import EditorScreen

Rows = dict[int, dict[str, Cell]]

SIZES = ((120, 40), (80, 24), (100, 30), (160, 48), (61, 24), (40, 10), (200, 60))
_TOLD = 500  # steps
LEFT_OUT = frozenset({"quit", "external-editor", "take-over"})
"""Ended, suspended, or waiting for another process: tried elsewhere."""
TYPED = (*"abcdefghij .,水，“⟨é1%", "ctrl+j")
NAMES = {" ": "space", ".": "full_stop", ",": "comma", "%": "percent_sign"}
MOVES = (
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+home", "ctrl+end"),
    *("ctrl+left", "ctrl+right", "shift+left", "shift+right", "shift+up", "shift+down", "ctrl+a", "tab"),
    *("ctrl+up", "ctrl+down"),
)
EDITS = ("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+x", "ctrl+v", "ctrl+c")
IN_DIALOGS = (
    *("enter", "enter", "down", "up", " ", "tab", "1", "2", "9", "a", "水", "backspace", "left", "right"),
    *("pagedown", "ctrl+r", "ctrl+t", "ctrl+n"),
)


def rows_on_disk(folder: Path) -> Rows:
    """The rows as another program finds them."""
    with closing(connect(folder / FILE_NAME, writable=False)) as connection:
        found = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM rows")
        return {values[0]: dict(zip(COLUMNS, values, strict=True)) for values in found}


def rows_by_log(folder: Path, start: Rows) -> Rows:
    """What the operations lead to from the start: a model that knows nothing of the store."""
    rows = {row: dict(record) for row, record in start.items()}
    with closing(connect(folder / FILE_NAME, writable=False)) as connection:
        for (text,) in connection.execute("SELECT changes FROM operations ORDER BY id"):
            for change in changes_of(text):
                if change.after is None:
                    del rows[change.row]
                elif change.before is None:
                    rows[change.row] = dict(change.after)
                else:
                    assert change.before.items() <= rows[change.row].items()
                    rows[change.row].update(change.after)
    return rows


def order_on_disk(folder: Path) -> list[int]:
    """Ids in order."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return [row for (row,) in connection.execute("SELECT id FROM rows ORDER BY rank, id")]


class Soak:
    """Does things at random, always the same for the same seed."""

    def __init__(self, desk: Desk, seed: int, tell: Callable[[int], None] | None = None) -> None:
        self.desk = desk
        self.tell = tell
        self.chance = random.Random(seed)
        self.commands = [command for command in COMMANDS if command.id not in LEFT_OUT]
        self.done: list[str] = []

    async def run(self, count: int) -> None:
        """So many steps."""
        app = self.desk.app
        app.__dict__["leave"] = lambda: None  # the menu and the palette can quit, and a soak does not
        try:
            for number in range(1, count + 1):
                await self.step()
                if self.tell is not None and number % _TOLD == 0:
                    self.tell(number)
        finally:
            del app.__dict__["leave"]

    async def step(self) -> None:
        """A command, some keys, or another size."""
        what = self.chance.choices(("type", "move", "edit", "command", "size"), (30, 20, 8, 40, 2))[0]
        if what == "size":
            width, height = self.chance.choice(SIZES)
            self.done.append(f"{width}x{height}")
            await self.desk.pilot.resize_terminal(width, height)
        elif what == "command":
            await self._command(self.chance.choice(self.commands))
        else:
            keys = {"type": TYPED, "move": MOVES, "edit": EDITS}[what]
            await self._press(self.chance.choices(keys, k=self.chance.randint(1, 6)))
        await self._back_to_rows()

    async def _command(self, command: Command) -> None:
        self.done.append(command.id)
        self.desk.screen.call_later(self.desk.screen.run_command, command)  # where a key would run it
        await self.desk.pilot.pause()
        for _ in range(self.chance.randint(0, 5)):
            if self.desk.app.screen is self.desk.screen:
                break
            await self._press([self.chance.choice(IN_DIALOGS)])

    async def _press(self, keys: Sequence[str]) -> None:
        """All at once, as in a burst: the pilot's own press rests after every key."""
        self.done.append(" ".join(keys))
        for key in keys:
            single = len(key) == 1
            self.desk.app.post_message(events.Key(NAMES.get(key, key), key if single else None))
        await self.desk.pilot.pause()

    async def _back_to_rows(self) -> None:
        """Leave whatever is open; what cannot be left by ctrl+g is a trap."""
        for _ in range(12):
            if isinstance(self.desk.app.screen, EditorScreen):
                return
            if self.desk.app._exception is not None:
                raise self.desk.app._exception
            await self._press(["ctrl+g"])
        raise AssertionError(f"{self.desk.app.screen} cannot be left: {self.done[-20:]}")


class End(NamedTuple):
    """What there was before and after.

    Attributes:
        start: rows of the project before. `disk` those after the steps, `undone` those after undo of all.
        model: the rows that the log of operations leads to from the start.
        shown: ids as the editor shows them without a filter. `order` those of the store.
        done: what was done, in order.
    """

    start: Rows
    disk: Rows
    model: Rows
    shown: list[int]
    order: list[int]
    undone: Rows
    done: list[str]


async def soaked(folder: Path, *, seed: int, steps: int, tell: Callable[[int], None] | None = None) -> End:
    """Do so many things at random on a project, then undo all of them; `tell` hears how far it is."""
    start = rows_on_disk(folder)
    async with opened(folder) as desk:
        soak = Soak(desk, seed, tell)
        await soak.run(steps)
        assert desk.screen.settle()
        desk.screen.apply(desk.session.set_filter(RowFilter()))
        await desk.pilot.pause()
        disk, model = rows_on_disk(folder), rows_by_log(folder, start)
        seen, order = shown(desk), order_on_disk(folder)
        while (undone := desk.session.undo()).done:
            desk.screen.apply(undone)
        return End(start, disk, model, seen, order, rows_on_disk(folder), soak.done)


def shown(desk: Desk) -> list[int]:
    """Ids of the rows that the grid has, in order."""
    rows = desk.screen.pane.grid.rows
    return [] if rows is None else list(rows.ids)
