"""bench: programs that read a TMX file: ours, lxml, ElementTree and translate-toolkit.

All give what they read one by one, so that it can be counted, and compared where it is texts or units.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from workbench.exchange.tmx_codes import Element, kind_of, numbered
from workbench.exchange.tmx_reading import TmxReader
from workbench.exchange.tmx_text import iso_date
from workbench.model.coded import CodedText
from workbench.model.units import TranslationUnit

OURS = "workbench"
SAME_UNITS = "lxml iterparse, the same units"
TOOLKIT = "translate-toolkit"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
Read = tuple[str, str] | TranslationUnit


def workbench(path: Path) -> Iterator[Read]:
    """Ours."""
    return iter(TmxReader(path))


def lxml_units(path: Path) -> Iterator[Read]:
    """The same units, codes and all, from lxml's iterparse; what it has to do is done as we do it."""
    for unit in _lxml_elements(path):
        texts: list[str] = []
        variants: list[list[Element]] = []
        languages: list[str] = []
        for variant in unit.iterfind("tuv"):
            languages.append(variant.get(LANGUAGE, ""))
            segment = variant.find("seg")
            text, codes = _coded(segment) if segment is not None else ("", [])
            texts.append(text)
            variants.append(codes)
        numbers = numbered(variants) if variants[0] or variants[1] else [(), ()]
        get = unit.get
        yield TranslationUnit(
            get("tuid", ""),
            CodedText(texts[0], numbers[0]),
            CodedText(texts[1], numbers[1]),
            languages[0],
            languages[1],
            get("segtype", ""),
            iso_date(get("creationdate", "")),
            iso_date(get("changedate", "")),
            get("changeid", ""),
            "",
            tuple((prop.get("type", ""), prop.text or "") for prop in unit.iterfind("prop")),
            get("creationid", ""),
        )


def _coded(segment: etree._Element) -> tuple[str, list[Element]]:
    text = segment.text or ""
    codes: list[Element] = []
    for code in segment:
        given = {str(name): str(value) for name, value in code.attrib.items()}
        name = str(code.tag)
        codes.append(Element(len(text), name, kind_of(name, given), given, code.text or ""))
        text += code.tail or ""
    return text, codes


def lxml_texts(path: Path) -> Iterator[Read]:
    """The two texts alone, without codes, from lxml's iterparse."""
    for unit in _lxml_elements(path):
        yield _texts(unit)


def _lxml_elements(path: Path) -> Iterator[etree._Element]:
    events = etree.iterparse(
        str(path), events=("end",), tag="tu", resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, unit in events:
        yield unit
        unit.clear()
        while unit.getprevious() is not None:
            del unit.getparent()[0]


def _texts(unit: etree._Element) -> tuple[str, str]:
    found: list[str] = []
    for variant in unit.iterfind("tuv"):
        segment = variant.find("seg")
        if segment is None:
            continue
        text = segment.text or ""
        found.append(text + "".join(code.tail or "" for code in segment) if len(segment) else text)
    return found[0], found[1]


def lxml_parse(path: Path) -> Iterator[Read]:
    """The two texts, the whole file in memory."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    for unit in etree.parse(str(path), parser).getroot().iter("tu"):
        yield _texts(unit)


def element_tree(path: Path) -> Iterator[Read]:
    """The two texts, from the standard library's iterparse."""
    for _, element in ET.iterparse(path, events=("end",)):
        if element.tag == "tu":
            segments = [variant.find("seg") for variant in element.iterfind("tuv")]
            texts = [_et_text(segment) for segment in segments if segment is not None]
            yield texts[0], texts[1]
        elif element.tag == "body":
            break
        if element.tag == "tu":
            element.clear()


def _et_text(segment: ET.Element) -> str:
    return (segment.text or "") + "".join(code.tail or "" for code in segment)


def toolkit(path: Path) -> Iterator[Read]:
    """The two texts, by translate-toolkit, which keeps the whole file and takes codes for text."""
    from translate.storage.tmx import tmxfile

    with path.open("rb") as file:
        for unit in tmxfile(file).units:
            yield str(unit.source), str(unit.target)


READERS: dict[str, Callable[[Path], Iterator[Read]]] = {
    OURS: workbench,
    SAME_UNITS: lxml_units,
    "lxml iterparse, texts alone": lxml_texts,
    "ElementTree iterparse, texts alone": element_tree,
    "lxml parse, texts alone": lxml_parse,
    TOOLKIT: toolkit,
}
WHOLE_IN_MEMORY = ("lxml parse, texts alone", TOOLKIT)
