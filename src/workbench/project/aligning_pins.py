"""project: the beads that a person gives because they are right, read from the form that `align` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.faults import WorkbenchError
from workbench.project.aligning_texts import Text, TextFile, refuse_empty

_NUMBERS = re.compile(r"\d{1,9}(?:,\d{1,9})*")
Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A bead that is right.

    Attributes:
        source: numbers of parts of the Chinese text, from 0, without blank lines; may be empty.
        target: likewise of the English one; may be empty if `source` is not.
        line: where it was given, 1-based.
    """

    source: Numbers
    target: Numbers
    line: int


def read_pins(file: TextFile, source: Text, target: Text, unit: str = "sentence") -> tuple[Pin, ...]:
    """The beads of a file: indexes, a tab, indexes; what follows a second tab is not read.

    Args:
        file: with a bead a line.
        source: the Chinese text.
        target: the English one.
        unit: what an index counts, for people: sentence, paragraph or line.

    Raises:
        WorkbenchError: a line is no bead, names what is not there or what another line has, or crosses
            another; says which.
    """
    from workbench.documents.encoding import decode
    from workbench.documents.reading import split_lines

    refuse_empty(file, "the beads that are right, as --to beads writes them")
    texts = source, target
    numbers = [{part.index: n for n, part in enumerate(text.parts)} for text in texts]
    pins: list[Pin] = []
    taken: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for line, text in enumerate(split_lines(decode(file.data, file.name)[0]), 1):
        if not text.strip():
            continue
        where = f"{file.name}, line {line}"
        sides = [side.strip() for side in text.split("\t")[:2]]
        if len(sides) != 2 or not any(sides) or not all(_NUMBERS.fullmatch(s) for s in sides if s):
            raise WorkbenchError(
                f"{where}: a bead is Chinese indexes, a tab, English indexes, such as 3,4\\t5; mend the line."
            )
        for named, known, whole in zip(sides, numbers, texts, strict=True):
            _refuse_unknown(named, known, f"{where}: the {whole.language.name} text", unit)
        found = [_found(named, known) for named, known in zip(sides, numbers, strict=True)]
        for side, before in zip(found, taken, strict=True):
            for number in side:
                if number in before:
                    raise WorkbenchError(f"{where}: what it names stands in line {before[number]} too.")
                before[number] = line
        pins.append(Pin(found[0], found[1], line))
    _refuse_parted(pins, file.name)
    _refuse_crossed(pins, file.name)
    return tuple(pins)


def _found(side: str, known: Mapping[int, int]) -> Numbers:
    return tuple(sorted(known[index] for index in _indexes(side)))


def _indexes(side: str) -> list[int]:
    return [int(index) for index in side.split(",")] if side else []


def _refuse_unknown(side: str, known: Mapping[int, int], where: str, unit: str) -> None:
    for index in _indexes(side):
        if index not in known:
            blank = ", and blank ones do not count as text" if unit == "line" else ""
            raise WorkbenchError(
                f"{where} has no {unit} {index}; its {unit}s are numbered from 0 to {max(known)}{blank}."
            )


def _refuse_parted(pins: Sequence[Pin], name: str) -> None:
    """Between the members of a bead nothing may stand but what was pinned to nothing."""
    alone = {(0, n) for pin in pins if not pin.target for n in pin.source}
    alone |= {(1, n) for pin in pins if not pin.source for n in pin.target}
    for pin in pins:
        if not (pin.source and pin.target):
            continue
        for side, members in enumerate((pin.source, pin.target)):
            between = set(range(members[0], members[-1])) - set(members)
            if any((side, n) not in alone for n in between):
                raise WorkbenchError(f"{name}, line {pin.line}: a bead has neighbours only, without a gap.")


def _refuse_crossed(pins: Sequence[Pin], name: str) -> None:
    before: Pin | None = None
    for pin in sorted(_pairs(pins), key=lambda pin: pin.source):
        if before is not None and pin.target < before.target:
            raise WorkbenchError(
                f"{name}, line {pin.line}: it crosses line {before.line}, and pins keep the order of both"
                " texts; leave one of them out."
            )
        before = pin


def _pairs(pins: Sequence[Pin]) -> Iterator[Pin]:
    return (pin for pin in pins if pin.source and pin.target)
