"""project: statistics, how much there is and how far it is, with every count's definition beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from workbench.model.segments import Kind, Segment
from workbench.project.opened import OpenedProject
from workbench.text.characters import is_hanzi

_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.,'’\-/%]*")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a project; ignored rows are left out.

    Attributes:
        rows: how many rows; `by_state` and `by_kind` part them.
        hanzi: Chinese characters of the source, punctuation left out.
        characters: characters of the source without spaces, punctuation included.
        asian_and_words: hanzi and other marks one each, Latin words and numbers one each.
        target_words: words of the English, parted by spaces.
        repeated_rows: rows whose source stood before, script and width apart; `repeated_hanzi` in them.
    """

    rows: int
    by_state: dict[str, int]
    by_kind: dict[str, int]
    hanzi: int
    characters: int
    asian_and_words: int
    target_words: int
    repeated_rows: int
    repeated_hanzi: int


def statistics(project: OpenedProject) -> Statistics:
    """Count a project."""
    from workbench.text.fold import fold

    rows = [segment for segment in project.every_segment() if segment.kind is not Kind.IGNORED]
    seen: set[str] = set()
    repeated: list[Segment] = []
    for segment in rows:
        key = fold(segment.source.text)
        if key in seen:
            repeated.append(segment)
        seen.add(key)
    return Statistics(
        rows=len(rows),
        by_state=dict(Counter(str(segment.state) for segment in rows)),
        by_kind=dict(Counter(str(segment.kind) for segment in rows)),
        hanzi=sum(_hanzi(segment.source.text) for segment in rows),
        characters=sum(len("".join(segment.source.text.split())) for segment in rows),
        asian_and_words=sum(_asian_and_words(segment.source.text) for segment in rows),
        target_words=sum(len(_WORD.findall(segment.target.text)) for segment in rows),
        repeated_rows=len(repeated),
        repeated_hanzi=sum(_hanzi(segment.source.text) for segment in repeated),
    )


def _hanzi(text: str) -> int:
    return sum(1 for character in text if is_hanzi(character))


def _asian_and_words(text: str) -> int:
    rest, words = _LATIN.subn("", text)
    return words + len("".join(rest.split()))
