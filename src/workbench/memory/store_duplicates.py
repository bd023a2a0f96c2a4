"""memory: what becomes of units of which the memory may have the like already."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.memory.store import Store
from workbench.memory.store_keys import KeyColumns
from workbench.memory.store_rows import row_of
from workbench.model.coded import InlineCode
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.stored_codes import codes_of, codes_text


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
    source: str
    codes: str
    target: tuple[str, str]
    state: str
    date: str
    locked: bool
    of_project: bool


_KNOWN = (
    "SELECT id, ifnull(source_fold, source), source, source_codes, target, target_codes, state,"
    " iif(changed = '', created, changed), locked, project IS NOT NULL FROM units"
    " WHERE mask_hash IN (SELECT value FROM json_each(?))"
    " AND +number_hash IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_RANKS = {state.value: rank for rank, state in enumerate(UnitState)}


class Arrivals:
    """A batch of units on its way into the file, inside one transaction."""

    def __init__(self, store: Store, rule: Duplicates, batch: Sequence[MemoryUnit], keys: KeyColumns) -> None:
        self._store = store
        self._rule = rule
        self._keys = keys
        self._left: list[MemoryUnit | None] = list(batch)
        self._gone: list[int] = []
        self._better: list[tuple[int, MemoryUnit]] = []
        self._replaced = self._same = self._kept = self._locked = 0
        self._decide(self._known())

    @property
    def counts(self) -> Added:
        """What becomes of the units."""
        others = self._replaced, self._same, self._kept, self._locked
        return Added(len(self._left) - sum(others), *others)

    def _known(self) -> dict[str, list[_There]]:
        """What the file has of the same folded sources."""
        known: dict[str, list[_There]] = {}
        if not self._store.newest_id():
            return known
        wanted = set(self._keys.folds)
        values = json.dumps(self._keys.masks), json.dumps(list(set(self._keys.numbers)))
        for row in self._store.connection.execute(_KNOWN, values):
            unit_id, folded, source, codes, target, target_codes, state, date, locked, of_project = row
            if folded in wanted:
                there = _There(
                    unit_id, -1, source, _shape(codes_of(codes)), (target, target_codes), state, date,
                    bool(locked), bool(of_project),
                )  # fmt: skip
                known.setdefault(folded, []).append(there)
        return known

    def _decide(self, known: dict[str, list[_There]]) -> None:
        """Settle what becomes of the units whose like is there, or comes more than once."""
        folds = self._keys.folds
        contested = set(known)
        if len(set(folds)) < len(folds):
            contested.update(folded for folded, count in Counter(folds).items() if count > 1)
        if not contested:
            return
        for at, folded in enumerate(folds):
            if folded in contested:
                self._take(at, known.setdefault(folded, []))

    def _take(self, at: int, group: list[_There]) -> None:
        there = self._there(at)
        alike = [one for one in group if one.codes == there.codes]
        equal = [one for one in alike if one.target == there.target]
        if self._rule is Duplicates.KEEP_ALL:
            equal = [one for one in equal if one.source == there.source]
        if equal:
            self._same += 1
            self._keep_better(equal[0], there)
            self._left[at] = None
        elif self._rule is Duplicates.KEEP_ALL:
            group.append(there)
        else:
            self._compete(group, [one for one in alike if not one.of_project], there)

    def _compete(self, group: list[_There], rivals: list[_There], there: _There) -> None:
        """A unit with another translation of what is there."""
        keeps_reviewed = self._rule is Duplicates.KEEP_REVIEWED and there.state != UnitState.REVIEWED
        if any(one.locked for one in rivals):
            self._locked += 1
            self._left[there.at] = None
        elif any(
            one.date > there.date or (keeps_reviewed and one.state == UnitState.REVIEWED) for one in rivals
        ):
            self._kept += 1
            self._left[there.at] = None
        else:
            self._replaced += bool(rivals)
            for one in rivals:
                self._drop(one)
                group.remove(one)
            group.append(there)

    def _drop(self, one: _There) -> None:
        if one.at < 0:
            self._gone.append(one.id)
        else:
            self._left[one.at] = None

    def _keep_better(self, there: _There, other: _There) -> None:
        """Of two equal translations keep what the one says that is further or, as far, the newer."""
        is_better = (_RANKS[other.state], other.date) > (_RANKS[there.state], there.date)
        if there.locked or there.of_project or not is_better:
            return
        unit = self._left[other.at]
        assert unit is not None  # it is being taken
        if there.at < 0:
            self._better.append((there.id, unit))
        else:
            before = self._left[there.at]
            assert before is not None  # what was dropped is in no group
            self._left[there.at] = replace(unit, source=before.source, locked=before.locked)
        there.state, there.date = other.state, other.date

    def _there(self, at: int) -> _There:
        unit = self._left[at]
        assert unit is not None  # it is being taken
        return _There(
            0, at, unit.source.text, _shape(unit.source.codes),
            (unit.target.text, codes_text(unit.target.codes)), unit.state.value,
            unit.changed or unit.created, unit.locked, unit.key is not None,
        )  # fmt: skip

    def write(self) -> tuple[list[int], list[str]]:
        """Write what was decided; ids and folded sources of the units that are new in the file."""
        store, keys = self._store, self._keys
        store.delete(self._gone)
        for unit_id, unit in self._better:
            store.overwrite(unit_id, unit)
        first = store.next_id()
        new = [(at, unit) for at, unit in enumerate(self._left) if unit is not None]
        names = {unit.key.project for _, unit in new if unit.key is not None}
        numbers = {name: store.number_of(name) for name in names}
        store.insert_rows(
            [
                row_of(unit, unit_id, *keys.of(at), numbers[unit.key.project] if unit.key else None)
                for unit_id, (at, unit) in enumerate(new, first)
            ]
        )
        store.insert_neighbours(
            [
                (unit_id, unit.before, unit.after)
                for unit_id, (_, unit) in enumerate(new, first)
                if unit.before is not None or unit.after is not None
            ]
        )
        return list(range(first, first + len(new))), [keys.folds[at] for at, _ in new]


def _shape(codes: Sequence[InlineCode]) -> str:
    """Kinds and numbers of codes, in order."""
    return " ".join(f"{code.kind.value}{code.number}" for code in codes)
