"""project: the bundled sample, which lies in the package as text and becomes a project of its own to try."""

from __future__ import annotations

import csv
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench.model.coded import parse_coded
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Lock, Origin, OriginKind, Segment, State
from workbench.project.creation import rebuild, scratch_beside
from workbench.project.place import Place, RowFilter, place_text
from workbench.project.records import anchors_of
from workbench.project.row_change import difference
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.store import Store

CUE = "cue.txt"
TRANSLATION = "translation.tsv"
PLACE = "place.toml"
TRANSLATOR = "sample"


def copy_sample(folder: Path) -> None:
    """Make a project of the bundled sample.

    Args:
        folder: the folder to make; it must not exist.

    Raises:
        WorkbenchError: the folder exists or cannot be made, or the installation lacks the sample.
    """
    if folder.exists():
        raise WorkbenchError(f"{folder} exists already; remove it or name another folder.")
    origin = sample_path()
    with scratch_beside(folder) as scratch:
        shutil.copytree(
            origin,
            scratch,
            ignore=shutil.ignore_patterns(TRANSLATION, PLACE, ".*"),
            dirs_exist_ok=True,
        )
        rebuild(scratch)
        _translate(scratch, origin)
        scratch.chmod(0o755)
        scratch.rename(folder)


def sample_path() -> Path:
    """The bundled sample: package data of a wheel, projects/sample of a checkout. Raises WorkbenchError."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "data" / "projects" / "sample", package.parent.parent / "projects" / "sample")
    for place in places:
        if (place / TRANSLATION).is_file():
            return place
    raise WorkbenchError(f"{places[0]}: the bundled sample is missing; install workbench again.")


def _translate(folder: Path, origin: Path) -> None:
    """Enter the English that lies beside the sample's source, and the place to open at."""
    store = Store(folder / DB_NAME)
    try:
        rows = list(store.every_segment())
        with store.transaction():
            place = tomllib.loads((origin / PLACE).read_text("utf-8"))
            for number, after in _translated(origin / TRANSLATION, rows):
                worked = place["worked_at"]
                dated = replace(after, created_at=worked, changed_at=worked, changed_by=TRANSLATOR)
                store.apply([difference(rows[number - 1], dated)])
            row = rows[int(place["row"]) - 1].id
            here = Place(row=row, caret=int(place["caret"]), scroll_row=row)
            store.set_meta("place", place_text(here, RowFilter()))
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close()


def _translated(path: Path, rows: list[Segment]) -> Iterator[tuple[int, Segment]]:
    with path.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            number = int(record["row"])
            segment = rows[number - 1]
            yield (
                number,
                replace(
                    segment,
                    target=parse_coded(record["target"]),
                    state=State(record["state"]),
                    lock=Lock(TRANSLATOR, record["lock"]) if record["lock"] else None,
                    origin=Origin(OriginKind.TYPED) if record["target"] else Origin(),
                    note=record["note"],
                    comment=record["comment"],
                    anchors=anchors_of(record["anchors"].replace(",", " ")),
                ),
            )
