"""project: the sentences of a row as questions to a memory, each with the sentences beside it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.matches import Match, Query
from workbench.model.segments import Segment
from workbench.project.excerpt import excerpt
from workbench.project.light import Span, sentences_of_source
from workbench.project.row_units import around
from workbench.project.stretches import trimmed


@dataclass(frozen=True, slots=True)
class SentenceQuery:
    """A sentence to be looked up.

    Attributes:
        span: in the row's source, code points, without the spaces around it.
        end: offset behind it and its spaces: where an anchor stands.
    """

    span: Span
    end: int
    query: Query

    @property
    def length(self) -> int:
        """Code points of the sentence."""
        return self.span[1] - self.span[0]


@dataclass(frozen=True, slots=True)
class SentenceMatches:
    """A sentence of a row and what is like it in the memories, best first; may be none.

    Attributes:
        span: in the row's source, code points, without the spaces around it.
        end: offset behind it and its spaces: where an anchor stands.
    """

    span: Span
    end: int
    matches: tuple[Match, ...]


def sentence_queries(segment: Segment, before: str | None, after: str | None) -> tuple[SentenceQuery, ...]:
    """The sentences of a row in order; none of a row that is a single one, for that is looked up whole.

    Args:
        before: source of the row before; empty at the edge of the document, None where not known.
        after: likewise of the row after.
    """
    spans = [span for span in sentences_of_source(segment.source.text) if _has_text(segment, span)]
    return tuple(_query(segment, span, before, after) for span in spans) if len(spans) > 1 else ()


def stretch_query(segment: Segment, first: SentenceQuery, last: SentenceQuery) -> SentenceQuery:
    """Neighbouring sentences as one, for what a memory holds as one unit; with their outer neighbours."""
    span = first.span[0], last.span[1]
    query = Query(excerpt(segment.source, *span), first.query.before, last.query.after)
    return SentenceQuery(span, last.end, query)


def _query(segment: Segment, span: Span, before: str | None, after: str | None) -> SentenceQuery:
    text = segment.source.text
    bare = trimmed(text, span)
    left, right = around(text, bare, before or "", after or "")
    return SentenceQuery(
        bare,
        span[1],
        Query(
            excerpt(segment.source, *bare),
            None if before is None and not text[: bare[0]].strip() else left,
            None if after is None and not text[bare[1] :].strip() else right,
        ),
    )


def _has_text(segment: Segment, span: Span) -> bool:
    return bool(segment.source.text[slice(*span)].strip())
