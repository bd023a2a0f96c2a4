"""bench: policy prose and a termbase of any size: the bundled glossary, filled up with made-up terms.

The text is the sample project's, cut into stretches that begin at every place in turn; the glossary's own
terms are found in it as they are in a translator's work, with their contexts and variants. The terms it is
filled up with are cut from made-up prose (`memory_corpus.py`), as long as terms are; they make the index as
large as wanted, and hardly one of them stands in the text.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from memory_corpus import SEED, running_text
from workbench.glossary.bundled import policy_path
from workbench.glossary.table import read_glossary
from workbench.model.coded import CodedText
from workbench.model.segments import Segment
from workbench.model.terms import Concept, Rendering

SOURCE = Path(__file__).resolve().parent.parent / "projects" / "sample" / "source" / "capital-region.txt"

_LENGTHS = {2: 7, 3: 10, 4: 37, 5: 11, 6: 13, 7: 7, 8: 6, 9: 4, 10: 3, 12: 1, 14: 1}
"""How often a term has so many hanzi, in per cent: as in the bundled glossary."""


def policy_prose() -> str:
    """The sample project's Chinese, its lines joined."""
    return "".join(line.strip() for line in SOURCE.read_text("utf-8").splitlines())


def stretches(characters: int, count: int) -> list[str]:
    """So many stretches of policy prose, each of so many characters, the text going round."""
    prose = policy_prose()
    around = prose * (2 + characters // len(prose))
    step = max(1, len(prose) // count)
    return [around[at % len(prose) :][:characters] for at in range(0, step * count, step)]


def termbase(forms: int) -> list[Concept]:
    """The bundled glossary's concepts, and made-up ones until there are so many Chinese forms."""
    concepts = list(read_glossary(policy_path()).concepts)
    known = {form for concept in concepts for form in (concept.zh, *concept.zh_variants)}
    luck = random.Random(SEED)
    prose = running_text(np.random.default_rng(SEED), 40 * forms)
    lengths, weights = list(_LENGTHS), list(_LENGTHS.values())
    while len(known) < forms:
        length = luck.choices(lengths, weights)[0]
        at = luck.randrange(len(prose) - length)
        zh = prose[at : at + length]
        if zh not in known and "，" not in zh:
            known.add(zh)
            concepts.append(Concept(f"made-up-{len(known)}", zh, (Rendering(f"term {len(known)}"),)))
    return concepts


def rows(count: int) -> list[Segment]:
    """So many rows of a document: paragraphs of 120 characters."""
    texts = [CodedText(text) for text in stretches(120, 500)]
    return [
        Segment(number, number << 20, 1, source=texts[number % len(texts)]) for number in range(1, count + 1)
    ]
