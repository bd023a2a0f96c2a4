"""tui: commands that split, merge and move rows, mend their source, and go back in their history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.model.coded import print_coded
from workbench.model.faults import WorkbenchError
from workbench.tui.commands.going import other_side
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.block import Block
from workbench.tui.screens.printed import plain_offset, printed_offset
from workbench.tui.screens.radicals import Radicals

if TYPE_CHECKING:
    from workbench.model.segments import Segment
    from workbench.project.history import RowVersion
    from workbench.project.pairs import SentencePair
    from workbench.tui.screens.editor import EditorScreen


def split(desk: EditorScreen) -> None:
    """Split the row at the source caret, or where an English sentence ends at the caret."""
    if desk.pane.side == "source":
        desk.apply(desk.session.split(desk.row, desk.pane.source_caret))
        return
    if not desk.may_type():
        return
    caret = plain_offset(desk.pane.target_text, desk.pane.caret)
    done = desk.session.split_in_target(desk.row, caret)
    if done.done:
        desk.apply(done)
    else:
        other_side(desk)
        desk.say("Put the caret where the second row is to begin, then split again.")


def split_sentences(desk: EditorScreen) -> None:
    """Split the row by sentences; which English goes with which is found aside."""
    segment = desk.segment
    if not segment.target.text.strip() or not desk.may_type():
        desk.apply(desk.session.split_sentences(desk.row, ()))
        return
    desk.say("Looking which English belongs to which sentence …")
    desk.run_worker(partial(_find_pairs, desk, segment), thread=True, exclusive=True, group="splitting")


def _find_pairs(desk: EditorScreen, segment: Segment) -> None:
    """In a worker's thread: the aligner, and the first time the dictionary."""
    try:
        with giving_way():
            pairs = desk.session.pairs_to_split(segment)
    except WorkbenchError as error:
        desk.call_later(desk.say, str(error), warn=True)
        return
    desk.call_later(desk.attempt, partial(_split_with, desk, segment, pairs))


def _split_with(desk: EditorScreen, segment: Segment, pairs: Sequence[SentencePair]) -> None:
    desk.say("")
    if desk.row != segment.id or desk.segment != segment:
        desk.say("The row was left or changed meanwhile, and is not split.", warn=True)
    else:
        desk.apply(desk.session.split_sentences(segment.id, pairs))


def merge(desk: EditorScreen) -> None:
    """Merge the block, or else the row with the next one of its document."""
    block = desk.part(Block)
    if len(block.rows) > 1:
        rows = block.chosen()
        block.let_go()
        desk.apply(desk.session.merge_rows(rows))
    else:
        desk.apply(desk.session.merge(desk.row))


def move_up(desk: EditorScreen) -> None:
    """Move the row, or the block, one place up."""
    _move_by(desk, -1)


def move_down(desk: EditorScreen) -> None:
    """Move the row, or the block, one place down."""
    _move_by(desk, 1)


def _move_by(desk: EditorScreen, step: int) -> None:
    rows = desk.part(Block).chosen()
    done = desk.session.move_by(rows, step)
    desk.apply(replace(done, row=desk.row if desk.row in rows else done.row))


def block(desk: EditorScreen) -> None:
    """Mark the first row of a block, then its last, then put it before the row one has gone to."""
    desk.part(Block).step()


def mend_radicals(desk: EditorScreen) -> None:
    """Put hanzi for radicals from a PDF, in this row or in all."""
    desk.part(Radicals).mend()


def history(desk: EditorScreen) -> None:
    """List the versions of the row."""
    desk.run_worker(
        partial(_read_versions, desk, desk.row, desk.number), thread=True, exclusive=True, group="history"
    )


def _read_versions(desk: EditorScreen, row: int, number: int) -> None:
    """In a worker's thread: the log may be long."""
    try:
        with giving_way():
            versions = desk.session.versions(row)
    except WorkbenchError as error:
        desk.call_later(desk.say, str(error), warn=True)
        return
    desk.call_later(_show_versions, desk, row, number, versions)


def _show_versions(desk: EditorScreen, row: int, number: int, versions: Sequence[RowVersion]) -> None:
    from workbench.tui.screens.history import HistoryForm

    def chosen(version: RowVersion | None) -> None:
        if version is not None:
            desk.apply(desk.session.restore(row, version))

    if desk.row == row and versions:
        desk.ask(HistoryForm(number, versions), chosen)


def edit_source(desk: EditorScreen) -> None:
    """Edit the Chinese; where it was edited before, it can be put back as it was read."""
    from workbench.tui.screens.choose import Choose, Option

    original = desk.segment.original_source
    if not original:
        _write_source(desk)
        return

    def chosen(edit: bool | None) -> None:
        if edit:
            _write_source(desk)
        elif edit is not None:
            desk.apply(desk.session.restore_source(desk.row))

    options = [Option(True, "edit it"), Option(False, "put it back as it was read")]
    desk.ask(Choose(f"Source of row {desk.number}", options, text=f"It was read as: {original}"), chosen)


def _write_source(desk: EditorScreen) -> None:
    from workbench.tui.screens.write import Write

    before = print_coded(desk.segment.source)
    side, *offsets = desk.pane.selection()
    start, end = (printed_offset(before, offset) for offset in offsets)
    selected = (start, end) if side == "source" else None  # a misread character is selected, or just found

    def written(text: str | None) -> None:
        if text is not None and text != before:
            desk.apply(desk.session.edit_source(desk.row, text))

    desk.ask(Write(f"Source of row {desk.number} (the original is kept)", before, selected=selected), written)
