"""glossary: which concepts a numbered formula counts up, and of which formulas a concept is a member."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.glossary.surroundings import match_key
from workbench.model.terms import Concept


class Formulas:
    """Formulas and their members, both ways; a member is named by its Chinese or by its concept's id."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """Note what the concepts are called and which names their members have."""
        self._by_id: dict[str, Concept] = {}
        self._by_form: dict[str, list[Concept]] = {}
        self._concepts = concepts
        self._naming: dict[str, set[int]] = {}
        named = {name for concept in concepts for name in concept.members}
        keys = named | {match_key(name) for name in named}
        for order, concept in enumerate(concepts):
            for name in concept.members:
                self._naming.setdefault(name, set()).add(order)
                self._naming.setdefault(match_key(name), set()).add(order)
            if concept.id in named:
                self._by_id.setdefault(concept.id, concept)
            for key in _keys(concept):
                if key in keys:
                    self._by_form.setdefault(key, []).append(concept)

    def members(self, concept: Concept) -> tuple[tuple[str, Concept | None], ...]:
        """The Chinese name of each member of a formula, in order, with its concept where there is one."""
        found = ((name, self._named(name, concept)) for name in concept.members)
        return tuple((member.zh if member and name == member.id else name, member) for name, member in found)

    def naming(self, concept: Concept) -> tuple[Concept, ...]:
        """The formulas that name a concept among their members, in the order of the concepts."""
        orders = {order for key in (concept.id, *_keys(concept)) for order in self._naming.get(key, ())}
        formulas = (self._concepts[order] for order in sorted(orders))
        return tuple(one for one in formulas if one.id != concept.id)

    def _named(self, name: str, formula: Concept) -> Concept | None:
        if (by_id := self._by_id.get(name)) is not None:
            return by_id
        others = (one for one in self._by_form.get(match_key(name), ()) if one.id != formula.id)
        return next(others, None)


def _keys(concept: Concept) -> Iterable[str]:
    return dict.fromkeys(match_key(form) for form in (concept.zh, *concept.zh_variants))
