"""text: the room everything else imports must cost next to nothing to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("opencc", "textual", "pypinyin", "rjieba", "lxml", "numpy", "charset_normalizer", "ahocorasick_rs")


@pytest.mark.parametrize(
    "module", ["characters", "fold", "sentences", "width", "graphemes", "wrapping", "shown", "generate_fold"]
)
def test_no_module_of_this_room_loads_a_heavy_part(module: str) -> None:
    code = f"import sys, workbench.text.{module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("module", ["characters", "fold", "sentences", "shown"])
def test_what_does_not_paint_loads_no_rich(module: str) -> None:
    code = f"import sys, workbench.text.{module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rich" not in run.stdout.split()
