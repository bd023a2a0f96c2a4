"""exchange: a coded text becomes the content of a TMX segment, its codes the elements that they were."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from xml.parsers import expat

from workbench.exchange.tmx_codes import (
    HIGHLIGHT,
    HIGHLIGHT_END,
    INLINE,
    MARK,
    Element,
    Event,
    elements_of,
    kept_attributes,
)
from workbench.exchange.tmx_text import content
from workbench.model.coded import CodedText, CodeKind, InlineCode

_NAMES = {CodeKind.OPEN: ("bpt", "it"), CodeKind.CLOSE: ("ept", "it"), CodeKind.ALONE: ("ph", "ut")}


def segment(coded: CodedText) -> str:
    """The content of `seg`, level 2.

    A pair becomes `bpt` and `ept`, or `hi` where it was one and no other crosses it; a half of a pair
    becomes `it`; a single one `ph`. What else an element said of itself it says again.
    """
    parts: list[str] = []
    at = 0
    for code, element in zip(coded.codes, code_elements(coded.codes), strict=True):
        parts.append(content(coded.text[at : code.offset]))
        parts.append(element)
        at = max(at, code.offset)
    parts.append(content(coded.text[at:]))
    return "".join(parts)


def code_elements(codes: Sequence[InlineCode]) -> list[str]:
    """The element of each code of a segment; where the codes stand does not matter, only their order."""
    highlights = _highlights(codes)
    numbers = _pair_numbers(codes, _pairs(codes))
    return [
        _highlight(code) if index in highlights else _element(code, numbers.get(index))
        for index, code in enumerate(codes)
    ]


def _pairs(codes: Sequence[InlineCode]) -> dict[int, int]:
    """Index of the code that closes a pair, by that of the one that opens it."""
    opened: dict[int, list[int]] = {}
    pairs: dict[int, int] = {}
    for index, code in enumerate(codes):
        if code.kind is CodeKind.OPEN:
            opened.setdefault(code.number, []).append(index)
        elif code.kind is CodeKind.CLOSE and opened.get(code.number):
            pairs[opened[code.number].pop()] = index
    return pairs


def _highlights(codes: Sequence[InlineCode]) -> set[int]:
    """Indexes of the codes that can be written as `hi`, which has to be nested rightly."""
    opened: list[tuple[int, int]] = []
    found: set[int] = set()
    for index, code in enumerate(codes):
        if code.kind is CodeKind.OPEN and code.data.startswith(f"{MARK}<{HIGHLIGHT}"):
            if _given(code.data) is not None:
                opened.append((code.number, index))
        elif code.data != HIGHLIGHT_END or code.kind is not CodeKind.CLOSE:
            continue
        elif any(number == code.number for number, _ in opened):
            while opened[-1][0] != code.number:
                opened.pop()
            found |= {opened.pop()[1], index}
    return found


def _pair_numbers(codes: Sequence[InlineCode], pairs: dict[int, int]) -> dict[int, int]:
    """What `i` is to say, by index: the number of the code, or the next that no other pair has."""
    taken: set[int] = set()
    found: dict[int, int] = {}
    for opening, closing in sorted(pairs.items()):
        number = codes[opening].number
        while number in taken:
            number += 1
        taken.add(number)
        found[opening] = found[closing] = number
    return found


def _element(code: InlineCode, pair: int | None) -> str:
    """A code as an element; `pair` is the number of its pair, None where it has no other half."""
    given = _given(code.data) if code.data.startswith(MARK) else None
    name = _NAMES[code.kind][pair is None and code.kind is not CodeKind.ALONE]
    kept = "" if given is None else kept_attributes(name, given.attributes)
    if given is None:
        inside = "" if code.data == HIGHLIGHT_END else content(code.data)
    else:
        inside = given.inner or content(given.data)
        if given.name == "ut" and name == "ph":
            name = "ut"
    match name:
        case "bpt":
            return f'<bpt i="{pair}" x="{code.number}"{kept}>{inside}</bpt>'
        case "ept":
            return f'<ept i="{pair}">{inside}</ept>'
        case "it":
            side = "begin" if code.kind is CodeKind.OPEN else "end"
            return f'<it pos="{side}" x="{code.number}"{kept}>{inside}</it>'
    return f'<{name} x="{code.number}"{kept}>{inside}</{name}>'


def _highlight(code: InlineCode) -> str:
    given = _given(code.data)
    if given is None or code.kind is CodeKind.CLOSE:
        return "</hi>"
    return f'<hi x="{code.number}"{kept_attributes(HIGHLIGHT, given.attributes)}>'


@lru_cache(maxsize=1024)
def _given(data: str) -> Element | None:
    """The element that the data of a code holds whole; None where it is no such element after all."""
    literal = data.removeprefix(MARK)
    if literal.startswith(f"<{HIGHLIGHT}"):
        literal += f"</{HIGHLIGHT}>"
    texts: list[str] = []
    events: list[Event] = []
    others: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in INLINE:
            events.append((len(texts), name, attributes))
        else:
            others.append(name)

    def end(name: str) -> None:
        if name in INLINE:
            events.append((len(texts), name, None))

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = texts.append
    try:
        parser.Parse(f"<seg>{literal}</seg>".encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return None  # text that only begins like one: it is written as text
    text, elements, _ = elements_of(texts, events)
    if text or others != ["seg"] or len(elements) != (2 if literal.startswith(f"<{HIGHLIGHT}") else 1):
        return None
    return elements[0]
