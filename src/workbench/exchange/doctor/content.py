"""exchange: what is wrong with the texts of a unit: sides, languages, garbled characters, duplicates."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.mojibake import garbled
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.plain import Plain
from workbench.exchange.doctor.rules_text import TEXT_RULES
from workbench.exchange.doctor.scripts import HAN, LATIN, has_sentence, left_over, wrong_script
from workbench.exchange.doctor.seen import Seen
from workbench.exchange.doctor.sides import Side, sides_of
from workbench.exchange.doctor.values import primary

_WHITE = " \t\r\n"


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
        yield from _in_itself(unit.start, unit.attributes, sides, source_language)
        yield from self._seen(unit.start, unit.attributes, sides, line)

    @staticmethod
    def faultless(plain: Plain, source_language: str) -> bool:
        """Whether nothing is wrong with the texts of a unit, but for their standing elsewhere too."""
        faults = _in_itself(plain.start, plain.attributes, plain.sides, source_language)
        return next(faults, None) is None

    def seen_before(self, plain: Plain, line: int) -> Iterator[Fault]:
        """Whether the texts of such a unit, or its name, stood before."""
        yield from self._seen(plain.start, plain.attributes, plain.sides, line)

    def _seen(self, start: int, attributes: dict[str, str], sides: list[Side], line: int) -> Iterator[Fault]:
        if len(sides) < 2 or not all(side.text for side in sides):
            return
        key = tuple(sorted((side.code.lower(), side.whole) for side in sides))
        before = self._texts.first(key, line)
        if before:
            yield Fault(TEXT_RULES["unit.duplicate"], start, (str(before),))
        identity = attributes.get("tuid", "")
        if identity:
            other = self._ids.first(identity, line)
            if other and not before:
                yield Fault(TEXT_RULES["unit.id-twice"], start, (short(identity), str(other)))


def _in_itself(
    start: int, attributes: dict[str, str], sides: list[Side], source_language: str
) -> Iterator[Fault]:
    yield from _variants(start, sides, attributes.get("srclang", source_language))
    filled = [side for side in sides if side.text.strip()]
    for side in sides:
        yield from _emptiness(side)
    for side in filled:
        yield from _garble(side)
    yield from _languages(filled)


def _variants(start: int, sides: list[Side], source: str) -> Iterator[Fault]:
    codes = [side.code.lower() for side in sides]
    if not codes or "" in codes:
        return  # a language that is missing is a fault already
    wanted = primary(source)
    if wanted and wanted != "*all*" and all(side.language != wanted for side in sides):
        others = ", ".join(dict.fromkeys(side.code for side in sides))
        yield Fault(TEXT_RULES["unit.no-source"], start, (source, others))
    elif len(sides) == 1:
        yield Fault(TEXT_RULES["unit.one-variant"], start, (sides[0].name,))
    if len(set(codes)) < len(codes):
        twice = next(side for n, side in enumerate(sides) if codes[n] in codes[:n])
        yield Fault(TEXT_RULES["unit.same-language"], twice.start, (twice.code,))


def _emptiness(side: Side) -> Iterator[Fault]:
    if not side.text.strip():
        if not side.whole.strip():
            yield Fault(TEXT_RULES["unit.empty"], side.start, (side.name,), side.seg)
    elif side.text[0] in _WHITE or side.text[-1] in _WHITE:
        yield Fault(TEXT_RULES["text.edges"], side.start, (side.name,), side.seg)


def _garble(side: Side) -> Iterator[Fault]:
    found = garbled(side.text, chinese=side.language == "zh")
    if found is None:
        return
    if found.text:
        values = (side.name, found.how, short(found.found, 24), short(found.meant, 24))
        yield Fault(TEXT_RULES["text.mojibake"], side.start, values, side.seg)
    else:
        lost = (side.name, found.how, short(found.found, 24))
        yield Fault(TEXT_RULES["text.mojibake-lost"], side.start, lost, side.seg)


def _languages(sides: list[Side]) -> Iterator[Fault]:
    wrong = {n: script for n, side in enumerate(sides) if (script := wrong_script(side.text, side.language))}
    if len(sides) == 2 and set(wrong.values()) == {HAN, LATIN}:
        shown = {HAN: "Chinese", LATIN: "text in Latin letters"}
        swapped = (shown[wrong[0]], sides[0].name)
        yield Fault(TEXT_RULES["text.swapped"], sides[0].start, swapped, sides[0].seg)
        return
    same = len(sides) == 2 and sides[0].text.strip() == sides[1].text.strip() and has_sentence(sides[0].text)
    if same and sides[0].language != sides[1].language:
        at = next(iter(wrong), 1)
        values = (sides[at].name, sides[1 - at].name, short(sides[at].text))
        yield Fault(TEXT_RULES["text.untranslated"], sides[at].start, values, sides[at].seg)
        return
    for number, side in enumerate(sides):
        script = wrong.get(number, "")
        if script:
            written = (side.name, script, short(side.text))
            yield Fault(TEXT_RULES["text.language"], side.start, written, side.seg)
        elif chinese := left_over(side.text, side.language):
            yield Fault(
                TEXT_RULES["text.leftover"], side.start, (side.name, "Chinese", short(chinese)), side.seg
            )
