"""documents: run-in heads, the leads that stood in bold before they were extracted as plain text.

A lead is recorded as an offset and never split off. Two signs are trusted: an opening number or dash with a
short first sentence, and paragraphs in a row that all open with a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.documents.cues import marker_end
from workbench.documents.measure import width
from workbench.model.segments import Kind

_FIRST_SENTENCE = re.compile(r"[^。！？]{2,80}。[”’」』]?")
_STRICT_LEAD = 22.0  # em, a label without a comma
_LOOSE_LEAD = 50.0  # em, a label of two or three clauses; asks for long paragraphs in a row
_LONG_BODY = 150.0  # em
# A label names a theme; it has no date, figure, speaker, or word that ties it to what went before.
_NO_LABEL = re.compile(
    r"[\d０-９：]|年|月|指出|强调|要求|表示|认为|提出|说|我们|这|此|其中|因此|同时|但|也|还|又|当前|近"
    r"|目前|如今|今天|自古|过去|以来|首先|其次|必须|应当|应该|是一|就是|已经|曾|了"
)


def lead_ends(texts: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Offset after the run-in head of each paragraph; 0 where there is none."""
    result = [_marked_lead(text) if kind in _BODY else 0 for text, kind in zip(texts, kinds, strict=True)]
    for least, longest, body in ((2, _STRICT_LEAD, 0.0), (3, _LOOSE_LEAD, _LONG_BODY)):
        row: list[tuple[int, int]] = []
        for at, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
            end = _label(text, longest, body) if kind is Kind.PARAGRAPH else 0
            if end:
                row.append((at, end))
                continue
            _record(row, least, result)
            row = []
        _record(row, least, result)
    return result


_BODY = (Kind.PARAGRAPH, Kind.LIST_ITEM)


def _record(row: Sequence[tuple[int, int]], least: int, result: list[int]) -> None:
    if len(row) >= least:
        for at, end in row:
            result[at] = result[at] or end


def _marked_lead(text: str) -> int:
    start = marker_end(text)
    if not start:
        return 0
    found = _FIRST_SENTENCE.match(text, start)
    if not found or found.end() == len(text):
        return 0
    return found.end() if width(found.group()) <= 2 * _STRICT_LEAD else 0


def _label(text: str, longest: float, body: float) -> int:
    found = _FIRST_SENTENCE.match(text)
    if not found:
        return 0
    label = found.group()
    em, rest = width(label), width(text) - width(label)
    if em > longest or rest < max(body, 3 * em) or _NO_LABEL.search(label):
        return 0
    if longest == _STRICT_LEAD and "，" in label:
        return 0
    return found.end()
