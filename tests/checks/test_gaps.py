"""tests of checks: a sentence that the memories had nothing for is not taken for translated."""

from __future__ import annotations

from workbench.checks.gaps import findings, gaps
from workbench.model.coded import CodedText
from workbench.model.findings import Severity
from workbench.model.segments import Segment


def row(source: str, target: str) -> Segment:
    return Segment(7, 1, 1, source=CodedText(source), target=CodedText(target))


def test_every_gap_is_found_where_it_stands() -> None:
    english = "[…] People gain. […]"
    found = findings(row("甲。民生改善。乙。", english))
    assert [english[slice(*finding.target_span or (0, 0))] for finding in found] == ["[…]", "[…]"]
    assert {finding.severity for finding in found} == {Severity.ERROR}
    assert not any(finding.missing for finding in found)


def test_an_omission_that_the_chinese_marks_is_no_gap() -> None:
    assert gaps(row("他说：“绿水青山[…]金山银山。”", "He said, “Lucid waters […] assets.”")) == ()
