"""bench: gold pairs for the terms: a Chinese paragraph, its English, and what is wrong with its terms."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from workbench.model.faults import WorkbenchError

HEADER: Final = ["document", "source", "target", "faults"]
KINDS: Final = ("missing", "avoided", "first_mention", "mixed")


class Gold(NamedTuple):
    """A pair.

    Attributes:
        document: its name; the pairs of a document stand together, in order.
        source: Chinese.
        target: English.
        faults: Chinese term and kind of fault; none for a good pair.
    """

    document: str
    source: str
    target: str
    faults: tuple[tuple[str, str], ...]


def read_gold(path: Path) -> list[Gold]:
    """Read a table of gold pairs: document, source, target, faults (`zh=kind`, parted by |).

    Raises:
        WorkbenchError: the header or a row is not as it has to be; says file and line.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t") != HEADER:
        raise WorkbenchError(f"{path}:1: the header is not {', '.join(HEADER)}.")
    pairs = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = [*line.split("\t"), ""][: len(HEADER)] if line.count("\t") == 2 else line.split("\t")
        if len(cells) != len(HEADER):
            raise WorkbenchError(f"{path}:{number}: {len(cells)} cells; write {len(HEADER)}.")
        document, source, target, faults = cells
        pairs.append(Gold(document, source, target, _faults(faults, f"{path}:{number}")))
    return pairs


def _faults(cell: str, place: str) -> tuple[tuple[str, str], ...]:
    faults = []
    for one in filter(None, (part.strip() for part in cell.split("|"))):
        zh, _, kind = one.rpartition("=")
        kind = kind.strip().replace("-", "_")
        if not zh or kind not in KINDS:
            raise WorkbenchError(f"{place}: `{one}` is not zh=kind with one of {', '.join(KINDS)}.")
        faults.append((zh.strip(), kind))
    return tuple(faults)
