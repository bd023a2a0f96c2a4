"""text: how many terminal cells a text takes, counted as the painter (Rich) counts."""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size


class _Widths(dict[str, int]):
    """Character to its cells, asked of Rich once; what joins its neighbour is noted beside it."""

    def __missing__(self, ch: str) -> int:
        self[ch] = cells = get_character_cell_size(ch)
        if cells == 0 or "\U0001f1e6" <= ch <= "\U0001f1ff":
            JOINING.add(ch)
        return cells


JOINING: set[str] = set()
"""Every character measured so far that may join the one before it: no cells of its own, or half a flag."""

WIDTHS = _Widths()
"""Character to its cells when it stands alone; `map(WIDTHS.__getitem__, text)` is the fast way to many."""

_CONTEXTUAL = ("\u200d", "\ufe0f")


def char_width(ch: str) -> int:
    """Cells of one code point standing alone: 0, 1 or 2."""
    return WIDTHS[ch]


def cell_width(text: str) -> int:
    """Cells that `text` takes on the screen; the same number as `rich.cells.cell_len`.

    A joined emoji counts as its first member, and U+FE0F may widen what it follows. Control characters count
    nothing: pass text through `workbench.text.shown.shown` before it is painted.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _CONTEXTUAL[0] in text or _CONTEXTUAL[1] in text:
        return cell_len(text)
    return sum(map(WIDTHS.__getitem__, text))
