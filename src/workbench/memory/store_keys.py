"""memory: what a unit is found by: its fold, and the hashes of its fold and of its fold without numbers."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from workbench.memory.numbers_mask import MASK_VERSION, masked, masked_many
from workbench.memory.store_folding import folds_of
from workbench.text.fold import FOLD_VERSION, fold

KEY_VERSION = f"{FOLD_VERSION}.{MASK_VERSION}.1"
"""Keys made by another version are made anew."""

_UNFIT = re.compile("[\\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Keys:
    """What a source is found by.

    Attributes:
        fold: the folded source.
        fold_hash: a signed 64-bit hash of it.
        mask_hash: likewise of the fold with its numbers masked; None where there is no number.
    """

    fold: str
    fold_hash: int
    mask_hash: int | None


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """The keys of many sources, as columns: see `Keys`."""

    folds: list[str]
    hashes: list[int]
    masks: list[int | None]

    def of(self, at: int) -> tuple[str, int, int | None]:
        """Those of one source."""
        return self.folds[at], self.hashes[at], self.masks[at]


def is_storable(text: str) -> bool:
    """Whether a database holds `text` as it is."""
    return _UNFIT.search(text) is None


def storable(text: str) -> str:
    """`text` as a database holds it: half a surrogate pair, or a NUL, becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


def stable_hash(text: str) -> int:
    """A signed 64-bit hash that is the same in every process (BLAKE2b); equality is checked after."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "little", signed=True)


def keys_of(source: str) -> Keys:
    """The keys of one source."""
    folded = fold(source)
    mask = masked(folded)
    return Keys(folded, stable_hash(folded), stable_hash(mask) if mask else None)


def keys_of_all(sources: Sequence[str]) -> KeyColumns:
    """The keys of many sources.

    Raises:
        UnicodeEncodeError: a source is not `storable`.
    """
    folds = folds_of(sources)
    masks = masked_many(folds)
    numbered = iter(_hashes(mask for mask in masks if mask))
    return KeyColumns(folds, _hashes(folds), [next(numbered) if mask else None for mask in masks])


def _hashes(texts: Iterable[str]) -> list[int]:
    digests = b"".join([blake2b(text.encode("utf-8"), digest_size=8).digest() for text in texts])
    return list(struct.unpack(f"<{len(digests) // 8}q", digests))
