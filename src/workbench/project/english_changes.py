"""project: what is different between two versions of an English text, word by word, for a reader's eye.

Nothing is folded: a capital, a comma or a curly quote is what a reviser changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from workbench.model.matches import Change, Difference

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|\w+(?:['’]\w+)*|\s+|.", re.S)
_Block = tuple[bool, list[str], list[str]]
"""Whether the words are the same, those of the text before, and those of the one after."""


def english_changes(before: str, after: str) -> tuple[Difference, ...]:
    """The pieces that lead from one version of a text to another, in order, none of them empty.

    Kept and removed ones, joined, are `before`; kept and added ones `after`. What was removed stands before
    what was added in its place. Words change whole, and a space alone does not part two changes.
    """
    return tuple(_pieces(_joined(_blocks(_WORD.findall(before), _WORD.findall(after)))))


def changed(differences: Sequence[Difference]) -> int:
    """How many places were changed: what was removed and added at one place is one."""
    count, inside = 0, False
    for part in differences:
        now = part.change is not Change.KEPT
        count += now and not inside
        inside = now
    return count


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[_Block]:
    for part in Levenshtein.opcodes(a, b):
        words = list(a[part.src_start : part.src_end]), list(b[part.dest_start : part.dest_end])
        yield part.tag == "equal", *words


def _joined(blocks: Iterator[_Block]) -> list[_Block]:
    """Changes side by side, or with nothing but a space between them, as one."""
    joined: list[_Block] = []
    for same, a, b in blocks:
        if not same and len(joined) > 1 and joined[-1][0] and "".join(joined[-1][1]).isspace():
            between = joined.pop()
            joined[-1] = (False, joined[-1][1] + between[1], joined[-1][2] + between[2])
        if joined and joined[-1][0] == same:
            joined[-1] = (same, joined[-1][1] + a, joined[-1][2] + b)
        else:
            joined.append((same, a, b))
    return joined


def _pieces(blocks: Sequence[_Block]) -> Iterator[Difference]:
    for same, a, b in blocks:
        if same:
            yield Difference(Change.KEPT, "".join(b))
            continue
        if a:
            yield Difference(Change.REMOVED, "".join(a))
        if b:
            yield Difference(Change.ADDED, "".join(b))
