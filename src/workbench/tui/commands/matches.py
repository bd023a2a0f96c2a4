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

    def written(text: str | None) -> None:
        if text is not None:
            desk.apply(desk.session.edit_unit(match, text))
            desk.matches.changed()

    desk.ask(Write(f"English of the unit in {match.memory}", print_coded(match.unit.target)), written)


def delete_unit(desk: EditorScreen) -> None:
    """Take the unit behind the match under the cursor out of its memory, once asked."""
    from workbench.tui.screens.choose import Choose, Option

    match = desk.matches.match
    if match is None:
        desk.say("There is no unit to delete: put the cursor on a match (F12).")
        return
    options = [Option(False, "keep it"), Option(True, "delete it", "undo does not bring it back")]
    text = f"{match.unit.source.text[:60]} = {match.unit.target.text[:80]}"

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
    desk.apply(desk.session.lock_unit(match, not match.unit.locked))
    desk.matches.changed()


def concordance(desk: EditorScreen) -> None:
    """Where a text stands in the memories, this project and its references; what is selected is filled in."""
    desk.concording.ask()
