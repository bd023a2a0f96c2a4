"""checks: terms in English: institutions, offices, documents, formulas, and what the project fixed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from workbench.glossary.demands import is_demanded
from workbench.glossary.mentions import RUNNING
from workbench.glossary.verifying import TermFault, TermFaultKind, verify
from workbench.model.findings import Finding, Severity
from workbench.model.segments import Segment
from workbench.model.terms import TermHit

_NAMES: Final = {
    TermFaultKind.MISSING: "terms.missing",
    TermFaultKind.AVOIDED: "terms.avoided",
    TermFaultKind.MIXED: "terms.mixed",
    TermFaultKind.FIRST_MENTION: "terms.first-mention",
}


def findings(
    segment: Segment, hits: Sequence[TermHit], *, rendered_before: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What is wrong with the terms of a row, in the order of its source.

    Args:
        segment: the row.
        hits: where terms stand in its source.
        rendered_before: ids of the concepts that stood in the running text before it.
    """
    running = segment.kind in RUNNING
    faults = verify(
        segment.source.text, hits, segment.target.text, rendered_before=rendered_before, running=running
    )
    return as_findings(segment, faults)


def as_findings(segment: Segment, faults: Iterable[TermFault]) -> tuple[Finding, ...]:
    """Faults as findings of a row; notes are first mentions, names of former years and varied terms."""
    return tuple(
        Finding(
            segment.id,
            _NAMES[fault.kind],
            _severity(fault),
            fault.message,
            (fault.start, fault.end),
            fault.target_span,
            fault.proposal,
            missing=fault.kind is TermFaultKind.MISSING,
        )
        for fault in faults
    )


def _severity(fault: TermFault) -> Severity:
    offered = not is_demanded(fault.concept)
    variety = fault.kind is TermFaultKind.MIXED and offered
    light = variety or fault.superseded or fault.kind is TermFaultKind.FIRST_MENTION
    return Severity.NOTE if light else Severity.WARNING
