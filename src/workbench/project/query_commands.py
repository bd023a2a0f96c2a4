"""project: commands on queries: asking, answering, closing, and a client's answers all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.queries import Query
from workbench.model.segments import Segment
from workbench.project.opened import OpenedProject
from workbench.project.operations import now
from workbench.project.outcome import Outcome, refused
from workbench.project.records import storable

if TYPE_CHECKING:
    from workbench.project.queries import Answers, RowQuery

_GONE = "That query is not there any more: it was deleted, or its row was merged away."


class QueryCommands(OpenedProject):
    """Queries may stand on rows of any state, also on locked ones: they change no translation."""

    def queries(self, *, open_only: bool = False) -> list[RowQuery]:
        """The queries of the project in the order of the text."""
        from workbench.project.queries import project_queries

        return project_queries(self._store.connection, open_only=open_only)

    def ask_query(self, row: int, text: str, span: tuple[int, int] = (0, 0), proposal: str = "") -> Outcome:
        """Put a query on a row.

        Args:
            span: half-open offsets in the plain source that it is about; empty for the row.
            proposal: the English we propose, where there is one.
        """
        from workbench.project.queries import new_id

        segment = self._workable(row, locked=True)
        if isinstance(segment, Outcome):
            return segment
        if not text.strip():
            return refused("A query needs a question.")
        start, end = (max(0, min(at, len(segment.source.text))) for at in span)
        if start >= end or (start, end) == (0, len(segment.source.text)):
            start = end = 0
        words = storable(text.strip()), start, end, storable(proposal.strip())
        query = Query(new_id(), *words, storable(self.user), now())
        return self._queried(f"put a query on row {self.number(row)}", segment, (*segment.queries, query))

    def reword_query(self, row: int, id: str, text: str, proposal: str) -> Outcome:
        """Change question and proposal of a query."""
        if not text.strip():
            return refused("A query needs a question; delete it in the list of queries instead.")
        words = storable(text.strip()), storable(proposal.strip())
        return self._changed(
            "changed a query", row, id, lambda query: replace(query, text=words[0], proposal=words[1])
        )

    def answer_query(self, row: int, id: str, answer: str) -> Outcome:
        """Enter the client's answer; an empty one takes it out. The query stays as open as it was."""
        said = storable(answer.strip())
        label = "answered a query" if said else "took out the answer of a query"
        return self._changed(label, row, id, lambda query: _answered(query, said))

    def close_query(self, row: int, id: str) -> Outcome:
        """Close a query."""
        return self._changed("closed a query", row, id, lambda query: replace(query, open=False))

    def reopen_query(self, row: int, id: str) -> Outcome:
        """Open a closed query again."""
        return self._changed("opened a query again", row, id, lambda query: replace(query, open=True))

    def delete_query(self, row: int, id: str) -> Outcome:
        """Take a query off its row; undo brings it back."""
        return self._changed("deleted a query", row, id, None)

    def match_answers(self, answers: Sequence[tuple[str, str]]) -> Answers:
        """What a client's answers, ids of queries and texts, would change; nothing is changed yet."""
        from workbench.project.queries import matched

        clean = [(id, storable(answer.strip())) for id, answer in answers]
        return matched(self.queries(), clean)

    def enter_answers(self, answers: Answers) -> Outcome:
        """Enter answers that are new or changed, in one step of undo; no query is closed by it."""
        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to write here.")
        said: dict[int, dict[str, str]] = {}
        for asked, answer in (*answers.new, *answers.changed):
            said.setdefault(asked.row, {})[asked.query.id] = answer
        if not said:
            return Outcome(message="There is no new answer.")
        pairs = [(segment, _with_answers(segment, said[segment.id])) for segment in self.segments(list(said))]
        count = len(answers.new) + len(answers.changed)
        label = f"entered {count} answer{'' if count == 1 else 's'} to queries"
        self._commit(label, pairs[0][0].id, pairs)
        return Outcome(tuple(said), message=f"{label[0].upper()}{label[1:]}.")

    def _changed(self, label: str, row: int, id: str, change: Callable[[Query], Query] | None) -> Outcome:
        """Change one query, or take it away where `change` is None."""
        segment = self._workable(row, locked=True)
        if isinstance(segment, Outcome):
            return segment
        at = next((at for at, query in enumerate(segment.queries) if query.id == id), None)
        if at is None:
            return refused(_GONE)
        after = (change(segment.queries[at]),) if change else ()
        queries = (*segment.queries[:at], *after, *segment.queries[at + 1 :])
        return self._queried(f"{label} on row {self.number(row)}", segment, queries)

    def _queried(self, label: str, segment: Segment, queries: tuple[Query, ...]) -> Outcome:
        """As `_edit`, but neither text nor state is another, so the row is not stamped as changed."""
        after = replace(segment, queries=queries)
        if after == segment:
            return Outcome()
        self._commit(label, segment.id, [(segment, after)])
        return Outcome((segment.id,), message=f"{label[0].upper()}{label[1:]}.")


def _answered(query: Query, answer: str) -> Query:
    if query.answer == answer:
        return query
    return replace(query, answer=answer, answered_at=now() if answer else "")


def _with_answers(segment: Segment, answers: dict[str, str]) -> Segment:
    queries = (
        _answered(query, answers[query.id]) if query.id in answers else query for query in segment.queries
    )
    return replace(segment, queries=tuple(queries))
