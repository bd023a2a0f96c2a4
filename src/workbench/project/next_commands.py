"""project: commands that go to the next row of a kind, round the end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.project.filter_commands import FilterCommands
from workbench.project.log_reading import row_now, snapshot
from workbench.project.views import number_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from workbench.project.sought import Sought
    from workbench.project.stopping import Progress

_SOUGHT = "sought"


@dataclass(frozen=True, slots=True)
class NextOne:
    """What was found.

    Attributes:
        row: id of the row; None where there is none.
        number: its number; 0 for none.
        around: the way led over the end, or it is the row that one stands in.
        hidden: how many of the kind the filter hides.
    """

    row: int | None = None
    number: int = 0
    around: bool = False
    hidden: int = 0


class NextCommands(FilterCommands):
    """The next untranslated row, draft, finding, note, query and so on."""

    @property
    def sought(self) -> Sought:
        """What was sought last, also in an earlier session; at first untranslated rows."""
        from workbench.project.sought import Sought

        kept = self._store.meta(_SOUGHT)
        return Sought(kept) if kept in set(Sought) else Sought.UNTRANSLATED

    def seek(self, sought: Sought) -> None:
        """Seek rows of another kind from here on. Raises WorkbenchError where the disk is full."""
        if not self.read_only:
            self._store.set_meta(_SOUGHT, sought.value)

    def next_of(self, sought: Sought, row: int, progress: Progress | None = None) -> NextOne:
        """The next row of a kind after `row` under the filter, round the end; `row` itself comes last.

        In any thread. For a finding the rows are checked one after the other until one has something; what
        was found stays known until the row changes.

        Args:
            progress: told how many rows of how many were checked.

        Raises:
            WorkbenchError: a glossary cannot be read.
            StopError: `progress` did.
        """
        from workbench.project.sought import FILTERS, TRANSLATED, Sought
        from workbench.project.stopping import unheard

        finding = sought is Sought.FINDING
        view = self.sift(TRANSLATED if finding else FILTERS[sought]).view
        shown = set(self.full_view().ids) if self.filter else set(view.ids)
        rows = [(number, each) for number, each in zip(view.numbers, view.ids, strict=True) if each in shown]
        with snapshot(self._store.path) as connection:
            here = number_of(connection, row)
            at = bisect_right(rows, (here, row))
            onward = [*rows[at:], *rows[:at]]
            chosen: Iterable[tuple[int, int]] = onward
            if finding:
                chosen = self._with_findings(connection, onward, progress or unheard)
            number, found = next(iter(chosen), (0, None))
        hidden = 0 if finding else len(view) - len(rows)
        return NextOne(found, number, around=0 < number <= here, hidden=hidden)

    def _with_findings(
        self, connection: sqlite3.Connection, rows: list[tuple[int, int]], progress: Progress
    ) -> Iterator[tuple[int, int]]:
        """Those of the rows in which the checks find something; each is checked when it is its turn."""
        over = self.looked_over()
        over.renew(connection)
        for done, (number, row) in enumerate(rows):
            progress(done, len(rows))
            segment = None if over.checked(row) else row_now(connection, row)
            if segment is not None:
                over.keep(segment, self.findings(segment, finished=True))
            if row in over.findings:
                yield number, row
