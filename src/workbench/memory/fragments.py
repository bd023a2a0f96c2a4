"""memory: fragments, the clauses of a text that units hold inside longer sources, and their English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.memory.concordance import Searchable, rank
from workbench.memory.finding import Span
from workbench.model.memory_units import WHOLE, MemoryUnit
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold, fold_mapped
from workbench.text.sentences import chinese_sentences, english_sentences

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon

LEAST_HANZI = 6
_MOST_HITS = 3
_LOOKED_AT = 50
"""Units of a clause that are compared to show the best of them."""
_CLAUSE = re.compile(r"[^，。；：！？、…—,;:!?()（）“”‘’「」『』《》〈〉【】\[\]\s]+")
_PARTED_BY_MORE = re.compile(r"[^，。；：！？…—,;:!?\s]+")
"""A clause may hold 、 and quotes where its pieces are too short by themselves."""


@dataclass(frozen=True, slots=True)
class FragmentHit:
    """A unit that holds a clause.

    Attributes:
        memory: name of the memory it is in.
        source: where the clause stands in the unit's source, code points.
        target: the sentence of the unit's target that renders it, likewise; all of it where it is one.
    """

    unit: MemoryUnit
    memory: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Fragment:
    """A clause of a text that a memory holds: offsets in the text, code points, and units, the best first."""

    start: int
    end: int
    hits: tuple[FragmentHit, ...]


def clauses(source: str, least: int = LEAST_HANZI, also: Sequence[Span] = ()) -> list[Span]:
    """The clauses of a Chinese text that are worth looking up, the longest first.

    Args:
        source: the text.
        least: hanzi of a clause.
        also: further stretches: its refrains.
    """
    found = {match.span() for pattern in (_PARTED_BY_MORE, _CLAUSE) for match in pattern.finditer(source)}
    found.update(also)
    long_enough = (span for span in found if sum(map(is_hanzi, source[span[0] : span[1]])) >= least)
    return sorted(long_enough, key=lambda span: (span[0] - span[1], span[0]))


def fragments(
    memories: Sequence[Searchable],
    source: str,
    *,
    least: int = LEAST_HANZI,
    also: Sequence[Span] = (),
    lexicon: Lexicon | None = None,
    passed_over: Callable[[MemoryUnit], bool] | None = None,
) -> list[Fragment]:
    """The clauses of a text that units hold inside a longer source, the longest first.

    Args:
        memories: where to look, in their order.
        source: Chinese text.
        least: hanzi of a clause.
        also: further stretches of it to look up: its refrains.
        lexicon: the dictionary, by which the English sentence of a longer unit is found; without it the
            sentence at the same part of the unit is taken.
        passed_over: tells units that are not to be shown, such as those of the row itself.

    Returns:
        Fragments with hits; none stands inside of another.
    """
    whole = fold(source)
    found: list[Fragment] = []
    for start, end in clauses(source, least, also):
        if any(one.start <= start and end <= one.end for one in found):
            continue
        wanted = fold(source[start:end])
        units = [
            (unit, memory.name)
            for memory in memories
            for unit in memory.units_containing(wanted, _LOOKED_AT)
            if unit.target.text.strip() and not (passed_over and passed_over(unit))
        ]
        units = [found for found in units if fold(found[0].source.text) != whole]
        if units:
            found.append(Fragment(start, end, tuple(_best(wanted, units, lexicon))))
    return found


def _best(
    wanted: str, units: Sequence[tuple[MemoryUnit, str]], lexicon: Lexicon | None
) -> Iterator[FragmentHit]:
    """Sentences before paragraphs, which hold them again; reviewed ones first, then the newest."""
    ordered = sorted(units, key=lambda found: rank(found[0]), reverse=True)
    ordered.sort(key=lambda found: _sentences_in(found[0].source.text))
    shown: set[str] = set()
    for unit, memory in ordered:
        hit = _hit(wanted, unit, memory, lexicon)
        sentence = unit.target.text[slice(*hit.target)]
        if sentence not in shown:
            shown.add(sentence)
            yield hit
        if len(shown) == _MOST_HITS:
            return


def _sentences_in(source: str) -> int:
    return len(chinese_sentences(source))


def _hit(wanted: str, unit: MemoryUnit, memory: str, lexicon: Lexicon | None) -> FragmentHit:
    folded = fold_mapped(unit.source.text)
    start = folded.text.index(wanted)
    span = folded.span(start, start + len(wanted))
    return FragmentHit(unit, memory, span, sentence_of(unit, span, lexicon))


def sentence_of(unit: MemoryUnit, span: Span, lexicon: Lexicon | None = None) -> Span:
    """The sentence of a unit's English that renders a stretch of its Chinese.

    Args:
        unit: with English.
        span: the stretch, code points of its source.
        lexicon: the dictionary: with it the sentence is taken that has most of the stretch's words; without
            it the one at the same part of the text.

    Returns:
        Span in the target, without spaces around it.
    """
    source, target = unit.source.text, unit.target.text
    sentences = english_sentences(target)
    if len(sentences) < 2 or (unit.key is not None and unit.key.part != WHOLE):
        return _trimmed(target, (0, len(target)))
    middle = _middle_of_sentence(source, span) / max(1, len(source)) * len(target)
    scores = [-abs(middle - (start + end) / 2) / len(target) for start, end in sentences]
    if lexicon is not None:
        told = _told(source[slice(*span)], [target[slice(*sentence)] for sentence in sentences], lexicon)
        scores = [told_here + near for told_here, near in zip(told, scores, strict=True)]
    return _trimmed(target, sentences[max(range(len(scores)), key=scores.__getitem__)])


def _middle_of_sentence(source: str, span: Span) -> float:
    for start, end in chinese_sentences(source):
        if start <= span[0] < end:
            return (start + end) / 2
    return sum(span) / 2


def _told(stretch: str, sentences: Sequence[str], lexicon: Lexicon) -> list[float]:
    """For each sentence how much of the stretch's words the dictionary finds in it, 0 to 1."""
    from workbench.lexicon.glosses import phrase_weights

    words = [word for word in lexicon.cut(fold(stretch)) if word[0].isalnum()]
    rows = [(len(word), lexicon.translations(word)) for word in words]
    whole = sum(size for size, row in rows if row) or 1
    tokens = [set(phrase_weights(sentence)) for sentence in sentences]
    return [
        sum(size * min(1.0, 2 * sum(row.get(token, 0.0) for token in here)) for size, row in rows) / whole
        for here in tokens
    ]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
