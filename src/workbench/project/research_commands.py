"""project: commands on the research sheet: what was found for a term, and what was decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.project.opened import OpenedProject
from workbench.project.outcome import Outcome, refused

if TYPE_CHECKING:
    from workbench.project.research import Found

_READ_ONLY = "Read-only: another Workbench has this project; take over to write here."
_CHANGED = "research.tsv has changed meanwhile, and that line is not in it any more; look at it again."


class ResearchCommands(OpenedProject):
    """The sheet is a file that people edit too: it is read anew each time, and is not a matter of undo."""

    def research(self) -> tuple[Found, ...]:
        """What was found, in the order of the file. Raises WorkbenchError for what is no such sheet."""
        from workbench.project.research import read_sheet

        return read_sheet(self.folder).entries

    def keep_found(self, found: Found, former: Found | None = None) -> Outcome:
        """Add something that was found, or put it in the place of what stood there.

        Raises:
            WorkbenchError: the sheet cannot be read or written.
        """
        found = replace(
            found,
            term=" ".join(found.term.split()),
            candidate=" ".join(found.candidate.split()),
            address=found.address.strip(),
            decision=found.decision.strip(),
        )
        if not found.term:
            return refused("The Chinese term is empty.")
        return self._rewrite_sheet(former, found, f"Kept {found.term} in the research sheet.")

    def decide(self, found: Found, decision: str) -> Outcome:
        """Say what was decided; an empty decision opens it again. Raises WorkbenchError."""
        said = f"{found.candidate or found.term}: {decision.strip() or 'open again'}."
        return self._rewrite_sheet(found, replace(found, decision=decision.strip()), said)

    def drop_found(self, found: Found) -> Outcome:
        """Take something out of the sheet. Raises WorkbenchError."""
        return self._rewrite_sheet(found, None, f"Took {found.term} out of the research sheet.")

    def _rewrite_sheet(self, former: Found | None, now: Found | None, said: str) -> Outcome:
        from workbench.project.research import put, read_sheet, write_sheet

        if self.read_only:
            return refused(_READ_ONLY)
        sheet = read_sheet(self.folder)
        try:
            entries = put(sheet.entries, former, now)
        except KeyError:
            return refused(_CHANGED)
        if entries != sheet.entries:
            write_sheet(self.folder, replace(sheet, entries=entries))
        return Outcome(message=said)
