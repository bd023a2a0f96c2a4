"""The terms of a project's rows, document by document."""

from __future__ import annotations

from tests.glossary.verified import ALL
from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Segment
from workbench.project.term_checks import EarlierRows, document_findings, recogniser_of, row_findings

OTHER = "Functions nonessential to Beijing's role as the capital"
LABEL = "Firm up the Four-sphere Confidence."


def row(id: int, document: int, source: str, target: str, kind: Kind = Kind.PARAGRAPH) -> Segment:
    return Segment(id, id, document, kind=kind, source=CodedText(source), target=CodedText(target))


def test_each_document_begins_anew_and_ignored_rows_keep_their_numbers() -> None:
    rows = [
        row(11, 1, "坚定“四个自信”。", LABEL),
        row(12, 1, "商务部发文。", "Nothing.", Kind.IGNORED),
        row(13, 1, "坚定“四个自信”。", LABEL),
        row(14, 2, "坚定“四个自信”。", LABEL),
    ]
    found = [
        (number, finding.row, finding.check)
        for number, finding in document_findings(rows, recogniser_of(ALL))
    ]
    assert found == [(1, 11, "terms.first-mention"), (4, 14, "terms.first-mention")]


def test_a_row_alone_is_told_what_the_whole_document_would_tell() -> None:
    recogniser = recogniser_of(ALL)
    rows = [
        row(
            1,
            1,
            "疏解非首都功能，财政部支持。",
            "Ministry of Finance: relocate non-capital functions.",
        ),
        row(2, 1, "非首都功能", "Non-capital", Kind.HEADING),
        row(
            3,
            1,
            "非首都功能迁出，财政部支持。",
            "Functions nonessential to Beijing's role as the capital leave. It helps.",
        ),
    ]
    earlier = [(one.kind, one.source.text, one.target.text) for one in rows[:2]]
    whole = tuple(finding for number, finding in document_findings(rows, recogniser) if number == 3)
    assert row_findings(earlier, rows[2], EarlierRows(recogniser)) == whole
    assert [finding.check for finding in whole] == ["terms.mixed"]
