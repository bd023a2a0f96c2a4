"""memory: a new value in the manner in which the English wrote the old one: digits, words, million, 21st."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.memory.numbers_english import EnglishNumber, Manner
from workbench.memory.numbers_sorts import Sort
from workbench.text.number_words import cardinal, month_like, ordinal, ranked

_LONG = (("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)))
_SHORT_FAMILIES = (("m", "bn", "tn"), ("m", "b", "tn"), ("mn", "bn", "tn"), ("mln", "bln", "trn"))
_MOST_DECIMALS = 3
"""Of a figure before million and the like; a longer one is written out."""


def written(
    old: EnglishNumber, shown: str, value: Decimal, matched: Decimal, keep_zeros: bool = False
) -> str | None:
    """The new value as the English would have it.

    Args:
        old: the number that is written anew, and `shown` its text, from `start` to `end`.
        value: what it is to say.
        matched: which of the values of `old` the new one stands in place of.
        keep_zeros: 6.0 is not to become 6.

    Returns:
        The text in place of `shown`; None where there is no sure way to write it.
    """
    whole = int(value) if value == value.to_integral_value() else None
    if old.manner is Manner.MONTH:
        return month_like(whole, shown) if whole in range(1, 13) and whole is not None else None
    if old.manner is Manner.SHORT_YEAR:
        same_century = whole is not None and whole // 100 == int(old.value) // 100
        return f"{whole % 100:02d}" if whole is not None and same_century else None
    if old.manner is Manner.RANK:
        return None if whole is None else ranked(whole)
    if old.manner is Manner.RANK_WORDS:
        return None if whole is None else _rank_in_words(whole, shown)
    if old.sort is Sort.YEAR and whole in range(1000, 2200):
        return str(whole)
    return _amount(old, shown, value if keep_zeros else _without_zeros(value), matched)


def _without_zeros(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _rank_in_words(value: int, shown: str) -> str:
    return _with_capital(ordinal(value), shown) if 0 < value < 100 else ranked(value)


def _with_capital(text: str, shown: str) -> str:
    if shown.isupper():
        return text.upper()
    if shown[0].isupper():
        # Twenty-First where both parts were capitals; a new hyphen follows the first letter's case only.
        return text.title() if re.search("-[A-Z]", shown) else text[0].upper() + text[1:]
    return text


def _amount(old: EnglishNumber, shown: str, value: Decimal, matched: Decimal) -> str | None:
    if old.manner is Manner.FIXED:
        return None
    if matched != old.value:
        return _with_hidden_scale(old, shown, value, matched)
    if old.manner is Manner.LOOSE:
        name, scale = _scale_for(value, "", Decimal(1))
        return _digits(_without_zeros(value / scale), "") + (f" {name}" if name else "")
    return _scaled(old, shown, value)


def _with_hidden_scale(old: EnglishNumber, shown: str, value: Decimal, matched: Decimal) -> str | None:
    """The lower end of `3 to 5 million`, or 5m that is five metres: the figure alone is written anew."""
    if not old.figure or not value:
        return None
    figure = value * old.figure / matched
    is_short = figure == round(figure, _MOST_DECIMALS) and Decimal("0.01") < figure < 10**4
    written_figure = _figure(old, shown, _without_zeros(figure))
    return written_figure + shown[_figure_end(shown) :] if is_short else None


def _scaled(old: EnglishNumber, shown: str, value: Decimal) -> str:
    """Figure and scale; the scale word stays where it may."""
    rest = shown[_figure_end(shown) :] if old.manner is Manner.DIGITS else _words_rest(old, shown)
    gap = re.match("[ -]*", rest)
    before = gap.group() if gap else ""
    name, scale = _scale_for(value, rest[len(before) :], old.scale, old.figure)
    if old.sort in (Sort.PERCENT, Sort.POINTS) or (old.scale == 1 and value < 10**6):
        name, scale = "", Decimal(1)
    figure = _figure(old, shown, value if scale == 1 else _without_zeros(value / scale))
    if not name:
        return figure
    is_sign = len(name) < len("million")
    return figure + (before if is_sign else before or " ") + name


def _words_rest(old: EnglishNumber, shown: str) -> str:
    match = re.search(r"[ -](?:thousand|million|billion|trillion)$", shown, re.I) if old.scale > 1 else None
    return match.group() if match else ""


def _scale_for(
    value: Decimal, name: str, scale: Decimal, figure: Decimal = Decimal(0)
) -> tuple[str, Decimal]:
    """The scale to write a value with: the same if its figure has one to three digits before the point.

    More digits or decimals are right where the old `figure` had as many: 134,908.4 billion, 17.9064 trillion.
    Half a thousand is written out: 3.5 million, but 3,500.
    """
    most = max(_MOST_DECIMALS, len(f"{figure:f}".partition(".")[2]))
    fits = value >= scale and (value / scale < 1000 or figure >= 1000)
    is_split = name.lower() == "thousand" and value % scale != 0
    if scale > 1 and fits and _is_short(value / scale, most) and not is_split:
        return name, scale
    if scale == 1 and value < 10**6:
        return "", Decimal(1)
    for word, size in _named_like(name):
        if value >= size and _is_short(value / size, most):
            return word, size
    return "", Decimal(1)


def _is_short(figure: Decimal, most: int) -> bool:
    return figure == round(figure, most)


def _named_like(name: str) -> tuple[tuple[str, Decimal], ...]:
    """Scale words, largest first, long or short as `name` is."""
    for family in _SHORT_FAMILIES:
        if name.lower() in family:
            sizes = (Decimal(10**6), Decimal(10**9), Decimal(10**12))
            pairs = [
                (word.upper() if name.isupper() else word, size)
                for word, size in zip(family, sizes, strict=True)
            ]
            return tuple(reversed(pairs))
    return _LONG


def _figure_end(shown: str) -> int:
    match = re.match(r"\d[\d,]*(?:\.\d+)?", shown)
    return match.end() if match else len(shown)


def _figure(old: EnglishNumber, shown: str, figure: Decimal) -> str:
    """The figure in words if the old one was in words and it is below a hundred; else in digits."""
    if old.manner is Manner.WORDS and figure == figure.to_integral_value() and 0 <= figure < 100:
        return _with_capital(cardinal(int(figure)), shown)
    return _digits(figure, shown if old.manner is Manner.DIGITS else "")


def _digits(figure: Decimal, shown: str) -> str:
    """Digits, grouped unless the old ones had four or more without a comma."""
    digits = shown[: _figure_end(shown)]
    ungrouped = bool(re.match(r"\d{4}", digits))
    whole, dot, decimals = f"{figure:f}".partition(".")
    return (whole if ungrouped else f"{int(whole):,}") + dot + decimals
