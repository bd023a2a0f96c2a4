"""align: the numbers of an English sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from workbench.align.amounts import Figure, amount, apart
from workbench.align.phrases_english import (
    BOOK,
    BY,
    CARDINAL,
    MANY,
    MANY_VALUES,
    MONTH,
    MONTH_NUMBERS,
    ONES,
    ORDINAL,
    PARTS,
    PER_MILLE,
    PHRASE,
    ROMAN,
    ROMAN_NUMERAL,
    SCALE_VALUES,
    SCALES,
    THAN,
    TWENTIES,
    VALUES,
)
from workbench.align.plain_english import plain_figures

_NEAR = 24  # characters within which a month stands beside its day
_PHRASE = re.compile(PHRASE)
_FIGURE = re.compile(
    r"(?P<item>^(?:[ivx]{1,5}(?=[.)](?: |$))|one(?=:)))"
    rf"|(?P<age>\b(?:my|his|her|our|your|their)(?: early| late| mid)?[ -](?:{TWENTIES}|[2-9]0s)\b)"
    r"|(?P<decade>(?<![\w.,])(?:1[5-9]|20)\d0['’]?s\b|['’]?\b[2-9]0s\b"
    rf"|\b(?:the|early|late|mid)[ -](?:{TWENTIES})\b)"
    r"|(?P<clock>(?<![\w:.])\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<ratio>(?<![\w/.])\d+[/⁄]\d+(?![/\w]))"
    r"|(?P<name>(?<![^\W_])(?:(?!(?:rmb|cny|usd|eur|hkd|us|no)\d)[a-z]+\d+(?:\.\d+)?[a-z]*|\d+[gd]\b))"
    r"|(?P<rank>(?<![\w.,])\d[\d,]*(?:st|nd|rd|th)\b)"
    r"|(?P<one_in>\bone(?:[ -]in| out of)[ -](?:an?[ -])?(?P<many>[a-z]+(?:-[a-z]+)?|[\d,]+))"
    rf"|\b(?:(?P<times>(?P<factor>\d+(?:\.\d+)?|{CARDINAL}|hundred|thousand)"
    rf"(?:[ -]?fold\b| times(?= (?:{THAN})\b)))"
    rf"|(?P<twice>(?:twice|thrice)(?P<as>(?= (?:{THAN})\b))?|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)\b)"
    rf"|(?P<mixed>(?P<whole>\d+|one|{CARDINAL}) and a half\b(?! (?:{SCALES})\b))"
    r"|(?P<one_and_half>an? [a-z]+ and a half\b)"
    rf"|(?P<share>(?:(?:{BY}) )?(?P<top>one|an?|{ONES})[ -](?P<part>{PARTS})s?\b)"
    rf"|(?P<half>(?:(?:one|an?)[ -])?half\b(?! an? (?:{SCALES})\b)|halfway\b|halves\b)"
    rf"|(?P<per_mille>{PER_MILLE})"
    rf"|(?P<dozen>(?:(?P<dozens>an?|one|{CARDINAL}) )?dozen\b)"
    rf"|(?P<decades>(?P<tens>an?|past|last|next|{CARDINAL}|\d+) decades?\b)"
    rf"|(?P<vague>(?:{MANY})\b(?: (?:of )?(?:{MANY})\b){{0,3}}|several decades\b"
    rf"|(?:several|few|many|some) (?:{SCALES}|dozen)\b(?: (?:{SCALES})\b){{0,3}})"
    rf"|(?P<month>{MONTH})"
    rf"|(?P<numbered>(?:{BOOK}) (?P<roman>{ROMAN_NUMERAL}))"
    rf"|(?P<scale>(?:{SCALES})\b)"
    rf"|(?P<ordinal>{ORDINAL}\b))"
)


def english_figures(lower: str) -> list[Figure]:
    """Numbers of an English sentence, in order; they do not overlap.

    `one` alone is none, nor is `first`: dictionaries have them as words.

    Args:
        lower: the sentence in lower case; the offsets are those of this text.
    """
    figures: list[Figure] = []
    for phrase in _PHRASE.finditer(lower):
        figures += [
            Figure(phrase.start() + figure.start, phrase.start() + figure.end, figure.token)
            for figure in phrase_figures(phrase.group())
        ]
    return figures


@lru_cache(8192)
def phrase_figures(phrase: str) -> tuple[Figure, ...]:
    """The figures of a stretch that `PHRASE` has found."""
    own = [figure for match in _FIGURE.finditer(phrase) if (figure := _figure(match))]
    return tuple(apart([*own, *plain_figures(phrase)]))


def _figure(match: re.Match[str]) -> Figure | None:
    kind = match.lastgroup or ""
    start = match.start()
    if kind == "month":
        name = re.findall("[a-z]+", match.group())[-1]
        start = match.end() - len(match.group()) + match.group().rindex(name)
    elif kind == "numbered":
        start = match.start("roman")
    elif kind == "share":
        start = match.start("top")
    token = _token(kind, match)
    return Figure(start, match.end(), token) if token else None


def _token(kind: str, match: re.Match[str]) -> str | None:
    text = match.group()
    if kind == "month":
        return f"#M{MONTH_NUMBERS[re.findall('[a-z]+', text)[-1]]}"
    if kind == "rank":
        return _rank(re.sub(r"\D", "", text), match)
    if kind == "ordinal":
        return f"#{_word_value(text)}"
    if kind == "name":
        return text
    if kind in ("clock", "ratio"):
        return "#" + text.replace("⁄", "/").lstrip("0")
    if kind == "scale":
        return f"#{SCALE_VALUES[text]}"
    if kind == "item":
        return f"#{_roman(text)}"
    if kind == "numbered":
        value = _roman(match["roman"])
        return "first" if value == 1 else f"#{value}"
    return _counted(kind, match)


def _rank(digits: str, match: re.Match[str]) -> str:
    """`1st` is `first`, but a day where a month stands beside it."""
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if digits == "1" and not re.search(MONTH, near):
        return "first"
    return f"#{digits}"


def _counted(kind: str, match: re.Match[str]) -> str | None:
    """Tokens of shares, multiples and what is counted in tens and dozens."""
    text = match.group()
    if kind == "share":
        return _share(match)
    if kind == "half":
        return "#1/2"
    if kind == "times":
        return f"#{amount(_factor(match['factor']))}x"
    if kind == "twice":
        return _multiple(text, bool(match["as"] is not None))
    if kind == "mixed":
        return f"#{amount(_factor(match['whole']))}.5"
    if kind == "one_and_half":
        return "#1.5"
    if kind == "dozen":
        return f"#{12 * _word_value(match['dozens'] or 'one')}"
    if kind == "per_mille":
        return f"#{amount(_factor(re.split('[ ‰]', text)[0]))}/1000"
    if kind == "one_in":
        return f"#1/{amount(_factor(match['many'].replace(',', '')))}"
    if kind == "decades":
        return f"#{10 * (_factor(match['tens']) or 1)}"
    if kind == "age":
        return "#" + _decade(text)[3:-1]
    return f"#{_vague(text)}+" if kind == "vague" else _decade(text)


def _share(match: re.Match[str]) -> str | None:
    """A share; in `a third party` and `a quarter` the words are none."""
    top, part, text = match["top"], match["part"], match.group()
    is_share = text.endswith("s") or match.start() < match.start("top") or top == "one"
    if part == "quarter" and top not in ("a", "one") and not match.string.startswith(" of", match.end()):
        return None if "-" not in text else f"#{VALUES[top]}/4"
    if is_share or match.string.startswith(" of", match.end()):
        return f"#{VALUES[top]}/{VALUES[part]}"
    return None if part == "quarter" else f"#{VALUES[part]}"


def _factor(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() else Decimal(_word_value(text))


def _multiple(text: str, compares: bool) -> str:
    times = 4 if text[0] == "q" else 3 if text.startswith(("thr", "tri", "tre")) else 2
    return f"#{times}x" if compares or text[-1] in "dg" else f"#{times}"


def _vague(text: str) -> int:
    value = 1
    for word in re.findall("[a-z]+", text):
        value *= MANY_VALUES.get(word) or SCALE_VALUES.get(word, 1)
    return value


def _decade(text: str) -> str:
    digits = re.sub(r"\D", "", text) or str(_word_value(re.findall("[a-z]+", text)[-1]))
    return f"#{digits if len(digits) == 4 else 1900 + int(digits)}s"


def _word_value(words: str) -> int:
    return sum(VALUES.get(word, 0) for word in re.findall("[a-z]+", words))


def _roman(numeral: str) -> int:
    """The value of a Roman numeral; `one` and `1` are 1 too."""
    if numeral in ("one", "1"):
        return 1
    values = [ROMAN[sign] for sign in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
