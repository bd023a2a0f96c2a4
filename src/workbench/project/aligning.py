"""project: a Chinese text and its English become pairs, by the aligner with the user's terms and memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.beads import Bead
from workbench.model.faults import WorkbenchError
from workbench.project.aligning_pins import Pin, read_pins
from workbench.project.aligning_texts import (
    CHINESE,
    ENGLISH,
    Language,
    Text,
    TextFile,
    read_lines,
    read_text,
    refuse_empty,
    refuse_languages,
)

if TYPE_CHECKING:
    from workbench.align.engine import Alignment
    from workbench.lexicon.lexicon import Lexicon
    from workbench.model.terms import Concept
    from workbench.project.creation import Reflow, Unit

UNSURE = 0.5
"""A pair with less confidence than this is more likely wrong than right."""


def is_unsure(confidence: float) -> bool:
    """Whether a confidence is below `UNSURE`, also as it is shown, with two decimals."""
    return round(confidence, 2) < UNSURE


Numbers = tuple[int, ...]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be aligned, and by what.

    Attributes:
        zh: the Chinese text.
        en: the English one.
        unit: what a bead is made of.
        lines: the texts have a sentence (or paragraph) on each line already.
        reflow: whether hard line breaks are joined into paragraphs.
        glossaries: files of terms in order of precedence; none for the personal and the bundled one.
        memories: TMX files with earlier translations.
        pins: beads that are right.
        least: the confidence that a bead must have to be kept.
    """

    zh: TextFile
    en: TextFile
    unit: Unit = "sentence"
    lines: bool = False
    reflow: Reflow = "auto"
    glossaries: Sequence[Path] = ()
    memories: Sequence[Path] = ()
    pins: TextFile | None = None
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead, by numbers of the parts of both texts.

    Attributes:
        source: from 0, in order; empty where the English adds something.
        target: likewise; empty where the Chinese was left out.
        confidence: how likely it is exactly right, 0 to 1.
        pinned: given by a person.
    """

    source: Numbers
    target: Numbers
    confidence: float = 1.0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that stand at another place in the English than in the Chinese."""

    source: Numbers
    target: Numbers


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two texts and their pairs.

    Attributes:
        pairs: every part of both sides once, in the order of the Chinese, but for those `below`.
        below: pairs that were left out because they lack confidence.
        moved: blocks found in another place; their pairs are among the others.
    """

    source: Text
    target: Text
    unit: Unit
    pairs: tuple[Pair, ...]
    below: tuple[Pair, ...] = ()
    moved: tuple[Block, ...] = ()


def align_texts(task: Task, say: Say = lambda _: None) -> Aligned:
    """Read two texts and align them.

    Args:
        task: what and by what.
        say: told what is being done, for a person who waits.

    Raises:
        WorkbenchError: a file cannot be read; the texts are one text, not Chinese and English, or in the
            wrong order; a pin is wrong.
    """
    say("Reading")
    if task.zh.data == task.en.data:
        raise WorkbenchError(
            f"{task.zh.name} and {task.en.name} are one and the same text; name the Chinese one, then its"
            " English."
        )
    source, target = _read(task, task.zh, CHINESE), _read(task, task.en, ENGLISH)
    refuse_languages(source, target)
    unit = "line" if task.lines else task.unit
    pins = read_pins(task.pins, source, target, unit) if task.pins else ()
    memory = [pair for path in task.memories for pair in _memory(path)]
    concepts = _concepts(task.glossaries)
    say("Opening the dictionary (the first time takes some half a minute, once)")
    lexicon = _lexicon(concepts)
    counts = f"{len(source.parts):,} with {len(target.parts):,} {task.unit}"
    say(f"Aligning {counts}{'' if len(target.parts) == 1 else 's'}")
    return _aligned(task, source, target, lexicon, memory, pins)


def _read(task: Task, file: TextFile, language: Language) -> Text:
    refuse_empty(file, f"the {language.name} text")
    if task.lines:
        return read_lines(file, language)
    return read_text(file, language, task.unit, task.reflow)


def _refuse_other_than_tmx(path: Path) -> None:
    """A file without any markup at its beginning is another one by mistake, and not a memory cut off."""
    try:
        with path.open("rb") as file:
            start = file.read(256)
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); name a TMX file.") from error
    if b"<" not in start:
        raise WorkbenchError(f"{path} is no TMX; --memory takes a translation memory in that form.")


def _concepts(files: Sequence[Path]) -> Sequence[Concept]:
    from workbench.glossary.bundled import personal_path, policy_path, read_all

    for path in files:
        _refuse_other_than_table(path)
    personal = personal_path()
    return read_all(files or [*([personal] if personal.is_file() else []), policy_path()])


def _refuse_other_than_table(path: Path) -> None:
    from workbench.glossary.columns import REQUIRED
    from workbench.glossary.rows import parse, read_text

    if not set(REQUIRED) & set(parse(read_text(path)).columns):
        raise WorkbenchError(
            f"{path} is no glossary: its first line has to name the columns, such as {', '.join(REQUIRED)},"
            " parted by tabs."
        )


def _lexicon(concepts: Sequence[Concept]) -> Lexicon:
    from workbench.project.dictionary import lexicon_with

    return lexicon_with(concepts)


def _memory(path: Path) -> Iterator[tuple[str, str]]:
    from workbench.exchange.tmx_reading import TmxReader

    _refuse_other_than_tmx(path)
    found = False
    for unit in TmxReader(path):
        if unit.target is not None and unit.source.text.strip() and unit.target.text.strip():
            found = True
            yield unit.source.text, unit.target.text
    if not found:
        raise WorkbenchError(f"{path} holds no Chinese with its English; give a memory of zh and en.")


def usual_lexicon() -> Lexicon:
    """The dictionary with the terms of the personal and the bundled glossary.

    Raises:
        WorkbenchError: a glossary is wrong, or the dictionary is not installed.
    """
    return _lexicon(_concepts(()))


def _aligned(
    task: Task,
    source: Text,
    target: Text,
    lexicon: Lexicon,
    memory: Sequence[tuple[str, str]],
    pins: Sequence[Pin],
) -> Aligned:
    """Align what is left when the parts that were pinned to nothing are out, and put these in again."""
    alone = [pin for pin in pins if not (pin.source and pin.target)]
    zh = _without(len(source.parts), {n for pin in alone for n in pin.source})
    en = _without(len(target.parts), {n for pin in alone for n in pin.target})
    found = _engine(
        source, target, zh, en, lexicon, memory, [pin for pin in pins if pin.source and pin.target]
    )
    pairs = [
        Pair(_numbers(zh, bead.source), _numbers(en, bead.target), bead.confidence, bead.pinned)
        for bead in found.beads
    ]
    whole = _put_in(pairs, [Pair(pin.source, pin.target, pinned=True) for pin in alone])
    kept = tuple(pair for pair in whole if pair.pinned or pair.confidence >= task.least)
    below = tuple(pair for pair in whole if not pair.pinned and pair.confidence < task.least)
    moved = tuple(Block(_numbers(zh, block.source), _numbers(en, block.target)) for block in found.moved)
    return Aligned(source, target, task.unit, kept, below, moved)


def _engine(
    source: Text,
    target: Text,
    zh: Sequence[int],
    en: Sequence[int],
    lexicon: Lexicon,
    memory: Sequence[tuple[str, str]],
    pins: Sequence[Pin],
) -> Alignment:
    from workbench.align.engine import align

    paragraphs = [text.paragraphs for text in (source, target)]
    known = all(paragraphs)
    return align(
        [source.parts[n].text for n in zh],
        [target.parts[n].text for n in en],
        lexicon,
        pins=[Bead(_place(zh, pin.source), _place(en, pin.target), pinned=True) for pin in pins],
        source_paragraphs=_of(paragraphs[0], zh) if known else None,
        target_paragraphs=_of(paragraphs[1], en) if known else None,
        memory=memory,
    )


def _of(paragraphs: Sequence[int] | None, numbers: Sequence[int]) -> list[int]:
    return [paragraphs[n] for n in numbers] if paragraphs else []


def _without(count: int, left_out: set[int]) -> Sequence[int]:
    return [n for n in range(count) if n not in left_out] if left_out else range(count)


def _numbers(kept: Sequence[int], among: range) -> Numbers:
    return tuple(kept[n] for n in among)


def _place(kept: Sequence[int], numbers: Numbers) -> range:
    """Where neighbours stand among the kept numbers, which are in order."""
    start = bisect_left(kept, numbers[0])
    return range(start, start + len(numbers))


def _put_in(pairs: Sequence[Pair], alone: Sequence[Pair]) -> list[Pair]:
    """Pairs in order, with those of one side at the place where their texts stand.

    Chinese alone goes before the pair of what follows it; English behind the pair of what it follows.
    """
    if not alone:
        return list(pairs)
    starts = [(pair.source[0], n) for n, pair in enumerate(pairs) if pair.source]
    ends = sorted((pair.target[-1], n) for n, pair in enumerate(pairs) if pair.target)
    placed: list[tuple[float, int, Pair]] = [(n, 0, pair) for n, pair in enumerate(pairs)]
    for pair in alone:
        if pair.source:
            at = bisect_left(starts, (pair.source[0], 0))
            placed.append((starts[at][1] - 0.5 if at < len(starts) else len(pairs), pair.source[0], pair))
        else:
            at = bisect_left(ends, (pair.target[0], 0))
            placed.append((ends[at - 1][1] + 0.5 if at else -1, pair.target[0], pair))
    return [pair for _, _, pair in sorted(placed, key=lambda place: place[:2])]
