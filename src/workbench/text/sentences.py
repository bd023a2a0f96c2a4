"""text: where sentences end, in Chinese and in English.

Both functions give spans that cover the whole text: the first begins at 0, each next one where the one
before ends. Spaces after a sentence belong to it. A newline always ends one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.text.chinese_stops import chinese_ends
from workbench.text.english_stops import english_ends

Span = tuple[int, int]
_CLAUSE_END = re.compile(r";[\"'”’*_]*(?=\s)")


def chinese_sentences(text: str) -> list[Span]:
    """Spans of the sentences of a Chinese text; none for an empty one.

    A sentence ends at 。！？, at …… between two statements, and at ； outside quotes and brackets; the marks
    that close with it (」』”’）》 and a footnote's [1]) go with it. Between digits nothing ends (3．5％), nor
    inside brackets, nor where the text goes on after a closed quote (“……。”的讲话).
    """
    return list(_spans(text, chinese_ends(text)))


def english_sentences(text: str) -> list[Span]:
    """Spans of the sentences of an English text; none for an empty one.

    A sentence ends at a full stop, ! or ? before a space, with the quotes, brackets and footnotes that close
    with it; not after an abbreviation or an initial, unless what follows can only begin a sentence, nor
    before a small letter, nor inside brackets within a sentence.
    """
    return list(_spans(text, english_ends(text)))


def english_clauses(text: str) -> list[Span]:
    """Spans of the sentences of an English text, parted behind ; too, as a Chinese text is behind ；.

    For an aligner: English keeps together with a semicolon what Chinese keeps together with one, and clauses
    that belong together are put together again by what they translate.
    """
    return list(_spans(text, _clause_ends(text, list(english_ends(text)))))


def _clause_ends(text: str, sentences: Iterable[int]) -> list[int]:
    semicolons = (match.end() for match in _CLAUSE_END.finditer(text))
    return sorted({*sentences, *semicolons})


def _spans(text: str, ends: Iterable[int]) -> Iterator[Span]:
    """Spans of `text` cut after the spaces behind each of `ends`, which are in order."""
    start = 0
    for end in ends:
        while end < len(text) and text[end].isspace():
            end += 1
        if end > start and not text[start:end].isspace():
            yield (start, end)
            start = end
    if start < len(text):
        yield (start, len(text))
