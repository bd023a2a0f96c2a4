"""project: what changes where a project settles on a rendering: the rows, and their English after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.glossary.english_forms import places_of
from workbench.glossary.inflecting import carried_over, with_fitting_article
from workbench.glossary.recognition import Recogniser
from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Segment, State
from workbench.model.terms import Concept, TermHit
from workbench.project.light import shifted
from workbench.project.structure import sound_anchors

Piece = tuple[int, int, str]
"""Half-open offsets of the English, and what is to stand there."""


@dataclass(frozen=True, slots=True)
class FixStep:
    """A row in which the concept stands.

    Attributes:
        row: its id; `number` counts from 1.
        english: its English as it is.
        pieces: other renderings found in it, and what replaces each; empty where none was found.
        settled: it is confirmed or reviewed, and is changed only on the translator's word.
        locked: it is locked, and stays as it is.
        written: the settled rendering stands there already.
    """

    row: int
    number: int
    source: str
    english: str
    pieces: tuple[Piece, ...]
    settled: bool
    locked: bool
    written: bool = False

    @property
    def after(self) -> str:
        """The English with the pieces in."""
        return _with_pieces(self.english, self.pieces)


def fix_steps(
    rows: Iterable[tuple[int, Segment]], concept: Concept, en: str, recogniser: Recogniser
) -> list[FixStep]:
    """The rows with English in which the concept stands, in order.

    Args:
        rows: number and row.
        concept: as its glossary has it; all its renderings are looked for, also those to be avoided.
        en: the rendering to settle on, without its article.
    """
    forms = sorted({one.en for one in concept.renderings} - {en}, key=len, reverse=True)
    steps: list[FixStep] = []
    for number, segment in rows:
        english = segment.target.text
        if segment.kind is Kind.IGNORED or not english.strip():
            continue
        if not _stands(concept, recogniser.hits(segment.source.text)):
            continue
        kept = places_of(en, english)
        steps.append(
            FixStep(
                row=segment.id,
                number=number,
                source=segment.source.text,
                english=english,
                pieces=_pieces(english, forms, en, kept),
                settled=segment.settled,
                locked=segment.lock is not None,
                written=bool(kept),
            )
        )
    return steps


def _stands(concept: Concept, hits: Sequence[TermHit]) -> bool:
    return any(
        one.concept.id == concept.id and one.concept.zh == concept.zh
        for hit in hits
        for one in (hit, *hit.nested)
    )


def _pieces(
    english: str, forms: Sequence[str], en: str, kept: Iterable[tuple[int, int]]
) -> tuple[Piece, ...]:
    """Where one of `forms` stands, the longest first, outside of what is `kept`."""
    taken = list(kept)
    pieces: list[Piece] = []
    for form in forms:
        for start, end in places_of(form, english):
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                pieces.append(_piece(english, (start, end), form, en))
    return tuple(sorted(pieces))


def _piece(english: str, place: tuple[int, int], form: str, en: str) -> Piece:
    """What replaces `form` at a place, with an a or an before it that fits the new word."""
    start, end = place
    before = english[:start]
    new = carried_over(english[start:end], form, en, before=before)
    fitted = with_fitting_article(before, new)
    same = next((at for at, (a, b) in enumerate(zip(before, fitted, strict=False)) if a != b), len(fitted))
    same = min(same, start)
    return same, end, fitted[same:] + new


def fixed_row(segment: Segment, pieces: Sequence[Piece]) -> Segment:
    """The row with the pieces in its English; codes and sentence ends keep their places in the text.

    A confirmed row stays confirmed, for the translator has seen the change; a reviewed one is confirmed,
    since the reviser has not.
    """
    text = _with_pieces(segment.target.text, pieces)
    codes = tuple(replace(code, offset=_moved(code.offset, pieces)) for code in segment.target.codes)
    anchors = shifted(segment.anchors, segment.target.text, text)
    state = State.CONFIRMED if segment.state is State.REVIEWED else segment.state
    return replace(
        segment,
        target=CodedText(text, codes),
        anchors=sound_anchors(anchors, len(segment.source.text), len(text)),
        state=state,
    )


def _with_pieces(text: str, pieces: Sequence[Piece]) -> str:
    for start, end, new in reversed(pieces):
        text = text[:start] + new + text[end:]
    return text


def _moved(offset: int, pieces: Sequence[Piece]) -> int:
    """Where an offset is after the pieces; one inside a piece goes to the end of what replaces it."""
    moved = offset
    for start, end, new in pieces:
        if offset >= end:
            moved += len(new) - (end - start)
        elif offset > start:
            moved += len(new) - (offset - start)
    return moved
