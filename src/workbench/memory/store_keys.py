"""memory: what a unit is found by: its fold, and the hashes of its fold and of its fold without numbers."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

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
        mask_hash: a signed 64-bit hash of the fold with its numbers masked.
        number_hash: 31 bits of a hash of the fold, where it has numbers; else 0.
    """

    fold: str
    mask_hash: int
    number_hash: int


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """The keys of many sources, as columns: see `Keys`."""

    folds: list[str]
    masks: list[int]
    numbers: list[int]

    def of(self, at: int) -> tuple[str, int, int]:
        """Those of one source."""
        return self.folds[at], self.masks[at], self.numbers[at]


def is_storable(text: str) -> bool:
    """Whether a database holds `text` as it is."""
    return _UNFIT.search(text) is None


def storable(text: str) -> str:
    """`text` as a database holds it: half a surrogate pair, or a NUL, becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


def keys_of(source: str) -> Keys:
    """The keys of one source."""
    folded = fold(source)
    mask = masked(folded)
    return Keys(folded, _hashes([mask or folded])[0], _number_hash(folded) if mask else 0)


def keys_of_all(sources: Sequence[str]) -> KeyColumns:
    """The keys of many sources.

    Raises:
        UnicodeEncodeError: a source is not `storable`.
    """
    folds = folds_of(sources)
    masks = masked_many(folds)
    hashes = _hashes([mask or folded for mask, folded in zip(masks, folds, strict=True)])
    numbers = [_number_hash(folded) if mask else 0 for mask, folded in zip(masks, folds, strict=True)]
    return KeyColumns(folds, hashes, numbers)


def _hashes(texts: Sequence[str]) -> list[int]:
    """Signed 64-bit hashes that are the same in every process (BLAKE2b); equality is checked after."""
    digests = b"".join([blake2b(text.encode("utf-8"), digest_size=8).digest() for text in texts])
    return list(struct.unpack(f"<{len(texts)}q", digests))


def _number_hash(folded: str) -> int:
    return crc32(folded.encode("utf-8")) & 0x7FFF_FFFF
