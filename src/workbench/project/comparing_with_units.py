"""project: the units of another TMX found among our rows: by id, by source, or several that make one up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model.coded import CodedText, parse_coded, print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Origin, OriginKind, State
from workbench.model.units import TranslationUnit
from workbench.project.comparing_with import Elsewhere, Theirs, Work
from workbench.project.records import fold_key
from workbench.project.units import segment_of_unit
from workbench.text.fold import fold

_KEPT = 20_000
"""Units that are no row here and are held to be looked at again; of more only the number is known."""
_STATES = {state.value: state for state in State}
_MENDED = 3  # characters by which a mended source may be longer or shorter and hold the other
_HEAD = 8  # folded characters, at most, by which the unit that begins a row is found


@dataclass(frozen=True, slots=True)
class OurRow:
    """What finding needs to know of a row: its id, number and the hash of its folded source."""

    row: int
    number: int
    key: int
    ignored: bool = False


class Finder:
    """Says of each unit which row it is; what is left is tried together at the end.

    Args:
        rows: ours, in order.
        folded: the folded source of a row of ours.
        own: the file was written from this very project, so that equal ids mean the same row.
    """

    def __init__(self, rows: Sequence[OurRow], folded: Callable[[int], str], *, own: bool) -> None:
        self.left: dict[int, OurRow] = {each.row: each for each in rows}
        self.passed = 0
        self._folded = folded
        self._own = own
        self._by_key: dict[int, list[int]] | None = None  # made when a unit is first looked for by its source
        self._waiting: list[tuple[int, TranslationUnit]] = []
        self._count = 0

    def known(self, unit: TranslationUnit) -> int | None:
        """The row whose id a unit has, where no unit has had it yet; its source may be another."""
        row = _number(unit.id)
        return row if row in self.left else None

    def had(self, row: int) -> None:
        """A unit has been found to be this row."""
        self._count += 1
        del self.left[row]

    def find(self, unit: TranslationUnit) -> int | None:
        """The row of a unit, by its id where the source agrees, else by its source; None: it must wait.

        In a file of our own another unit may have the right id: one without it waits till the end.
        """
        self._count += 1
        folded = fold(unit.source.text)
        key = fold_key(folded)
        row: int | None = _number(unit.id)
        here = self.left.get(row or 0)
        if here is None or here.key != key:
            row = None if self._own else self._of_source(folded, key)
        if row is None:
            self._wait(unit)
            return None
        del self.left[row]
        return row

    def _of_source(self, folded: str, key: int) -> int | None:
        """The first row of this source that no unit has had."""
        if self._by_key is None:
            self._by_key = {}
            for each in reversed(self.left.values()):
                self._by_key.setdefault(each.key, []).append(each.row)
        rows = self._by_key.get(key, [])
        while rows and rows[-1] not in self.left:
            rows.pop()
        return rows[-1] if rows and folded == self._folded(rows[-1]) else None

    def _wait(self, unit: TranslationUnit) -> None:
        if len(self._waiting) < _KEPT:
            self._waiting.append((self._count, unit))
        else:
            self.passed += 1

    def rest(self) -> Iterator[tuple[int, Theirs]]:
        """Rows that several units make up together, and rows of our own whose source was changed there."""
        if not self._waiting:
            return
        starts: dict[str, list[int]] = {}
        folds = [fold(unit.source.text) for _, unit in self._waiting]
        for at, folded in enumerate(folds):
            starts.setdefault(folded[:_HEAD], []).append(at)
        used: set[int] = set()
        for row in list(self.left):
            found = self._together(self._folded(row), starts, folds, used)
            if found:
                used.update(found)
                del self.left[row]
                yield row, _joined([self._waiting[at][1] for at in found])
        for at, (_, unit) in enumerate(self._waiting):
            row = _number(unit.id)
            if self._own and at not in used and row in self.left and _edited(self._folded(row), folds[at]):
                used.add(at)
                del self.left[row]
                yield row, replace(theirs_of(unit), source=unit.source.text)
        self._waiting = [each for at, each in enumerate(self._waiting) if at not in used]

    def _together(
        self, wanted: str, starts: Mapping[str, Sequence[int]], folds: Sequence[str], used: set[int]
    ) -> list[int]:
        """Places of the units that follow each other and make up a folded source; empty where none do."""
        for length in range(1, _HEAD + 1):
            for first in starts.get(wanted[:length], ()) if len(wanted) >= length else ():
                found, made = list[int](), ""
                for at in self._run(first, used):
                    made, found = fold(made + folds[at]), [*found, at]
                    if made == wanted:
                        return found
                    if not wanted.startswith(made):
                        break
        return []

    def _run(self, first: int, used: set[int]) -> Iterator[int]:
        """Places of the units that stand one after the other in the file, from one on."""
        for at in range(first, len(self._waiting)):
            apart = self._waiting[at][0] - self._waiting[first][0] != at - first
            if apart or at in used:
                return
            yield at

    def elsewhere(self, most: int = 200) -> tuple[tuple[Elsewhere, ...], int]:
        """Units that are no row here: the first of them, and how many more there are."""
        here = tuple(
            Elsewhere(number, unit.source.text, unit.target.text if unit.target else "")
            for number, unit in self._waiting[:most]
        )
        return here, len(self._waiting) - len(here) + self.passed


def _edited(ours: str, theirs: str) -> bool:
    """Whether a source was mended there; where one holds the other the row was split or merged."""
    return abs(len(ours) - len(theirs)) <= _MENDED or not (ours in theirs or theirs in ours)


def theirs_of(unit: TranslationUnit) -> Theirs:
    """What a unit says of the row it is."""
    state = _STATES.get(unit.prop("x-state")) if not unit.prop("x-parent") else None
    target = unit.target or CodedText()
    plain = Theirs(
        Work(target, state, unit.prop("x-comment"), unit.note if state is not None else ""),
        origin=Origin(OriginKind.IMPORTED, None, target.text) if target.text else Origin(),
        who=unit.changed_by or unit.created_by,
        at=unit.changed or unit.created,
    )
    if not unit.prop("x-pieces"):
        return plain
    try:
        segment = segment_of_unit(unit, 0, "")
    except WorkbenchError:  # changed by hand: what every unit says is enough to compare
        return plain
    work = Work(segment.target, segment.state, segment.comment, segment.note)
    return replace(plain, work=work, anchors=segment.anchors, origin=segment.origin)


def _joined(units: Sequence[TranslationUnit]) -> Theirs:
    """Units that make up one row: their English with spaces between; the least of their states."""
    parts = [theirs_of(unit) for unit in units]
    if len(parts) == 1:
        return parts[0]
    english = " ".join(text for part in parts if (text := print_coded(part.work.target).strip()))
    states = [part.work.state for part in parts]
    order = (State.REJECTED, State.UNTRANSLATED, State.DRAFT, State.CONFIRMED, State.REVIEWED)
    state = None if None in states else next(each for each in order if each in states)
    if state is State.UNTRANSLATED and english:
        state = State.DRAFT
    known = [code for part in parts for code in part.work.target.codes]
    target = parse_coded(english, known)
    last = max(parts, key=lambda part: part.at)
    return Theirs(
        Work(target, state, _lines(part.work.comment for part in parts), _lines(p.work.note for p in parts)),
        origin=Origin(OriginKind.IMPORTED, None, target.text) if target.text else Origin(),
        who=last.who,
        at=last.at,
        parts=len(parts),
    )


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _number(text: str) -> int:
    """The id of a row; 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 17 else 0
