"""exchange: units in the shape that nearly all programs write, cut out of the text at once.

One regular expression stands for some twenty events of a parser. It says nothing about whether the file is
well-formed, or whether the text is a comment: `tmx_feeding` asks expat for that. What has another shape
(three languages, notes, `sub`, `hi`, CDATA, numeric references, single quotes) is read from events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import TypeVar

from workbench.exchange.tmx_codes import Element, kind_of
from workbench.exchange.tmx_raw import NAMED, Code, Cut, Extra, Props, RawUnit

# Possessive (+ behind a quantifier) throughout: a unit of another shape is found out in one pass.
_S = r"[ \t\r\n]*+"
_ATTRIBUTES = r'((?:[ \t\r\n]++[A-Za-z:-]++="[^"<&\t\r\n]*+")*+)' + _S
_PROPS = rf"((?:<prop(?: type=\"[^\"<&\t\r\n]*+\")?+>[^<]*+</prop>{_S})*+)"
_VARIANT = rf"<tuv{_ATTRIBUTES}>{_S}{_PROPS}<seg>([^<]*+(?:<(?!/seg>)[^<]*+)*+)</seg>{_S}</tuv>{_S}"
UNIT = re.compile(rf"{_S}<tu{_ATTRIBUTES}>{_S}{_PROPS}{_VARIANT}{_VARIANT}</tu>")
_ATTRIBUTE = re.compile(r'([A-Za-z:-]+)="([^"]*)"')
_PROP = re.compile(r'<prop(?: type="([^"]*)")?>([^<]*)</prop>')
_CODE = re.compile(
    r'<(bpt|ept|ph|it)((?:[ \t\r\n]++[a-z]++="[^"<&\t\r\n]*+")*+)[ \t\r\n]*+(?:/>|>([^<]*+)</\1[ \t\r\n]*+>)'
)
_ENTITY = re.compile("&(?!amp;|lt;|gt;|quot;|apos;)")
_NOTHING: Mapping[str, str] = {}
_MOST_KEPT = 1_000
_LONGEST_KEPT = 400

K = TypeVar("K")
V = TypeVar("V")
Variant = tuple[str, Extra | None]


class Shapes:
    """Cuts units out, and keeps what comes again and again: attributes, properties and codes as written."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, ...], Callable[[list[str]], tuple[str, ...]]] = {}
        self._usual: dict[tuple[str, ...], bool] = {}
        self._props: dict[str, Props | None] = {"": ()}
        self._variants: dict[tuple[str, str], Variant | None] = {}
        self._codes: dict[Code, bool] = {}

    def unit(self, found: re.Match[str]) -> RawUnit | None:
        """The unit that `UNIT` has found; None where it has something that only a parser can read."""
        own, written, one, one_props, one_text, two, two_props, two_text = found.groups()
        first = self._cut(one_text) if "<" in one_text else unescaped(one_text)
        second = self._cut(two_text) if "<" in two_text else unescaped(two_text)
        props = self._kept_props(written)
        source = self._variants.get((one, one_props)) or self._variant(one, one_props)
        target = self._variants.get((two, two_props)) or self._variant(two, two_props)
        if first is None or second is None or props is None or source is None or target is None:
            return None
        values = own.split('"')
        shape = tuple(values[0:-1:2])
        named = self._named.get(shape) or self._named_of(shape)
        return RawUnit(
            named(values),
            (source[0], target[0]),
            (first, second),
            (source[1], target[1]),
            props,
            (),
            _NOTHING if self._usual[shape] else _attributes(own),
        )

    def _named_of(self, shape: tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...]]:
        """What takes the values of `NAMED` from attributes of a shape that are split at quotation marks.

        Every second part is a value, the others are names; behind the last value is an empty part.
        """
        names = [key.strip(" \t\r\n=") for key in shape]
        places = [2 * names.index(name) + 1 if name in names else -1 for name in NAMED]
        _keep(self._usual, shape, set(names) <= set(NAMED))
        named: Callable[[list[str]], tuple[str, ...]] = itemgetter(*places)
        _keep(self._named, shape, named)
        return named

    def _variant(self, written: str, written_props: str) -> Variant | None:
        props = self._kept_props(written_props)
        if props is None:
            return None
        given = _attributes(written)
        language = given.get("xml:lang", given.get("lang", ""))
        found = language, (Extra(given, props, ()) if len(given) > 1 or props else None)
        if len(given) == 1 and not props:  # what else it says seldom comes twice
            _keep(self._variants, (written, ""), found)
        return found

    def _kept_props(self, written: str) -> Props | None:
        try:
            return self._props[written]
        except KeyError:
            props = _read_props(written)
            if len(written) <= _LONGEST_KEPT:
                _keep(self._props, written, props)
            return props

    def _cut(self, written: str) -> Cut | None:
        """A segment with codes; None where there is other markup in it, or in a code."""
        parts = _CODE.split(written)
        texts: list[str] = []
        for part in parts[::4]:
            text = None if "<" in part else unescaped(part)
            if text is None:
                return None
            texts.append(text)
        codes = tuple(zip(parts[1::4], parts[2::4], parts[3::4], strict=True))
        return Cut(tuple(texts), codes) if all(map(self._is_plain, codes)) else None

    def _is_plain(self, code: Code) -> bool:
        known = self._codes.get(code)
        if known is None:
            known = unescaped(code[2] or "") is not None
            if len(code[1]) + len(code[2] or "") <= _LONGEST_KEPT:
                _keep(self._codes, code, known)
        return known


def _attributes(written: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(written))


def _keep(where: dict[K, V], key: K, value: V) -> None:
    if len(where) >= _MOST_KEPT:
        where.clear()
    where[key] = value


def _read_props(written: str) -> Props | None:
    props: list[tuple[str, str]] = []
    for name, value in _PROP.findall(written):
        text = unescaped(value)
        if text is None:
            return None
        props.append((name, text))
    return tuple(props)


def unescaped(written: str) -> str | None:
    """Text as it is read; None for a reference that is not one of the five names of XML."""
    if "&" in written:
        if _ENTITY.search(written):
            return None
        written = written.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        written = written.replace("&apos;", "'").replace("&amp;", "&")
    if "\r" in written:
        return written.replace("\r\n", "\n").replace("\r", "\n")
    return written


def elements_of_cut(cut: Cut) -> list[Element]:
    """Its codes as the events would have given them."""
    elements: list[Element] = []
    at = 0
    for text, (name, written, inside) in zip(cut.texts, cut.codes, strict=False):
        at += len(text)
        given = _attributes(written)
        elements.append(Element(at, name, kind_of(name, given), given, unescaped(inside or "") or ""))
    return elements
