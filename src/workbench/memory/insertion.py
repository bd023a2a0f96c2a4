"""memory: insert only the difference: what a proposal has and the English typed so far lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

Insertion = tuple[int, int, str]
"""Start and end in the target, which are the same, and the text that comes there."""

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and the spans of its words and marks."""

    text: str
    spans: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> _Text:
        return cls(text, [match.span() for match in _TOKEN.finditer(text)])

    def words(self) -> list[str]:
        """Words and marks to compare by, in lower case."""
        return [self.text[start:end].casefold() for start, end in self.spans]

    def gap(self, place: int) -> str:
        """The white space before a word; before the first and behind the last that at the edge."""
        start = self.spans[place - 1][1] if place else 0
        end = self.spans[place][0] if place < len(self.spans) else len(self.text)
        return self.text[start:end]


def missing_part(target: str, proposal: str, caret: int) -> list[Insertion]:
    """What to insert so that the typed English has what only the proposal has; every typed word stays.

    A beginning that the proposal has too is completed, also in the middle of a word, and so is a gap between
    a beginning and an end. Otherwise words are compared: those the typed English lacks come in at their
    places; where it has other words instead, between words that both have, those stand for them.

    Args:
        target: the English typed so far.
        proposal: the English of a match.
        caret: offset in `target`.

    Returns:
        (start, end, text) in order, with start equal to end; offsets are those of `target` before any of it.
    """
    if not proposal.strip():
        return []
    if not target.strip():
        return [(len(target), len(target), proposal.lstrip() if target else proposal)]
    at_caret = _between(target, proposal, min(max(caret, 0), len(target)))
    if at_caret is not None:
        return [at_caret] if at_caret[2] else []
    typed, offered = _Text.of(target), _Text.of(proposal)
    return [insertion for insertion in _insertions(typed, offered) if insertion[2]]


def _between(target: str, proposal: str, caret: int) -> Insertion | None:
    """What stands in the proposal between the text before the caret and the text behind it."""
    before, after = target[:caret], target[caret:]
    if not after.strip():
        before, after, caret = target, "", len(target)
    if not before.strip() or len(before) + len(after) > len(proposal):
        return None
    end = len(proposal) - len(after)
    if (
        before.casefold() != proposal[: len(before)].casefold()
        or after.casefold() != proposal[end:].casefold()
    ):
        return None
    return (caret, caret, proposal[len(before) : end])


def _insertions(typed: _Text, offered: _Text) -> Iterator[Insertion]:
    words = typed.words()
    is_open = not words or not re.fullmatch('[.!?。”’"]', words[-1])
    for start, end, first, last in _apart(words, offered.words()):
        if start == end:
            yield _insertion(typed, end, offered, first, last)
        elif first < last and end == len(words) and is_open:
            yield from _tail(typed, start, end, offered, first, last)


def _apart(typed: Sequence[str], offered: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of both between the words of their longest common subsequence."""
    place = other = 0
    for block in LCSseq.opcodes(typed, offered):
        if block.tag != "equal":
            continue
        if (place, other) != (block.src_start, block.dest_start):
            yield place, block.src_start, other, block.dest_start
        place, other = block.src_end, block.dest_end
    if (place, other) != (len(typed), len(offered)):
        yield place, len(typed), other, len(offered)


def _tail(typed: _Text, start: int, end: int, offered: _Text, first: int, last: int) -> Iterator[Insertion]:
    """Behind words of the translator's own at the end of what is typed; a word begun there is completed."""
    begun = typed.text[slice(*typed.spans[-1])]
    is_at_end = typed.spans[-1][1] == len(typed.text)
    for place in range(first, last):
        word_start, word_end = offered.spans[place]
        word = offered.text[word_start:word_end]
        is_begun = 1 < len(begun) < len(word) and word[: len(begun)].casefold() == begun.casefold()
        if is_at_end and is_begun:
            if place > first and end - start == 1:
                yield _insertion(typed, end - 1, offered, first, place)
            rest = offered.text[word_start + len(begun) : offered.spans[last - 1][1]]
            yield (len(typed.text), len(typed.text), rest)
            return
    yield _insertion(typed, end, offered, first, last)


def _insertion(typed: _Text, place: int, offered: _Text, first: int, last: int) -> Insertion:
    """The words `first` to `last` of the proposal, before the word `place` of the typed text."""
    text = offered.text[offered.spans[first][0] : offered.spans[last - 1][1]]
    gap, before, after = typed.gap(place), offered.gap(first), offered.gap(last)
    gap_start = typed.spans[place - 1][1] if place else 0
    gap_end = gap_start + len(gap)
    if place == 0:
        return (gap_end, gap_end, text + (after or " "))
    if place == len(typed.spans):
        return (gap_end, gap_end, text if gap else (before if first else " ") + text)
    if gap and not after:
        return (gap_end, gap_end, text)
    return (gap_start, gap_start, before + text + ("" if gap else after))
