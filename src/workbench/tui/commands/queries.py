"""tui: commands on queries: asking one, and the list with all that can be done there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from workbench.tui.screens.ask import Ask
from workbench.tui.screens.query_form import QueryForm, Question
from workbench.tui.screens.query_list import Act, QueryList, Wanted

if TYPE_CHECKING:
    from workbench.project.queries import Answers, RowQuery
    from workbench.project.query_files import Form, QueryFile
    from workbench.tui.screens.editor import EditorScreen

_READ_ONLY = "Read-only: another Workbench has this project; it keeps the queries."


def ask_query(desk: EditorScreen) -> None:
    """Ask about the row, or the selected Chinese; selected English is the proposal."""
    if desk.session.read_only:
        desk.say(_READ_ONLY, warn=True)
        return
    side, start, end = desk.pane.selection()
    segment = desk.segment
    span = (start, end) if side == "source" else (0, 0)
    proposal = desk.pane.selected_text() if side == "target" else ""

    def asked(question: Question | None) -> None:
        if question is not None:
            desk.apply(desk.session.ask_query(segment.id, question.text, span, question.proposal))

    start_with = Question("", " ".join(proposal.split()))
    title = f"Ask the client about row {desk.number}"
    desk.ask(QueryForm(title, segment.source.text, span, start_with), asked)


def list_queries(desk: EditorScreen, at: str = "") -> None:
    """Show the queries; `at` is the one that the cursor stands on at first."""
    queries = desk.session.queries()
    here = next((each.query.id for each in queries if each.row == desk.row and each.query.open), "")
    desk.ask(QueryList(queries, at or here), partial(_wanted, desk))


def _wanted(desk: EditorScreen, wanted: Wanted | None) -> None:
    if wanted is None:
        return
    if wanted.act is Act.READ:
        _ask_for_answers(desk)
    elif wanted.asked is not None:
        if wanted.act is not Act.GO and wanted.act is not Act.SEND and desk.session.read_only:
            desk.say(_READ_ONLY, warn=True)
        else:
            _act(desk, wanted.act, wanted.asked)


def _act(desk: EditorScreen, act: Act, asked: RowQuery) -> None:
    row, id = asked.row, asked.query.id
    match act:
        case Act.GO:
            _go(desk, asked)
        case Act.EDIT:
            _edit(desk, asked)
        case Act.ANSWER:
            _answer(desk, asked)
        case Act.CLOSE:
            change = desk.session.close_query if asked.query.open else desk.session.reopen_query
            desk.apply(change(row, id))
            list_queries(desk, id)
        case Act.DELETE:
            desk.apply(desk.session.delete_query(row, id))
            list_queries(desk)
        case Act.SEND:
            _choose_form(desk)
        case Act.READ:
            _ask_for_answers(desk)
        case _:
            assert_never(act)


def _go(desk: EditorScreen, asked: RowQuery) -> None:
    """To the row, with the Chinese that is asked about selected."""
    desk.jump(asked.row)
    if asked.query.spans:
        desk.pane.point_in_source(asked.query.start, asked.query.end)
        desk.refresh_hints()


def _edit(desk: EditorScreen, asked: RowQuery) -> None:
    query = asked.query

    def changed(question: Question | None) -> None:
        if question is not None:
            desk.apply(desk.session.reword_query(asked.row, query.id, question.text, question.proposal))
        list_queries(desk, query.id)

    span = (query.start, query.end)
    title = f"Query on row {asked.number}"
    desk.ask(QueryForm(title, asked.source, span, Question(query.text, query.proposal)), changed)


def _answer(desk: EditorScreen, asked: RowQuery) -> None:
    from workbench.tui.screens.write import Write

    def written(answer: str | None) -> None:
        if answer is not None:
            desk.apply(desk.session.answer_query(asked.row, asked.query.id, answer))
        list_queries(desk, asked.query.id)

    about = f"{asked.query.text}\n{asked.asked}"
    desk.ask(Write(f"The client's answer, row {asked.number}", asked.query.answer, about=about), written)


# ---- the list for the client


def _choose_form(desk: EditorScreen) -> None:
    from workbench.tui.screens.choose import Choose, Option

    queries = desk.session.queries(open_only=True)
    if not queries:
        desk.say("Every query is closed: there is nothing to ask the client.", warn=True)
        return
    forms: list[Option[Form]] = [Option("docx", "docx", "Word"), Option("xlsx", "xlsx", "Excel")]
    title = f"The list of {len(queries)} open {'query' if len(queries) == 1 else 'queries'} as"
    desk.ask(Choose(title, forms), partial(_ask_where, desk, queries))


def _ask_where(desk: EditorScreen, queries: list[RowQuery], form: Form | None) -> None:
    from workbench.project.query_files import query_file

    if form is None:
        return
    usual = str(query_file(desk.session, queries, form).path)

    def named(path: str | None) -> None:
        if path and path.strip():
            made = query_file(desk.session, queries, form, Path(path.strip()).expanduser())
            desk.run_worker(partial(_write, desk, made), thread=True, group="queries")

    desk.ask(Ask("Write the list for the client to", "a file", usual), named)


def _write(desk: EditorScreen, made: QueryFile) -> None:
    """In a worker's thread."""
    from workbench.model.faults import WorkbenchError

    try:
        made.write()
    except WorkbenchError as error:
        desk.call_later(desk.say, str(error), warn=True)
    else:
        desk.call_later(desk.say, f"Written: {made.path}")


# ---- the answers


def _ask_for_answers(desk: EditorScreen) -> None:
    if desk.session.read_only:
        desk.say(_READ_ONLY, warn=True)
        return

    def named(path: str | None) -> None:
        if path and path.strip():
            file = Path(path.strip()).expanduser()
            desk.run_worker(partial(_read, desk, file), thread=True, group="queries")

    desk.ask(Ask("Read the client's answers from", "a .docx or .xlsx that came back"), named)


def _read(desk: EditorScreen, path: Path) -> None:
    """In a worker's thread."""
    from workbench.model.faults import WorkbenchError
    from workbench.project.query_files import read_answers

    try:
        given = read_answers(path)
    except WorkbenchError as error:
        desk.call_later(desk.say, str(error), warn=True)
    else:
        desk.call_later(desk.attempt, partial(_enter, desk, given))


def _enter(desk: EditorScreen, given: list[tuple[str, str]]) -> None:
    found = desk.session.match_answers(given)
    outcome = desk.session.enter_answers(found)
    if not outcome.done:
        desk.apply(outcome)
        return
    desk.apply(outcome)
    desk.say(" ".join((outcome.message, *_said(found))), warn=bool(found.unknown or found.twice))


def _said(found: Answers) -> list[str]:
    """What is to be known besides: what was left empty, belongs to no query, or came twice."""
    said = [f"{len(found.empty)} left empty."] if found.empty else []
    said += [f"No query is {id}: “{answer}”." for id, answer in found.unknown]
    said += [f"{id} was answered twice: the first counts." for id in found.twice]
    return said
