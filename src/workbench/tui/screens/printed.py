"""tui: offsets in the printed form of a target, which the cell shows, and in its plain text."""

from __future__ import annotations

from workbench.model.coded import CodedText, parse_coded, print_coded

_OPENING = "⟨"


def plain_offset(printed: str, offset: int) -> int:
    """The offset in the plain text of what stands at `offset` of `printed`."""
    if _OPENING not in printed:
        return offset
    return len(parse_coded(printed[:offset]).text)


def printed_offset(printed: str, offset: int) -> int:
    """The first offset in `printed` with `offset` code points of plain text before it; codes come after."""
    if _OPENING not in printed:
        return offset
    coded = parse_coded(printed)
    before = tuple(code for code in coded.codes if code.offset < offset)
    return len(print_coded(CodedText(coded.text[:offset], before)))


def plain_text(printed: str) -> str:
    """The plain text of `printed`."""
    return parse_coded(printed).text if _OPENING in printed else printed
