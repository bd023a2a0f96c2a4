"""lexicon: what an English translation would hold of a dictionary's gloss."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from workbench.text.stems import stem

Weights = dict[str, float]

_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_REFERENCE = re.compile(r"[^\s/,;()|\[\]]*\|?[^\s/,;()|\[\]]*\[[^\]]*\]")
_PARENTHESES = re.compile(r"\([^()]*\)")
_STOP_WORDS = """a an the to of in on at for with by from as be is are was were and or not that this it one's
one sb sth etc esp used into up out"""
_STOP = frozenset(_STOP_WORDS.split())


def gloss_weights(gloss: str) -> Weights:
    """Tokens of one gloss and how much each counts; not normalised."""
    plain = _REFERENCE.sub(" ", gloss.lower())
    bare = _PARENTHESES.sub(" ", plain)
    tokens = english_words(bare) or english_words(plain)
    content = [token for token in tokens if token not in _STOP] or tokens
    return {token: 1 / math.sqrt(len(content)) for token in content}


def english_words(text: str) -> list[str]:
    """Stems and numbers (#8) of lower-cased English."""
    return [stem(word) if word[0].isalpha() else f"#{word.replace(',', '')}" for word in _WORD.findall(text)]


def rendering_weights(renderings: Sequence[str]) -> Weights:
    """Weights, summing to 1, of a term's English renderings, the first counting most."""
    return normalised(
        (weights, 1 / (1 + place)) for place, weights in enumerate(map(gloss_weights, renderings))
    )


def normalised(parts: Iterable[tuple[Weights, float]]) -> Weights:
    """The weighted sum of several tables of weights, brought to the sum 1; {} where there is nothing."""
    total: Weights = {}
    for weights, factor in parts:
        for token, weight in weights.items():
            total[token] = total.get(token, 0.0) + factor * weight
    whole = sum(total.values())
    return {token: weight / whole for token, weight in total.items()} if whole else {}
