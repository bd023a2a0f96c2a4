"""text: multiples of Chinese in English: 增长两倍 is tripled, 是三倍 three times, 翻两番 quadrupled.

Chinese counts what was added: 增长两倍 leaves three times as much. English readers take "grew two times" and
"twofold" either way, so what is offered cannot be misread: tripled, by 200 percent, to three times the
original figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.text.figure_forms import SourceFigure, about, figure, short, whole
from workbench.text.figure_numerals import NUMERAL, RANGE, Amount, amount_of
from workbench.text.number_words import cardinal

_TIMES = re.compile(
    rf"(?:(?P<grew>(?:增长|增加|提高|提升|上升|扩大|上涨|攀升|增幅[达为]?|[增涨升])了?)|(?P<higher>(?:高出|高|多出|多|快|大)了?))?"
    rf"(?P<rounded>将近|接近|近|大约|约|超过|超|逾)?(?:(?P<low>{NUMERAL})倍?{RANGE})?(?P<n>{NUMERAL})(?P<more>[多余])?倍(?P<behind>[多余]|以上)?(?!增|数|频)"
)
_SHRANK = re.compile(r"(?:减少|下降|降低|缩小|缩短|减轻|降)了?(?:近|约)?$")
_FOLDED = re.compile(
    "翻了?(?P<rounded>近|将近|约|超过)?(?:(?P<n>[一两二三四])番(?P<more>多|以上)?|(?P<once>一倍))"
)
_GROWN = {2: "doubled", 3: "tripled", 4: "quadrupled"}


def multiples(folded: str) -> Iterator[SourceFigure]:
    """Multiples of a folded text; a later one may overlap an earlier one, which goes before it."""
    yield from (_fold(match) for match in _FOLDED.finditer(folded))
    for match in _TIMES.finditer(folded):
        yield from _multiple(match)


def _fold(match: re.Match[str]) -> SourceFigure:
    """翻两番 is four times as much: quadrupled."""
    times = 2 ** (1 if match["once"] else {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}[match["n"]])
    words = _how(match["rounded"], match["more"])
    return figure(*match.span(), *_grown(Decimal(times), words))


def _several_times(match: re.Match[str], amount: Amount) -> Iterator[SourceFigure]:
    """是2至3倍; of 增长2至3倍 there is no short and safe English."""
    low = amount_of(match["low"])
    if low is not None and low.low < amount.low and not (match["grew"] or match["higher"]):
        start = match.start("low")
        yield figure(start, match.end(), f"{_in_words(low.low)} to {_in_words(amount.low)} times")


def _how(before: str | None, behind: str | None) -> str:
    if behind:
        return "at least" if behind == "以上" else "more than"
    words = {"超过": "more than", "超": "more than", "逾": "more than", "大约": "about", "约": "about"}
    return words.get(before, "nearly") if before else ""


def _grown(times: Decimal, words: str) -> Iterator[str]:
    """To so many times: what cannot be misread, doubled, by 100 percent, to twice the original figure."""
    exact = whole(times)
    if exact in _GROWN:
        yield about(words, _GROWN[exact])
    yield f"by {about(words, f'{short((times - 1) * 100)} percent')}"
    yield f"to {about(words, 'twice' if times == 2 else f'{_in_words(times)} times')} the original figure"


def _in_words(value: Decimal) -> str:
    exact = whole(value)
    return cardinal(exact) if exact is not None and exact < 10 else short(value)


def _multiple(match: re.Match[str]) -> Iterator[SourceFigure]:
    """增长两倍 is tripled; 是三倍, 增长到三倍 is three times; nothing becomes less by so many times."""
    amount = amount_of(match["n"])
    shrank = _SHRANK.search(match.string, max(0, match.start() - 6), match.start("n"))
    bare = not (match["grew"] or match["higher"])
    if amount is None or amount.high is not None or shrank or (bare and amount.low <= 1):
        return
    if match["low"]:
        yield from _several_times(match, amount)
        return
    words = _how(match["rounded"], match["more"] or match["behind"] or ("多" if amount.more else None))
    if match["grew"]:
        yield figure(*match.span(), *_grown(amount.low + 1, words))
        return
    if match["higher"]:
        times = "twice" if amount.low == 1 else f"{_in_words(amount.low + 1)} times"
        forms = [f"{short(amount.low * 100)} percent", f"{times} as much"]
        yield figure(*match.span(), f"by {about(words, forms[0])}", about(words, forms[1]))
        return
    start = match.start("rounded") if match["rounded"] else match.start("n")
    forms = ["twice", "two times"] if amount.low == 2 else [f"{_in_words(amount.low)} times"]
    yield figure(start, match.end(), *[about(words, form) for form in forms])
