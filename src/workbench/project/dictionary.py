"""project: the terms of a project, and the dictionary that knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.config import ProjectConfig, inside

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.model.terms import Concept


def project_concepts(folder: Path, config: ProjectConfig) -> Iterator[Concept]:
    """The terms that count in a project: its own before the personal ones, and those before the bundled ones.

    Raises:
        WorkbenchError: a glossary file is wrong; says where.
    """
    from workbench.glossary.bundled import personal_path, policy_path, project_path, read_all
    from workbench.model.terms import Attestation, Concept, Rendering

    for zh, en in config.terms.items():
        fixed = Rendering(en, attestation=Attestation.ESTABLISHED, note="fixed in project.toml")
        yield Concept(id=f"project-{zh}", zh=zh, renderings=(fixed,), glossary="project.toml")
    named = [inside(folder, name) for name in config.glossaries]
    optional: list[Path] = [project_path(folder), personal_path()]
    present = [path for path in optional if path.is_file()]
    yield from read_all(dict.fromkeys([*named, *present, policy_path()]))


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
