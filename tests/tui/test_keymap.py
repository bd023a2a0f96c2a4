"""tests: keys given to commands by their ids, in config.toml."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.commands.mending_table import MENDING_COMMANDS
from workbench.tui.commands.table import BY_ID, CELL_KEYS, COMMANDS
from workbench.tui.keymap import Keymap, key_named, keymap_of, load_keymap

from .conftest import opened


def made(**section: object) -> Keymap:
    """The keymap of a section, underscores standing for hyphens."""
    return keymap_of({id.replace("_", "-"): value for id, value in section.items()}, COMMANDS, CELL_KEYS)


def test_a_command_gets_the_key_it_is_given_as_a_person_writes_it() -> None:
    keymap = made(confirm_stay="F20", filter=["Alt+X", "F4"])
    assert keymap.problems == ()
    after = {command.id: command.keys for command in keymap.applied(COMMANDS)}
    assert after["confirm-stay"] == ("f20",)
    assert after["filter"] == ("alt+x", "f4")
    assert after["undo"] == BY_ID["undo"].keys


def test_two_commands_change_keys_with_each_other() -> None:
    assert made(script="f4", filter="f5").problems == ()


def test_a_command_may_do_without_a_key() -> None:
    keymap = made(script="")
    assert keymap.applied(COMMANDS)[list(BY_ID).index("script")].keys == ()
    assert keymap.for_textual()["script"]


@pytest.mark.parametrize(
    ("id", "value", "told"),
    [
        ("no-such", "f20", "no command of that id"),
        ("script", "x", "would be typed"),
        ("script", "shift+x", "would be typed"),
        ("script", 5, "is written as"),
        ("script", "ctrl+w", "key of the cell (delete the word"),
        ("script", "f4", "F4 is the key of filter"),
        ("next-row", "f20", "stays"),
        ("quit", "f20", "stays"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_the_keys_as_they_were(id: str, value: object, told: str) -> None:
    keymap = keymap_of({id: value}, COMMANDS, CELL_KEYS)
    assert keymap.applied(COMMANDS) == COMMANDS
    (problem,) = keymap.problems
    assert id in problem
    assert told in problem


def test_one_wrong_line_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nno-such = "f20"\nscript = "f20"\n', "utf-8")
    keymap = load_keymap(path, COMMANDS, CELL_KEYS)
    assert keymap.keys == {"script": ("f20",)}
    assert len(keymap.problems) == 1
    path.write_text("[keys\n", "utf-8")
    assert "cannot be read" in load_keymap(path, COMMANDS, CELL_KEYS).problems[0]
    assert load_keymap(tmp_path / "none.toml", COMMANDS, CELL_KEYS) == Keymap({})


_lines = st.dictionaries(
    st.sampled_from([*BY_ID, "no-such"]),
    st.sampled_from(["", "f4", "f5", "f20", "ctrl+k", "ctrl+w", "x", "enter", "Ctrl+P,F3", "tab"])
    | st.integers(),
)


@given(_lines)
def test_whatever_stands_there_no_key_has_two_commands(section: dict[str, object]) -> None:
    keymap = keymap_of(section, COMMANDS, CELL_KEYS)
    keys = [key for command in keymap.applied(COMMANDS) for key in command.keys]
    assert len(keys) == len(set(keys))
    assert set(keymap.keys) <= set(section)
    assert len(keymap.keys) + len(keymap.problems) == len(section)


@given(st.text(max_size=12))
def test_a_key_that_is_read_is_read_the_same_again(name: str) -> None:
    key = key_named(name)
    assert key is None or key_named(key) == key


async def test_a_changed_key_works_and_the_hints_show_it(project: Path) -> None:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "workbench" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[keys]\npinyin = "f20"\nscript = "f2"\nno-such = "f3"\n', "utf-8")
    async with opened(project) as desk:
        await desk.until(lambda: "no-such" in desk.said)
        assert any("F20 pinyin" in line for line in desk.lines())
        await desk.press("f20")
        assert "Pinyin" in desk.said
        await desk.press("f2")
        assert "source shown in" in desk.said
        await desk.press("f5")
        assert "source shown in" in desk.said  # nothing sits there any more


async def test_a_command_of_the_menu_gets_a_key_of_its_own(project: Path) -> None:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "workbench" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[keys]\nlayout = "f20"\n', "utf-8")
    async with opened(project) as desk:
        await desk.press("f20")
        assert desk.said == "Layout: side by side."
        await desk.press("f9", "0")
        assert any("Layout of the rows" in line and "F20" in line for line in desk.lines())


def test_commands_on_an_alignment_get_keys_too_and_clash_only_with_each_other() -> None:
    free = keymap_of({"order": "f20"}, COMMANDS, CELL_KEYS, MENDING_COMMANDS)
    assert (free.keys, free.problems) == ({"order": ("f20",)}, ())
    clash = keymap_of({"order": "ctrl+r"}, COMMANDS, CELL_KEYS, MENDING_COMMANDS)
    assert clash.problems == (
        '[keys] order: Ctrl+R is the key of next-doubtful; give next-doubtful another key, or none ("").',
    )
    both = keymap_of({"order": "ctrl+r", "next-doubtful": "f2"}, COMMANDS, CELL_KEYS, MENDING_COMMANDS)
    assert both.problems == ()
