"""glossary: candidates for new terms: strings that a document has often and that no term covers."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workbench.glossary.candidates_layout import Found, LaidOut, Place, Spans

LONGEST: Final = 12
"""Characters of a candidate."""

_NO_START: Final = frozenset(
    "的了和与及或在是把被将也都就而并其这那之着过等们让由于且则又还更已很所地得吗呢吧第某每各该"
)
_NO_END: Final = frozenset(
    "的了和与及或在是把被将也都就而并其这那之着过等为以对从向于不让由且则又还更已很所地得吗呢吧最要"
)
_NO_START_WORDS = """
我们 他们 你们 它们 她们 大家 自己 一个 一些 一种 一批 一次 一条 两个 这个 这些 这种 那个 那些 进一步 不断
以及 通过 可以 可能 必须 已经 如何 由于 因此 因为 所以 但是 不仅 不是 不能 没有 同时 其中 之间 以来 为了
关于 对于 根据 按照 随着 作为 成为 使得 只有 只要 如果 虽然 无论 不论 越来越 以上 以下 左右 当前 目前 今年
去年"""
_NO_END_WORDS = """
我们 他们 一个 一些 这个 这些 以及 通过 可以 可能 必须 已经 同时 其中 之间 以来 方面 时候 之一 等等 之后
以后 以上 以下 左右 不断 进一步 成为 作为 没有 就是 不是 还是 更加 加快 全面 着力 大力 努力 指出 强调 表示
认为"""
_STARTS: Final = tuple(_NO_START_WORDS.split())
_STOPS: Final = tuple(_NO_END_WORDS.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may be worth an entry.

    Attributes:
        text: as it stands first, without the spaces a PDF left in it.
        count: places where no term covers it.
        score: C-value times freedom, see `candidates`.
        places: all of them, in order.
    """

    text: str
    count: int
    score: float
    places: tuple[Place, ...]


def candidates(
    texts: Sequence[str],
    known: Spans,
    least: int = 3,
    *,
    cut: Spans | None = None,
    ordinary: Container[str] = (),
    most: int = 500,
) -> list[Candidate]:
    """Frequent strings that no term covers, the likeliest terms first.

    The score is the C-value (K. Frantzi, S. Ananiadou and H. Mima, Automatic recognition of multi-word terms:
    the C-value/NC-value method, International Journal on Digital Libraries 3 (2), 2000), log2(length) times
    the count less the mean count of the longer candidates it is part of, multiplied by how freely its
    neighbours change (`candidates_grams.freedom_of`, the less free side).

    Args:
        texts: the shown Chinese, row by row; no candidate reaches over a mark, a figure or the end of a row.
        known: gives the spans of known terms in a text. A place inside one, or across an edge of one, does
            not count; a longer string with a known term whole inside it does.
        least: places a candidate must have.
        cut: gives the words of a text; a candidate whose edges mostly cut words apart is left out.
        ordinary: folded words that are no news, such as those of the dictionary.
        most: so many at most.
    """
    from workbench.glossary.candidates_grams import frequent
    from workbench.glossary.candidates_layout import LaidOut

    least = max(2, least)
    laid_out = LaidOut(texts, known, cut)
    found = {
        string: one
        for grams in frequent(laid_out.codes, laid_out.begins, laid_out.ends, least, LONGEST)
        for string, one in laid_out.read(grams, least)
        if not (_is_function(string) or string in ordinary)
    }
    scores = _scores(found)
    best = sorted(scores, key=lambda string: (-scores[string], string))[:most]
    return [_candidate(laid_out, found[string], scores[string]) for string in best]


def _candidate(laid_out: LaidOut, found: Found, score: float) -> Candidate:
    text, places = laid_out.shown(found)
    return Candidate(text, len(places), score, places)


def _is_function(string: str) -> bool:
    """Whether a string begins or ends with a word that only grammar needs."""
    return (
        string[0] in _NO_START
        or string[-1] in _NO_END
        or string.startswith(_STARTS)
        or string.endswith(_STOPS)
    )


def _scores(found: dict[str, Found]) -> dict[str, float]:
    """The score of each string; those that stand almost only inside longer ones have none and go."""
    inside: dict[str, list[int]] = {}
    for string, one in found.items():
        parts = {
            string[start : start + length]
            for length in range(2, len(string))
            for start in range(len(string) - length + 1)
        }
        for part in parts & found.keys():
            inside.setdefault(part, []).append(len(one.places))
    scores: dict[str, float] = {}
    for string, one in found.items():
        longer = inside.get(string)
        alone = len(one.places) - (sum(longer) / len(longer) if longer else 0)
        score = math.log2(len(string)) * alone * one.freedom
        if score > 0:
            scores[string] = score
    return scores
