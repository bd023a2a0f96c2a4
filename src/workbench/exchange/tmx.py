"""exchange: TMX 1.4b, level 2, written so that every reader accepts it and read without trusting it.

Rules: the TMX 1.4b specification and its DTD. `note` and `prop` stand before `tuv`; dates are
YYYYMMDDThhmmssZ; a unit without a translation has one `tuv`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import TranslationUnit

RAW_SOURCE = "x-source-raw"
RAW_TARGET = "x-target-raw"
RAW_NOTE = "x-note-raw"
_MARKUP = re.compile("[&<>\r]")
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TmxHeader:
    """What stands in the header: what wrote the file, its languages and properties."""

    tool_version: str
    segtype: str = "paragraph"
    source_language: str = "zh-CN"
    props: tuple[tuple[str, str], ...] = ()


def write_tmx(units: Iterable[TranslationUnit], header: TmxHeader) -> Iterator[str]:
    """The file in parts, UTF-8 to be. The same units give the same file, to the byte."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    attributes = {
        "creationtool": "Workbench",
        "creationtoolversion": header.tool_version,
        "segtype": header.segtype,
        "o-tmf": "Workbench",
        "adminlang": "en",
        "srclang": header.source_language,
        "datatype": "plaintext",
    }
    props = "".join(f"    {_prop(name, value)}\n" for name, value in header.props)
    yield f"  <header{_attributes(attributes)}>\n{props}  </header>\n  <body>\n"
    for unit in units:
        yield _unit(unit, header.segtype)
    yield "  </body>\n</tmx>\n"


def tmx_date(iso: str) -> str:
    """YYYYMMDDThhmmssZ of an ISO 8601 moment in UTC; empty of an empty one."""
    return re.sub(r"[-:]", "", iso)


def iso_date(tmx: str) -> str:
    """The inverse of `tmx_date`; what is not a TMX date comes back as it is."""
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", tmx)
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else tmx


def _unit(unit: TranslationUnit, segtype: str) -> str:
    attributes = {
        "tuid": unit.id,
        "segtype": "" if unit.segtype == segtype else unit.segtype,
        "creationdate": tmx_date(unit.created),
        "changedate": tmx_date(unit.changed),
        "changeid": unit.changed_by,
    }
    lines = [f"    <tu{_attributes(attributes)}>"]
    if unit.note:
        lines.append(f"      <note>{_text(unit.note)}</note>")
    texts = (unit.source.text, "" if unit.target is None else unit.target.text, unit.note)
    # What XML cannot hold (control characters) is kept beside, so that nothing of the source is lost.
    for name, text in zip((RAW_SOURCE, RAW_TARGET, RAW_NOTE), texts, strict=True):
        if _INVALID.search(text):
            lines.append(f"      {_prop(name, json.dumps(text))}")
    lines += [f"      {_prop(name, value)}" for name, value in unit.props]
    lines.append(f"      {_variant(unit.source_language, unit.source)}")
    if unit.target is not None:
        lines.append(f"      {_variant(unit.target_language, unit.target)}")
    lines.append("    </tu>\n")
    return "\n".join(lines)


def _variant(language: str, coded: CodedText) -> str:
    return f"<tuv xml:lang={_quoted(language)}><seg>{_segment(coded)}</seg></tuv>"


def _prop(name: str, value: str) -> str:
    return f"<prop type={_quoted(name)}>{_text(value)}</prop>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={_quoted(value)}" for name, value in values.items() if value)


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    """An attribute's value; names, languages, people and moments come again and again."""
    return f'"{value}"' if value.isascii() and value.isalnum() else quoteattr(valid(value))


def valid(text: str) -> str:
    """`text` with what XML cannot hold replaced by U+FFFD, one for one."""
    return _INVALID.sub("\ufffd", text)


def _text(text: str) -> str:
    """Escaped for element content; a carriage return would not survive reading unless written so."""
    text = valid(text)
    return escape(text, {"\r": "&#13;"}) if _MARKUP.search(text) else text


def _segment(coded: CodedText) -> str:
    if not coded.codes:
        return _text(coded.text)
    closed = _paired(coded.codes)
    parts: list[str] = []
    at = 0
    for index, code in enumerate(coded.codes):
        parts.append(_text(coded.text[at : code.offset]))
        parts.append(_code(code, paired=index in closed))
        at = code.offset
    parts.append(_text(coded.text[at:]))
    return "".join(parts)


def _paired(codes: tuple[InlineCode, ...]) -> set[int]:
    """Indexes of the codes that open or close a pair that is whole."""
    opened: dict[int, int] = {}
    whole: set[int] = set()
    for index, code in enumerate(codes):
        if code.kind is CodeKind.OPEN:
            opened[code.number] = index
        elif code.kind is CodeKind.CLOSE and code.number in opened:
            whole |= {index, opened.pop(code.number)}
    return whole


def _code(code: InlineCode, *, paired: bool) -> str:
    data = _text(code.data)
    if code.kind is CodeKind.ALONE:
        return f'<ph x="{code.number}">{data}</ph>'
    opening = code.kind is CodeKind.OPEN
    if not paired:
        return f'<it pos="{"begin" if opening else "end"}" x="{code.number}">{data}</it>'
    if opening:
        return f'<bpt i="{code.number}" x="{code.number}">{data}</bpt>'
    return f'<ept i="{code.number}">{data}</ept>'
