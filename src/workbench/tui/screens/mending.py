"""tui: MendingScreen, an alignment that is mended: beads side by side, what is known of one, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from workbench.project.mending import Mending
from workbench.project.mending_beads import Place
from workbench.project.mending_outcome import MendingOutcome
from workbench.tui.commands.command import Command, long_key
from workbench.tui.commands.mending_table import MENDING_BY_ID, MENDING_COMMANDS
from workbench.tui.commands.table import COMMANDS
from workbench.tui.compositor import FrontFirst
from workbench.tui.keymap import NO_KEY
from workbench.tui.screens.aligning_again import AligningAgain
from workbench.tui.screens.asking import Asking
from workbench.tui.screens.mending_telling import around_content, bead_content, hints_of, mending_header
from workbench.tui.screens.mending_work import MendingWork
from workbench.tui.widgets.bead_grid import BeadGrid
from workbench.tui.widgets.bottom_lines import HintLine, MessageLine
from workbench.tui.widgets.header import Header
from workbench.tui.widgets.notice import Notice, too_small
from workbench.tui.widgets.panes import TextBlock

PLACE_EVERY = 3.0
_OF_THE_GRID = frozenset({"tab"})
_KEYS_OF_ROWS = frozenset(key for command in COMMANDS for key in command.keys)


def _bindings() -> list[BindingType]:
    return [
        Binding(
            ",".join(command.keys) or f"{NO_KEY}-{command.id}",  # a keymap gives one to whatever has an id
            f"run('{command.id}')",
            command.title,
            show=False,
            priority=bool(_OF_THE_GRID & set(command.keys)),
            id=command.id,
        )
        for command in MENDING_COMMANDS
        if not command.built_in
    ]


class MendingScreen(Asking):
    """Header, beads, what is known of the one under the cursor, message and hints."""

    DEFAULT_CSS = """
    MendingScreen { layout: vertical; background: $surface; }
    MendingScreen #known {
        border-top: solid $foreground 25%; height: 2; padding: 0 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    MendingScreen.-doubtful-first #known { height: 4; }
    MendingScreen.-plain #known { border-top: ascii $foreground 25%; }
    MendingScreen.-too-small > * { display: none; }
    MendingScreen.-too-small > Notice { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = _bindings()
    AUTO_FOCUS = "BeadGrid"

    def __init__(self, mending: Mending) -> None:
        super().__init__()
        self._compositor = FrontFirst()
        self.mending = mending
        self.grid = BeadGrid(mending, doubtful_first=mending.doubtful_first)
        self.again = AligningAgain(self)
        self.work = MendingWork(self)
        self._known = TextBlock()
        self._known.id = "known"

    @property
    def place(self) -> Place:
        """Where the bead begins that one is at."""
        return self.grid.bead.place

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        self.set_class(self.workbench.plain, "-plain")
        self.set_class(self.grid.order.doubtful_first, "-doubtful-first")
        yield Header()
        yield self.grid
        yield self._known
        yield MessageLine()
        yield HintLine()
        yield Notice()

    def on_mount(self) -> None:
        """Where one was, or at the first bead."""
        self.grid.set_plain(self.workbench.plain)
        place = self.mending.place
        self.grid.go(self.grid.bead.place if place is None else place, centre=True)
        self.query_one(HintLine).hints = hints_of(self.workbench.keymap.applied(MENDING_COMMANDS))
        self.say(self.mending.opening_message, warn=self.mending.read_only)
        self.refresh_header()
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """After the first paint."""
        from workbench.project.recent import remember

        remember(self.mending.folder, self.mending.config.name)
        self.set_interval(PLACE_EVERY, self.remember_place)
        self.workbench.probe_width()

    # ---- commands

    def action_run(self, id: str) -> None:
        """A key was pressed that the table of commands knows."""
        self.run_command(MENDING_BY_ID[id])

    def run_command(self, command: Command) -> None:
        """Do it; what goes wrong is said."""
        self.say("")
        # The commands of this table are made for this screen; the type names the editor, which has most.
        run = cast("Callable[[MendingScreen], None]", command.run)
        self.attempt(lambda: run(self))

    def run_chosen(self, command: Command | None) -> None:
        """A command was chosen in a list."""
        if command is not None:
            self.run_command(command)

    def apply(self, outcome: MendingOutcome) -> None:
        """Show what an act did."""
        if outcome.message:
            self.say(outcome.message, warn=not outcome.done)
        if outcome.changes or outcome.place is not None:
            self.grid.follow(outcome)
            self.refresh_header()

    def set_order(self, *, doubtful_first: bool) -> None:
        """Show the least sure beads first, or all in the order of the texts."""
        self.set_class(doubtful_first, "-doubtful-first")
        self.grid.set_order(doubtful_first=doubtful_first)
        self.refresh_header()

    def set_plain(self, plain: bool) -> None:
        """Signs of ASCII alone, or box lines."""
        self.workbench.set_plain(plain)
        self.grid.set_plain(plain)
        self.refresh_header()
        self._tell()

    # ---- telling

    def on_screen_suspend(self) -> None:
        """A dialog has keys of its own; when it goes, what was said before has its room again."""
        self.query_one(HintLine).make_room()

    on_screen_resume = on_screen_suspend

    def on_key(self, event: events.Key) -> None:
        """A key that nothing here answers says so: one may come from the rows, where it has a command."""
        own = {key for one in self.workbench.keymap.applied(MENDING_COMMANDS) for key in one.keys}
        if event.key not in own and (event.is_printable or event.key in _KEYS_OF_ROWS):
            self.say(f"{long_key(event.key)} does nothing on an alignment; F1 says the keys.")

    def refresh_header(self) -> None:
        """The line on top."""
        self.query_one(Header).facts = mending_header(self.mending, self.grid, plain=self.workbench.plain)

    def on_bead_grid_moved(self) -> None:
        """Another sentence, or another bead."""
        self._tell()

    def _tell(self) -> None:
        grid = self.grid
        content = bead_content(self.mending, grid.bead, grid.number)
        if grid.order.doubtful_first and grid.columns is not None:
            content = around_content(self.mending, grid.number - 1, grid.columns, content)
        self._known.show(content)

    def on_hint_line_clicked(self, message: HintLine.Clicked) -> None:
        """A hint was clicked."""
        self.action_run(message.command)

    # ---- the window

    def on_resize(self, event: events.Resize) -> None:
        """One sentence where there is no room; else lines of another width."""
        self.set_class(too_small(*event.size), "-too-small")
        if not too_small(*event.size) and self.focused is None:
            self.call_after_refresh(self.grid.focus)
        self.call_after_refresh(self._tell)

    def on_unmount(self) -> None:
        """Let the alignment go once nothing can be painted any more."""
        self.again.cancel()
        self.remember_place()
        self.mending.close()

    def remember_place(self) -> None:
        """Keep bead and order for the next opening."""
        self.mending.remember(self.place, doubtful_first=self.grid.order.doubtful_first)
