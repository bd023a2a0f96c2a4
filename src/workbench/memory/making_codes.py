"""memory: the English of a unit gets the inline codes of the source that is looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.model.coded import CodedText, CodeKind, InlineCode

_Group = tuple[InlineCode, ...]
"""The codes that share a number: a pair, or one that stands alone."""


def fitted(source: CodedText, target: CodedText, query: CodedText) -> CodedText:
    """The target with codes of the query in place of those of the unit's source.

    Each code of the unit stands for the query's of the same kind: the one with the same data, else the next
    in order. A code of the target that has none goes out. One of the query that stands at an edge of it, or
    a pair around all of it, stands there in the target as well; the translator places what else there is.

    Args:
        source: source of the unit; its codes have the numbers that those of `target` have.
        target: English of the unit.
        query: source that is looked up.
    """
    if not target.text or (source.codes == query.codes and source.text == query.text):
        return target
    theirs, ours = _groups(source.codes), _groups(query.codes)
    counterparts = _counterparts(theirs, ours)
    inside = [new for code in target.codes for new in _counterpart(code, counterparts)]
    used = {group[0].number for group in counterparts.values()}
    spare = [group for group in ours if group[0].number not in used]
    first, last = _edges(spare, query.text, target.text)
    return CodedText(target.text, (*first, *inside, *last))


def shifted(coded: CodedText, text: str, changes: Sequence[tuple[int, int, str]]) -> CodedText:
    """The codes of a text after replacements in it.

    Args:
        coded: the text before.
        text: the text after.
        changes: (start, end, new) in order, in offsets of the text before; a code inside goes to the end.
    """
    codes = tuple(replace(code, offset=_moved(code.offset, changes)) for code in coded.codes)
    return CodedText(text, codes)


def _moved(offset: int, changes: Sequence[tuple[int, int, str]]) -> int:
    by = 0
    for start, end, new in changes:
        if offset <= start:
            break
        if offset < end:
            return start + by + len(new)
        by += len(new) - (end - start)
    return offset + by


def _groups(codes: Sequence[InlineCode]) -> list[_Group]:
    """Codes by number, in the order in which the numbers come."""
    by_number: dict[int, list[InlineCode]] = {}
    for code in codes:
        by_number.setdefault(code.number, []).append(code)
    return [tuple(group) for group in by_number.values()]


def _counterparts(theirs: Sequence[_Group], ours: Sequence[_Group]) -> dict[int, _Group]:
    """Numbers of the unit's codes to the groups of the query that take their place."""
    found: dict[int, _Group] = {}
    left = list(ours)
    for is_same in (_same_data, _same_kinds):
        for group in theirs:
            if group[0].number in found:
                continue
            match = next((other for other in left if is_same(group, other)), None)
            if match is not None:
                found[group[0].number] = match
                left.remove(match)
    return found


def _same_kinds(one: _Group, other: _Group) -> bool:
    return [code.kind for code in one] == [code.kind for code in other]


def _same_data(one: _Group, other: _Group) -> bool:
    return [(code.kind, code.data) for code in one] == [(code.kind, code.data) for code in other]


def _counterpart(code: InlineCode, counterparts: Mapping[int, _Group]) -> list[InlineCode]:
    group = counterparts.get(code.number, ())
    return [replace(other, offset=code.offset) for other in group if other.kind is code.kind][:1]


def _edges(groups: Sequence[_Group], query: str, target: str) -> tuple[list[InlineCode], list[InlineCode]]:
    """Codes of the query at its edges, for the edges of the target: what comes first, and what last."""
    first: list[InlineCode] = []
    last: list[InlineCode] = []
    for group in groups:
        places = [(code.kind, code.offset) for code in group]
        around = [(CodeKind.OPEN, 0), (CodeKind.CLOSE, len(query))]
        if places == around:
            first.append(replace(group[0], offset=0))
            last.insert(0, replace(group[1], offset=len(target)))
        elif places == [(CodeKind.ALONE, 0)]:
            first.append(replace(group[0], offset=0))
        elif places == [(CodeKind.ALONE, len(query))]:
            last.append(replace(group[0], offset=len(target)))
    return first, last
