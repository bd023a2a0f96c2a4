"""tui: FilterForm, which rows to show: marked in lists, or typed; either shows in the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.project.filter_text import parse_filter
from workbench.project.row_filter import Field, RowFilter
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.filter_lines import Mark, chapters, is_marked, marked
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

_ALL: Final = "all"
_KEYS: Final = "Space marks   Enter shows   Tab types   Backspace all rows   Esc"
_TYPED_KEYS: Final = "Enter shows   Tab the lists   ^U empties   Esc"
_ABOUT: Final = "Of one chapter any will do, of several all must hold; -state:draft means all but drafts."


class FilterForm(Dialog[RowFilter]):
    """Gives the filter.

    Space marks lines; Enter shows what is marked, or else the line under the cursor. What is typed in a list
    goes into the line below it.

    Args:
        now: the filter that holds.
        saved: filters by name, in their text form.
        documents: names of the documents, where there are several.
    """

    DEFAULT_CSS = """
    FilterForm Horizontal { height: 11; }
    FilterForm #states, FilterForm #kinds { width: 4fr; }
    FilterForm #more { width: 6fr; }
    FilterForm TextBlock { color: $foreground 70%; height: auto; max-height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("space", "mark", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def __init__(
        self, now: RowFilter, saved: Mapping[str, str] | None = None, documents: Sequence[str] = ()
    ) -> None:
        super().__init__("Show only", _KEYS)
        self._filter = replace(now, among=None)
        self._saved = saved or {}
        self._documents = documents
        self._wrong = ""

    def body(self) -> ComposeResult:
        """States to the left, kinds beside them, everything else to the right; below it all as text."""
        with Horizontal():
            yield ChoiceList(self._states(), cursor_always=False, id="states")
            yield ChoiceList(self._kinds(), cursor_always=False, id="kinds")
            yield ChoiceList(self._more(), cursor_always=False, id="more")
        yield Input(
            self._filter.text,
            placeholder='state:draft term:大城市病 changed:2d "a text" /a pattern/',
            select_on_focus=False,
            compact=True,
        )
        yield TextBlock()

    def on_mount(self) -> None:
        """The lists have the keyboard."""
        super().on_mount()
        self._tell()

    def on_descendant_focus(self) -> None:
        """Lists and line have other keys."""
        self.tell_keys(_TYPED_KEYS if isinstance(self.focused, Input) else _KEYS)

    def on_key(self, event: events.Key) -> None:
        """A letter that is typed in a list is meant for the line."""
        if event.is_printable and event.character and event.character != " ":
            event.stop()
            self._type(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So is what is pasted there."""
        event.stop()
        self._type(" ".join(event.text.split()))

    def _type(self, text: str) -> None:
        """Put a text into the line, which has the keyboard from here on."""
        line = self.query_one(Input)
        if self.focused is not line:  # else a key that was on its way to the list when the line got the focus
            line.cursor_position = len(line.value)
            text = text if not line.value or line.value.endswith(" ") else f" {text}"
            self.set_focus(line)
        line.insert_text_at_cursor(text)

    def on_input_changed(self, message: Input.Changed) -> None:
        """The lists show what is typed, as far as it is a filter."""
        try:
            self._filter, self._wrong = parse_filter(message.value), ""
        except WorkbenchError as error:
            self._wrong = str(error)
        self._show()

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        if not self._wrong:
            self.dismiss(self._filter)

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        if isinstance(
            self.focused, Input
        ):  # a key that was on its way to the list when the line got the focus
            self._type(" ")
            return
        value = self.focused.value if isinstance(self.focused, ChoiceList) else None
        if isinstance(value, Mark):
            self._marked(value)

    def action_clear(self) -> None:
        """All rows again."""
        self.dismiss(RowFilter())

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        value = message.value
        if value == _ALL:
            self.dismiss(RowFilter())
            return
        if isinstance(value, str):
            self._show_saved(value)
            return
        if isinstance(value, Mark) and not self._filter:
            self._filter = marked(self._filter, value)
        if not self._wrong:
            self.dismiss(self._filter)

    def _show_saved(self, text: str) -> None:
        """One that was saved; what is wrong with it is told."""
        try:
            self.dismiss(parse_filter(text))
        except WorkbenchError as error:
            self._wrong = str(error)
            self._tell()

    def _marked(self, value: Mark) -> None:
        self._filter, self._wrong = marked(self._filter, value), ""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = self._filter.text
        self._show()

    def _show(self) -> None:
        for name, lines in (("#states", self._states()), ("#kinds", self._kinds()), ("#more", self._more())):
            self.query_one(name, ChoiceList).set_choices(lines, keep=True)
        self._tell()

    def _tell(self) -> None:
        wrong = Content.styled(self._wrong, "$warning") if self._wrong else Content(_ABOUT)
        self.query_one(TextBlock).show(wrong)

    def _states(self) -> list[Choice]:
        return [
            Choice(None, "State"),
            *(self._line(Mark(Field.STATE, state.value), state.value) for state in State),
            Choice(_ALL, "all rows", label="   "),
        ]

    def _kinds(self) -> list[Choice]:
        lines = [self._line(Mark(Field.KIND, kind.value), kind.value.replace("_", " ")) for kind in Kind]
        return [Choice(None, "Kind"), *lines]

    def _more(self) -> list[Choice]:
        lines = [Choice(None, "Saved")] if self._saved else []
        lines += [Choice(text, name, text, label="   ") for name, text in self._saved.items()]
        for title, marks in chapters(self._documents):
            lines.append(Choice(None, title))
            lines += [self._line(mark, words) for mark, words in marks]
        return lines

    def _line(self, value: Mark, words: str) -> Choice:
        return Choice(value, words, label="[x]" if is_marked(self._filter, value) else "[ ]")
