"""tui: EditorScreen, the editor: it shows the session, sends commands to it, and says what came of them."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from workbench.model.coded import print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment, State
from workbench.project.outcome import Outcome
from workbench.project.place import RowFilter
from workbench.project.session import Session
from workbench.project.view import RowView
from workbench.tui.commands.bindings import bindings_of
from workbench.tui.commands.command import Command
from workbench.tui.commands.table import BY_ID, COMMANDS
from workbench.tui.compositor import FrontFirst
from workbench.tui.screens.arranging import Arranging
from workbench.tui.screens.arrivals import Arrivals
from workbench.tui.screens.concording import Concording
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.finding import Finding
from workbench.tui.screens.hinting import hints_of
from workbench.tui.screens.keeping import Keeping
from workbench.tui.screens.keystrokes import Keystrokes
from workbench.tui.screens.lighting import Lighting
from workbench.tui.screens.matches import Matches
from workbench.tui.screens.memorising import Memorising
from workbench.tui.screens.part import Part
from workbench.tui.screens.parts import Parts
from workbench.tui.screens.printed import plain_offset, printed_offset
from workbench.tui.screens.reading import Reading
from workbench.tui.screens.refrains import Refrains
from workbench.tui.screens.row_facts import FactsWorker, RowFacts
from workbench.tui.screens.telling import findings_content, header_facts, row_content
from workbench.tui.screens.terms import Terms
from workbench.tui.widgets.bottom_lines import HintLine, MessageLine
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.cue import Cue
from workbench.tui.widgets.editor_messages import Edited, Refused, RowChanged
from workbench.tui.widgets.editor_pane import EditorPane
from workbench.tui.widgets.header import Header
from workbench.tui.widgets.match_list import MatchList
from workbench.tui.widgets.notice import Notice, too_small
from workbench.tui.widgets.panes import LowerPanes
from workbench.tui.widgets.pinyin_line import PinyinLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

Answer = TypeVar("Answer")
PartKind = TypeVar("PartKind", bound=Part)
MANY = 50
FILLED_AT_ONCE = 30  # repetitions; more of them are filled aside
"""From so many changed rows on, all that is shown is read again."""
READ_ONLY = "Read-only: another Workbench has this project. F9 z takes it over."


class EditorScreen(Screen[None]):
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

    @property
    def workbench(self) -> WorkbenchApp:
        """The app, as what it is."""
        return cast("WorkbenchApp", self.app)

    @property
    def row(self) -> int:
        """Id of the row under the caret."""
        return self.pane.active

    @property
    def number(self) -> int:
        """Its number, 1-based."""
        at = self.view.index_of(self.row)
        return self.view.numbers[at] if at is not None else self.session.number(self.row)

    @property
    def segment(self) -> Segment:
        """The row under the caret, with everything typed."""
        self.keystrokes.flush()
        return self.session.segment(self.row)

    def part(self, kind: type[PartKind]) -> PartKind:
        """The part of this kind."""
        return self.parts.get(kind)

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
            self.pane.activate(row, place.caret if row == place.row else self._resting_caret(row))
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

    def show_rows(self, view: RowView | None = None) -> None:
        """Show the rows under the filter, keeping the place."""
        self.view = self.session.full_view() if view is None else view
        if not len(self.view) and self.session.filter:
            self.session.set_filter(RowFilter())
            self.view = self.session.full_view()
            self.say("No row passes that filter: showing all rows.", warn=True)
        self.pane.set_view(self.view)

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

    def attempt(self, do: Callable[[], None]) -> None:
        """Do something that may go wrong, and say what did."""
        try:
            do()
        except WorkbenchError as error:
            self.say(str(error), warn=True)

    def ask(self, dialog: Dialog[Answer], then: Callable[[Answer | None], None]) -> None:
        """Ask, and go on with the answer; None where it was cancelled."""
        self.app.push_screen(dialog, lambda answer: self.attempt(lambda: then(answer)))

    def apply(self, outcome: Outcome) -> None:
        """Show what a command of the session did."""
        if outcome.message:
            self.say(outcome.message, warn=not outcome.done)
        if outcome.changed or outcome.structure:
            self.memorising.rows_changed()
            self.parts.rows_changed()
        if outcome.structure:
            self.show_rows(self.session.view_after(self.view, outcome.changed))
        if (outcome.structure or len(outcome.changed) > MANY) and self.keystrokes.flush():
            self.pane.reload_all()
        else:
            for row in filter(lambda each: self.view.index_of(each) is not None, outcome.changed):
                self.pane.reload(row)
        if outcome.row is not None and outcome.row != self.row:
            self.go(outcome.row, outcome.caret)
        else:
            self._stay(outcome.caret)
        if outcome.structure:
            self.refresh_header()

    def show_refusal(self, outcome: Outcome) -> None:
        """Say why not; where another row is the place for it, jump there."""
        if outcome.row is not None:
            self.jump(outcome.row)
        self.say(outcome.message, warn=True)

    def _stay(self, caret: int | None) -> None:
        """The active row may have changed underneath."""
        if caret is not None:
            self.pane.set_caret(printed_offset(self.pane.target_text, caret))
        self.lighting.relight()
        self.facts.row_touched()
        self.parts.row_changed()

    def typed(self, row: int, outcome: Outcome) -> None:
        """The session has what was typed in `row`."""
        if not outcome.done:
            self.say(outcome.message, warn=True)
        if row != self.row or not outcome.done or self.session.segment(row).state is not self._state:
            self.pane.reload(row)
            self.refresh_header()
            self.memorising.rows_changed()
        if row == self.row:
            self._show_row()
        self.parts.kept()

    # ---- going

    def go(self, row: int, caret: int | None = None, *, scroll: Literal["near", "centre"] = "near") -> None:
        """Make `row` the active one; the caret lands where it rests there, or at a plain offset."""
        self._leave_row()
        if self.view.index_of(row) is None and self.session.filter:
            self.session.set_filter(RowFilter())
            self.show_rows()
            self.say("The filter hid that row: showing all rows.")
        self.pane.activate(row, self._resting_caret(row, caret), scroll=scroll)
        if self.lower.terms.has_focus or self.lower.matches.has_focus:
            self.to_english()  # that list was of another row
        self._row_is_other()

    def jump(self, row: int, caret: int | None = None) -> None:
        """Go to a row from a list or a number: Enter there confirms and comes back."""
        if row != self.row:
            self.session.jump(row, self.row)
        self.go(row, caret, scroll="centre")
        self.pane.focus_side("target")

    def _resting_caret(self, row: int, caret: int | None = None) -> int:
        """Where the caret lands in the printed target, or what the plain offset `caret` is there."""
        at = self.session.resting_caret(row) if caret is None else caret
        return printed_offset(print_coded(self.session.segment(row).target), at)

    def _leave_row(self) -> None:
        self.keystrokes.end_step()
        if self.view.index_of(self.row) is not None:
            self.session.leave(self.row, plain_offset(self.pane.target_text, self.pane.caret))

    def _row_is_other(self) -> None:
        """Another row is active, or the active one has changed underneath: its facts follow when it rests."""
        self.arrivals.expect("facts", "matches")
        self.terms.row_left()
        self.facts.row_changed()
        self.matches.row_changed()
        self.refrains.row_changed()
        self.parts.row_changed()

    def writing_changed(self) -> None:
        """This window may write now, or no longer."""
        self.pane.why_not = READ_ONLY
        self.pane.editable = not self.session.read_only
        self.refresh_header()

    def may_type(self) -> bool:
        """Whether the active row may be changed; says why where it may not."""
        lock = self.session.segment(self.row).lock if self.row else None
        if self.session.read_only:
            self.say(READ_ONLY, warn=True)
        elif lock is not None:
            self.say(f"This row is locked by {lock.who}{': ' if lock.why else '.'}{lock.why}", warn=True)
        return not self.session.read_only and lock is None

    # ---- what the pane says

    def on_editor_pane_edited(self, message: Edited) -> None:
        """A key changed the English."""
        self.reading.touched = monotonic()
        self._caret_seen = (message.row_id, plain_offset(message.text, message.caret))
        self.query_one(MessageLine).typed_on()
        self.keystrokes.edited(message.row_id, message.text)
        self.facts.typed()
        self.lighting.relight()
        self.parts.edited()

    def on_editor_pane_caret_moved(self) -> None:
        """The caret moved within its row."""
        self.reading.touched = monotonic()
        self._caret_seen = (self.row, plain_offset(self.pane.target_text, self.pane.caret))
        if not self.facts.unsettled:
            self.lighting.relight()
        self.parts.caret_moved()

    def on_editor_pane_row_changed(self, message: RowChanged) -> None:
        """The pane went to another row by itself: arrows, page keys, a click."""
        self.keystrokes.end_step()
        row, caret = self._caret_seen
        if row == message.previous:
            self.session.leave(row, caret)
        if not message.placed and self.row:
            resting = self._resting_caret(self.row)
            if resting != self.pane.caret:
                self.pane.set_caret(resting)
        self._row_is_other()

    def on_editor_pane_refused(self, message: Refused) -> None:
        """A key would have changed what must not be changed."""
        self.say(message.why, warn=True)

    def on_key(self, event: events.Key) -> None:
        """Digits choose in the lists of terms and matches; what else is typed there is for the English."""
        lists = self.lower.terms.has_focus or self.lower.matches.has_focus
        if not lists or not event.character or not event.is_printable:
            return
        event.stop()
        if not event.character.isdecimal():
            self.to_english()
            if self.may_type():
                self.pane.insert(event.character)
        elif self.lower.terms.has_focus:
            self.terms.digit(event.character)
        elif event.character != "0":
            self.matches.pick(int(event.character) - 1)

    def on_descendant_focus(self) -> None:
        """A list has other keys than the rows."""
        self.refresh_hints()
        self.arranging.focus_moved()

    def on_screen_suspend(self) -> None:
        """A dialog has keys of its own, in its frame; when it goes, the rows have them again."""
        self.refresh_hints()

    on_screen_resume = on_screen_suspend

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click in the list of terms."""
        if isinstance(message.value, int):
            self.terms.pick(message.value)

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        """The cursor moved in the list of terms."""
        if isinstance(message.value, int):
            self.terms.looked_at(message.value)

    def on_match_list_chosen(self, message: MatchList.Chosen) -> None:
        """Enter or a double click in the list of matches."""
        if isinstance(message.value, int):
            self.matches.pick(message.value)

    def cancel(self) -> None:
        """Back to the English; the cue of the sample is put away."""
        self.put_cue_away()
        self.finding.forget()
        self.parts.cancelled()
        self.to_english()
        self.refresh_hints()

    def to_english(self) -> None:
        """What is typed goes into the English, from wherever the focus was."""
        self.pane.focus()
        self.pane.focus_side("target")

    def put_cue_away(self) -> None:
        """The keys to try in the sample make room."""
        self.query(Cue).remove()
        self.remove_class("-cue")

    # ---- telling

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say one sentence."""
        self.query_one(MessageLine).say(text, warn=warn)

    def refresh_header(self) -> None:
        """The line on top."""
        self.query_one(Header).facts = header_facts(self.session, plain=self.workbench.plain)

    def refresh_hints(self) -> None:
        """The keys that matter now."""
        self.query_one(HintLine).hints = hints_of(self)

    def on_hint_line_clicked(self, message: HintLine.Clicked) -> None:
        """A hint was clicked."""
        self.action_run(message.command)

    def _show_facts(self, facts: RowFacts) -> None:
        """What is known of the row where the caret has come to rest; the counts may be others by now."""
        self.refresh_header()
        self.lower.show_findings(findings_content(facts.findings), len(facts.findings))
        self.lighting.relight()
        self._show_row()
        self.refresh_hints()

    def _show_row(self) -> None:
        if self.row:
            segment = self.session.segment(self.row)
            self._state = segment.state
            marked = self.session.is_bookmarked(self.row)
            done = self.session.done_to(self.row)
            self.lower.show_row(row_content(segment, self.number, done, bookmarked=marked))

    def run_chosen(self, command: Command | None) -> None:
        """A command was chosen in a list."""
        if command is not None:
            self.run_command(command)

    # ---- the window

    def on_resize(self, event: events.Resize) -> None:
        """One sentence where there is no room."""
        self.arranging.fit(event.size)
        self.set_class(too_small(*event.size), "-too-small")
        if not too_small(*event.size) and self.focused is None:
            self.call_after_refresh(self.pane.focus)
        self.parts.resized()

    def on_app_blur(self) -> None:
        """Another window has the keyboard: keep what was typed."""
        self.keystrokes.flush()

    def settle(self) -> bool:
        """Keep what was typed, and the place; False where what was typed could not be kept."""
        kept = self.keystrokes.end_step()
        self.parts.closing()
        self.matches.closing()
        if kept and self.row:
            self.attempt(self.keeping.remember_place)
        return kept
