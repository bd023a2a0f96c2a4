"""project: the projects opened lately, so that a name is enough to open one again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.project.config import FILE_NAME
from workbench.project.operations import now

KEPT = 50


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project opened before; `there` is False where its folder has gone."""

    name: str
    path: Path
    opened_at: str

    @property
    def there(self) -> bool:
        """Whether the folder is still a project."""
        return (self.path / FILE_NAME).is_file()


def recent() -> list[RecentProject]:
    """The projects opened lately, the last one first. A damaged list counts as empty."""
    try:
        plain = json.loads(_path().read_text("utf-8"))
        return [RecentProject(str(p["name"]), Path(p["path"]), str(p["opened_at"])) for p in plain]
    except FileNotFoundError:
        return []
    except (ValueError, TypeError, KeyError, OSError):
        return []


def remember(folder: Path, name: str) -> None:
    """Put a project at the head of the list. Where the list cannot be written, opening goes on."""
    here = folder.resolve()
    others = [p for p in recent() if p.path != here]
    entries = [RecentProject(name, here, now()), *others][:KEPT]
    plain = [{"name": p.name, "path": str(p.path), "opened_at": p.opened_at} for p in entries]
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(plain, indent=1))
    except (OSError, WorkbenchError):
        return


def resolve(name_or_path: str) -> Path:
    """The folder of a project: a path, or the name of one opened before.

    Raises:
        WorkbenchError: there is neither.
    """
    path = Path(name_or_path)
    if (path / FILE_NAME).is_file():
        return path
    named = [p for p in recent() if p.name == name_or_path and p.there]
    if named:
        return named[0].path
    if path.exists():
        raise WorkbenchError(f"{path} is not a project: it has no {FILE_NAME}; make it with `workbench new`.")
    raise WorkbenchError(
        f"There is no project “{name_or_path}”, neither as a folder nor among those opened before;"
        " `workbench` alone lists them."
    )


def _path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "recent.json"
