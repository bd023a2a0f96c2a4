"""glossary: what a file would change in a glossary: new, changed field by field, missing, the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from workbench.glossary.adding import free_slug
from workbench.glossary.columns import CONCEPT_COLUMNS, HEADER
from workbench.glossary.importing import Incoming, IncomingRendering, Told
from workbench.glossary.matching import Matcher, pairs
from workbench.glossary.rows import Row
from workbench.model.terms import Attestation, Status, TermKind

UNSAID: Final[Mapping[str, str]] = {
    "status": str(Status.PREFERRED),
    "attestation": str(Attestation.ESTABLISHED),
    "kind": str(TermKind.TERM),
}
"""What an empty cell of a column says."""
_OF_RENDERINGS: Final = tuple(one for one in HEADER if one not in (*CONCEPT_COLUMNS, "concept"))


class Field(NamedTuple):
    """A cell that differs: its column, what the glossary has and what the file has."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of the glossary that the file has otherwise, or that is new.

    Attributes:
        concept: its id in the glossary, as it is or will be.
        zh, en: as the glossary has them, of a new row as the file has them.
        line: of the glossary, 1-based; 0: new.
        place: in the file, for a person.
        fields: what differs; of a new row all that it says.
        opens: of a new row, whether its concept is new too.
    """

    concept: str
    zh: str
    en: str
    line: int
    place: str
    fields: tuple[Field, ...]
    opens: bool = False

    @property
    def filling(self) -> tuple[Field, ...]:
        """The fields to which the file gives a value."""
        return tuple(one for one in self.fields if one.new)

    @property
    def emptying(self) -> tuple[Field, ...]:
        """The fields that are empty in the file and not in the glossary."""
        return tuple(one for one in self.fields if not one.new)


@dataclass(slots=True)
class Difference:
    """What a file would change; see `applying.applied`.

    Attributes:
        missing: rows of the glossary that the file does not have.
        same: how many rows are as they were.
        told: what was decided on the way, and where.
    """

    new: list[RowChange] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)
    same: int = 0
    told: Told = field(default_factory=dict)

    @property
    def emptied(self) -> int:
        """How many cells are empty in the file alone."""
        return sum(len(change.emptying) for change in self.changed)

    def changes(self, *, delete_missing: bool) -> bool:
        """Whether applying it changes anything."""
        lost = bool(self.missing or self.emptied) and delete_missing
        return bool(self.new or lost or any(change.filling for change in self.changed))


def compare(rows: Sequence[Row], entries: Iterable[Incoming]) -> Difference:
    """Compare a glossary with the entries of a file.

    A concept is the same by its id, else by its headword, else by a variant. A rendering is the same by its
    English, register and years; where the file names concepts, what is left on both sides is paired in
    order, so that a corrected spelling is a change and no new rendering. Only columns that the file has are
    compared.

    Args:
        rows: of the glossary, sound ones.
        entries: see `importing.entries_of`.
    """
    done = Difference()
    matcher = Matcher(rows)
    together: dict[str, list[Incoming]] = {}
    fresh: list[Incoming] = []
    named: dict[str, str] = {}
    for entry in entries:
        found = matcher.concept(entry, done.told)
        if found is None:
            fresh.append(entry)
        else:
            together.setdefault(found, []).append(entry)
            named[entry.id] = found
    taken = set(matcher.concepts)
    for entry in fresh:
        named[entry.id or entry.zh] = _new_id(entry, taken)
        taken.add(named[entry.id or entry.zh])
    for concept, owned in matcher.concepts.items():
        if concept in together:
            _compare(done, concept, owned, together[concept], named)
        else:
            done.missing.extend(owned)
    for entry in fresh:
        done.new.extend(_new_rows(entry, named[entry.id or entry.zh], named))
    return done


def _new_id(entry: Incoming, taken: Collection[str]) -> str:
    if entry.id and entry.id not in taken:
        return entry.id
    return free_slug(entry.renderings[0].cells["en"], taken, entry.zh)


def _compare(
    done: Difference,
    concept: str,
    owned: Sequence[Row],
    entries: Sequence[Incoming],
    named: Mapping[str, str],
) -> None:
    first = entries[0]
    own = [
        Field(column, _said(owned[0], column), new)
        for column, new in _cells(first, named).items()
        if new != _said(owned[0], column) and not (column == "zh" and not first.id)
    ]
    renderings = [one for entry in entries for one in entry.renderings]
    matched, left, new = pairs(owned, renderings, in_order=bool(first.id))
    places = {row.line: rendering for row, rendering in matched}
    for row in owned:
        rendering = places.get(row.line)
        fields = [*(own if row is owned[0] else ()), *(_fields(row, rendering) if rendering else ())]
        if fields:
            place = rendering.place if rendering else first.place
            done.changed.append(
                RowChange(concept, owned[0].cell("zh"), row.cell("en"), row.line, place, tuple(fields))
            )
        elif rendering:
            done.same += 1
    done.missing.extend(left)
    done.new.extend(_further(concept, owned, new, told=bool(first.id)))


def _said(row: Row, column: str) -> str:
    return row.cell(column) or UNSAID.get(column, "")


def _cells(entry: Incoming, named: Mapping[str, str]) -> dict[str, str]:
    """What an entry says of its concept, in the glossary's ids."""
    cells = {column: cell or UNSAID.get(column, "") for column, cell in entry.cells.items()}
    if short := cells.get("abbreviation_of"):
        cells["abbreviation_of"] = named.get(short, short)
    return cells


def _fields(row: Row, rendering: IncomingRendering) -> Iterator[Field]:
    """What differs between a row and a rendering of the file, in the order of the columns."""
    for column in _OF_RENDERINGS:
        if column in rendering.cells:
            new = rendering.cells[column] or UNSAID.get(column, "")
            if new != _said(row, column):
                yield Field(column, _said(row, column), new)


def _further(
    concept: str, owned: Sequence[Row], renderings: Iterable[IncomingRendering], *, told: bool
) -> Iterator[RowChange]:
    """New renderings of a concept that is there; what they do not say is decided as `_unsaid` has it."""
    has_preferred = any(_said(row, "status") == Status.PREFERRED for row in owned)
    for one in renderings:
        cells = one.cells if told else _unsaid(one.cells, has_preferred)
        has_preferred = has_preferred or (cells.get("status") or Status.PREFERRED) == Status.PREFERRED
        yield _new_row(concept, owned[0].cell("zh"), one.place, cells)


def _new_rows(entry: Incoming, concept: str, named: Mapping[str, str]) -> Iterator[RowChange]:
    has_preferred = any(one.cells.get("status") == Status.PREFERRED for one in entry.renderings)
    for at, one in enumerate(entry.renderings):
        cells = one.cells if entry.id else _unsaid(one.cells, has_preferred)
        has_preferred = True
        own = _cells(entry, named) if at == 0 else {}
        yield _new_row(concept, entry.zh, one.place, {**own, **cells}, opens=True)


def _unsaid(cells: Mapping[str, str], has_preferred: bool) -> dict[str, str]:
    """What a list of another tool does not say: one rendering is preferred, none more than proposed."""
    status = Status.ADMITTED if has_preferred else Status.PREFERRED
    return {
        **cells,
        "status": cells.get("status") or str(status),
        "attestation": cells.get("attestation") or str(Attestation.PROPOSED),
    }


def _new_row(
    concept: str, zh: str, place: str, cells: Mapping[str, str], *, opens: bool = False
) -> RowChange:
    said = {**cells, "concept": concept, "zh": zh}
    fields = (Field(column, "", said[column]) for column in HEADER if said.get(column))
    return RowChange(concept, zh, cells["en"], 0, place, tuple(fields), opens)
