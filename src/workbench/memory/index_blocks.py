"""memory: batches of any size become blocks of the size that a segment is built of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.memory.building import MOST_CHARACTERS, MOST_UNITS

Block = tuple[list[int], list[str]]
"""Ids of units and their folded sources."""


def blocks(batches: Iterable[tuple[Sequence[int], Sequence[str]]]) -> Iterator[Block]:
    """The units of all batches, in their order, in blocks that can be built at once."""
    ids: list[int] = []
    texts: list[str] = []
    characters = 0
    for some_ids, some_texts in batches:
        for unit_id, text in zip(some_ids, some_texts, strict=True):
            ids.append(unit_id)
            texts.append(text)
            characters += len(text)
            if len(ids) >= MOST_UNITS or characters >= MOST_CHARACTERS:
                yield ids, texts
                ids, texts, characters = [], [], 0
    if ids:
        yield ids, texts
