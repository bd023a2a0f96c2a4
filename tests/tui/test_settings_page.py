"""tests: the page of settings shows files that are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.project.config import FILE_NAME, read_config
from workbench.project.figure_offers import SETTINGS
from workbench.project.filter_text import parse_filter
from workbench.tui.commands.table import CELL_KEYS, COMMANDS
from workbench.tui.keymap import load_keymap

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
PROJECT, PERSON = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_the_project_of_the_page_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(PROJECT, "utf-8")
    config = read_config(tmp_path)
    assert config.terms == {"非首都功能": "non-capital functions"}
    assert config.memory_settings["old-agency"].penalty == 3


@pytest.mark.parametrize("key", SETTINGS)
def test_every_way_with_figures_is_on_the_page(key: str) -> None:
    (line,) = [line for line in PROJECT.splitlines() if line.startswith(f"{key} = ")]
    for value in SETTINGS[key]:
        assert value in line


def test_the_filters_of_the_page_are_filters() -> None:
    for text in re.findall(r'^"[^"]+" = "(.*)"$', PROJECT.partition("[filters]")[2], re.MULTILINE):
        assert parse_filter(text)


def test_the_keys_of_the_page_are_those_of_commands(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(PERSON, "utf-8")
    assert load_keymap(path, COMMANDS, CELL_KEYS).told == ""
