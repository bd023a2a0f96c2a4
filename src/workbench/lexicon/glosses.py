"""lexicon: English phrases become tokens, and weights of tokens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from workbench.text.numerals import Measure, english_numbers
from workbench.text.stems import stem

Weights = dict[str, float]

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})
_POSSESSIVE = re.compile(r"'s\b")
_MONTH_NAMES = """January February March April May June July August September October November December"""
_MONTHS = {name: f"#M{number}" for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_ORDINAL_NAMES = """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
_NUMBERS = {name: f"#{value}" for value, name in enumerate(_ORDINAL_NAMES.split(), 2)} | {
    "half": "#1/2",
    "hundred": "#100",
    "thousand": "#1000",
    "million": "#1000000",
    "billion": "#1000000000",
}
_MAY_BE_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+|\d+")
_EMPTY_WORDS = """a an the to of in on at for with by from as be is are was were been and or that this it its
one ones oneself someone somebody something sb sth etc esp usu s his her hers him their them
he she they these those which who whom whose what when where while than into onto upon used
use such"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LIGHT_WORDS = """have has make made take get give go come do put become let cause very more most so up out
off down away back over about through not no without person people thing things kind type
sort way all any each other another some certain"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_LIGHTLY = 0.3


def phrase_weights(phrase: str) -> Weights:
    """Tokens of an English phrase with weights that sum to 1; what carries no meaning is left out.

    Args:
        phrase: a translation as dictionaries and termbases write it: `to reform`, `sb's duty`.
    """
    found = [
        (token, _LIGHTLY if word in _LIGHT else 1.0) for word, token in _tokens(phrase) if word not in _EMPTY
    ]
    if not found:
        found = [(token, 1.0) for _, token in _tokens(phrase)]
    total = sum(weight for _, weight in found)
    weights: Weights = {}
    for token, weight in found:
        weights[token] = weights.get(token, 0.0) + weight / total
    return weights


def _tokens(phrase: str) -> list[tuple[str, str]]:
    """Words as they stand and as tokens: stems, numbers #8, percentages #8%, months #M3."""
    phrase = phrase.translate(_APOSTROPHES)
    if not phrase.isascii():
        phrase = "".join(ch for ch in unicodedata.normalize("NFKD", phrase) if not unicodedata.combining(ch))
    phrase = _POSSESSIVE.sub(" ", phrase)
    tokens: list[tuple[str, str]] = []
    place = 0
    for number in english_numbers(phrase) if _MAY_BE_NUMBER.search(phrase) else ():
        if (written := phrase[number.start : number.end].lower()) != "one":
            tokens += map(_word, _WORD.findall(phrase, place, number.start))
            sign = "" if number.measure is Measure.PLAIN else "%"
            tokens.append((written, f"#{number.value.normalize():f}{sign}"))
            place = number.end
    return [*tokens, *map(_word, _WORD.findall(phrase, place))]


def _word(written: str) -> tuple[str, str]:
    if written in _MONTHS:
        return written, _MONTHS[written]
    word = written.lower()
    if word[0].isdigit():
        return word, f"#{word}"
    return word, _NUMBERS.get(word) or stem(word)


def rendering_weights(renderings: Sequence[str]) -> Weights:
    """Weights, summing to 1, of a term's English renderings, the first counting most."""
    return normalised((phrase_weights(text), 1 / (1 + place)) for place, text in enumerate(renderings))


def normalised(parts: Iterable[tuple[Weights, float]]) -> Weights:
    """The weighted sum of several tables of weights, brought to the sum 1; {} where there is nothing."""
    total: Weights = {}
    for weights, factor in parts:
        for token, weight in weights.items():
            total[token] = total.get(token, 0.0) + factor * weight
    whole = sum(total.values())
    return {token: weight / whole for token, weight in total.items()} if whole else {}
