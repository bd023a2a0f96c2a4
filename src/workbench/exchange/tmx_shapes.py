"""exchange: units in the shape that nearly all programs write, cut out of the text at once.

One regular expression stands for some twenty events of a parser. It says nothing about whether the file is
well-formed, or whether the text is a comment: `tmx_feeding` asks expat for that. What has another shape
(three languages, notes, `sub`, `hi`, CDATA, numeric references, single quotes) is read from events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar

from workbench.exchange.tmx_codes import Element, kind_of
from workbench.exchange.tmx_raw import NAMED, Cut, Extra, Props, RawUnit, Run
from workbench.exchange.tmx_text import RAW

# Possessive (+ behind a quantifier) throughout: a unit of another shape is found out in one pass.
_S = r"[ \t\r\n]*+"
_ATTRIBUTES = r'((?:[ \t\r\n]++[A-Za-z:-]++="[^"<&\t\r\n]*+")*+)' + _S
_PROPS = rf"((?:<prop(?: type=\"[^\"<&\t\r\n]*+\")?+>[^<]*+</prop>{_S})*+)"
_VARIANT = rf"<tuv{_ATTRIBUTES}>{_S}{_PROPS}<seg>([^<]*+(?:<(?!/seg>)[^<]*+)*+)</seg>{_S}</tuv>{_S}"
UNIT = re.compile(rf"{_S}<tu{_ATTRIBUTES}>{_S}{_PROPS}{_VARIANT}{_VARIANT}</tu>")
_TAGS = 10  # of a unit without properties and codes
_ATTRIBUTE = re.compile(r'([A-Za-z:-]+)="([^"]*)"')
_PROP = re.compile(r'<prop(?: type="([^"]*)")?>([^<]*)</prop>')
_CODE_NAME, _CODE_ATTRIBUTES = r"bpt|ept|ph|it", r'(?:[ \t\r\n]++[a-z]++="[^"<&\t\r\n]*+")*+'
_CODE = re.compile(rf"(<(?:{_CODE_NAME}){_CODE_ATTRIBUTES}{_S}(?:/>|>[^<]*+</(?:{_CODE_NAME}){_S}>))")
_CODE_PARTS = re.compile(rf"<({_CODE_NAME})({_CODE_ATTRIBUTES}){_S}/?>([^<]*+).*")
_ENTITY = re.compile("&(?!amp;|lt;|gt;|quot;|apos;)")
_SIGNS = " \t\r\n="
_NOTHING: Mapping[str, str] = {}
_MOST_KEPT = 1_000
_LONGEST_KEPT = 400

K = TypeVar("K")
V = TypeVar("V")
Named = tuple[Callable[[list[str]], tuple[str, ...]], bool]
Sides = tuple[str, str, str, str]
"""Attributes and properties of two variants, as they are written."""
Variants = tuple[tuple[str, str], tuple[Extra | None, Extra | None]]


class Shapes:
    """Cuts units out, and keeps what comes again and again: attributes, properties and codes as written."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, ...], Named] = {}
        self._props: dict[str, Props | None] = {"": ()}
        self._variants: dict[Sides, Variants] = {}
        self._codes: dict[tuple[str, ...], bool] = {}

    def run(self, text: str, at: int, stop: int) -> Run | None:
        """All units in a part of the text, if there is nothing between them, all have the same attributes
        and the same two languages, and nothing that only a parser can read."""
        rows = UNIT.findall(text, at, stop)
        if not rows:
            return None
        own, written, one, one_props, one_texts, two, two_props, two_texts = zip(*rows, strict=True)
        sides = one[0], one_props[0], two[0], two_props[0]
        variants = self._variants.get(sides) or self._both_variants(sides)
        marked = "".join([*written, *one_texts, *two_texts])
        tags = _TAGS * len(rows) + marked.count("<") + (one_props[0] + two_props[0]).count("<") * len(rows)
        if tags != text.count("<", at, stop) or RAW in marked:
            return None
        same = all(column.count(column[0]) == len(rows) for column in (one, one_props, two, two_props))
        if variants is None or variants[1] != (None, None) or not same:
            return None
        named = self._columns(own)
        first, second = self._texts(one_texts), self._texts(two_texts)
        props = [self._kept_props(each) for each in written]
        if named is None or first is None or second is None or None in props:
            return None
        return Run(variants[0], named, first, second, [each for each in props if each is not None], stop - at)

    def _columns(self, own: Sequence[str]) -> list[Sequence[str]] | None:
        """Columns for the values of `NAMED`; None where units have different or other attributes."""
        count = len(own)
        width = own[0].count('"')
        if not width:
            return None if any(own) else [("",) * count] * len(NAMED)
        parts = "".join(own).split('"')
        names = parts[0:-1:2]
        shape = names[: width // 2]
        if names != shape * count or not self._named_of(tuple(shape))[1]:
            return None
        plain = [name.strip(_SIGNS) for name in shape]
        blank = ("",) * count
        return [parts[2 * plain.index(name) + 1 :: width] if name in plain else blank for name in NAMED]

    def _texts(self, column: Sequence[str]) -> list[str | Cut] | None:
        joined = "".join(column)
        if "<" not in joined and "&" not in joined and "\r" not in joined:
            return list(column)
        found: list[str | Cut] = []
        for each in column:
            text: str | Cut | None = each
            if "<" in each:
                text = self._cut(each)
            elif "&" in each or "\r" in each:
                text = unescaped(each)
            if text is None:
                return None
            found.append(text)
        return found

    def unit(self, found: re.Match[str]) -> RawUnit | None:
        """The unit that `UNIT` has found; None where it has something that only a parser can read."""
        own, written, one, one_props, one_text, two, two_props, two_text = found.groups()
        first = self._cut(one_text) if "<" in one_text else unescaped(one_text)
        second = self._cut(two_text) if "<" in two_text else unescaped(two_text)
        props = self._kept_props(written)
        sides = one, one_props, two, two_props
        variants = self._variants.get(sides) or self._both_variants(sides)
        if first is None or second is None or props is None or variants is None:
            return None
        values = own.split('"')
        shape = tuple(values[0:-1:2])
        named, usual = self._named.get(shape) or self._named_of(shape)
        return RawUnit(
            named(values),
            variants[0],
            (first, second),
            variants[1],
            props,
            (),
            _NOTHING if usual else _attributes(own),
        )

    def _named_of(self, shape: tuple[str, ...]) -> Named:
        """What takes the values of `NAMED` from attributes of a shape, split at quotation marks, and
        whether there are no others.

        Every second part is a value, the others are names; behind the last value is an empty part.
        """
        names = [key.strip(_SIGNS) for key in shape]
        places = [2 * names.index(name) + 1 if name in names else -1 for name in NAMED]
        found: Named = itemgetter(*places), set(names) <= set(NAMED)
        _keep(self._named, shape, found)
        return found

    def _both_variants(self, sides: Sides) -> Variants | None:
        """Languages of two variants, and what else they say; None for what only a parser can read."""
        one, one_props, two, two_props = sides
        first, second = self._variant(one, one_props), self._variant(two, two_props)
        if first is None or second is None:
            return None
        found = (first[0], second[0]), (first[1], second[1])
        if first[1] is None and second[1] is None:  # what else they say seldom comes twice
            _keep(self._variants, sides, found)
        return found

    def _variant(self, written: str, written_props: str) -> tuple[str, Extra | None] | None:
        props = self._kept_props(written_props)
        if props is None:
            return None
        given = _attributes(written)
        language = given.get("xml:lang", given.get("lang", ""))
        return language, (Extra(given, props, ()) if len(given) > 1 or props else None)

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
        pieces, codes = parts[::2], tuple(parts[1::2])
        if codes not in self._codes and not self._are_plain(codes):
            return None
        text = "".join(pieces)
        if "<" in text:
            return None
        if "&" in text or "\r" in text:
            plain = [unescaped(piece) for piece in pieces]
            pieces = [piece for piece in plain if piece is not None]
            if len(pieces) < len(plain):
                return None
            text = "".join(pieces)
        if len(codes) == 2:  # as most have
            start = len(pieces[0])
            return Cut(text, (start, start + len(pieces[1])), codes)
        return Cut(text, tuple(accumulate(map(len, pieces))), codes)

    def _are_plain(self, codes: tuple[str, ...]) -> bool:
        if any(_read_code(code) is None for code in codes):
            return False
        if sum(map(len, codes)) <= _LONGEST_KEPT:
            _keep(self._codes, codes, True)
        return True


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
    for offset, code in zip(cut.offsets, cut.codes, strict=False):
        read = _read_code(code)
        if read is not None:  # or it would not have been cut out
            name, given, data = read
            elements.append(Element(offset, name, kind_of(name, given), given, data))
    return elements


def _read_code(written: str) -> tuple[str, dict[str, str], str] | None:
    """Name, attributes and text of a code; None for a reference that only a parser can read."""
    found = _CODE_PARTS.match(written)
    data = unescaped(found[3]) if found else None
    return None if found is None or data is None else (found[1], _attributes(found[2]), data)
