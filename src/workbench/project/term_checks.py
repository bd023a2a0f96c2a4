"""project: the terms of all rows, document by document, held against their English."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from workbench.annotate.words import words
from workbench.checks.terms import as_findings
from workbench.glossary.mentions import RUNNING
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying_document import DocumentVerifier, RowTerms, row_terms
from workbench.model.findings import Finding
from workbench.model.segments import Kind, Segment
from workbench.model.terms import Concept

_KEPT = 600


def recogniser_of(concepts: Sequence[Concept]) -> Recogniser:
    """What finds terms in whole documents: by their contexts, and never inside another word.

    Args:
        concepts: the terms, a project's own before the bundled ones.
    """
    return Recogniser(concepts, cut=partial(words, guess=False))


def document_findings(rows: Iterable[Segment], recogniser: Recogniser) -> Iterator[tuple[int, Finding]]:
    """The findings on terms, each with the number of its row.

    Args:
        rows: all rows in order; those of a document stand together. Ignored ones are counted and passed over.
        recogniser: the terms, a project's own before the bundled ones.

    Yields:
        The number of a row, from 1, and one finding of it.
    """
    for number, (_, found) in enumerate(findings_by_row(rows, recogniser), 1):
        yield from ((number, finding) for finding in found)


def findings_by_row(
    rows: Iterable[Segment], recogniser: Recogniser
) -> Iterator[tuple[Segment, tuple[Finding, ...]]]:
    """As `document_findings`, but each row once with all its findings, ignored rows with none."""
    document: int | None = None
    verifier = DocumentVerifier()
    for segment in rows:
        if segment.document != document:
            document, verifier = segment.document, DocumentVerifier()
        if segment.kind is Kind.IGNORED:
            yield segment, ()
            continue
        source = segment.source.text
        faults = verifier.faults(
            source,
            recogniser.hits(source),
            segment.target.text,
            running=segment.kind in RUNNING,
        )
        yield segment, as_findings(segment, faults)


class EarlierRows:
    """What rows add to what is known of their document, kept by their texts; in one thread at a time.

    Args:
        recogniser: the terms.
    """

    def __init__(self, recogniser: Recogniser) -> None:
        self.recogniser = recogniser
        self._kept: OrderedDict[tuple[str, str], RowTerms] = OrderedDict()

    def of(self, source: str, english: str) -> RowTerms:
        """What a row of running text adds."""
        key = (source, english)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = row_terms(source, self.recogniser.hits(source), english)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


def row_findings(
    earlier: Sequence[tuple[Kind, str, str]], segment: Segment, known: EarlierRows
) -> tuple[Finding, ...]:
    """The findings on the terms of one row, knowing what its document said before.

    Args:
        earlier: kind, source and English of earlier rows of the document, in order; those without a term of
            this row may be left out, and those without English.
        segment: the row.
        known: what is known of rows that were asked for before, and the terms.
    """
    verifier = DocumentVerifier()
    for kind, source, english in earlier:
        if kind in RUNNING and english.strip():
            verifier.take(known.of(source, english))
    source = segment.source.text
    hits = known.recogniser.hits(source)
    faults = verifier.faults(source, hits, segment.target.text, running=segment.kind in RUNNING)
    return as_findings(segment, faults)
