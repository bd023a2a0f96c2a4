"""project: the units of a project.tmx as bytes, for what must not wait until all of a long file is read.

Only for files that Workbench wrote: it writes the id first, and `</tu>` nowhere but behind a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

_ID = re.compile(rb'\s*tuid="(\d{1,16})"')
_PIECES = re.compile(rb'<prop type="x-pieces">(.*?)</prop>')
_OWN: Final = b'creationtool="Workbench"'
_ENDS = re.compile(rb"\s*</body>\s*</tmx>\s*")
_START, _END = b"<tu ", b"</tu>"
_PART = 1 << 22


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands in the file: its row's id, and what follows `<tu `."""

    row: int
    body: bytes

    @property
    def pieces(self) -> str:
        """Where its source stands in the original, as the database writes it."""
        found = _PIECES.search(self.body)
        return "" if found is None else found[1].decode("ascii", "replace")


class OtherWriterError(Exception):
    """The file is not as Workbench writes it, or not whole: it must be read as any TMX."""


def own_units(path: Path) -> Iterator[Unit]:
    """The units of a project.tmx in order.

    Raises:
        OtherWriterError: the file is not as Workbench writes it.
        WorkbenchError: it cannot be read.
    """
    end = b""
    for number, text in enumerate(_cut(path)):
        if not text.endswith(_END):
            end = text
            break
        head, mark, body = text.rpartition(_START)
        found = _ID.match(body)
        if not mark or found is None or (head.strip() if number else _OWN not in head):
            raise OtherWriterError
        yield Unit(int(found[1]), body)
    if not _ENDS.fullmatch(end):
        raise OtherWriterError


def units_of(path: Path) -> Iterator[bytes]:
    """The file, cut behind each unit, whoever wrote it. Raises WorkbenchError where it cannot be read."""
    for text in _cut(path):
        if text.endswith(_END):
            yield text[: -len(_END)]


def part_of(save: Path, rows: Set[int], output: Path) -> None:
    """Write those units of a save that are some rows, as a TMX of their own: the whole takes long to read.

    Raises:
        WorkbenchError: the save cannot be read, or the disk is full.
    """
    write_atomically(output, _kept(save, rows))


def _kept(save: Path, rows: Set[int]) -> Iterator[bytes]:
    for number, unit in enumerate(units_of(save)):
        head, mark, body = unit.rpartition(_START)
        if number == 0:
            yield head
        found = _ID.match(body)
        if found is not None and int(found[1]) in rows:
            yield mark + body + _END
    yield b"</body></tmx>"


def _cut(path: Path) -> Iterator[bytes]:
    """The file, cut behind each unit, and what follows the last one; the whole is never held."""
    rest = b""
    try:
        with path.open("rb") as file:
            while part := file.read(_PART):
                *units, rest = (rest + part).split(_END)
                for unit in units:
                    yield unit + _END
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}).") from error
    yield rest
