"""cli: `workbench align`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from workbench.cli.inputs import project_name, read_bytes
from workbench.cli.waiting import waiting
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.project.aligned_forms import AlignedForm
    from workbench.project.aligning import Aligned, Task
    from workbench.project.aligning_texts import TextFile
    from workbench.project.creation import Unit

Form = Literal["tmx", "tsv", "beads", "project", "alignment"]
_FOLDERS = ("project", "alignment")
_WHERE = click.Path(path_type=Path)


@click.command()
@click.argument("zh")
@click.argument("en")
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "sentence"]),
    default=None,
    help="What is paired; of a project, what a row is. Default: sentence, paragraph for a project.",
)
@click.option("--presegmented", is_flag=True, help="The files have a sentence, or a paragraph, on each line.")
@click.option(
    "--reflow",
    type=click.Choice(["auto", "never"]),
    default="auto",
    show_default=True,
    help="Whether hard line breaks are joined into paragraphs.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(["tmx", "tsv", "beads", "project", "alignment"]),
    default=None,
    help="The form of the result. Default: tmx where -o ends in .tmx, else tsv.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="-",
    help="Where to; what is there is replaced, but never a file that is read. Default: standard output.",
)
@click.option("--name", default="", help="Of a folder: its name; that of ZH by default.")
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="FILE",
    type=_WHERE,
    help="Take the terms of this glossary in place of the personal and the bundled one; may be given several"
    " times.",
)
@click.option(
    "--memory",
    "memories",
    multiple=True,
    metavar="FILE.tmx",
    type=_WHERE,
    help="Learn from these earlier translations; may be given several times.",
)
@click.option("--pins", metavar="FILE", default="", help="Beads that are right, as --to beads writes them.")
@click.option(
    "--min",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="C",
    help="Leave out pairs with less confidence, 0 to 1.",
)
def command(
    zh: str, en: str, unit: Unit | None, form: Form | None, output: str, name: str, **options: Any
) -> None:
    """Pair the sentences of the Chinese text ZH with those of its English translation EN.

    A pair may hold several sentences of each side, or none of one side where something was left out or added.
    Its confidence says how likely it is exactly right.

    As tsv: a table (source, target, confidence, source_lines, target_lines). As tmx: a memory; sentences
    without a partner are left out. As beads: a line a pair (indexes from 0, confidence). As project: the
    folder ./NAME with the Chinese in rows and the English as drafts. As alignment: the folder ./NAME with the
    pairs, to be mended with `workbench open NAME`. Standard error says how it went.
    """
    form = form or ("tmx" if output.lower().endswith(".tmx") else "tsv")
    _refuse_options(form, output, name, (zh, en, options["pins"]), options["least"])
    _refuse_output(output, [zh, en, options["pins"], *options["glossaries"], *options["memories"]])
    if form == "alignment":
        _make_alignment(_task(zh, en, unit or "sentence", **options), Path(project_name(name, zh)))
    elif form == "project":
        folder = Path(project_name(name, zh))
        _make_project(_task(zh, en, "sentence", **options), folder, unit or "paragraph")
    else:
        _write(_task(zh, en, unit or "sentence", **options), form, output)


def _refuse_options(form: Form, output: str, name: str, files: Sequence[str], least: float) -> None:
    if files.count("-") > 1:
        raise click.UsageError("Only one file can come from standard input.")
    if name and form not in _FOLDERS:
        raise click.UsageError("--name is that of a folder; write --to project or --to alignment with it.")
    if output != "-" and form in _FOLDERS:
        raise click.UsageError(f"--to {form} makes a folder here; name it with --name and leave -o out.")
    if least and form == "alignment":
        raise click.UsageError("--min leaves pairs out, and an alignment that is mended has all of them.")


def _refuse_output(output: str, read: Sequence[str | Path]) -> None:
    """Raise WorkbenchError where the result has no place, or would take that of a file that is read.

    The personal glossary is one, also where --glossary leaves it out: nobody wants it gone.
    """
    if output == "-":
        return
    path = Path(output)
    if path.is_dir():
        raise WorkbenchError(f"{output} is a folder; name a file in it with -o.")
    if path.exists() and not path.is_file():
        raise WorkbenchError(f"{output} is no file; leave -o out for standard output.")
    if not path.parent.is_dir():
        raise WorkbenchError(f"{output} cannot be written: {path.parent} is no folder; make it first.")
    from workbench.glossary.bundled import personal_path

    files = [personal_path(), *(Path(file) for file in read if str(file) not in ("", "-"))]
    if any(_same(path, file) for file in files):
        raise WorkbenchError(f"{output} is one of the files that are read; choose another name with -o.")


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))


def _task(zh: str, en: str, unit: Unit, *, presegmented: bool, pins: str, **options: Any) -> Task:
    from workbench.project.aligning import Task

    given = _file(pins) if pins else None
    return Task(_file(zh), _file(en), unit, lines=presegmented, pins=given, **options)


def _file(name: str) -> TextFile:
    from workbench.project.aligning_texts import TextFile

    data, shown = read_bytes(name)
    return TextFile(shown, data, None if name == "-" else Path(name))


def _aligned(task: Task) -> Aligned:
    from workbench.project.aligning import align_texts

    with waiting() as say:
        return align_texts(task, say)


def _write(task: Task, form: AlignedForm, output: str) -> None:
    from workbench.project.aligned_forms import left_out, written
    from workbench.project.atomic import write_atomically

    aligned = _aligned(task)
    text = written(aligned, form)
    if output == "-":
        click.echo(text, nl=False)
    else:
        there = Path(output).exists()
        write_atomically(Path(output), text)
        click.echo(output)
        if there:
            click.echo(f"{output} was there already and has been replaced.", err=True)
    _say(aligned, left_out(aligned, form))


def _make_project(task: Task, folder: Path, unit: Unit) -> None:
    from workbench.project.aligned_project import aligned_project, refuse_taken
    from workbench.project.aligned_summary import unrelated
    from workbench.project.recent import remember

    refuse_taken(folder)
    aligned = _aligned(task)
    if doubt := unrelated(aligned):
        raise WorkbenchError(f"{doubt} No project was made.")
    rows, drafts = aligned_project(task, aligned, folder, unit)
    remember(folder, folder.name)
    counted = f"{rows} row{'' if rows == 1 else 's'}"
    click.echo(f"{folder}: {counted} from {task.zh.name}, {drafts} with English from {task.en.name}")
    _say(aligned)


def _make_alignment(task: Task, folder: Path) -> None:
    from workbench.project.aligned_project import refuse_taken
    from workbench.project.mending_folder import make_alignment
    from workbench.project.recent import remember

    refuse_taken(folder)
    aligned = _aligned(task)
    make_alignment(task, aligned, folder)
    remember(folder, folder.name)
    click.echo(f"{folder}: open it with `workbench open {folder}`")
    _say(aligned)


def _say(aligned: Aligned, left_out: str = "") -> None:
    from workbench.project.aligned_summary import summary, unrelated

    for line in filter(None, (unrelated(aligned), *summary(aligned), left_out)):
        click.echo(line, err=True)
