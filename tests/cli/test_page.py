from __future__ import annotations

from pathlib import Path

from workbench.cli.commands import COMMANDS
from workbench.cli.page import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def test_the_page_in_docs_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m workbench.cli.page docs/cli.md"


def test_the_page_has_every_command() -> None:
    assert all(f"### `workbench {entry.name}" in page() for entry in COMMANDS)
