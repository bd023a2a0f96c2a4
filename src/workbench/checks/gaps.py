"""checks: sentences without English in a row that was put together from matches."""

from __future__ import annotations

from workbench.model.findings import Finding, Severity
from workbench.model.matches import GAP
from workbench.model.segments import Segment


def gaps(segment: Segment) -> tuple[tuple[int, int], ...]:
    """Where the mark of a gap stands in the English; none where the Chinese has such a mark itself."""
    english = segment.target.text
    if GAP in segment.source.text:
        return ()
    starts = [at for at in range(len(english)) if english.startswith(GAP, at)]
    return tuple((at, at + len(GAP)) for at in starts)


def findings(segment: Segment) -> tuple[Finding, ...]:
    """A finding for each gap: it is seen at once, for the row looks finished and is not."""
    said = f"{GAP} stands for a sentence that has no English yet"
    return tuple(
        Finding(segment.id, "gaps.sentence", Severity.ERROR, said, target_span=span) for span in gaps(segment)
    )
