"""tests/cli: opening a project in a role."""

from __future__ import annotations

import pytest

from .conftest import Workbench


def test_a_role_that_there_is_not_names_the_two_that_there_are(workbench: Workbench, project: str) -> None:
    result = workbench("open", project, "--role", "boss")
    assert result.code == 2
    assert "translator" in result.err
    assert "reviewer" in result.err


@pytest.mark.parametrize("role", ["translator", "reviewer"])
def test_both_roles_go_as_far_as_the_terminal(workbench: Workbench, project: str, role: str) -> None:
    assert "needs a terminal" in workbench("open", project, "--role", role).err
