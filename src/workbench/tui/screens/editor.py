"""tui: EditorScreen, the editor: it shows the session, sends commands to it, and says what came of them."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.model.segments import State
from workbench.project.session import Session
from workbench.project.view import RowView
from workbench.tui.commands.bindings import bindings_of
from workbench.tui.commands.command import Command
from workbench.tui.commands.table import BY_ID, COMMANDS
from workbench.tui.compositor import FrontFirst
from workbench.tui.screens.arranging import Arranging
from workbench.tui.screens.arrivals import Arrivals
from workbench.tui.screens.concording import Concording
from workbench.tui.screens.finding import Finding
from workbench.tui.screens.hearing import Hearing
from workbench.tui.screens.keeping import Keeping
from workbench.tui.screens.keystrokes import Keystrokes
from workbench.tui.screens.lighting import Lighting
from workbench.tui.screens.matches import Matches
from workbench.tui.screens.memorising import Memorising
from workbench.tui.screens.parts import Parts
from workbench.tui.screens.reading import Reading
from workbench.tui.screens.refrains import Refrains
from workbench.tui.screens.row_facts import FactsWorker
from workbench.tui.screens.terms import Terms
from workbench.tui.widgets.bottom_lines import HintLine, MessageLine
from workbench.tui.widgets.cue import Cue
from workbench.tui.widgets.editor_pane import EditorPane
from workbench.tui.widgets.header import Header
from workbench.tui.widgets.notice import Notice, too_small
from workbench.tui.widgets.panes import LowerPanes
from workbench.tui.widgets.pinyin_line import PinyinLine

if TYPE_CHECKING:
    pass

FILLED_AT_ONCE = 30  # repetitions; more of them are filled aside


class EditorScreen(Hearing):
    """Header, rows, pinyin, lower panes, message and hints; `commands` act on it."""

    DEFAULT_CSS = """
    EditorScreen { layout: vertical; background: $surface; }
    EditorScreen EditorPane { height: 1fr; }
    EditorScreen.-low LowerPanes { height: 5; }
    EditorScreen.-low PinyinLine { height: 1; }
    EditorScreen.-middle LowerPanes { height: 7; }
    EditorScreen.-cue.-low LowerPanes { display: none; }
    EditorScreen.-tall LowerPanes { height: 10; }
    EditorScreen.-roomy PinyinLine { height: 3; }
    EditorScreen.-too-small > * { display: none; }
    EditorScreen.-too-small > Notice { display: block; }
    """
    BLANK = True  # others cover it: nothing of its own is painted
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMMANDS)
    AUTO_FOCUS = "EditorPane"

    def __init__(self, session: Session, *, cue: str = "") -> None:
        super().__init__()
        self._compositor = FrontFirst()
        self._cue = cue
        self.set_class(bool(cue), "-cue")
        self.session = session
        session.fills_at_once = FILLED_AT_ONCE
        place = session.place
        self.pane = EditorPane(session)
        self.lower = LowerPanes()
        self.keystrokes = Keystrokes(self)
        self.reading = Reading(self, place.ruby, place.script, place.sound)
        self.arrivals = Arrivals(self)
        self.facts = FactsWorker(self, self._show_facts)
        self.terms = Terms(self)
        self.matches = Matches(self)
        self.memorising = Memorising(self)
        self.refrains = Refrains(self)
        self.concording = Concording(self)
        self.lighting = Lighting(self)
        self.finding = Finding(self)
        self.keeping = Keeping(self)
        self.arranging = Arranging(self, place.look)
        self.parts = Parts(self)
        self.view = RowView()
        self._state = State.UNTRANSLATED
        self._caret_seen = (0, 0)

    def compose(self) -> ComposeResult:
        """From top to bottom; classes that hang on the size come first, so that nothing is styled twice."""
        self.arranging.open(self.app.size)
        self.set_class(self.workbench.plain, "-plain")
        yield Header()
        yield self.pane
        yield PinyinLine()
        if self._cue:
            yield Cue(self._cue)
        yield self.lower
        yield MessageLine()
        yield HintLine()
        yield Notice()

    # ---- opening

    def on_mount(self) -> None:
        """The remembered place at once; everything else after the first paint."""
        place = self.session.place
        self.view = view = self.session.first_view()
        self.pane.set_view(view)
        if len(view):
            row = place.row if view.index_of(place.row) is not None else view.ids[0]
            self.pane.activate(row, place.caret if row == place.row else self.resting_caret(row))
            if view.index_of(place.scroll_row) is not None:
                self.pane.restore_scroll(place.scroll_row, place.scroll_offset)
        self.writing_changed()
        self.refresh_hints()
        wrong_keys = self.workbench.keymap.told
        self.say(self.session.opening_message or wrong_keys, warn=self.session.read_only or bool(wrong_keys))
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """After the first paint."""
        self.run_worker(self._read_rows, thread=True, group="rows")
        self.facts.row_changed()
        self.matches.row_changed()
        self.memorising.rows_changed()
        self.refrains.start()
        self.facts.start_mentions()
        self.reading.start()
        self.keeping.start()
        self.parts.start()
        self.workbench.probe_width()
        self.lighting.relight()

    def _read_rows(self) -> None:
        """In a worker's thread, the first one: all rows, for those of the first window."""
        from workbench.memory.freed import share_one_heap

        share_one_heap()
        self.call_later(self._have_rows, self.session.full_view())

    def _have_rows(self, view: RowView) -> None:
        if not self.view.complete:  # else a command has read them meanwhile, and knows better
            self.show_rows(view)

    # ---- commands

    def action_run(self, id: str) -> None:
        """A key was pressed that the table of commands knows."""
        self.run_command(BY_ID[id])

    def run_command(self, command: Command) -> None:
        """Do it, with everything typed kept first; what goes wrong is said."""
        self.reading.touched = monotonic()
        if self.keystrokes.flush():
            self.say("")
            self.attempt(lambda: command.run(self))
            self.pane.grid.show_now()
            self.query_one(MessageLine).show_now()

    def run_chosen(self, command: Command | None) -> None:
        """A command was chosen in a list."""
        if command is not None:
            self.run_command(command)

    def cancel(self) -> None:
        """Back to the English; the cue of the sample is put away."""
        self.put_cue_away()
        self.finding.forget()
        self.parts.cancelled()
        self.to_english()
        self.refresh_hints()

    def on_hint_line_clicked(self, message: HintLine.Clicked) -> None:
        """A hint was clicked."""
        self.action_run(message.command)

    # ---- the window

    def on_resize(self, event: events.Resize) -> None:
        """One sentence where there is no room."""
        self.arranging.fit(event.size)
        self.set_class(too_small(*event.size), "-too-small")
        if not too_small(*event.size) and self.focused is None:
            self.call_after_refresh(self.pane.focus)
        self.parts.resized()

    def settle(self) -> bool:
        """Keep what was typed, and the place; False where what was typed could not be kept."""
        kept = self.keystrokes.end_step()
        self.parts.closing()
        self.matches.closing()
        if kept and self.row:
            self.attempt(self.keeping.remember_place)
        return kept
