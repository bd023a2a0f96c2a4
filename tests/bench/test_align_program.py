"""bench: the program that prints the tables, with an aligner that is known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import align as program
import align_gold
from workbench.model.beads import Bead


@pytest.fixture(autouse=True)
def _known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"第{n}条。 | 附注。\tArticle {n}.\n甲{n}。\tA.\n" for n in range(30)]
    for name in ("dev_one", "held_two"):
        (tmp_path / f"{name}.tsv").write_text("# 试\n" + "\n".join(lines), "utf-8")
    monkeypatch.setattr(align_gold, "GOLD", tmp_path)
    monkeypatch.setattr(program, "_ours", lambda: proportional)


def proportional(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Everything in pieces of three and two."""
    beads = []
    for number in range(max(len(source) // 3, len(target) // 2) + 1):
        ours = range(len(source))[3 * number : 3 * number + 3]
        theirs = range(len(target))[2 * number : 2 * number + 2]
        if ours or theirs:
            beads.append(Bead(ours, theirs, 0.95))
    return beads


def test_the_last_line_is_the_report_and_missed_bars_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    program.main(["--quick", "--json", "--alone", "--scores"])
    out, errors = capsys.readouterr()
    report = json.loads(out.splitlines()[-1])
    assert report["bench"] == "align"
    assert list(report["scores"]) == ["dev", "held"]
    clean = report["scores"]["held"]["workbench"]["clean"]
    assert clean["f1"] == 0
    assert clean["lax_f1"] == 1
    assert clean["shapes"]["3-2"] == {"right": 0, "told": 30, "gold": 0}
    assert clean["sure"] == {"beads": 30, "confidence": pytest.approx(0.95), "right": 0}
    assert "held, clean: strict F1 0.000, at least 0.95" in report["missed"]
    assert "missed: held, clean: strict F1 0.000" in errors


def test_what_is_set_aside_is_neither_aligned_nor_shown_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    program.main(["--quick", "--alone", "--scores", "--faults", "--set", "dev"])
    assert "held" not in capsys.readouterr().out
    program.main(["--quick", "--alone", "--scores", "--faults", "--set", "held"])
    assert "附注" not in capsys.readouterr().out


def test_without_gold_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="none of nothing"):
        program.main(["--set", "nothing", "--folder", str(tmp_path)])
