"""project: the terms of all rows, document by document, held against their English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.terms import HEADLINES, as_findings
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying_document import DocumentVerifier
from workbench.model.findings import Finding
from workbench.model.segments import Kind, Segment


def document_findings(rows: Iterable[Segment], recogniser: Recogniser) -> Iterator[tuple[int, Finding]]:
    """The findings on terms, each with the number of its row.

    Args:
        rows: all rows in order; those of a document stand together. Ignored ones are counted and passed over.
        recogniser: the terms, a project's own before the bundled ones.

    Yields:
        The number of a row, from 1, and one finding of it.
    """
    document: int | None = None
    verifier = DocumentVerifier()
    for number, segment in enumerate(rows, 1):
        if segment.document != document:
            document, verifier = segment.document, DocumentVerifier()
        if segment.kind is Kind.IGNORED:
            continue
        source = segment.source.text
        faults = verifier.faults(
            source,
            recogniser.hits(source),
            segment.target.text,
            running=segment.kind not in HEADLINES,
        )
        yield from ((number, finding) for finding in as_findings(segment, faults))
