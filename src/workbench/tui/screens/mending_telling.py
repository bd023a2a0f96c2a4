"""tui: what the screen for mending says about an alignment, a bead and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead, Side
from workbench.project.mending_outcome import beads_said, is_doubtful
from workbench.text.shown import shown
from workbench.tui.commands.command import Command, menu_keys, short_key
from workbench.tui.widgets.bead_grid import BeadGrid
from workbench.tui.widgets.bead_layout import MARGIN, BeadColumns
from workbench.tui.widgets.bottom_lines import Hint
from workbench.tui.widgets.header import HeaderFacts

_LAST = ("palette", "help")


def mending_header(mending: Mending, grid: BeadGrid, *, plain: bool) -> HeaderFacts:
    """The line on top."""
    doubtful = f"{mending.doubtful:,} doubtful" if mending.doubtful else "none doubtful"
    order = "least sure first" if grid.order.doubtful_first else "in text order"
    return HeaderFacts(
        name=mending.config.name,
        title=mending.config.title,
        confirmed=mending.right,
        total=len(mending.beads),
        notice="read-only" if mending.read_only else "",
        filtered=f"{order}, {doubtful}",
        plain=plain,
        word="right",
    )


def hints_of(commands: Sequence[Command]) -> tuple[Hint, ...]:
    """The keys in the hint line, in the order of their rank; the palette and the help come last."""
    chosen = sorted(
        (command for command in commands if command.hint),
        key=lambda command: (command.id in _LAST, command.rank),
    )
    return tuple(
        Hint(
            short_key(command.keys[0]) if command.keys else menu_keys(command.menu), command.hint, command.id
        )
        for command in chosen
    )


def bead_content(mending: Mending, bead: MendedBead, number: int) -> Content:
    """One line: which bead, who stands for it, what it lacks, where it stands in the files."""
    said = [f"Bead {number:,} of {len(mending.beads):,}", _standing(bead)]
    if not bead.is_pair:
        said.append("no English: it was left out" if bead.target == bead.target_end else "no Chinese: added")
    said += filter(None, (_lines(mending, bead, side) for side in (SOURCE, TARGET)))
    color = "$success" if bead.mark is Mark.RIGHT else "$warning" if is_doubtful(bead) else "$foreground"
    first, *rest = said
    content = Content.styled(first, "bold") + Content.styled(f"   {rest[0]}", color)
    return content + Content("".join(f"   {part}" for part in rest[1:]))


def _standing(bead: MendedBead) -> str:
    if bead.mark is Mark.RIGHT:
        return "right"
    if bead.mark is Mark.HAND:
        return "made by hand, not yet right"
    return f"{int(bead.confidence * 100)} % sure{', doubtful' if is_doubtful(bead) else ''}"


def _lines(mending: Mending, bead: MendedBead, side: Side) -> str:
    sentences = mending.sentences(bead, side)
    if not sentences:
        return ""
    first, last = sentences[0].part().first[0], sentences[-1].part().last[0]
    lines = f"{first}" if first == last else f"{first}-{last}"
    return f"{'en' if side else 'zh'} line {lines}"


def around_content(mending: Mending, index: int, columns: BeadColumns, content: Content) -> Content:
    """What stands before a bead in the texts, what is known of it, and what stands behind it.

    In an order other than that of the texts these are not its neighbours on the screen.
    """
    lines = [content]
    if index:
        lines.insert(0, _neighbour(mending, index - 1, columns, last=True))
    else:
        lines.insert(0, Content.styled("the texts begin here", "$faint"))
    if index + 1 < len(mending.beads):
        lines.append(_neighbour(mending, index + 1, columns, last=False))
    else:
        lines.append(Content.styled("the texts end here", "$faint"))
    return Content("\n").join(lines)


def _neighbour(mending: Mending, index: int, columns: BeadColumns, *, last: bool) -> Content:
    """A neighbour in a line, in the columns of the list: the end of the one before, the start of the next."""
    bead = mending.beads[index]
    sides = []
    for side in (SOURCE, TARGET):
        sentences = mending.sentences(bead, side)
        texts = sentences[-1:] if last else sentences[:1]
        room = columns.text(side)
        more = len(sentences) > 1
        sides.append(_fitted(shown(texts[0].text) if texts else "", room, last=last, more=more))
    gutter = f"{index + 1:>{columns.digits}}".ljust(columns.gutter + MARGIN - 1)
    line = f"{gutter}{sides[0]} {columns.signs.line} {' ' * MARGIN}{sides[1]}"
    return Content.styled(line, "$faint")


def _fitted(text: str, room: int, *, last: bool, more: bool) -> str:
    """A text in `room` cells; of what is too long the end is kept where it is the last one before."""
    if cell_len(text) > room or more:
        text = _tail(text, room - 1) if last else set_cell_size(text, min(cell_len(text), room - 1)).rstrip()
        text = f"…{text}" if last else f"{text}…"
    return set_cell_size(text, room)


def _tail(text: str, room: int) -> str:
    while cell_len(text) > room:
        text = text[max(1, (cell_len(text) - room) // 2) :]
    return text


def left_said(mending: Mending) -> str:
    """What is still to be looked at, in a sentence."""
    left = len(mending.beads) - mending.right
    if not left:
        return f"All {beads_said(len(mending.beads))} are right."
    doubtful = f"{mending.doubtful:,}" if mending.doubtful else "none"
    return f"{beads_said(left)} not called right yet, {doubtful} of them doubtful."
