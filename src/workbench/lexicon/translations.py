"""lexicon: dictionary entries become weights of English tokens for each headword."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from workbench.lexicon.cedict import Entry
from workbench.lexicon.glosses import Weights, normalised, phrase_weights
from workbench.lexicon.senses import LATER, read_sense
from workbench.text.fold import fold

_Parts = list[tuple[Weights, float]]


def translations(entries: Iterable[Entry]) -> dict[str, Weights]:
    """Folded headword to its English tokens and their weights, which sum to 1.

    Args:
        entries: the dictionary; references from one entry to another are followed within it, one step.
    """
    own: defaultdict[str, _Parts] = defaultdict(list)
    referred: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    weights_of = cache(phrase_weights)
    for entry in entries:
        key = fold(entry.simplified)
        parts = own[key]
        place = 0
        for text in entry.glosses:
            sense = read_sense(text)
            for phrase, counts in sense.phrases:
                parts.append((weights_of(phrase), counts / (1 + LATER * place)))
                place += 1
            referred[key] += [(fold(headword), share) for headword, share in sense.references]
    rows = ((key, normalised([*parts, *_of_others(key, referred, own)])) for key, parts in own.items())
    return {key: row for key, row in rows if row}


def _of_others(
    key: str, referred: defaultdict[str, list[tuple[str, float]]], own: defaultdict[str, _Parts]
) -> _Parts:
    """What the headwords say that the senses of `key` refer to."""
    return [
        (weights, share * counts)
        for other, share in referred.get(key, ())
        if other != key
        for weights, counts in own.get(other, ())
    ]
