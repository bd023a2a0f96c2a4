"""cli: concepts and hits as lines for a person and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from workbench.model.terms import Concept, Rendering


def said(concept: Concept) -> str:
    """The renderings to use, with their articles, the preferred first."""
    from workbench.glossary.offers import with_article

    return " · ".join(with_article(rendering) for rendering in concept.usable)


def print_concepts(concepts: Sequence[Concept]) -> None:
    """A line a concept: Chinese, pinyin, renderings."""
    for concept in concepts:
        click.echo("\t".join((concept.zh, concept.pinyin, said(concept))))


def print_json(value: Any) -> None:
    """A JSON value over several lines, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def hit(start: int | None, end: int | None, term: str, concept: Concept) -> dict[str, Any]:
    """A place of a concept in a text, as `glossary find --json` prints it."""
    avoided = [rendering for rendering in concept.renderings if not rendering.usable]
    return {
        "start": start,
        "end": end,
        "term": term,
        "concept": concept.id,
        "renderings": [_rendering(rendering) for rendering in (*concept.usable, *avoided)],
    }


def entry(concept: Concept) -> dict[str, Any]:
    """A concept, as `glossary list --json` prints it."""
    return {
        "concept": concept.id,
        "zh": concept.zh,
        "zh_variants": list(concept.zh_variants),
        "pinyin": concept.pinyin,
        "kind": str(concept.kind),
        "domain": concept.domain,
        "glossary": concept.glossary,
        "renderings": [_rendering(rendering) for rendering in concept.renderings],
    }


def _rendering(rendering: Rendering) -> dict[str, str]:
    return {
        "en": rendering.en,
        "article": rendering.article,
        "status": str(rendering.status),
        "attestation": str(rendering.attestation),
        "note": rendering.note,
    }
