"""linear: what is said of a row, in plain lines; pure."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.findings import Finding
from workbench.model.matches import Change
from workbench.model.segments import Segment, State
from workbench.project.english_changes import english_changes
from workbench.project.light import Light, sentences_of_source
from workbench.project.match_offers import MatchOffer
from workbench.project.offers import TermOffer
from workbench.text.radicals import radicals_in
from workbench.text.shown import shown

NOTHING = "none"


def one_line(text: str) -> str:
    """A text on one line: a line break inside it is said as a blank."""
    return shown(text.replace("\n", " "))


def counted(count: int, what: str) -> str:
    """So many of something: "1 row", "2 rows"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def row_lines(segment: Segment, number: int, total: int) -> Iterator[str]:
    """What a row is, and what stands beside its texts."""
    kind = segment.kind.value.replace("_", " ")
    sentences = len(sentences_of_source(segment.source.text))
    ended = sum(anchor.target_end > 0 for anchor in segment.anchors)
    yield f"Row {number} of {total}, {kind}, {segment.state.value}."
    if sentences > 1:
        done = "" if segment.state is not State.DRAFT else f", {ended} ended"
        yield f"{sentences} sentences{done}."
    if segment.lock is not None:
        yield f"Locked by {segment.lock.who}{': ' if segment.lock.why else '.'}{segment.lock.why}"
    if segment.comment:
        yield f"Comment: {one_line(segment.comment)}"
    if segment.note:
        yield f"Note: {one_line(segment.note)}"
    for query in segment.queries:
        yield f"{'Open query' if query.open else 'Query'}: {one_line(query.text)}"
    if found := len(radicals_in(segment.source.text)):
        yield f"Radicals from a PDF: {found}; /radicals puts hanzi for them."
    if segment.original_source:
        yield f"The source was: {one_line(segment.original_source)}"


def sentence_lines(segment: Segment, lit: Light) -> Iterator[str]:
    """The sentence that is to be done, and its English where there is some."""
    label = "Chinese" if lit.count < 2 else f"Sentence {lit.index + 1} of {lit.count}"
    yield f"{label}: {one_line(segment.source.text[slice(*lit.source)])}"
    english = segment.target.text[slice(*lit.target)].strip()
    if english:
        yield f"English: {one_line(english)}"


def term_line(number: int, offer: TermOffer) -> str:
    """A term with its renderings: the first is the one to use."""
    english = "; ".join(rendering.en for rendering in offer.renderings) or "no rendering to use"
    used = ", used already" if offer.used else ""
    avoided = "; ".join(rendering.en for rendering in offer.avoided)
    return f"{number}. {offer.hit.term}: {english}{used}" + (f". Avoid: {avoided}" if avoided else "")


def match_line(number: int, offer: MatchOffer) -> str:
    """A match: its score, for what it is, and its English."""
    score = "part" if offer.proposal.score is None else f"{offer.proposal.score} per cent"
    what = (
        "the row"
        if offer.whole
        else "this sentence"
        if offer.proposal.score is not None
        else offer.kind.value
    )
    where = f" From {offer.memory}." if offer.memory else ""
    return f"{number}. {score}, {what}: {one_line(offer.proposal.target.text)}{where}"


def finding_line(finding: Finding) -> str:
    """A finding, the worst word first."""
    return f"{finding.severity.value.capitalize()}: {one_line(finding.message)}"


def changes_said(before: str, after: str) -> str:
    """Two versions of a text as one, what was taken out and put in said in words."""
    words = {Change.REMOVED: "out", Change.ADDED: "in"}
    parts = [
        part.text
        if part.change is Change.KEPT or not part.text.strip()
        else f" ({words[part.change]}: {part.text.strip()}) "
        for part in english_changes(before, after)
    ]
    return " ".join(one_line("".join(parts)).split())
