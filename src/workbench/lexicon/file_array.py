"""lexicon: numbers that stay in their file until a stretch of them is asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

CAN_READ_AT: Final = hasattr(os, "pread")


class FileArray:
    """An array in a file, of which a slice is read; a map would keep in memory all that was ever near one."""

    def __init__(self, path: Path, kind: str, start: int, count: int) -> None:
        """Open the file.

        Args:
            path: the file, which is only ever replaced as a whole.
            kind: numpy's name of the numbers' kind.
            start: where they begin, in bytes.
            count: how many there are.
        """
        self._file = path.open("rb", buffering=0)
        self._kind = np.dtype(kind)
        self._start = start
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, stretch: slice) -> NDArray[Any]:
        first, last, _ = stretch.indices(self._count)
        size = self._kind.itemsize
        data = os.pread(self._file.fileno(), max(0, last - first) * size, self._start + first * size)
        return np.frombuffer(data, self._kind)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """All of it, where something else wants an array."""
        return np.asarray(self[:], dtype)
