"""project: the glossaries of a project, their concepts, and the dictionary that knows them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.config import ProjectConfig, inside

if TYPE_CHECKING:
    from workbench.glossary.glossaries import Glossaries
    from workbench.lexicon.lexicon import Lexicon
    from workbench.model.terms import Concept


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


def project_lexicon(folder: Path, config: ProjectConfig) -> Lexicon:
    """The dictionary with the terms of a project.

    Raises:
        WorkbenchError: a glossary file is wrong, or the dictionary is not installed.
    """
    return lexicon_with(project_concepts(folder, config))


def lexicon_with(concepts: Iterable[Concept]) -> Lexicon:
    """The dictionary with these terms, those that take precedence first.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    from workbench.lexicon.index import load_lexicon

    terms = [
        (zh, [rendering.en for rendering in concept.usable])
        for concept in reversed(list(concepts))  # of two entries of a word the later one counts more
        for zh in (concept.zh, *concept.zh_variants)
    ]
    return load_lexicon().with_terms(terms)
