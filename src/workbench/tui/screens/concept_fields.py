"""tui: FieldsForm, a form of named fields, one a line; closed values are chosen, Escape asks first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from workbench.text.shown import shown
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.panes import TextBlock

Answer = TypeVar("Answer")


class ClosedField(Widget, can_focus=True):
    """One of a few values: Enter or Space shows them all, left and right step through them.

    Attributes:
        value: the value chosen.
    """

    DEFAULT_CSS = """
    ClosedField { height: 1; width: 1fr; padding: 0 1; }
    ClosedField:focus { background: $boost; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

    def __init__(self, title: str, options: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        super().__init__(id=id)
        self._title = title
        self._options = options
        self.value = value

    def render(self) -> Content:
        """The value in words; the sign says that there are others."""
        words = dict(self._options).get(self.value, self.value)
        sign = Content.styled("  Enter chooses", "$faint") if self.has_focus else Content("")
        return Content(shown(words)) + sign

    def action_choose(self) -> None:
        """Show all values."""
        options = [Option(value, words) for value, words in self._options]
        self.app.push_screen(Choose(self._title, options, start=self.value), self._chosen)

    def action_step(self, step: int) -> None:
        """The value beside this one, round the ends."""
        values = [value for value, _ in self._options]
        self._chosen(values[(values.index(self.value) + step) % len(values)])

    def _chosen(self, value: str | None) -> None:
        if value is not None:
            self.value = value
            self.refresh()

    def on_focus(self) -> None:
        """The sign shows where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The sign shows where the focus is."""
        self.refresh()


class FieldsForm(Dialog[Answer], Generic[Answer]):
    """Up, Down and Tab go from field to field, Enter on; ctrl+s keeps; Escape twice drops changes."""

    DEFAULT_CSS = """
    FieldsForm Panel { max-height: 100%; max-width: 130; margin: 0 1; }
    FieldsForm .field { height: 1; }
    FieldsForm .field > TextBlock { width: 16; height: 1; padding: 0; color: $foreground 70%; }
    FieldsForm .field > Input { padding: 0 1; background: transparent; }
    FieldsForm .field > Input:focus { padding: 0 1; background: $boost; }
    FieldsForm #wrong { height: 1; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__(title, keys)
        self._at_first: object = None
        self._asked = False
        self._told_of: object = None

    def on_mount(self) -> None:
        """Remember what stood there at first."""
        super().on_mount()
        self._at_first = self.filled_in()

    def filled_in(self) -> object:
        """All that is filled in; another form adds what it has besides fields."""
        return {**self.typed(), **{field.id or "": field.value for field in self.query(ClosedField)}}

    def typed(self) -> dict[str, str]:
        """The text of every field that is typed."""
        return {field.id or "": field.value for field in self.query(Input)}

    def chosen(self, name: str) -> str:
        """The value of a closed field."""
        return self.query_one(f"#{name}", ClosedField).value

    def action_keep(self) -> None:
        """Check, and answer; every form has its own."""

    def action_cancel(self) -> None:
        """Leave; where something was filled in, only when asked again."""
        if self._asked or self.filled_in() == self._at_first:
            self.dismiss(None)
            return
        self._asked = True
        self.tell("Esc again drops what you changed; ^S keeps it.")

    def on_input_changed(self) -> None:
        """What was said has been read."""
        if self._told_of is not None and self.filled_in() != self._told_of:
            self._asked = False
            self.tell("")
            self._told_of = None

    def on_input_submitted(self) -> None:
        """Enter: the next field."""
        self.focus_next()

    def refuse(self, field: str, why: str) -> None:
        """Say what is wrong with a field, and go there."""
        self.tell(why)
        found = self.query(f"#{field}")
        if found:
            found.first().focus()

    def tell(self, said: str) -> None:
        """Say one sentence below the fields."""
        self._told_of = self.filled_in()
        self.query_one("#wrong", TextBlock).show(Content.styled(shown(said), "$warning"))

    def line(self, label: str, field: Widget) -> ComposeResult:
        """A field beside its name."""
        with Horizontal(classes="field"):
            name = TextBlock()
            name.show(Content(label))
            yield name
            yield field

    def telling_line(self) -> Iterator[Widget]:
        """Where what is wrong is said."""
        wrong = TextBlock()
        wrong.id = "wrong"
        yield wrong

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The field with the focus is in sight."""
        event.widget.scroll_visible(animate=False)


def text_field(name: str, value: str, placeholder: str = "", suggestions: Sequence[str] = ()) -> Input:
    """A field for text; the right arrow takes what is suggested, and no key overwrites what is there."""
    suggester = SuggestFromList(suggestions, case_sensitive=False) if suggestions else None
    return Input(
        value, placeholder=placeholder, id=name, compact=True, select_on_focus=False, suggester=suggester
    )
