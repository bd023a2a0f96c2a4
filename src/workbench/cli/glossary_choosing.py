"""cli: which glossaries a command of `workbench glossary` reads or writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from workbench.model.terms import Concept

WHERE = click.Path(path_type=Path)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which glossaries a command reads, passed on as `files` and `project`."""
    files = click.option(
        "--glossary",
        "files",
        multiple=True,
        metavar="FILE",
        type=WHERE,
        help="Read this glossary alone; may be given several times, the first takes precedence.",
    )
    project = click.option(
        "--project", metavar="PROJECT", default="", help="Put the terms of this project first."
    )
    return files(project(command))


def target_of(target: Path | None, project: str) -> Path:
    """The glossary that is written: the file named, a project's, else the personal one.

    Raises:
        UsageError: both are named.
    """
    from workbench.glossary.bundled import personal_path, project_path

    if target and project:
        raise click.UsageError("--to and --project name two glossaries; give one of them.")
    return target or (project_path(_folder(project)) if project else personal_path())


def chosen_concepts(files: Sequence[Path], project: str) -> tuple[Concept, ...]:
    """A project's, the personal and the bundled glossary, or the files named; in order of precedence."""
    from workbench.glossary.bundled import personal_path, policy_path, project_path, read_all

    if files:
        own = [project_path(_folder(project))] if project else []
        return read_all([*(path for path in own if path.exists()), *files])
    if project:
        from workbench.project.config import read_config
        from workbench.project.dictionary import named_are_there, project_glossaries

        folder = _folder(project)
        config = read_config(folder)
        named_are_there(folder, config)
        paths = project_glossaries(folder, config).paths
    else:
        paths = (personal_path(), policy_path())
    return read_all(path for path in paths if path.exists())


def _folder(name: str) -> Path:
    from workbench.project.recent import resolve

    return resolve(name)
