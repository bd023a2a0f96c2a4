"""project: find; in Chinese blind to script, width and radicals, in English to case unless asked."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.model.faults import WorkbenchError
from workbench.project.store import Store

Side = Literal["source", "target", "both"]
LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What to find.

    Attributes:
        text: plain text, or a regular expression where `regex` is set.
        side: where to look.
        case: tell capitals from small letters.
    """

    text: str
    side: Side = "both"
    regex: bool = False
    case: bool = False


@dataclass(frozen=True, slots=True)
class FindHit:
    """A place found: offsets start to end of the shown text of one side of a row."""

    row: int
    number: int
    side: Literal["source", "target"]
    start: int
    end: int
    context: str
    context_start: int


def find(store: Store, query: FindQuery) -> list[FindHit]:
    """All places in row order, source before target, at most LIMIT.

    Raises:
        WorkbenchError: the regular expression is not one.
    """
    from workbench.text.fold import fold_mapped

    if not query.text:
        return []
    in_source = _pattern(query, source=True)
    in_target = _pattern(query, source=False)
    hits: list[FindHit] = []
    for row, number, source, source_fold, target in _rows(store):
        if query.side != "target" and in_source.search(source_fold):
            folded = fold_mapped(source)
            spans = (folded.span(*span) for span in _spans(in_source, folded.text))
            hits.extend(_hit(row, number, "source", source, start, end) for start, end in spans)
        if query.side != "source" and target:
            hits.extend(_hit(row, number, "target", target, *span) for span in _spans(in_target, target))
        if len(hits) >= LIMIT:
            return hits[:LIMIT]
    return hits


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text) if match.end() > match.start())


def _rows(store: Store) -> Iterator[tuple[int, int, str, str, str]]:
    query = "SELECT id, source, source_fold, target FROM rows ORDER BY rank, id"
    for number, (row, source, folded, target) in enumerate(store.connection.execute(query), 1):
        yield row, number, source, folded, target


def _pattern(query: FindQuery, *, source: bool) -> re.Pattern[str]:
    from workbench.text.fold import fold_mapped

    text = fold_mapped(query.text).text if source and not query.regex else query.text
    try:
        with warnings.catch_warnings():  # a set that begins with [ is one here, whatever it may mean one day
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(text if query.regex else re.escape(text), 0 if query.case else re.IGNORECASE)
    except (OverflowError, RecursionError) as error:
        raise WorkbenchError(f"“{query.text[:40]}” is too big for a regular expression.") from error
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        raise WorkbenchError(
            f"“{query.text}” is not a regular expression{where}: {error.msg}; switch regex off."
        ) from error


def _hit(
    row: int, number: int, side: Literal["source", "target"], text: str, start: int, end: int
) -> FindHit:
    first, last = max(0, start - 16), min(len(text), end + 40)
    return FindHit(row, number, side, start, end, text[first:last].replace("\n", " "), first)
