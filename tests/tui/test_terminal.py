"""tests: what the terminal is asked, and what is remembered of it."""

from __future__ import annotations

import pytest

from workbench.tui.terminal import Probe, TerminalMemory
from workbench.tui.theme import DARK, LIGHT, usual_theme


def test_a_report_two_cells_on_means_wide() -> None:
    probe = Probe()
    assert "“\x1b[6n" in probe.question(24)
    assert probe.answered(2, 23)
    assert probe.wide


def test_a_report_one_cell_on_means_narrow() -> None:
    probe = Probe()
    probe.question(24)
    assert probe.answered(1, 23)
    assert probe.answered(10, 23)
    assert not probe.wide


def test_shift_f3_is_no_answer() -> None:
    probe = Probe()
    probe.question(24)
    assert not probe.answered(1, 0)
    assert not probe.wide


def test_a_report_nobody_asked_for_is_no_answer() -> None:
    assert not Probe().answered(2, 23)


def test_width_and_signs_are_remembered_by_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    memory = TerminalMemory.load()
    memory.wide, memory.plain, memory.theme = True, True, LIGHT
    memory.keep()
    again = TerminalMemory.load()
    assert (again.wide, again.plain, again.theme) == (True, True, LIGHT)
    monkeypatch.setenv("TERM_PROGRAM", "kitty")
    other = TerminalMemory.load()
    assert (other.wide, other.plain, other.theme) == (None, False, LIGHT)


def test_a_light_ground_gets_the_light_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert usual_theme() == LIGHT
    assert usual_theme(DARK) == DARK
    monkeypatch.delenv("COLORFGBG")
    assert usual_theme() == DARK
