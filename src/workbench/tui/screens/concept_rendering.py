"""tui: RenderingForm, one English rendering of a concept with all that is known of it."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Input

from workbench.model.terms import Attestation, Rendering, Status
from workbench.project.concept_draft import Wrong, cells_of_rendering, rendering_with
from workbench.text.shown import shown
from workbench.tui.screens.concept_fields import ClosedField, FieldsForm, text_field
from workbench.tui.screens.concept_words import ATTESTATIONS

_KEYS = "Enter next   ^S done   Esc back"
_ARTICLES: Final = [("", "none"), ("the", "the"), ("a", "a"), ("an", "an")]
_STATUSES: Final = [
    (Status.PREFERRED, "preferred"),
    (Status.ADMITTED, "admitted"),
    (Status.DEPRECATED, "not to be used: the note says why"),
    (Status.SUPERSEDED, "superseded by a newer one: the note says why"),
]
_TYPED: Final = {
    "short_form": ("Short form", "what follows the first mention"),
    "valency": ("Used so", "relieve Beijing of ~"),
    "note": ("Note", "when to use it, or why not"),
    "authority": ("Authority", "who publishes it so; for official ones"),
    "year_from": ("From year", ""),
    "year_to": ("To year", ""),
    "source_url": ("Source", "address of a publication"),
    "checked_on": ("Seen there on", "2024-02-29"),
    "register": ("Register", "official, neutral, critical, technical"),
}
_PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "other")


class RenderingForm(FieldsForm[Rendering]):
    """Gives the rendering."""

    def __init__(self, zh: str, rendering: Rendering | None, status: Status) -> None:
        super().__init__(f"English of {shown(zh)}", _KEYS)
        self._was = rendering or Rendering("", status=status, attestation=Attestation.PROPOSED)

    def body(self) -> ComposeResult:
        """Fourteen fields, the ones that are filled in most on top."""
        was, cells = self._was, cells_of_rendering(self._was)
        yield from self.line("English", text_field("en", cells["en"], "without the or a"))
        yield from self.line("Article", ClosedField("Article", _ARTICLES, was.article, id="article"))
        yield from self.line("Status", ClosedField("Status", _STATUSES, was.status, id="status"))
        known = [(str(value), words) for value, words in ATTESTATIONS.items()]
        yield from self.line("Known as", ClosedField("Known as", known, was.attestation, id="attestation"))
        pos = text_field("pos", cells["pos"], "noun, verb, adjective, adverb", _PARTS_OF_SPEECH)
        yield from self.line("Part of speech", pos)
        for name, (label, placeholder) in _TYPED.items():
            yield from self.line(label, text_field(name, cells[name], placeholder))
        yield from self.telling_line()

    def on_mount(self) -> None:
        """The caret in the English."""
        super().on_mount()
        self.query_one("#en", Input).focus()

    def action_keep(self) -> None:
        """Answer, or say what is wrong."""
        status, attestation = Status(self.chosen("status")), Attestation(self.chosen("attestation"))
        made = rendering_with(self.typed(), self.chosen("article"), status, attestation)
        if isinstance(made, Wrong):
            self.refuse(made.field, made.why)
        else:
            self.dismiss(made)
