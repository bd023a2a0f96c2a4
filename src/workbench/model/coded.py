"""model: CodedText, plain text with inline codes at offsets, and its printed form ⟨1⟩…⟨/1⟩, ⟨2/⟩.

Rooms see `text` alone. The printed form exists only in the edit buffer and in text tables; it is made
and read here and nowhere else. A literal ⟨ is printed doubled, so that printing and parsing are inverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """Whether a code opens a pair, closes one, or stands alone."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class InlineCode:
    """One inline code.

    Attributes:
        offset: code points of `CodedText.text` that stand before the code.
        number: the number shown between the brackets; a pair shares one.
        kind: opening, closing or standing alone.
        data: what the file format needs to write the code back; opaque here.
    """

    offset: int
    number: int
    kind: CodeKind
    data: str = ""


@dataclass(frozen=True, slots=True)
class CodedText:
    """Text as a reader sees it, and the codes that stand in it, ordered by offset."""

    text: str = ""
    codes: tuple[InlineCode, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.codes)


_OPENING = "⟨"
_TOKEN = re.compile(r"⟨⟨|⟨(/?)(\d{1,6})(/?)⟩")


def print_coded(coded: CodedText) -> str:
    """The printed form of `coded`: codes as ⟨1⟩ ⟨/1⟩ ⟨2/⟩, a literal ⟨ doubled."""
    if not coded.codes:
        return coded.text.replace(_OPENING, _OPENING * 2)
    parts: list[str] = []
    at = 0
    for code in coded.codes:
        parts.append(coded.text[at : code.offset].replace(_OPENING, _OPENING * 2))
        parts.append(_token(code))
        at = code.offset
    parts.append(coded.text[at:].replace(_OPENING, _OPENING * 2))
    return "".join(parts)


def parse_coded(printed: str, known: Iterable[InlineCode] = ()) -> CodedText:
    """Read a printed form back.

    Args:
        printed: text with ⟨…⟩ codes; a ⟨ that begins neither a code nor a doubled ⟨ stands for itself.
        known: codes whose `data` is given back to those of the same number and kind.
    """
    data: Mapping[tuple[int, CodeKind], str] = {(code.number, code.kind): code.data for code in known}
    parts: list[str] = []
    codes: list[InlineCode] = []
    at = length = 0
    for match in _TOKEN.finditer(printed):
        plain = printed[at : match.start()]
        kind = _kind_of(match)
        if kind is None:
            plain += _OPENING if match.group() == _OPENING * 2 else match.group()
        parts.append(plain)
        length += len(plain)
        if kind is not None:
            number = int(match[2])
            codes.append(InlineCode(length, number, kind, data.get((number, kind), "")))
        at = match.end()
    parts.append(printed[at:])
    return CodedText("".join(parts), tuple(codes))


def stretches(printed: str) -> Iterator[tuple[int, int, int]]:
    """The parts of a printed form in order, as (start, end, code points of plain text they stand for).

    A part is plain text, a doubled ⟨ (one code point), or a code (none).
    """
    at = 0
    for match in _TOKEN.finditer(printed):
        start, end = match.span()
        if start > at:
            yield at, start, start - at
        if _kind_of(match) is not None:
            yield start, end, 0
        else:
            yield start, end, 1 if match.group() == _OPENING * 2 else end - start
        at = end
    if at < len(printed):
        yield at, len(printed), len(printed) - at


def _token(code: InlineCode) -> str:
    match code.kind:
        case CodeKind.OPEN:
            return f"⟨{code.number}⟩"
        case CodeKind.CLOSE:
            return f"⟨/{code.number}⟩"
        case CodeKind.ALONE:
            return f"⟨{code.number}/⟩"


def _kind_of(match: re.Match[str]) -> CodeKind | None:
    before, number, after = match[1], match[2], match[3]
    if number is None or (before and after):
        return None
    if before:
        return CodeKind.CLOSE
    return CodeKind.ALONE if after else CodeKind.OPEN
