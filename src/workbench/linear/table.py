"""linear: the one table of commands; the help is made from it."""

from __future__ import annotations

from typing import Final

from workbench.linear import aid_commands as aid
from workbench.linear import going_commands as going
from workbench.linear import project_commands as project
from workbench.linear import revision_commands as revision
from workbench.linear import row_commands as rows
from workbench.linear import seeking_commands as seeking
from workbench.linear import writing_commands as writing
from workbench.linear.command import Command
from workbench.linear.help_command import help_

ROW, GO, AID, REVISE, PROJECT = (
    "The row",
    "Going about",
    "What helps",
    "Revision and queries",
    "The project",
)

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
    Command(("sentences",), "", "Makes the row one row for each sentence.", writing.split_sentences, ROW),
    Command(("up",), "", "Puts the row before the one above it.", writing.move_up, ROW),
    Command(("down",), "", "Puts the row behind the one below it.", writing.move_down, ROW),
    Command(("radicals",), "", "Puts hanzi for the radicals of a PDF.", writing.radicals, ROW),
    Command(("curl",), "", "Makes the straight quotes of the row curly.", writing.curl, ROW),
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
    Command(("replace",), "OLD => NEW", "Replaces in the English, all or one by one.", seeking.replace, GO),
    Command(
        ("filter",),
        "[TEXT]",
        "Goes only to rows of a filter: state:draft, /filter alone for all.",
        seeking.show_only,
        GO,
    ),
    Command(
        ("filters",), "[NAME = TEXT]", "Says the filters under names, or keeps one.", seeking.filters, GO
    ),
    Command(
        ("nextof", "no"),
        "[KIND]",
        "Goes to the next draft, note, finding, query and so on.",
        seeking.next_of,
        GO,
    ),
    Command(("bookmark",), "", "Puts a bookmark at the row, or takes it away.", seeking.bookmark, GO),
    Command(("bookmarks",), "", "Says the rows that have one.", seeking.bookmarks, GO),
    Command(("places",), "[NUMBER]", "Says the rows worked on last, or goes to one.", seeking.places, GO),
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
    Command(
        ("concordance",),
        "TEXT",
        "Says where a text stands in project and memories.",
        writing.concordance,
        AID,
    ),
    Command(("figures",), "", "Says the numbers and dates of the sentence as English.", writing.figures, AID),
    Command(("name",), "中文", "Says a name as pinyin, surname first.", writing.name, AID),
    Command(
        ("spelling",),
        "[WORD]",
        "Goes to the next misspelt word and says what it may be.",
        writing.spelling,
        AID,
    ),
    Command(("addword",), "WORD", "Lets a word be known in this project.", writing.add_word, AID),
    Command(
        ("settle",), "中文 = English", "Settles on a rendering and changes the drafts.", writing.settle, AID
    ),
    Command(("addterm",), "中文 = English", "Adds a term to the project's glossary.", aid.add_term, AID),
    Command(("history",), "", "Says who changed the row, when and what.", revision.history, REVISE),
    Command(
        ("restore",), "NUMBER", "Brings back the English of a version, as a draft.", revision.restore, REVISE
    ),
    Command(("changes",), "", "Says what was changed since the row was confirmed.", revision.changes, REVISE),
    Command(
        ("compare",),
        "FILE",
        "Goes through the rows in which a colleague's TMX differs.",
        revision.compare,
        REVISE,
    ),
    Command(("query",), "TEXT [=> PROPOSAL]", "Asks the client about the row.", revision.query, REVISE),
    Command(
        ("queries",), "[NUMBER]", "Says the queries, or goes to the row of one.", revision.queries, REVISE
    ),
    Command(("answer",), "NUMBER TEXT", "Enters the client's answer to a query.", revision.answer, REVISE),
    Command(("close",), "NUMBER", "Closes a query, or opens it again.", revision.close, REVISE),
    Command(
        ("research",),
        "[TERM = CANDIDATE]",
        "Says the research sheet, or puts something down.",
        revision.research,
        REVISE,
    ),
    Command(("decide",), "NUMBER DECISION", "Decides a line of the research sheet.", revision.decide, REVISE),
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
