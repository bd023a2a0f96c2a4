"""cli: `workbench queries`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.inputs import reading, writing
from workbench.cli.reports import print_line, report_format
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.project.queries import Answers, RowQuery
    from workbench.project.query_files import Form


@click.command()
@click.argument("project")
@click.option("--to", "to", type=click.Choice(["docx", "xlsx"]), help="Write the list for the client.")
@click.option("-o", "--output", metavar="FILE", default="", help="Where --to writes. Default: in PROJECT.")
@click.option("--open/--all", "only_open", default=True, help="Open queries (default), or closed ones too.")
@click.option("--answers", metavar="FILE", default="", help="Read the answers of a list that came back.")
@report_format("text", "jsonl")
@click.pass_context
def command(
    ctx: click.Context, project: str, to: Form | None, output: str, only_open: bool, answers: str, form: str
) -> None:
    """List the questions to the client of PROJECT, write them to be answered, or read the answers.

    With --to: a Word or Excel list with row, Chinese (the place marked), question, our proposal and an empty
    column for the answer. With --answers: enters what the client wrote there; no query is closed by it, and
    the exit code is 1 where an answer matches no query. As jsonl: one object a query.
    """
    if answers and (to or output):
        raise WorkbenchError("--answers reads a list and --to writes one; give one of them.")
    if output and not to:
        raise WorkbenchError("-o needs --to docx or --to xlsx.")
    if answers:
        ctx.exit(_enter(project, Path(answers)))
    with reading(project) as opened:
        from workbench.project.queries import project_queries

        queries = project_queries(opened.store.connection, open_only=only_open)
        if to:
            from workbench.project.query_files import query_file

            made = query_file(opened, queries, to, Path(output) if output else None)
            made.write()
            click.echo(made.path)
            click.echo(f"{_count(len(queries), 'query', 'queries')} written.", err=True)
            return
        for each in queries:
            if form == "jsonl":
                print_line(as_plain(each))
            else:
                _print_text(each)


def as_plain(each: RowQuery) -> dict[str, Any]:
    """A query as the object that programs read; documented in docs/formats.md."""
    query = each.query
    return {
        "id": query.id,
        "row": each.row,
        "number": each.number,
        "source": each.source,
        "span": [query.start, query.end] if query.spans else None,
        "question": query.text,
        "proposal": query.proposal,
        "answer": query.answer,
        "open": query.open,
        "who": query.who,
        "at": query.at,
        "answered_at": query.answered_at,
    }


def _print_text(each: RowQuery) -> None:
    query = each.query
    click.echo(f"{each.number}  {query.id}  {'open' if query.open else 'closed'}")
    labels = (("", each.asked), ("Question: ", query.text), ("Proposal: ", query.proposal))
    for label, text in (*labels, ("Answer: ", query.answer)):
        if text:
            click.echo(f"    {label}" + text.replace("\n", "\n    "))


def _enter(project: str, path: Path) -> int:
    """Enter the answers of a list; the exit code."""
    from workbench.project.query_files import read_answers

    given = read_answers(path)
    with writing(project, "enter the answers") as session:
        found = session.match_answers(given)
        if found.new or found.changed:
            session.enter_answers(found)
    for line in _lines(found):
        click.echo(line)
    for id, answer in found.unknown:
        click.echo(f"{path}: {id} is no query of {project}; its answer is “{answer}”.", err=True)
    for id in found.twice:
        click.echo(f"{path}: {id} is answered twice, differently; the first answer was taken.", err=True)
    return 1 if found.unknown or found.twice else 0


def _lines(found: Answers) -> Iterator[str]:
    yield f"{_count(len(found.new), 'new answer', 'new answers')}{_numbers([one for one, _ in found.new])}"
    if found.changed:
        yield f"{len(found.changed)} changed{_numbers([one for one, _ in found.changed])}"
    if found.same:
        yield f"{found.same} known already"
    if found.empty:
        yield f"{len(found.empty)} left empty{_numbers(found.empty)}"


def _numbers(queries: Sequence[RowQuery]) -> str:
    """The rows of queries, such as `: rows 3, 12`; nothing for none."""
    numbers = list(dict.fromkeys(str(each.number) for each in queries))
    return f": row{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}" if numbers else ""


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
