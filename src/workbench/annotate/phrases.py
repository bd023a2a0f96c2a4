"""annotate: pypinyin's dictionary of phrases and hanzi in a few megabytes; the longest phrase reads a clause.

The package itself holds it as lists of lists, some fifty megabytes, which is more than an editor that stays
open all day may ask for. Its data files are read here as they are, into one text that is searched; what comes
out is what pypinyin gives for the same clause (longest phrase first, else the first reading of a hanzi).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workbench.model.faults import WorkbenchError

_ENTRY = re.compile(r'"([^"]+)":\s*\[((?:\s*\[[^\]]*\],?)+)\s*\]')
_SYLLABLE = re.compile(r'\[\s*"([^"]*)"')
_HANZI = re.compile(r'"(\d+)":\s*"([^",]+)')


class PhraseReadings:
    """Readings of clauses.

    Args:
        phrases: the text of pypinyin's phrases_dict.json. `hanzi`: of its pinyin_dict.json.
    """

    def __init__(self, phrases: str, hanzi: str) -> None:
        lines = sorted(_lines(phrases))
        self._text = "".join(lines)
        self._starts = array("I", [0])
        self._ranges: dict[str, tuple[int, int]] = {}
        at = 0
        for number, line in enumerate(lines):
            at += len(line)
            self._starts.append(at)
            first = self._ranges.get(line[0], (number, number))[0]
            self._ranges[line[0]] = (first, number + 1)
        self._single, self._syllables = _singles(hanzi)

    def of(self, clause: str) -> list[str]:
        """One reading a character of a run of hanzi; "" for one that is not known."""
        found: list[str] = []
        at = 0
        while at < len(clause):
            syllables = self._longest(clause, at)
            if len(syllables) > 1:
                found += syllables
                at += len(syllables)
            else:
                found.append(syllables[0] if syllables else self._alone(clause[at]))
                at += 1
        return found

    def _alone(self, character: str) -> str:
        code = ord(character)
        return self._syllables[self._single[code]] if code < len(self._single) else ""

    def _longest(self, clause: str, at: int) -> list[str]:
        """The syllables of the longest phrase that begins at `at`; empty for none.

        A phrase that begins the text sorts before it, and whatever sorts between the two begins as far as
        that phrase goes: so the text is cut to what it has in common with its neighbour until it is one.
        """
        first, after = self._ranges.get(clause[at], (0, 0))
        wanted = clause[at:]
        while after > first and wanted:
            after = bisect_right(range(after), wanted, lo=first, key=self._phrase)
            if after == first:
                return []
            phrase, _, readings = self._line(after - 1).partition("\t")
            common = _common(phrase, wanted)
            if common == len(phrase):
                return readings.split(" ")
            wanted = wanted[:common]
        return []

    def _line(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]

    def _phrase(self, number: int) -> str:
        start = self._starts[number]
        return self._text[start : self._text.index("\t", start)]


def _lines(phrases: str) -> Iterator[str]:
    """ "phrase TAB syllables LF" of every entry with as many syllables as characters."""
    for entry in _ENTRY.finditer(phrases):
        syllables = _SYLLABLE.findall(entry[2])
        if len(syllables) == len(entry[1]):
            yield f"{entry[1]}\t{' '.join(syllables)}\n"


def _singles(hanzi: str) -> tuple[array[int], list[str]]:
    """By code point the number of the first reading, and the readings; number 0 is none."""
    numbers: dict[str, int] = {"": 0}
    found = array("H")
    for entry in _HANZI.finditer(hanzi):
        code = int(entry[1])
        if code >= len(found):
            found.extend([0] * (code + 1 - len(found)))
        found[code] = numbers.setdefault(entry[2], len(numbers))
    return found, list(numbers)


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    for at, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return at
    return min(len(first), len(second))


@cache
def phrase_readings() -> PhraseReadings:
    """The dictionary, read when it is first asked for. Raises WorkbenchError where pypinyin is missing."""
    spec = find_spec("pypinyin")  # to import it would load what is not wanted here
    if spec is None or spec.origin is None:
        raise WorkbenchError("pypinyin is not installed; install Workbench again.")
    data = Path(spec.origin).parent
    return PhraseReadings(
        (data / "phrases_dict.json").read_text("utf-8"), (data / "pinyin_dict.json").read_text("utf-8")
    )
