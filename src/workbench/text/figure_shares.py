"""text: shares of Chinese in English: 64.2 percent, two-thirds, half, at least 60 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.text.figure_forms import FigureStyle, SourceFigure, about, figure, percents, short, whole
from workbench.text.figure_numerals import NUMERAL, RANGE, Amount, amount_of
from workbench.text.number_words import cardinal, ordinal
from workbench.text.numerals import Measure

APPROXIMATELY = (
    "(?P<about>(?<![最附靠相远邻])(?:将近|接近|近)|大约|大概|(?<![节条契公集违制预大合签履简缔特])约"
    "|(?<![赶高反])超(?![过出])|逾)?"
)
"""Words that say a figure is rounded, right before it."""
AFTERWARDS = r"(?P<after>及?以上|及?以下|以内|之内|左右|上下)?"
"""Words behind a figure that say from where, or how far."""
_WORDS = {"近": "nearly", "将近": "nearly", "接近": "nearly", "超": "more than", "逾": "more than"}

_PERCENT = re.compile(
    rf"{APPROXIMATELY}(?P<minus>(?<![\d%％A-Za-z])-)?(?:百分之(?P<h1>{NUMERAL}|百)(?:{RANGE}(?:百分之)?(?P<h2>{NUMERAL})(?!分之))?"
    rf"|(?<![A-Za-z\d.])(?P<n1>{NUMERAL})(?:%|个?百分点)?(?:{RANGE}(?P<n2>{NUMERAL}))?(?:(?P<sign>%)|(?P<points>个?百分点)))"
    rf"(?P<more>[多余])?{AFTERWARDS}"
)
_TENTHS = re.compile(
    rf"{APPROXIMATELY}(?<![\d.第年月十百千万亿八九])(?P<n1>[1-9一二两三四五六七八九])(?P<n2>[二三四五六七八九])?成(?P<half>半)?(?P<more>[多余])?"
    rf"{AFTERWARDS}(?![为立功就长熟果本员分绩都人品型形千不套])"
)
_PARTS = re.compile(
    rf"{APPROXIMATELY}(?<![百千万])(?:(?P<whole>{NUMERAL}|[千万])分之(?P<taken>{NUMERAL})|(?<![\d/.])(?P<above>\d)[/⁄](?P<below>\d\d?)(?![/\d]))"
)
_RATIO = re.compile(
    r"(?<![\d.:])(?P<one>\d+(?:\.\d+)?)(?:[:∶]|(?P<word>比))(?P<other>\d+(?:\.\d+)?)(?![\d:年月]|\.\d)"
)
_HALF = re.compile(
    "(?P<over>[过超]半数?|半数以上|一半以上|一多半|大半数?)|(?P<about>近|约)?(?P<half>一半|半数)"
)


def shares(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Shares of a folded text; a later one may overlap an earlier one, which goes before it."""
    for match in _PERCENT.finditer(folded):
        yield from _percent(match, style)
    yield from (found for match in _PARTS.finditer(folded) for found in _part(match, style))
    for match in _TENTHS.finditer(folded):
        yield from _tenths(match, style)
    for match in _HALF.finditer(folded):
        yield _half(match)
    for match in _RATIO.finditer(folded):
        one, other = match["one"], match["other"]
        signed, said = f"{one}:{other}", f"{one} to {other}"
        yield figure(*match.span(), *((said, signed, f"{one}–{other}") if match["word"] else (signed, said)))


def rounded(match: re.Match[str], amount: Amount) -> str:
    """What says in English that a figure is rounded; empty where nothing does."""
    groups = match.groupdict()
    if amount.more or groups.get("more") or groups.get("behind"):
        return "more than"
    before = groups.get("about")
    if before:
        return _WORDS.get(before, "about")
    return "about" if groups.get("after") in ("左右", "上下") else ""


def bounded(match: re.Match[str], forms: list[str]) -> list[str]:
    """Forms with what 以上 and the like say, which count the figure itself in; first, and bare at the end."""
    after = (match.groupdict().get("after") or "").removeprefix("及")
    said = {
        "以上": ("at least {}", "more than {}", "{} or more"),
        "以下": ("at most {}", "below {}", "{} or less"),
        "以内": ("within {}", "up to {}"),
        "之内": ("within {}", "up to {}"),
    }.get(after, ())
    return [pattern.format(forms[0]) for pattern in said] + forms


def _numbers(match: re.Match[str]) -> tuple[Amount, Amount | None] | None:
    """The figure, or both ends of the range."""
    groups = match.groupdict()
    runs = [groups[name] for name in ("h1", "n1") if groups.get(name)]
    lows = Amount(Decimal(100)) if runs[0] == "百" else amount_of(runs[0])
    upper = next((groups[name] for name in ("h2", "n2") if groups.get(name)), None)
    highs = amount_of(upper) if upper else None
    if lows is None or (upper and (highs is None or highs.high is not None)):
        return None
    return lows, highs


def _said(amount: Amount) -> str:
    """A share in digits, its zeros kept: 6.0."""
    if amount.high is not None:
        return f"{short(amount.low)} to {short(amount.high)}"
    return f"{amount.low:,f}" if amount.significant else short(amount.low)


def _percent(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    numbers = _numbers(match)
    if numbers is None:
        return
    low, high = numbers
    shown = f"{_said(low)} to {_said(high)}" if high else _said(low)
    words = rounded(match, high or low)
    measure = Measure.POINTS if match["points"] else Measure.PERCENT
    if measure is Measure.POINTS:
        unit = "percentage point" + ("" if not high and low.low == 1 and low.high is None else "s")
        forms = [f"{shown} {unit}"]
    else:
        forms = list(percents(shown, style))
    if high:
        forms.append(forms[0].replace(" to ", "–"))
    if match["minus"]:
        forms = [f"minus {forms[0]}", f"−{forms[0]}"]
    forms = about_first(words, bounded(match, forms))
    exact = high is None and low.high is None and not match["minus"]
    yield figure(*match.span(), *forms, value=low.low if exact else None, measure=measure)


def about_first(words: str, forms: list[str]) -> list[str]:
    """Forms, the first of them once more in front with the words that say it is rounded."""
    return [about(words, forms[0]), *forms] if words else forms


def _tenths(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    """三成 is 30 percent, 三成半 35, 六七成 60 to 70."""
    numbers = [amount_of(match[name]) for name in ("n1", "n2") if match[name]]
    tenths = [amount.low * 10 for amount in numbers if amount]
    if match["half"]:
        tenths[-1] += 5
    if len(tenths) == 2 and tenths[1] != tenths[0] + 10:
        return
    shown = " to ".join(short(value) for value in tenths)
    words = rounded(match, Amount(tenths[0]))
    forms = about_first(words, bounded(match, list(percents(shown, style))))
    value = tenths[0] if len(tenths) == 1 else None
    yield figure(*match.span(), *forms, value=value, measure=Measure.PERCENT)


def _part(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    """三分之二, 3/4, 千分之三."""
    if match["above"]:
        taken, parts = Decimal(match["above"]), Decimal(match["below"])
    else:
        sign = {"千": Decimal(1000), "万": Decimal(10000)}.get(match["whole"])
        whole_amount, taken_amount = amount_of(match["whole"]), amount_of(match["taken"])
        if taken_amount is None or (sign is None and whole_amount is None):
            return
        parts, taken = sign or (whole_amount.low if whole_amount else Decimal(0)), taken_amount.low
    if not parts:
        return
    words = rounded(match, Amount(taken))
    if parts >= 1000:
        percent = list(percents(short(taken * 100 / parts), style))
        forms = [percent[0], f"{short(taken)} per {short(parts)}", *percent[1:]]
    else:
        forms = list(_fraction(taken, parts))
    if forms:
        yield figure(*match.span(), *about_first(words, forms))


def _fraction(taken: Decimal, parts: Decimal) -> Iterator[str]:
    """two-thirds; half, one-half; one-quarter, a quarter."""
    above, below = whole(taken), whole(parts)
    if above is None or below is None or not 0 < above < below < 100:
        return
    if (above, below) == (1, 2):
        yield from ("half", "one-half")
        return
    names = ["quarter", "fourth"] if below == 4 else [ordinal(below)]
    for name in names:
        yield f"{cardinal(above)}-{name}" + ("s" if above > 1 else "")
    if above == 1:
        yield f"a{'n' if names[0][0] in 'e' else ''} {names[0]}"


def _half(match: re.Match[str]) -> SourceFigure:
    if match["over"]:
        return figure(*match.span(), "more than half", "over half")
    words = {"近": "nearly", "约": "about"}.get(match["about"] or "", "")
    return figure(*match.span(), *([f"{words} half"] if words else []), "half")
