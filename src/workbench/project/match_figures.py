"""project: the figures in which a match is of another text, so that nobody takes its English for done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.model.matches import Change, Match, MatchKind


def other_figures(match: Match) -> tuple[str, ...]:
    """Figures of the source looked up whose values the unit has not, as they are written there.

    Its English has other ones in their place, or none. What was put right is not among them.
    """
    from workbench.memory.making import with_other_numbers
    from workbench.memory.numbers_chinese import chinese_numerals
    from workbench.text.fold import fold

    if match.kind is not MatchKind.FUZZY and (match.numbers_right or match.kind is not MatchKind.NUMBERS):
        return ()
    known = with_other_numbers(match.differences) if match.numbers_right else None
    ours = fold("".join(part.text for part in match.differences if part.change is not Change.REMOVED))
    theirs = Counter(numeral.value for numeral in chinese_numerals(fold(known or match.unit.source.text)))
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
