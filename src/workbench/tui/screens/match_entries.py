"""tui: what the list of matches says of each offer: score, sources compared, English, where it is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.model.matches import Match
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import OriginKind
from workbench.project.match_figures import other_figures, to_mend
from workbench.project.match_offers import MatchOffer
from workbench.text.shown import shown
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.match_layout import MatchEntry, Run, difference_runs

if TYPE_CHECKING:
    from workbench.project.refrains import RefrainOffer

_HEADINGS = {True: "the whole row", False: "this sentence"}
_PART_SIGN = " ‖ "


def match_entries(offers: Sequence[MatchOffer], source: str) -> list[MatchEntry]:
    """The entries of a row, with a heading where those of the row and of its sentence meet.

    Args:
        source: that of the row.
    """
    if not offers:
        return [MatchEntry(None, score="nothing like it in the memories")]
    entries: list[MatchEntry] = []
    mixed = len({offer.whole for offer in offers}) > 1
    for number, offer in enumerate(offers):
        if mixed and (number == 0 or offers[number - 1].whole is not offer.whole):
            entries.append(MatchEntry(None, score=_HEADINGS[offer.whole]))
        entries.append(_entry(number, offer, source))
    return entries


def told(offers: Sequence[MatchOffer]) -> str:
    """How many, and how good the first is: what stands beside the title of the pane."""
    if not offers:
        return ""
    score = offers[0].proposal.score
    return str(len(offers)) if score is None else f"{len(offers)} · {score} %"


def _entry(number: int, offer: MatchOffer, source: str) -> MatchEntry:
    label = str(number + 1) if number < 9 else ""
    score = "part" if offer.proposal.score is None else f"{offer.proposal.score} %"
    if offer.refrain is not None:
        score = f"{len(offer.refrain.refrain.places)} ×"
    return MatchEntry(
        number, label, score, tuple(_source(offer, source)), tuple(_target(offer)), _about(offer)
    )


def _source(offer: MatchOffer, source: str) -> Iterator[Run]:
    if offer.match is not None:
        yield from difference_runs(offer.match.differences)
    elif offer.assembled is not None:
        count, covered = len(offer.assembled.parts), offer.assembled.covered
        yield Run(f"put together from {covered} of {count} sentences", "source")
    else:
        yield Run(shown(source[slice(*offer.span)]), "hit")


def _target(offer: MatchOffer) -> Iterator[Run]:
    if offer.assembled is None:
        whole = offer.refrain is not None and not offer.refrain.english
        yield Run(shown(offer.proposal.target.text), "about" if whole else "target")
        return
    for at, part in enumerate(offer.assembled.parts):
        if at:
            yield Run(_PART_SIGN, "label")
        yield Run(shown(part.target.text), "about" if part.match is None else "target")


def _about(offer: MatchOffer) -> str:
    if offer.match is not None:
        return about_match(offer.match)
    if offer.assembled is not None:
        scores = (f"{part.match.score}" if part.match else "–" for part in offer.assembled.parts)
        return f"parts {', '.join(scores)} %, weighed by length"
    if offer.refrain is not None:
        return _about_refrain(offer.refrain)
    return about_unit(offer.unit, offer.memory) if offer.unit is not None else ""


def _about_refrain(offer: RefrainOffer) -> str:
    times = f"recurs: {len(offer.refrain.places)} places in this project"
    if not offer.english:
        return f"{times} · its English is somewhere in this sentence"
    return f"{times} · chosen first in: {shown(offer.sentence)}"


def about_match(match: Match) -> str:
    """Where a match is from, and how its score comes about."""
    wrong = to_mend(other_figures(match))
    figures = "numbers put right" if match.numbers_right else wrong[:1].lower() + wrong[1:]
    parts = (match.formula, figures, about_unit(match.unit, match.memory))
    return " · ".join(part for part in parts if part)


def about_unit(unit: MemoryUnit, memory: str) -> str:
    """Memory, place, author, date and state of a unit."""
    parts = [memory, unit.place, unit.changed_by, local_time(unit.changed or unit.created)]
    made = "" if unit.origin in (OriginKind.NONE, OriginKind.TYPED) else unit.origin.value
    parts += [unit.state.value, made, "locked" if unit.locked else ""]
    return " · ".join(part for part in parts if part)
