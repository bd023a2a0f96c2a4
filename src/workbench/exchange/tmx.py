"""exchange: TMX 1.4b, level 1 or 2, written so that every reader accepts it.

Rules: the TMX 1.4b specification and its DTD. `note` and `prop` stand before `tuv`; dates are
YYYYMMDDThhmmssZ; a unit without a translation has one `tuv`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from workbench.exchange.tmx_columns import Columns
from workbench.exchange.tmx_segments import segment
from workbench.exchange.tmx_text import (
    RAW_NOTE,
    RAW_SOURCE,
    RAW_TARGET,
    SEGTYPES,
    UNIT_ATTRIBUTES,
    attributes,
    content,
    holds,
    iso_date,
    note,
    prop,
    quoted,
    segtype_attribute,
    source_attribute,
    tmx_date,
    valid,
    variant_start,
)
from workbench.model.coded import CodedText
from workbench.model.units import NO_DETAILS, TranslationUnit

__all__ = ["TmxHeader", "iso_date", "tmx_date", "valid", "write_tmx"]

Pairs = tuple[tuple[str, str], ...]
_MAP = ("unicode", "code", "ent", "subst")
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class TmxHeader:
    """What stands in the header: what wrote the file, its languages and properties.

    Attributes:
        tool_version: of Workbench.
        segtype: paragraph, sentence, phrase or block.
        source_language: of all units that do not say another; "*all*" for any.
        props: properties as (type, value).
        notes: free texts.
        encodings: user-defined encodings, as the reader gives them: attributes, and those of the maps.
    """

    tool_version: str
    segtype: str = "paragraph"
    source_language: str = "zh-CN"
    props: Pairs = ()
    notes: tuple[str, ...] = ()
    encodings: tuple[tuple[Pairs, tuple[Pairs, ...]], ...] = ()


def write_tmx(
    units: Iterable[TranslationUnit], header: TmxHeader, *, level: Literal[1, 2] = 2
) -> Iterator[str]:
    """The file in parts, UTF-8 to be. The same units give the same file, to the byte.

    Args:
        level: 2 with inline codes, 1 without them.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield _header(header)
    columns = Columns(header.segtype, header.source_language, coded=level == 2)
    units = iter(units)
    while some := list(islice(units, _AT_ONCE)):
        yield columns.written(some) or "".join([_unit(unit, header, level) for unit in some])
    yield "  </body>\n</tmx>\n"


def _header(header: TmxHeader) -> str:
    given = (
        ("creationtool", "Workbench"),
        ("creationtoolversion", header.tool_version),
        ("segtype", header.segtype if header.segtype in SEGTYPES else "block"),
        ("o-tmf", "Workbench"),
        ("adminlang", "en"),
        ("srclang", header.source_language),
        ("datatype", "plaintext"),
    )
    lines = [note(text) for text in header.notes]
    lines += [prop(name, value) for name, value in header.props]
    lines += [_encoding(own, maps) for own, maps in header.encodings]
    inner = "".join(f"    {line}\n" for line in lines if line)
    return f"  <header{attributes(given)}>\n{inner}  </header>\n  <body>\n"


def _encoding(own: Pairs, maps: tuple[Pairs, ...]) -> str:
    """A user-defined encoding; empty where the DTD does not allow one as it is."""
    inside = [f"<map{attributes(_known(each, _MAP))}/>" for each in maps if dict(each).get("unicode")]
    if not inside or not dict(own).get("name"):
        return ""
    return f"<ude{attributes(_known(own, ('name', 'base')))}>{''.join(inside)}</ude>"


def _unit(unit: TranslationUnit, header: TmxHeader, level: int) -> str:
    source, target, details = unit.source, unit.target, unit.details
    parts = [f"    <tu{_unit_attributes(unit, header)}>\n"]
    if unit.note:
        parts.append(f"      {note(unit.note)}\n")
    # What XML cannot hold (control characters) is kept beside, so that nothing of the source is lost.
    if not holds(source.text):
        parts.append(f"      {prop(RAW_SOURCE, json.dumps(source.text))}\n")
    if target is not None and not holds(target.text):
        parts.append(f"      {prop(RAW_TARGET, json.dumps(target.text))}\n")
    if unit.note and not holds(unit.note):
        parts.append(f"      {prop(RAW_NOTE, json.dumps(unit.note))}\n")
    for name, value in unit.props:
        parts.append(f"      {prop(name, value)}\n")
    if details is NO_DETAILS:
        parts.append(f"      {variant_start(unit.source_language)}{_content(source, level)}</seg></tuv>\n")
        if target is not None:
            parts.append(
                f"      {variant_start(unit.target_language)}{_content(target, level)}</seg></tuv>\n"
            )
    else:
        own = (details.source_attributes, details.source_note, details.source_props)
        parts.append(_variant(unit.source_language, source, level, *own))
        if target is not None:
            own = (details.target_attributes, details.target_note, details.target_props)
            parts.append(_variant(unit.target_language, target, level, *own))
    parts.append("    </tu>\n")
    return "".join(parts)


def _unit_attributes(unit: TranslationUnit, header: TmxHeader) -> str:
    """In the order of the DTD's habit: what it is, how it is segmented, what became of it, its source."""
    details = unit.details
    return "".join(
        (
            attributes((("tuid", unit.id),)),
            segtype_attribute(unit.segtype, header.segtype),
            attributes(
                (
                    ("creationdate", tmx_date(unit.created)),
                    ("creationid", unit.created_by),
                    ("changedate", tmx_date(unit.changed)),
                    ("changeid", unit.changed_by),
                )
            ),
            source_attribute(unit.source_language, header.source_language),
            attributes((("usagecount", details.uses), ("lastusagedate", tmx_date(details.used)))),
            attributes(_known(details.attributes, UNIT_ATTRIBUTES)),
        )
    )


def _known(given: Pairs, names: tuple[str, ...]) -> Pairs:
    """Those attributes that the DTD has."""
    return tuple(each for each in given if each[0] in names)


def _content(coded: CodedText, level: int) -> str:
    return segment(coded) if coded.codes and level == 2 else content(coded.text)


def _variant(language: str, coded: CodedText, level: int, given: Pairs, text: str, props: Pairs) -> str:
    """A variant that says more than its language."""
    inside = note(text) if text else ""
    inside += "".join(prop(name, value) for name, value in props)
    start = f"<tuv xml:lang={quoted(language)}{attributes(_known(given, UNIT_ATTRIBUTES))}>"
    return f"      {start}{inside}<seg>{_content(coded, level)}</seg></tuv>\n"
