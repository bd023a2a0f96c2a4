"""annotate: a text with its pinyin, to read or as a table that programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from workbench.annotate.pinyin import joined, pinyin_line, readings
from workbench.annotate.ruby import ruby_lines
from workbench.annotate.words import Span, words
from workbench.model.paragraphs import Paragraph

By = Literal["word", "char"]

HEADER = ("line", "column", "character", "pinyin", "word")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def as_table(paragraphs: Iterable[Paragraph], by: By = "char") -> Iterator[str]:
    """Rows of tab-separated cells, the header first, each ending in a line feed.

    Args:
        paragraphs: their runs say in which line and column of the file a character stands (1-based).
        by: a row a character, or a row a word, whose characters and pinyin are then joined.

    Yields:
        line, column, character, pinyin (empty where there is no reading), and the word it stands in.
        A backslash, tab or line break inside a cell is written \\\\, \\t, \\n, \\r.
    """
    yield "\t".join(HEADER) + "\n"
    for paragraph in paragraphs:
        text = paragraph.text
        syllables = readings(text)
        places = _places(paragraph)
        for start, end in _every_word(text):
            word = text[start:end]
            if by == "word":
                yield _row(*places[start], word, joined(syllables[start:end]), word)
                continue
            for offset in range(start, end):
                yield _row(*places[offset], text[offset], syllables[offset], word)


def as_text(paragraphs: Iterable[Paragraph], by: By = "word", width: int = 80) -> Iterator[str]:
    """The paragraphs with their pinyin, a blank line between two.

    Args:
        paragraphs: in file order.
        by: word puts a line of pinyin in words under each paragraph; char sets a syllable over each hanzi.
        width: cells a line may have where syllables stand over hanzi.
    """
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield "\n"
        text = paragraph.text
        if by == "word":
            yield f"{text}\n{pinyin_line(text, capital=True)}\n"
            continue
        for line in ruby_lines(text, readings(text), width):
            if line.above.strip():
                yield line.above.rstrip() + "\n"
            yield line.below.rstrip() + "\n"


def _row(line: int, column: int, *cells: str) -> str:
    return "\t".join((str(line), str(column), *(cell.translate(_ESCAPES) for cell in cells))) + "\n"


def _places(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Line and column of every code point, 1-based; what stands in no run takes the place before it."""
    places = [paragraph.start] * len(paragraph.text)
    for run in paragraph.runs:
        for offset in range(run.start, run.end):
            places[offset] = (run.line, run.column + offset - run.start)
    return places


def _every_word(text: str) -> Iterator[Span]:
    """The words of `text` and, character by character, what belongs to none."""
    at = 0
    for start, end in words(text):
        yield from ((offset, offset + 1) for offset in range(at, start))
        yield start, end
        at = end
    yield from ((offset, offset + 1) for offset in range(at, len(text)))
