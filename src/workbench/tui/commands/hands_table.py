"""tui: the commands that save typing, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, later

_MODULE = "workbench.tui.commands.hands"

HANDS_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "next-figure",
        "Insert the next figure",
        "Puts the next number or date of the Chinese in, as English: 1.2万亿元 as 1.2 trillion yuan. Pressed "
        "again at once, its other forms.",
        Group.WRITE,
        later(_MODULE, "next_figure"),
        keys=("f10",),
        menu="9i",
        hint="figure",
        rank=23,
    ),
    Command(
        "name-as-pinyin",
        "Insert the selected name as pinyin",
        "Puts the Chinese name selected on either side in without tones, surname first: Li Chang'an. "
        "Run again at once, its other readings.",
        Group.WRITE,
        later(_MODULE, "name_as_pinyin"),
        menu="9p",
    ),
    Command(
        "case",
        "Change the case",
        "Writes the selection, or the word at the caret, in lower case, Sentence case, Title Case and UPPER "
        "CASE in turn.",
        Group.WRITE,
        later(_MODULE, "change_case"),
        menu="9c",
    ),
    Command(
        "marks-and-letters",
        "Marks and accented letters",
        "Curly quotes, dashes and accented letters by one key each; or makes the straight quotes of the row "
        "curly.",
        Group.WRITE,
        later(_MODULE, "marks_and_letters"),
        menu="9a",
    ),
    Command(
        "external-editor",
        "Write in another editor",
        "Opens the English of the row in the editor that VISUAL or EDITOR names; it comes back as one step "
        "of undo.",
        Group.WRITE,
        later(_MODULE, "external_editor"),
        menu="9e",
    ),
    Command(
        "copy-row",
        "Copy the row",
        "Copies the Chinese, the English or both for another program, and says which way.",
        Group.WRITE,
        later(_MODULE, "copy_row"),
        menu="9y",
    ),
)
