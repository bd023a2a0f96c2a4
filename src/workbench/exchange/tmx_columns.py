"""exchange: many units of the usual kind are written at once, column by column.

What has to be asked of every character, whether XML can hold it and whether it has to be escaped, is asked
once for all texts. The result is the same, to the byte, as of one unit after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, repeat

from workbench.exchange.tmx_segments import code_elements, segment
from workbench.exchange.tmx_text import (
    holds,
    is_plain,
    prop,
    quoted,
    segtype_attribute,
    source_attribute,
    tmx_date,
    variant_start,
)
from workbench.model.coded import CodedText, InlineCode
from workbench.model.units import NO_DETAILS, TranslationUnit

_BETWEEN = "\0"
"""No text that XML can hold has it."""
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_MOST_KEPT = 1_000

Codes = tuple[object, ...]


class Columns:
    """Writes units of one file; keeps properties and codes that come again and again.

    Args:
        segtype: of the file; a unit of the same does not say it.
        language: source language of the file.
        coded: whether inline codes are written.
    """

    def __init__(self, segtype: str, language: str, *, coded: bool) -> None:
        self._segtype, self._language, self._coded = segtype, language, coded
        self._props: dict[tuple[tuple[str, str], ...], str] = {(): ""}
        self._codes: dict[Codes, list[str]] = {}

    def written(self, units: Sequence[TranslationUnit]) -> str | None:
        """All units; None where one has no target, or notes or details, or a text that XML cannot hold."""
        sources = [unit.source for unit in units]
        targets = [unit.target for unit in units if unit.target is not None]
        details = [unit.details for unit in units]
        if details.count(NO_DETAILS) < len(units) or len(targets) < len(units):
            return None
        if "".join([unit.note for unit in units]):
            return None
        chinese, english = self._texts(sources), self._texts(targets)
        if chinese is None or english is None:
            return None
        pieces = zip(
            repeat("    <tu"),
            *self._heads(units),
            repeat(">\n"),
            [self._props.get(unit.props) or self._written(unit.props) for unit in units],
            repeat("      "),
            _each([unit.source_language for unit in units], variant_start),
            chinese,
            repeat("</seg></tuv>\n      "),
            _each([unit.target_language for unit in units], variant_start),
            english,
            repeat("</seg></tuv>\n    </tu>\n"),
            strict=False,  # what is repeated has no end
        )
        return "".join(chain.from_iterable(pieces))

    def _heads(self, units: Sequence[TranslationUnit]) -> list[Sequence[str]]:
        """The attributes of all units, as columns."""
        segtype, language = self._segtype, self._language
        return [
            _column("tuid", [unit.id for unit in units]),
            _each([unit.segtype for unit in units], lambda own: segtype_attribute(own, segtype)),
            _dates("creationdate", [unit.created for unit in units]),
            _column("creationid", [unit.created_by for unit in units]),
            _dates("changedate", [unit.changed for unit in units]),
            _column("changeid", [unit.changed_by for unit in units]),
            _each([unit.source_language for unit in units], lambda own: source_attribute(own, language)),
        ]

    def _texts(self, coded: Sequence[CodedText]) -> list[str] | None:
        texts = [each.text for each in coded]
        joined = "".join(texts)
        if not holds(joined):
            return None
        escaped = _escaped(texts, joined)
        if self._coded:
            for at, each in enumerate(coded):
                if each.codes:
                    escaped[at] = self._segment(each, escaped[at])
        return escaped

    def _written(self, props: tuple[tuple[str, str], ...]) -> str:
        written = "".join(f"      {prop(name, value)}\n" for name, value in props)
        if len(self._props) >= _MOST_KEPT:
            self._props.clear()
        self._props[props] = written
        return written

    def _segment(self, coded: CodedText, escaped: str) -> str:
        text, codes = coded.text, coded.codes
        if len(escaped) != len(text):  # the places of the codes have moved
            return segment(coded)
        if len(codes) == 2 and codes[0].offset <= codes[1].offset:  # a pair, as most are
            first, second = codes
            start, end = first.offset, second.offset
            # An enumeration's own hash is slow; its members are the same objects throughout.
            pair = (first.number, id(first.kind), first.data, second.number, id(second.kind), second.data)
            opening, closing = self._codes.get(pair) or self._elements(pair, codes)
            return f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
        key = tuple([(code.number, id(code.kind), code.data) for code in codes])
        elements = self._codes.get(key) or self._elements(key, codes)
        parts: list[str] = []
        at = 0
        for code, element in zip(codes, elements, strict=True):
            parts.append(text[at : code.offset])
            parts.append(element)
            at = max(at, code.offset)
        parts.append(text[at:])
        return "".join(parts)

    def _elements(self, key: Codes, codes: tuple[InlineCode, ...]) -> list[str]:
        elements = code_elements(codes)
        if len(self._codes) >= _MOST_KEPT:
            self._codes.clear()
        self._codes[key] = elements
        return elements


def _column(name: str, values: Sequence[str]) -> Sequence[str]:
    """An attribute of each; nothing for an empty one."""
    if is_plain("".join(values)) and all(values):
        return [f' {name}="{value}"' for value in values]
    return _each(values, lambda value: f" {name}={quoted(value)}" if value else "")


def _each(values: Sequence[str], written: Callable[[str], str]) -> Sequence[str]:
    """What is written for each value; for those that come again, worked out once."""
    if values.count(values[0]) == len(values):
        return [written(values[0])] * len(values)
    known = {value: written(value) for value in set(values)}
    return list(map(known.__getitem__, values))


def _dates(name: str, values: Sequence[str]) -> Sequence[str]:
    """Moments. Where all have the signs of ISO 8601 where they belong, these go all at once."""
    count, joined = len(values), "".join(values)
    text = joined.replace("-", "").replace(":", "")
    signs = joined[4::20], joined[7::20], joined[13::20], joined[16::20]
    even = len(text) == 16 * count and set(map(len, values)) == {20}
    if even and signs == ("-" * count, "-" * count, ":" * count, ":" * count) and is_plain(text):
        return [f' {name}="{text[at : at + 16]}"' for at in range(0, len(text), 16)]
    return _column(name, [tmx_date(value) for value in values])


def _escaped(texts: list[str], joined: str) -> list[str]:
    """The texts, escaped; `joined` are the same."""
    found = [(sign, name) for sign, name in _ESCAPES if sign in joined]
    if not found:
        return texts
    joined = _BETWEEN.join(texts)
    for sign, name in found:
        joined = joined.replace(sign, name)
    return joined.split(_BETWEEN)
