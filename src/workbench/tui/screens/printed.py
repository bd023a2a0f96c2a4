"""tui: offsets in the printed form of a target, which the cell shows, and in its plain text."""

from __future__ import annotations

from workbench.model.coded import parse_coded, stretches

_OPENING = "⟨"


def plain_offset(printed: str, offset: int) -> int:
    """The offset in the plain text of what stands at `offset` of `printed`; inside a code, what follows."""
    if _OPENING not in printed:
        return offset
    plain = 0
    for start, end, length in stretches(printed):
        if offset < end:
            return plain + (offset - start if length == end - start else 0)
        plain += length
    return plain


def printed_offset(printed: str, offset: int) -> int:
    """The first offset in `printed` with `offset` code points of plain text before it; codes come after."""
    if _OPENING not in printed:
        return offset
    left = offset
    for start, end, length in stretches(printed):
        if left == 0:
            return start
        if left < length:
            return start + left
        left -= length
        if left == 0:
            return end
    return len(printed)


def plain_text(printed: str) -> str:
    """The plain text of `printed`."""
    return parse_coded(printed).text if _OPENING in printed else printed
