"""project: a misspelt word of a row written otherwise, as pure functions."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.segments import Segment, State
from workbench.project.fixing import Piece, fixed_row
from workbench.text.spelling import spelt_words

_APOSTROPHE = "’"


def places_of_word(text: str, word: str) -> tuple[tuple[int, int], ...]:
    """Where a word stands in an English text: as it is written, or with a capital at its beginning."""
    return tuple(
        (found.start, found.end)
        for found in spelt_words(text)
        if found.text == word or found.text == _capital(word)
    )


def respelt(segment: Segment, word: str, by: str) -> Segment:
    """The row with `by` for `word` wherever it stands, capitals kept; a draft where it was confirmed."""
    text = segment.target.text
    pieces: list[Piece] = [
        (start, end, _like(by, text[start:end], word)) for start, end in places_of_word(text, word)
    ]
    if not pieces:
        return segment
    state = State.DRAFT if segment.settled else segment.state
    return replace(fixed_row(segment, pieces), state=state)


def _like(by: str, stands: str, word: str) -> str:
    written = _capital(by) if stands[0].isupper() and not word[0].isupper() else by
    return written.replace("'", _APOSTROPHE) if _APOSTROPHE in stands else written


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
