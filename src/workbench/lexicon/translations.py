"""lexicon: dictionary entries become weights of English tokens for each headword."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from workbench.lexicon.cedict import Entry
from workbench.lexicon.glosses import Weights, gloss_weights, normalised
from workbench.text.fold import fold

_REFERS = re.compile(
    r"^(?:\([^)]*\) ?)*(?:(?:old|archaic|erhua|Japanese|ancient|euphemistic|popular|same) )*"
    r"(?:variant of|see also|see|also written|abbr\. for|same as|equivalent to) [^\s\[]*?([^\s\[|]+)\["
)
_SKIPPED = re.compile(r"CL:|also pr\.|Taiwan pr\.|abbr\. to|also called|classifier for")


def translations(entries: Iterable[Entry]) -> dict[str, Weights]:
    """Folded headword to its English tokens and their weights, which sum to 1.

    Args:
        entries: the dictionary; references from one entry to another are followed within it.
    """
    own: defaultdict[str, list[tuple[Weights, float]]] = defaultdict(list)
    referred: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        key = fold(entry.simplified)
        for sense in entry.glosses:
            if match := _REFERS.match(sense):
                referred[key].append(fold(match.group(1)))
            elif not _SKIPPED.match(sense):
                own[key] += [(gloss_weights(gloss), 1.0) for gloss in sense.split(";")]
    rows = {}
    for key in dict.fromkeys([*own, *referred]):
        parts = list(own[key]) if key in own else []
        for other in referred.get(key, ()):
            parts += own.get(other, [])
        if row := normalised(parts):
            rows[key] = row
    return rows
