"""exchange: the doctor at work: a file is examined, and written anew with all that can be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.exchange.doctor.content import Contents
from workbench.exchange.doctor.dtd import LANG_VERSIONS
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.mending import mend, say_done
from workbench.exchange.doctor.mending_values import move_lang
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.pieces import Piece
from workbench.exchange.doctor.plain import Plain
from workbench.exchange.doctor.prolog import declaration_faults, doctype_faults, doctype_version, root_faults
from workbench.exchange.doctor.reading import Found, PieceReader
from workbench.exchange.doctor.rules_tmx import TMX_RULES
from workbench.exchange.doctor.structure import structure_faults
from workbench.exchange.doctor.writing import END, START, is_remark, written

_STEP = 5000
Report = Callable[[Fault], None]


@dataclass(slots=True)
class Tally:
    """What was read.

    Attributes:
        units: translation units in the file.
        untouched: units written as they stand; `mended` and `lost` likewise; of a repair alone.
        duplicates: units left out because the same texts stood before; of a repair alone.
    """

    units: int = 0
    untouched: int = 0
    mended: int = 0
    lost: int = 0
    duplicates: int = 0


class Doctor:
    """Examines one file, once.

    Args:
        path: the file; it is never written.
        report: is given every fault, in the order of the file as far as units go.
        drop_duplicates: whether a repair leaves out units whose texts stood before.
        progress: is told, now and then, how many units were read.

    Attributes:
        tally: counts, growing while the file is read.
    """

    def __init__(
        self,
        path: Path,
        report: Report,
        *,
        drop_duplicates: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        self.tally = Tally()
        self._reader = PieceReader(path, self._plain_will_do)
        self._writes = False
        self._report = report
        self._drop = drop_duplicates
        self._progress = progress
        self._contents = Contents()
        self._version = "1.4"
        self._source = self._doctype = ""
        self._seen: set[str] = set()

    def examine(self) -> None:
        """Find what is wrong.

        Raises:
            WorkbenchError: the file cannot be read or is no TMX.
        """
        for found in self._reader:
            for fault in self._faults(found):
                self._report(fault)
        self._last_words()

    def repaired(self) -> Iterator[str]:
        """The file anew, in parts, as TMX 1.4b in UTF-8; each fault says what was done about it.

        Raises:
            WorkbenchError: the file cannot be read or is no TMX.
        """
        self._writes = True
        yield START
        for found in self._reader:
            faults = self._faults(found)
            yield from self._saved(found, faults)
            for fault in faults:
                self._report(fault)
        yield from self._header(None, [])
        self._last_words()
        yield END

    # ---- finding

    def _plain_will_do(self, plain: Plain) -> bool:
        """Whether a plain unit can go as it is: nothing is wrong in it, and it need not be written anew."""
        old = self._writes and self._version in LANG_VERSIONS
        return not old and self._contents.faultless(plain, self._source)

    def _faults(self, found: Found) -> list[Fault]:
        """What is wrong in a piece: in its writing, its build and its texts."""
        piece, faults = found.piece, found.faults
        if piece is None:
            return faults
        node = piece.node
        if node.name == "tu":
            self._unit(found, faults)
        elif node.name == "header":
            faults.extend(self._header_faults(node))
        elif node.name == "tmx":
            self._version = self._reader.plains.version = node.attributes.get("version", "1.4").strip()
            faults.extend(root_faults(node, self._doctype))
        elif node.name == "#doctype":
            self._doctype = doctype_version(node.raw)
            faults.extend(doctype_faults(node))
        elif node.name == "#declaration":
            faults.extend(declaration_faults(node))
        return self._reader.place(faults)

    def _unit(self, found: Found, faults: list[Fault]) -> None:
        if found.piece is None:
            return
        node = found.piece.node
        self.tally.units += 1
        if self._progress is not None and self.tally.units % _STEP == 0:
            self._progress(self.tally.units)
        if found.plain is not None:
            faults.extend(self._contents.seen_before(found.plain, found.line))
        elif not found.piece.cut:
            faults.extend(structure_faults(node, self._version))
            faults.extend(_news(self._contents.faults(node, self._source, found.line), faults))
        for fault in faults:
            fault.unit = self.tally.units

    def _header_faults(self, node: Node) -> Iterator[Fault]:
        if "header" in self._seen:
            yield Fault(TMX_RULES["tmx.element-twice"], node.start, ("header", "tmx"), node)
            return
        self._seen.add("header")
        if self.tally.units:
            values = ("header", "tmx", "body", "the list of units (<body>)")
            yield Fault(TMX_RULES["tmx.order"], node.start, values, node)
        self._source = node.attributes.get("srclang", "")
        yield from structure_faults(node, self._version)

    def _last_words(self) -> None:
        """What is wrong with the file as a whole."""
        if "header" not in self._seen:
            fault = Fault(
                TMX_RULES["tmx.element-missing"],
                0,
                ("tmx", "header", "<header>", "the file"),
                line=1,
                column=1,
            )
            fault.done = "one is written in" if "header written" in self._seen else ""
            self._report(fault)
        if not self.tally.units:
            self._report(Fault(TMX_RULES["tmx.no-units"], 0, line=1, column=1))

    # ---- saving

    def _saved(self, found: Found, faults: list[Fault]) -> Iterator[str]:
        """What a piece becomes."""
        piece = found.piece
        if piece is None:
            for fault in faults:
                say_done(fault, "the file is written anew")
        elif piece.node.name == "header":
            yield from self._header(piece.node, faults)
        elif piece.node.name == "tu":
            yield from self._header(None, [])
            yield from self._saved_unit(found, piece, faults)
        elif piece.node.name == "#remark":
            if "header written" in self._seen and is_remark(piece.node.raw):
                yield f"    {piece.node.raw}\n"
            _said(faults, "it is taken out")
        elif piece.node.name in ("tmx", "#doctype", "#declaration"):
            _said(faults, "the beginning of the file is written anew")
        else:
            for fault in faults:
                fault.lost = short(piece.node.text(), 200) if fault.node is piece.node else ""
                say_done(fault, "it is left out")

    def _header(self, node: Node | None, faults: list[Fault]) -> Iterator[str]:
        """The header, once: the first that comes, before any unit; one made up where there is none."""
        if "header written" in self._seen:
            for fault in faults:
                if node is not None and fault.node is node:
                    fault.lost = short(" ".join(node.attributes.values()), 200)
            _said(faults, "it is left out")
            return
        self._seen.add("header written")
        header = Node("header", 0) if node is None else node
        mend(header, faults)
        yield f"{written(header, '  ')}  <body>\n"

    def _saved_unit(self, found: Found, piece: Piece, faults: list[Fault]) -> Iterator[str]:
        unit, raw = piece.node, found.raw
        if self._version in LANG_VERSIONS:
            for node in unit.within():
                move_lang(node)
        if piece.cut and not _whole(unit):
            self._lose(unit, faults, "the unit is cut off and left out")
        elif self._drop and any(fault.rule.check == "unit.duplicate" for fault in faults):
            self.tally.duplicates += 1
            _said([fault for fault in faults if fault.rule.check == "unit.duplicate"], "the unit is left out")
        elif raw and (found.plain or not faults) and self._version not in LANG_VERSIONS:
            self.tally.untouched += 1
            yield f"    {raw}\n"
        elif mend(unit, faults):
            if any(fault.done for fault in faults):
                self.tally.mended += 1
            else:
                self.tally.untouched += 1
            yield written(unit, "    ")
        else:
            self._lose(unit, faults, "the unit cannot be saved and is left out")

    def _lose(self, unit: Node, faults: list[Fault], why: str) -> None:
        self.tally.lost += 1
        texts = " / ".join(text for text in (short(tuv.text(), 120) for tuv in unit.elements("tuv")) if text)
        for fault in faults[-1:]:
            fault.lost = texts
        _said(faults, why)


def _news(found: Iterable[Fault], faults: list[Fault]) -> list[Fault]:
    """What was found in texts, without what bad bytes have said already."""
    bytes_said = any(fault.rule.check == "encoding.bytes" for fault in faults)
    return [fault for fault in found if not (bytes_said and fault.rule.check == "text.mojibake-lost")]


def _whole(unit: Node) -> bool:
    """Whether a unit that was cut off has at least two texts from beginning to end."""
    whole = [tuv for tuv in unit.elements("tuv") if tuv.closed and tuv.elements("seg")]
    unit.children = [child for child in unit.children if isinstance(child, str) or child.closed]
    return len(whole) > 1


def _said(faults: list[Fault], done: str, *, lost: str = "") -> None:
    for fault in faults:
        fault.done = fault.done or done
        fault.lost = fault.lost or lost
