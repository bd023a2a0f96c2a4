"""linear: the tables of commands on revision, queries, research and the whole project."""

from __future__ import annotations

from typing import Final

from workbench.linear import going_commands as going
from workbench.linear import handing_over
from workbench.linear import project_commands as project
from workbench.linear import query_commands as queries
from workbench.linear import research_commands as research
from workbench.linear import revision_commands as revision
from workbench.linear.command import Command
from workbench.linear.desk import LinearDesk
from workbench.linear.help_command import help_

REVISE, PROJECT = "Revision and queries", "The project"

REVISION_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("history",), "", "Says who changed the row, when and what.", revision.history, REVISE, ("history",)
    ),
    Command(
        ("restore",),
        "NUMBER",
        "Brings back the English of a version, as a draft.",
        revision.restore,
        REVISE,
        ("history",),
    ),
    Command(
        ("changes",),
        "",
        "Says what was changed since the row was confirmed.",
        revision.changes,
        REVISE,
        ("role",),
    ),
    Command(
        ("compare",),
        "[FILE]",
        "Goes through the rows in which a colleague's TMX or another save differs.",
        revision.compare,
        REVISE,
        ("compare",),
    ),
    Command(
        ("query",),
        "[中文:] TEXT [=> PROPOSAL]",
        "Asks the client about the row, or about that Chinese in it.",
        queries.query,
        REVISE,
        ("ask-query",),
    ),
    Command(
        ("queries",),
        "[NUMBER]",
        "Says the queries, or goes to the row of one.",
        queries.queries,
        REVISE,
        ("queries",),
    ),
    Command(
        ("answer",),
        "NUMBER TEXT",
        "Enters the client's answer to a query.",
        queries.answer,
        REVISE,
        ("queries",),
    ),
    Command(("close",), "NUMBER", "Closes a query, or opens it again.", queries.close, REVISE, ("queries",)),
    Command(
        ("reword",), "NUMBER TEXT [=> PROPOSAL]", "Words a query anew.", queries.reword, REVISE, ("queries",)
    ),
    Command(("dropquery",), "NUMBER", "Takes a query away.", queries.drop, REVISE, ("queries",)),
    Command(
        ("clientlist",),
        "docx or xlsx [FILE]",
        "Writes the open queries for the client.",
        queries.write_list,
        REVISE,
        ("queries",),
    ),
    Command(
        ("answers",),
        "FILE",
        "Reads the client's answers from the list that came back.",
        queries.read_answers,
        REVISE,
        ("queries",),
    ),
    Command(
        ("research",),
        "[NUMBER, or TERM = CANDIDATE @ ADDRESS]",
        "Says the research sheet or a line of it, or puts something down.",
        research.research,
        REVISE,
        ("research",),
    ),
    Command(
        ("decide",),
        "NUMBER DECISION",
        "Decides a line: taken, left, open, or in other words.",
        research.decide,
        REVISE,
        ("research",),
    ),
    Command(
        ("editfound",),
        "NUMBER NAME = VALUE",
        "Changes a line of the research sheet.",
        research.edit_found,
        REVISE,
        ("research",),
    ),
    Command(
        ("dropfound",),
        "NUMBER",
        "Takes a line of the research sheet out.",
        research.drop_found,
        REVISE,
        ("research",),
    ),
    Command(
        ("copyaddress",),
        "NUMBER",
        "Copies the address of a line.",
        research.copy_address,
        REVISE,
        ("research",),
    ),
)

PROJECT_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(
        ("progress",), "", "Says how many rows are in which state.", going.progress, PROJECT, ("project",)
    ),
    Command(
        ("project",),
        "[NUMBER]",
        "Says the documents with rows and words, and the settings, or goes to a document.",
        project.glance,
        PROJECT,
        ("project",),
    ),
    Command(
        ("save", "w"),
        "",
        "Writes project.tmx; every change is on disk without it.",
        project.save,
        PROJECT,
        ("save",),
    ),
    Command(
        ("mergesave",),
        "",
        "Takes what someone else changed in project.tmx.",
        project.merge_save,
        PROJECT,
        ("save",),
    ),
    Command(
        ("role",),
        "ROLE",
        "Says whose work is done: translator or reviewer.",
        project.role,
        PROJECT,
        ("role",),
    ),
    Command(
        ("export",), "FORM [FILE]", "Writes the translation as a file.", project.write, PROJECT, ("export",)
    ),
    Command(
        ("takeover",),
        "",
        "Asks the other window that has the project to hand it over.",
        handing_over.take_over,
        PROJECT,
        ("take-over",),
    ),
    Command(
        ("help", "h", "?"),
        "[WORD]",
        "Says the commands, or those in which a word occurs.",
        help_,
        PROJECT,
        ("help", "palette", "menu"),
    ),
    Command(("quit", "q"), "", "Ends; nothing is lost.", project.leave, PROJECT, ("quit",)),
)
