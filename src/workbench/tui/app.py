"""tui: WorkbenchApp, which only wires: themes, the editor or the list of projects, and quitting."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from workbench.project.config import OtherKindError
from workbench.project.reviewing import Role
from workbench.project.session import Session
from workbench.tui.commands.table import COMMANDS
from workbench.tui.giving_way import keys_first
from workbench.tui.keymap import read_keymap
from workbench.tui.keys_in_turn import KeysInTurn
from workbench.tui.pasting import paste_safe
from workbench.tui.screens.editor import EditorScreen
from workbench.tui.terminal import Probe, TerminalMemory
from workbench.tui.theme import CONTRAST, MONOCHROME, NAMES, theme_after, themes, usual_theme
from workbench.tui.widgets.bottom_lines import HintLine


class WorkbenchApp(KeysInTurn):
    """The editor in a terminal."""

    TITLE = "Workbench"
    ENABLE_COMMAND_PALETTE = False
    INLINE_PADDING = 0
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", show=False, priority=True)]

    def __init__(self, session: Session | None = None, *, cue: str = "") -> None:
        super().__init__()
        keys_first()
        self._cue = cue
        self._asked_twice = False
        self._session = session
        self.memory = TerminalMemory.load()
        self.plain = self.memory.plain
        self._probe = Probe()
        self.keymap = read_keymap()
        self.commands = self.keymap.applied(COMMANDS)
        self._take_keys()
        self._colourless = NoColor()
        for theme in themes():
            self.register_theme(theme)
        self._dress(usual_theme(self.memory.theme))
        self._wear_plain()

    def get_driver_class(self) -> type[Driver]:
        """The terminal's driver, reading pastes safely."""
        return paste_safe(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The editor, or the list of projects: the first thing painted is what is wanted."""
        if self._session is not None:
            return EditorScreen(self._session, cue=self._cue)
        from workbench.tui.screens.projects import ProjectsScreen

        return ProjectsScreen()

    def on_mount(self) -> None:
        """After the first paint the collector of cycles may work again."""
        self.call_after_refresh(_wake_collector)

    def open_project(self, folder: Path) -> None:
        """Open a project, or an alignment, from the list. Raises WorkbenchError."""
        try:
            self._session = Session.open(folder)
        except OtherKindError:
            from workbench.tui.mending_app import mending_screen

            self.push_screen(mending_screen(folder))
        else:
            self.push_screen(EditorScreen(self._session))

    def _take_keys(self) -> None:
        """Keys of one's own: in the place of those that a command has, or the first for one that has none."""
        if self.keymap.keys:
            self.set_keymap(self.keymap.for_textual())
        for command in COMMANDS:
            if not command.keys and (keys := self.keymap.keys.get(command.id)):
                self.bind(",".join(keys), f"screen.run('{command.id}')", show=False)

    # ---- the look

    def next_theme(self) -> str:
        """Change to the next theme, remember it, and name it."""
        self._dress(theme_after(self.theme))
        self.memory.theme = self.theme
        self.memory.keep()
        return NAMES[self.theme]

    def _dress(self, theme: str) -> None:
        """Put a theme on; the sheet of rules that some have is read when such a one is first worn."""
        if theme in (MONOCHROME, CONTRAST):
            from workbench.tui.looks import SHEETS

            self._wear(theme, SHEETS[theme])
        self.theme = theme

    def _wear(self, name: str, sheet: str) -> None:
        """Have the rules of a sheet, whichever widgets they are for."""
        where = ("workbench.tui.looks", name)
        if not self.stylesheet.has_source(*where):
            self.stylesheet.add_source(sheet, where, is_default_css=False)

    def _wear_plain(self) -> None:
        """Have the rules for plain signs, where those are wanted."""
        if self.plain:
            from workbench.tui.looks import PLAIN_SHEET

            self._wear("plain", PLAIN_SHEET)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What takes colours out of painted lines: all of them in the monochrome theme."""
        filters = super().get_line_filters()
        return [*filters, self._colourless] if self.theme == MONOCHROME else filters

    def set_plain(self, plain: bool) -> None:
        """Plain signs in this terminal, or box lines and tone marks."""
        self.plain = plain
        self.memory.plain = plain
        self.memory.keep()
        self._wear_plain()
        self.screen.set_class(plain, "-plain")

    def probe_width(self) -> None:
        """Ask the terminal, once, how wide it draws “ and ā."""
        if self.memory.wide is None and self._driver is not None and not self.is_headless:
            self._driver.write(self._probe.question(self.size.height))
            self._driver.flush()
            self.screen.query(HintLine).refresh()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal answers."""
        if self._probe.answered(event.x, event.y):
            self.memory.wide = self._probe.wide
            self.memory.keep()
            if self._probe.wide and isinstance(self.screen, EditorScreen):
                self.screen.say(
                    "This terminal draws “ and ā two cells wide, so columns shift: F9 d changes to plain "
                    "signs and numbers for tones; or set the terminal to narrow ambiguous characters.",
                    warn=True,
                )

    # ---- copying

    def copy_to_clipboard(self, text: str) -> None:
        """Copy with the tool of this computer or through the terminal, and say which."""
        from workbench.project.clipboard import copy

        self._clipboard = text
        through = partial(self.call_from_thread, super().copy_to_clipboard)
        say = partial(self.call_from_thread, self._say_copied)
        self.run_worker(partial(copy, text, through, say), thread=True, group="copying")

    def _say_copied(self, text: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, EditorScreen):
                screen.say(text)

    # ---- leaving

    def action_leave(self) -> None:
        """ctrl+q, wherever it is pressed."""
        self.leave()

    def leave(self) -> None:
        """Keep everything and quit; where the last words could not be kept, only when asked again."""
        from workbench.tui.screens.long_work import LongWork

        editors = [screen for screen in self.screen_stack if isinstance(screen, EditorScreen)]
        if any(editor.part(LongWork).finish(self.leave) for editor in editors):
            return
        if all(editor.settle() for editor in editors) or self._asked_twice:
            self.exit()
        self._asked_twice = True

    def action_help_quit(self) -> None:
        """ctrl+c where nothing is selected: say what it is for."""
        if isinstance(self.screen, EditorScreen):
            self.screen.say("Ctrl+C copies what is selected; Ctrl+Q quits.")

    def on_unmount(self) -> None:
        """Let the project go once nothing can be painted any more."""
        if self._session is not None:
            self._session.close()


def _wake_collector() -> None:
    """Whoever opened the editor may have put the collector to rest (`cli.editing`).

    What is there by now lives to the end: it is set aside, so that no key ever waits for a look through it.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(
    folder: Path | None,
    *,
    demo: bool = False,
    role: str | None = None,
    opening: Callable[[Path], Session] = Session.open,
) -> None:
    """Open a project in the editor.

    Args:
        folder: a project folder; None for the list of projects opened lately.
        demo: the project is a copy of the bundled sample: say which keys to try.
        role: translator or reviewer, remembered with the project; None for what it was.
        opening: opens the project, and shows it to whoever waits where that takes long.

    Raises:
        WorkbenchError: the folder is not a project or cannot be read.
    """
    try:
        session = None if folder is None else opening(folder)
    except OtherKindError:
        from workbench.tui.mending_app import run_mending

        assert folder is not None
        run_mending(folder)
        return
    if session is not None and role is not None:
        said = session.set_role(Role(role)).message
        session.opening_message = " ".join(part for part in (session.opening_message, said) if part)
    WorkbenchApp(session, cue=_cue_of(folder) if folder is not None and demo else "").run()


def _cue_of(folder: Path) -> str:
    """The lines that say which keys to try; empty where the copy has none."""
    from workbench.project.sample import CUE

    path = folder / CUE
    return path.read_text("utf-8") if path.is_file() else ""
