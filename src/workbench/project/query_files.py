"""project: the list of queries is written for the client, and read when it comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.project.exporting import own_file
from workbench.project.opened import OpenedProject
from workbench.project.queries import RowQuery

if TYPE_CHECKING:
    from workbench.exchange.query_list import QueryLine

Form = Literal["docx", "xlsx"]
FORMS: tuple[Form, ...] = get_args(Form)
Answer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A list of queries that is ready to be written, in any thread.

    Attributes:
        path: where it goes.
        title: of the project. `lines` are the queries as the client sees them.
    """

    path: Path
    form: Form
    title: str
    lines: tuple[QueryLine, ...]

    def write(self) -> None:
        """Write it, atomically. Raises WorkbenchError where the place cannot be written."""
        if self.form == "docx":
            from workbench.exchange.query_docx import queries_docx

            write_atomically(self.path, queries_docx(self.lines, self.title))
            return
        from workbench.exchange.query_xlsx import queries_xlsx

        write_atomically(self.path, queries_xlsx(self.lines, self.title))


def query_file(
    project: OpenedProject, queries: Sequence[RowQuery], form: Form, output: Path | None = None
) -> QueryFile:
    """The list of queries that a client can fill in.

    Args:
        output: where; the project's name with `queries` behind it, in its folder, where not given.

    Raises:
        WorkbenchError: there is nothing to write, or the place is one of the project's own files or has
            another ending than the form.
    """
    if not queries:
        raise WorkbenchError(
            f"{project.folder} has no query to send; ask one in the editor with F9 9 q, or use --all."
        )
    name = re.sub(r"[/\\\0:]", "-", project.config.name).strip(". ") or "project"
    path = output or project.folder / f"{name}.queries.{form}"
    if path.suffix.lower() != f".{form}":
        raise WorkbenchError(f"{path} does not end in .{form}, so no program would open it; mend -o.")
    if own_file(project, path):
        raise WorkbenchError(f"{path} is a file of the project itself; choose another name with -o.")
    title = project.config.title or project.config.name
    return QueryFile(path, form, title, tuple(_lines(project, queries)))


def _lines(project: OpenedProject, queries: Sequence[RowQuery]) -> Iterator[QueryLine]:
    from workbench.exchange.query_list import QueryLine

    documents = {document.id: document.name for document in project.store.documents()}
    for each in queries:
        name = f"\n{documents.get(each.document, '')}" if len(documents) > 1 else ""
        span = each.query.start, each.query.end
        words = each.query.text, each.query.proposal, each.query.answer
        yield QueryLine(each.query.id, f"{each.number}{name}", each.source, span, *words)


def read_answers(path: Path) -> list[Answer]:
    """Ids of queries and the answers in a list that came back; an answer that is empty too.

    Raises:
        WorkbenchError: it is neither a Word document nor a workbook, is damaged, or holds no query.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise WorkbenchError(f"{path}: answers are read from .docx and .xlsx; save the list as one of them.")
    try:
        answers = _answers(path, form)
    except FileNotFoundError as error:
        raise WorkbenchError(f"{path} does not exist; check the path.") from error
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); check its permissions.") from error
    if not answers:
        raise WorkbenchError(
            f"{path} holds no query; read a list that `workbench queries` wrote, with its column ID."
        )
    return answers


def _answers(path: Path, form: str) -> list[Answer]:
    if form == "docx":
        from workbench.exchange.query_docx import answers_of_docx

        return answers_of_docx(path)
    from workbench.exchange.query_xlsx import answers_of_xlsx

    return answers_of_xlsx(path)
