"""linear: the table of commands on the row and on writing its English."""

from __future__ import annotations

from typing import Final

from workbench.linear import hand_commands as hands
from workbench.linear import putting_commands as putting
from workbench.linear import row_commands as rows
from workbench.linear import structure_commands as structure
from workbench.linear import writing_commands as writing
from workbench.linear.command import Command
from workbench.linear.desk import LinearDesk

ROW, WRITE = "The row", "Writing"

ROW_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(("row", "r"), "", "Says the row again: number, kind, state, notes, sentence.", rows.read, ROW),
    Command(("source", "zh"), "", "Says the whole Chinese of the row.", rows.source, ROW, ("other-side",)),
    Command(("english", "en"), "", "Says the whole English of the row.", rows.english, ROW, ("other-side",)),
    Command(
        ("sentence", "s"), "[NUMBER]", "Says the sentence again, or goes to another.", rows.sentence, ROW
    ),
    Command(("edit", "e"), "", "Changes the English, on a line that has it already.", rows.edit, ROW),
    Command(
        ("confirm", "c"),
        "",
        "Confirms the row and goes on, as an empty line does.",
        rows.confirm,
        ROW,
        ("confirm",),
    ),
    Command(("stay",), "", "Confirms the row and stays on it.", rows.stay, ROW, ("confirm-stay",)),
    Command(
        ("state",),
        "STATE",
        "Makes the row untranslated, draft, confirmed or reviewed.",
        rows.state,
        ROW,
        ("state",),
    ),
    Command(
        ("reviewed",), "", "Sets the row reviewed and stays on it.", rows.set_reviewed, ROW, ("set-reviewed",)
    ),
    Command(("reject",), "WHY", "Sends the row back with the reason.", rows.reject, ROW, ("reject",)),
    Command(("note",), "[TEXT]", "Writes a note on the row.", rows.note, ROW, ("note",)),
    Command(
        ("kind",),
        "KIND",
        "Says that the row is a title, a heading, a paragraph and so on.",
        rows.kind,
        ROW,
        ("kind",),
    ),
    Command(("lock",), "[WHY]", "Locks the row, or unlocks it.", rows.lock, ROW, ("lock",)),
    Command(
        ("split",),
        "[NUMBER or TEXT]",
        "Makes the row two, after this sentence or another, or before a text of either side.",
        structure.split,
        ROW,
        ("split",),
    ),
    Command(
        ("sentences",),
        "",
        "Makes the row one row for each sentence.",
        structure.split_sentences,
        ROW,
        ("split-sentences",),
    ),
    Command(
        ("merge",),
        "[NUMBER]",
        "Joins the row with the next, or with all to the row of that number.",
        structure.merge,
        ROW,
        ("merge",),
    ),
    Command(("up",), "", "Puts the row before the one above it.", structure.move_up, ROW, ("move-up",)),
    Command(("down",), "", "Puts the row behind the one below it.", structure.move_down, ROW, ("move-down",)),
    Command(
        ("move",),
        "[FROM-TO =>] NUMBER or end",
        "Puts this row, or a block of rows, before another row or at the end of the document.",
        structure.move,
        ROW,
        ("block",),
    ),
    Command(
        ("radicals",),
        "[all]",
        "Puts hanzi for the radicals of a PDF, in this row or in all.",
        structure.radicals,
        ROW,
        ("mend-radicals",),
    ),
    Command(("copy",), "", "Puts the Chinese into the English.", rows.copy, ROW, ("copy-source",)),
    Command(("clear",), "", "Empties the English of the row.", rows.clear, ROW, ("clear",)),
    Command(("editsource",), "", "Mends a misprint in the Chinese.", rows.edit_source, ROW, ("edit-source",)),
    Command(
        ("originalsource",),
        "",
        "Puts the Chinese back as it was read.",
        rows.restore_source,
        ROW,
        ("edit-source",),
    ),
)

WRITING_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("term",),
        "[NUMBER]",
        "Puts the next unused term in, or that of /terms; again at once, its other English.",
        putting.put_term,
        WRITE,
        ("next-term", "pick-term"),
    ),
    Command(
        ("article",),
        "",
        "Gives the term just put in its article, or puts the next one in with it.",
        putting.put_article,
        WRITE,
        ("term-article",),
    ),
    Command(
        ("figure",),
        "",
        "Puts the next number or date in; again at once, its other form. Tab completes figures.",
        putting.put_figure,
        WRITE,
        ("next-figure",),
    ),
    Command(
        ("figures",),
        "",
        "Says the numbers and dates of the sentence as English.",
        writing.figures,
        WRITE,
        ("next-figure",),
    ),
    Command(
        ("name",), "中文", "Says a name as pinyin, surname first.", writing.name, WRITE, ("name-as-pinyin",)
    ),
    Command(
        ("putname",),
        "中文 [again]",
        "Puts a name in as pinyin; with again, in its next reading.",
        putting.put_name,
        WRITE,
        ("name-as-pinyin",),
    ),
    Command(
        ("insert",),
        "TEXT [=> before or behind WORDS]",
        "Puts a text into the English.",
        putting.insert,
        WRITE,
    ),
    Command(
        ("letters",),
        "[NAME]",
        "Says the names of letters and marks for braces in any line, or puts one in: L{u umlaut}.",
        putting.letters,
        WRITE,
        ("marks-and-letters",),
    ),
    Command(
        ("curl",),
        "",
        "Makes the straight quotes of the row curly.",
        writing.curl,
        WRITE,
        ("marks-and-letters",),
    ),
    Command(
        ("case",),
        "[lower, sentence, title or upper] [WORDS]",
        "Writes words of the English, or its sentence, in that case or the next.",
        hands.case,
        WRITE,
        ("case",),
    ),
    Command(
        ("join",),
        "",
        "Says that the English just written holds the next Chinese sentence too.",
        putting.join,
        WRITE,
        ("end-sentence",),
    ),
    Command(
        ("endsentence",),
        "[WORDS]",
        "Says that the sentence ends behind these words of the English, or at its end.",
        putting.end_here,
        WRITE,
        ("end-sentence",),
    ),
    Command(
        ("editor",),
        "",
        "Writes the English in the editor that VISUAL or EDITOR names.",
        hands.other_editor,
        WRITE,
        ("external-editor",),
    ),
    Command(
        ("copyrow",),
        "[chinese, english or both]",
        "Copies the row for another program, and says which way.",
        hands.copy_row,
        WRITE,
        ("copy-row",),
    ),
    Command(
        ("completion",),
        "[on or off]",
        "Lets Tab complete the words of the project too, or no more.",
        hands.complete_words,
        WRITE,
        ("completion",),
    ),
    Command(
        ("spelling",),
        "[WORD]",
        "Goes to the next misspelt word and says what it may be.",
        writing.spelling,
        WRITE,
        ("next-misspelling", "propose-spelling"),
    ),
    Command(
        ("respell",),
        "WORD => OTHER",
        "Writes another word here and, once asked, in the other rows.",
        writing.respell,
        WRITE,
        ("propose-spelling",),
    ),
    Command(
        ("addword",),
        "WORD [everywhere]",
        "Lets a word be known in this project, or in all.",
        writing.add_word,
        WRITE,
        ("propose-spelling",),
    ),
)
