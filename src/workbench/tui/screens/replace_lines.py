"""tui: the lines of the places to replace; a line is made when it is painted, for there may be very many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from textual.content import Content

from workbench.model.matches import Change
from workbench.project.replacing import Replacement
from workbench.text.shown import shown
from workbench.tui.widgets.choices import Choice
from workbench.tui.widgets.match_layout import SIGNS

_BEFORE, _AFTER = 20, 60  # characters of the English on either side of a place
_WHOLE = 240  # characters of the English around a place, under the list


class ReplaceLines(Sequence[Choice]):
    """The places as lines of a list, each taken or left.

    Args:
        found: the places in order; those in locked rows are never taken.
    """

    def __init__(self, found: Sequence[Replacement]) -> None:
        self.found = found
        self._left = {at for at, one in enumerate(found) if one.locked}
        self._locked = len(self._left)
        self._number = max((len(str(one.number)) for one in found[-1:]), default=1)
        self._state = max((len(_state(one)) for one in found), default=0)

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, at: int) -> Choice: ...
    @overload
    def __getitem__(self, at: slice) -> list[Choice]: ...
    def __getitem__(self, at: int | slice) -> Choice | list[Choice]:
        if isinstance(at, slice):
            return [self._line(each) for each in range(*at.indices(len(self.found)))]
        if at >= len(self.found):
            raise IndexError(at)
        return self._line(at)

    @property
    def taken(self) -> list[Replacement]:
        """The places to replace."""
        return [one for at, one in enumerate(self.found) if at not in self._left]

    @property
    def told(self) -> str:
        """How many places are taken, and what becomes of confirmed and locked rows."""
        if not self.found:
            return "nothing to replace"
        taken = self.taken
        rows = {one.row: one.settled for one in taken}
        said = f"{len(taken):,} of {len(self.found):,} places in {len(rows):,} row{'s' * (len(rows) != 1)}"
        if settled := sum(rows.values()):
            said += f"; {settled:,} confirmed become{'s a draft' if settled == 1 else ' drafts'}"
        if self._locked:
            said += f"; {self._locked:,} locked"
        return said

    def toggle(self, at: int) -> None:
        """Take a place, or leave it."""
        if not self.found[at].locked:
            self._left ^= {at}

    def toggle_all(self) -> None:
        """Take all that are not locked, or none."""
        every = set(range(len(self.found)))
        locked = {at for at in every if self.found[at].locked}
        self._left = every if self._left == locked else locked

    def _line(self, at: int) -> Choice:
        """A place: whether it is taken, its row, and what it is before and after."""
        one = self.found[at]
        box = "   " if one.locked else "[ ]" if at in self._left else "[x]"
        state = f"{_state(one):<{self._state}} " if self._state else ""
        lead = f"{box} {one.number:>{self._number}} {state}{_before(one, _BEFORE)}"
        change = _signed(Change.REMOVED, one.old) + (_signed(Change.ADDED, one.new) if one.new else "")
        text = shown(f"{lead}{change}{_after(one, _AFTER)}".replace("\n", " "))
        return Choice(one, text, mark=(len(lead), len(lead) + len(change)), quiet=one.locked)


def _state(one: Replacement) -> str:
    """What has to be known of a row before it is changed."""
    return "locked" if one.locked else "confirmed" if one.settled else ""


def _signed(change: Change, text: str) -> str:
    before, after = SIGNS[change]
    return f"{before}{text}{after}"


def before_and_after(one: Replacement) -> Content:
    """The English around a place, as it is and as it will be."""
    left, right = _before(one, _WHOLE), _after(one, _WHOLE)
    return Content("\n").join(
        Content.styled(word, "$faint")
        + Content(_flat(left))
        + Content.styled(_flat(piece), f"{color} underline")
        + Content(_flat(right))
        for word, piece, color in (("is     ", one.old, "$error"), ("becomes ", one.new, "$success"))
    )


def _before(one: Replacement, most: int) -> str:
    start = max(0, one.start - most)
    return ("…" if start else "") + one.english[start : one.start]


def _after(one: Replacement, most: int) -> str:
    end = one.end + most
    return one.english[one.end : end] + ("…" if end < len(one.english) else "")


def _flat(text: str) -> str:
    return shown(text).replace("\n", " ")
