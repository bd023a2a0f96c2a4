"""project: work in a process of its own ends with its end, and with the project's closing."""

from __future__ import annotations

import threading

import pytest

from workbench.model.faults import WorkbenchError
from workbench.project.own_process import OwnProcess


def test_it_tells_whether_the_work_came_to_its_end() -> None:
    apart = OwnProcess()
    assert apart.run("importlib:import_module", "json")
    assert not apart.run("importlib:import_module", "no such module")


def test_closing_ends_what_runs_and_starts_nothing_more() -> None:
    apart = OwnProcess()
    wrong: list[WorkbenchError] = []

    def wait() -> None:
        with pytest.raises(WorkbenchError, match="closed") as raised:
            apart.run("subprocess:getoutput", "sleep 60")
        wrong.append(raised.value)

    waiting = threading.Thread(target=wait)
    waiting.start()
    waiting.join(0.3)
    apart.close()
    waiting.join(20)
    assert wrong
    with pytest.raises(WorkbenchError, match="closed"):
        apart.run("importlib:import_module", "json")
