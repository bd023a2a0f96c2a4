"""linear: commands that change which rows there are and where: splitting, merging, moving, radicals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import number_of, two
from workbench.linear.told import one_line
from workbench.project.light import sentences_of_source

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.project.outcome import Outcome


def split(desk: LinearDesk, rest: str) -> None:
    """Split the row after a sentence, or before a text of either side."""
    if rest and not number_of(rest):
        _split_before(desk, rest)
        return
    spans = sentences_of_source(desk.segment.source.text)
    number = number_of(rest) if rest else desk.light.index + 1
    if not 1 <= number < len(spans):
        desk.say(
            f"A row of {len(spans)} sentences is split after sentence 1 to {len(spans) - 1}."
            if len(spans) > 1
            else "The row is one sentence: /split TEXT splits it before a text of the Chinese."
        )
        return
    _carry_out(desk, desk.session.split(desk.row, spans[number - 1][1]))


def _split_before(desk: LinearDesk, text: str) -> None:
    segment = desk.segment
    at = segment.source.text.find(text)
    if at > 0:
        _carry_out(desk, desk.session.split(desk.row, at))
        return
    at = segment.target.text.find(text)
    if at > 0:
        _carry_out(desk, desk.session.split_in_target(desk.row, at))
    else:
        desk.say(f"No second row can begin with “{one_line(text)}”: it stands inside neither side.")


def split_sentences(desk: LinearDesk, rest: str) -> None:
    """Make the row one row for each sentence."""
    del rest
    _carry_out(desk, desk.session.split_sentences(desk.row))


def merge(desk: LinearDesk, rest: str) -> None:
    """Join the row with the next, or with all rows to another one."""
    if not rest:
        _carry_out(desk, desk.session.merge(desk.row))
        return
    last = _row(desk, rest)
    if last is not None:
        _carry_out(desk, desk.session.merge_rows(desk.session.rows_between(desk.row, last)))


def move_up(desk: LinearDesk, rest: str) -> None:
    """Put the row before the one above it."""
    del rest
    _carry_out(desk, desk.session.move_by([desk.row], -1))


def move_down(desk: LinearDesk, rest: str) -> None:
    """Put the row behind the one below it."""
    del rest
    _carry_out(desk, desk.session.move_by([desk.row], 1))


def move(desk: LinearDesk, rest: str) -> None:
    """Put this row, or the rows FROM-TO, before another one, or at the end of the document."""
    block, goal = two(rest, "=>") if "=>" in rest else ("", rest)
    rows = _block(desk, block)
    if rows is None:
        return
    if goal.casefold() == "end":
        _carry_out(desk, desk.session.move(rows, None))
        return
    before = _row(desk, goal)
    if before is not None:
        _carry_out(desk, desk.session.move(rows, before))


def _block(desk: LinearDesk, text: str) -> list[int] | None:
    """The rows FROM-TO; this one for an empty text; None where there are none such, which is said."""
    if not text:
        return [desk.row]
    first, last = two(text.replace("–", "-"), "-")
    begin, end = _row(desk, first), _row(desk, last or first)
    return None if begin is None or end is None else desk.session.rows_between(begin, end)


def radicals(desk: LinearDesk, rest: str) -> None:
    """Put hanzi for the radicals that a PDF gave in their place, in this row or in all."""
    if rest.casefold() != "all":
        desk.apply(desk.session.mend_radicals([desk.row]))
        return
    found = desk.session.rows_with_radicals()
    if not found.rows:
        desk.say("No row that may be changed has radicals.")
    else:
        desk.apply(desk.session.mend_radicals(found.rows))


def _row(desk: LinearDesk, text: str) -> int | None:
    """The row with a number; None where there is none, which is said."""
    row = desk.session.row_numbered(number_of(text)) if number_of(text) else None
    if row is None:
        desk.say(
            f"A row number is 1 to {desk.session.counts().total}; {one_line(text) or 'nothing'} is none."
        )
    return row


def _carry_out(desk: LinearDesk, outcome: Outcome) -> None:
    """Say what was done, and the row as it is now."""
    here = desk.row
    desk.apply(outcome)
    if outcome.done and desk.row == here:
        desk.go(desk.row)
