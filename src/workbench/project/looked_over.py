"""project: LookedOver, what the checks and the memories had for each row; kept until the row changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.glossary.recognition import Recogniser
from workbench.model.findings import Finding
from workbench.model.segments import OriginKind, Segment, State
from workbench.project.log_reading import newest_operation, placed_rows, touched_since
from workbench.project.matching import MatchDesk
from workbench.project.stopping import Progress
from workbench.project.stored import every_segment_of
from workbench.project.term_checks import findings_by_row

FEW = 40
"""So many rows are checked one by one; of more, all are read from the first on, as the terms want it."""
_ROUND = 20  # rows between two words on how far it is


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of a project.

    Attributes:
        one: all findings of a row, those on its terms with what its document said before it.
        plain: those that need no other row.
        recogniser: finds the terms.
    """

    one: Callable[[Segment], Iterable[Finding]]
    plain: Callable[[Segment], Iterable[Finding]]
    recogniser: Recogniser


class LookedOver:
    """Findings and matches by row. Used in one thread at a time.

    Attributes:
        findings: names of the checks that have something to say of a row; rows without are left out.
        scores: the best match of a row in per cent; rows without are left out.
    """

    def __init__(self) -> None:
        self.findings: dict[int, frozenset[str]] = {}
        self.scores: dict[int, int] = {}
        self._checked: set[int] = set()
        self._matched: set[int] = set()
        self._operation: int | None = None

    def renew(self, connection: sqlite3.Connection) -> None:
        """Forget the rows that have changed, and those whose neighbours have."""
        newest = newest_operation(connection)
        if self._operation is not None and self._operation != newest:
            for row in touched_since(connection, self._operation):
                self._checked.discard(row)
                self._matched.discard(row)
                self.findings.pop(row, None)
                self.scores.pop(row, None)
        self._operation = newest

    def checked(self, row: int) -> bool:
        """Whether a row's findings are known."""
        return row in self._checked

    def keep(self, segment: Segment, found: Iterable[Finding]) -> None:
        """Note the findings of a row; what is missing in it counts once it is finished."""
        self._checked.add(segment.id)
        finished = is_finished(segment)
        if names := frozenset(finding.check for finding in found if finished or not finding.missing):
            self.findings[segment.id] = names

    def check(
        self,
        connection: sqlite3.Connection,
        check: Checks,
        progress: Progress,
    ) -> None:
        """Check the rows that are not known.

        Raises:
            StopError: `progress` did; what was checked so far is kept.
        """
        self.renew(connection)
        ids = {int(row) for (row,) in connection.execute("SELECT id FROM rows")}
        unknown = ids - self._checked
        if len(unknown) > FEW:
            rows = _followed(every_segment_of(connection), len(ids), progress)
            for segment, terms in findings_by_row(rows, check.recogniser):
                found = (*check.plain(segment), *terms)
                self.keep(segment, found)
        else:
            for placed in placed_rows(connection, unknown):
                self.keep(placed.segment, check.one(placed.segment))
        self._checked |= unknown  # ignored rows are not checked

    def match(self, connection: sqlite3.Connection, desk: MatchDesk, progress: Progress) -> None:
        """Look the rows up that are not known.

        Raises:
            StopError: `progress` did; what was looked up so far is kept.
            WorkbenchError: a memory cannot be read.
        """
        self.renew(connection)
        ids = {int(row) for (row,) in connection.execute("SELECT id FROM rows")}
        unknown = ids - self._matched
        rows = placed_rows(connection, None if unknown == ids else unknown)
        for done, placed in enumerate(rows):
            if done % _ROUND == 0:
                progress(done, len(unknown))
            row = placed.segment.id
            best = desk.row_matches(placed.segment, placed.before, placed.after, best=1, fragments=False).best
            self._matched.add(row)
            if best:
                self.scores[row] = best
        self._matched |= unknown


def is_finished(segment: Segment) -> bool:
    """Whether what is missing in a row's English is a fault: nobody is still typing it.

    A row is finished that is confirmed, reviewed or rejected, and one that was filled and not touched since.
    """
    if segment.settled or segment.state is State.REJECTED:
        return True
    typed = segment.origin.kind in (OriginKind.NONE, OriginKind.TYPED)
    return not typed and segment.target.text == segment.origin.inserted


def _followed(rows: Iterable[Segment], total: int, progress: Progress) -> Iterator[Segment]:
    for done, segment in enumerate(rows):
        if done % _ROUND == 0:
            progress(done, total)
        yield segment
