"""memory: changes to units that are there: those of a project's rows, edited ones, and the room they took."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from workbench.memory.store import Store, fault
from workbench.memory.store_keys import keys_of
from workbench.memory.store_rows import cleaned
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.model.segments import OriginKind


def remembered_rows(
    store: Store, project: str, rows: Mapping[int, Sequence[MemoryUnit]], operation: int
) -> None:
    """Replace the units of a project's rows and note its newest operation (inside a transaction)."""
    number = store.number_of(project)
    there = store.units_of_rows(number, rows)
    for row, units in rows.items():
        keyed = [_keyed(unit, project, row, part) for part, unit in enumerate(units)]
        _replace_row(store, there[row], keyed)
    store.set_operation(number, operation)


def _keyed(unit: MemoryUnit, project: str, row: int, part: int) -> MemoryUnit:
    """The unit with its place in the project: its own part, or where it has no key this one."""
    part = unit.key.part if unit.key else part
    return cleaned(replace(unit, key=UnitKey(project, row, part)))


def _replace_row(store: Store, there: Sequence[MemoryUnit], units: Sequence[MemoryUnit]) -> None:
    """A unit whose part and source stay keeps its id; a locked one stays, whatever its row became."""
    old = {_place(unit): unit for unit in there}
    gone = {unit.id for unit in there if not unit.locked}
    for unit in units:
        same = old.get(_place(unit))
        if same is None:
            store.insert(unit, keys_of(unit.source.text))
        elif not same.locked:
            gone.discard(same.id)
            if replace(unit, id=same.id) != same:
                store.overwrite(same.id, unit)
    store.delete(sorted(gone))


def _place(unit: MemoryUnit) -> tuple[int, CodedText]:
    return unit.key.part if unit.key else 0, unit.source


def edited(unit: MemoryUnit, target: CodedText, who: str) -> MemoryUnit:
    """The unit with other English: a person wrote it, now, and no reviewer has seen it."""
    changed = replace(
        unit,
        target=target,
        state=UnitState.CONFIRMED if unit.state is UnitState.REVIEWED else unit.state,
        origin=OriginKind.TYPED,
        confidence=1.0,
        changed=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        changed_by=who,
    )
    return cleaned(changed)


def compacted(store: Store) -> None:
    """Give the room of deleted units back.

    Raises:
        WorkbenchError: the memory is read-only, or the file cannot be written.
    """
    with store.transaction():
        pass  # says that the memory is read-only, or that another process writes
    try:
        store.connection.execute("VACUUM")
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise WorkbenchError(fault(store.path, error)) from error
