"""exchange: units built as nearly all are, read in one stroke; anything else goes the long way round."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.exchange.doctor.characters import resolved, rough
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.sides import Side, plain_side
from workbench.exchange.doctor.structure import attribute_faults
from workbench.exchange.doctor.windows import Window

_ATTRIBUTES = r'(?:\s++[a-z][a-z:-]*+="[^"<&]*+")*+\s*+'
_ABOUT = rf"(?:<prop{_ATTRIBUTES}>[^<]*+</prop>\s*+|<note{_ATTRIBUTES}>[^<]*+</note>\s*+)*+"
_UNIT = re.compile(
    rf"\s*+(?P<unit>(?P<tag><tu{_ATTRIBUTES}>)\s*+{_ABOUT}"
    rf"(?:<tuv{_ATTRIBUTES}>\s*+{_ABOUT}<seg>[^<]*+</seg>\s*+</tuv>\s*+)++</tu>)"
)
_VARIANT = re.compile(
    r"(<tuv[^>]*+>)[^<]*+(?:<(?:prop|note)[^>]*+>[^<]*+</(?:prop|note)>[^<]*+)*+<seg>([^<]*+)</seg>"
)
_ONE = re.compile(r'([a-z][a-z:-]*)="([^"]*)"')
_ABOUT_TAG = re.compile(r"<(?:prop|note)[^>]*+>")
_MANY = 4096


@dataclass(slots=True)
class Plain:
    """A unit that breaks no rule of XML and of TMX, with texts in no codes.

    Attributes:
        raw: as it is written.
        start: offset of its tag in the file.
        attributes: of the unit.
        sides: its texts, in order.
    """

    raw: str
    start: int
    attributes: dict[str, str]
    sides: list[Side]


class PlainUnits:
    """Reads units of one file in one stroke.

    Args:
        version: of TMX, by which attributes are right or not.
    """

    def __init__(self, version: str = "1.4") -> None:
        self.version = version
        self._languages: dict[str, str | None] = {}

    def read(self, window: Window, at: int) -> Plain | None:
        """The unit that stands at an offset of a window's text; None where nothing so simple stands there."""
        found = _UNIT.match(window.text, at)
        if found is None or rough(found["unit"]):
            return None
        tag, raw = found["tag"], found["unit"]
        attributes = dict(_ONE.findall(tag))
        if attributes and self._faulty("tu", tag, attributes):
            return None
        if any(self._language(about) is None for about in _ABOUT_TAG.findall(raw)):
            return None
        start = window.start + found.start("unit")
        sides: list[Side] = []
        for variant, text in _VARIANT.findall(raw):
            language = self._language(variant)
            if language is None:
                return None
            sides.append(plain_side(start, language, resolved(text) if "&" in text or "\r" in text else text))
        return Plain(raw, start, attributes, sides)

    def _language(self, tag: str) -> str | None:
        """The language a tag names, empty for none; None where anything is wrong with the tag."""
        if tag in self._languages:
            return self._languages[tag]
        if len(self._languages) > _MANY:
            self._languages.clear()
        attributes = dict(_ONE.findall(tag))
        name = "tuv" if tag.startswith("<tuv") else tag[1:5]
        wrong = self._faulty(name, tag, attributes)
        language = None if wrong else attributes.get("xml:lang") or attributes.get("lang", "")
        self._languages[tag] = language
        return language

    def _faulty(self, name: str, tag: str, attributes: dict[str, str]) -> bool:
        if tag.count('="') != len(attributes):  # one stands there twice
            return True
        return next(attribute_faults(Node(name, 0, attributes), self.version), None) is not None
