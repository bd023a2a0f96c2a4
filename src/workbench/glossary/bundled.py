"""glossary: where the bundled, the personal and a project's glossary stand, and several read as one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept

FILE_NAME = "glossary.tsv"
"""The file name of a personal and of a project's glossary."""


def policy_path() -> Path:
    """The bundled glossary of policy prose: package data of a wheel, `glossary/policy.tsv` of a checkout.

    Raises:
        WorkbenchError: the installation holds neither.
    """
    package = Path(__file__).resolve().parent.parent
    places = (package / "data" / "glossary" / "policy.tsv", package.parent.parent / "glossary" / "policy.tsv")
    for place in places:
        if place.is_file():
            return place
    raise WorkbenchError(f"{places[0]}: the bundled glossary is missing; install workbench again.")


def personal_path() -> Path:
    """The glossary of the person at the keyboard, which need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("workbench", appauthor=False) / FILE_NAME


def project_path(folder: Path) -> Path:
    """The glossary of a project's folder, which need not exist yet."""
    return folder / FILE_NAME


def read_all(paths: Iterable[Path]) -> tuple[Concept, ...]:
    """The concepts of several glossaries, in the order given, which is their precedence.

    Raises:
        WorkbenchError: one of them cannot be read.
    """
    return tuple(concept for path in paths for concept in read_glossary(path).concepts)
