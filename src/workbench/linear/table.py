"""linear: the one table of commands; the help is made from it."""

from __future__ import annotations

from typing import Final

from workbench.linear import aid_commands as aid
from workbench.linear import going_commands as going
from workbench.linear import project_commands as project
from workbench.linear import row_commands as rows
from workbench.linear.command import Command
from workbench.linear.help_command import help_

ROW, GO, AID, PROJECT = "The row", "Going about", "What helps", "The project"

COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        ("row", "r"), "", "Says the row again: its number, kind, state, notes and sentence.", rows.read, ROW
    ),
    Command(("source", "zh"), "", "Says the whole Chinese of the row.", rows.source, ROW),
    Command(("english", "en"), "", "Says the whole English of the row.", rows.english, ROW),
    Command(
        ("sentence", "s"), "[NUMBER]", "Says the sentence again, or goes to another.", rows.sentence, ROW
    ),
    Command(
        ("edit", "e"), "", "Changes the English of the row, on a line that has it already.", rows.edit, ROW
    ),
    Command(("confirm", "c"), "", "Confirms the row and goes on, as an empty line does.", rows.confirm, ROW),
    Command(("stay",), "", "Confirms the row and stays on it.", rows.stay, ROW),
    Command(
        ("state",), "STATE", "Makes the row untranslated, draft, confirmed or reviewed.", rows.state, ROW
    ),
    Command(("reject",), "WHY", "Sends the row back with the reason.", rows.reject, ROW),
    Command(("note",), "[TEXT]", "Writes a note on the row.", rows.note, ROW),
    Command(
        ("kind",), "KIND", "Says that the row is a title, a heading, a paragraph and so on.", rows.kind, ROW
    ),
    Command(("lock",), "[WHY]", "Locks the row, or unlocks it.", rows.lock, ROW),
    Command(("split",), "[SENTENCE]", "Makes the row two, after this sentence or another.", rows.split, ROW),
    Command(("merge",), "", "Joins the row with the next.", rows.merge, ROW),
    Command(("copy",), "", "Puts the Chinese into the English.", rows.copy, ROW),
    Command(("clear",), "", "Empties the English of the row.", rows.clear, ROW),
    Command(("editsource",), "", "Mends a misprint in the Chinese.", rows.edit_source, ROW),
    Command(("next", "n"), "", "Goes one row down, confirming nothing.", going.next_row, GO),
    Command(("back", "b"), "", "Goes one row up.", going.previous_row, GO),
    Command(("open", "o"), "", "Goes to the next unconfirmed row.", going.next_unconfirmed, GO),
    Command(
        ("go", "g"), "NUMBER", "Goes to a row; an empty line there confirms and comes back.", going.go, GO
    ),
    Command(
        ("find", "f"), "TEXT", "Finds a text in both languages and goes to the next place.", going.find, GO
    ),
    Command(("undo", "u"), "", "Takes back the last change in whatever row it was.", going.undo, GO),
    Command(("redo",), "", "Does again what was undone.", going.redo, GO),
    Command(
        ("terms", "t"),
        "",
        "Says the terms of the sentence; Tab completes them while writing.",
        aid.terms,
        AID,
    ),
    Command(
        ("matches", "m"), "", "Says what the memories have for the row and the sentence.", aid.matches, AID
    ),
    Command(("use",), "[NUMBER]", "Puts a match in, the first by default.", aid.use, AID),
    Command(("findings",), "", "Says what the checks find in the row.", aid.findings, AID),
    Command(("pinyin", "p"), "[TEXT]", "Says the pinyin of the sentence, or of a text.", aid.pinyin, AID),
    Command(("lookup", "l"), "TEXT", "Looks a text up in the termbase and the dictionary.", aid.look_up, AID),
    Command(("addterm",), "中文 = English", "Adds a term to the project's glossary.", aid.add_term, AID),
    Command(("progress",), "", "Says how many rows are in which state.", going.progress, PROJECT),
    Command(
        ("save", "w"), "", "Writes project.tmx; every change is on disk without it.", project.save, PROJECT
    ),
    Command(("role",), "ROLE", "Says whose work is done: translator or reviewer.", project.role, PROJECT),
    Command(("export",), "FORM", "Writes the translation as a file.", project.write, PROJECT),
    Command(
        ("help", "h", "?"), "[WORD]", "Says the commands, or those in which a word occurs.", help_, PROJECT
    ),
    Command(("quit", "q"), "", "Ends; nothing is lost.", project.leave, PROJECT),
)


def command_named(name: str) -> Command | None:
    """The command of a name, or the only one that begins with it."""
    for command in COMMANDS:
        if name in command.names:
            return command
    begun = [command for command in COMMANDS if command.names[0].startswith(name)] if name else []
    return begun[0] if len(begun) == 1 else None
