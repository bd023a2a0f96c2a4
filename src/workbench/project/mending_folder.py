"""project: the folder of an alignment that is mended: project.toml, both texts in source/, alignment.db."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.aligned_project import refuse_taken
from workbench.project.aligning import Aligned, Task
from workbench.project.atomic import write_atomically
from workbench.project.config import FILE_NAME as CONFIG_NAME
from workbench.project.creation import scratch_beside
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead
from workbench.project.mending_schema import FILE_NAME
from workbench.project.mending_sentences import Sentence, laid_out
from workbench.project.mending_store import MendingStore
from workbench.project.operations import now

if TYPE_CHECKING:
    from workbench.project.aligning_texts import TextFile

KIND = "alignment"
PROJECT_ID, MADE = "project_id", "made"
"""Settings: what a memory knows the alignment by, and when it was made (UTC, ISO 8601)."""


@dataclass(frozen=True, slots=True)
class AlignmentConfig:
    """What project.toml says of an alignment.

    Attributes:
        title: shown in the header; `name` is the folder's when it was made.
        unit: sentence, paragraph or line, what was paired.
        reflow: how the texts were read, auto or never.
        source: the Chinese file, relative to the folder; `target` the English one.
    """

    title: str
    name: str
    unit: str
    reflow: str
    source: str
    target: str


def is_alignment(folder: Path) -> bool:
    """Whether a folder is an alignment and no translation project; False where project.toml says nothing."""
    try:
        with (folder / CONFIG_NAME).open("rb") as file:
            return tomllib.load(file).get("kind") == KIND
    except (OSError, ValueError, RecursionError):
        return False  # whoever opens the folder as a project says what is wrong


def read_alignment_config(folder: Path) -> AlignmentConfig:
    """What project.toml says.

    Raises:
        WorkbenchError: it cannot be read, is of something else, or names a file outside the folder.
    """
    path = folder / CONFIG_NAME
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise WorkbenchError(f"{path} cannot be read ({error}); mend it.") from error
    if data.get("kind") != KIND:
        raise WorkbenchError(f"{folder} is no alignment; make one with `workbench align ZH EN --to {KIND}`.")
    values = {field.name: data.get(field.name, "") for field in fields(AlignmentConfig)}
    wrong = next((name for name, value in values.items() if not isinstance(value, str) or not value), "")
    if wrong:
        raise WorkbenchError(f'{path}: {wrong} must be text in quotes, such as {wrong} = "…".')
    from workbench.project.config import inside

    for name in ("source", "target"):
        inside(folder, values[name])
    return AlignmentConfig(**values)


def make_alignment(task: Task, aligned: Aligned, folder: Path) -> None:
    """Make the folder of two texts that were aligned.

    Blocks that stand elsewhere in the English are put beside their Chinese: the list has one order.

    Args:
        task: how they were read.
        aligned: the texts, nothing left out (`Task.least` 0).
        folder: it must not exist, or be empty.

    Raises:
        WorkbenchError: the folder cannot be made; nothing is left behind.
        ValueError: beads were left out.
    """
    if aligned.below:
        raise ValueError("beads were left out, and a list that is mended has all of them")
    refuse_taken(folder)
    with scratch_beside(folder) as scratch:
        config = _config(task, aligned, folder)
        (scratch / "source").mkdir()
        (scratch / config.source).write_bytes(task.zh.data)
        (scratch / config.target).write_bytes(task.en.data)
        write_atomically(scratch / CONFIG_NAME, _toml(config))
        _fill(scratch / FILE_NAME, aligned)
        if folder.exists():
            folder.rmdir()
        scratch.chmod(0o755)
        scratch.rename(folder)


def _config(task: Task, aligned: Aligned, folder: Path) -> AlignmentConfig:
    source = f"source/{_file_name(task.zh, 'zh')}"
    target = f"source/{_file_name(task.en, 'en')}"
    if source == target:
        target = f"source/en-{_file_name(task.en, 'en')}"
    title = aligned.source.parts[0].text[:60]
    unit = "line" if task.lines else task.unit
    return AlignmentConfig(title, folder.name, unit, task.reflow, source, target)


def _file_name(file: TextFile, language: str) -> str:
    return file.path.name if file.path is not None else f"{language}.txt"


def _toml(config: AlignmentConfig) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("An alignment that is mended with `workbench open`."))
    document.add("kind", tomlkit.item(KIND))
    for field in fields(config):
        document.add(field.name, tomlkit.item(getattr(config, field.name)))
    return tomlkit.dumps(document)


def _fill(path: Path, aligned: Aligned) -> None:
    orders = (
        list(chain.from_iterable(pair.source for pair in aligned.pairs)),
        list(chain.from_iterable(pair.target for pair in aligned.pairs)),
    )
    sources, targets = laid_out(aligned.source, orders[0]), laid_out(aligned.target, orders[1])
    store = MendingStore(path, create=True)
    try:
        with store.transaction():
            store.fill(sources, targets, _beads(aligned, sources, targets))
            store.set_meta(PROJECT_ID, uuid.uuid4().hex)
            store.set_meta(MADE, now())
    finally:
        store.close()


def _beads(aligned: Aligned, sources: Sequence[Sentence], targets: Sequence[Sentence]) -> list[MendedBead]:
    beads: list[MendedBead] = []
    counts = [0, 0]
    ends = [0, 0]
    for pair in aligned.pairs:
        starts = tuple(ends)
        for side, numbers, sentences in ((SOURCE, pair.source, sources), (TARGET, pair.target, targets)):
            if numbers:
                counts[side] += len(numbers)
                ends[side] = sentences[counts[side] - 1].end
        mark = Mark.RIGHT if pair.pinned else Mark.FOUND
        sure = round(pair.confidence, 4)
        beads.append(MendedBead(starts[0], ends[0], starts[1], ends[1], sure, mark))
    return beads
