"""tui: the commands on queries and research, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, later

_QUERIES = "workbench.tui.commands.queries"
_RESEARCH = "workbench.tui.commands.research"

QUERY_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "ask-query",
        "Ask the client",
        "Puts a query on the row, or on the Chinese that is selected, with our proposal; selected English is "
        "the proposal. The row may be confirmed all the same: ? stands beside it while a query is open.",
        Group.REVISE,
        later(_QUERIES, "ask_query"),
        menu="9q",
    ),
    Command(
        "queries",
        "Queries",
        "The queries of the project, open ones first: go to the row, change, answer, close and reopen, "
        "write the list for the client as Word or Excel, read the answers that came back.",
        Group.REVISE,
        later(_QUERIES, "list_queries"),
        menu="9l",
    ),
    Command(
        "research",
        "Research sheet",
        "What was looked up for the project: term, candidate, address, decision. Selected Chinese is put "
        "down at once; in the list, go to the row, change, decide, copy the address. Kept in research.tsv.",
        Group.REVISE,
        later(_RESEARCH, "research"),
        menu="9t",
    ),
)
