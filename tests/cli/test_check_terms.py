"""`workbench check` tells faults of terms beside the other families."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Workbench

TABLE = """source\ttarget
财政部、教育部投入5万元。\tThe Ministry of Finance invested 500,000 yuan.
教育部表示支持。\tThe Ministry of Education expressed its support.
"""


def test_all_families_are_told_in_the_order_of_the_rows(workbench: Workbench, here: Path) -> None:
    (here / "pairs.tsv").write_text(TABLE, "utf-8")
    _add_terms()
    found = json.loads(workbench("check", "pairs.tsv", "--json").out)["findings"]
    assert [(one["row"], one["check"]) for one in found] == [(1, "numbers.value"), (1, "terms.missing")]
    missing = found[1]
    assert missing["source_span"] == [4, 7]
    assert missing["target_span"] is None
    assert missing["proposal"] == "Ministry of Education"


def test_one_family_can_be_asked_for(workbench: Workbench, here: Path) -> None:
    (here / "pairs.tsv").write_text(TABLE, "utf-8")
    _add_terms()
    result = workbench("check", "pairs.tsv", "--only", "terms")
    assert (result.code, result.out.count("\n")) == (1, 1)
    assert "教育部 is not in the English" in result.out
    assert "terms" not in workbench("check", "pairs.tsv", "--only", "numbers").out


def _add_terms() -> None:
    from workbench.glossary.bundled import personal_path

    rows = (
        "zh\ten\tkind",
        "财政部\tMinistry of Finance\tinstitution",
        "教育部\tMinistry of Education\tinstitution",
    )
    personal_path().parent.mkdir(parents=True, exist_ok=True)
    personal_path().write_text("\n".join(rows) + "\n", "utf-8")
