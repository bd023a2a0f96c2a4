"""memory: a folded source with its numbers masked, to find those that differ in numbers alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

MASK_VERSION = 1
"""What stores masks, or hashes of them, stores this beside them and makes them anew when it differs."""

MASK = "\x1a"
"""Stands for a run of digits and Chinese numerals; a control character, so that no text holds it."""

HAN = "零〇一二两三四五六七八九十百千万亿"
"""Signs that Chinese numerals are made of."""

_RUN = rf"[0-9{HAN}](?:[0-9{HAN}]|[.,](?=[0-9])|点(?=[零〇一二三四五六七八九](?![十百个])))*"
_NUMERAL = re.compile(rf"百分之({_RUN})|{_RUN}")


def masked(folded: str) -> str:
    """`folded` with every run of numeral signs masked; empty where it holds none.

    Sources of which only the numbers differ have equal masks; the converse is for `only_numbers_differ` to
    tell. `5%` and `百分之五` have the same mask.
    """
    text, count = _NUMERAL.subn(_mask_of, folded)
    return text if count else ""


def masked_many(folds: Sequence[str]) -> list[str]:
    """`masked` of each text, in one go."""
    joined = "\0".join(folds)
    texts = _NUMERAL.sub(_mask_of, joined).split("\0")
    if len(texts) != len(folds) or MASK in joined:
        return [masked(folded) for folded in folds]
    return [text if MASK in text else "" for text in texts]


def _mask_of(match: re.Match[str]) -> str:
    return MASK + "%" if match[1] else MASK


def numerals(folded: str) -> list[tuple[int, int]]:
    """Spans of the runs that `masked` masks, in order."""
    return [match.span() for match in _NUMERAL.finditer(folded)]
