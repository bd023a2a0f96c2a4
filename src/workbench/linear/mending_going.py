"""linear: commands that go about an alignment, and what comes of it: files, a memory, a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.linear.found import number_of
from workbench.linear.help_command import tell_help
from workbench.project.mending_beads import Place
from workbench.project.mending_order import BeadOrder
from workbench.project.mending_outcome import is_doubtful

if TYPE_CHECKING:
    from workbench.linear.mending_desk import MendingDesk
    from workbench.project.mending_results import MendedForm

FIRST = (
    "A bead is said: some Chinese and the English that renders it.",
    "An empty line says that it is right and goes on to the next one that nobody has called right.",
    "A line that begins with a stroke is a command.",
)


def next_open(desk: MendingDesk, fits: Callable[[int], bool], *, around: bool) -> Place | None:
    """The next bead that fits in the order of going about; None for none. `around`: also from the first."""
    here, count = desk.position, len(desk.order)
    for position in (*range(here + 1, count), *(range(here) if around else ())):
        index = desk.order.index(position)
        if fits(index):
            return desk.mending.beads[index].place
    return None


def next_doubtful(desk: MendingDesk, rest: str) -> None:
    """On to the next doubtful bead, calling nothing right."""
    del rest
    place = next_open(desk, lambda index: is_doubtful(desk.mending.beads[index]), around=True)
    if place is None:
        desk.say(desk.left)
    else:
        desk.go(place)


def next_bead(desk: MendingDesk, rest: str) -> None:
    """One bead on."""
    del rest
    _step(desk, 1)


def previous_bead(desk: MendingDesk, rest: str) -> None:
    """One bead back."""
    del rest
    _step(desk, -1)


def _step(desk: MendingDesk, step: int) -> None:
    position = desk.position + step
    if 0 <= position < len(desk.order):
        desk.go(desk.mending.beads[desk.order.index(position)].place)
    else:
        desk.say("This is the last bead." if step > 0 else "This is the first bead.")


def go_to(desk: MendingDesk, rest: str) -> None:
    """To a bead by its number in the texts."""
    count = len(desk.mending.beads)
    if 1 <= number_of(rest) <= count:
        desk.go(desk.mending.beads[number_of(rest) - 1].place)
    else:
        desk.say(f"A bead number is 1 to {count}.")


def order(desk: MendingDesk, rest: str) -> None:
    """Go about with the least sure first, or in the order of the texts."""
    wanted = {"text": False, "doubt": True}.get(rest.casefold(), not desk.order.doubtful_first)
    desk.order = BeadOrder(desk.mending.beads, doubtful_first=wanted)
    desk.remember()
    desk.say("The least sure come first." if wanted else "In the order of the texts.")


def progress(desk: MendingDesk, rest: str) -> None:
    """Say what is still to be looked at."""
    del rest
    desk.say(desk.left)


# ---- what comes of it


def save(desk: MendingDesk, rest: str) -> None:
    """Write the pairs as TMX."""
    _write(desk, "tmx", rest)


def table(desk: MendingDesk, rest: str) -> None:
    """Write all beads as a table."""
    _write(desk, "tsv", rest)


def _write(desk: MendingDesk, form: MendedForm, rest: str) -> None:
    from workbench.project.mending_results import exported, said

    path = exported(desk.mending, form, Path(rest).expanduser() if rest else None)
    desk.say(f"{path}: {said(desk.mending, form)}")


def into_memory(desk: MendingDesk, rest: str) -> None:
    """Put the pairs into a memory."""
    from workbench.memory.places import PERSONAL
    from workbench.project.mending_results import into_memory as put

    desk.say(put(desk.mending, rest or PERSONAL))


def into_project(desk: MendingDesk, rest: str) -> None:
    """Make a translation project of it."""
    from workbench.project.mending_results import into_project as make

    beside = desk.mending.folder.resolve()
    folder = Path(rest).expanduser() if rest else beside.with_name(f"{beside.name}-project")
    desk.say(make(desk.mending, folder))


def help_(desk: MendingDesk, rest: str) -> None:
    """Say the commands, by chapter."""
    from workbench.linear.mending_table import MENDING_COMMANDS, ON_A_SCREEN

    tell_help(desk, rest, MENDING_COMMANDS, FIRST, ON_A_SCREEN)


def leave(desk: MendingDesk, rest: str) -> None:
    """End; everything is on disk."""
    del rest
    desk.leaving = True
