"""tui: commands that go about: rows, sides, finding, filtering, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.reviewing import Role
from workbench.project.views import neighbour, next_open

if TYPE_CHECKING:
    from workbench.project.row_filter import RowFilter
    from workbench.tui.screens.editor import EditorScreen


def next_row(desk: EditorScreen) -> None:
    """Go one row down."""
    _neighbour(desk, 1)


def previous_row(desk: EditorScreen) -> None:
    """Go one row up."""
    _neighbour(desk, -1)


def _neighbour(desk: EditorScreen, step: int) -> None:
    row = neighbour(desk.session.store.connection, desk.session.filter, desk.row, step)
    if row is None:
        desk.say("This is the last row." if step > 0 else "This is the first row.")
    else:
        desk.go(row)


def next_unconfirmed(desk: EditorScreen) -> None:
    """Go to the next row that is not confirmed, or for a reviewer not reviewed, confirming nothing."""
    session = desk.session
    reviewing = session.role is Role.REVIEWER
    row = (
        session.next_unreviewed(desk.row)
        if reviewing
        else next_open(session.store.connection, session.filter, desk.row)
    )
    if row is None:
        desk.say(f"No {'unreviewed' if reviewing else 'unconfirmed'} row is left below.")
    else:
        desk.go(row)


def go_to_row(desk: EditorScreen) -> None:
    """Ask for a row number and jump there."""
    from workbench.tui.screens.ask import Ask

    total = desk.view.total

    def check(text: str) -> str:
        if text.strip().isdecimal() and 1 <= int(text) <= total:
            return ""
        return f"A row number is 1 to {total:,}."

    def answered(text: str | None) -> None:
        if text is None:
            return
        row = desk.session.row_numbered(int(text))
        if row is None:
            desk.say(f"There is no row {text}.", warn=True)
        else:
            desk.jump(row)

    desk.ask(Ask("Go to row", f"Number, 1 to {total:,}", check=check), answered)


def other_side(desk: EditorScreen) -> None:
    """Change between the English and the source; there the caret comes to the lit sentence."""
    if desk.pane.side == "source":
        desk.pane.focus_side("target")
    else:
        desk.facts.settle_now()
        start, end = desk.lighting.sentence
        inside = start <= desk.pane.source_caret < end
        desk.pane.point_in_source(desk.pane.source_caret if inside else start)
    desk.refresh_hints()


def find(desk: EditorScreen) -> None:
    """Find in source, target or both; Enter jumps to a hit."""
    desk.finding.ask()


def next_hit(desk: EditorScreen) -> None:
    """Jump to the next hit of the last search."""
    desk.finding.step(1)


def previous_hit(desk: EditorScreen) -> None:
    """Jump to the hit before."""
    desk.finding.step(-1)


def filter_rows(desk: EditorScreen) -> None:
    """Show only some rows."""
    from workbench.tui.screens.row_filter import FilterForm
    from workbench.tui.screens.sifting import Sifting

    session = desk.session

    def chosen(row_filter: RowFilter | None) -> None:
        if row_filter is not None:
            desk.part(Sifting).show(row_filter)

    documents = [document.name for document in session.store.documents()]
    desk.ask(FilterForm(session.filter, session.saved_filters(), documents), chosen)


def undo(desk: EditorScreen) -> None:
    """Take back the last change, wherever it was."""
    from workbench.tui.screens.long_steps import LongSteps

    desk.part(LongSteps).walk()


def redo(desk: EditorScreen) -> None:
    """Do again what was undone."""
    from workbench.tui.screens.long_steps import LongSteps

    desk.part(LongSteps).walk(redo=True)


def cancel(desk: EditorScreen) -> None:
    """Leave the source side or the list of terms; clear the message."""
    desk.cancel()
