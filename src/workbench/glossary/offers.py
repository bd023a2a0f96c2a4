"""glossary: the English a term offers to a translator."""

from __future__ import annotations

from workbench.model.terms import Concept, Rendering


def insertions(concept: Concept) -> tuple[str, ...]:
    """What one key puts into the English, in turn: preferred, then admitted, then short forms; without the/a.

    The article is the translator's: 非首都功能 is *the* or no article by the sentence, not by the term.
    """
    usable = concept.usable
    short = (rendering.short_form for rendering in usable if rendering.short_form)
    return tuple(dict.fromkeys((*(rendering.en for rendering in usable), *short)))


def with_article(rendering: Rendering) -> str:
    """The English as running text most often has it: `the Pearl River Delta`."""
    return f"{rendering.article} {rendering.en}" if rendering.article else rendering.en
