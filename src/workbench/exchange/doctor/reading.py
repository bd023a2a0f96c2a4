"""exchange: a file as pieces, each with what is wrong in it and where; beside it a judge who knows XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from workbench.exchange.doctor.encodings import decoded, diagnose, shown
from workbench.exchange.doctor.faults import Fault
from workbench.exchange.doctor.growing import Grower
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.pieces import Piece
from workbench.exchange.doctor.plain import Plain, PlainUnits
from workbench.exchange.doctor.rules_xml import XML_RULES
from workbench.exchange.doctor.tokens import Tokens
from workbench.exchange.doctor.windows import Window, windows
from workbench.model.faults import WorkbenchError

_HEAD = 1 << 20
_BROKEN = ("xml.", "encoding.", "tmx.element-unknown")  # after these the judge says nothing new
_SIGN = re.compile(r"<(?:[\w.-]+:)?(?:tmx|tuv?)(?=[\s/>])", re.I)


@dataclass(slots=True)
class Found:
    """A piece and what is wrong in it.

    Attributes:
        piece: the piece; None at the end of the file and of windows, for what is wrong outside of pieces.
        faults: with line and column.
        raw: the piece as it is written, where it stands in one window and nothing is wrong with it.
        line: of the piece.
        plain: the unit, where it breaks no rule of XML or TMX and `accept` found nothing in its texts.
    """

    piece: Piece | None
    faults: list[Fault] = field(default_factory=list)
    raw: str = ""
    line: int = 0
    plain: Plain | None = None


class PieceReader:
    """Reads one file once.

    Args:
        path: the file.
        accept: whether nothing is wrong with the texts of a plain unit; where something is, the unit is read
            again, element by element.
    """

    def __init__(self, path: Path, accept: Callable[[Plain], bool]) -> None:
        self._path, self._accept = path, accept
        self.plains = PlainUnits()
        self._faults: list[Fault] = []
        self._broken = False
        self._windows: list[Window] = []

    def __iter__(self) -> Iterator[Found]:
        """The pieces in order.

        Raises:
            WorkbenchError: it cannot be read, is empty or is not TMX at all.
        """
        try:
            if not self._path.stat().st_size:
                raise WorkbenchError(f"{self._path} is empty; get it again from its sender.")
            diagnosis = diagnose(self._path)
            for check, values in diagnosis.complaints:
                self._faults.append(Fault(XML_RULES[check], 0, values))
            yield from self._pieces(diagnosis.encoding)
        except OSError as error:
            raise WorkbenchError(f"{self._path} cannot be read ({error.strerror}).") from error

    def _pieces(self, encoding: str) -> Iterator[Found]:
        tokens = Tokens(self._faults, shown(encoding))
        grower = Grower(self._faults)
        judge = _Judge()
        seen = False
        for window in windows(decoded(self._path, encoding)):
            seen = seen or _looks_like_tmx(window, self._path)
            self._keep(window, grower)
            judge.hear(window.text)
            yield from self._read(window, tokens, grower)
        for piece in grower.finish():
            yield from self._found(piece)
        if not self._faults and not self._broken:
            self._faults.extend(judge.said())
        if self._faults:
            yield Found(None, self._placed(self._faults))

    def _read(self, window: Window, tokens: Tokens, grower: Grower) -> Iterator[Found]:
        """The pieces of a window: plain units in one stroke, anything else by its tags."""
        at = 0
        while at < len(window.text):
            plain = self.plains.read(window, at) if grower.between_units else None
            if plain is not None and self._accept(plain):
                at = plain.start + len(plain.raw) - window.start
                grower.end = window.start + at
                node = Node("tu", plain.start, plain.attributes)
                line = window.place(plain.start)[0]
                yield Found(Piece(node, grower.end), [], plain.raw, line, plain)
                continue
            at = yield from self._by_tags(window, at, tokens, grower)

    def _by_tags(
        self, window: Window, at: int, tokens: Tokens, grower: Grower
    ) -> Generator[Found, None, int]:
        """The next pieces, up to where a unit should come; the offset behind them in the window's text."""
        for token in tokens.read(window, at):
            pieces = grower.grow(token)
            for piece in pieces:
                yield from self._found(piece)
            if pieces and grower.between_units:
                return token.end - window.start
        return len(window.text)

    def _keep(self, window: Window, grower: Grower) -> None:
        """Remember the windows that hold what has begun and is not whole."""
        if not grower.unit_is_open:
            self._windows.clear()
        self._windows.append(window)

    def _found(self, piece: Piece) -> Iterator[Found]:
        mine = [fault for fault in self._faults if _belongs(fault, piece)]
        if mine:
            self._faults[:] = [fault for fault in self._faults if not _belongs(fault, piece)]
            before = [fault for fault in mine if fault.offset < piece.node.start]
            if before and piece.node.name == "tu":  # between the units
                yield Found(None, self._placed(before))
                mine = [fault for fault in mine if fault.offset >= piece.node.start]
        window = self._window(piece.node.start)
        at = piece.node.start - window.start
        raw = window.text[at : piece.end - window.start] if piece.end <= window.end and not mine else ""
        yield Found(piece, self._placed(mine), raw, window.place(piece.node.start)[0])

    def place(self, faults: list[Fault]) -> list[Fault]:
        """Line and column of what was found later in a piece that was just read."""
        return self._placed(faults)

    def _placed(self, faults: list[Fault]) -> list[Fault]:
        faults.sort(key=lambda fault: fault.offset)
        for fault in faults:
            self._broken = self._broken or fault.rule.check.startswith(_BROKEN)
            if not fault.line:
                fault.line, fault.column = self._window(fault.offset).place(fault.offset)
        return faults

    def _window(self, offset: int) -> Window:
        held = (window for window in self._windows if window.start <= offset <= window.end)
        return next(held, self._windows[-1] if self._windows else Window(0, ""))


def _belongs(fault: Fault, piece: Piece) -> bool:
    """What is closed by the tag after it is a fault of the piece before it."""
    return piece.cut or fault.offset < piece.end or fault.rule.check == "xml.not-closed"


def _looks_like_tmx(window: Window, path: Path) -> bool:
    """Whether a sign of TMX stands in the first characters; read once."""
    if _SIGN.search(window.text, 0, _HEAD):
        return True
    first = " ".join(window.text[:60].split())
    printable = "".join(c for c in first if c.isprintable())[:40]
    shown_first = f"it begins with “{printable}”" if printable else "it holds no text"
    raise WorkbenchError(
        f"{path} is not TMX: {shown_first}; choose the file that the memory was exported to."
    )


class _Judge:
    """Expat beside the reading: it knows what breaks XML that no rule here has seen, but not what to do."""

    def __init__(self) -> None:
        self._parser: expat.XMLParserType | None = expat.ParserCreate("utf-8")
        self._parser.EntityDeclHandler = self._leave
        self._error: Fault | None = None

    def _leave(self, *_: object) -> None:
        """An entity is a fault already, and must not be expanded."""
        self._parser = None
        raise ValueError

    def hear(self, text: str) -> None:
        """Let it read on."""
        self._feed(text.encode("utf-8", "replace"), final=False)

    def said(self) -> list[Fault]:
        """What it stopped at, once all was read."""
        self._feed(b"", final=True)
        return [self._error] if self._error else []

    def _feed(self, data: bytes, *, final: bool) -> None:
        parser = self._parser
        if parser is None:
            return
        try:
            parser.Parse(data, final)
        except expat.ExpatError as error:
            fault = Fault(XML_RULES["xml.other"], 0, (expat.ErrorString(error.code) or "error",))
            fault.line, fault.column = error.lineno, error.offset + 1
            self._error, self._parser = fault, None
        except ValueError:
            self._parser = None
