"""project: untranslated rows filled from the memories, as drafts, in one step of undo.

What a translator has typed, confirmed or locked is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.coded import CodedText
from workbench.model.segments import Origin, OriginKind, Segment, State
from workbench.project.bands import BANDS, band_of
from workbench.project.drafting import takes_repetition
from workbench.project.log_reading import Placed
from workbench.project.match_figures import other_figures
from workbench.project.proposals import Proposal

if TYPE_CHECKING:
    from workbench.project.matching import MatchDesk

NUMBERS, ASSEMBLED = "numbers", "assembled"
_SIGN = r"[\d\s.,:;%‰+\-–−/()\[\]*=<>~°$€£¥#&]"
_NUMBERS_ALONE = re.compile(rf"{_SIGN}*\d{_SIGN}*", re.ASCII)
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
"""Full-width signs to plain ones."""
_ROUNDS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Filling:
    """What a row would be filled with.

    Attributes:
        before: the row as it is.
        after: a draft, with origin `match` and its score.
        band: the band of its score; `numbers` where it holds nothing but numbers, `assembled` where it was
            put together from its sentences.
        figures: those of its source that the English has not.
    """

    before: Segment
    after: Segment
    band: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pre-translation would do.

    Attributes:
        waiting: how many rows are untranslated, not locked and not ignored.
        fillings: what is found for them, in order.
    """

    waiting: int
    fillings: tuple[Filling, ...]

    @property
    def by_band(self) -> dict[str, int]:
        """How many rows are filled by band, in the order of the bands, none left out."""
        counted = Counter(filling.band for filling in self.fillings)
        return {band: counted[band] for band in (*(name for name, _ in BANDS), ASSEMBLED, NUMBERS)}


def planned(
    rows: Iterable[Placed],
    desk: MatchDesk,
    least: int = 85,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Plan:
    """What the memories have for the untranslated ones of some rows; in any thread.

    A row takes the best match of the whole of it; where none has the score, what its sentences give together,
    where that has it, gaps counting nothing. `Session.fill` carries it out.

    Args:
        rows: all rows that may be filled, and others.
        desk: asks the memories.
        least: the lowest score, after penalties, in per cent.
        progress: told how many of how many open rows were looked up.

    Raises:
        WorkbenchError: a memory cannot be read.
    """
    waiting = [placed for placed in rows if is_waiting(placed.segment)]
    found: list[Filling] = []
    for number, placed in enumerate(waiting, 1):
        filling = filling_of(placed, desk, least)
        if filling is not None:
            found.append(filling)
        if number % _ROUNDS_AT_ONCE == 0 or number == len(waiting):
            progress(number, len(waiting))
    return Plan(len(waiting), tuple(found))


def is_waiting(segment: Segment) -> bool:
    """Whether a row is untranslated and may be filled."""
    return segment.state is State.UNTRANSLATED and takes_repetition(segment)


def filling_of(placed: Placed, desk: MatchDesk, least: int) -> Filling | None:
    """What a row would be filled with; None where the memories have nothing with that score."""
    segment = placed.segment
    numbers = None if segment.source.codes else number_only(segment.source.text)
    if numbers is not None:
        return Filling(segment, _draft(segment, CodedText(numbers), 100), NUMBERS)
    match = desk.best_whole(segment, placed.before, placed.after, least)
    if match is not None and match.score >= least:
        after = _draft(segment, match.proposal, match.score)
        return Filling(segment, after, band_of(match.score), other_figures(match))
    made = desk.put_together(segment, placed.before, placed.after, least)
    if made is None:
        return None
    after = replace(_draft(segment, made.target, made.score), anchors=made.anchors)
    return Filling(segment, after, ASSEMBLED, Proposal.of_assembled(made).figures)


def _draft(segment: Segment, target: CodedText, score: int) -> Segment:
    origin = Origin(OriginKind.MATCH, score, target.text)
    return replace(segment, target=target, anchors=(), state=State.DRAFT, origin=origin)


def number_only(source: str) -> str | None:
    """The English of a row that holds nothing but numbers and signs; None for any other.

    Full-width digits and signs become plain ones; nothing else is changed.
    """
    plain = source.translate(_PLAIN).strip()
    return plain if plain and _NUMBERS_ALONE.fullmatch(plain) else None
