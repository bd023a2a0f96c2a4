"""project: a translation goes out: TMX, text, Markdown, a table, a page with both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import workbench
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment, State
from workbench.model.units import TranslationUnit
from workbench.project.atomic import write_atomically
from workbench.project.opened import OpenedProject
from workbench.project.stopping import Progress, unheard
from workbench.project.units import unit_of, units_of_pairs

Form = Literal["tmx", "txt", "md", "html", "tsv"]
Level = Literal["row", "sentence"]
OWN = ("project.toml", "project.tmx", "project.lock", "glossary.tsv", "research.tsv")
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Exported:
    """A translation in a form.

    Attributes:
        text: the file's content.
        said: what is not in it although its row is, in a sentence; else empty.
    """

    text: str
    form: Form
    level: Level = "row"
    said: str = ""


def exported(project: OpenedProject, form: Form, level: Level = "row") -> Exported:
    """The translation in a form. Only translated rows; the same project gives the same text.

    Args:
        level: whether a unit of TMX is a row or a sentence pair.

    Raises:
        WorkbenchError: sentence pairs are asked for in another form than TMX.
    """
    if level == "sentence":
        if form != "tmx":
            raise WorkbenchError(f"Sentence pairs are written as tmx and not as {form}; leave --level out.")
        return _sentence_tmx(project)
    return Exported("".join(_parts(project, form)), form)


def _parts(project: OpenedProject, form: Form) -> Iterable[str]:
    """The file in parts; of a long project a few rows are held at a time, where the form lets that be."""
    from workbench.documents import writing

    segments = project.store.every_segment()
    match form:
        case "tmx":
            return _tmx(project, segments)
        case "txt":
            return [writing.as_txt(segments)]
        case "md":
            return [writing.as_markdown(segments, project.config.title)]
        case "html":
            return writing.html_parts(segments, project.config.title)
        case "tsv":
            names = {document.id: document.name for document in project.store.documents()}
            return writing.tsv_parts(segments, documents=names)


def export(project: OpenedProject, form: Form, output: Path | None = None) -> Path:
    """Write the translation, a row a unit, to a file, atomically; see `exported` and `write_exported`."""
    path = _place(project, output, form)
    write_atomically(path, _parts(project, form))
    return path


def export_aside(project: OpenedProject, form: Form, progress: Progress = unheard) -> tuple[Path, str]:
    """Write the translation as it is at this moment, in any thread: where, and what it is not yet.

    Raises:
        WorkbenchError: the place cannot be written.
        StopError: `progress` did; nothing is written.
    """
    from workbench.project.prepared import beside

    with beside(project, progress) as there:
        return export(there, form), left_out(there)


def write_exported(project: OpenedProject, made: Exported, output: Path | None = None) -> Path:
    """Write what was made to a file, atomically.

    Args:
        output: where; the project's name with the form as its ending, in its folder, where not given.

    Raises:
        WorkbenchError: the place cannot be written, or it is the project's own project.tmx.
    """
    path = _place(project, output, f"sentences.{made.form}" if made.level == "sentence" else made.form)
    write_atomically(path, made.text)
    return path


def _place(project: OpenedProject, output: Path | None, ending: str) -> Path:
    name = re.sub(r"[/\\\0:]", "-", project.config.name).strip(". ") or "translation"
    path = output or project.folder / f"{name}.{ending}"
    if own_file(project, path):
        raise WorkbenchError(f"{path} is a file of the project itself; choose another name with -o.")
    return path


def own_file(project: OpenedProject, path: Path) -> bool:
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


def _tmx(project: OpenedProject, segments: Iterable[Segment]) -> Iterator[str]:
    rows = (segment for segment in segments if segment.target.text.strip())
    units = (unit_of(row, whole=False, languages=project.languages) for row in rows)
    return _written(project, units, project.config.unit)


def _sentence_tmx(project: OpenedProject) -> Exported:
    from workbench.project.dictionary import project_lexicon
    from workbench.project.pairs import document_pairs

    rows = _translated(project.every_segment())
    found = document_pairs(rows, lambda: project_lexicon(project.folder, project.config))
    units = (
        unit
        for row, paired in zip(rows, found, strict=True)
        for unit in units_of_pairs(row, paired.pairs, project.languages)
    )
    unpaired = sum(row.omitted for row in found), sum(row.added for row in found)
    return Exported("".join(_written(project, units, "sentence")), "tmx", "sentence", _unpaired(*unpaired))


def _translated(segments: Iterable[Segment]) -> list[Segment]:
    return [segment for segment in segments if segment.target.text.strip()]


def _written(project: OpenedProject, units: Iterable[TranslationUnit], segtype: str) -> Iterator[str]:
    from workbench.exchange.tmx import TmxHeader, write_tmx

    return write_tmx(units, TmxHeader(workbench.__version__, segtype, project.languages[0]))


def _unpaired(omitted: int, added: int) -> str:
    """Sentences without a partner, which no unit can hold, in words."""
    said = [f"{_sentences(omitted, 'Chinese')} without English"] if omitted else []
    said += [f"{_sentences(added, 'English')} without Chinese"] if added else []
    return f"Left out: {' and '.join(said)}." if said else ""


def _sentences(count: int, language: str) -> str:
    return f"{count} {language} sentence{'' if count == 1 else 's'}"
