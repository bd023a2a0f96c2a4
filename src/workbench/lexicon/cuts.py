"""lexicon: Chinese words by longest match."""

from __future__ import annotations

import re
from collections.abc import Container

_PIECE = re.compile(r"[A-Za-z]+|\d+|.", re.DOTALL)
_RUN = re.compile(r"[A-Za-z]+|\d+")


def cut(text: str, known: Container[str], longest: int) -> list[str]:
    """Cut folded text into words: from the left, always the longest that is known.

    Args:
        text: Chinese text, folded.
        known: the words, folded.
        longest: code points of the longest word that is looked for.

    Returns:
        Pieces that joined give the text again: known words, runs of Latin letters or of digits, and what
        is left character by character. A run of letters or digits is never parted.
    """
    pieces: list[str] = []
    place, end = 0, len(text)
    while place < end:
        for stop in range(min(place + longest, end), place + 1, -1):
            if (word := text[place:stop]) in known and _stands_free(text, stop):
                break
        else:
            run = _RUN.match(text, place)
            stop = run.end() if run else place + 1
            word = text[place:stop]
        pieces.append(word)
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
