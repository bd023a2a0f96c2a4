"""tui: Desk, what the parts of the editor have before them: session, rows, the active row, the lines."""

from __future__ import annotations

from typing import TypeVar

from workbench.model.segments import Segment
from workbench.project.session import Session
from workbench.project.view import RowView
from workbench.tui.screens.arranging import Arranging
from workbench.tui.screens.arrivals import Arrivals
from workbench.tui.screens.asking import Asking
from workbench.tui.screens.concording import Concording
from workbench.tui.screens.finding import Finding
from workbench.tui.screens.hinting import hints_of
from workbench.tui.screens.keeping import Keeping
from workbench.tui.screens.keystrokes import Keystrokes
from workbench.tui.screens.lighting import Lighting
from workbench.tui.screens.matches import Matches
from workbench.tui.screens.memorising import Memorising
from workbench.tui.screens.part import Part
from workbench.tui.screens.parts import Parts
from workbench.tui.screens.reading import Reading
from workbench.tui.screens.refrains import Refrains
from workbench.tui.screens.row_facts import FactsWorker
from workbench.tui.screens.telling import header_facts
from workbench.tui.screens.terms import Terms
from workbench.tui.widgets.bottom_lines import HintLine
from workbench.tui.widgets.cue import Cue
from workbench.tui.widgets.editor_pane import EditorPane
from workbench.tui.widgets.header import Header
from workbench.tui.widgets.panes import LowerPanes

PartKind = TypeVar("PartKind", bound=Part)
READ_ONLY = "Read-only: another Workbench has this project. F9 z takes it over."


class Desk(Asking):
    """What lies there, and what it says; the screen itself fills it."""

    session: Session
    view: RowView
    pane: EditorPane
    lower: LowerPanes
    parts: Parts
    keystrokes: Keystrokes
    reading: Reading
    arrivals: Arrivals
    facts: FactsWorker
    terms: Terms
    matches: Matches
    memorising: Memorising
    refrains: Refrains
    concording: Concording
    lighting: Lighting
    finding: Finding
    keeping: Keeping
    arranging: Arranging

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

    def put_in(self, text: str, replace: tuple[int, int] | None = None) -> None:
        """Put a text into the English, as a step of undo of its own.

        Args:
            text: in printed form.
            replace: span of the printed English that makes room; where not given, what is selected.
        """
        self.keystrokes.end_step()
        self.pane.insert(text, replace=replace)
        self.call_later(self.keystrokes.end_step)  # behind the edit

    def to_english(self) -> None:
        """What is typed goes into the English, from wherever the focus was."""
        self.pane.focus()
        self.pane.focus_side("target")

    def put_cue_away(self) -> None:
        """The keys to try in the sample make room."""
        self.query(Cue).remove()
        self.remove_class("-cue")

    def refresh_header(self) -> None:
        """The line on top."""
        self.query_one(Header).facts = header_facts(self.session, plain=self.workbench.plain)

    def refresh_hints(self) -> None:
        """The keys that matter now."""
        self.query_one(HintLine).hints = hints_of(self)
