"""annotate: where the words of a Chinese text begin and end."""

from __future__ import annotations

from workbench.text.fold import fold_mapped

Span = tuple[int, int]


def words(text: str) -> list[Span]:
    """Cut `text` into words.

    The cut is made on the folded text, so that a traditional, full-width or broken-up word is found as well;
    offsets are code points of `text`, half-open, ascending. Blanks that folding drops belong to no word.
    """
    import rjieba

    folded = fold_mapped(text)
    spans: list[Span] = []
    at = 0
    for word in rjieba.cut(encodable(folded.text)):
        spans.append(folded.span(at, at + len(word)))
        at += len(word)
    return _without_overlap(spans)


def encodable(text: str) -> str:
    """`text` with lone surrogates replaced one for one, since no library written in C or Rust takes them."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _without_overlap(spans: list[Span]) -> list[Span]:
    """One sign that folds to several words (㎡, ㍿) is one word."""
    kept: list[Span] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif end > start:
            kept.append((start, end))
    return kept
