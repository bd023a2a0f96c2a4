"""tui: TypedTexts, targets that were typed and may be newer than what the store has."""

from __future__ import annotations


class TypedTexts:
    """Which texts are on their way to the store, and the newest of each row typed in.

    The screen is told of every change by a message and may store it later still. Until the store shows a row
    as it was typed, what was typed is the truth, also when the caret has left the row and comes back.
    """

    __slots__ = ("_flying", "_newest")

    def __init__(self) -> None:
        self._flying: dict[int, list[str]] = {}
        self._newest: dict[int, str] = {}

    def sent(self, row: int, before: str, text: str) -> None:
        """A message went out that the row, until now `before`, reads `text`."""
        self._flying.setdefault(row, [before]).append(text)
        self._newest[row] = text

    def landed(self, row: int) -> None:
        """The oldest message about the row has been dealt with."""
        flying = self._flying[row]
        del flying[0]
        if len(flying) == 1:
            del self._flying[row]

    def newest(self, row: int, stored: str) -> str:
        """The text of a row of which the store has `stored`."""
        newest = self._newest.get(row, stored)
        if newest == stored and row not in self._flying:
            self._newest.pop(row, None)
        return newest

    def stored(self, row: int, stored: str) -> str:
        """The text of a row that the store now has as `stored`: that, unless it only echoes older typing."""
        flying = self._flying.get(row)
        if flying is not None and stored in flying:
            return flying[-1]
        self._newest.pop(row, None)
        return stored

    def all_stored(self) -> None:
        """The store has, or has better than, all that was typed and dealt with."""
        self._newest = {row: text for row, text in self._newest.items() if row in self._flying}
