"""memory: sources of which only the numbers differ, by value, and the English with its numbers put right."""

from __future__ import annotations

from workbench.memory.numbers_chinese import chinese_numerals
from workbench.memory.numbers_mask import masked, masked_many
from workbench.memory.numbers_pairing import Replacement, replacements
from workbench.memory.numbers_sorts import Numeral
from workbench.text.fold import fold

__all__ = ["Replacement", "masked", "masked_many", "only_numbers_differ", "put_right", "right_numbers"]


def only_numbers_differ(one: str, other: str) -> bool:
    """Whether two folded sources say the same but for their numbers; never of equal ones.

    Numbers are Arabic or Chinese, and may have equal values: 2023年 and 二〇二三年.
    """
    return one != other and _paired(one, other) is not None


def put_right(unit_source: str, unit_target: str, query_source: str) -> str | None:
    """The English of a unit with the numbers of another source, each in the manner it is written there.

    Args:
        unit_source: Chinese, as it is shown.
        unit_target: its English.
        query_source: Chinese that differs from the unit's in numbers alone.

    Returns:
        The English put right; the same where the numbers are written differently and have equal values. None
        where more than numbers differ, or where it is not sure which number of the English is which.
    """
    right = right_numbers(unit_source, unit_target, query_source)
    return None if right is None else replaced(unit_target, right)


def right_numbers(unit_source: str, unit_target: str, query_source: str) -> list[Replacement] | None:
    """What `put_right` replaces, as (start, end, text), in order."""
    one, other = fold(unit_source), fold(query_source)
    if one == other:
        return []
    pairs = _paired(one, other)
    return None if pairs is None else replacements(*pairs, unit_target, one)


def replaced(text: str, changes: list[Replacement]) -> str:
    """`text` after replacements that are in order and do not overlap."""
    pieces, at = [], 0
    for start, end, new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _paired(one: str, other: str) -> tuple[list[Numeral], list[Numeral]] | None:
    """The numbers of two folded texts, one for each; None where something else differs."""
    mask = masked(one)
    if not mask or mask != masked(other):
        return None
    ours, theirs = chinese_numerals(one), chinese_numerals(other)
    return (ours, theirs) if _frame(one, ours) == _frame(other, theirs) else None


def _frame(folded: str, numbers: list[Numeral]) -> list[str]:
    """What stands between the numbers."""
    pieces, at = [], 0
    for number in numbers:
        pieces.append(folded[at : number.start])
        at = number.end
    return [*pieces, folded[at:]]
