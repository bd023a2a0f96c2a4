"""exchange: reading TMX, as a stream, from files that other tools wrote and that nobody should trust.

Expat from the standard library; an entity declaration is refused, so no expansion and no file can be
pulled in; a DOCTYPE is accepted and never loaded.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from workbench.exchange.tmx import RAW_SOURCE, RAW_TARGET, iso_date
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

_CHUNK = 1 << 16
_CODES = {
    "bpt": CodeKind.OPEN,
    "ept": CodeKind.CLOSE,
    "ph": CodeKind.ALONE,
    "it": CodeKind.ALONE,
    "ut": CodeKind.ALONE,
}


class TmxReader:
    """One file. `header` is filled when the first unit comes."""

    def __init__(self, path: Path, *, source: str = "zh", target: str = "en") -> None:
        self.path = path
        self.header: dict[str, str] = {}
        self.header_props: list[tuple[str, str]] = []
        self._source, self._target = source, target
        self._units: list[TranslationUnit] = []
        self._stack: list[str] = []
        self._text: list[str] = []
        self._unit: dict[str, str] = {}
        self._props: list[tuple[str, str]] = []
        self._notes: list[str] = []
        self._variants: list[tuple[str, CodedText]] = []
        self._language = self._prop_type = ""
        self._codes: list[tuple[InlineCode, list[str]]] = []
        self._length = 0
        self._seg: list[str] = []

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The units in order, source and target found by language.

        Raises:
            WorkbenchError: not TMX, cut off, or not to be trusted; says file, line and what to do.
        """
        try:
            with self.path.open("rb") as file:
                head = file.read(_CHUNK)
                head = _mark(head) + head
                parser = self._parser()
                while head:
                    self._feed(parser, head, final=False)
                    yield from self._take()
                    head = file.read(_CHUNK)
                self._feed(parser, b"", final=True)
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror}).") from error
        yield from self._take()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EntityDeclHandler = self._refuse_entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        return parser

    def _feed(self, parser: expat.XMLParserType, data: bytes, *, final: bool) -> None:
        try:
            parser.Parse(data, final)
        except expat.ExpatError as error:
            raise WorkbenchError(
                f"{self.path}, line {error.lineno}: not well-formed XML"
                f" ({expat.ErrorString(error.code)}); the file may be cut off: get it again from its sender."
            ) from error

    def _take(self) -> Iterator[TranslationUnit]:
        units, self._units = self._units, []
        yield from units

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise WorkbenchError(
            f"{self.path} declares the entity “{name}”, which can hide an attack; ask for a file without it."
        )

    # ---- events

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._stack and name != "tmx":
            raise WorkbenchError(f"{self.path} is not TMX: its first element is <{name}>.")
        self._stack.append(name)
        if name == "header":
            self.header = dict(attributes)
        elif name == "tu":
            self._unit = dict(attributes)
            self._props, self._notes, self._variants = [], [], []
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif name == "seg":
            self._seg, self._codes, self._length = [], [], 0
        elif name in ("prop", "note"):
            self._text = []
            self._prop_type = attributes.get("type", "")
        elif name in _CODES:
            self._codes.append((self._code(name, attributes), []))

    def _end(self, name: str) -> None:
        self._stack.pop()
        if name == "prop":
            where = self._props if "tu" in self._stack else self.header_props
            where.append((self._prop_type, "".join(self._text)))
        elif name == "note" and "tu" in self._stack:
            self._notes.append("".join(self._text))
        elif name == "seg":
            codes = (InlineCode(c.offset, c.number, c.kind, "".join(data)) for c, data in self._codes)
            self._variants.append((self._language, CodedText("".join(self._seg), tuple(codes))))
        elif name == "tu":
            self._finish()

    def _characters(self, text: str) -> None:
        if not self._stack:
            return
        if self._stack[-1] in _CODES:
            self._codes[-1][1].append(text)
        elif self._stack[-1] in ("prop", "note"):
            self._text.append(text)
        elif "seg" in self._stack and not any(name in _CODES for name in self._stack):
            self._seg.append(text)
            self._length += len(text)

    def _code(self, name: str, attributes: dict[str, str]) -> InlineCode:
        number = attributes.get("x") or attributes.get("i") or ""
        kind = _CODES[name]
        if name == "it":
            kind = CodeKind.OPEN if attributes.get("pos", "begin").lower() == "begin" else CodeKind.CLOSE
        return InlineCode(self._length, int(number) if number.isdigit() else len(self._codes) + 1, kind)

    def _finish(self) -> None:
        source = self._variant(self._source)
        if source is None:
            return
        target = self._variant(self._target)
        raw = dict(self._props)
        props = tuple((name, value) for name, value in self._props if name not in (RAW_SOURCE, RAW_TARGET))
        self._units.append(
            TranslationUnit(
                id=self._unit.get("tuid", ""),
                source=_restored(source, raw.get(RAW_SOURCE)),
                target=None if target is None else _restored(target, raw.get(RAW_TARGET)),
                segtype=self._unit.get("segtype", ""),
                created=iso_date(self._unit.get("creationdate", "")),
                changed=iso_date(self._unit.get("changedate", "")),
                changed_by=self._unit.get("changeid", ""),
                note="\n".join(self._notes),
                props=props,
            )
        )

    def _variant(self, language: str) -> CodedText | None:
        """The text of a language: the code itself, else any country of it; case and _ do not matter."""
        for found, coded in self._variants:
            plain = found.lower().replace("_", "-")
            if plain == language or plain.startswith(language + "-"):
                return coded
        return None


def _restored(coded: CodedText, raw: str | None) -> CodedText:
    if raw is None:
        return coded
    text = json.loads(raw)
    return CodedText(text, coded.codes) if isinstance(text, str) else coded


def _mark(head: bytes) -> bytes:
    """The byte order mark to put before UTF-16 that has neither one nor a declaration; it occurs."""
    if head.startswith(b"<\x00"):
        return codecs.BOM_UTF16_LE
    if head.startswith(b"\x00<"):
        return codecs.BOM_UTF16_BE
    return b""
