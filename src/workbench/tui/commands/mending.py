"""tui: commands of the screen on which an alignment is mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.mending_beads import Mark, Place
from workbench.project.mending_outcome import is_doubtful
from workbench.project.pairs import SURE
from workbench.tui.screens.mending_telling import left_said

if TYPE_CHECKING:
    from workbench.project.mending import Mending
    from workbench.project.mending_results import MendedForm
    from workbench.tui.screens.mending import MendingScreen

# ---- what a bead is


def right(desk: MendingScreen) -> None:
    """The bead is right; on to the next one that is not."""
    if _confirm(desk):
        _go_on(desk, _next_open(desk), left_said(desk.mending))


def right_stay(desk: MendingScreen) -> None:
    """The bead is right; the cursor stays."""
    _confirm(desk)


def _confirm(desk: MendingScreen) -> bool:
    index = desk.grid.number - 1
    outcome = desk.mending.confirm(desk.place)
    desk.apply(outcome)
    if outcome.again:
        desk.again.beside(index)
    return outcome.done


def not_sure(desk: MendingScreen) -> None:
    """The bead is not sure to be right."""
    desk.apply(desk.mending.reopen(desk.place))


def sure_right(desk: MendingScreen) -> None:
    """All beads that the aligner is sure of are right."""
    desk.apply(desk.mending.confirm_sure(SURE))


def omit(desk: MendingScreen) -> None:
    """The two sides have nothing to do with each other, or what is there has no partner."""
    desk.apply(desk.mending.omit(desk.place))


def split(desk: MendingScreen) -> None:
    """Two beads, the second from the sentence under the cursor on."""
    span = desk.grid.sentence_span()
    if span is None:
        desk.say("This side is empty; Tab goes to the other one.", warn=True)
    else:
        desk.apply(desk.mending.split(desk.place, desk.grid.cursor.side, span[0]))


def merge(desk: MendingScreen) -> None:
    """One bead of this and the next."""
    desk.apply(desk.mending.merge(desk.place))


def move_up(desk: MendingScreen) -> None:
    """The sentence, and those before it, go to the bead before."""
    _move(desk, -1)


def move_down(desk: MendingScreen) -> None:
    """The sentence, and those behind it, go to the next bead."""
    _move(desk, 1)


def _move(desk: MendingScreen, step: int) -> None:
    span = desk.grid.sentence_span()
    if span is None:
        desk.say("This side is empty; Tab goes to the other one.", warn=True)
        return
    at = span[0] if step > 0 else span[1]
    desk.apply(desk.mending.move(desk.place, desk.grid.cursor.side, at, step))


def cut(desk: MendingScreen) -> None:
    """Make two sentences of the one under the cursor."""
    from workbench.tui.screens.cutting import CutForm

    span, side, place = desk.grid.sentence_span(), desk.grid.cursor.side, desk.place
    if span is None:
        desk.say("This side is empty; Tab goes to the other one.", warn=True)
        return
    start = span[0]
    sentence = desk.mending.store.sentences_at(side, [start])[0]

    def chosen(at: int | None) -> None:
        if at is not None:
            desk.apply(desk.mending.cut_sentence(place, side, start, at))

    desk.ask(CutForm(sentence.text), chosen)


def align_again(desk: MendingScreen) -> None:
    """What lies between the right beads around is aligned again."""
    desk.again.whole()


def undo(desk: MendingScreen) -> None:
    """Take the last step back."""
    desk.apply(desk.mending.undo())


def redo(desk: MendingScreen) -> None:
    """Repeat what undo took back."""
    desk.apply(desk.mending.redo())


# ---- going about


def next_doubtful(desk: MendingScreen) -> None:
    """On to the next doubtful bead, calling nothing right."""
    order, beads = desk.grid.order, desk.mending.beads
    here, count = desk.grid.position, len(desk.grid.order)
    for position in (*range(here + 1, count), *range(here)):
        bead = beads[order.index(position)]
        if is_doubtful(bead):
            _go_on(desk, bead.place, "")
            return
    desk.say(left_said(desk.mending))


def _next_open(desk: MendingScreen) -> Place | None:
    """The next bead in the order shown that nobody has called right; None behind the last."""
    order, beads = desk.grid.order, desk.mending.beads
    for position in range(desk.grid.position + 1, len(order)):
        index = order.index(position)
        if beads.mark(index) is not Mark.RIGHT:
            return beads[index].place
    return None


def _go_on(desk: MendingScreen, place: Place | None, said: str) -> None:
    if place is not None:
        desk.grid.go(place)
    elif said:
        desk.say(said)


def next_bead(desk: MendingScreen) -> None:
    """One bead down."""
    desk.grid.action_bead(1)


def previous_bead(desk: MendingScreen) -> None:
    """One bead up."""
    desk.grid.action_bead(-1)


def other_side(desk: MendingScreen) -> None:
    """To the Chinese or to the English."""
    desk.grid.action_other_side()


def go_to(desk: MendingScreen) -> None:
    """To a bead by its number."""
    from workbench.tui.screens.ask import Ask

    count = len(desk.mending.beads)

    def wrong(text: str) -> str:
        is_number = text.strip().isdecimal() and 1 <= int(text) <= count
        return "" if is_number else f"a number from 1 to {count:,}"

    def chosen(text: str | None) -> None:
        if text is not None:
            desk.grid.go(desk.mending.beads[int(text) - 1].place, centre=True)

    desk.ask(Ask("Go to bead", f"1 to {count:,}", check=wrong), chosen)


def order(desk: MendingScreen) -> None:
    """The least sure first, or in the order of the texts."""
    doubtful_first = not desk.grid.order.doubtful_first
    desk.set_order(doubtful_first=doubtful_first)
    desk.say("The least sure come first." if doubtful_first else "In the order of the texts.")


def cancel(desk: MendingScreen) -> None:
    """Stop what is being aligned again."""
    if desk.again.cancel():
        desk.say("Nothing was aligned again.")


# ---- what is shown


def theme(desk: MendingScreen) -> None:
    """The next theme."""
    desk.say(f"{desk.workbench.next_theme()} theme.")


def plain(desk: MendingScreen) -> None:
    """Signs of ASCII alone, or box lines."""
    desk.set_plain(not desk.workbench.plain)


def help_page(desk: MendingScreen) -> None:
    """Every command with its keys."""
    from workbench.tui.commands.mending_table import MENDING_COMMANDS
    from workbench.tui.screens.help import Help

    desk.ask(Help(desk.workbench.keymap.applied(MENDING_COMMANDS)), desk.run_chosen)


def palette(desk: MendingScreen) -> None:
    """Find a command by its name."""
    from workbench.tui.commands.mending_table import MENDING_COMMANDS
    from workbench.tui.screens.help import Palette

    desk.ask(Palette(desk.workbench.keymap.applied(MENDING_COMMANDS)), desk.run_chosen)


def menu(desk: MendingScreen) -> None:
    """The rarer commands by one letter each."""
    from workbench.tui.commands.mending_table import MENDING_COMMANDS
    from workbench.tui.screens.menu import Menu

    desk.ask(Menu(desk.workbench.keymap.applied(MENDING_COMMANDS)), desk.run_chosen)


# ---- what comes of it


def save(desk: MendingScreen) -> None:
    """Write the pairs as TMX into the folder."""
    _write(desk, "tmx")


def table(desk: MendingScreen) -> None:
    """Write all beads as a table into the folder."""
    _write(desk, "tsv")


def _write(desk: MendingScreen, form: MendedForm) -> None:
    from workbench.project.mending_results import exported, said

    def write(mending: Mending) -> str:
        return f"{exported(mending, form).name}: {said(mending, form)}"

    desk.work.start(f"Writing {form} …", write)


def into_memory(desk: MendingScreen) -> None:
    """Put the pairs into a memory."""
    from workbench.memory.places import PERSONAL
    from workbench.project.mending_results import into_memory as put
    from workbench.tui.screens.ask import Ask

    def chosen(name: str | None) -> None:
        if name is not None:
            desk.work.start(f"Into the memory {name.strip()} …", lambda mending: put(mending, name.strip()))

    desk.ask(Ask("Into the memory", "name of the memory", PERSONAL, check=_no_name), chosen)


def _no_name(text: str) -> str:
    return "" if text.strip() else "a name is needed"


def into_project(desk: MendingScreen) -> None:
    """Make a translation project of it."""
    from workbench.project.mending_results import into_project as make
    from workbench.tui.screens.ask import Ask

    beside = desk.mending.folder.resolve()
    usual = beside.with_name(f"{beside.name}-project")

    def chosen(folder: str | None) -> None:
        if folder is not None:
            path = Path(folder.strip()).expanduser()
            desk.work.start("Making the project …", lambda mending: make(mending, path))

    desk.ask(Ask("Into a project", "folder of the project", str(usual), check=_no_name), chosen)


def leave(desk: MendingScreen) -> None:
    """Quit; everything is on disk."""
    desk.workbench.leave()
