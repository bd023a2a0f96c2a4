"""exchange: what is wrong with the texts of a unit: sides, languages, garbled characters, duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.mojibake import garbled
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.rules_text import TEXT_RULES
from workbench.exchange.doctor.scripts import HAN, LATIN, has_sentence, left_over, wrong_script
from workbench.exchange.doctor.seen import Seen
from workbench.exchange.doctor.values import language_name, primary

_WHITE = " \t\r\n"


@dataclass(slots=True)
class Side:
    """One language of a unit.

    Attributes:
        seg: the element with the text.
        code: its language as the file says it.
        language: without the country, in lower case.
        text: without inline codes.
    """

    seg: Node
    code: str
    language: str
    text: str

    @property
    def name(self) -> str:
        """What people call the language."""
        return language_name(self.code)


class Contents:
    """Checks units one after the other, and remembers which texts were seen where."""

    def __init__(self) -> None:
        self._texts = Seen()
        self._ids = Seen()

    def faults(self, unit: Node, source_language: str, line: int) -> Iterator[Fault]:
        """What is wrong with the texts of a unit.

        Args:
            unit: the element tu.
            source_language: srclang of the header; empty where it has none.
            line: of the unit, to name it in later findings.
        """
        sides = sides_of(unit)
        yield from _variants(unit, sides, unit.attributes.get("srclang", source_language))
        filled = [side for side in sides if side.text.strip()]
        for side in sides:
            yield from _emptiness(side)
        for side in filled:
            yield from _garble(side)
        yield from _languages(filled)
        if len(filled) > 1:
            yield from self._seen(unit, sides, line)

    def _seen(self, unit: Node, sides: list[Side], line: int) -> Iterator[Fault]:
        key = tuple(sorted((side.code.lower(), _inner(side.seg)) for side in sides))
        before = self._texts.first(key, line)
        if before:
            yield Fault(TEXT_RULES["unit.duplicate"], unit.start, (str(before),), unit)
        identity = unit.attributes.get("tuid", "")
        if identity:
            other = self._ids.first(identity, line)
            if other and not before:
                values = (short(identity), str(other))
                yield Fault(TEXT_RULES["unit.id-twice"], unit.start, values, unit, "tuid")


def sides_of(unit: Node) -> list[Side]:
    """The languages of a unit in the order of the file; what has no text element is left out."""
    found = []
    for variant in unit.elements("tuv"):
        seg = next(iter(variant.elements("seg")), None)
        if seg is not None:
            code = variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")
            found.append(Side(seg, code, primary(code), seg.text(codes=False)))
    return found


def _inner(seg: Node) -> str:
    """The text with its codes, for comparing."""
    if len(seg.children) == 1 and type(seg.children[0]) is str:
        return seg.children[0]
    return "".join(
        child if isinstance(child, str) else f"\x00{child.name}\x00{child.text()}\x00"
        for child in seg.children
    )


def _variants(unit: Node, sides: list[Side], source: str) -> Iterator[Fault]:
    named = [side for side in sides if side.code]
    wanted = primary(source)
    if len(named) < len(sides) or not sides:
        return  # a language that is missing is a fault already
    if wanted and wanted != "*all*" and all(side.language != wanted for side in named):
        others = ", ".join(dict.fromkeys(side.code for side in named))
        yield Fault(TEXT_RULES["unit.no-source"], unit.start, (source, others), unit)
    elif len(sides) == 1:
        yield Fault(TEXT_RULES["unit.one-variant"], unit.start, (sides[0].name,), unit)
    codes = [side.code.lower() for side in sides]
    twice = next((side for n, side in enumerate(sides) if codes[n] in codes[:n]), None)
    if twice is not None:
        yield Fault(TEXT_RULES["unit.same-language"], twice.seg.start, (twice.code,), unit)


def _emptiness(side: Side) -> Iterator[Fault]:
    if not side.text.strip():
        if not any(isinstance(child, Node) for child in side.seg.children):
            yield Fault(TEXT_RULES["unit.empty"], side.seg.start, (side.name,), side.seg)
    elif side.text[0] in _WHITE or side.text[-1] in _WHITE:
        yield Fault(TEXT_RULES["text.edges"], side.seg.start, (side.name,), side.seg)


def _garble(side: Side) -> Iterator[Fault]:
    found = garbled(side.text, chinese=side.language == "zh")
    if found is None:
        return
    if found.text:
        values = (side.name, found.how, short(found.found, 24), short(found.meant, 24))
        yield Fault(TEXT_RULES["text.mojibake"], side.seg.start, values, side.seg)
    else:
        lost = (side.name, found.how, short(found.found, 24))
        yield Fault(TEXT_RULES["text.mojibake-lost"], side.seg.start, lost, side.seg)


def _languages(sides: list[Side]) -> Iterator[Fault]:
    wrong = {n: script for n, side in enumerate(sides) if (script := wrong_script(side.text, side.language))}
    if len(sides) == 2 and set(wrong.values()) == {HAN, LATIN}:
        shown = {HAN: "Chinese", LATIN: "text in Latin letters"}
        swapped = (shown[wrong[0]], sides[0].name)
        yield Fault(TEXT_RULES["text.swapped"], sides[0].seg.start, swapped, sides[0].seg)
        return
    same = len(sides) == 2 and sides[0].text.strip() == sides[1].text.strip() and has_sentence(sides[0].text)
    if same and sides[0].language != sides[1].language:
        at = next(iter(wrong), 1)
        values = (sides[at].name, sides[1 - at].name, short(sides[at].text))
        yield Fault(TEXT_RULES["text.untranslated"], sides[at].seg.start, values, sides[at].seg)
        return
    for number, side in enumerate(sides):
        script = wrong.get(number, "")
        if script:
            written = (side.name, script, short(side.text))
            yield Fault(TEXT_RULES["text.language"], side.seg.start, written, side.seg)
        elif chinese := left_over(side.text, side.language):
            yield Fault(
                TEXT_RULES["text.leftover"], side.seg.start, (side.name, "Chinese", short(chinese)), side.seg
            )
