"""exchange: one `trans-unit` of XLIFF 1.2 or one `unit` of XLIFF 2 as pairs of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.exchange.xliff_codes import CodeNumbers, coded_text, inner_text, local_name
from workbench.exchange.xliff_states import origin_of, origin_of_tool, state_of, state_of_tool
from workbench.model.coded import CodedText

if TYPE_CHECKING:
    from lxml.etree import _Element

_AMERICAN = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d:\d\d)")
_ISO = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z?")


@dataclass(frozen=True, slots=True)
class XliffPair:
    """One segment.

    Attributes:
        id: of its unit; behind a point that of the segment, where the unit has several.
        target: empty where it is not translated.
        state: draft, confirmed, reviewed; empty where the file does not say.
        origin: machine, match, match 86, repetition; empty likewise.
        changed: UTC, ISO 8601 to the second; empty likewise. `created` and `changed_by` likewise.
        note: of its unit, on the first segment alone.
    """

    id: str
    source: CodedText
    target: CodedText
    state: str = ""
    origin: str = ""
    created: str = ""
    changed: str = ""
    changed_by: str = ""
    note: str = ""


def pairs_of_trans_unit(unit: _Element) -> Iterator[XliffPair]:
    """The segments of a `trans-unit`: by the `mrk` of its `seg-source`, else one.

    `alt-trans`, which holds proposals and not the translation, is passed over.
    """
    children = _children(unit)
    source, target = _first(children, "source"), _first(children, "target")
    if source is None:
        return
    known = XliffPair(
        unit.get("id") or "",
        CodedText(),
        CodedText(),
        note=_notes(children, "note"),
        **_standard(unit, target),
    )
    known = _told(known, _plain_names(unit))
    parted = _segments(_first(children, "seg-source"))
    translated = _segments(target)
    if not parted or (target is not None and not translated and _has_text(target)):
        numbers = CodeNumbers()
        texts = coded_text([source], numbers), coded_text([] if target is None else [target], numbers)
        tools = _tool_segments(children)
        only = next(iter(tools.values())) if len(tools) == 1 else {}
        yield replace(_told(known, only), source=_trimmed(texts[0]), target=_trimmed(texts[1]))
        return
    yield from _by_marks(known, parted, translated, _tool_segments(children))


def _by_marks(
    known: XliffPair,
    parted: Mapping[str, Sequence[_Element]],
    translated: Mapping[str, Sequence[_Element]],
    tools: Mapping[str, Mapping[str, str]],
) -> Iterator[XliffPair]:
    for at, (name, marks) in enumerate(parted.items()):
        numbers = CodeNumbers()
        yield replace(
            _told(known, tools.get(name, {})),
            id=f"{known.id}.{name}" if len(parted) > 1 else known.id,
            source=_trimmed(coded_text(marks, numbers)),
            target=_trimmed(coded_text(translated.get(name, ()), numbers)),
            note=known.note if at == 0 else "",
        )


def pairs_of_unit(unit: _Element) -> Iterator[XliffPair]:
    """The segments of a `unit` of XLIFF 2; what is between them (`ignorable`) is passed over."""
    children = _children(unit)
    data = {
        one.get("id") or "": inner_text(one)
        for child in children
        if local_name(child) == "originalData"
        for one in _children(child)
    }
    notes = [_notes(_children(child), "note") for child in children if local_name(child) == "notes"]
    segments = [child for child in children if local_name(child) == "segment"]
    numbers = CodeNumbers()
    for at, segment in enumerate(segments):
        sides = _children(segment)
        source, target = _first(sides, "source"), _first(sides, "target")
        if source is None:
            continue
        name = segment.get("id") or str(at + 1)
        yield XliffPair(
            f"{unit.get('id') or ''}.{name}" if len(segments) > 1 else unit.get("id") or "",
            _trimmed(coded_text([source], numbers, data)),
            _trimmed(coded_text([] if target is None else [target], numbers, data)),
            state=state_of(segment.get("state") or ""),
            origin=origin_of(segment.get("subState") or ""),
            note="\n".join(filter(None, notes)) if at == 0 else "",
        )


def _standard(unit: _Element, target: _Element | None) -> dict[str, str]:
    said = "" if target is None else target.get("state") or ""
    qualifier = "" if target is None else target.get("state-qualifier") or ""
    state = state_of(said, qualifier=qualifier, approved=unit.get("approved") or "")
    return {"state": state, "origin": origin_of(qualifier)}


def _told(known: XliffPair, attributes: Mapping[str, str]) -> XliffPair:
    """With what a tool says in attributes and values of its own, which is more exact than the standard's."""
    if not attributes:
        return known
    changed = attributes.get("modified_on", "") or attributes.get("lastchangedtimestamp", "")
    return replace(
        known,
        state=state_of_tool(attributes) or known.state,
        origin=origin_of_tool(attributes) or known.origin,
        created=_moment(attributes.get("created_on", "")) or known.created,
        changed=_moment(changed) or known.changed,
        changed_by=attributes.get("last_modified_by")
        or attributes.get("lastchanginguser")
        or attributes.get("created_by")
        or known.changed_by,
    )


def _tool_segments(children: Sequence[_Element]) -> dict[str, dict[str, str]]:
    """What Trados keeps of each segment in `sdl:seg-defs`: attributes and values, by the segment's id."""
    found: dict[str, dict[str, str]] = {}
    for child in children:
        if local_name(child) != "seg-defs":
            continue
        for one in child:
            if local_name(one) == "seg":
                values = {
                    part.get("key") or "": part.text or "" for part in one if local_name(part) == "value"
                }
                found[one.get("id") or ""] = _plain_names(one) | values
    return found


def _plain_names(element: _Element) -> dict[str, str]:
    """The attributes of a tool's own: those in a namespace, of Trados's `seg` all."""
    own = local_name(element) == "seg"
    return {
        str(name).rpartition("}")[2]: str(value)
        for name, value in element.attrib.items()
        if own or str(name).startswith("{")
    }


def _segments(element: _Element | None) -> dict[str, list[_Element]]:
    """The `mrk` that are segments, by their `mid`, in order; one segment may stand in several."""
    found: dict[str, list[_Element]] = {}
    if element is not None:
        for mark in element.iterdescendants():
            if local_name(mark) == "mrk" and mark.get("mtype") == "seg":
                found.setdefault(mark.get("mid") or "", []).append(mark)
    return found


def _children(element: _Element) -> list[_Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _first(children: Sequence[_Element], name: str) -> _Element | None:
    return next((child for child in children if local_name(child) == name), None)


def _notes(children: Sequence[_Element], name: str) -> str:
    texts = (inner_text(child).strip() for child in children if local_name(child) == name)
    return "\n".join(filter(None, texts))


def _has_text(element: _Element) -> bool:
    return bool(inner_text(element).strip())


def _moment(text: str) -> str:
    """A moment as ISO 8601; Trados writes it as Americans do. Empty where it is none."""
    if american := _AMERICAN.fullmatch(text):
        month, day, year, time = american.groups()
        return f"{year}-{month}-{day}T{time}Z"
    iso = _ISO.fullmatch(text)
    return f"{iso[1]}Z" if iso else ""


def _trimmed(coded: CodedText) -> CodedText:
    """Without the line breaks and the indentation that a pretty-printed file has around a text."""
    text = coded.text
    end = len(text) if "\n" not in text[len(text.rstrip()) :] else len(text.rstrip())
    start = 0 if "\n" not in text[: len(text) - len(text.lstrip())] else len(text) - len(text.lstrip())
    if (start, end) == (0, len(text)):
        return coded
    if start >= end:
        return CodedText("", tuple(replace(code, offset=0) for code in coded.codes))
    codes = (replace(code, offset=min(max(code.offset, start), end) - start) for code in coded.codes)
    return CodedText(text[start:end], tuple(codes))
