"""project: the glossaries of a project, their concepts, and the dictionary that knows them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.project.config import ProjectConfig, inside, read_config

if TYPE_CHECKING:
    from workbench.glossary.glossaries import Glossaries
    from workbench.lexicon.lexicon import Lexicon
    from workbench.model.terms import Concept
    from workbench.project.own_process import OwnProcess

_KEEP: Final = "workbench.project.dictionary:keep"


def project_glossaries(folder: Path, config: ProjectConfig) -> Glossaries:
    """The glossaries of a project: its own, those that project.toml names, the personal and the bundled one.

    Raises:
        WorkbenchError: project.toml names a file outside the folder, or the bundled glossary is missing.
    """
    from workbench.glossary.bundled import personal_path, policy_path, project_path
    from workbench.glossary.glossaries import Glossaries

    named = [inside(folder, name) for name in config.glossaries]
    return Glossaries([project_path(folder), *named, personal_path(), policy_path()])


def project_concepts(folder: Path, config: ProjectConfig) -> tuple[Concept, ...]:
    """The terms that count in a project, in their precedence, with the renderings it has settled on.

    Raises:
        WorkbenchError: a glossary file is wrong or not there; says where.
    """
    from workbench.glossary.fixing import with_fixed

    glossaries = project_glossaries(folder, config)
    named_are_there(folder, config)
    return with_fixed(glossaries.concepts(), config.terms)


def named_are_there(folder: Path, config: ProjectConfig) -> None:
    """Raise WorkbenchError where a glossary that project.toml names is not there."""
    from workbench.glossary.rows import read_text

    for name in config.glossaries:
        if not (path := inside(folder, name)).is_file():
            read_text(path)


def project_lexicon(folder: Path, config: ProjectConfig, apart: OwnProcess | None = None) -> Lexicon:
    """The dictionary with the terms of a project, as it is kept in the user's cache; made where it is not.

    Args:
        folder: of the project.
        config: of the project.
        apart: makes it, so that this process stays small; None: it is made here.

    Raises:
        WorkbenchError: a glossary file is wrong, or the dictionary is not installed.
    """
    from workbench.lexicon.kept import keep_lexicon, kept_lexicon, stamp_of

    concepts = project_concepts(folder, config)
    stamp = stamp_of(_terms(concepts))
    kept = kept_lexicon(stamp)
    if kept is None and apart is not None and apart.run(_KEEP, str(folder)):
        kept = kept_lexicon(stamp)
    if kept is None:
        made = lexicon_with(concepts)
        with contextlib.suppress(OSError):
            keep_lexicon(made, stamp)
            kept = kept_lexicon(stamp)
        return kept or made
    return kept


def keep(folder: str) -> None:
    """Make the dictionary with the terms of the project in a folder, and keep it; in a process of its own.

    Raises:
        WorkbenchError: the folder is no project, a glossary file is wrong, or there is no dictionary.
        OSError: it cannot be kept.
    """
    from workbench.lexicon.kept import keep_lexicon, stamp_of
    from workbench.project.own_process import be_nice

    be_nice()
    concepts = project_concepts(Path(folder), read_config(Path(folder)))
    keep_lexicon(lexicon_with(concepts), stamp_of(_terms(concepts)))


def lexicon_with(concepts: Sequence[Concept]) -> Lexicon:
    """The dictionary with these terms, those that take precedence first.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    from workbench.lexicon.index import load_lexicon

    return load_lexicon().with_terms(_terms(concepts))


def _terms(concepts: Sequence[Concept]) -> Iterator[tuple[str, list[str]]]:
    """Chinese and renderings, one concept after the other."""
    for concept in reversed(concepts):  # of two entries of a word the later one counts more
        english = [rendering.en for rendering in concept.usable]
        for zh in (concept.zh, *concept.zh_variants):
            yield zh, english
