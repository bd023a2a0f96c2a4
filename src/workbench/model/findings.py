"""model: Finding, what a check has to say about a row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        row: id of the row; 0 for a pair outside a project.
        check: its name, such as numbers.value; `family` is the part before the dot.
        message: one sentence that says both values.
        source_span: half-open offsets in the source, or None. `target_span` likewise.
        proposal: English that would mend it; else empty.
        missing: True where something is absent from the English; shown only at the sentence key or Enter.
    """

    row: int
    check: str
    severity: Severity
    message: str
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    proposal: str = ""
    missing: bool = False

    @property
    def family(self) -> str:
        """The part of the check's name before the dot."""
        return self.check.partition(".")[0]
