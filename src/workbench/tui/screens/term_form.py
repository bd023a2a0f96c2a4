"""tui: TermForm, a term or one more rendering, for the project's glossary or the personal one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from workbench.model.faults import WorkbenchError
from workbench.text.fold import fold
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.term_choices import english_of
from workbench.tui.widgets.panes import TextBlock

if TYPE_CHECKING:
    from workbench.model.terms import Concept

_FIELDS = {
    "chinese": ("Chinese", "the headword"),
    "english": ("English", "without the or a"),
    "article": ("Article", "the, a, an, or nothing"),
    "note": ("Note", "when to use it"),
    "kept": ("Kept in", "project, or personal: for all projects"),
}
_KEYS = "Enter keeps it   Tab next field   Esc cancel"
_NEW = "The termbase has no such term yet."
_TYPED = "Enter keeps what is typed; ^E again drops it and edits what is known"


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What was filled in; `personal` where it is to be kept for all projects."""

    chinese: str
    english: str
    article: str = ""
    note: str = ""
    personal: bool = False


class TermForm(Dialog["NewTerm | Concept"]):
    """Gives the term. Enter keeps it once both sides are filled; Tab goes from field to field.

    Where the termbase has the Chinese already, Ctrl+E gives its concept, to be edited whole.

    Args:
        concepts: all that the termbase has, to say what is known of the Chinese already.
        start: what is filled in at first.
    """

    DEFAULT_CSS = """
    TermForm Horizontal { height: 1; margin-bottom: 1; }
    TermForm Horizontal > TextBlock { width: 10; height: 1; padding: 0; }
    TermForm #known { height: 2; color: $foreground 70%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "edit", show=False, priority=True)]

    def __init__(self, concepts: Callable[[], Sequence[Concept]], start: NewTerm) -> None:
        super().__init__("Add a term", _KEYS)
        self._values = {
            "chinese": start.chinese,
            "english": start.english,
            "article": start.article,
            "note": start.note,
            "kept": "personal" if start.personal else "project",
        }
        self._concepts = concepts
        self._found: Concept | None = None
        self._may_drop = False

    def body(self) -> ComposeResult:
        """The fields with their names, and what is known already."""
        for name, (label, placeholder) in _FIELDS.items():
            with Horizontal():
                block = TextBlock()
                block.show(Content(label))
                yield block
                yield Input(self._values.get(name, ""), placeholder=placeholder, id=name, compact=True)
        known = TextBlock()
        known.id = "known"
        yield known

    def on_mount(self) -> None:
        """The caret in the first empty field."""
        super().on_mount()
        self.query_one("#english" if self._values["chinese"] else "#chinese").focus()
        self._tell_known()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Another Chinese: say what is known of it."""
        warned, self._may_drop = self._may_drop, False
        if message.input.id == "chinese" or warned:
            self._tell_known()

    def _tell_known(self) -> None:
        zh = fold(self.query_one("#chinese", Input).value.strip())
        try:
            concepts = self._concepts()
        except WorkbenchError as error:
            self.query_one("#known", TextBlock).show(Content.styled(shown(str(error)), "$warning"))
            return
        found = next((one for one in concepts if zh in map(fold, (one.zh, *one.zh_variants))), None)
        self._found = found
        self.tell_keys(f"{_KEYS}   ^E edits all of it" if found is not None else _KEYS)
        if not zh or found is None:
            self.query_one("#known", TextBlock).show(Content(_NEW if zh else ""))
            return
        english, struck = english_of(found.usable, [one for one in found.renderings if not one.usable])
        content = Content(shown(english))
        for start, end in struck:
            content = content.stylize("strike", start, end)
        self.query_one("#known", TextBlock).show(Content("Yours goes before what is known: ") + content)

    def action_edit(self) -> None:
        """Edit what the termbase has; what is typed here is dropped only when asked once more."""
        if self._found is None:
            return
        typed = any(
            self.query_one(f"#{name}", Input).value.strip() for name in ("english", "article", "note")
        )
        if typed and not self._may_drop:
            self._may_drop = True
            self.tell_keys(_TYPED)
        else:
            self.dismiss(self._found)

    def on_input_submitted(self) -> None:
        """Enter: done, or on to what is missing."""
        values = {name: self.query_one(f"#{name}", Input).value.strip() for name in _FIELDS}
        kept = values.pop("kept").casefold()
        for name in ("chinese", "english"):
            if not values[name]:
                self._refuse(name, f"{_FIELDS[name][0]} is empty.")
                return
        if values["article"] not in ("", "the", "a", "an"):
            self._refuse("article", "The article is the, a, an, or nothing.")
        elif kept not in ("", "project", "personal"):
            self._refuse("kept", "It is kept in: project, or personal.")
        else:
            self.dismiss(NewTerm(**values, personal=kept == "personal"))

    def _refuse(self, name: str, why: str) -> None:
        self.tell_keys(why)
        self.query_one(f"#{name}").focus()
