"""exchange: reading TMX, as a stream, from files that other tools wrote and that nobody should trust.

Expat from the standard library; an entity declaration is refused, so no expansion and no file can be
pulled in; a DOCTYPE is accepted and never loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path
from xml.parsers import expat

from workbench.exchange.tmx import RAW_NOTE, RAW_SOURCE, RAW_TARGET, iso_date, valid
from workbench.exchange.tmx_codes import KINDS, Element, numbered
from workbench.exchange.tmx_encoding import chunks, encoding_of
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

_RAW = (RAW_SOURCE, RAW_TARGET, RAW_NOTE)


class TmxReader:
    """One file, to be iterated once.

    Args:
        path: the file.
        source: language to read as source, with or without a country; empty for the header's `srclang`.
        target: likewise; empty for whatever else a unit has.

    Attributes:
        header: attributes of the header; filled when the first unit comes, as are `header_props`.
        passed_over: units without the source language, which are left out.
        doubled: units with more variants than the two that are read.
    """

    def __init__(self, path: Path, *, source: str = "zh", target: str = "en") -> None:
        self.path = path
        self.passed_over = self.doubled = 0
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
        self._codes: list[Element] = []
        self._length = 0
        self._seg: list[str] = []

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The units in order, source and target found by language.

        Raises:
            WorkbenchError: not TMX, cut off, or not to be trusted; says file, line and what to do.
        """
        try:
            encoding = encoding_of(self.path)
            parser = self._parser(encoding)
            for part in chunks(self.path, encoding):
                self._feed(parser, part, final=False)
                yield from self._take()
            self._feed(parser, b"", final=True)
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror}).") from error
        yield from self._take()

    def _parser(self, encoding: str) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8" if encoding else None)
        parser.buffer_text = True
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._skipped
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
        except (LookupError, ValueError) as error:
            # A declaration so long that it was not seen before: expat asks Python for the encoding.
            raise WorkbenchError(
                f"{self.path} declares an encoding that is none; save it as UTF-8 and say so there."
            ) from error

    def _take(self) -> Iterator[TranslationUnit]:
        units, self._units = self._units, []
        yield from units

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise WorkbenchError(
            f"{self.path} declares the entity “{name}”, which can hide an attack; ask for a file without it."
        )

    def _skipped(self, name: str, parameter: bool) -> None:
        """A name that only an outside DTD explains, which is not loaded: HTML's are known, others stay."""
        if not parameter:
            self._characters(html5.get(f"{name};", f"&{name};"))

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
        elif name in KINDS:
            self._codes.append(Element(self._length, name, attributes))

    def _end(self, name: str) -> None:
        self._stack.pop()
        if name == "prop":
            where = self._props if "tu" in self._stack else self.header_props
            where.append((self._prop_type, "".join(self._text)))
        elif name == "note" and "tu" in self._stack:
            self._notes.append("".join(self._text))
        elif name == "seg":
            self._variants.append((self._language, CodedText("".join(self._seg), numbered(self._codes))))
        elif name == "tu":
            self._finish()

    def _characters(self, text: str) -> None:
        if not self._stack:
            return
        if self._stack[-1] in KINDS:
            self._codes[-1].data.append(text)
        elif self._stack[-1] in ("prop", "note"):
            self._text.append(text)
        elif "seg" in self._stack and not any(name in KINDS for name in self._stack):
            self._seg.append(text)
            self._length += len(text)

    def _finish(self) -> None:
        source, target = self._pair()
        if source is None:
            self.passed_over += 1
            return
        self.doubled += len(self._variants) > (1 if target is None else 2)
        raw = dict(self._props)
        self._units.append(
            TranslationUnit(
                id=self._unit.get("tuid", ""),
                source=_restored(source, raw.get(RAW_SOURCE)),
                target=None if target is None else _restored(target, raw.get(RAW_TARGET)),
                segtype=self._unit.get("segtype", ""),
                created=iso_date(self._unit.get("creationdate", "")),
                changed=iso_date(self._unit.get("changedate", "")),
                changed_by=self._unit.get("changeid", ""),
                note=_restored(CodedText("\n".join(self._notes)), raw.get(RAW_NOTE)).text,
                props=tuple((name, value) for name, value in self._props if name not in _RAW),
            )
        )

    def _pair(self) -> tuple[CodedText | None, CodedText | None]:
        """Source and target of the unit that ends."""
        at = self._variant(self._source or self.header.get("srclang", ""))
        if at is None:
            return None, None
        other = self._variant(self._target, but=at) if self._target else self._any(but=at)
        return self._variants[at][1], None if other is None else self._variants[other][1]

    def _any(self, *, but: int) -> int | None:
        return next((n for n in range(len(self._variants)) if n != but), None)

    def _variant(self, language: str, *, but: int = -1) -> int | None:
        """Which variant is in a language: that code, else any country of it; case and _ do not matter."""
        wanted = _plain(language)
        found = [(n, _plain(code)) for n, (code, _) in enumerate(self._variants) if n != but]
        exact = (n for n, code in found if code == wanted)
        near = (n for n, code in found if code.partition("-")[0] == wanted.partition("-")[0])
        return next(exact, next(near, None)) if wanted else None


def _plain(language: str) -> str:
    return language.strip().lower().replace("_", "-")


def _restored(coded: CodedText, raw: str | None) -> CodedText:
    """The text as it was before control characters were taken out, unless it was changed since."""
    if raw is None:
        return coded
    try:
        text = json.loads(raw)
    except (ValueError, RecursionError):  # not ours, or changed by hand: the text itself counts
        return coded
    same = isinstance(text, str) and valid(text) == coded.text
    return CodedText(text, coded.codes) if same and not _halves(text) else coded


def _halves(text: str) -> bool:
    """Whether half a surrogate pair stands in it, which no file can hold."""
    return any("\ud800" <= character <= "\udfff" for character in text)
