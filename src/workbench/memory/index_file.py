"""memory: a file of arrays that are mapped, not read, and whose damage is noticed before it changes answers.

The arrays stand one behind another; behind them the CRC-32 of every block, a table in JSON (their names,
kinds and places), and a tail of fixed size. The table and the list of CRCs are checked when the file is
opened, a block when it is first touched. So opening costs little more for a large file than for a small one.
"""

from __future__ import annotations

import json
import mmap
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

BLOCK = 1 << 12
_AHEAD = 64 * BLOCK
_PAUSE = 0.0005  # seconds that look-ups and keys have for themselves between two such stretches
_MAGIC = b"WBindex1"
_FIELDS = struct.Struct("<QQI")  # where checks and table begin, their bytes, their CRC-32
_TAIL = struct.Struct("<QQII8s")  # the same, the CRC-32 of these fields, magic


class IndexDamagedError(Exception):
    """A file of the index is not what was written: the index has to be made again from the memory."""


class ArrayWriter:
    """Writes such a file from its beginning to its end; a file that is not finished is no index file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO = path.open("wb")
        self._table: dict[str, tuple[str, int, int]] = {}
        self._size = 0
        self._open_block = b""
        self._checks: list[int] = []
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is not None:
            self._path.unlink(missing_ok=True)

    def begin(self, name: str, kind: str) -> None:
        """The next array: its name, and numpy's name of its kind, such as `<u4`."""
        self._write(b"\0" * (-self._size % 64))
        self._name = name
        self._table[name] = (kind, self._size, 0)

    def write(self, values: NDArray[Any]) -> None:
        """Some more of the array that was begun."""
        kind, start, count = self._table[self._name]
        self._write(np.ascontiguousarray(values, kind).tobytes())
        self._table[self._name] = (kind, start, count + values.size)

    def finish(self) -> None:
        """Write what makes it a whole file."""
        self._write(b"\0" * (-self._size % BLOCK))
        checks = np.array(self._checks, "<u4").tobytes()
        table = {"arrays": self._table}
        body = checks + json.dumps(table).encode()
        fields = _FIELDS.pack(self._size, len(body), zlib.crc32(body))
        self._file.write(body + fields + struct.pack("<I8s", zlib.crc32(fields), _MAGIC))
        self._file.flush()

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._size += len(data)
        data = self._open_block + data
        whole = len(data) - len(data) % BLOCK
        view = memoryview(data)
        self._checks += [zlib.crc32(view[at : at + BLOCK]) for at in range(0, whole, BLOCK)]
        self._open_block = data[whole:]


class Arrays:
    """Such a file, mapped.

    Attributes:
        size: bytes of the file.
    """

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            IndexDamagedError: it is no whole file of this kind.
            FileNotFoundError: there is none.
        """
        with path.open("rb") as file:
            self.size = file.seek(0, 2)
            if self.size < _TAIL.size:
                raise IndexDamagedError(f"{path} is too short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start, length = self._tail(path)
        body = self._map[start : start + length]
        blocks = start // BLOCK
        try:
            table = json.loads(body[4 * blocks :])
            self._table: dict[str, tuple[str, int, int]] = {
                name: (kind, at, count) for name, (kind, at, count) in table["arrays"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamagedError(f"{path} is of another form: {error}") from error
        self._checks = np.frombuffer(body, "<u4", blocks)
        self._seen = bytearray(blocks)
        self._path = path

    def _tail(self, path: Path) -> tuple[int, int]:
        """Where the checks and the table begin, and their bytes."""
        start, length, check, own, magic = _TAIL.unpack(self._map[self.size - _TAIL.size :])
        fields = _FIELDS.pack(start, length, check)
        if magic != _MAGIC or zlib.crc32(fields) != own or start + length + _TAIL.size != self.size:
            raise IndexDamagedError(f"{path} has no tail")
        if zlib.crc32(self._map[start : start + length]) != check:
            raise IndexDamagedError(f"the table of {path} is damaged")
        return start, length

    def array(self, name: str) -> NDArray[Any]:
        """An array of the file. Whoever reads a part of it calls `check` before."""
        kind, start, count = self._table[name]
        return np.frombuffer(self._map, kind, count, start)

    def checker(self, name: str) -> Checker:
        """What checks the array's parts."""
        kind, start, count = self._table[name]
        return Checker(self, start, np.dtype(kind).itemsize, count)

    def check(self, first: int, end: int) -> None:
        """Make sure that the bytes from `first` to `end` are as they were written.

        Raises:
            IndexDamagedError: they are not.
        """
        at, last = first // BLOCK, (end - 1) // BLOCK + 1
        while (at := self._seen.find(0, at, last)) >= 0:
            block = memoryview(self._map)[at * BLOCK : (at + 1) * BLOCK]
            if zlib.crc32(block) != self._checks[at]:
                raise IndexDamagedError(f"{self._path} is damaged at byte {at * BLOCK} or soon after")
            self._seen[at] = 1

    def check_ahead(self, stopped: Callable[[], bool]) -> None:
        """Check what no look-up has touched yet, so that none has to; in a thread that nothing waits for.

        Args:
            stopped: whether to leave off, asked every few blocks.

        Raises:
            IndexDamagedError: a block is not as it was written; it stays unseen, so a look-up notices too.
        """
        end = len(self._seen) * BLOCK
        for first in range(0, end, _AHEAD):
            if stopped():
                return
            self.check(first, min(first + _AHEAD, end))
            time.sleep(_PAUSE)

    def let_go(self) -> None:
        """Give back the memory of the parts that were read; they are mapped again when they are needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


class Checker:
    """Checks parts of one array, counted in its values."""

    __slots__ = ("_arrays", "_count", "_item", "_start")

    def __init__(self, arrays: Arrays, start: int, item: int, count: int) -> None:
        self._arrays, self._start, self._item, self._count = arrays, start, item, count

    def part(self, first: int, end: int) -> None:
        """Check the values from `first` to `end`; an empty part is as it should be."""
        if first < end:
            self._arrays.check(self._start + first * self._item, self._start + end * self._item)

    def whole(self) -> None:
        """Check all of it."""
        self.part(0, self._count)

    def each(self, places: NDArray[Any]) -> None:
        """Check single values, in any order."""
        for block in set(((places * self._item + self._start) // BLOCK).tolist()):
            self._arrays.check(block * BLOCK, block * BLOCK + 1)
