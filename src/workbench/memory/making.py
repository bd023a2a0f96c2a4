"""memory: a unit that was found becomes a Match, which says why it has the score it has."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.memory.differences import differences
from workbench.memory.making_codes import fitted, shifted
from workbench.memory.numbers import only_numbers_differ, replaced, right_numbers
from workbench.memory.numbers_chinese import chinese_numerals
from workbench.memory.penalties import PenaltyRules, penalties
from workbench.memory.scoring import distance
from workbench.model.coded import CodedText
from workbench.model.matches import Change, Difference, Match, MatchKind, Query
from workbench.model.memory_units import MemoryUnit
from workbench.text.fold import fold

CONTEXT, EQUAL, NUMBERS = 101, 100, 99
"""Scores that are given by what a match is, not by its edits."""


def made_match(
    query: Query, unit: MemoryUnit, memory: str, rules: PenaltyRules, own: int = 0, today: str = ""
) -> Match:
    """The match of `unit` with what is looked up.

    Args:
        query: what is looked up.
        unit: what was found.
        memory: name of the memory it is in.
        rules: penalties by name.
        own: points that the memory itself costs.
        today: the date (YYYY-MM-DD), for the penalty of age.
    """
    asked, kept = fold(query.source.text), fold(unit.source.text)
    edits, longer = distance(asked, kept), max(len(asked), len(kept))
    kind, similarity = _kind(query, unit, asked, kept, edits, longer)
    changed = differences(unit.source.text, query.source.text)
    target, numbers_right = unit.target, False
    if kind is MatchKind.NUMBERS:
        target, numbers_right = _with_right_numbers(query.source.text, unit)
    elif kind is MatchKind.FUZZY and (other := with_other_numbers(changed)) is not None:
        target, numbers_right = _with_right_numbers(other, unit)
    return Match(
        unit=unit,
        memory=memory,
        kind=kind,
        similarity=similarity,
        penalties=penalties(query, unit, rules, today, own),
        edits=edits,
        longer=longer,
        differences=changed,
        proposal=fitted(unit.source, target, query.source),
        numbers_right=numbers_right,
    )


def _kind(
    query: Query, unit: MemoryUnit, asked: str, kept: str, edits: int, longer: int
) -> tuple[MatchKind, int]:
    if not edits:
        is_placed = _agree(query.before, unit.before) and _agree(query.after, unit.after)
        return (MatchKind.CONTEXT, CONTEXT) if is_placed else (MatchKind.EXACT, EQUAL)
    if only_numbers_differ(asked, kept):
        return MatchKind.NUMBERS, NUMBERS
    return MatchKind.FUZZY, 100 * (longer - edits) // longer


def with_other_numbers(changed: Sequence[Difference]) -> str | None:
    """The unit's source with the numbers of the text looked up, its other words as they are.

    Returns:
        None where no number stands in the place of another one between the same words, or where words with a
        number in them stand in the place of others: of those it is not known which is which. Words that only
        came or went do not matter.
    """
    pieces: list[str] = []
    found, before = False, ""
    for part in changed:
        if part.change is not Change.ADDED:
            pieces.append(part.text)
        elif before and only_numbers_differ(fold(before), fold(part.text)):
            pieces[-1] = part.text
            found = True
        elif before and (chinese_numerals(fold(before)) or chinese_numerals(fold(part.text))):
            return None
        before = part.text if part.change is Change.REMOVED else ""
    return "".join(pieces) if found else None


def _with_right_numbers(source: str, unit: MemoryUnit) -> tuple[CodedText, bool]:
    """The unit's English with the numbers of another source, where that is sure, and whether it changed."""
    changes = right_numbers(unit.source.text, unit.target.text, source)
    if not changes:
        return unit.target, False
    return shifted(unit.target, replaced(unit.target.text, changes), changes), True


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two neighbours are the same; one that is not known agrees with none."""
    return one is not None and other is not None and fold(one) == fold(other)
