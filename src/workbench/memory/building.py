"""memory: folded texts become a segment of the index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from workbench.memory.grams import (
    BUCKET_BITS,
    CLASS_WORDS,
    Places,
    Words,
    bigram_buckets,
    class_span,
    counted_hashes,
    joined,
    signatures,
)
from workbench.memory.index_file import ArrayWriter
from workbench.memory.segment import Units, offsets_of

MOST_UNITS = 50_000
MOST_CHARACTERS = 1_200_000
"""What a segment is built of at most at once: the arrays for it take some 40 bytes a character."""

_UNIT_BITS = np.uint64(64 - BUCKET_BITS)
_SIGNED = 1 << 12  # words of signatures made at once


def write_segment(path: Path, ids: Sequence[int], folded: Sequence[str]) -> None:
    """Write the segment of some units.

    Args:
        path: of the file, which is not there yet.
        ids: of the units.
        folded: their folded sources; at most `MOST_UNITS`, and not much more than `MOST_CHARACTERS`.
    """
    lengths = np.fromiter(map(len, folded), np.int64, len(folded))
    order = np.argsort(lengths, kind="stable")
    lengths = lengths[order]
    points, _ = joined([folded[at] for at in order.tolist()])
    texts = np.repeat(np.arange(len(folded), dtype=np.uint64), lengths)
    with ArrayWriter(path) as file:
        file.begin("ids", "<i8")
        file.write(np.asarray(ids, np.int64)[order])
        _write_signatures(file, points, lengths)
        _write_postings(file, points, texts)
        write_lengths(file, *np.unique(lengths, return_counts=True))
        file.finish()


def write_lengths(file: ArrayWriter, lengths: Places, counts: Places) -> None:
    """Write which lengths there are and how many units of each."""
    file.begin("lengths", "<u4")
    file.write(lengths)
    file.begin("starts", "<u4")
    file.write(np.concatenate([[0], np.cumsum(counts)]))


def _write_signatures(file: ArrayWriter, points: Words, lengths: Places) -> None:
    edges = np.concatenate([[0], np.cumsum(lengths)])
    for number, words in enumerate(CLASS_WORDS):
        file.begin(f"signatures{number}", "<u8")
        shortest, longest = class_span(number)
        first, end = lengths.searchsorted(shortest), lengths.searchsorted(longest, "right")
        # So few texts at once that their characters stay in the cache while they are sorted and counted.
        stride = _SIGNED // CLASS_WORDS[number]
        for at in range(int(first), int(end), stride):
            until = min(at + stride, int(end))
            texts = np.repeat(np.arange(until - at, dtype=np.uint64), lengths[at:until])
            hashes, owners = counted_hashes(texts, points[edges[at] : edges[until]])
            file.write(signatures(hashes, owners, until - at, words))


def _write_postings(file: ArrayWriter, points: Words, texts: Words) -> None:
    keys = bigram_buckets(points)
    keys <<= _UNIT_BITS
    keys |= texts[:-1]
    keys = keys[texts[:-1] == texts[1:]]  # not across the seam of two texts
    keys.sort()
    if len(keys):
        keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])]  # a unit stands once in a list
    file.begin("offsets", "<u4")
    file.write(offsets_of(keys >> _UNIT_BITS))
    file.begin("postings", "<u4")
    postings: Units = (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    file.write(postings)
