"""linear: a concept of the termbase in plain lines; pure."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.linear.told import one_line
from workbench.model.terms import Concept, Rendering
from workbench.project.concept_draft import cells_of_concept, cells_of_rendering

_SAID_ALREADY = ("zh", "en")


def concept_line(number: int, concept: Concept) -> str:
    """A concept in a list: its Chinese and what to write for it."""
    english = "; ".join(rendering.en for rendering in concept.usable) or "nothing to use"
    return f"{number}. {concept.zh}: {english}{', settled' if concept.fixed else ''}"


def concept_lines(concept: Concept) -> Iterator[str]:
    """All of a concept: its renderings by number, and whatever field is filled in, by the name it has."""
    yield f"{concept.zh}, {concept.kind.value}{', settled for this project' if concept.fixed else ''}."
    for number, rendering in enumerate(concept.renderings, 1):
        yield f"{number}. {_rendering(rendering)}"
    cells = cells_of_concept(concept, ())
    for name, cell in cells.items():
        if cell and name not in _SAID_ALREADY:
            yield f"{name.replace('_', ' ')}: {one_line(cell)}"
    if concept.glossary:
        yield f"From the glossary {concept.glossary}."


def _rendering(rendering: Rendering) -> str:
    """A rendering: the English first, then how it is to be used, then the fields that are filled in."""
    article = f"{rendering.article} " if rendering.article else ""
    said = [f"{article}{rendering.en}", rendering.status.value, rendering.attestation.value]
    cells = cells_of_rendering(rendering)
    said += [
        f"{name.replace('_', ' ')} {one_line(cell)}"
        for name, cell in cells.items()
        if cell and name not in _SAID_ALREADY
    ]
    return f"{', '.join(said)}."
