"""memory: what becomes of units of which the memory may have the like already."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.memory.store import Store
from workbench.memory.store_rows import codes_of, codes_text, row_of
from workbench.model.coded import InlineCode
from workbench.model.memory_units import MemoryUnit, UnitState


class Duplicates(StrEnum):
    """What becomes of a unit whose folded source, with the same inline codes, is there already.

    Units of projects are never replaced: their project does that, when the row changes.
    """

    NEWEST = "newest"
    """The one that was changed last stays; of two that do not say when, the one that came last."""
    KEEP_ALL = "all"
    """Both stay, unless their sources and targets are the same to the letter."""
    KEEP_REVIEWED = "reviewed"
    """As NEWEST, but only a reviewed one takes the place of a reviewed one."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the units of an import; together they are all of them.

    Attributes:
        added: new in the memory.
        replaced: put in the place of an older one.
        same: the same translation was there already; what the newer says of its state and date is kept.
        kept: left out, for the one that is there is newer or reviewed.
        skipped_locked: left out, for the one that is there is locked.
    """

    added: int = 0
    replaced: int = 0
    same: int = 0
    kept: int = 0
    skipped_locked: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.added + other.added,
            self.replaced + other.replaced,
            self.same + other.same,
            self.kept + other.kept,
            self.skipped_locked + other.skipped_locked,
        )


@dataclass(slots=True)
class _There:
    """A unit that is in the file, or will be with this batch.

    Attributes:
        id: in the file; 0 for one of this batch.
        at: its place in the batch; -1 for one in the file.
        codes: of the source, without their places and data.
        target: the English and its codes as they are stored.
        date: of the last change, or of creation.
    """

    id: int
    at: int
    folded: str
    source: str
    codes: str
    target: tuple[str, str]
    state: str
    date: str
    locked: bool
    of_project: bool


_KNOWN = (
    "SELECT fold_hash, id, ifnull(source_fold, source), source, source_codes, target, target_codes, state,"
    " iif(changed = '', created, changed), locked, project IS NOT NULL FROM units"
    " WHERE fold_hash IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_RANKS = {state.value: rank for rank, state in enumerate(UnitState)}


class Arrivals:
    """A batch of units on its way into the file, inside one transaction.

    Attributes:
        counts: what becomes of them.
    """

    def __init__(self, store: Store, rule: Duplicates, hashes: Sequence[int]) -> None:
        self._store = store
        self._rule = rule
        self._known: dict[int, list[_There]] = {}
        self._new: list[tuple[MemoryUnit, str, int, int | None] | None] = []
        self._gone: list[int] = []
        self._better: list[tuple[int, MemoryUnit]] = []
        self._added = self._replaced = self._same = self._kept = self._locked = 0
        rows = store.connection.execute(_KNOWN, (json.dumps(hashes),)) if store.newest_id() else ()
        for fold_hash, unit_id, folded, source, codes, target, target_codes, state, date, locked, of in rows:
            there = _There(
                unit_id, -1, folded, source, _shape(codes_of(codes)), (target, target_codes), state, date,
                bool(locked), bool(of),
            )  # fmt: skip
            self._known.setdefault(fold_hash, []).append(there)

    @property
    def counts(self) -> Added:
        """What became of the units that were taken."""
        return Added(self._added, self._replaced, self._same, self._kept, self._locked)

    def take(self, unit: MemoryUnit, folded: str, fold_hash: int, mask_hash: int | None) -> None:
        """One more unit, with the keys of its source."""
        group = self._known.get(fold_hash)
        there = self._there(unit, folded)
        new = unit, folded, fold_hash, mask_hash
        if group is None:
            self._known[fold_hash] = [there]
            self._add(new)
            return
        alike = [one for one in group if one.folded == folded and one.codes == there.codes]
        equal = [one for one in alike if one.target == there.target]
        if self._rule is Duplicates.KEEP_ALL:
            equal = [one for one in equal if one.source == there.source]
        if equal:
            self._same += 1
            self._keep_better(equal[0], there, unit)
        elif self._rule is Duplicates.KEEP_ALL:
            group.append(there)
            self._add(new)
        else:
            self._compete(group, [one for one in alike if not one.of_project], there, new)

    def _compete(
        self,
        group: list[_There],
        rivals: list[_There],
        there: _There,
        new: tuple[MemoryUnit, str, int, int | None],
    ) -> None:
        """A unit with another translation of what is there."""
        keeps_reviewed = self._rule is Duplicates.KEEP_REVIEWED and there.state != UnitState.REVIEWED
        if any(one.locked for one in rivals):
            self._locked += 1
        elif any(
            one.date > there.date or (keeps_reviewed and one.state == UnitState.REVIEWED) for one in rivals
        ):
            self._kept += 1
        else:
            for one in rivals:
                self._drop(one)
                group.remove(one)
            group.append(there)
            self._add(new)
            if rivals:
                self._added -= 1
                self._replaced += 1

    def _add(self, new: tuple[MemoryUnit, str, int, int | None]) -> None:
        self._new.append(new)
        self._added += 1

    def _drop(self, one: _There) -> None:
        if one.at < 0:
            self._gone.append(one.id)
        else:
            self._new[one.at] = None

    def _keep_better(self, there: _There, other: _There, unit: MemoryUnit) -> None:
        """Of two equal translations keep what the one says that is further or, as far, the newer."""
        if there.locked or there.of_project:
            return
        if (_RANKS[other.state], other.date) <= (_RANKS[there.state], there.date):
            return
        if there.at < 0:
            self._better.append((there.id, unit))
        else:
            before = self._new[there.at]
            assert before is not None  # it is in its group, so it was not dropped
            self._new[there.at] = (unit, *before[1:])
        there.state, there.date = other.state, other.date

    def _there(self, unit: MemoryUnit, folded: str) -> _There:
        codes = unit.source.codes
        return _There(
            0, len(self._new), folded, unit.source.text, _shape(codes) if codes else "",
            (unit.target.text, codes_text(unit.target.codes)), unit.state.value,
            unit.changed or unit.created, unit.locked, unit.key is not None,
        )  # fmt: skip

    def write(self) -> tuple[list[int], list[str]]:
        """Write what was decided; ids and folded sources of the units that are new in the file."""
        store = self._store
        store.delete(self._gone)
        for unit_id, unit in self._better:
            store.overwrite(unit_id, unit)
        first = store.next_id()
        new = [one for one in self._new if one is not None]
        numbers = {one[0].key.project: store.number_of(one[0].key.project) for one in new if one[0].key}
        ids = list(range(first, first + len(new)))
        store.insert_rows(
            [
                row_of(
                    unit,
                    unit_id,
                    folded,
                    fold_hash,
                    mask_hash,
                    numbers[unit.key.project] if unit.key else None,
                )
                for unit_id, (unit, folded, fold_hash, mask_hash) in zip(ids, new, strict=True)
            ]
        )
        neighbours = [
            (unit_id, unit.before, unit.after)
            for unit_id, (unit, *_) in zip(ids, new, strict=True)
            if unit.before is not None or unit.after is not None
        ]
        store.insert_neighbours(neighbours)
        return ids, [folded for _, folded, _, _ in new]


def _shape(codes: Sequence[InlineCode]) -> str:
    """Kinds and numbers of codes, in order."""
    return " ".join(f"{code.kind.value}{code.number}" for code in codes)
