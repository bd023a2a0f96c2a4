"""model: Query, a question to the client about a row or a span of its source, and its answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

OPEN_MARK = '"open":true'
"""What the stored form of a row's queries holds where one of them is open, and nowhere else."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question to the client.

    Attributes:
        id: never used twice, also not by a colleague; begins with a letter, so that no table makes a number
            of it.
        text: the question.
        start: offset in the row's source (code points, 0-based) where the span begins that it is about.
        end: offset after the span; 0 and 0 for a question about the whole row.
        proposal: the English we propose; else empty.
        who: who asks.
        at: when it was asked, UTC, ISO 8601 to the second.
        answer: the client's; empty until there is one.
        answered_at: when the answer was entered, UTC; else empty.
        open: until the translator closes it; an answer alone closes nothing.
    """

    id: str
    text: str
    start: int = 0
    end: int = 0
    proposal: str = ""
    who: str = ""
    at: str = ""
    answer: str = ""
    answered_at: str = ""
    open: bool = True

    @property
    def spans(self) -> bool:
        """Whether it is about a part of the source and not about the row."""
        return self.start < self.end


def has_open(queries: Iterable[Query]) -> bool:
    """Whether one of them is open."""
    return any(query.open for query in queries)


def queries_text(queries: Sequence[Query], *, ascii_only: bool = False) -> str:
    """Queries as JSON, for a column or a property; empty for none. What a query leaves empty is left out."""
    if not queries:
        return ""
    plain = [
        {each.name: value for each in fields(query) if (value := getattr(query, each.name)) not in ("", 0)}
        | {"open": query.open}
        for query in queries
    ]
    return json.dumps(plain, ensure_ascii=ascii_only, separators=(",", ":"))


def queries_of(text: str, length: int) -> tuple[Query, ...]:
    """The inverse of `queries_text`.

    Args:
        length: of the source; a span that does not lie in it (the file was changed by hand) becomes one of
            the row.

    Raises:
        ValueError, TypeError, KeyError: it was not written by `queries_text`.
    """
    return tuple(_query(dict(plain), length) for plain in json.loads(text)) if text else ()


def _query(plain: dict[str, object], length: int) -> Query:
    words = {
        name: str(plain.get(name, "")) for name in ("text", "proposal", "who", "at", "answer", "answered_at")
    }
    start, end = (int(str(plain.get(name, 0))) for name in ("start", "end"))
    inside = 0 <= start < end <= length
    span = (start, end) if inside else (0, 0)
    return Query(id=str(plain["id"]), start=span[0], end=span[1], open=plain.get("open") is True, **words)
