"""project: a translation goes out: TMX, text, Markdown, a table, a page with both sides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, get_args

import workbench
from workbench.model.faults import WorkbenchError
from workbench.model.segments import State
from workbench.project.atomic import write_atomically
from workbench.project.opened import OpenedProject
from workbench.project.units import unit_of

Form = Literal["tmx", "txt", "md", "html", "tsv"]
OWN = ("project.toml", "project.tmx", "project.lock", "glossary.tsv")
FORMS: tuple[Form, ...] = get_args(Form)


def exported(project: OpenedProject, form: Form) -> str:
    """The translation in a form, as text. Only translated rows; the same project gives the same text."""
    from workbench.documents import writing

    segments = project.every_segment()
    match form:
        case "tmx":
            return _tmx(project)
        case "txt":
            return writing.as_txt(segments)
        case "md":
            return writing.as_markdown(segments, project.config.title)
        case "html":
            return writing.as_html(segments, project.config.title)
        case "tsv":
            names = {document.id: document.name for document in project.store.documents()}
            return writing.as_tsv(segments, documents=names)


def export(project: OpenedProject, form: Form, output: Path | None = None) -> Path:
    """Write the translation to a file, atomically.

    Args:
        output: where; the project's name with the form as its ending, in its folder, where not given.

    Raises:
        WorkbenchError: the place cannot be written, or it is the project's own project.tmx.
    """
    name = re.sub(r"[/\\\0:]", "-", project.config.name).strip(". ") or "translation"
    path = output or project.folder / f"{name}.{form}"
    if _own(project, path):
        raise WorkbenchError(f"{path} is a file of the project itself; choose another name with -o.")
    write_atomically(path, exported(project, form))
    return path


def _own(project: OpenedProject, path: Path) -> bool:
    """Whether a path is one of the project's own files, which an export must not replace."""
    folder, there = project.folder.resolve(), path.resolve()
    if not there.is_relative_to(folder):
        return False
    top = there.relative_to(folder).parts[:1]
    own = {(folder / name).resolve() for name in (*OWN, *project.config.glossaries)}
    return there in own or top in (("source",), ("backups",)) or there.name.startswith("project.db")


def left_out(project: OpenedProject) -> str:
    """What an export is not yet, in a sentence: rows without English, rows not confirmed; empty when done."""
    counts = project.counts()
    bare = counts.by_state.get(State.UNTRANSLATED, 0)
    open_rows = counts.total - counts.confirmed - bare
    said = [f"{bare} untranslated"] if bare else []
    said += [f"{open_rows} not confirmed"] if open_rows else []
    return f"Of {counts.total} rows {' and '.join(said)}." if said else ""


def _tmx(project: OpenedProject) -> str:
    from workbench.exchange.tmx import TmxHeader, write_tmx

    languages = project.languages
    rows = (s for s in project.every_segment() if s.target.text.strip())
    units = (unit_of(segment, whole=False, languages=languages) for segment in rows)
    header = TmxHeader(workbench.__version__, project.config.unit, languages[0])
    return "".join(write_tmx(units, header))
