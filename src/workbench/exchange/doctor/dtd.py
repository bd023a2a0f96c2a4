"""exchange: what the DTD of TMX 1.4 allows, and the older ones where they differ: elements and attributes."""

from __future__ import annotations

from dataclasses import dataclass

SEGTYPES = ("block", "paragraph", "sentence", "phrase")
VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4")
LANG_VERSIONS = ("1.0", "1.1", "1.2")  # where the language is `lang`

_CODES = frozenset({"bpt", "ept", "ph", "it", "hi", "ut"})
_ABOUT = frozenset({"note", "prop"})
_DATES = frozenset({"creationdate", "changedate"})
_HISTORY = frozenset({"creationtool", "creationtoolversion", "creationid", "changeid", "o-tmf", "o-encoding"})
_USE = _HISTORY | _DATES | {"datatype", "usagecount", "lastusagedate"}


@dataclass(frozen=True, slots=True)
class Element:
    """What an element may have.

    Attributes:
        children: elements it may hold.
        text: whether it may hold text.
        required: attributes it must have.
        optional: further ones it may have.
    """

    children: frozenset[str] = frozenset()
    text: bool = False
    required: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()


ELEMENTS: dict[str, Element] = {
    "tmx": Element(frozenset({"header", "body"}), required=("version",)),
    "header": Element(
        _ABOUT | {"ude"},
        required=(
            *("creationtool", "creationtoolversion", "segtype", "o-tmf"),
            *("adminlang", "srclang", "datatype"),
        ),
        optional=frozenset({"o-encoding", "creationid", "changeid"}) | _DATES,
    ),
    "body": Element(frozenset({"tu"})),
    "note": Element(text=True, optional=frozenset({"o-encoding", "xml:lang", "lang"})),
    "prop": Element(text=True, required=("type",), optional=frozenset({"o-encoding", "xml:lang", "lang"})),
    "ude": Element(frozenset({"map"}), required=("name",), optional=frozenset({"base"})),
    "map": Element(required=("unicode",), optional=frozenset({"code", "ent", "subst"})),
    "tu": Element(_ABOUT | {"tuv"}, optional=_USE | {"tuid", "segtype", "srclang"}),
    "tuv": Element(_ABOUT | {"seg"}, required=("xml:lang",), optional=_USE | {"lang"}),
    "seg": Element(_CODES, text=True),
    "bpt": Element(frozenset({"sub"}), text=True, required=("i",), optional=frozenset({"x", "type"})),
    "ept": Element(frozenset({"sub"}), text=True, required=("i",)),
    "it": Element(frozenset({"sub"}), text=True, required=("pos",), optional=frozenset({"x", "type"})),
    "ph": Element(frozenset({"sub"}), text=True, optional=frozenset({"x", "type", "assoc"})),
    "ut": Element(frozenset({"sub"}), text=True, optional=frozenset({"x"})),
    "hi": Element(_CODES, text=True, optional=frozenset({"x", "type"})),
    "sub": Element(_CODES, text=True, optional=frozenset({"datatype", "type"})),
}

_NAMES = {
    "tmx": "the file",
    "header": "the header",
    "body": "the list of units",
    "tu": "the unit",
    "tuv": "the variant in one language",
    "seg": "the text",
    "note": "the note",
    "prop": "the property",
    "bpt": "the beginning of a code",
    "ept": "the end of a code",
    "it": "the code",
    "ph": "the code",
    "hi": "the highlighted part",
    "sub": "the text in a code",
}


def called(name: str) -> str:
    """An element in words, and by its name."""
    return f"{_NAMES[name]} (<{name}>)" if name in _NAMES else f"<{name}>"


MEANING = {
    "creationtool": "the name of the program that wrote the file",
    "creationtoolversion": "the version of the program that wrote the file",
    "segtype": "whether the units are sentences, paragraphs, phrases or blocks",
    "o-tmf": "the format of the memory that the file comes from",
    "adminlang": "the language of its notes",
    "srclang": "the language that is translated from",
    "datatype": "the kind of the texts",
    "type": "which says what the property is",
    "i": "the number that pairs the beginning of a code with its end",
    "pos": "which says whether the code begins or ends",
    "name": "its name",
    "unicode": "the character it is about",
    "version": "the version of TMX",
}
