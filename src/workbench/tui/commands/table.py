"""tui: the one table of commands; bindings, hints, menu, palette, help and docs/keys.md are made from it."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands import going, keeping, looking, sentences
from workbench.tui.commands.arranging_table import ARRANGING_COMMANDS
from workbench.tui.commands.command import Command, Group, Moment
from workbench.tui.commands.finding_table import FINDING_COMMANDS
from workbench.tui.commands.going_table import GO_COMMANDS
from workbench.tui.commands.hands_table import HANDS_COMMANDS
from workbench.tui.commands.match_table import MATCH_COMMANDS
from workbench.tui.commands.query_table import QUERY_COMMANDS
from workbench.tui.commands.reviewing_table import REVIEWING_COMMANDS
from workbench.tui.commands.row_table import ROW_COMMANDS
from workbench.tui.commands.spelling_table import SPELLING_COMMANDS
from workbench.tui.commands.structure_table import STRUCTURE_COMMANDS
from workbench.tui.commands.term_table import TERM_COMMANDS

_BOTH = (Moment.TARGET, Moment.SOURCE)
_SOURCE = (Moment.SOURCE,)

_SENTENCE_COMMANDS = (
    Command(
        "end-sentence",
        "End the sentence",
        "Says that the sentence ends at the caret: it is tied to its Chinese, and the next one is lit. "
        "Pressed again at once: that English holds the next Chinese sentence too.",
        Group.SENTENCE,
        sentences.end_sentence,
        keys=("ctrl+e",),
        hint="end sentence",
        rank=20,
    ),
)

_TEXT_COMMANDS = (
    Command(
        "undo",
        "Undo",
        "Takes back the last change in whatever row it was, goes there and says what it was.",
        Group.TEXT,
        going.undo,
        keys=("ctrl+z",),
        menu="u",
    ),
    Command(
        "redo",
        "Redo",
        "Does again what undo took back.",
        Group.TEXT,
        going.redo,
        keys=("ctrl+y",),
        menu="r",
    ),
)

_LOOK_COMMANDS = (
    Command(
        "pinyin",
        "Pinyin",
        "Pinyin of the sentence in its pane, above the active row, above all rows, or off.",
        Group.LOOK,
        looking.pinyin,
        keys=("f2",),
        menu="p",
        hint="pinyin",
        moments=_BOTH,
        rank=30,
    ),
    Command(
        "script",
        "Traditional or simplified",
        "Shows the source as it is, in traditional or in simplified characters. The text stays as it is.",
        Group.LOOK,
        looking.script,
        keys=("f5",),
        menu="v",
        hint="script",
        moments=_SOURCE,
        rank=31,
    ),
    Command(
        "next-pane",
        "Next lower pane",
        "Where only one lower pane has room, shows the next: matches, terms, findings, row.",
        Group.LOOK,
        looking.next_pane,
        keys=("f6",),
        menu="o",
    ),
    Command(
        "theme",
        "Theme",
        "The next of four themes: dark, light, monochrome, high contrast. It is remembered.",
        Group.LOOK,
        looking.theme,
        menu="b",
    ),
    Command(
        "plain",
        "Plain signs",
        "For terminals that draw “ ā ─ two cells wide: pinyin with numbers, borders of plain signs.",
        Group.LOOK,
        looking.plain,
        menu="d",
    ),
    Command(
        "help",
        "Help",
        "Every command with its keys. Type to search; Enter runs the command.",
        Group.LOOK,
        looking.help_page,
        keys=("f1",),
        hint="help",
        moments=(Moment.TARGET, Moment.SOURCE, Moment.FOUND),
    ),
    Command(
        "palette",
        "Commands",
        "Finds a command by its name and runs it.",
        Group.LOOK,
        looking.palette,
        keys=("ctrl+p",),
        hint="commands",
        moments=(Moment.TARGET, Moment.FOUND),
    ),
    Command(
        "menu",
        "Menu",
        "The rarer commands by one letter or digit each.",
        Group.LOOK,
        looking.menu,
        keys=("f9",),
        hint="menu",
        moments=(Moment.TARGET, Moment.SOURCE, Moment.FOUND),
        rank=60,
    ),
)

_PROJECT_COMMANDS = (
    Command(
        "save",
        "Save project.tmx",
        "Writes project.tmx, for exchange and for version control. Every change is on disk without it.",
        Group.PROJECT,
        keeping.save,
        keys=("ctrl+s",),
        menu="w",
    ),
    Command(
        "export",
        "Export",
        "Writes the translation as tmx, txt, md, tsv or html.",
        Group.PROJECT,
        keeping.export,
        menu="i",
    ),
    Command(
        "take-over",
        "Take over from another window",
        "Where the project is open elsewhere and read-only here: asks the other window to hand it over.",
        Group.PROJECT,
        keeping.take_over,
        menu="z",
    ),
    Command(
        "quit",
        "Quit",
        "Quits at once: nothing is lost, and the project opens again at the same place.",
        Group.PROJECT,
        keeping.leave,
        keys=("ctrl+q",),
        menu="q",
    ),
)

COMMANDS: Final[tuple[Command, ...]] = (
    *ROW_COMMANDS,
    *STRUCTURE_COMMANDS,
    *_SENTENCE_COMMANDS,
    *TERM_COMMANDS,
    *MATCH_COMMANDS,
    *HANDS_COMMANDS,
    *SPELLING_COMMANDS,
    *_TEXT_COMMANDS,
    *GO_COMMANDS,
    *FINDING_COMMANDS,
    *REVIEWING_COMMANDS,
    *QUERY_COMMANDS,
    *_LOOK_COMMANDS,
    *ARRANGING_COMMANDS,
    *_PROJECT_COMMANDS,
)

BY_ID: Final[dict[str, Command]] = {command.id: command for command in COMMANDS}

CELL_KEYS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (
        ("left", "right", "up", "down"),
        "move the caret; from the first and last line on to the next row. Right takes in what is offered "
        "faintly behind the caret",
    ),
    (("ctrl+left", "ctrl+right"), "move by words"),
    (("home", "end"), "to the start and the end of the line"),
    (("shift+left", "shift+right", "shift+up", "shift+down"), "select"),
    (("pageup", "pagedown"), "a screen up or down"),
    (("ctrl+home", "ctrl+end"), "to the first and the last row"),
    (("backspace", "delete"), "delete a character"),
    (("ctrl+w", "ctrl+u"), "delete the word, the line before the caret"),
    (("ctrl+j",), "a new line in the cell"),
    (("ctrl+a",), "select the whole cell"),
    (("ctrl+c", "ctrl+x", "ctrl+v"), "copy, cut, paste"),
)
"""Keys that the cell itself answers; they are documented, and are no commands."""
