"""bench: programs that write the same units as TMX: ours, and lxml's xmlfile in both of its manners."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

from tmx_readers import LANGUAGE, OURS
from workbench.exchange.tmx import TmxHeader, tmx_date, write_tmx
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import TranslationUnit

TREES = "lxml xmlfile, a tree for each unit"
EVENTS = "lxml xmlfile, element by element"


def workbench(units: Iterable[TranslationUnit], path: Path) -> None:
    """Ours."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(write_tmx(units, TmxHeader("bench")))


def lxml_trees(units: Iterable[TranslationUnit], path: Path) -> None:
    """As its documentation shows: elements are made, written and forgotten."""
    with (
        etree.xmlfile(str(path), encoding="utf-8") as out,
        out.element("tmx", version="1.4"),
        out.element("body"),
    ):
        for unit in units:
            element = etree.Element("tu", _attributes(unit))
            for name, value in unit.props:
                etree.SubElement(element, "prop", type=name).text = value
            for language, coded in _sides(unit):
                variant = etree.SubElement(element, "tuv", {LANGUAGE: language})
                _fill(etree.SubElement(variant, "seg"), coded)
            out.write(element)


def lxml_events(units: Iterable[TranslationUnit], path: Path) -> None:
    """Start and end of every element, and text, without any tree."""
    with (
        etree.xmlfile(str(path), encoding="utf-8") as out,
        out.element("tmx", version="1.4"),
        out.element("body"),
    ):
        for unit in units:
            with out.element("tu", _attributes(unit)):
                for name, value in unit.props:
                    with out.element("prop", type=name):
                        out.write(value)
                for language, coded in _sides(unit):
                    with out.element("tuv", {LANGUAGE: language}), out.element("seg"):
                        _write(out, coded)


def _attributes(unit: TranslationUnit) -> dict[str, str]:
    return {
        "tuid": unit.id,
        "creationdate": tmx_date(unit.created),
        "creationid": unit.created_by,
        "changedate": tmx_date(unit.changed),
        "changeid": unit.changed_by,
    }


def _sides(unit: TranslationUnit) -> list[tuple[str, CodedText]]:
    return [
        (unit.source_language, unit.source),
        (unit.target_language, unit.target or CodedText()),
    ]


def _code(code: InlineCode) -> tuple[str, dict[str, str]]:
    if code.kind is CodeKind.OPEN:
        return "bpt", {"i": str(code.number), "x": str(code.number)}
    return "ept", {"i": str(code.number)}


def _fill(segment: etree._Element, coded: CodedText) -> None:
    last: etree._Element | None = None
    at = 0
    for code in (*coded.codes, None):
        text = coded.text[at : code.offset if code else None]
        if last is None:
            segment.text = text
        else:
            last.tail = text
        if code:
            last = etree.SubElement(segment, *_code(code))
            last.text, at = code.data, code.offset


def _write(out: etree._IncrementalFileWriter, coded: CodedText) -> None:
    at = 0
    for code in coded.codes:
        if code.offset > at:
            out.write(coded.text[at : code.offset])
        at = code.offset
        with out.element(*_code(code)):
            out.write(code.data)
    if coded.text[at:]:
        out.write(coded.text[at:])


WRITERS: dict[str, Callable[[Iterable[TranslationUnit], Path], None]] = {
    OURS: workbench,
    TREES: lxml_trees,
    EVENTS: lxml_events,
}
