"""project: the settings of a project in words, as project.toml has them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project.config import LEAST, ProjectConfig
from workbench.project.reviewing import Role

_ENOUGH = 6


def settings_said(config: ProjectConfig, role: Role) -> list[tuple[str, str]]:
    """Each setting as its name and what holds."""
    return [
        ("title", config.title),
        ("languages", f"{config.source_language} into {config.target_language}"),
        ("rows", f"a {config.unit} each; " + _furniture(config)),
        (
            "role",
            f"{role.value}: Enter {'sets a row reviewed' if role is Role.REVIEWER else 'confirms a row'}",
        ),
        *([("date", f"of the text: {config.date}")] if config.date else []),
        ("glossaries", _listed((*config.glossaries, "the bundled one, and your own"))),
        ("memories", _listed(tuple(_memories(config))) or "none"),
        *([("references", _listed(config.references))] if config.references else []),
        ("terms", _terms(config)),
        ("style", _listed(tuple(f"{name} = {value}" for name, value in config.style.items())) or "not set"),
        ("matching", _matching(config)),
    ]


def _furniture(config: ProjectConfig) -> str:
    dropped = config.furniture == "drop"
    return f"running heads and page numbers are {'left out' if dropped else 'kept'}"


def _memories(config: ProjectConfig) -> Iterator[str]:
    """Each memory with what is set for it; the first that may be written takes what is confirmed."""
    taken = False
    for name in config.memories:
        settings = config.memory_settings.get(name)
        said = []
        if settings is not None and settings.read_only:
            said.append("only read")
        elif not taken:
            taken = True
            said.append("takes what is confirmed")
        if settings is not None and settings.penalty:
            said.append(f"{settings.penalty} points off")
        yield f"{name} ({', '.join(said)})" if said else name


def _terms(config: ProjectConfig) -> str:
    fixed = tuple(f"{zh} {en}" for zh, en in config.terms.items())
    return f"settled for this project: {_listed(fixed)}" if fixed else "none settled for this project"


def _matching(config: ProjectConfig) -> str:
    points = tuple(f"{name} {value}" for name, value in config.matching.items() if name != LEAST)
    return f"from {config.least} %" + (f"; points off: {_listed(points)}" if points else "")


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _ENOUGH} more" if len(names) > _ENOUGH + 1 else ""
    return ", ".join(names[:_ENOUGH] if more else names) + more
