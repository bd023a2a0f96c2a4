"""glossary: LookupIndex, what `lookup` finds in a termbase, fast enough for every key that is pressed.

All forms of a kind stand in one string, a line each, so that a query is one search in C: 100,000 concepts
take milliseconds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from workbench.glossary.lookup import has_hanzi, toneless
from workbench.model.terms import Concept
from workbench.text.fold import fold

_WORD = re.compile(r"[a-z0-9]+")
_BEGUN: Final = 3
"""Rank of a reading whose first initials were typed, behind all that `lookup` finds."""
_FEWEST_INITIALS: Final = 3


class _Lines:
    """Texts of concepts, a line each; where a search meets one, whose it is."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._owners: list[int] = []
        self._starts: list[int] = []
        self.text = "\n"

    def add(self, line: str, owner: int) -> None:
        """Add a line of a concept; an empty one says nothing."""
        if line:
            self._lines.append(line)
            self._owners.append(owner)

    def close(self) -> None:
        """All lines are there."""
        self.text = "\n".join(["", *self._lines, ""])
        at = 1
        for line in self._lines:
            self._starts.append(at)
            at += len(line) + 1
        self._lines.clear()

    def owner(self, offset: int) -> int:
        """Whose line an offset of the text is in."""
        return self._owners[bisect_right(self._starts, offset) - 1]

    def places(self, wanted: str) -> Iterator[int]:
        """Every offset at which a string stands."""
        at = self.text.find(wanted)
        while at >= 0:
            yield at
            at = self.text.find(wanted, at + 1)

    def rank(self, start: int, end: int) -> int:
        """0 for a whole line, 1 for its beginning, 2 for a place inside."""
        if self.text[start - 1] != "\n":
            return 2
        return 0 if self.text[end] == "\n" else 1


class LookupIndex:
    """Concepts by a part of their Chinese, by their pinyin or its initials, or by their English."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """Make the index, about a second for 100,000 concepts; in any thread."""
        self.concepts = concepts
        self._chinese, self._english, self._initials = _Lines(), _Lines(), _Lines()
        self._pinyin = _Lines()  # syllables with a capital each, so that their borders are known
        for owner, concept in enumerate(concepts):
            self._add(owner, concept)
        for lines in (self._chinese, self._english, self._initials, self._pinyin):
            lines.close()
        self._letters = self._pinyin.text.lower()

    def _add(self, owner: int, concept: Concept) -> None:
        for form in (concept.zh, *concept.zh_variants):
            self._chinese.add(fold(form).replace("\n", " "), owner)
        syllables = [bare for syllable in concept.pinyin.split() if (bare := toneless(syllable))]
        self._pinyin.add("".join(map(str.capitalize, syllables)), owner)
        self._initials.add("".join(syllable[0] for syllable in syllables), owner)
        for rendering in concept.renderings:
            for text in (rendering.en, rendering.short_form):
                self._english.add("".join(f" {word}" for word in _WORD.findall(text.casefold())), owner)

    def find(self, query: str) -> list[int]:
        """Places of the concepts that answer to a query, the closest first, else in their order.

        First what `lookup` finds, then concepts whose pinyin begins with the initials asked for (`jjj`).

        Args:
            query: Chinese, pinyin without tones, initials, or English, as for `lookup`.
        """
        best: dict[int, int] = {}
        for owner, rank in self._found(query):
            if rank < best.get(owner, _BEGUN + 1):
                best[owner] = rank
        return sorted(best, key=lambda owner: (best[owner], owner))

    def _found(self, query: str) -> Iterator[tuple[int, int]]:
        """Concepts with their ranks."""
        if has_hanzi(query):
            yield from _ranked(self._chinese, fold(query).strip().replace("\n", " "))
            return
        letters = toneless(query)
        if letters:
            yield from self._by_pinyin(letters)
        words = _WORD.findall(query.casefold())
        if words:
            yield from _ranked(self._english, "".join(f" {word}" for word in words))

    def _by_pinyin(self, letters: str) -> Iterator[tuple[int, int]]:
        borders = self._pinyin.text
        at = self._letters.find(letters)
        while at >= 0:
            end = at + len(letters)
            if borders[at].isupper() and (borders[end] == "\n" or borders[end].isupper()):
                yield self._pinyin.owner(at), self._pinyin.rank(at, end)
            at = self._letters.find(letters, at + 1)
        for at in self._initials.places(f"\n{letters}") if len(letters) > 1 else ():
            rank = self._initials.rank(at + 1, at + 1 + len(letters))
            if rank == 0 or len(letters) >= _FEWEST_INITIALS:
                yield self._initials.owner(at + 1), 0 if rank == 0 else _BEGUN


def _ranked(lines: _Lines, wanted: str) -> Iterator[tuple[int, int]]:
    for at in lines.places(wanted):
        yield lines.owner(at), lines.rank(at, at + len(wanted))
