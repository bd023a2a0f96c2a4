"""exchange: the events of expat become the raw parts of one TMX unit after another.

The handlers run for every element of a file and do as little as can be done: characters are appended to a
list by the list itself, codes are noted down and understood only where their unit is read. `hold` is called
between two parts of the file and keeps what one unit may take within bounds.
"""

from __future__ import annotations

from collections.abc import Callable
from html.entities import html5
from xml.parsers import expat

from workbench.exchange.tmx_codes import INLINE, Event
from workbench.exchange.tmx_raw import NAMED, Eventful, Extra, Header, PropList, RawText, RawUnit
from workbench.model.faults import WorkbenchError

MOST_DEPTH = 1_000
"""Elements in one another, in any file that is not an attack."""
_MOST_CODES = 20_000
_MOST_PARTS = 5_000
_UNIT_SHARE = 8  # bytes of a unit for each character that one segment may have

_NAMED = frozenset(NAMED)


class Events:
    """The handlers for one file.

    Args:
        where: the file, for what is said of it.
        finish: takes each unit, or None for one that has more than is read of any.
        longest: characters a segment may have.
    """

    __slots__ = (
        "_codes",
        "_declares",
        "_depth",
        "_extras",
        "_finish",
        "_in_body",
        "_in_cdata",
        "_in_header",
        "_in_segment",
        "_in_text",
        "_in_unit",
        "_in_variant",
        "_languages",
        "_longest",
        "_notes",
        "_pieces",
        "_prop_type",
        "_props",
        "_segment",
        "_spent",
        "_texts",
        "_too_long",
        "_unit",
        "_variant",
        "_variant_notes",
        "_variant_props",
        "_where",
        "header",
    )

    def __init__(self, where: str, finish: Callable[[RawUnit | None], None], longest: int) -> None:
        self._where, self._finish, self._longest = where, finish, longest
        self.header = Header()
        self._unit: dict[str, str] = {}
        self._languages: list[str] = []
        self._texts: list[RawText] = []
        self._extras: list[Extra | None] = []
        self._props: PropList = []
        self._notes: list[str] = []
        self._too_long = False
        self._pieces: list[str] = []
        self._codes: list[Event] = []
        self._variant: dict[str, str] = {}
        self._variant_props: PropList = []
        self._variant_notes: list[str] = []
        self._segment: str | Eventful | None = None
        self._prop_type = ""
        self._depth = self._spent = 0
        self._in_body = self._in_cdata = self._in_header = self._declares = False
        self._in_unit = self._in_variant = self._in_segment = self._in_text = False

    @property
    def between_units(self) -> bool:
        """Whether the body itself comes next, not a unit or CDATA in it; never where the file has a DTD of
        its own, which may give elements attributes that they do not show."""
        inside = self._in_unit or self._in_cdata or self._declares
        return self._depth == 2 and self._in_body and not inside

    def parser(self) -> expat.XMLParserType:
        """A parser of UTF-8, whatever the file declares, whose events come here."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.EntityDeclHandler = self._refuse_entity
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._skipped
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        self.listen(parser)
        return parser

    def listen(self, parser: expat.XMLParserType) -> None:
        """Take the events of elements and text."""
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self._pieces.append

    def ignore(self, parser: expat.XMLParserType) -> None:
        """Take no such events: only whether the text is well-formed is asked for."""
        parser.StartElementHandler = None
        parser.EndElementHandler = None
        parser.CharacterDataHandler = None

    def _doctype(self, *given: object) -> None:
        """Name, system and public identifier, and whether there are declarations in the file itself."""
        self._declares = bool(given[3])

    def _start_cdata(self) -> None:
        self._in_cdata = True

    def _end_cdata(self) -> None:
        self._in_cdata = False

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise WorkbenchError(
            f"{self._where} declares the entity “{name[:60]}”, which can hide an attack;"
            " ask for a file without it."
        )

    def _skipped(self, name: str, parameter: bool) -> None:
        """A name that only an outside DTD explains, which is not loaded: HTML's are known, others stay."""
        if not parameter:
            self._pieces.append(html5.get(f"{name};", f"&{name};"))

    # ---- elements

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        depth = self._depth = self._depth + 1
        if depth == 1 and name != "tmx":
            raise WorkbenchError(f"{self._where} is not TMX: its first element is <{name[:60]}>.")
        if name == "seg" and self._in_variant:  # elsewhere it is nobody's, and units in it are units
            self._pieces.clear()
            self._codes.clear()
            self._in_segment = True
        elif name == "tuv":
            self._variant = attributes
            self._in_variant = True
        elif self._in_segment:
            if name in INLINE:
                self._codes.append((len(self._pieces), name, attributes))
        elif name == "tu":
            self._unit = attributes
            self._in_unit = True
        elif name == "prop" or name == "note":
            self._pieces.clear()
            self._prop_type = attributes.get("type", "")
            self._in_text = True
        elif not self._in_unit:
            self._start_header(name, attributes)
        if depth > MOST_DEPTH:
            raise WorkbenchError(
                f"{self._where}: more than {MOST_DEPTH:,} elements stand in one another, which can hide an"
                " attack; ask for a file without that."
            )

    def _start_header(self, name: str, attributes: dict[str, str]) -> None:
        if name == "header":
            self.header.attributes = attributes
            self._in_header = True
        elif name == "body":
            self._in_body = True
        elif name == "ude" and self._in_header:
            self.header.encodings.append((attributes, []))
        elif name == "map" and self._in_header and self.header.encodings:
            self.header.encodings[-1][1].append(attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        self._depth -= 1
        if name == "seg" and self._in_segment:
            if self._codes:
                self._segment = Eventful(tuple(self._pieces), tuple(self._codes))
            else:
                self._segment = "".join(self._pieces)
            self._in_segment = False
        elif name == "tuv":
            self._end_variant()
        elif self._in_segment:
            if name in INLINE:
                self._codes.append((len(self._pieces), name, None))
        elif name == "tu":
            self._finish(None if self._too_long else self._raw())
            self._clear()
        elif name in ("prop", "note"):
            self._end_text(name, "".join(self._pieces))
        elif name == "header":
            self._in_header = False
        elif name == "body":
            self._in_body = False

    def _raw(self) -> RawUnit:
        unit = self._unit
        return RawUnit(
            tuple(unit.get(name, "") for name in NAMED),
            tuple(self._languages),
            tuple(self._texts),
            tuple(self._extras),
            tuple(self._props),
            tuple(self._notes),
            {} if unit.keys() <= _NAMED else unit,
        )

    def _end_variant(self) -> None:
        variant = self._variant
        self._in_variant = False
        if self._segment is None:
            return
        language = variant.get("xml:lang")
        self._languages.append(variant.get("lang", "") if language is None else language)
        self._texts.append(self._segment)
        self._segment = None
        if len(variant) == 1 and not self._variant_props and not self._variant_notes:
            self._extras.append(None)
            return
        self._extras.append(Extra(variant, tuple(self._variant_props), tuple(self._variant_notes)))
        self._variant_props.clear()
        self._variant_notes.clear()

    def _end_text(self, name: str, text: str) -> None:
        self._in_text = False
        if self._in_variant:
            props, notes = self._variant_props, self._variant_notes
        elif self._in_unit:
            props, notes = self._props, self._notes
        elif self._in_header:
            props, notes = self.header.props, self.header.notes
        else:
            return
        if name == "prop":
            props.append((self._prop_type, text))
        else:
            notes.append(text)

    def _clear(self) -> None:
        self._in_unit = self._in_variant = self._too_long = False
        self._spent = 0
        self._languages.clear()
        self._texts.clear()
        self._extras.clear()
        self._segment = None
        self._props.clear()
        self._notes.clear()
        self._variant_props.clear()
        self._variant_notes.clear()

    # ---- bounds

    def hold(self, size: int) -> None:
        """Between two parts of the file, of which the last had `size` bytes: nothing grows without end.

        Raises:
            WorkbenchError: the header is larger than any unit may be.
        """
        if not (self._in_segment or self._in_text):
            self._pieces.clear()
        if self._in_unit:
            self._spent += size
            if self._too_long or self._heavy():
                self._drop()
        elif self._in_header:
            self._spent += size
            if self._spent > _UNIT_SHARE * self._longest:
                raise WorkbenchError(
                    f"{self._where}: its header is too large; get a sound file from its sender."
                )
        else:
            self._spent = 0

    def _heavy(self) -> bool:
        parts = len(self._texts) + len(self._props) + len(self._notes)
        return (
            self._spent > _UNIT_SHARE * self._longest
            or len(self._codes) > _MOST_CODES
            or parts + len(self._variant_props) + len(self._variant_notes) > _MOST_PARTS
            or (self._in_segment and sum(map(len, self._pieces)) > self._longest)
        )

    def _drop(self) -> None:
        """The unit is left out; its end still has to be found."""
        spent = self._spent
        self._clear()
        self._spent, self._too_long, self._in_unit = spent, True, True
        self._pieces.clear()
        self._codes.clear()
