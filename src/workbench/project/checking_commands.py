"""project: what is wrong in the English of a row, with what its document said before it."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.findings import Finding
from workbench.model.segments import Kind, Segment
from workbench.project.fixing_commands import FixingCommands

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from workbench.model.terms import TermHit
    from workbench.project.term_checks import EarlierRows

_MOST = 400
"""Earlier rows that are read for the terms of one row, the first of the document before later ones."""
_EARLIER = """
SELECT kind, source, target FROM rows
WHERE document = ? AND target != '' AND kind != 'ignored'
  AND (rank, id) < (SELECT rank, id FROM rows WHERE id = ?)
  AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(source_fold, value))
ORDER BY rank, id LIMIT ?
"""


class CheckingCommands(FixingCommands):
    """The checks at the row; in any thread."""

    _earlier: EarlierRows | None = None
    _verifying = threading.Lock()

    def findings(self, segment: Segment, *, finished: bool) -> tuple[Finding, ...]:
        """What is wrong in the English of a row; what is missing from it only once it is `finished`."""
        found = (*self.plain_findings(segment), *self._term_findings(segment))
        return tuple(finding for finding in found if finished or not finding.missing)

    def plain_findings(self, segment: Segment) -> tuple[Finding, ...]:
        """What is wrong in a row whatever stands in the others; what is missing too."""
        from workbench.checks import gaps, numbers

        return (*gaps.findings(segment), *numbers.findings(segment))

    def _term_findings(self, segment: Segment) -> tuple[Finding, ...]:
        if not segment.target.text.strip() or segment.kind is Kind.IGNORED:
            return ()
        from workbench.project.log_reading import snapshot
        from workbench.project.term_checks import EarlierRows, row_findings

        try:
            recogniser = self.recogniser()
        except WorkbenchError:  # said where terms are shown
            return ()
        hits = recogniser.hits(segment.source.text)
        if not hits:
            return ()
        with snapshot(self._store.path) as connection:
            earlier = _earlier_rows(connection, segment, hits)
        with self._verifying:
            if self._earlier is None or self._earlier.recogniser is not recogniser:
                self._earlier = EarlierRows(recogniser)
            return row_findings(earlier, segment, self._earlier)


def _earlier_rows(
    connection: sqlite3.Connection, segment: Segment, hits: Sequence[TermHit]
) -> list[tuple[Kind, str, str]]:
    """Kind, source and English of the translated rows before this one that have a term of it."""
    from workbench.text.fold import fold

    forms = {fold(form) for hit in hits for form in (hit.concept.zh, *hit.concept.zh_variants)} - {""}
    values = (segment.document, segment.id, json.dumps(sorted(forms)), _MOST)
    return [(Kind(kind), source, target) for kind, source, target in connection.execute(_EARLIER, values)]
