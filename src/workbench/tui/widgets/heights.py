"""tui: HeightIndex, prefix sums over row heights, and the guess of heights from widths alone.

A Fenwick tree over blocks of rows: building it for 100,000 rows costs two passes at C speed instead of a
loop over every row, and a look-up is a short descent and a scan of one block.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_BLOCK = 256  # rows a leaf of the tree; a scan of one costs about as much as the descent


class HeightIndex:
    """The heights of rows, in lines, with quick answers to "where does it begin" and "what stands there"."""

    __slots__ = ("_heights", "_top", "_tree", "total")

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = heights if isinstance(heights, array) else array("l", heights)
        sums = [sum(self._heights[at : at + _BLOCK]) for at in range(0, len(self._heights), _BLOCK)]
        self.total = sum(sums)
        tree = [0, *sums]
        for node in range(1, len(tree)):
            parent = node + (node & -node)
            if parent < len(tree):
                tree[parent] += tree[node]
        self._tree = tree
        self._top = 1 << (len(sums).bit_length() - 1) if sums else 0

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        """Height of the row at this position, in lines."""
        return self._heights[row]

    def set(self, row: int, height: int) -> None:
        """Say how high the row at this position really is."""
        delta = height - self._heights[row]
        if not delta:
            return
        self._heights[row] = height
        self.total += delta
        tree = self._tree
        node = row // _BLOCK + 1
        while node < len(tree):
            tree[node] += delta
            node += node & -node

    def start(self, row: int) -> int:
        """The line on which the row at this position begins; `len(self)` is allowed and gives the total."""
        node = row // _BLOCK
        total = sum(self._heights[node * _BLOCK : row])
        while node:
            total += self._tree[node]
            node &= node - 1
        return total

    def find(self, line: int) -> tuple[int, int]:
        """The row that covers a line, and the line's place within it.

        Args:
            line: 0-based; what lies before the first line or after the last counts as that line.
        """
        line = max(0, min(line, self.total - 1))
        node, step, tree = 0, self._top, self._tree
        while step:
            ahead = node + step
            if ahead < len(tree) and tree[ahead] <= line:
                node = ahead
                line -= tree[ahead]
            step >>= 1
        row = node * _BLOCK
        for height in self._heights[row : row + _BLOCK]:
            if line < height:
                break
            line -= height
            row += 1
        return row, line


def guess_heights(
    source_cells: array[int],
    target_cells: array[int],
    source_width: int,
    target_width: int,
    *,
    ruby: bool,
    stacked: bool = False,
) -> array[int]:
    """Likely heights of all rows from the widths of their texts, without looking at a text.

    Args:
        source_cells: width of each source in terminal cells; `target_cells` of each target.
        source_width: cells a line of the source column has; `target_width` of the target column.
        ruby: True where every row shows readings, which double its lines and widen its characters.
        stacked: True where the target stands below the source, and not beside it.
    """
    if not source_cells:
        return array("l")
    if ruby:
        source = _lines_by_cells(max(source_cells), source_width / 2.06, 2)
    else:
        source = _lines_by_cells(max(source_cells), source_width, 1)
    # A line of English ends with the word that fits: about two cells stay empty.
    target = _lines_by_cells(max(target_cells), max(1, target_width - 2), 1)
    pairs = zip(source_cells, target_cells, strict=True)
    if stacked:
        return array("l", [source[s] + target[t] for s, t in pairs])
    return array("l", [a if (a := source[s]) > (b := target[t]) else b for s, t in pairs])


def _lines_by_cells(most: int, width: float, each: int) -> list[int]:
    return [each] + [(int((cells - 1) / width) + 1) * each for cells in range(1, most + 1)]
