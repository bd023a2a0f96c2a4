"""project: the light, which Chinese sentence the caret in the English stands in, and where its English is.

Anchors say it where the translator set them: behind the last one, the next sentence is lit until its end is
set too, however many English sentences it takes. In a draft without anchors, sentences are paired one to one;
between two anchors, and in a settled row, in proportion to their lengths.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.segments import Anchor, Segment
from workbench.project.structure import common_ends

Span = tuple[int, int]
_FINISHED = re.compile(r"[.!?…][\"'”’)\]]*\s+$")
_FINISHED_BY_SEMICOLON = re.compile(r"[.!?…;][\"'”’)\]]*\s+$")
_SEMICOLONS = ("；", ";")


@dataclass(frozen=True, slots=True)
class Light:
    """What is lit.

    Attributes:
        source: the current Chinese sentence.
        target: its English as far as it is there; may be empty (start == end).
        index: number of the Chinese sentence, 0-based, of `count`.
    """

    source: Span
    target: Span
    index: int
    count: int


@lru_cache(maxsize=256)
def sentences_of_source(text: str) -> tuple[Span, ...]:
    """Chinese sentence spans; at least one."""
    from workbench.text.sentences import chinese_sentences

    return tuple(chinese_sentences(text)) or ((0, len(text)),)


@lru_cache(maxsize=64)
def sentences_of_target(text: str) -> tuple[Span, ...]:
    """English sentence spans; at least one."""
    from workbench.text.sentences import english_sentences

    return tuple(english_sentences(text)) or ((0, len(text)),)


def light(segment: Segment, target: str, anchors: Sequence[Anchor], caret: int) -> Light:
    """What to light with the caret at offset `caret` of the plain target text `target`."""
    zh = sentences_of_source(segment.source.text)
    behind = bisect_right([anchor.target_end for anchor in anchors], caret)
    first = _after(zh, anchors[behind - 1].source_end) if behind else 0
    closed = behind < len(anchors)
    last = _after(zh, anchors[behind].source_end - 1) if closed else len(zh) - 1
    first = min(first, len(zh) - 1)
    last = max(first, min(last, len(zh) - 1))
    begin = anchors[behind - 1].target_end if behind else 0
    end = anchors[behind].target_end if closed else len(target)
    en = _between(target, begin, end) or [(begin, end)]
    at = next((n for n, (_, e) in enumerate(en) if caret < e), len(en) - 1)
    drafting = not closed and not segment.settled
    if drafting and behind:
        return Light(zh[first], _trimmed(target, (begin, end)), first, len(zh))
    if drafting:
        source = zh[min(first + at, last)]
        at = _started(en, at, caret, target, segment.source.text[slice(*source)])
    span = (max(begin, min(en[at][0], end)), min(end, en[at][1])) if at < len(en) else (end, end)
    if not drafting:
        index = _proportional(zh[first : last + 1], en, min(at, len(en) - 1)) + first
    else:
        index = min(first + at, last)
    if first == last:
        span = (begin, end)
    return Light(zh[index], _trimmed(target, span), index, len(zh))


def resting_caret(segment: Segment, remembered: int | None) -> int:
    """Where the caret lands in a row: where it was left, else after the last anchor, else at the start."""
    target = segment.target.text
    if remembered is not None:
        return min(remembered, len(target))
    zh = sentences_of_source(segment.source.text)
    if not segment.anchors or segment.anchors[-1].source_end >= zh[-1][1]:
        return 0
    at = min(segment.anchors[-1].target_end, len(target))
    while at < len(target) and target[at] == " ":
        at += 1
    return at


def shifted(anchors: Sequence[Anchor], before: str, after: str) -> tuple[Anchor, ...]:
    """Anchors of `before` after it was edited into `after`: those behind the edit move with the text.

    An anchor whose text is gone falls back to the edit; of two that fall together the later one stays.
    """
    if before == after or not anchors:
        return tuple(anchors)
    head, tail = common_ends(before, after)
    moved: dict[int, Anchor] = {}
    for anchor in anchors:
        end = anchor.target_end
        if end > head:
            end = max(head, end + len(after) - len(before)) if end >= len(before) - tail else head
        if end > 0:
            moved[end] = Anchor(anchor.source_end, end)
    return tuple(moved[end] for end in sorted(moved))


def _between(target: str, begin: int, end: int) -> list[Span]:
    """English sentences of a stretch, cut to it; what is only a space there is none."""
    cut = ((max(s, begin), min(e, end)) for s, e in sentences_of_target(target) if s < end and e > begin)
    return [(s, e) for s, e in cut if target[s:e].strip()]


def _after(spans: Sequence[Span], offset: int) -> int:
    """Index of the first sentence that ends after `offset`; len(spans) where none does."""
    return bisect_right([end for _, end in spans], offset)


def _started(en: Sequence[Span], at: int, caret: int, target: str, chinese: str) -> int:
    """While drafting, a caret after the space that follows a finished sentence stands in the next one.

    A semicolon ends one where it ends the Chinese one; a colon never does.
    """
    start, end = en[at]
    finished = _FINISHED_BY_SEMICOLON if chinese.rstrip().endswith(_SEMICOLONS) else _FINISHED
    done = caret >= end and finished.search(target[start:end]) is not None
    return at + 1 if done else at


def _proportional(zh: Sequence[Span], en: Sequence[Span], at: int) -> int:
    """Index among `zh` of the sentence that holds the middle of English sentence `at`, by lengths."""
    if len(zh) == len(en):
        return at
    total = max(1, en[-1][1] - en[0][0])
    middle = ((en[at][0] + en[at][1]) / 2 - en[0][0]) / total
    goal = zh[0][0] + middle * (zh[-1][1] - zh[0][0])
    return next((n for n, (_, end) in enumerate(zh) if goal < end), len(zh) - 1)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
