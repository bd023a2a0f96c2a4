"""lexicon: Chinese words by longest match."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

_RUN = re.compile(r"[A-Za-z]+|[0-9]+")


def reach_of(words: Iterable[str]) -> dict[str, int]:
    """For the first two characters of every word, the code points of the longest that begins with them."""
    reach: dict[str, int] = {}
    for word in words:
        if len(word) > reach.get(word[:2], 1):
            reach[word[:2]] = len(word)
    return reach


def cut(text: str, known: Container[str], longest: int, reach: Mapping[str, int] | None = None) -> list[str]:
    """Cut folded text into words: from the left, always the longest that is known.

    Args:
        text: Chinese text, folded.
        known: the words, folded.
        longest: code points of the longest word that is looked for.
        reach: `reach_of` the words; with it cutting is several times as fast.

    Returns:
        Pieces that joined give the text again: known words, runs of Latin letters or of digits, and what
        is left character by character. A run of letters or digits is never parted.
    """
    pieces: list[str] = []
    place, end = 0, len(text)
    while place < end:
        far = longest if reach is None else reach.get(text[place : place + 2], 1)
        stop = min(place + far, end)
        while stop > place + 1 and not (text[place:stop] in known and _stands_free(text, stop)):
            stop -= 1
        if stop <= place + 1:
            run = _RUN.match(text, place) if text[place] < "\x7f" else None
            stop = run.end() if run else place + 1
        pieces.append(text[place:stop])
        place = stop
    return pieces


def _stands_free(text: str, stop: int) -> bool:
    """Whether no run of letters or digits goes on across `stop`."""
    if stop == len(text) or not (after := text[stop]).isascii():
        return True
    before = text[stop - 1]
    return not (
        before.isascii()
        and ((before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit()))
    )
