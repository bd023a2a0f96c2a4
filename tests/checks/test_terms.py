"""Faults of terms as findings of a row."""

from __future__ import annotations

from tests.glossary.verified import RECOGNISER
from workbench.checks.terms import findings
from workbench.model.coded import CodedText
from workbench.model.findings import Severity
from workbench.model.segments import Kind, Segment


def row(source: str, target: str, kind: Kind = Kind.PARAGRAPH) -> Segment:
    return Segment(7, 1, 1, kind=kind, source=CodedText(source), target=CodedText(target))


def test_a_missing_term_waits_for_the_end_of_the_sentence() -> None:
    segment = row("财政部、商务部发文。", "The Ministry of Finance issued")
    (finding,) = findings(segment, RECOGNISER.hits(segment.source.text))
    assert (finding.row, finding.check, finding.family) == (7, "terms.missing", "terms")
    assert finding.missing
    assert finding.source_span == (4, 7)
    assert finding.proposal == "Ministry of Commerce"


def test_an_avoided_form_is_shown_at_once_where_it_stands() -> None:
    segment = row("发展实体经济。", "Develop the entity economy.")
    (finding,) = findings(segment, RECOGNISER.hits(segment.source.text))
    assert (finding.check, finding.severity, finding.missing) == ("terms.avoided", Severity.WARNING, False)
    assert finding.target_span == (12, 26)


def test_the_first_mention_is_a_note_and_a_headline_is_none() -> None:
    source, target = "坚定“四个自信”", "the Four-sphere Confidence"
    hits = RECOGNISER.hits(source)
    (finding,) = findings(row(source, target), hits)
    assert (finding.check, finding.severity) == ("terms.first-mention", Severity.NOTE)
    assert findings(row(source, target, Kind.TITLE), hits) == ()
    assert findings(row(source, target), hits, rendered_before={"四个自信"}) == ()
