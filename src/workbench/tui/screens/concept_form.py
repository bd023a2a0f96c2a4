"""tui: ConceptForm, a concept with all its fields; its renderings are lines that open their own form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status, TermKind
from workbench.project.concept_draft import cells_of_concept, concept_with, wrong_with
from workbench.text.characters import is_hanzi
from workbench.text.shown import shown
from workbench.tui.screens.concept_fields import ClosedField, FieldsForm, text_field
from workbench.tui.screens.concept_rendering import RenderingForm
from workbench.tui.screens.concept_words import ATTESTATIONS, DOMAINS, KINDS, STATUSES
from workbench.tui.widgets.choices import Choice, ChoiceList

if TYPE_CHECKING:
    from workbench.project.outcome import Outcome

_KEYS = "Enter next, or opens the English   ^S keeps it   Esc cancel"
_RENDERING_KEYS = "Enter opens   ^Up ^Down order   Del takes out   ^S keeps it   Esc cancel"
_ADD = "add"
_MOST_LINES = 7
_TYPED: Final = {
    "first_mention": ("First time", "what to write at the first mention"),
    "members": ("Members", "of a formula, in order, parted by |"),
    "abbreviation_of": ("Short for", "the Chinese of the whole"),
    "context": ("Only where", "before:院长/书记; not-after:… ; word"),
    "risk": ("Mind", "what a loaded term gives away"),
}
_KEPT: Final = [
    ("project", "this project's glossary"),
    ("personal", "the personal glossary, for all projects"),
]

Kept = tuple[Concept, "Outcome"]
Keep = Callable[[Concept, bool], Kept]


class RenderingLines(ChoiceList):
    """The renderings, and a line that adds one; at its ends the arrows go on to the other fields."""

    DEFAULT_CSS = "RenderingLines { background: transparent; } RenderingLines:focus { background: $boost; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+up", "screen.order(-1)", show=False),
        Binding("ctrl+down", "screen.order(1)", show=False),
        Binding("delete,backspace,ctrl+d", "screen.take_out", show=False),
    ]

    def action_move(self, step: int) -> None:
        """One line on; from the first and the last to the field beside."""
        if 0 <= self.cursor + step < len(self.choices):
            super().action_move(step)
        elif step < 0:
            self.screen.focus_previous()
        else:
            self.screen.focus_next()


class ConceptForm(FieldsForm[Kept]):
    """Gives the concept that was kept, and what is to be said.

    Args:
        concept: as its glossary has it; without an id for a new one.
        known: all concepts.
        keep: keeps the concept, for all projects where told so.
        personal: it is kept for all projects until now.
    """

    DEFAULT_CSS = """
    ConceptForm #fields { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    ConceptForm Panel { max-height: 100%; }
    """

    def __init__(
        self, concept: Concept, known: Sequence[Concept], keep: Keep, *, personal: bool = False
    ) -> None:
        title = f"Edit {shown(concept.zh)}" if concept.id else "New concept"
        super().__init__(title, _KEYS)
        self._concept = concept
        self._known = known
        self._keep = keep
        self._personal = personal
        self._renderings = list(concept.renderings)
        self._read_for = concept.zh if concept.pinyin else ""

    def body(self) -> ComposeResult:
        """What it is, its English, and what else is said of it."""
        concept, cells = self._concept, cells_of_concept(self._concept, self._known)
        kinds = [(str(kind), words) for kind, words in KINDS.items()]
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.line("Chinese", text_field("zh", cells["zh"], "the headword, simplified"))
            variants = text_field("zh_variants", cells["zh_variants"], "that mean the same, parted by |")
            yield from self.line("Other forms", variants)
            yield from self.line("Pinyin", text_field("pinyin", cells["pinyin"], "fēi shǒu dū"))
            yield from self.line("Kind", ClosedField("Kind", kinds, concept.kind, id="kind"))
            yield from self.line(
                "Domain", text_field("domain", cells["domain"], "party, law, economy …", self._domains)
            )
            yield from self.line("English", RenderingLines(cursor_always=False, share=0.7, id="renderings"))
            for name, (label, placeholder) in _TYPED.items():
                yield from self.line(label, text_field(name, cells[name], placeholder))
            kept = "personal" if self._personal else "project"
            yield from self.line("Kept in", ClosedField("Kept in", _KEPT, kept, id="kept"))
        yield from self.telling_line()

    @property
    def _domains(self) -> list[str]:
        return list(dict.fromkeys([*DOMAINS, *(one.domain for one in self._known if one.domain)]))

    def on_mount(self) -> None:
        """The caret in the Chinese, or where there is one already in the English."""
        self._list_renderings()
        super().on_mount()
        self.query_one("#renderings" if self._concept.zh else "#zh").focus()
        if self._concept.zh:
            self._fill_pinyin()

    def filled_in(self) -> object:
        """The fields, and the renderings in their order."""
        return super().filled_in(), tuple(self._renderings)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The list of renderings has keys of its own; leaving the Chinese fills in its reading."""
        super().on_descendant_focus(event)
        self.tell_keys(_RENDERING_KEYS if event.widget.id == "renderings" else _KEYS)
        if event.widget.id != "zh":
            self._fill_pinyin()

    # ---- the renderings

    def _list_renderings(self, at: int = 0) -> None:
        lines = [
            Choice(place, f"{STATUSES[one.status]:<10} {one.en}", _known(one), label=str(place + 1))
            for place, one in enumerate(self._renderings)
        ]
        choices = self.query_one("#renderings", RenderingLines)
        lines.append(Choice(_ADD, "add a rendering", label="+", quiet=True))
        choices.set_choices(lines)
        choices.put_cursor(at)
        height = min(_MOST_LINES, len(lines))
        choices.styles.height = height
        if choices.parent is not None:
            choices.parent.styles.height = height

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click on a rendering, or on the line that adds one."""
        at = message.value if isinstance(message.value, int) else len(self._renderings)
        was = self._renderings[at] if at < len(self._renderings) else None
        taken = any(one.status is Status.PREFERRED for one in self._renderings)
        status = Status.ADMITTED if taken else Status.PREFERRED
        zh = self.query_one("#zh", Input).value
        self.app.push_screen(RenderingForm(zh, was, status), partial(self._rendering_done, at))

    def _rendering_done(self, at: int, rendering: Rendering | None) -> None:
        if rendering is not None:
            self._renderings[at : at + 1] = [rendering]
            self._list_renderings(at)

    @property
    def _at(self) -> int | None:
        """The rendering under the cursor."""
        value = self.query_one("#renderings", RenderingLines).value
        return value if isinstance(value, int) else None

    def action_order(self, step: int) -> None:
        """Move the rendering under the cursor up or down."""
        at = self._at
        if at is not None and 0 <= at + step < len(self._renderings):
            self._renderings.insert(at + step, self._renderings.pop(at))
            self._list_renderings(at + step)

    def action_take_out(self) -> None:
        """Take the rendering under the cursor out; it is gone once the concept is kept."""
        if self._at is not None:
            gone = self._renderings.pop(self._at)
            self._list_renderings(min(self._at or 0, len(self._renderings)))
            self.tell(f"{gone.en} is taken out once you keep it.")

    # ---- pinyin

    def _fill_pinyin(self) -> None:
        """Read the Chinese where its reading is not given yet; aside, for the first time takes a while."""
        zh = self.query_one("#zh", Input).value.strip()
        if zh and zh != self._read_for and not self.query_one("#pinyin", Input).value.strip():
            self._read_for = zh
            self.run_worker(partial(self._read, zh), thread=True, exclusive=True, group="pinyin")

    def _read(self, zh: str) -> None:
        """In a worker's thread."""
        from workbench.annotate.pinyin import readings

        syllables = (syllable for sign, syllable in zip(zh, readings(zh), strict=True) if is_hanzi(sign))
        self.call_later(self._read_done, zh, " ".join(filter(None, syllables)))

    def _read_done(self, zh: str, reading: str) -> None:
        pinyin = self.query_one("#pinyin", Input)
        if self.is_mounted and self.query_one("#zh", Input).value.strip() == zh and not pinyin.value:
            untouched = self.filled_in() == self._at_first
            pinyin.value = reading
            if untouched:
                self._at_first = self.filled_in()

    # ---- keeping

    def action_keep(self) -> None:
        """Keep it where nothing is wrong; what cannot be kept stays in the form."""
        made = concept_with(
            self._concept, self.typed(), TermKind(self.chosen("kind")), self._renderings, self._known
        )
        wrong = wrong_with(made, self._known)
        if wrong is not None:
            self._refuse(wrong.field, wrong.rendering, wrong.why)
            return
        try:
            kept = self._keep(made, self.chosen("kept") == "personal")
        except WorkbenchError as error:
            self.tell(str(error))
            return
        if kept[1].done:
            self.dismiss(kept)
        else:
            self.tell(kept[1].message)

    def _refuse(self, field: str, rendering: int | None, why: str) -> None:
        if rendering is None:
            self.refuse(field, why)
            return
        self._list_renderings(rendering)
        self.refuse("renderings", f"Rendering {rendering + 1}: {why[:1].lower()}{why[1:]}")


def _known(rendering: Rendering) -> str:
    """What the line of a rendering says besides its status and its English."""
    return " · ".join(filter(None, (rendering.article, ATTESTATIONS[rendering.attestation])))
