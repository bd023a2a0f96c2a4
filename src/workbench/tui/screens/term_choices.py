"""tui: the terms of a row as lines to choose from, with what is to be avoided and what else is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model.terms import Concept, Rendering
from workbench.project.offers import FIRST_TIME, TermOffer
from workbench.tui.widgets.choices import Choice

_INSIDE = "inside longer terms"
_ELSEWHERE = "elsewhere in the row"


def term_choices(offers: Sequence[TermOffer]) -> list[Choice]:
    """The terms of a row: the lit sentence's, those inside them, the others; used ones dim."""
    if not offers:
        return [Choice(None, "none of the termbase")]
    lines: list[Choice] = []
    heading = ""
    for number, offer in enumerate(offers):
        now = _INSIDE if offer.inside else "" if offer.current else _ELSEWHERE
        if now != heading and (now == _INSIDE or any(each.current for each in offers)):
            lines.append(Choice(None, now))
        heading = now
        lines.append(_line(number, offer))
    return lines


def _line(number: int, offer: TermOffer) -> Choice:
    english, struck = english_of(offer.renderings, offer.avoided)
    return Choice(number, offer.hit.term, english, label=str(number + 1), quiet=offer.used, struck=struck)


def english_of(
    usable: Iterable[Rendering], avoided: Iterable[Rendering]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The English of a concept in one line, preferred first, then what to avoid with its reason.

    Returns:
        The line, and the half-open offsets of what is to be struck through in it.
    """
    line = " · ".join(map(_written, usable))
    struck: list[tuple[int, int]] = []
    for one in avoided:
        line += "  not " if line else "not "
        struck.append((len(line), len(line) + len(one.en)))
        line += one.en + (f" ({one.note})" if one.note else "")
    return line, tuple(struck)


def _written(rendering: Rendering) -> str:
    first = f"{FIRST_TIME}: " if rendering.register == FIRST_TIME else ""
    return first + rendering.en + (f" [{rendering.article}]" if rendering.article else "")


def about(concept: Concept) -> str:
    """What else a translator should know of a concept before using it, in one line; may be empty."""
    preferred = concept.usable[0] if concept.usable else None
    parts = [
        "settled for this project" if concept.fixed else "",
        concept.risk,
        f"use: {preferred.valency}" if preferred is not None and preferred.valency else "",
        f"first time: {concept.first_mention}" if concept.first_mention else "",
        f"of: {'、'.join(concept.members)}" if concept.members else "",
        preferred.note if preferred is not None else "",
        *(f"not {one.en}: {one.note}" for one in concept.renderings if not one.usable and one.note),
    ]
    return " · ".join(part for part in parts if part)
