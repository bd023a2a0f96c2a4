"""tui: commands on matches: putting them in, and mending the units they come from; and the concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.coded import print_coded

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def use_match(desk: EditorScreen) -> None:
    """Put the best match in; pressed again at once, the next."""
    if desk.may_type():
        desk.matches.use()


def pick_match(desk: EditorScreen) -> None:
    """Go to the list of matches: a digit or Enter puts one in."""
    if desk.may_type():
        desk.matches.start_picking()


def insert_match(desk: EditorScreen) -> None:
    """Put the match under the cursor in at the caret."""
    if desk.may_type():
        desk.matches.insert()


def complete_match(desk: EditorScreen) -> None:
    """Put in only what the match has and the English lacks."""
    if desk.may_type():
        desk.matches.complete()


def edit_unit(desk: EditorScreen) -> None:
    """Mend the English of the unit behind the match under the cursor."""
    from workbench.tui.screens.write import Write

    match = desk.matches.match
    if match is None:
        desk.say("There is no unit to change: put the cursor on a match (F12).")
        return

    refusal = desk.session.may_change(match)
    if not refusal.done:
        desk.show_refusal(refusal)
        return

    def written(text: str | None) -> None:
        if text is not None:
            desk.apply(desk.session.edit_unit(match, text))
            desk.matches.changed()

    title = f"English of the unit in {match.memory}"
    desk.ask(Write(title, print_coded(match.unit.target), about=match.unit.source.text), written)


def delete_unit(desk: EditorScreen) -> None:
    """Take the unit behind the match under the cursor out of its memory, once asked."""
    from workbench.tui.screens.choose import Choose, Option

    match = desk.matches.match
    if match is None:
        desk.say("There is no unit to delete: put the cursor on a match (F12).")
        return
    refusal = desk.session.may_change(match)
    if not refusal.done and refusal.row is None:
        desk.show_refusal(refusal)
        return
    own = refusal.row is not None
    number = desk.session.number(refusal.row) if refusal.row is not None else 0
    detail = f"row {number} becomes a draft; undo brings it back" if own else "undo does not bring it back"
    options = [Option(False, "keep it"), Option(True, "delete it", detail)]
    text = f"{_shortened(match.unit.source.text, 60)}\n{_shortened(match.unit.target.text, 160)}"

    def chosen(delete: bool | None) -> None:
        if delete:
            desk.apply(desk.session.delete_unit(match))
            desk.matches.changed()

    desk.ask(Choose(f"Delete the unit from {match.memory}", options, start=False, text=text), chosen)


def lock_unit(desk: EditorScreen) -> None:
    """Lock the unit behind the match under the cursor, or unlock it."""
    match = desk.matches.match
    if match is None:
        desk.say("There is no unit to lock: put the cursor on a match (F12).")
        return
    outcome = desk.session.lock_unit(match, not match.unit.locked)
    if not outcome.done:
        desk.show_refusal(outcome)
        return
    desk.apply(outcome)
    desk.matches.changed()


def concordance(desk: EditorScreen) -> None:
    """Where a text stands in the memories, this project and its references; what is selected is filled in."""
    desk.concording.ask()


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
