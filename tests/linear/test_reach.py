"""tests: whatever the screen editor can do, the editor for screen readers can do, or says why not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import workbench.project
from tests.linear.conftest import Talk
from workbench.linear import mending_table, table
from workbench.linear.command import Command
from workbench.linear.keys_worded import worded
from workbench.linear.letters import letter_named, with_letters
from workbench.tui.commands.mending_table import MENDING_BY_ID
from workbench.tui.commands.table import COMMANDS as SCREEN_COMMANDS
from workbench.tui.screens import accents

TABLES = [
    pytest.param(table.COMMANDS, table.ON_A_SCREEN, {c.id for c in SCREEN_COMMANDS}, id="rows"),
    pytest.param(mending_table.MENDING_COMMANDS, mending_table.ON_A_SCREEN, set(MENDING_BY_ID), id="beads"),
]


@pytest.mark.parametrize(("commands", "on_a_screen", "ids"), TABLES)
def test_every_command_of_the_screen_is_one_here_or_has_its_reason(
    commands: tuple[Command[object], ...], on_a_screen: dict[str, str], ids: set[str]
) -> None:
    done = {id for command in commands for id in command.does}
    assert ids - done - on_a_screen.keys() == set()
    assert done - ids == set(), "these stand for nothing on the screen any more"
    assert on_a_screen.keys() - ids == set()
    assert done & on_a_screen.keys() == set()
    assert all(len(why.split()) > 3 for why in on_a_screen.values())


@pytest.mark.parametrize(("commands", "on_a_screen", "ids"), TABLES)
def test_every_name_is_given_once_and_every_help_is_a_sentence(
    commands: tuple[Command[object], ...], on_a_screen: dict[str, str], ids: set[str]
) -> None:
    names = [name for command in commands for name in command.names]
    assert len(names) == len(set(names))
    assert all(command.help.endswith((".", "}.")) for command in commands)
    assert on_a_screen
    assert ids


def test_the_help_says_what_is_on_a_screen_only_and_why(talk: Talk) -> None:
    assert talk("/help theme") == ["On a screen only, theme: the colours are those of the terminal."]
    assert any(line.startswith("/editunit") for line in talk("/help edit unit"))


def test_every_mark_and_letter_of_the_palette_has_a_name() -> None:
    names = {letter_named(name) for name in ("opening quote", "closing quote", "opening single quote")}
    assert names == {"“", "”", "‘"}
    from workbench.linear.letters import ACCENTS, MARKS

    named = set(MARKS.values()) | {letter_named(f"{one} {accent}") for one in "aeiounc" for accent in ACCENTS}
    palette = {text for _, text, _ in (*accents._MARKS, *accents._LETTERS)} - {accents.CURL}
    assert palette - named == set()


def test_letters_in_braces_are_put_in_and_other_braces_stay() -> None:
    assert with_letters("L{u umlaut} Ban, {E acute}lan") == "Lü Ban, Élan"
    assert with_letters("{opening quote}Two Mountains{closing quote}") == "“Two Mountains”"
    assert with_letters("{a}, {no such thing}, {line feed}") == "{a}, {no such thing}, {line feed}"


KEY = re.compile(r"\bF9( \w)+|(?<!\w)\^[A-Z]\b|\bF1?\d\b")


def _sentences() -> set[str]:
    folder = Path(workbench.project.__file__).parent
    texts: set[str] = set()
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                texts.add(node.value)
    return {text for text in texts if KEY.search(text) and " " in text}


def test_no_sentence_of_the_session_names_a_key_that_is_not_here() -> None:
    sentences = _sentences()
    assert len(sentences) > 5
    assert [text for text in sentences if KEY.search(worded(text))] == []
