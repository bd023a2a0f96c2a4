"""memory: how like two sources are, in per cent: edits counted in code points of the folded texts.

The formula is `floor(100 × (longer − edits) / longer)` in whole numbers: no rounding ever makes 100 of two
sources that differ. `edits` is Levenshtein's distance (insert, delete, replace: one each), `longer` the
length of the longer text. It is published, with golden vectors, in docs/matches.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein


def distance(query: str, unit: str) -> int:
    """Levenshtein's distance of two folded texts, in code points."""
    return int(Levenshtein.distance(query, unit))


def similarity(query: str, unit: str) -> int:
    """How like two folded texts are, 0 to 100; 100 for equal ones only (two empty ones are equal)."""
    return _in_percent(distance(query, unit), max(len(query), len(unit)))


def best_of(query: str, folds: Sequence[str], least: int, best: int = 0) -> list[tuple[int, int]]:
    """The texts that are most like `query`.

    Args:
        query: folded.
        folds: folded texts to compare it with.
        least: similarity in per cent below which a text is left out.
        best: at most so many; 0 for all of them.

    Returns:
        (position in `folds`, similarity), best first; equally similar ones in the order of `folds`.
    """
    if not folds:
        return []
    # What is longer than this cannot be similar enough, so its length need not widen the cut-off.
    longest = min(max(map(len, folds)), len(query) * 100 // least if least > 0 else len(query) + 2**31)
    cutoff = max(longest, len(query)) * (100 - least) // 100
    within = process.extract(query, folds, scorer=Levenshtein.distance, score_cutoff=cutoff, limit=None)
    length = len(query)
    found = [(position, _in_percent(int(edits), max(length, len(text)))) for text, edits, position in within]
    found = [pair for pair in found if pair[1] >= least]
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    return found[:best] if best else found


def _in_percent(edits: int, longer: int) -> int:
    return 100 * (longer - edits) // longer if longer else 100
