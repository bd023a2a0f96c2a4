"""tui: CompareForm, where another file differs from ours; Enter takes theirs, row by row or all of a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.project.comparing_with import Comparison, DifferenceKind, DifferentRow, Elsewhere
from workbench.project.outcome import Outcome
from workbench.text.shown import shown
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.compare_lines import elsewhere_lines, heading, row_content, row_line
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock, TextPane

if TYPE_CHECKING:
    from workbench.project.session import Session

_KEYS = "Enter takes theirs   ^T all   Tab kind   ^Z undo   ^R row   Esc back"
_SCROLLED = 3

Then = Callable[[Outcome], None]
Take = Callable[[Sequence[int], bool, Then], None]
"""Takes rows; whether confirmed English is left alone; what is done then, for many rows after a while."""


class CompareForm(Dialog[int]):
    """Rows above, the one under the cursor in full below. Gives the row to go to.

    Args:
        take: takes rows into the project and shows it in the editor.
        undo: takes the last step back.
    """

    DEFAULT_CSS = """
    CompareForm Panel {
        height: 1fr; max-height: 100%; max-width: 100%; margin: 0 0 2 0; background: $surface;
    }
    CompareForm #how { height: 1; color: $foreground 80%; }
    CompareForm ChoiceList { height: 1fr; }
    CompareForm TextPane { height: 1fr; border-top: solid $foreground 25%; scrollbar-size-vertical: 1; }
    CompareForm.-plain TextPane { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "kind(1)", show=False, priority=True),
        Binding("shift+tab", "kind(-1)", show=False, priority=True),
        Binding("ctrl+t", "take_all", show=False, priority=True),
        Binding("ctrl+z", "undo", show=False, priority=True),
        Binding("ctrl+r", "row", show=False, priority=True),
        Binding("ctrl+up", "scroll(-1)", show=False, priority=True),
        Binding("ctrl+down", "scroll(1)", show=False, priority=True),
    ]

    def __init__(
        self, session: Session, comparison: Comparison, take: Take, undo: Callable[[Then], None]
    ) -> None:
        super().__init__(f"Compare with {comparison.name}", _KEYS)
        self._session = session
        self._comparison = comparison
        self._take = take
        self._undo = undo
        kinds = [kind for kind in DifferenceKind if comparison.of(kind)]
        self._kinds = kinds or [DifferenceKind.ALL]
        self._kind = self._kinds[0]
        self._said_for: object = None

    def body(self) -> ComposeResult:
        """What is listed, the list, and one row in full."""
        how = TextBlock()
        how.id = "how"
        yield how
        yield ChoiceList(self._lines(), share=0.55)
        yield TextPane()

    def on_mount(self) -> None:
        """The first row in full."""
        super().on_mount()
        self.query_one(ChoiceList).focus()
        self._show()

    # ---- keys

    def action_kind(self, step: int) -> None:
        """List rows of another kind."""
        at = self._kinds.index(self._kind) + step
        self._kind = self._kinds[at % len(self._kinds)]
        self.query_one(ChoiceList).set_choices(self._lines())
        self._show()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click: take theirs, and go on to the next row."""
        message.stop()
        if isinstance(message.value, DifferentRow):
            self._take([message.value.row], False, self._taken_one)

    def _taken_one(self, done: Outcome) -> None:
        choices = self.query_one(ChoiceList)
        choices.set_choices(self._lines(), keep=True)
        if done.done and choices.cursor + 1 < len(choices.choices):
            choices.action_move(1)
        self._show(done)

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        """Another row is under the cursor; what was just done stays said where the cursor went by itself."""
        message.stop()
        if message.value is not self._said_for:
            self._show()

    def action_take_all(self) -> None:
        """Ask, and take all that are listed."""
        rows = [row for row in self._comparison.of(self._kind) if not self._is_taken(row)]
        if not rows:
            self._tell("Nothing is left to take here.", warn=True)
            return
        confirmed = sum(self._comparison.by_row[row].settled_here for row in rows)
        options = [Option(True, f"take {len(rows) - confirmed:,}", "what is confirmed here stays")]
        if confirmed:
            options.append(Option(False, f"take all {len(rows):,}", f"over {confirmed:,} confirmed here too"))
        elif len(rows) > 1:
            options = [Option(True, f"take all {len(rows):,}", "one step of undo")]

        def chosen(leave: bool | None) -> None:
            if leave is not None:
                self._take(rows, leave, self._changed)

        text = f"{self._kind.value}: {len(rows):,} from {self._comparison.name}."
        self.app.push_screen(Choose("Take theirs", options, text=text), chosen)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._undo(self._changed)

    def _changed(self, done: Outcome) -> None:
        """Rows were taken, or the last step was taken back; the list may have been left meanwhile."""
        if self.is_mounted:
            self.query_one(ChoiceList).set_choices(self._lines(), keep=True)
            self._show(done)

    def action_row(self) -> None:
        """Go to the row."""
        value = self.query_one(ChoiceList).value
        if isinstance(value, DifferentRow):
            self.dismiss(value.row)

    def action_scroll(self, step: int) -> None:
        """Scroll the row in full."""
        self.query_one(TextPane).scroll_relative(y=step * _SCROLLED, animate=False)

    # ---- showing

    def _is_taken(self, row: int) -> bool:
        return self._session.is_taken(self._comparison.by_row[row])

    def _lines(self) -> list[Choice]:
        listed = [self._comparison.by_row[row] for row in self._comparison.of(self._kind)]
        lines = [row_line(each, taken=self._session.is_taken(each)) for each in listed]
        return [*lines, *elsewhere_lines(self._comparison)]

    def _show(self, done: Outcome | None = None) -> None:
        """Say what was done, or what is listed; and show the row under the cursor in full."""
        value = self.query_one(ChoiceList).value
        self._said_for = value if done else None
        if done:
            self._tell(done.message, warn=not done.done)
        else:
            count = len(self._comparison.of(self._kind))
            self._tell(heading(self._comparison, self._kind, count))
        pane = self.query_one(TextPane)
        pane.show(self._content(value))
        pane.scroll_to(y=0, animate=False)

    def _content(self, value: object) -> Content:
        if isinstance(value, Elsewhere):
            return Content(f"{shown(value.source)}\n{shown(value.target)}")
        if not isinstance(value, DifferentRow):
            return Content("")
        found = self._session.segments([value.row])
        return row_content(value, found[0]) if found else Content("That row is not there any more.")

    def _tell(self, said: str, *, warn: bool = False) -> None:
        self.query_one("#how", TextBlock).show(Content.styled(said, "$warning") if warn else Content(said))
