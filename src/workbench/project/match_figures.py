"""project: the figures in which a match is of another text, so that nobody takes its English for done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.model.matches import Change, Match


def other_figures(match: Match) -> tuple[str, ...]:
    """Figures of the source looked up whose values the unit has not, as they are written there.

    Its English has other ones in their place. None where they were put right.
    """
    from workbench.memory.numbers_chinese import chinese_numerals
    from workbench.text.fold import fold

    if match.numbers_right or len(match.differences) < 2:
        return ()
    ours = fold("".join(part.text for part in match.differences if part.change is not Change.REMOVED))
    theirs = Counter(numeral.value for numeral in chinese_numerals(fold(match.unit.source.text)))
    lacking: list[str] = []
    for numeral in chinese_numerals(ours):
        if not numeral.sure:
            continue
        if theirs[numeral.value]:
            theirs[numeral.value] -= 1
        else:
            lacking.append(ours[numeral.start : numeral.end])
    return tuple(lacking)


def to_mend(figures: Sequence[str]) -> str:
    """What to say of them; empty for none."""
    if not figures:
        return ""
    more = " …" if len(figures) > 5 else ""
    return f"Figure{'s' if len(figures) > 1 else ''} to put right: {', '.join(figures[:5])}{more}"
