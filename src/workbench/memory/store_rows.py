"""memory: a MemoryUnit as a row of the database and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.memory.store_keys import is_storable, storable
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.model.segments import OriginKind
from workbench.model.stored_codes import codes_of, codes_text

Cell = str | int | float | None
Row = tuple[Cell, ...]

COLUMNS = (
    "id, source, source_fold, mask_hash, number_hash, target, state, origin, confidence, locked, created,"
    " changed, changed_by, place, project, row, part, source_language, target_language, source_codes,"
    " target_codes, note, props"
)
READ = (
    "u.id, u.source, u.target, u.state, u.origin, u.confidence, u.locked, u.created, u.changed, u.changed_by,"
    " u.place, p.project, u.row, u.part, u.source_language, u.target_language, u.source_codes,"
    " u.target_codes, u.note, u.props, n.before, n.after"
)
JOINED = "units AS u LEFT JOIN projects AS p ON p.id = u.project LEFT JOIN neighbours AS n ON n.unit = u.id"

_STATES = {state: state.value for state in UnitState}
_ORIGINS = {origin: origin.value for origin in OriginKind}
"""Plain strings, which SQLite binds without asking what they are."""


def row_of(
    unit: MemoryUnit, unit_id: int, folded: str, mask_hash: int, number_hash: int, project: int | None
) -> Row:
    """The columns of `unit` in the order of COLUMNS. `project` is its number in this memory."""
    source, target, key = unit.source, unit.target, unit.key
    return (
        unit_id, source.text, None if folded == source.text else folded, mask_hash, number_hash, target.text,
        _STATES[unit.state], _ORIGINS[unit.origin], unit.confidence, unit.locked, unit.created, unit.changed,
        unit.changed_by, unit.place, project, key.row if key else None, key.part if key else None,
        unit.source_language, unit.target_language,
        codes_text(source.codes) if source.codes else "", codes_text(target.codes) if target.codes else "",
        unit.note, props_text(unit.props) if unit.props else "",
    )  # fmt: skip


def unit_of(row: Sequence[Cell]) -> MemoryUnit:
    """The unit of a row whose values are in the order of READ."""
    (
        unit_id, source, target, state, origin, confidence, locked, created, changed, changed_by, place,
        project, number, part, source_language, target_language, source_codes, target_codes, note, props,
        before, after,
    ) = row  # fmt: skip
    key = None if project is None else UnitKey(str(project), int(number or 0), int(part or 0))
    return MemoryUnit(
        id=int(unit_id or 0),
        source=CodedText(str(source), codes_of(str(source_codes))),
        target=CodedText(str(target), codes_of(str(target_codes))),
        source_language=str(source_language),
        target_language=str(target_language),
        state=UnitState(str(state)),
        origin=OriginKind(str(origin)),
        confidence=float(confidence or 0),
        key=key,
        place=str(place),
        before=None if before is None else str(before),
        after=None if after is None else str(after),
        created=str(created),
        changed=str(changed),
        changed_by=str(changed_by),
        note=str(note),
        locked=bool(locked),
        props=props_of(str(props)),
    )


def cleaned(unit: MemoryUnit) -> MemoryUnit:
    """`unit` with every text as a database can hold it; nearly always it is that already."""
    if is_storable("".join(_texts(unit))):
        return unit
    return replace(
        unit,
        source=_cleaned_text(unit.source),
        target=_cleaned_text(unit.target),
        source_language=storable(unit.source_language),
        target_language=storable(unit.target_language),
        key=unit.key and UnitKey(storable(unit.key.project), unit.key.row, unit.key.part),
        place=storable(unit.place),
        before=None if unit.before is None else storable(unit.before),
        after=None if unit.after is None else storable(unit.after),
        created=storable(unit.created),
        changed=storable(unit.changed),
        changed_by=storable(unit.changed_by),
        note=storable(unit.note),
        props=tuple((storable(name), storable(value)) for name, value in unit.props),
    )


def _texts(unit: MemoryUnit) -> Iterator[str]:
    """Every text of a unit."""
    yield from (unit.source.text, unit.target.text, unit.source_language, unit.target_language)
    yield from (unit.place, unit.created, unit.changed, unit.changed_by, unit.note)
    yield from (unit.before or "", unit.after or "", unit.key.project if unit.key else "")
    yield from (code.data for side in (unit.source, unit.target) for code in side.codes)
    yield from (text for pair in unit.props for text in pair)


def _cleaned_text(coded: CodedText) -> CodedText:
    codes = tuple(replace(code, data=storable(code.data)) for code in coded.codes)
    return CodedText(storable(coded.text), codes)


def props_text(props: Sequence[tuple[str, str]]) -> str:
    """Properties as JSON; empty for none."""
    return json.dumps(props, ensure_ascii=False) if props else ""


def props_of(text: str) -> tuple[tuple[str, str], ...]:
    """The inverse of `props_text`. Raises ValueError for anything else."""
    return tuple((str(name), str(value)) for name, value in json.loads(text)) if text else ()
