"""tests of tui: a sentence too long for the message line is read to its end in the line of the keys."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import Desk, opened

LONG = (
    "matrix.tbx could not be read: line 14, column 3 has a termEntry without an id; give it one, or export"
    " the file again from the program that wrote it."
)


def last_lines(desk: Desk) -> list[str]:
    """The message and what stands below it."""
    return desk.lines()[-2:]


async def test_a_long_warning_ends_where_the_keys_are_and_a_command_brings_them_back(project: Path) -> None:
    async with opened(project, (80, 24)) as desk:
        await desk.press("down")
        keys = last_lines(desk)[1]
        desk.screen.say(LONG, warn=True)
        await desk.pilot.pause()
        first, second = last_lines(desk)
        assert f"{first.strip()} {second.strip()}" == LONG
        await desk.press("f2")
        assert last_lines(desk)[1].split()[:2] == keys.split()[:2]


async def test_a_dialog_keeps_its_own_keys_and_the_rest_of_the_sentence_is_there_after_it(
    project: Path,
) -> None:
    async with opened(project, (80, 24)) as desk:
        await desk.press("f8")
        desk.screen.say(LONG, warn=True)  # something aside has come to its end
        await desk.pilot.pause()
        assert "keys of this dialog" in last_lines(desk)[1]
        await desk.press("ctrl+g")
        await desk.until(lambda: last_lines(desk)[1].endswith("wrote it."))


async def test_what_has_no_room_in_two_lines_is_cut(project: Path) -> None:
    async with opened(project, (61, 24)) as desk:
        desk.screen.say(LONG * 2)
        await desk.pilot.pause()
        assert last_lines(desk)[1].endswith("…")
        desk.screen.say("Done.")
        await desk.pilot.pause()
        assert "help" in last_lines(desk)[1]
