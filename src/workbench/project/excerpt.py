"""project: a stretch of a text with inline codes, cut out so that it can stand alone."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.model.coded import CodedText, CodeKind

_ITALIC = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")  # as in documents.writing, which sets it


def excerpt(coded: CodedText, start: int, end: int) -> CodedText:
    """`coded.text[start:end]` with its codes.

    Codes in the spaces behind the stretch go with it, except one that opens there; the first stretch takes
    those at the start of the text. Half of a pair that is cut stays half: TMX has an element for it.

    Args:
        start: code points, not before a space.
        end: not behind a space.
    """
    first = _codes_before(coded, _over_spaces_back(coded.text, start))
    last = _codes_before(coded, _over_spaces(coded.text, end))
    codes = (
        replace(code, offset=min(max(code.offset, start), end) - start) for code in coded.codes[first:last]
    )
    return CodedText(coded.text[start:end], tuple(codes))


def english_excerpt(coded: CodedText, start: int, end: int) -> CodedText:
    """The same of a target, where `*italics*` that the cut parts are closed before it and opened behind."""
    cut = excerpt(coded, start, end)
    before, behind = _in_italics(coded.text, start), _in_italics(coded.text, end)
    if not (before or behind):
        return cut
    lead = "*" * before
    codes = tuple(replace(code, offset=code.offset + len(lead)) for code in cut.codes)
    return CodedText(f"{lead}{cut.text}{'*' * behind}", codes)


def _codes_before(coded: CodedText, cut: int) -> int:
    """How many codes stand before a cut: those at it too, but what opens there opens what follows."""
    if cut <= 0:
        return 0
    if cut >= len(coded.text):
        return len(coded.codes)
    count = sum(1 for code in coded.codes if code.offset <= cut)
    bare = len(coded.text[:cut].rstrip())
    while count and coded.codes[count - 1].offset >= bare and coded.codes[count - 1].kind is CodeKind.OPEN:
        count -= 1
    return count


def _over_spaces(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _over_spaces_back(text: str, offset: int) -> int:
    """`offset` itself, or 0 where only spaces stand before it."""
    return offset if text[:offset].strip() else 0


def _in_italics(text: str, offset: int) -> bool:
    """Whether a cut at `offset` parts an italic stretch."""
    return any(match.start(1) < offset < match.end(1) for match in _ITALIC.finditer(text))
