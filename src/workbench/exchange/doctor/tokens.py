"""exchange: a text in tags and what stands between them, read so that nothing broken stops it.

Well-formed XML is read as XML. Elsewhere: a name that TMX has is a tag however it is written; another name
is a tag only where it is written rightly; any other < is a character of the text. So is one that would begin
a comment of two ends with units inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from workbench.exchange.doctor.characters import character_faults, clean, excerpt, resolved, rough
from workbench.exchange.doctor.faults import Fault
from workbench.exchange.doctor.rules_xml import XML_RULES
from workbench.exchange.doctor.tags import ENDING, KNOWN, Tag, read_tag
from workbench.exchange.doctor.windows import Window

_LOOSE = rf"(?:[\w.-]+:)?(?i:{KNOWN})"
_TOKEN = re.compile(
    r"(?P<text>[^<]++)"
    r"|(?P<end></[A-Za-z_][\w.:-]*+\s*+>)"
    r"|(?P<start><[A-Za-z_][\w.:-]*+(?:\s++[A-Za-z_:][\w.:-]*+\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+/?+>)"
    rf"|(?P<badend></\s*+{_LOOSE}\s*+(?:>|(?=<)|\Z)|<\s++/\s*+{_LOOSE}\s*+>|</?\s++/?{_LOOSE}\s*+>)"
    rf"|(?P<loose><{_LOOSE}(?=[\s/>])(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>)"
    rf"|(?P<broken><{_LOOSE}(?=[\s/>])[^<>]*+>)"
    rf"|(?P<quoted><{_LOOSE}(?=\s)(?:[^<>\"']|\"[^\">\n]*+\"|'[^'>\n]*+')*+>)"
    rf"|(?P<unclosed><{_LOOSE}(?=[\s/<])[^<>]*+)"
    r"|(?P<comment><!--(?:[^-]|-(?!-))*+-->)"
    r"|(?P<badcomment><!--(?:(?!-->|<!--|</?(?i:tuv?|seg|body|tmx|header)\b)[\s\S])*+-->)"
    r"|(?P<section><!\[CDATA\[(?:(?!\]\]>|<!\[CDATA\[)[\s\S])*+\]\]>)"
    r"|(?P<doctype><!DOCTYPE[^\[>]*+(?:\[(?:(?!\]\s*>|<!DOCTYPE)[\s\S])*+\]\s*+)?+>)"
    r"|(?P<entity><!ENTITY\b[^<>]*+>?+)"
    r"|(?P<instruction><\?(?:(?!\?>|<\?)[\s\S])*+\?>)"
    r"|(?P<less><)"
)
_MOST = 20_000
_DECLARED_ENTITY = re.compile(r"<!ENTITY\s+%?\s*([^\s\"'<>]+)")


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()
    DOCTYPE = auto()
    INSTRUCTION = auto()


@dataclass(slots=True)
class Token:
    """One token.

    Attributes:
        kind: what it is.
        start: its offset in the file, as `end`.
        raw: as it is written.
        tag: the tag, for START and END.
        text: the characters that are meant, for TEXT.
    """

    kind: Kind
    start: int
    raw: str
    tag: Tag | None = None
    text: str = ""

    @property
    def end(self) -> int:
        """Offset of the character after it."""
        return self.start + len(self.raw)


class Tokens:
    """Reads windows; what is wrong with the writing goes to a list.

    Args:
        faults: where it goes, in the order of the text.
        encoding: what the bytes should be in, as people call it.
    """

    def __init__(self, faults: list[Fault], encoding: str) -> None:
        self._faults, self._encoding = faults, encoding
        self._tags: dict[str, Tag] = {}

    def read(self, window: Window, at: int = 0) -> Iterator[Token]:
        """The tokens of a window from an offset in its text on."""
        for found in _TOKEN.finditer(window.text, at):
            group, raw, start = found.lastgroup, found[0], window.start + found.start()
            if group == "text":
                yield self._text(raw, start)
            elif group in ("start", "end"):
                yield self._tag(raw, start)
            else:
                yield self._other(group or "", raw, start, window)

    def _text(self, raw: str, start: int) -> Token:
        if rough(raw):
            self._hear(character_faults(raw, start, self._encoding))
            return Token(Kind.TEXT, start, raw, None, resolved(raw))
        plain = "&" not in raw and "\r" not in raw
        return Token(Kind.TEXT, start, raw, None, raw if plain else resolved(raw))

    def _hear(self, faults: Iterable[Fault]) -> None:
        """Take faults; of very many in one unit, which are handed on together, only the first."""
        self._faults.extend(islice(faults, max(_MOST - len(self._faults), 0)))

    def _tag(self, raw: str, start: int) -> Token:
        tag = self._tags.get(raw)
        if tag is None:
            if len(self._tags) > 4096:
                self._tags.clear()
            tag = self._tags[raw] = read_tag(raw)
            if rough(raw):
                self._tags.pop(raw)
                self._faults.extend(character_faults(raw, start, self._encoding))
        for problem in tag.problems:
            self._faults.append(Fault(XML_RULES["xml.tag"], start, (tag.written, problem)))
        return Token(Kind.END if tag.kind == ENDING else Kind.START, start, raw, tag)

    def _other(self, group: str, raw: str, start: int, window: Window) -> Token:
        if group in ("badend", "loose", "broken", "quoted", "unclosed"):
            return self._tag(raw, start)
        if group == "section":
            self._faults.extend(character_faults(raw, start, self._encoding, section=True))
            return Token(Kind.TEXT, start, raw, None, clean(raw[9:-3]))
        if group in ("comment", "badcomment"):
            return self._comment(group, raw, start)
        if group in ("doctype", "entity"):
            self._faults.extend(character_faults(raw, start, self._encoding, section=True))
            for found in _DECLARED_ENTITY.finditer(raw):
                at = start + found.start()
                self._faults.append(Fault(XML_RULES["xml.entity-declared"], at, (found[1],)))
            return Token(Kind.DOCTYPE, start, raw)
        if group == "instruction":
            self._faults.extend(character_faults(raw, start, self._encoding, section=True))
            return Token(Kind.INSTRUCTION, start, raw)
        around = excerpt(window.text, start - window.start)
        self._hear([Fault(XML_RULES["xml.less-than"], start, (around,))])
        return Token(Kind.TEXT, start, raw, None, "<")

    def _comment(self, group: str, raw: str, start: int) -> Token:
        self._faults.extend(character_faults(raw, start, self._encoding, section=True))
        if group == "badcomment":
            self._faults.append(Fault(XML_RULES["xml.comment"], start, ("it has -- inside",)))
        return Token(Kind.COMMENT, start, raw)
