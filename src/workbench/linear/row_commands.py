"""linear: commands on the row: reading it, confirming, editing, states, splitting and merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workbench.linear.found import number_of
from workbench.linear.told import one_line
from workbench.model.coded import print_coded
from workbench.model.segments import Kind, State
from workbench.project.light import sentences_of_source

if TYPE_CHECKING:
    from enum import StrEnum

    from workbench.linear.desk import LinearDesk

Value = TypeVar("Value", bound="StrEnum")


def read(desk: LinearDesk, rest: str) -> None:
    """Say the row again, whole."""
    del rest
    desk.tell_row()


def source(desk: LinearDesk, rest: str) -> None:
    """Say the whole Chinese."""
    del rest
    desk.say(f"Chinese: {one_line(desk.segment.source.text)}")


def english(desk: LinearDesk, rest: str) -> None:
    """Say the whole English."""
    del rest
    text = desk.segment.target.text
    desk.say(f"English: {one_line(text)}" if text.strip() else "There is no English yet.")


def sentence(desk: LinearDesk, rest: str) -> None:
    """Go to a sentence of the row, or say this one again."""
    if rest:
        count = len(sentences_of_source(desk.segment.source.text))
        number = number_of(rest)
        caret = desk.sentence_at(number - 1) if number and number <= count else None
        if caret is None:
            desk.say(
                f"A sentence number is 1 to {count}."
                if not number or number > count
                else "That sentence has no place in the English yet: the ones before it come first."
            )
            return
        desk.caret = caret
    desk.tell_sentence()


def confirm(desk: LinearDesk, rest: str) -> None:
    """Confirm the row and go on."""
    del rest
    desk.apply(desk.session.enter(desk.row))


def stay(desk: LinearDesk, rest: str) -> None:
    """Confirm the row and stay."""
    del rest
    desk.apply(desk.session.enter_and_stay(desk.row))


def edit(desk: LinearDesk, rest: str) -> None:
    """Change the English on a line that has it already; a line break in it is shown as ⏎."""
    del rest
    before = print_coded(desk.segment.target)
    after = desk.ask("English: ", before.replace("\n", "⏎"))
    if after is not None and after.replace("⏎", "\n") != before:
        desk.session.pause()
        typed = desk.session.type(desk.row, after.replace("⏎", "\n"))
        desk.session.pause()
        desk.apply(typed)
        desk.say(f"Changed; the row is {desk.segment.state.value}." if typed.done else "Nothing was changed.")
        desk.caret = min(desk.caret, len(desk.segment.target.text))
    else:
        desk.say("Nothing was changed.")


def edit_source(desk: LinearDesk, rest: str) -> None:
    """Mend the Chinese on a line that has it already."""
    del rest
    after = desk.ask("Chinese: ", desk.segment.source.text)
    if after is not None:
        desk.apply(desk.session.edit_source(desk.row, after))


def restore_source(desk: LinearDesk, rest: str) -> None:
    """Put the Chinese back as it was read."""
    del rest
    desk.apply(desk.session.restore_source(desk.row))
    desk.say(f"Chinese: {one_line(desk.segment.source.text)}")


def set_reviewed(desk: LinearDesk, rest: str) -> None:
    """Set the row reviewed and stay on it."""
    del rest
    desk.apply(desk.session.set_reviewed(desk.row))


def copy(desk: LinearDesk, rest: str) -> None:
    """Put the Chinese in the place of the English."""
    del rest
    desk.apply(desk.session.copy_source(desk.row))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def clear(desk: LinearDesk, rest: str) -> None:
    """Empty the English."""
    del rest
    outcome = desk.session.clear_target(desk.row)
    desk.caret = 0
    desk.apply(outcome)
    if outcome.done:
        desk.say("The English is empty; /undo brings it back.")


def state(desk: LinearDesk, rest: str) -> None:
    """Set the state."""
    chosen = _one_of(desk, rest, State, "state")
    if chosen is State.REJECTED:
        desk.say("Rejecting needs its reason: /reject WHY.")
    elif chosen is not None:
        desk.apply(desk.session.set_state(desk.row, chosen))


def reject(desk: LinearDesk, rest: str) -> None:
    """Send the row back."""
    desk.apply(desk.session.reject(desk.row, rest))


def kind(desk: LinearDesk, rest: str) -> None:
    """Say what the row is in its document."""
    chosen = _one_of(desk, rest, Kind, "kind")
    if chosen is not None:
        desk.apply(desk.session.set_kind(desk.row, chosen))


def lock(desk: LinearDesk, rest: str) -> None:
    """Lock the row, or unlock it."""
    desk.apply(desk.session.toggle_lock(desk.row, rest))


def note(desk: LinearDesk, rest: str) -> None:
    """Set the note; without a text it is asked for, with the old one to be changed."""
    text: str | None = rest
    if not rest:
        text = desk.ask("Note: ", one_line(desk.segment.note))
    if text is not None:
        desk.apply(desk.session.set_note(desk.row, text))


def _one_of(desk: LinearDesk, text: str, kinds: type[Value], word: str) -> Value | None:
    """The value that a text names; says which there are where it names none."""
    wanted = text.strip().casefold().replace(" ", "_")
    for value in kinds:
        if value.value == wanted:
            return value
    names = ", ".join(value.value.replace("_", " ") for value in kinds)
    desk.say(f"A {word} is one of: {names}.")
    return None
