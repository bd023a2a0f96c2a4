"""tui: strings of the document that no term covers, as lines of the terminology screen and one in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workbench.memory.kwic import kwic
from workbench.text.fold import fold
from workbench.text.shown import shown
from workbench.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from workbench.glossary.candidates import Candidate

_EXAMPLES: Final = 12


def matching(candidates: Sequence[Candidate], query: str) -> Sequence[Candidate]:
    """The candidates that hold what was looked for, script-blind; all where nothing was."""
    wanted = fold(query).strip()
    return [one for one in candidates if wanted in fold(one.text)] if wanted else candidates


def candidate_lines(candidates: Sequence[Candidate]) -> list[Choice]:
    """A line each, its value the place in the list: the string, how often it stands there, its C-value."""
    return [
        Choice(at, one.text, f"{one.count:>5,} ×   C-value {one.score:,.1f}")
        for at, one in enumerate(candidates)
    ]


def candidate_details(candidate: Candidate, texts: Sequence[str], width: int) -> list[Content]:
    """A candidate in full: how it ranks, and where it stands.

    Args:
        candidate: which.
        texts: those its places are places of.
        width: cells of a line.
    """
    count = f"{candidate.count:,} × in this document without a term; C-value {candidate.score:,.1f}"
    lines = [
        Content.styled(shown(candidate.text), "bold"),
        Content.styled(count, "$faint"),
        Content(""),
    ]
    for place in candidate.places[:_EXAMPLES]:
        line = kwic(texts[place.index], (place.start, place.end), width)
        lines.append(Content(line.left) + Content.styled(line.hit, "$accent underline") + Content(line.right))
    return lines
