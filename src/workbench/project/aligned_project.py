"""project: aligned texts become a project: the Chinese in rows, the English in them as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project import saving
from workbench.project.aligned_rows import filled
from workbench.project.aligning import Aligned, Task
from workbench.project.config import read_config
from workbench.project.creation import create_project, scratch_beside
from workbench.project.operations import now
from workbench.project.row_change import RowChange, difference
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.store import Store

if TYPE_CHECKING:
    from workbench.project.creation import Unit


def refuse_taken(folder: Path) -> None:
    """Raise WorkbenchError where a project cannot be made because something is there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkbenchError(f"{folder} exists already and is not empty; choose another name with --name.")


def aligned_project(task: Task, aligned: Aligned, folder: Path, unit: Unit) -> tuple[int, int]:
    """Make a project of two texts that were aligned by sentences. project.tmx is written at once.

    Args:
        task: how they were read.
        aligned: the texts.
        folder: the folder to make; it must not exist, or be empty.
        unit: what a row is. Sentences that share a bead in one paragraph are one row.

    Returns:
        How many rows it has, and how many of them have English.

    Raises:
        WorkbenchError: the folder cannot be made; nothing is left behind.
    """
    refuse_taken(folder)
    with scratch_beside(folder) as scratch:
        source = scratch / _source_name(task, folder)
        source.write_bytes(task.zh.data)
        made = scratch / "made"
        create_project(
            [source],
            made,
            folder.name,
            unit=unit,
            reflow="never" if task.lines else task.reflow,
            furniture="keep" if task.lines else "drop",  # as the text was read that was aligned
        )
        rows = _fill(made, aligned, merging=unit == "sentence")
        if folder.exists():
            folder.rmdir()
        made.chmod(0o755)
        made.rename(folder)
    return len(rows), sum(bool(row.target.text) for row in rows)


def _source_name(task: Task, folder: Path) -> str:
    """What the Chinese text is called in the project."""
    from workbench.documents.reading import SUFFIXES

    path = task.zh.path or Path(f"{folder.name}.txt")
    return path.name if path.suffix.lower() in SUFFIXES else f"{path.stem}.txt"


def _fill(folder: Path, aligned: Aligned, *, merging: bool) -> Sequence[Segment]:
    config = read_config(folder)
    store = Store(folder / DB_NAME)
    try:
        before = list(store.every_segment())
        after = filled(before, aligned, merging=merging)
        with store.transaction():
            store.apply(_changes(before, after))
        saving.save(store, folder, (config.source_language, config.target_language), config.unit)
    finally:
        store.close()
    return after


def _changes(before: Sequence[Segment], after: Sequence[Segment]) -> list[RowChange]:
    """What leads from rows without English to those with it; rows that were merged away are gone."""
    made = now()
    stay = {row.id: row for row in after}
    changes = []
    for row in before:
        new = stay.get(row.id)
        if new is not None and new.target.text:
            new = replace(new, changed_at=made)
        if new != row:
            changes.append(difference(row, new))
    return changes
