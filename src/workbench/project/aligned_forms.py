"""project: aligned texts as files: beads, a table, a translation memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import workbench
from workbench.model.coded import CodedText
from workbench.model.units import TranslationUnit
from workbench.project.aligning import Aligned, Numbers, Pair
from workbench.project.aligning_texts import Text

AlignedForm = Literal["tmx", "tsv", "beads"]
TABLE_HEADER = ("source", "target", "confidence", "source_lines", "target_lines")


def written(aligned: Aligned, form: AlignedForm) -> str:
    """The whole file in a form. The same texts give the same file, to the byte."""
    match form:
        case "tmx":
            return "".join(_tmx(aligned))
        case "tsv":
            return "".join(_table(aligned))
        case "beads":
            return "".join(_beads(aligned))


def left_out(aligned: Aligned, form: AlignedForm) -> str:
    """What was found and does not stand in the form, in a sentence; empty where all does."""
    said = [f"{len(aligned.below):,} of too little confidence"] if aligned.below else []
    if form == "tmx":
        alone = sum(not (pair.source and pair.target) for pair in aligned.pairs)
        said += [f"{alone:,} without a partner"] if alone else []
    return f"Left out: {' and '.join(said)}." if said else ""


def _beads(aligned: Aligned) -> Iterator[str]:
    for pair in aligned.pairs:
        sides = _indexes(aligned.source, pair.source), _indexes(aligned.target, pair.target)
        yield "\t".join((*sides, f"{pair.confidence:.3f}")) + "\n"


def _indexes(text: Text, numbers: Numbers) -> str:
    return ",".join(str(text.parts[number].index) for number in numbers)


def _table(aligned: Aligned) -> Iterator[str]:
    from workbench.documents.writing import escape_cell

    yield _line(TABLE_HEADER)
    for pair in aligned.pairs:
        texts = aligned.source.joined(pair.source), aligned.target.joined(pair.target)
        yield _line((*map(escape_cell, texts), f"{pair.confidence:.3f}", *_lines(aligned, pair)))


def _line(cells: Iterable[str]) -> str:
    return "\t".join(cells) + "\n"


def _lines(aligned: Aligned, pair: Pair) -> tuple[str, str]:
    return aligned.source.lines(pair.source), aligned.target.lines(pair.target)


def _tmx(aligned: Aligned) -> Iterator[str]:
    from workbench.exchange.tmx import TmxHeader, write_tmx

    yield from write_tmx(_units(aligned), TmxHeader(workbench.__version__, aligned.unit))


def _units(aligned: Aligned) -> Iterator[TranslationUnit]:
    both = (pair for pair in aligned.pairs if pair.source and pair.target)
    for number, pair in enumerate(both, 1):
        source_lines, target_lines = _lines(aligned, pair)
        yield TranslationUnit(
            id=str(number),
            source=CodedText(aligned.source.joined(pair.source)),
            target=CodedText(aligned.target.joined(pair.target)),
            segtype=aligned.unit,
            props=(
                ("x-pair-origin", "pinned" if pair.pinned else "aligner"),
                ("x-pair-confidence", f"{pair.confidence:.3f}"),
                ("x-workbench:source-file", aligned.source.name),
                ("x-workbench:source-lines", source_lines),
                ("x-workbench:target-file", aligned.target.name),
                ("x-workbench:target-lines", target_lines),
            ),
        )
