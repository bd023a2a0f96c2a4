"""project: the two texts that are to be aligned: their sentences, and where these stand in the files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.paragraphs import Paragraph
from workbench.model.segments import Kind
from workbench.text.characters import HANZI_RANGES
from workbench.text.sentences import chinese_sentences, english_clauses

if TYPE_CHECKING:
    from workbench.project.creation import Reflow, Unit

Place = tuple[int, int]
"""Line and column, 1-based."""

_HANZI = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in HANZI_RANGES) + "]+")
_WORD = re.compile("[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was named.

    Attributes:
        name: for people.
        data: its bytes.
        path: where it is; None for standard input.
    """

    name: str
    data: bytes
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """What a side is written in.

    Attributes:
        name: for people.
        sentences: spans of the sentences of a text; a semicolon ends one in both languages.
        gap: what parts two sentences that did not stand in one line.
    """

    name: str
    sentences: Callable[[str], Sequence[tuple[int, int]]]
    gap: str


CHINESE = Language("Chinese", chinese_sentences, "")
ENGLISH = Language("English", english_clauses, " ")


@dataclass(frozen=True, slots=True)
class Part:
    """What is aligned: a sentence, a paragraph, or a line of a file that was cut before.

    Attributes:
        text: without the spaces around it.
        index: the number it goes by in beads, from 0: of a line, or of the sentence or paragraph in the text.
        paragraph: number of the paragraph it stands in; of lines, of the group between blank lines.
        first: place of its first character; `last` of its last one.
        gap: what parts it from the next one of the same paragraph.
        runs: where each stretch of `text` that stands unbroken in a line begins: offset, line and column.
    """

    text: str
    index: int
    paragraph: int
    first: Place
    last: Place
    gap: str
    runs: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A side.

    Attributes:
        name: of the file.
        language: what it is written in.
        parts: in order.
        dropped: lines of page numbers and running heads that are not among them, 1-based.
    """

    name: str
    language: Language
    parts: tuple[Part, ...]
    dropped: frozenset[int] = frozenset()

    @property
    def paragraphs(self) -> list[int] | None:
        """The paragraph of each part; None where the text says nothing about that."""
        numbers = [part.paragraph for part in self.parts]
        return numbers if numbers and 0 < numbers[-1] < len(numbers) - 1 else None

    def joined(self, numbers: Sequence[int]) -> str:
        """The text of some parts, in the order given."""
        parts = [self.parts[number] for number in numbers]
        text = "".join(
            part.text + (part.gap if part.paragraph == after.paragraph else self.language.gap)
            for part, after in pairwise(parts)
        )
        return text + parts[-1].text if parts else ""

    def lines(self, numbers: Sequence[int]) -> str:
        """Where some parts stand in the file, such as 12 or 12-14; empty for none."""
        if not numbers:
            return ""
        first, last = self.parts[numbers[0]].first[0], self.parts[numbers[-1]].last[0]
        return str(first) if first == last else f"{first}-{last}"


def read_text(file: TextFile, language: Language, unit: Unit, reflow: Reflow) -> Text:
    """A text and its sentences, or its paragraphs; running heads and page numbers are left out.

    Raises:
        WorkbenchError: it cannot be read, or nothing but page numbers stands in it.
    """
    from workbench.documents.reading import read_document

    document = read_document(file.path, data=file.data, name=file.name, reflow=reflow, furniture="drop")
    flow = [paragraph for paragraph in document.paragraphs if paragraph.kind is not Kind.IGNORED]
    dropped = {line.line for line in document.dropped}
    dropped |= {paragraph.start[0] for paragraph in document.paragraphs if paragraph.kind is Kind.IGNORED}
    parts: list[Part] = []
    for number, paragraph in enumerate(flow):
        text = paragraph.text
        spans = language.sentences(text) if unit == "sentence" else [(0, len(text))]
        parts += _parts(paragraph, spans, number, len(parts))
    if not parts:
        raise WorkbenchError(f"{file.name} holds no text; there is nothing to align.")
    return Text(file.name, language, tuple(parts), frozenset(dropped))


def read_lines(file: TextFile, language: Language) -> Text:
    """A text with a sentence on each line; blank lines are counted and are no sentences.

    Raises:
        WorkbenchError: it is no text, or too large.
    """
    from workbench.documents.encoding import decode
    from workbench.documents.reading import LARGEST_FILE, split_lines

    if len(file.data) > LARGEST_FILE:
        raise WorkbenchError(
            f"{file.name} has {len(file.data) / 1e6:,.0f} MB, and at most {LARGEST_FILE // 1_000_000} MB are"
            " aligned; split it."
        )
    parts: list[Part] = []
    group, apart = 0, False
    for index, line in enumerate(split_lines(decode(file.data, file.name)[0])):
        text = line.strip()
        if not text:
            apart = bool(parts)
            continue
        group += apart
        apart = False
        column = len(line) - len(line.lstrip()) + 1
        places = (index + 1, column), (index + 1, column + len(text) - 1)
        parts.append(Part(text, index, group, *places, language.gap, ((0, *places[0]),)))
    return Text(file.name, language, tuple(parts))


def refuse_empty(file: TextFile, what: str) -> None:
    """Raise WorkbenchError where a file holds nothing but spaces; `what` is what it should hold."""
    if not file.data.removeprefix(b"\xef\xbb\xbf").strip():
        raise WorkbenchError(f"{file.name} is empty; it should hold {what}.")


def refuse_languages(zh: Text, en: Text) -> None:
    """Raise WorkbenchError unless the first text is Chinese and the second English."""
    hanzi, words = _counted(zh)
    en_hanzi, en_words = _counted(en)
    if hanzi <= words and en_hanzi > en_words:
        raise WorkbenchError(
            f"{zh.name} is not Chinese and {en.name} is: the Chinese text comes first; change their order."
        )
    if not hanzi:
        raise WorkbenchError(f"{zh.name} holds no Chinese; name the Chinese text first, then its English.")
    if not en_words or en_hanzi > en_words:
        raise WorkbenchError(f"{en.name} is not English; name the Chinese text first, then its English.")


def _counted(text: Text) -> tuple[int, int]:
    """Hanzi and Latin words."""
    return (
        sum(len(run) for part in text.parts for run in _HANZI.findall(part.text)),
        sum(len(_WORD.findall(part.text)) for part in text.parts),
    )


def _parts(paragraph: Paragraph, spans: Sequence[tuple[int, int]], number: int, index: int) -> Iterator[Part]:
    starts = [run.start for run in paragraph.runs]
    for start, end in spans:
        text = paragraph.text[start:end]
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip()) - 1
        places = _place(paragraph, starts, first), _place(paragraph, starts, last)
        begins = [first, *(at for at in starts if first < at <= last)]
        runs = tuple((at - first, *_place(paragraph, starts, at)) for at in begins)
        yield Part(text.strip(), index, number, *places, paragraph.text[last + 1 : end], runs)
        index += 1


def _place(paragraph: Paragraph, starts: Sequence[int], offset: int) -> Place:
    run = paragraph.runs[bisect_right(starts, offset) - 1]
    return run.line, run.column + offset - run.start
