"""project: files that a person may want to compare with: what lies about, newest first, and our own saves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.project.comparing_with_base import save_said
from workbench.project.config import FILE_NAME, TMX_NAME

_MOST, _SAVES = 5, 2
_HEADER = 1 << 16  # bytes in which the header ends, with its list of documents


@dataclass(frozen=True, slots=True)
class ComparableFile:
    """A file and, for a save of our own, when it was made (UTC ISO 8601); else `saved` is empty."""

    path: Path
    name: str
    saved: str = ""


def comparable_files(folder: Path, here: Path, project: str) -> list[ComparableFile]:
    """TMX files beside a project and in it, copies of it beside it, and its last saves.

    Args:
        folder: of the project; `project` is its id, by which a copy is known.
        here: the folder the program was started in.
    """
    folder = folder.resolve()
    places = dict.fromkeys((folder, folder.parent, here.resolve()))
    loose = [path for place in places for path in place.glob("*.tmx") if path.name != TMX_NAME]
    beside = [
        each / TMX_NAME
        for each in folder.parent.iterdir()
        if each != folder and (each / FILE_NAME).is_file() and _is_copy(each / TMX_NAME, project)
    ]
    found = [ComparableFile(path, _name(path)) for path in _newest([*loose, *beside])[:_MOST]]
    saves = sorted((folder / "backups").glob("project-*.tmx"), reverse=True)[:_SAVES]
    return [*found, *(ComparableFile(path, "our own save", save_said(path)) for path in saves)]


def _newest(paths: Iterable[Path]) -> list[Path]:
    """Without those that are there twice, the one changed last first."""
    dated = {path: path.stat().st_mtime for path in dict.fromkeys(paths) if path.is_file()}
    return sorted(dated, key=lambda path: dated[path], reverse=True)


def _is_copy(path: Path, project: str) -> bool:
    """Whether a project.tmx was saved from the project of this id, which its header says."""
    try:
        with path.open("rb") as file:
            return bool(project) and project.encode() in file.read(_HEADER)
    except OSError:  # not there, or not ours to read
        return False


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
