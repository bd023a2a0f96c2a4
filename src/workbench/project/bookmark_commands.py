"""project: bookmarks, rows to come back to; they are kept with the project and are no change of it."""

from __future__ import annotations

import json

from workbench.project.opened import GONE, OpenedProject
from workbench.project.outcome import Outcome, refused

_BOOKMARKS = "bookmarks"


class BookmarkCommands(OpenedProject):
    """Rows to come back to. A row that was merged away has its bookmark again when that is undone."""

    _marked: frozenset[int] | None = None

    def bookmarks(self) -> list[int]:
        """Ids of the rows with a bookmark, in the order of the project."""
        if not (marked := self._bookmarked()):
            return []
        return self._store.find_ids("id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(marked)),))

    def is_bookmarked(self, row: int) -> bool:
        """Whether a row has one."""
        return row in self._bookmarked()

    def toggle_bookmark(self, row: int) -> Outcome:
        """Put a bookmark at a row, or take it away. Raises WorkbenchError where the disk is full."""
        if self._there(row) is None:
            return refused(GONE)
        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to keep bookmarks here.")
        marked = self._bookmarked() ^ {row}
        self._store.set_meta(_BOOKMARKS, json.dumps(sorted(marked)))
        self._marked = marked
        number, count = self.number(row), len(self.bookmarks())
        if row not in marked:
            return Outcome((row,), message=f"The bookmark of row {number} is gone; {count} left.")
        return Outcome((row,), message=f"Bookmark at row {number}, {count} in all: F9 9 g lists them.")

    def _bookmarked(self) -> frozenset[int]:
        if self._marked is None or self.read_only:
            kept = self._store.meta(_BOOKMARKS)
            self._marked = frozenset(json.loads(kept) if kept else ())
        return self._marked
