"""project: the English of a row put together from what memories have of its sentences, its gaps marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.model.coded import CodedText, InlineCode
from workbench.model.matches import GAP, Match
from workbench.model.segments import Anchor
from workbench.project.light import Span
from workbench.project.sentence_matches import SentenceMatches


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a row, or several that a memory has as one, and its English.

    Attributes:
        source: span in the row's source, code points.
        end: offset behind it and its spaces.
        match: what its English is from; None where the memories have nothing.
    """

    source: Span
    end: int
    match: Match | None

    @property
    def target(self) -> CodedText:
        """Its English; `GAP` where there is none."""
        return CodedText(GAP) if self.match is None else self.match.proposal


@dataclass(frozen=True)
class Assembled:
    """The parts of a row in order; at least one of them has a match.

    Attributes:
        score: the scores of the parts by their lengths, floored; a gap counts 0 and a context match 100, for
            what was put together is never equal to a row that stood so before.
    """

    parts: tuple[Part, ...]

    @cached_property
    def score(self) -> int:
        """See above."""
        lengths = [part.source[1] - part.source[0] for part in self.parts]
        reached = (
            length * min(100, part.match.score)
            for part, length in zip(self.parts, lengths, strict=True)
            if part.match is not None
        )
        return sum(reached) // max(1, sum(lengths))

    @property
    def covered(self) -> int:
        """How many parts have a match."""
        return sum(part.match is not None for part in self.parts)

    @cached_property
    def target(self) -> CodedText:
        """The English: the parts with a space between them."""
        pieces: list[str] = []
        codes: list[InlineCode] = []
        at = 0
        for part in self.parts:
            english = part.target
            codes += [replace(code, offset=code.offset + at) for code in english.codes]
            pieces.append(english.text)
            at += len(english.text) + 1
        return CodedText(" ".join(pieces), tuple(codes))

    @property
    def text(self) -> str:
        """The English without its codes."""
        return self.target.text

    @cached_property
    def target_spans(self) -> tuple[Span, ...]:
        """Where the English of each part stands, in order: offsets in `text`."""
        spans: list[Span] = []
        at = 0
        for part in self.parts:
            spans.append((at, at + len(part.target.text)))
            at = spans[-1][1] + 1
        return tuple(spans)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The ends of the parts: which Chinese belongs to which English is known."""
        ends = zip(self.parts, self.target_spans, strict=True)
        return tuple(Anchor(part.end, span[1]) for part, span in ends)


def assembled(
    sentences: Sequence[SentenceMatches], joined: Iterable[SentenceMatches] = ()
) -> Assembled | None:
    """What the best match of each sentence gives; None where no sentence has one.

    Args:
        sentences: of the row, in order.
        joined: neighbouring sentences that were looked up as one; each is taken in the place of sentences
            without a match.
    """
    wider = {found.span[0]: found for found in joined if found.matches}
    parts: list[Part] = []
    for sentence in sentences:
        if parts and sentence.span[0] < parts[-1].source[1]:
            continue  # it is in the one before
        taken = sentence if sentence.matches else wider.get(sentence.span[0], sentence)
        parts.append(Part(taken.span, taken.end, taken.matches[0] if taken.matches else None))
    if not any(part.match for part in parts):
        return None
    return Assembled(tuple(parts))
