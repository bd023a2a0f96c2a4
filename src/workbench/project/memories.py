"""project: the memories of a project, opened in its order; the first that may be written takes its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.memory.places import PERSONAL, memory_path
from workbench.model.faults import WorkbenchError
from workbench.project.config import LEAST, MemorySettings, ProjectConfig, inside

if TYPE_CHECKING:
    from workbench.memory.memory import Memory
    from workbench.memory.penalties import PenaltyRules


@dataclass(frozen=True, slots=True)
class ProjectMemories:
    """Memories that are open.

    Attributes:
        memories: in their order.
        written: the one that takes what is confirmed; None where all are read-only.
        said: what could not be opened, in sentences for a person.
    """

    memories: tuple[Memory, ...]
    written: Memory | None = None
    said: tuple[str, ...] = ()

    def named(self, name: str) -> Memory | None:
        """The memory of this name, where it is open."""
        return next((memory for memory in self.memories if memory.name == name), None)

    def close(self) -> None:
        """Close them all."""
        for memory in self.memories:
            memory.close()


def place_of_memory(folder: Path, name: str) -> Path:
    """The file of a memory that project.toml names: a .tm file of the folder, or one of the user's own.

    Raises:
        WorkbenchError: it is no name, or leads out of the project folder.
    """
    return inside(folder, name) if name.endswith(".tm") else memory_path(name)


def penalty_rules(config: ProjectConfig, *, taken: bool = True) -> PenaltyRules:
    """The points of `[matching]`, or none. Raises WorkbenchError for a name that is no penalty."""
    from workbench.memory.penalties import PenaltyRules

    if not taken:
        return PenaltyRules(unreviewed=0, script=0, aligned=0, machine=0, codes=0, old=0)
    return PenaltyRules.from_table({name: n for name, n in config.matching.items() if name != LEAST})


def project_memories(
    folder: Path,
    config: ProjectConfig,
    *,
    names: Sequence[str] | None = None,
    read_only: bool = False,
    penalties: bool = True,
) -> ProjectMemories:
    """Open the memories of a project.

    One that is missing or damaged is said and left out, for the others serve as well; the personal one, and
    one in the folder, is made where it is missing and may be written.

    Args:
        names: these instead of the project's; every one of them must be there.
        read_only: nothing is written or made.
        penalties: whether points are taken off; without them matches are in the order of their similarity.

    Raises:
        WorkbenchError: `[matching]` is wrong; one of `names` cannot be opened.
    """
    rules = penalty_rules(config, taken=penalties)
    opened: list[Memory] = []
    said: list[str] = []
    written: Memory | None = None
    for name in config.memories if names is None else dict.fromkeys(names):
        settings = _settings(config.memory_settings, name, read_only)
        try:
            memory = _opened(folder, name, settings, rules)
            if memory is not None and penalties:
                memory.penalty = settings.penalty
        except WorkbenchError as error:
            if names is not None:
                _close(opened)
                raise
            said.append(str(error))
            continue
        if memory is not None:
            opened.append(memory)
            written = written or (None if settings.read_only else memory)
    return ProjectMemories(tuple(opened), written, tuple(said))


def _settings(known: Mapping[str, MemorySettings], name: str, read_only: bool) -> MemorySettings:
    settings = known.get(name, MemorySettings())
    return replace(settings, read_only=True) if read_only else settings


def _opened(folder: Path, name: str, settings: MemorySettings, rules: PenaltyRules) -> Memory | None:
    """The memory, or None for one of our own that is not there yet and would be empty."""
    path = place_of_memory(folder, name)
    own = name == PERSONAL or name.endswith(".tm")
    if own and settings.read_only and not path.is_file():
        return None
    from workbench.memory.memory import Memory

    create = own and not settings.read_only
    return Memory.open(path, create=create, read_only=settings.read_only, name=name, rules=rules)


def _close(opened: Sequence[Memory]) -> None:
    for memory in opened:
        memory.close()
