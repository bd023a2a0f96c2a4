"""tui: a concept in full, as lines of a width: its Chinese, its English with the reasons, its kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from workbench.model.terms import Concept, Rendering, Status
from workbench.text.shown import shown
from workbench.text.wrapping import wrap
from workbench.tui.screens.concept_words import KINDS, STATUSES, domain_words, grounds

_NAME: Final = "$faint"
_LABEL: Final = 11  # cells before the text: the longest label and a blank
_NARROW: Final = 40
_INKS: Final = {
    Status.PREFERRED: "$success",
    Status.ADMITTED: "$secondary",
    Status.DEPRECATED: "$error",
    Status.SUPERSEDED: "$error",
}


@dataclass(frozen=True, slots=True)
class Kin:
    """What a concept belongs with: names and the English of each, empty where it is no concept itself.

    Attributes:
        members: of a formula, in order.
        formulas: that count it among their members.
        abbreviates: the concept it is an abbreviation of.
    """

    members: tuple[tuple[str, str], ...] = ()
    formulas: tuple[tuple[str, str], ...] = ()
    abbreviates: tuple[str, str] | None = None


def details(concept: Concept, kin: Kin, whose: str, width: int, *, plain: bool = False) -> list[Content]:
    """The lines of a concept.

    Args:
        concept: which.
        kin: what it belongs with.
        whose: which glossary it is from and whether it is settled, in words.
        width: cells of a line.
        plain: write tones as digits.
    """
    lines = [*wrapped(Content.styled(shown(" · ".join((concept.zh, *concept.zh_variants))), "bold"), width)]
    if concept.pinyin:
        lines += wrapped(Content(shown(_reading(concept.pinyin, plain))), width)
    what = " · ".join(filter(None, (KINDS[concept.kind], domain_words(concept.domain), whose)))
    lines += wrapped(Content.styled(shown(what), _NAME), width)
    for rendering in sorted(concept.renderings, key=lambda one: list(Status).index(one.status)):
        lines += _rendering(rendering, width)
    lines.append(Content(""))
    lines += _said(concept, kin, width)
    return lines if lines[-1].plain else lines[:-1]


def _reading(pinyin: str, plain: bool) -> str:
    if not plain:
        return pinyin
    from workbench.annotate.pinyin import numeric

    return " ".join(numeric(pinyin.split()))


def _rendering(rendering: Rendering, width: int) -> Iterator[Content]:
    ink = _INKS[rendering.status]
    english = Content(shown(rendering.en))
    english = english.stylize("bold") if rendering.usable else english.stylize("strike")
    if rendering.article:
        english = Content.styled(f"{rendering.article} ", _NAME) + english
    known = " · ".join(filter(None, (rendering.pos, grounds(rendering))))
    english += Content.styled(f"  {shown(known)}", _NAME)
    yield from labelled(STATUSES[rendering.status], english, width, ink)
    about = [Content(shown(rendering.note))] if rendering.note else []
    if rendering.short_form:
        about.insert(0, Content.styled("then: ", _NAME) + Content(shown(rendering.short_form)))
    if rendering.valency:
        about.insert(0, Content.styled("used: ", _NAME) + Content(shown(rendering.valency)))
    if rendering.source_url:
        checked = f", seen {rendering.checked_on}" if rendering.checked_on else ""
        about.append(Content.styled(shown(rendering.source_url + checked), _NAME))
    for one in about:
        yield from labelled("", one, width)


def _said(concept: Concept, kin: Kin, width: int) -> Iterator[Content]:
    """What holds for the whole concept."""
    if concept.first_mention:
        yield from labelled("first time", Content(shown(concept.first_mention)), width, "$accent")
    if concept.risk:
        yield from labelled("mind", Content(shown(concept.risk)), width, "$warning")
    yield from _listed("members", kin.members, width)
    yield from _listed("member of", kin.formulas, width)
    if kin.abbreviates is not None:
        yield from _listed("short for", [kin.abbreviates], width)
    if concept.context:
        yield from labelled("only where", Content(shown(concept.context)), width)


def _listed(label: str, pairs: Iterable[tuple[str, str]], width: int) -> Iterator[Content]:
    for zh, en in pairs:
        text = Content(shown(zh)) + Content.styled(f"  {shown(en)}" if en else "", _NAME)
        yield from labelled(label, text, width)
        label = ""


def labelled(label: str, text: Content, width: int, ink: str = _NAME) -> Iterator[Content]:
    """A text beside its label, all its lines under one another; in a narrow window the label is set in."""
    room = _LABEL if width >= _NARROW else 2
    rows = wrapped(text, width - room)
    for number, row in enumerate(rows):
        lead = label if number == 0 else ""
        if len(lead) >= room:
            yield Content.styled(lead, ink)
            lead = ""
        yield Content.styled(lead.ljust(room), ink) + row


def wrapped(content: Content, width: int) -> list[Content]:
    """The lines of a text, broken as in a cell: never inside a figure."""
    return [content[line.start : line.end] for line in wrap(content.plain, max(8, width))] or [content]


def first_english(concept: Concept | None) -> str:
    """The rendering to show beside a name; empty for none."""
    return concept.usable[0].en if concept is not None and concept.usable else ""


def joined(lines: Sequence[Content]) -> Content:
    """Lines as one content."""
    return Content("\n").join(lines)
