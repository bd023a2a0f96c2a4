"""annotate: where the words of a Chinese text begin and end."""

from __future__ import annotations

from itertools import accumulate

from workbench.text.fold import fold_mapped

Span = tuple[int, int]


def words(text: str, *, guess: bool = True) -> list[Span]:
    """Cut `text` into words.

    The cut is made on the folded text, so that a traditional, full-width or broken-up word is found as well;
    offsets are code points of `text`, half-open, ascending. Blanks that folding drops belong to no word.

    Args:
        text: the shown text.
        guess: join what the dictionary does not know to likely words (names); False: only known words.
    """
    import rjieba

    folded = fold_mapped(text)
    ends = list(accumulate(map(len, rjieba.cut(encodable(folded.text), guess))))
    spans = list(zip([0, *ends], ends, strict=False))
    if isinstance(folded.starts, range):  # each character stands for itself
        return spans
    return _without_overlap([folded.span(start, end) for start, end in spans])


def encodable(text: str) -> str:
    """`text` with lone surrogates replaced one for one, since no library written in C or Rust takes them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _without_overlap(spans: list[Span]) -> list[Span]:
    """One sign that folds to several words (㎡, ㍿) is one word."""
    kept: list[Span] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif end > start:
            kept.append((start, end))
    return kept
