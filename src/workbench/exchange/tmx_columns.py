"""exchange: many units of the usual kind are written at once, column by column.

What has to be asked of every character, whether XML can hold it and whether it has to be escaped, is asked
once for all texts. The result is the same, to the byte, as of one unit after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.exchange.tmx_segments import code_elements, segment
from workbench.exchange.tmx_text import (
    holds,
    prop,
    quoted,
    segtype_attribute,
    source_attribute,
    tmx_dates,
    variant_start,
)
from workbench.model.coded import CodedText, InlineCode
from workbench.model.units import NO_DETAILS, TranslationUnit

_BETWEEN = "\0"
"""No text that XML can hold has it."""
_MOST_KEPT = 1_000

Codes = tuple[tuple[int, str, str], ...]


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
        if len(targets) < len(sources) or any(unit.note for unit in units):
            return None
        if any(unit.details is not NO_DETAILS for unit in units):
            return None
        texts = self._texts(sources + targets)
        if texts is None:
            return None
        rows = zip(
            self._heads(units),
            [self._props.get(unit.props) or self._written(unit.props) for unit in units],
            [variant_start(unit.source_language) for unit in units],
            texts[: len(sources)],
            [variant_start(unit.target_language) for unit in units],
            texts[len(sources) :],
            strict=True,
        )
        return "".join(
            [
                f"    <tu{head}>\n{props}      {zh}{source}</seg></tuv>\n      {en}{target}</seg></tuv>\n"
                "    </tu>\n"
                for head, props, zh, source, en, target in rows
            ]
        )

    def _heads(self, units: Sequence[TranslationUnit]) -> list[str]:
        columns = [
            _column("tuid", [unit.id for unit in units]),
            [segtype_attribute(unit.segtype, self._segtype) for unit in units],
            _column("creationdate", tmx_dates([unit.created for unit in units])),
            _column("creationid", [unit.created_by for unit in units]),
            _column("changedate", tmx_dates([unit.changed for unit in units])),
            _column("changeid", [unit.changed_by for unit in units]),
            [source_attribute(unit.source_language, self._language) for unit in units],
        ]
        return list(map("".join, zip(*columns, strict=True)))

    def _texts(self, coded: Sequence[CodedText]) -> list[str] | None:
        texts = [each.text for each in coded]
        if not holds("".join(texts)):
            return None
        escaped = _escaped(texts)
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
        key = tuple([(code.number, code.kind, code.data) for code in codes])
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


def _column(name: str, values: Sequence[str]) -> list[str]:
    """An attribute of each; nothing for an empty one."""
    joined = "".join(values)
    if joined.isascii() and joined.isalnum() and all(values):
        return [f' {name}="{value}"' for value in values]
    return [f" {name}={quoted(value)}" if value else "" for value in values]


def _escaped(texts: list[str]) -> list[str]:
    joined = _BETWEEN.join(texts)
    if "&" not in joined and "<" not in joined and ">" not in joined and "\r" not in joined:
        return texts
    joined = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return joined.split(_BETWEEN)
