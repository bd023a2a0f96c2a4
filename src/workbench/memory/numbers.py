"""memory: sources of which only the numbers differ, by value, in digits or in Chinese numerals."""

from __future__ import annotations

from workbench.memory.numbers_mask import masked
from workbench.text.numerals import chinese_numbers

__all__ = ["masked", "only_numbers_differ"]


def only_numbers_differ(one: str, other: str) -> bool:
    """Whether two folded sources say the same but for their numbers."""
    mask = masked(one)
    return one != other and bool(mask) and mask == masked(other) and _frame(one) == _frame(other)


def _frame(folded: str) -> list[str]:
    """What stands between the numbers."""
    pieces, at = [], 0
    for number in chinese_numbers(folded):
        pieces.append(folded[at : number.start])
        at = number.end
    return [*pieces, folded[at:]]
