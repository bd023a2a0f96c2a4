"""linear: the tables of commands on what helps: terms, the termbase, matches and the memories."""

from __future__ import annotations

from typing import Final

from workbench.linear import aid_commands as aid
from workbench.linear import concept_commands as concepts
from workbench.linear import concept_edits as edits
from workbench.linear import unit_commands as units
from workbench.linear.command import Command
from workbench.linear.desk import LinearDesk

AID, MEMORY, TERMBASE = "What helps", "Matches and memories", "The termbase"

AID_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("terms", "t"),
        "[NUMBER]",
        "Says the terms of the sentence, or all of one.",
        aid.terms,
        AID,
        ("pick-term",),
    ),
    Command(
        ("findings",),
        "",
        "Says what the checks find in the row, misspelt words too.",
        aid.findings,
        AID,
        ("next-misspelling",),
    ),
    Command(
        ("pinyin", "p"),
        "[TEXT]",
        "Says the pinyin of the sentence, or of a text.",
        aid.pinyin,
        AID,
        ("pinyin",),
    ),
    Command(
        ("script",),
        "[traditional or simplified]",
        "Says the Chinese in the other characters.",
        aid.script,
        AID,
        ("script",),
    ),
    Command(
        ("lookup", "l"),
        "TEXT",
        "Looks a text up in the termbase and the dictionary.",
        aid.look_up,
        AID,
        ("concordance",),
    ),
)

MEMORY_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("matches", "m"),
        "[NUMBER]",
        "Says what the memories have for the row and the sentence, or all of one match.",
        units.matches,
        MEMORY,
        ("pick-match",),
    ),
    Command(
        ("use",), "[NUMBER]", "Puts a match in, the first by default.", units.use, MEMORY, ("use-match",)
    ),
    Command(
        ("usehere",),
        "[NUMBER]",
        "Puts a match in at the caret; what is there stays.",
        units.use_here,
        MEMORY,
        ("insert-match",),
    ),
    Command(
        ("userest",),
        "[NUMBER]",
        "Puts in only what a match has beyond the English.",
        units.use_rest,
        MEMORY,
        ("complete-match",),
    ),
    Command(
        ("concordance",),
        "[exactly] TEXT",
        "Says where a text stands in project and memories.",
        units.concordance,
        MEMORY,
        ("concordance",),
    ),
    Command(
        ("unit",),
        "NUMBER",
        "Says all of a unit of the last list, or goes to its row.",
        units.unit,
        MEMORY,
        ("concordance",),
    ),
    Command(
        ("insertunit",),
        "NUMBER",
        "Puts the English of a unit of the last list in.",
        units.insert_unit,
        MEMORY,
        ("concordance",),
    ),
    Command(
        ("editunit",),
        "[NUMBER]",
        "Mends the English of a unit of the last list in its memory.",
        units.edit_unit,
        MEMORY,
        ("edit-unit",),
    ),
    Command(
        ("lockunit",),
        "[NUMBER]",
        "Locks a unit of the last list, or unlocks it.",
        units.lock_unit,
        MEMORY,
        ("lock-unit",),
    ),
    Command(
        ("dropunit",),
        "[NUMBER]",
        "Takes a unit of the last list out of its memory.",
        units.delete_unit,
        MEMORY,
        ("delete-unit",),
    ),
)

TERMBASE_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("addterm",),
        "[personal] 中文 = English",
        "Adds a term, or another rendering, to the project's glossary or the personal one.",
        aid.add_term,
        TERMBASE,
        ("add-term",),
    ),
    Command(
        ("settle",),
        "中文 = [English]",
        "Settles on a rendering and changes the rows; without English, lets it go.",
        concepts.settle,
        TERMBASE,
        ("settle-rendering",),
    ),
    Command(
        ("concepts",),
        "[TEXT, domain NAME or own]",
        "Finds concepts by Chinese, pinyin or English, or says the domains and glossaries.",
        concepts.concepts,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("concept",),
        "[中文 or NUMBER]",
        "Takes a concept in hand and says all of it.",
        concepts.concept,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("uses",),
        "[中文]",
        "Says in which rows the concept in hand stands, and how it was rendered.",
        concepts.uses,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("candidates",),
        "[TEXT]",
        "Says strings that recur and that no term covers.",
        concepts.candidates,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("newterm",),
        "中文 = English",
        "Keeps a new concept and takes it in hand.",
        edits.new_term,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("copyterm",),
        "中文",
        "Keeps a concept like the one in hand, with other Chinese.",
        edits.copy_term,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("field",),
        "NAME = [VALUE]",
        "Changes a field of the concept in hand.",
        edits.field,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("rendering",),
        "NUMBER NAME = [VALUE]",
        "Changes a field of one of its renderings.",
        edits.rendering,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("addrendering",),
        "ENGLISH",
        "Gives it another English.",
        edits.add_rendering,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("droprendering",),
        "NUMBER",
        "Takes a rendering out.",
        edits.drop_rendering,
        TERMBASE,
        ("terminology",),
    ),
    Command(("prefer",), "NUMBER", "Prefers a rendering.", edits.prefer, TERMBASE, ("terminology",)),
    Command(
        ("deprecate",),
        "NUMBER [WHY]",
        "Says that a rendering is not to be used.",
        edits.deprecate,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("personal",),
        "",
        "Keeps the concept in hand in the personal glossary.",
        edits.personal,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("mergeterm",),
        "中文",
        "Merges another concept into the one in hand.",
        edits.merge_terms,
        TERMBASE,
        ("terminology",),
    ),
    Command(
        ("dropterm",),
        "",
        "Takes the concept in hand out of its glossary.",
        edits.drop_term,
        TERMBASE,
        ("terminology",),
    ),
)
