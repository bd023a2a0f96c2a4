"""tui: commands on the row under the caret: confirming, states, locks and notes."""

from __future__ import annotations

from operator import methodcaller
from typing import TYPE_CHECKING

from workbench.model.segments import Kind, State

if TYPE_CHECKING:
    from workbench.project.outcome import Outcome
    from workbench.tui.screens.editor import EditorScreen

STATE_WORDS = {
    State.UNTRANSLATED: "untranslated",
    State.DRAFT: "draft",
    State.CONFIRMED: "confirmed",
    State.REVIEWED: "reviewed",
    State.REJECTED: "rejected",
}
KIND_WORDS = {
    Kind.TITLE: "title",
    Kind.SUBTITLE: "subtitle",
    Kind.HEADING: "heading",
    Kind.PARAGRAPH: "paragraph",
    Kind.LIST_ITEM: "list item",
    Kind.BYLINE: "byline",
    Kind.CREDIT: "credit",
    Kind.CAPTION: "caption",
    Kind.IGNORED: "ignored",
}


def confirm(desk: EditorScreen) -> None:
    """Confirm the row, or set it reviewed, and go on; on an empty row only go on."""
    row = desk.row
    _confirmed(desk, row, desk.session.enter(row))


def confirm_and_stay(desk: EditorScreen) -> None:
    """Confirm the row, or set it reviewed, and stay on it."""
    row = desk.row
    _confirmed(desk, row, desk.session.enter_and_stay(row))


def _confirmed(desk: EditorScreen, row: int, outcome: Outcome) -> None:
    """Show it; where the row is one of very many with the same source, those are filled aside."""
    desk.apply(outcome)
    if outcome.waiting:
        from workbench.tui.screens.long_steps import LongSteps

        fill = methodcaller("fill_repetitions", row)
        desk.part(LongSteps).do("Filling in repetitions", fill, outcome.waiting)


def choose_state(desk: EditorScreen) -> None:
    """Ask for a state; rejecting asks for the comment too."""
    from workbench.tui.screens.choose import Choose, Option

    now = desk.segment.state
    options = [Option(state, word, "now" if state is now else "") for state, word in STATE_WORDS.items()]

    def chosen(state: State | None) -> None:
        if state is State.REJECTED:
            reject(desk)
        elif state is not None:
            row = desk.row
            _confirmed(desk, row, desk.session.set_state(row, state))

    desk.ask(Choose("State of the row", options, start=now), chosen)


def reject(desk: EditorScreen) -> None:
    """Reject the row with a comment for the translator."""
    from workbench.tui.screens.write import Write

    if not desk.may_type():
        return
    if not desk.segment.target.text.strip():
        desk.say("An empty row stays untranslated: there is nothing to reject.", warn=True)
        return

    def written(comment: str | None) -> None:
        if comment is not None:
            desk.apply(desk.session.reject(desk.row, comment))

    desk.ask(Write("Why is the row rejected?", desk.segment.comment), written)


def choose_kind(desk: EditorScreen) -> None:
    """Ask what the row is in its document."""
    from workbench.tui.screens.choose import Choose, Option

    now = desk.segment.kind
    options = [Option(kind, word, "now" if kind is now else "") for kind, word in KIND_WORDS.items()]

    def chosen(kind: Kind | None) -> None:
        if kind is not None:
            desk.apply(desk.session.set_kind(desk.row, kind))

    desk.ask(Choose("Kind of the row", options, start=now), chosen)


def toggle_lock(desk: EditorScreen) -> None:
    """Unlock a locked row; lock an open one, asking why."""
    if desk.segment.lock is not None:
        desk.apply(desk.session.toggle_lock(desk.row))
        return
    from workbench.tui.screens.ask import Ask

    def answered(why: str | None) -> None:
        if why is not None:
            desk.apply(desk.session.toggle_lock(desk.row, why.strip()))

    desk.ask(Ask("Lock the row", "Why (may stay empty)"), answered)


def write_note(desk: EditorScreen) -> None:
    """Write the row's note or query."""
    from workbench.tui.screens.write import Write

    def written(note: str | None) -> None:
        if note is not None:
            desk.apply(desk.session.set_note(desk.row, note.strip()))

    desk.ask(Write(f"Note on row {desk.number}", desk.segment.note), written)


def copy_source(desk: EditorScreen) -> None:
    """Put the source into the English side."""
    desk.apply(desk.session.copy_source(desk.row))


def clear_target(desk: EditorScreen) -> None:
    """Empty the English side."""
    desk.apply(desk.session.clear_target(desk.row))
