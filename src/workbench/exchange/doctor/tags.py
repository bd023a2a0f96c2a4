"""exchange: one tag, its name and attributes, read also where it is written wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.exchange.doctor.characters import resolved

KNOWN = "tmx|header|body|tuv|tu|seg|note|prop|ude|map|bpt|ept|it|ph|hi|sub|ut"
STARTING, ENDING, EMPTY = "start", "end", "empty"
_NAMES = frozenset(KNOWN.split("|"))
_NAME = re.compile(r"<\s*(/?)\s*([A-Za-z_][\w.:-]*)")
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z_:][\w.:-]*)\s*+(?:=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?+"
)
_WRITTEN_RIGHTLY = re.compile(
    r"<(?:/[A-Za-z_][\w.:-]*+\s*+>|[A-Za-z_][\w.:-]*+"
    r"(?:\s++[A-Za-z_:][\w.:-]*+\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+/?+>)"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag.

    Attributes:
        name: of the element, in lower case and without a prefix where TMX has it; else as written.
        written: as it is written.
        kind: STARTING, ENDING or EMPTY.
        attributes: names and values as they are meant; of two with one name the first.
        problems: what is wrong with the writing, in words.
    """

    name: str
    written: str
    kind: str
    attributes: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


def read_tag(raw: str) -> Tag:
    """The tag that `raw`, from < to >, is or was meant to be."""
    named = _NAME.match(raw)
    if named is None:
        raise ValueError(raw)
    written = named[2]
    name = written.rpartition(":")[2].lower()
    name = name if name in _NAMES else written
    problems: list[str] = []
    if not _WRITTEN_RIGHTLY.fullmatch(raw):
        problems = [*_problems(raw, named.end())] or ["something in it is neither a name nor a value"]
    if named[1]:
        return Tag(name, written, ENDING, (), tuple(problems))
    end = len(raw) - (2 if raw.endswith("/>") else 1 if raw.endswith(">") else 0)
    attributes: dict[str, str] = {}
    for found in _attributes(raw, named.end(), end):
        if found["name"] in attributes:
            problems.append(f"the attribute {found['name']} stands in it twice")
        attributes.setdefault(found["name"], _value(found))
    kind = EMPTY if raw.endswith("/>") else STARTING
    return Tag(name, written, kind, tuple(attributes.items()), tuple(problems))


def _attributes(raw: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Names with their values; a name without one must at least stand by itself."""
    for found in _ATTRIBUTE.finditer(raw, start, end):
        if "=" in found[0] or raw[found.start() - 1].isspace():
            yield found


def _value(found: re.Match[str]) -> str:
    value = found["double"]
    if value is None:
        value = found["single"]
    if value is None:
        value = (found["bare"] or "").strip("\"'")
    return resolved(re.sub(r"[\t\r\n]", " ", value))


def _problems(raw: str, at: int) -> Iterator[str]:
    if not raw.endswith(">"):
        yield "its > is missing"
    if re.match(r"<\s|</\s|<\s*/\s", raw):
        yield "there is a space before its name"
    if raw.count('"') % 2 or (raw.count("'") % 2 and '"' not in raw):
        yield "a quotation mark is missing"
        return
    for found in _attributes(raw, at, len(raw) - raw.endswith(">")):
        if found["double"] is None and found["single"] is None:
            what = "has no value" if found["bare"] is None else "has no quotation marks"
            yield f"the attribute {found['name']} {what}"
        elif "<" in found[0]:
            yield f"the attribute {found['name']} has a bare <"
    if re.search(r"""["'][A-Za-z_:]""", re.sub(r"""=\s*(?:"[^"]*"|'[^']*')""", '=""', raw)):
        yield "a space is missing between two attributes"
