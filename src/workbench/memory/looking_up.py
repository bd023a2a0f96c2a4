"""memory: the units that are like a source, best first; SQLite has the last word on every one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.memory.store_keys import Keys, keys_of
from workbench.model.matches import Match, Query
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.text.fold import fold

if TYPE_CHECKING:
    from workbench.memory.penalties import PenaltyRules
    from workbench.memory.store_index import Finder
    from workbench.memory.store_reading import Reader

_CONTEXT, _EXACT, _NUMBERS = 101, 100, 99
_ALIKE = 200
"""So many units of one source are looked at, reviewed and new ones first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, and by whom.

    Attributes:
        least: similarity before penalties, in per cent, that a match has at least.
        best: so many matches are given at most.
        memory: name of the memory, for the matches.
        own: points the memory takes off every match.
        today: the date, ISO 8601.
    """

    query: Query
    least: int
    best: int
    memory: str
    own: int
    today: str
    rules: PenaltyRules


@dataclass(frozen=True, slots=True)
class _Contender:
    unit: MemoryUnit
    similarity: int
    score: int

    @property
    def rank(self) -> tuple[int, bool, str, int]:
        unit = self.unit
        return self.score, unit.state is UnitState.REVIEWED, unit.changed or unit.created, unit.id


def looked_up(finder: Finder, wanted: Wanted) -> list[Match]:
    """Matches by score; of equal ones the reviewed first, then the newest."""
    from workbench.memory.making import made_match

    reader = finder.reader
    keys = keys_of(wanted.query.source.text)
    if not keys.fold:
        return []
    contenders = [_rated(wanted, unit, similarity) for unit, similarity in _equal(reader, keys, wanted)]
    seen = {contender.unit.id for contender in contenders}
    for fuzzy in _fuzzy(finder, keys, wanted, seen):
        if _settled(contenders, wanted.best, fuzzy.similarity):
            break
        contenders.append(fuzzy)
    contenders.sort(key=lambda contender: contender.rank, reverse=True)
    return [
        made_match(wanted.query, contender.unit, wanted.memory, wanted.rules, wanted.own, wanted.today)
        for contender in contenders[: wanted.best]
    ]


def _settled(contenders: Sequence[_Contender], best: int, similarity: int) -> bool:
    """Whether what is at most so similar can no longer come among the best: a score is never higher."""
    return sum(contender.score > similarity for contender in contenders) >= best


def _rated(wanted: Wanted, unit: MemoryUnit, similarity: int) -> _Contender:
    from workbench.memory.penalties import penalties

    taken = penalties(wanted.query, unit, wanted.rules, wanted.today, wanted.own)
    return _Contender(unit, similarity, max(0, similarity - sum(penalty.points for penalty in taken)))


def _equal(reader: Reader, keys: Keys, wanted: Wanted) -> Iterator[tuple[MemoryUnit, int]]:
    """Units of the same source, and of one that differs in numbers alone, with their similarity."""
    from workbench.memory.numbers import only_numbers_differ

    if not reader.keys_fit:
        return
    for unit in reader.same(keys, _ALIKE):
        if unit.target and fold(unit.source.text) == keys.fold:
            yield unit, _CONTEXT if _neighbours_agree(wanted.query, unit) else _EXACT
    for unit in reader.same_but_for_numbers(keys, _ALIKE):
        if unit.target and only_numbers_differ(keys.fold, fold(unit.source.text)):
            yield unit, _NUMBERS


def _neighbours_agree(query: Query, unit: MemoryUnit) -> bool:
    pairs = ((query.before, unit.before), (query.after, unit.after))
    return all(a is not None and b is not None and fold(a) == fold(b) for a, b in pairs)


def _fuzzy(finder: Finder, keys: Keys, wanted: Wanted, seen: set[int]) -> Iterator[_Contender]:
    """Units that are like the source, the most similar first."""
    from workbench.memory.scoring import best_of

    reader = finder.reader
    pairs = [pair for pair in reader.folds(finder.candidates(keys.fold, wanted.least)) if pair[0] not in seen]
    found = best_of(keys.fold, [folded for _, folded in pairs], wanted.least, len(pairs))
    for part in _parts(found, wanted.best):
        similarities = {pairs[at][0]: similarity for at, similarity in part}
        for unit in reader.units(list(similarities)):
            if unit.target:
                yield _rated(wanted, unit, _raised(reader, keys, wanted, unit, similarities[unit.id]))


def _raised(reader: Reader, keys: Keys, wanted: Wanted, unit: MemoryUnit, similarity: int) -> int:
    """Its similarity, also where the file's keys could not tell that it is equal but for numbers."""
    from workbench.memory.numbers import only_numbers_differ

    if reader.keys_fit:
        return similarity
    if similarity == _EXACT:
        return _CONTEXT if _neighbours_agree(wanted.query, unit) else _EXACT
    return _NUMBERS if only_numbers_differ(keys.fold, fold(unit.source.text)) else similarity


def _parts(found: Sequence[tuple[int, int]], size: int) -> Iterable[Sequence[tuple[int, int]]]:
    return (found[at : at + size] for at in range(0, len(found), max(1, size)))


def holding(finder: Finder, folded: str, limit: int) -> list[MemoryUnit]:
    """Units whose folded source contains a text, newest first, at most `limit`."""
    reader = finder.reader
    found: list[MemoryUnit] = []
    ids = finder.containing(folded)
    for at in range(0, len(ids), _ALIKE):
        part = ids[at : at + _ALIKE]
        held = {unit_id for unit_id, text in reader.folds(part) if folded in text}
        found += reader.units([unit_id for unit_id in part if unit_id in held][: limit - len(found)])
        if len(found) >= limit:
            break
    return found
