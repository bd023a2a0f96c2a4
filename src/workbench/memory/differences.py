"""memory: what is different between a unit's source and the text looked up, in pieces for a reader's eye.

Compared are the folded texts, so that full width, script and spacing are no difference; shown is what stands
in the two texts. Words, figures and numerals change as a whole, and a character or two that happen to be
equal between two changes are taken into one change: `三个县` to `五个镇`, not `三`>`五`, `个`, `县`>`镇`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from workbench.model.matches import Change, Difference
from workbench.text.characters import is_cjk_mark, is_hanzi
from workbench.text.fold import Folded, fold, fold_mapped

_WORD = re.compile(
    r"(?:[0-9零〇一二两三四五六七八九十百千万亿]|[.,](?=[0-9]))+%?|[^\W0-9_\u2e80-\U0003ffff]+|.", re.S
)
_COINCIDENCE = 3
"""Equal stretches of up to so many characters may be chance between two longer changes."""


@dataclass(slots=True)
class _Block:
    """Words `a` to `a_end` of the unit against words `b` to `b_end` of the query."""

    equal: bool
    a: int
    a_end: int
    b: int
    b_end: int

    def size(self) -> int:
        return max(self.a_end - self.a, self.b_end - self.b)


def differences(unit_source: str, query_source: str) -> tuple[Difference, ...]:
    """The differences that lead from a unit's source to the text looked up, in order.

    Args:
        unit_source: as it is shown.
        query_source: as it is shown.

    Returns:
        Pieces, none of them empty. KEPT and ADDED ones, joined, are the query as it is shown; KEPT and
        REMOVED ones, joined and folded, are the unit's folded text. What was removed comes before what was
        added at its place.
    """
    unit, query = fold_mapped(unit_source), fold_mapped(query_source)
    if unit.text == query.text:
        return (Difference(Change.KEPT, query_source),) if query_source else ()
    pieces = tuple(_pieces(unit, query, unit_source, query_source))
    kept = "".join(piece.text for piece in pieces if piece.change is not Change.ADDED)
    if fold(kept) == unit.text:
        return pieces
    # Marks that join, or spaces that only another neighbour drops, stand at a seam: nothing can be cut there.
    whole = (Difference(Change.REMOVED, unit_source), Difference(Change.ADDED, query_source))
    return tuple(piece for piece in whole if piece.text)


def _pieces(unit: Folded, query: Folded, unit_source: str, query_source: str) -> Iterator[Difference]:
    ours, theirs = _words(unit), _words(query)
    a = [unit.text[start:end] for start, end in ours]
    b = [query.text[start:end] for start, end in theirs]
    blocks = _merged(_slid(_blocks(a, b), a, b))
    cuts_a = _cuts(unit, ours, unit_source, [block.a for block in blocks])
    cuts_b = _cuts(query, theirs, query_source, [block.b for block in blocks])
    for index, block in enumerate(blocks):
        removed = unit_source[cuts_a[index] : cuts_a[index + 1]]
        added = query_source[cuts_b[index] : cuts_b[index + 1]]
        if block.equal:
            yield Difference(Change.KEPT, added)
            continue
        if removed:
            yield Difference(Change.REMOVED, removed)
        if added:
            yield Difference(Change.ADDED, added)


def _words(folded: Folded) -> list[tuple[int, int]]:
    """Spans of words, numerals and single signs; never a cut inside what came from one shown character."""
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded.text):
        start, end = match.span()
        if spans and folded.starts[start] < folded.ends[spans[-1][1] - 1]:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[_Block]:
    blocks: list[_Block] = []
    for part in Levenshtein.opcodes(a, b):
        equal = part.tag == "equal"
        if blocks and not equal and not blocks[-1].equal:
            blocks[-1].a_end, blocks[-1].b_end = part.src_end, part.dest_end
        else:
            blocks.append(_Block(equal, part.src_start, part.src_end, part.dest_start, part.dest_end))
    return blocks


def _slid(blocks: list[_Block], a: Sequence[str], b: Sequence[str]) -> list[_Block]:
    """Moves what was only added, or only removed, to where it stands between marks, if that says the same."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.equal or (block.a_end > block.a and block.b_end > block.b):
            continue
        words, start, end = (b, block.b, block.b_end) if block.b_end > block.b else (a, block.a, block.a_end)
        step = _best_step(words, start, end, before.a_end - before.a, after.a_end - after.a)
        before.a_end, before.b_end = before.a_end + step, before.b_end + step
        block.a, block.a_end = block.a + step, block.a_end + step
        block.b, block.b_end = block.b + step, block.b_end + step
        after.a, after.b = after.a + step, after.b + step
    return [block for block in blocks if block.size()]


def _best_step(words: Sequence[str], start: int, end: int, back: int, forth: int) -> int:
    """By how many words the stretch may move so that it begins or ends at a mark; 0 to leave it."""
    left = right = 0
    while left < back and words[start - left - 1] == words[end - left - 1]:
        left += 1
    while right < forth and words[start + right] == words[end + right]:
        right += 1
    steps = sorted(range(-left, right + 1), key=abs)
    return max(steps, key=lambda step: _is_seam(words, start + step) + _is_seam(words, end + step))


def _is_seam(words: Sequence[str], place: int) -> int:
    """1 at either end of the text and behind a mark."""
    if place in (0, len(words)):
        return 1
    word = words[place - 1]
    return int(len(word) == 1 and not word.isalnum() and not is_hanzi(word))


def _merged(blocks: list[_Block]) -> list[_Block]:
    """One change where two are parted by a stretch that may be equal by chance."""
    merged: list[_Block] = []
    for block in blocks:
        if merged and not block.equal and not merged[-1].equal:
            before = merged.pop()
            block = _Block(False, before.a, block.a_end, before.b, block.b_end)
        while not block.equal and len(merged) > 1 and _is_chance(merged[-2], merged[-1], block):
            merged.pop()
            before = merged.pop()
            block = _Block(False, before.a, block.a_end, before.b, block.b_end)
        merged.append(block)
    return merged


def _is_chance(before: _Block, between: _Block, after: _Block) -> bool:
    if not between.equal or before.equal:
        return False
    size = between.size()
    return size == 1 or (size <= _COINCIDENCE and min(before.size(), after.size()) >= 2 * size)


def _cuts(folded: Folded, words: list[tuple[int, int]], shown: str, firsts: list[int]) -> list[int]:
    """Offsets in the shown text where the blocks that begin with these words begin, and its end."""
    cuts = [0]
    for first in firsts[1:]:
        if first == 0:
            cuts.append(0)
        elif first == len(words):
            cuts.append(len(shown))
        else:
            end, start = folded.ends[words[first - 1][1] - 1], folded.starts[words[first][0]]
            # Spaces that folding drops stay with the hanzi or mark on whose account they go.
            cuts.append(start if end == start or _is_chinese(shown[end - 1]) else end)
    return [*cuts, len(shown)]


def _is_chinese(sign: str) -> bool:
    return is_hanzi(sign) or is_cjk_mark(sign)
