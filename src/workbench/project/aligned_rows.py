"""project: the rows of a Chinese text get the English that was aligned with them, as drafts.

Pure functions on rows. A row's English is that of the beads which begin in it. What is doubted, and what has
no partner, stands in the row's note too, so that no sentence of the English is lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby, zip_longest

from workbench.model.coded import CodedText
from workbench.model.segments import Anchor, Origin, OriginKind, Segment, State
from workbench.project.aligning import Aligned, Pair, is_unsure
from workbench.project.aligning_texts import Place
from workbench.project.pairs import SURE
from workbench.project.structure import merged, sound_anchors


def filled(rows: Sequence[Segment], aligned: Aligned, *, merging: bool) -> list[Segment]:
    """The rows with their English.

    Args:
        rows: of the Chinese text, in order, without English.
        aligned: the two texts.
        merging: rows of one block that share a bead become one row, with the id of the first.
    """
    if merging:
        rows = _together(rows, aligned)
    grid = _Grid(rows)
    fillings = [_Filling(row) for row in rows]
    entries = [_entry(pair, grid, aligned) for pair in aligned.pairs if pair.source]
    entries += [_entry(pair, grid, aligned, wanted=False) for pair in aligned.below if pair.source]
    for entry in sorted(entries, key=lambda entry: entry.pair.source):
        _enter(fillings, entry)
    _add(fillings, [entry for entry in entries if entry.pair.target], aligned)
    return [filling.row() for filling in fillings]


@dataclass(slots=True, eq=False)
class _Entry:
    """A bead and its place.

    Attributes:
        home: number of the row in which its Chinese begins, from 0; `last` of the one in which it ends.
        end: offset behind its Chinese in the source of row `last`.
        source: its Chinese; empty where the English adds something.
        target: its English; empty where there is none.
        wanted: False where the bead lacks confidence, so that its English is left out.
    """

    pair: Pair
    home: int
    last: int
    end: int
    source: str
    target: str
    wanted: bool = True

    @property
    def paired(self) -> bool:
        """Whether both sides stand in rows."""
        return bool(self.source and self.target and self.wanted)


@dataclass(slots=True)
class _Filling:
    """What comes into a row."""

    before: Segment
    entries: list[_Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def row(self) -> Segment:
        """The row, a draft where it has English."""
        text = " ".join(entry.target for entry in self.entries if entry.target and entry.wanted)
        if not text:
            return replace(self.before, note="\n".join([*self._lacking(), *self.notes]))
        least = min((entry.pair.confidence for entry in self.entries if entry.paired), default=0.0)
        notes = [f"aligned, {least:.2f}; check"] if is_unsure(least) else []
        notes += self._lacking()
        return replace(
            self.before,
            target=CodedText(text),
            state=State.DRAFT,
            origin=Origin(OriginKind.ALIGNED, round(100 * least), text),
            anchors=sound_anchors(tuple(self._anchors()), len(self.before.source.text), len(text)),
            note="\n".join([*notes, *self.notes]),
        )

    def _lacking(self) -> list[str]:
        """What of the row's Chinese has no English; said in short where nothing of it has."""
        lacking = [entry.source for entry in self.entries if entry.source and not entry.target]
        if lacking and len(lacking) == len(self.entries) and not self.notes:
            return ["no English was found for this row"]
        return [f"no English was found for “{source}”" for source in lacking]

    def _anchors(self) -> Iterator[Anchor]:
        """The sentence ends that are surely right, because the beads before and behind are.

        Beside what has no partner none is set: which of the sentences there belong together is asked again
        when the pairs of the row are wanted.
        """
        length = -1  # no space stands before the first
        for entry, after in zip_longest(self.entries, self.entries[1:]):
            around = [bead for bead in (entry, after) if bead is not None]
            length += len(entry.target) + 1 if entry.target and entry.wanted else 0
            whole = all(bead.paired for bead in around) and entry.home == entry.last
            if whole and min(bead.pair.confidence for bead in around) >= SURE:
                yield Anchor(_over_spaces(self.before.source.text, entry.end), length)


class _Grid:
    """Which row, and which offset of its source, a place of the file is."""

    def __init__(self, rows: Sequence[Segment]) -> None:
        self._runs = sorted(
            (run.line, run.column, number, run.start, run.end)
            for number, row in enumerate(rows)
            for piece in row.pieces
            for run in piece.runs
        )

    def at(self, place: Place) -> tuple[int, int]:
        """Number of the row, from 0, and offset; of the nearest one before where no row has the place."""
        found = bisect_right(self._runs, place, key=lambda run: run[:2]) - 1
        _, column, row, start, end = self._runs[max(found, 0)]
        return row, min(start + max(place[1] - column, 0), end - 1)


def _entry(pair: Pair, grid: _Grid, aligned: Aligned, *, wanted: bool = True) -> _Entry:
    parts = aligned.source.parts
    home, _ = grid.at(parts[pair.source[0]].first)
    last, offset = grid.at(parts[pair.source[-1]].last)
    texts = aligned.source.joined(pair.source), aligned.target.joined(pair.target)
    return _Entry(pair, home, last, offset + 1, *texts, wanted)


def _together(rows: Sequence[Segment], aligned: Aligned) -> list[Segment]:
    """The rows; those of one block that share a bead are one."""
    grid = _Grid(rows)
    joined: set[int] = set()  # to the row before
    for pair in aligned.pairs:
        if pair.source and pair.target:
            entry = _entry(pair, grid, aligned)
            between = range(entry.home + 1, entry.last + 1)
            joined |= {number for number in between if _block(rows[number - 1]) == _block(rows[number])}
    groups: list[list[Segment]] = []
    for number, row in enumerate(rows):
        if number in joined:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [reduce(merged, group) for group in groups]


def _block(row: Segment) -> tuple[int, int]:
    return row.pieces[0].document, row.pieces[0].block


def _enter(fillings: Sequence[_Filling], entry: _Entry) -> None:
    """Put a bead that has Chinese into the row in which it begins."""
    fillings[entry.home].entries.append(entry)
    if not entry.wanted and entry.target:
        fillings[entry.home].notes.append(f"left out, {entry.pair.confidence:.2f}: “{entry.target}”")
    elif entry.target:
        for number in range(entry.home + 1, entry.last + 1):
            fillings[number].notes.append(f"the English of its beginning stands in row {entry.home + 1}")


def _add(fillings: Sequence[_Filling], entered: Iterable[_Entry], aligned: Aligned) -> None:
    """Put what the English adds beside its neighbours there; what stands apart from them into a note."""
    additions = [_addition(pair, aligned) for pair in aligned.pairs if not pair.source]
    additions += [_addition(pair, aligned, wanted=False) for pair in aligned.below if not pair.source]
    order = sorted([*entered, *additions], key=lambda entry: entry.pair.target)
    groups = [list(group) for _, group in groupby(order, key=lambda entry: bool(entry.source))]
    for at, group in enumerate(groups):
        if not group[0].source:
            before = groups[at - 1][-1] if at else None
            after = groups[at + 1][0] if at + 1 < len(groups) else None
            _add_between(fillings, group, before, after, aligned)


def _addition(pair: Pair, aligned: Aligned, *, wanted: bool = True) -> _Entry:
    return _Entry(pair, 0, 0, 0, "", aligned.target.joined(pair.target), wanted)


def _add_between(
    fillings: Sequence[_Filling],
    additions: Iterable[_Entry],
    before: _Entry | None,
    after: _Entry | None,
    aligned: Aligned,
) -> None:
    """Additions that follow `before` in the English and stand ahead of `after`."""
    near = before or after
    row = fillings[near.home if near else 0]
    inside = before is not None and after is not None and before.home == after.home
    for entry in additions:
        said = f"no Chinese was found for “{entry.target}”"
        if entry.wanted and before and (inside or _one_paragraph(before, entry, aligned)):
            row.entries.insert(row.entries.index(before) + 1, entry)
            before = entry
        elif entry.wanted and after and _one_paragraph(entry, after, aligned):
            row = fillings[after.home]
            row.entries.insert(row.entries.index(after), entry)
        else:
            said += ", which is left out"
        row.notes.append(said)


def _one_paragraph(first: _Entry, second: _Entry, aligned: Aligned) -> bool:
    """Whether the English of both stands in one paragraph."""
    parts = aligned.target.parts
    return parts[first.pair.target[-1]].paragraph == parts[second.pair.target[0]].paragraph


def _over_spaces(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
