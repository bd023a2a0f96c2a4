"""project: commands on filters: sifting the rows, and showing those that pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.project import views
from workbench.project.bookmark_commands import BookmarkCommands
from workbench.project.checking_commands import CheckingCommands
from workbench.project.log_reading import moved_since, newest_operation, snapshot
from workbench.project.match_commands import MatchCommands
from workbench.project.outcome import Outcome
from workbench.project.row_filter import Field, RowFilter
from workbench.project.view import RowView

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from workbench.project.filter_sql import Surroundings
    from workbench.project.looked_over import LookedOver
    from workbench.project.stopping import Progress


@dataclass(frozen=True, slots=True)
class Sifted:
    """The rows that pass a filter.

    Attributes:
        filter: with the ids of the rows that pass.
        view: the rows, as the editor shows them.
        operation: the newest one of the log when they were looked at.
    """

    filter: RowFilter
    view: RowView
    operation: int


class FilterCommands(CheckingCommands, MatchCommands, BookmarkCommands):
    """Which rows are shown. What says so may be called in any thread.

    Attributes:
        waiting_filter: the filter of the last time, where it takes a while: all rows are shown until then.
    """

    waiting_filter: RowFilter | None = None
    _sifted: Sifted | None = None
    _order: tuple[RowView, int] | None = None
    _looked_over: LookedOver | None = None

    # ---- in any thread

    def sift(self, row_filter: RowFilter, progress: Progress | None = None) -> Sifted:
        """The rows that pass a filter now.

        Where it asks for findings or matches, rows that have changed since they were last looked at are
        checked or looked up again.

        Args:
            progress: told how many rows of how many were looked at.

        Raises:
            WorkbenchError: it names a document that is none, or a memory or a glossary cannot be read.
            StopError: `progress` did.
        """
        from workbench.project.sifting import sifted
        from workbench.project.stopping import unheard

        with snapshot(self._store.path) as connection:
            around = self._surroundings(connection, row_filter, progress or unheard)
            found = sifted(connection, row_filter, around, progress or unheard)
            return self._seen(connection, found)

    def full_view(self) -> RowView:
        """All rows under the filter; in any thread.

        Where rows have changed since it was set, those that pass now: only what would take long to find out,
        findings and matches, is as it was, and rows that have changed since then stay.
        """
        if not self.filter:
            return super().full_view()
        with snapshot(self._store.path) as connection:
            known = self._sifted
            if (
                known is None
                or known.filter is not self.filter
                or known.operation != newest_operation(connection)
            ):
                known = self._sifted = self._again(connection)
            return known.view

    def first_view(self, count: int = 120) -> RowView:
        """A window of rows around the remembered place, at once.

        A filter of the last time that takes a while waits, see `waiting_filter`.
        """
        if self.filter.costly:
            self.waiting_filter, self.filter = self.filter, RowFilter()
        elif self.filter.others and self.filter.among is None:
            self.filter = self._opened_with(self.filter)
        return super().first_view(count)

    # ---- in the session's thread

    def set_filter(self, row_filter: RowFilter) -> Outcome:
        """Show only the rows that a filter lets through. Raises WorkbenchError, as `sift`."""
        return self.show_sifted(self.sift(row_filter))

    def show_sifted(self, sifted: Sifted) -> Outcome:
        """Show the rows that were found to pass a filter."""
        self.filter, self._sifted, self.waiting_filter = sifted.filter, sifted, None
        self._keep_place()
        if not self.filter:
            return Outcome(structure=True, message="All rows.")
        passing, total = len(sifted.view), sifted.view.total
        return Outcome(
            structure=True, message=f"Only {in_words(self.filter)}: {passing:,} of {total:,} rows."
        )

    @property
    def _wanted_filter(self) -> RowFilter:
        """The filter to come back to: also one that waits."""
        return self.waiting_filter or self.filter

    def _again(self, connection: sqlite3.Connection) -> Sifted:
        """The rows that pass the present filter, with what has changed since it was set."""
        from workbench.project.log_reading import touched_since
        from workbench.project.sifting import sifted
        from workbench.project.stopping import unheard

        known = self._sifted
        if self.filter.costly and known is not None and known.filter.among is not None:
            touched = touched_since(connection, known.operation)
            again = replace(known.filter, among=known.filter.among | touched)
        else:
            again = sifted(connection, self.filter, self._surroundings(connection, self.filter, unheard))
        self.filter = again
        return self._seen(connection, again)

    def _opened_with(self, row_filter: RowFilter) -> RowFilter:
        """The filter of the last time; none where it names what is not there any more."""
        from workbench.model.faults import WorkbenchError

        try:
            self._sifted = self.sift(row_filter)
        except WorkbenchError as error:
            self.opening_message = " ".join(filter(None, (self.opening_message, str(error))))
            return RowFilter()
        return self._sifted.filter

    def order(self, connection: sqlite3.Connection) -> RowView:
        """All rows in order, kept until one comes, goes or moves; the widths may be older."""
        newest = newest_operation(connection)
        known = self._order
        if known is None or (known[1] != newest and moved_since(connection, known[1])):
            known = views.every_row(connection), newest
        self._order = known[0], newest
        return known[0]

    def _seen(self, connection: sqlite3.Connection, row_filter: RowFilter) -> Sifted:
        """What a filter lets through, as a view."""
        view = views.passing_of(connection, row_filter, self.order(connection))
        return Sifted(row_filter, view, newest_operation(connection))

    def _surroundings(
        self, connection: sqlite3.Connection, row_filter: RowFilter, progress: Progress
    ) -> Surroundings:
        """What a filter is held against, as far as it asks for it."""
        from workbench.project.filter_sql import Surroundings
        from workbench.project.looked_over import Checks
        from workbench.project.statistics import names_of
        from workbench.project.stored import documents_of, meta_of

        asked = {one.field for one in row_filter.others}
        over = self.looked_over()
        if row_filter.costly and asked & {Field.FINDING, Field.TERM}:
            every = partial(self.findings, finished=True)
            checks = Checks(every, self.plain_findings, self.recogniser())
            over.check(connection, checks, progress)
        if Field.MATCH in asked:
            over.match(connection, self.match_desk(), progress)
        return Surroundings(
            saved_at=meta_of(connection, "saved_at"),
            bookmarks=self._bookmarked(),
            documents=names_of(documents_of(connection)),
            written=self._written,
            findings=over.findings,
            scores=over.scores,
        )

    def looked_over(self) -> LookedOver:
        """What the checks and the memories had for the rows so far."""
        from workbench.project.looked_over import LookedOver

        if self._looked_over is None:
            self._looked_over = LookedOver()
        return self._looked_over

    def _written(self, term: str) -> Iterable[str]:
        """All ways in which the termbase writes a Chinese term, found by any of them."""
        for concept in self.concepts():
            forms = (concept.zh, *concept.zh_variants)
            if term in forms:
                yield from forms


def in_words(row_filter: RowFilter) -> str:
    """A filter for a sentence: states and kinds by their names, the other conditions as they are typed."""
    from workbench.project.filter_text import print_condition

    named = RowFilter(row_filter.states, row_filter.kinds).conditions
    names = [", ".join(one.values).replace("_", " ") for one in named]
    return " · ".join([*names, *map(print_condition, row_filter.others)])
