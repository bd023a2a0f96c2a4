"""glossary: the renderings that a project has settled on, put before all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.glossary.columns import split_article
from workbench.glossary.surroundings import match_key
from workbench.model.terms import Concept, Rendering, Status

PLACE = "project.toml"
"""The glossary that a concept known from `[terms]` alone is said to come from."""


def with_fixed(concepts: Iterable[Concept], terms: Mapping[str, str]) -> tuple[Concept, ...]:
    """The concepts with the renderings that a project has settled on.

    Args:
        concepts: in order of precedence; of several with the same Chinese the first is meant.
        terms: Chinese (a headword or a variant) to English, as `[terms]` of project.toml has them.

    Returns:
        First the fixed concepts in the order of `terms`, then the others. A fixed one has the settled
        rendering as the only one to use; the others are to be avoided, and say why.
    """
    known = tuple(concepts)
    if not terms:
        return known
    owners: dict[str, int] = {}
    for at, concept in enumerate(known):
        for form in (concept.zh, *concept.zh_variants):
            owners.setdefault(match_key(form), at)
    taken: set[int] = set()
    fixed: list[Concept] = []
    for zh, en in terms.items():
        at = owners.get(match_key(zh), -1)
        if at in taken:
            continue  # a variant of one that is fixed already
        fixed.append(settled(known[at], en) if at >= 0 else _unknown(zh, en))
        if at >= 0:
            taken.add(at)
    return (*fixed, *(concept for at, concept in enumerate(known) if at not in taken))


def settled(concept: Concept, en: str) -> Concept:
    """The concept with one rendering to use, and every other one to be avoided."""
    article, bare = split_article(en)
    same = next((one for one in concept.renderings if one.en.casefold() == bare.casefold()), None)
    pattern = concept.usable[0] if concept.usable else concept.renderings[0]
    if same is None:
        chosen = Rendering(bare, article=article, pos=pattern.pos, note="fixed for this project")
    else:
        chosen = replace(same, en=bare, status=Status.PREFERRED, article=article or same.article)
    others = tuple(_avoided(one, bare) for one in concept.renderings if one is not same)
    first = concept.first_mention if same is not None and same.status is Status.PREFERRED else ""
    return replace(concept, renderings=(chosen, *others), first_mention=first, fixed=True)


def _avoided(rendering: Rendering, fixed: str) -> Rendering:
    if not rendering.usable:
        return rendering
    return replace(rendering, status=Status.DEPRECATED, short_form="", note=f"this project writes “{fixed}”")


def _unknown(zh: str, en: str) -> Concept:
    article, bare = split_article(en)
    rendering = Rendering(bare, article=article, note="fixed for this project")
    return Concept(f"project-{zh}", zh, (rendering,), glossary=PLACE, fixed=True)
