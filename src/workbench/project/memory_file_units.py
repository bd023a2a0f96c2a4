"""project: units of exchange files become units of a memory, and back; the properties that say the rest.

`x-state`, `x-origin`, `x-pair-origin` and `x-pair-confidence` are those that exports of projects write. What
a memory adds: `x-place` (what a unit was in), `x-before` and `x-after` (the sources beside it; empty at the
edge of the document), `x-locked`. OmegaT's `prev` and `next`, memoQ's `x-context-pre` and `-post` are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.exchange.xliff import DOCUMENT
from workbench.model.coded import CodedText, print_coded
from workbench.model.memory_units import WHOLE, MemoryUnit, UnitState
from workbench.model.segments import OriginKind
from workbench.model.units import NO_DETAILS, TranslationUnit

PLACE, BEFORE, AFTER, LOCKED = "x-place", "x-before", "x-after", "x-locked"
_STATE, _ORIGIN, _CONFIDENCE, _PAIR = "x-state", "x-origin", "x-pair-confidence", "x-pair-origin"
_YES = "yes"
_BEFORE = (BEFORE, "x-context-pre", "prev")
_AFTER = (AFTER, "x-context-post", "next")
_OF_A_ROW = ("x-kind", "x-parent", "x-pieces", "x-anchors", "x-document", "x-source-codes", "x-target-codes")
_TAKEN = frozenset(
    (*_BEFORE, *_AFTER, PLACE, LOCKED, _STATE, _ORIGIN, _CONFIDENCE, _PAIR, DOCUMENT, *_OF_A_ROW)
)
_STATES = {state.value: state for state in UnitState}
_ORIGINS = {kind.value: kind for kind in OriginKind}
_TAG = re.compile(r"<[^<>]*>")

HEADER = (
    *("id", "source", "target", "state", "origin", "confidence"),
    *("place", "created", "changed", "changed_by", "locked", "note"),
)
"""Columns of an exported table; inline codes stand as ⟨1⟩…⟨/1⟩ in its texts."""


_Held = tuple[TranslationUnit, Mapping[str, str], str]
"""A unit that waits for the one after it: its properties, and the source before it."""


class Intake:
    """Units of one file on their way into a memory.

    Args:
        place: what the units are in, where they do not say: the file's name.

    Attributes:
        read: units of the file so far.
        skipped: units left out, by reason.
    """

    def __init__(self, place: str) -> None:
        self.read = 0
        self.skipped: Counter[str] = Counter()
        self._place = place

    def units(self, read: Iterable[TranslationUnit]) -> Iterator[MemoryUnit]:
        """What a memory keeps of them; a unit that does not name its neighbours has those of the file."""
        before, document = "", ""
        held: _Held | None = None
        for unit in read:
            self.read += 1
            said = dict(reversed(_every(unit)))  # of two with one name the first
            here = said.get(DOCUMENT, "")
            if here != document:
                before, document = "", here
                if held is not None:
                    yield self._made(held, "")
                    held = None
            if held is not None:
                yield self._made(held, unit.source.text)
                held = None
            if self._wanted(unit, said):
                held = unit, said, before
            before = unit.source.text
        if held is not None:
            yield self._made(held, "")

    def _wanted(self, unit: TranslationUnit, said: Mapping[str, str]) -> bool:
        if not unit.source.text.strip():
            reason = "without a source"
        elif unit.target is None or not unit.target.text.strip():
            reason = "not translated"
        elif said.get(_STATE) == "rejected":
            reason = "rejected by the reviser"
        else:
            return True
        self.skipped[reason] += 1
        return False

    def _made(self, held: _Held, after: str) -> MemoryUnit:
        unit, said, before = held
        own = PLACE in said
        aligned = said.get(_PAIR) == "aligner"
        # Of a pair by the aligner the translation may be confirmed, but not that it belongs there.
        state = _STATES.get("" if aligned else said.get(_STATE, ""), UnitState.UNKNOWN)
        origin = "aligned" if aligned else said.get(_ORIGIN, "").partition(" ")[0]
        return MemoryUnit(
            unit.source,
            unit.target or CodedText(),
            source_language=unit.source_language,
            target_language=unit.target_language,
            state=state,
            origin=_ORIGINS.get(origin, OriginKind.NONE),
            confidence=_confidence(said.get(_CONFIDENCE, "")),
            place=said.get(PLACE) or self._place,
            before=_context(said, _BEFORE, None if own else before),
            after=_context(said, _AFTER, None if own else after),
            created=unit.created,
            changed=unit.changed,
            changed_by=unit.changed_by or unit.created_by,
            note=unit.note if unit.details is NO_DETAILS else _notes(unit),
            locked=said.get(LOCKED) == _YES,
            props=() if said.keys() <= _TAKEN else tuple(p for p in _every(unit) if p[0] not in _TAKEN),
        )


def _every(unit: TranslationUnit) -> tuple[tuple[str, str], ...]:
    """The properties of a unit and of its sides."""
    details = unit.details
    return (
        unit.props if details is NO_DETAILS else (*unit.props, *details.source_props, *details.target_props)
    )


def _notes(unit: TranslationUnit) -> str:
    return "\n".join(filter(None, (unit.note, unit.details.source_note, unit.details.target_note)))


def exchange_unit(unit: MemoryUnit) -> TranslationUnit:
    """A unit of a memory for an exchange file, with all that reading it again needs."""
    props = [(PLACE, unit.place)]
    if unit.state:
        props.append((_STATE, unit.state.value))
    if unit.origin:
        props.append((_ORIGIN, unit.origin.value))
    if unit.confidence != 1.0:
        props.append((_CONFIDENCE, f"{unit.confidence:.3f}"))
    if unit.before is not None:
        props.append((BEFORE, unit.before))
    if unit.after is not None:
        props.append((AFTER, unit.after))
    if unit.locked:
        props.append((LOCKED, _YES))
    return TranslationUnit(
        id=str(unit.id),
        source=unit.source,
        target=unit.target,
        source_language=unit.source_language,
        target_language=unit.target_language,
        segtype="sentence" if unit.key is not None and unit.key.part != WHOLE else "",
        created=unit.created,
        changed=unit.changed,
        changed_by=unit.changed_by,
        note=unit.note,
        props=(*props, *unit.props),
    )


def table_row(unit: MemoryUnit) -> Sequence[str]:
    """A unit as a row of a table, under `HEADER`."""
    return (
        *(
            str(unit.id),
            print_coded(unit.source),
            print_coded(unit.target),
            unit.state.value,
            unit.origin.value,
        ),
        *("" if unit.confidence == 1.0 else f"{unit.confidence:.3f}", unit.place, unit.created, unit.changed),
        *(unit.changed_by, _YES if unit.locked else "", unit.note),
    )


def _confidence(text: str) -> float:
    try:
        value = float(text) if text else 1.0
    except ValueError:
        return 1.0
    return value if 0.0 <= value <= 1.0 else 1.0


def _context(said: Mapping[str, str], names: Sequence[str], otherwise: str | None) -> str | None:
    """The source beside a unit, as its own property has it; memoQ writes it as a `seg` with its tags."""
    for name in names if said else ():
        if name in said:
            text = said[name]
            return _TAG.sub("", text).strip() if text.startswith("<seg") else text
    return otherwise
