"""project: where queries stand after their row was split, merged or edited, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.model.queries import Query

Queries = tuple[Query, ...]


def parted(queries: Sequence[Query], offset: int, length: int) -> tuple[Queries, Queries]:
    """Queries on both sides of a cut.

    A query goes where its span begins, which ends at the cut then; one about the row stays with the first
    part.

    Args:
        offset: where the source is cut.
        length: of the source.
    """
    first = [
        _cut(query, query.start, min(query.end, offset), offset) for query in queries if query.start < offset
    ]
    second = [
        _cut(query, query.start - offset, query.end - offset, length - offset)
        for query in queries
        if query.start >= offset
    ]
    return tuple(first), tuple(second)


def joined(first: Sequence[Query], second: Sequence[Query], cut: int, length: int) -> Queries:
    """Queries of two rows as those of one.

    What was about a whole row is about its part of the row now.

    Args:
        cut: length of the first source, `length` of both together.
    """
    before = [query if query.spans else replace(query, start=0, end=cut) for query in first]
    after = [
        replace(query, start=cut + query.start, end=(cut + query.end) if query.spans else length)
        for query in second
    ]
    return tuple(before + after)


def moved(queries: Iterable[Query], start: int, end: int, delta: int, length: int) -> Queries:
    """Queries of a row whose source[start:end] was replaced by a text longer by `delta`.

    A span that overlaps what was replaced holds the new text too; one of which nothing is left is about the
    row.

    Args:
        length: of the new source.
    """
    return tuple(_moved(query, start, end, delta, length) for query in queries)


def inside(queries: Iterable[Query], length: int) -> Queries:
    """The queries of a row whose source has `length` characters: a span that leaves it becomes the row."""
    return tuple(
        _cut(query, query.start, query.end if query.end <= length else 0, length) for query in queries
    )


def _moved(query: Query, start: int, end: int, delta: int, length: int) -> Query:
    if not query.spans:
        return query
    first = query.start + delta if query.start >= end else min(query.start, start)
    last = query.end if query.end <= start else max(query.end, end) + delta
    return _cut(query, first, last, length)


def _cut(query: Query, start: int, end: int, length: int) -> Query:
    """The query with a span; one that holds nothing or all of the source is about the row."""
    if start >= end or end - start >= length:
        return replace(query, start=0, end=0)
    return replace(query, start=start, end=end)


def taken_together(ours: Queries, theirs: Queries, base: Queries) -> Queries:
    """Queries of a row that changed on both sides: each from the side that changed it, ours where both did.

    What is new there comes last. A query that one side deleted, and the other left as it was, is gone.
    """
    here = {query.id: query for query in ours}
    there = {query.id: query for query in theirs}
    before = {query.id: query for query in base}
    kept = [_one(query, there.get(query.id), before.get(query.id)) for query in ours]
    new = [query for query in theirs if query.id not in here and before.get(query.id) != query]
    return (*(query for query in kept if query is not None), *new)


def _one(ours: Query, theirs: Query | None, base: Query | None) -> Query | None:
    if theirs is None:
        return None if ours == base else ours
    if ours == base:
        return theirs
    if theirs.answer and not ours.answer and theirs.text == ours.text:
        return replace(ours, answer=theirs.answer, answered_at=theirs.answered_at)
    return ours
