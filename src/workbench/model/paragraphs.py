"""model: Paragraph and Document, what a file becomes when it is read."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.segments import Kind, Run


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One true paragraph of a document.

    Attributes:
        text: its characters, line breaks and the spaces the rules drop taken out.
        kind: what it is.
        runs: where each stretch of `text` stands in the file; they cover `text` in order.
        reason: why a boundary stands before it, in words.
        confidence: how sure that boundary is, 0 to 1.
        lead_end: offset after a run-in head at the start of the paragraph; 0 where there is none.
    """

    text: str
    kind: Kind
    runs: tuple[Run, ...]
    reason: str = ""
    confidence: float = 1.0
    lead_end: int = 0

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of the first character, 1-based."""
        return self.runs[0].line, self.runs[0].column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column after the last character, 1-based."""
        last = self.runs[-1]
        return last.line, last.column + last.end - last.start


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line in no paragraph, since it belongs to a page of print: its number, 1-based, and its text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read.

    Attributes:
        name: what it is called.
        encoding: the encoding found.
        paragraphs: in file order.
        dropped: running heads and page numbers that were left out, in file order; empty where all was kept.
    """

    name: str
    encoding: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[DroppedLine, ...] = ()
