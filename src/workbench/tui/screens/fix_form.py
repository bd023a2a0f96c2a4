"""tui: FixForm, the rows that change where a rendering is settled; each is taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.project.fixing import FixStep
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

_KEYS = "Space takes or leaves   ^A all   Enter settles   Esc cancel"
_AROUND = 24  # characters of the English on either side of what changes
_TALL = 36


class FixForm(Dialog[tuple[FixStep, ...]]):
    """Gives the rows to change, which may be none. Drafts are taken at first, confirmed rows are not."""

    DEFAULT_CSS = """
    FixForm Panel { max-width: 140; }
    FixForm #whole { border-top: solid $foreground 25%; padding: 0 1; }
    .-plain FixForm #whole { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", show=False, priority=True),
        Binding("ctrl+a", "all", show=False, priority=True),
    ]

    def __init__(self, zh: str, en: str, steps: Sequence[FixStep]) -> None:
        super().__init__(f"{shown(zh)} = {shown(en)} in this project", _KEYS)
        self._steps = steps
        self._taken = {step.row for step in steps if step.pieces and not (step.settled or step.locked)}

    def body(self) -> ComposeResult:
        """What is counted, the rows, and the one under the cursor before and after."""
        count, whole = TextBlock(), TextBlock()
        count.id, whole.id = "count", "whole"
        yield count
        yield ChoiceList(share=1.0)
        yield whole

    def on_mount(self) -> None:
        """The list has the keyboard."""
        super().on_mount()
        self._fit(self.app.size.height)
        self._show()
        self.query_one(ChoiceList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        whole = 6 if height < _TALL else 9
        self.query_one("#whole", TextBlock).styles.height = whole
        self.query_one(ChoiceList).styles.height = max(3, min(14, (height - 2) * 4 // 5 - 4 - whole))

    def action_take(self) -> None:
        """Take the row under the cursor, or leave it; and go to the next."""
        step = self._step
        if step is None:
            return
        if step.locked or not step.pieces:
            self.tell_keys("It is locked." if step.locked else "Nothing in it is known to be replaced.")
            return
        self._taken ^= {step.row}
        choices = self.query_one(ChoiceList)
        at = choices.cursor
        self._show()
        choices.put_cursor(at)
        if at + 1 < len(choices.choices):
            choices.action_move(1)

    def action_all(self) -> None:
        """Take every row that can be changed, confirmed ones too; or leave them all."""
        every = {step.row for step in self._steps if step.pieces and not step.locked}
        self._taken = set() if self._taken == every else every
        self._show()

    def on_choice_list_chosen(self) -> None:
        """Enter: settle on it, and change the rows taken."""
        self.dismiss(tuple(step for step in self._steps if step.row in self._taken))

    def on_choice_list_moved(self) -> None:
        """Another row is under the cursor."""
        self._show_whole()

    @property
    def _step(self) -> FixStep | None:
        value = self.query_one(ChoiceList).value
        return value if isinstance(value, FixStep) else None

    def _show(self) -> None:
        choices = self.query_one(ChoiceList)
        choices.set_choices([_line(step, step.row in self._taken) for step in self._steps], keep=True)
        able = [step for step in self._steps if step.pieces and not step.locked]
        settled = sum(step.settled for step in able)
        unknown = sum(not step.pieces and not step.written for step in self._steps)
        told = f"{len(self._taken)} of {len(able)} rows will change"
        told += f"; {settled} of them confirmed, which only Space takes" if settled else ""
        told += f"; {unknown} say it in another way: look at them" if unknown else ""
        self.query_one("#count", TextBlock).show(Content(told + "."))
        self.tell_keys(_KEYS)
        self._show_whole()

    def _show_whole(self) -> None:
        step = self._step
        whole = self.query_one("#whole", TextBlock)
        if step is None:
            whole.show(Content("No translated row has this term: Enter settles on the rendering."))
            return
        before = _marked(step.english, [(start, end) for start, end, _ in step.pieces], "$error")
        lines = [Content.styled(shown(step.source).replace("\n", " "), "$foreground 70%"), before]
        if step.pieces:
            lines.append(_marked(step.after, _after_spans(step), "$success"))
        whole.show(Content("\n").join(lines))


def _line(step: FixStep, taken: bool) -> Choice:
    """A row: whether it is taken, its number, and the place that changes."""
    box = "[x]" if taken else "[ ]" if step.pieces and not step.locked else "   "
    state = "locked" if step.locked else "confirmed" if step.settled else "draft"
    if not step.pieces:
        said = "has it already" if step.written else "none of its renderings stands there"
        return Choice(step, f"{box} {step.number:>5} {state:<9} {said}", quiet=True)
    start, end, new = step.pieces[0]
    lead = f"{box} {step.number:>5} {state:<9} "
    left = step.english[max(0, start - _AROUND) : start].replace("\n", " ")
    right = step.english[end : end + _AROUND].replace("\n", " ")
    more = f"   and {len(step.pieces) - 1} more" if len(step.pieces) > 1 else ""
    text = shown(f"{lead}{left}{new}{right}{more}")
    return Choice(
        step, text, mark=(len(lead) + len(left), len(lead) + len(left) + len(new)), quiet=step.locked
    )


def _after_spans(step: FixStep) -> list[tuple[int, int]]:
    """Where the pieces stand in the English that comes of them."""
    spans, moved = [], 0
    for start, end, new in step.pieces:
        spans.append((start + moved, start + moved + len(new)))
        moved += len(new) - (end - start)
    return spans


def _marked(text: str, spans: Sequence[tuple[int, int]], color: str) -> Content:
    content = Content(shown(text).replace("\n", " "))
    for start, end in spans:
        content = content.stylize(f"{color} underline", start, end)
    return content
