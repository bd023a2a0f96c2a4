"""memory: the refrains of a document in a file that is mapped: what is not asked for takes no memory.

The arrays of the file: `ids`, the ids of the rows in order, and `by_id`, their numbers by rising id; `text`
and `folded`, the refrains as UTF-8 one behind another, and where each begins in them; `firsts`, where the
places of each begin in `indexes`, `starts` and `ends`; and the same places row by row, so that what is
of a row stands together: `of_row`, where those of each row begin in `numbers`, `row starts` and `row ends`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, overload

import numpy as np
from numpy.typing import NDArray

from workbench.memory.index_file import Arrays, ArrayWriter
from workbench.memory.refrains import Mark, Places, Refrain, heaviest

VERSION: Final = 1
"""To be raised with every change of what refrains are, or of the file."""
_ASKED: Final = 100  # rows, after which what was read for them is given back: hundreds touch all of the file


def write_refrains(path: Path, ids: Sequence[int], stamp: int, found: Sequence[Refrain]) -> None:
    """Write the refrains of a document.

    Args:
        path: of the file; one that is there is overwritten.
        ids: of its rows, in order.
        stamp: tells later of which rows they are; less than 2**63.
        found: their refrains.

    Raises:
        OSError: it cannot be written.
    """
    own = np.array(ids, np.int64)
    sizes = [len(refrain.places) for refrain in found]
    indexes, starts, ends = (
        np.concatenate([np.zeros(0, np.int32), *(getattr(one.places, name) for one in found)], dtype=np.int32)
        for name in ("indexes", "starts", "ends")
    )
    by_row = np.argsort(indexes, kind="stable")
    offsets = "<u2" if ends.max(initial=0) < 1 << 16 else "<i4"
    with ArrayWriter(path) as file:
        _write(file, "stamp", "<i8", np.array([stamp]))
        _write(file, "ids", "<i8", own)
        _write(file, "by_id", "<i8", np.argsort(own, kind="stable"))
        _write_texts(file, "text", [refrain.text for refrain in found])
        _write_texts(file, "folded", [refrain.folded for refrain in found])
        _write(file, "firsts", "<i8", np.cumsum([0, *sizes]))
        _write(file, "indexes", "<i4", indexes)
        _write(file, "starts", offsets, starts)
        _write(file, "ends", offsets, ends)
        _write(file, "of_row", "<i8", np.cumsum(np.append(0, np.bincount(indexes, minlength=len(own)))))
        _write(file, "numbers", "<i4", np.repeat(np.arange(len(found)), sizes)[by_row])
        _write(file, "row starts", offsets, starts[by_row])
        _write(file, "row ends", offsets, ends[by_row])
        file.finish()


def _write(file: ArrayWriter, name: str, kind: str, values: NDArray[Any]) -> None:
    file.begin(name, kind)
    file.write(values)


def _write_texts(file: ArrayWriter, name: str, texts: Sequence[str]) -> None:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    _write(file, name, "<u1", np.frombuffer(b"".join(encoded), np.uint8))
    _write(file, f"{name} starts", "<i8", np.cumsum([0, *map(len, encoded)]))


class KeptRefrains(Sequence[Refrain]):
    """The refrains of such a file, and which of them stand in each row.

    Attributes:
        stamp: as it was written.
    """

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            IndexDamagedError: it is no whole file, or not what was written.
            FileNotFoundError: there is none.
        """
        arrays = Arrays(path)
        arrays.check_ahead(lambda: _let_go(arrays))
        self.stamp = int(arrays.array("stamp")[0])
        self._ids, self._by_id = arrays.array("ids"), arrays.array("by_id")
        self._texts = {
            name: (arrays.array(name), arrays.array(f"{name} starts")) for name in ("text", "folded")
        }
        self._firsts = arrays.array("firsts")
        self._places = Places(arrays.array("indexes"), arrays.array("starts"), arrays.array("ends"))
        self._of_row, self._numbers = arrays.array("of_row"), arrays.array("numbers")
        self._starts, self._ends = arrays.array("row starts"), arrays.array("row ends")
        self._arrays = arrays
        self._asked = 0

    def __len__(self) -> int:
        return len(self._firsts) - 1

    @overload
    def __getitem__(self, at: int) -> Refrain: ...
    @overload
    def __getitem__(self, at: slice) -> list[Refrain]: ...
    def __getitem__(self, at: int | slice) -> Refrain | list[Refrain]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        number = range(len(self))[at]
        places = self._places[int(self._firsts[number]) : int(self._firsts[number + 1])]
        return Refrain(self._said("text", number), self._said("folded", number), places)

    def id_of(self, index: int) -> int:
        """The id of a row by its number, from 0."""
        return int(self._ids[index])

    def index_of(self, row: int) -> int | None:
        """The number of a row by its id; None where it was not among the rows."""
        at = int(np.searchsorted(self._ids, row, sorter=self._by_id))
        if at == len(self._ids) or self._ids[self._by_id[at]] != row:
            return None
        return int(self._by_id[at])

    def every(self, index: int) -> list[Mark]:
        """All places of refrains in a row, also those over one another."""
        self._asked += 1
        if self._asked % _ASKED == 0:
            self.let_go()
        row = slice(int(self._of_row[index]), int(self._of_row[index + 1]))
        numbers, starts, ends = self._numbers[row], self._starts[row], self._ends[row]
        return [
            Mark(start, end, self[number])
            for number, start, end in zip(numbers.tolist(), starts.tolist(), ends.tolist(), strict=True)
        ]

    def let_go(self) -> None:
        """Give back the memory of what was read; it is mapped again when it is needed."""
        self._arrays.let_go()

    def of(self, index: int) -> tuple[Mark, ...]:
        """The refrains to mark in a row, in order: none over another, together of the greatest weight."""
        return heaviest(self.every(index))

    def _said(self, name: str, number: int) -> str:
        text, starts = self._texts[name]
        return text[int(starts[number]) : int(starts[number + 1])].tobytes().decode("utf-8", "surrogatepass")


def _let_go(arrays: Arrays) -> bool:
    """What was read for its check alone goes again; always False: the check goes on."""
    arrays.let_go()
    return False
