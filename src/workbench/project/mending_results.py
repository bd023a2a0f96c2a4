"""project: what comes of an alignment that is mended: TMX, a table, a memory, a translation project.

A bead that is right is a confirmed unit. Any other says how sure the aligner is, and a memory takes points
off its matches until somebody confirms it. What has no partner is in no memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import workbench
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.segments import OriginKind
from workbench.model.units import TranslationUnit
from workbench.project.aligning import Aligned, Pair
from workbench.project.aligning_texts import CHINESE, ENGLISH, Language, Text
from workbench.project.atomic import write_atomically
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead, Side
from workbench.project.mending_folder import MADE, PROJECT_ID
from workbench.project.mending_outcome import beads_said

if TYPE_CHECKING:
    from workbench.project.creation import Unit
    from workbench.project.mending import Mending

MendedForm = Literal["tmx", "tsv"]
_PAIR_ORIGINS = {Mark.FOUND: "aligner", Mark.HAND: "hand", Mark.RIGHT: "pinned"}


def aligned_of(mending: Mending) -> Aligned:
    """The alignment as the aligner's own results are, all beads in it."""
    config = mending.config
    sides = (SOURCE, Path(config.source).name, CHINESE), (TARGET, Path(config.target).name, ENGLISH)
    source, target = (_text(mending, side, name, language) for side, name, language in sides)
    zh, en = mending.texts
    pairs = tuple(
        Pair(
            tuple(zh.within(bead.span(SOURCE))),
            tuple(en.within(bead.span(TARGET))),
            1.0 if bead.mark is Mark.RIGHT else bead.confidence,
            bead.mark is Mark.RIGHT,
        )
        for bead in mending.beads
    )
    return Aligned(source, target, "paragraph" if config.unit == "paragraph" else "sentence", pairs)


def _text(mending: Mending, side: Side, name: str, language: Language) -> Text:
    sentences = mending.store.sentences(side, (0, mending.texts[side].end))
    return Text(name, language, tuple(sentence.part() for sentence in sentences))


def exported(mending: Mending, form: MendedForm, path: Path | None = None) -> Path:
    """Write the result as a file.

    Args:
        path: where to; else a file in the folder of the alignment, with its name.

    Returns:
        Where it is.

    Raises:
        WorkbenchError: it cannot be written.
    """
    where = path or mending.folder / f"{mending.config.name}.{form}"
    write_atomically(where, written(mending, form))
    return where


def written(mending: Mending, form: MendedForm) -> Iterator[str]:
    """The parts of the file in a form."""
    aligned = aligned_of(mending)
    if form == "tmx":
        from workbench.exchange.tmx import TmxHeader, write_tmx

        return write_tmx(_units(mending, aligned), TmxHeader(workbench.__version__, aligned.unit))
    from workbench.project.aligned_forms import written as table

    return iter((table(aligned, "tsv"),))


def said(mending: Mending, form: MendedForm) -> str:
    """What is in a file of a form and what is not, in a sentence."""
    alone = sum(not bead.is_pair for bead in mending.beads)
    count = len(mending.beads) - (alone if form == "tmx" else 0)
    left = f"; left out: {alone:,} without a partner" if alone and form == "tmx" else ""
    return f"{beads_said(count)}, {mending.right_pairs:,} of them right{left}."


def _units(mending: Mending, aligned: Aligned) -> Iterator[TranslationUnit]:
    for number, (bead, pair) in enumerate(zip(mending.beads, aligned.pairs, strict=True), 1):
        if bead.is_pair:
            yield TranslationUnit(
                id=str(number),
                source=CodedText(aligned.source.joined(pair.source)),
                target=CodedText(aligned.target.joined(pair.target)),
                segtype=aligned.unit,
                props=_props(bead, pair, aligned),
            )


def _props(bead: MendedBead, pair: Pair, aligned: Aligned) -> tuple[tuple[str, str], ...]:
    state = (("x-state", "confirmed"),) if bead.mark is Mark.RIGHT else ()
    return (
        *state,
        ("x-origin", OriginKind.ALIGNED.value),
        ("x-pair-origin", _PAIR_ORIGINS[bead.mark]),
        ("x-pair-confidence", f"{pair.confidence:.3f}"),
        ("x-workbench:source-file", aligned.source.name),
        ("x-workbench:source-lines", aligned.source.lines(pair.source)),
        ("x-workbench:target-file", aligned.target.name),
        ("x-workbench:target-lines", aligned.target.lines(pair.target)),
    )


def into_memory(mending: Mending, name: str) -> str:
    """Put the pairs into a memory; those of an earlier time are replaced, and withdrawn where they are gone.

    Args:
        name: of the user's memory, made where it is missing.

    Returns:
        What was done, in a sentence.

    Raises:
        WorkbenchError: it is no name, or the memory cannot be written.
    """
    from workbench.memory.memory import Memory
    from workbench.memory.places import memory_path

    project = mending.store.meta(PROJECT_ID)
    units = _memory_units(mending)
    with closing(Memory.open(memory_path(name), create=True, name=name)) as memory:
        gone = memory.rows_of(project) - units.keys()
        rows = {row: [unit] for row, unit in units.items()} | {row: [] for row in gone}
        memory.remember(project, rows, mending.newest_operation())
    right = sum(unit.state is UnitState.CONFIRMED for unit in units.values())
    return (
        f"{len(units):,} units are in the memory {name}; {right:,} are right, the others cost a penalty until"
        " they are."
    )


def _memory_units(mending: Mending) -> dict[int, MemoryUnit]:
    """The units by where their Chinese begins, which is their own as long as the bead stands."""
    aligned, made = aligned_of(mending), mending.store.meta(MADE)
    texts = [aligned.source.joined(pair.source) for pair in aligned.pairs if pair.source and pair.target]
    around = zip(["", *texts], texts, [*texts[1:], ""], strict=False)
    units: dict[int, MemoryUnit] = {}
    for bead, pair in zip(mending.beads, aligned.pairs, strict=True):
        if not bead.is_pair:
            continue
        before, text, after = next(around)
        units[bead.source] = MemoryUnit(
            CodedText(text),
            CodedText(aligned.target.joined(pair.target)),
            state=UnitState.CONFIRMED if pair.pinned else UnitState.UNKNOWN,
            origin=OriginKind.ALIGNED,
            confidence=pair.confidence,
            place=mending.config.title,
            before=before,
            after=after,
            created=made,
            changed=made,
        )
    return units


def into_project(mending: Mending, folder: Path, unit: Unit = "paragraph") -> str:
    """Make a translation project: the Chinese in rows, the English in them as drafts.

    Args:
        folder: the folder to make; it must not exist, or be empty.
        unit: what a row is.

    Returns:
        What was done, in a sentence.

    Raises:
        WorkbenchError: the folder cannot be made; nothing is left behind.
    """
    from workbench.project.aligned_project import aligned_project
    from workbench.project.aligning import Task
    from workbench.project.aligning_texts import TextFile
    from workbench.project.recent import remember

    path = mending.folder / mending.config.source
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); put the file back.") from error
    source = TextFile(path.name, data, path)
    task = Task(
        source,
        source,
        lines=mending.config.unit == "line",
        reflow="never" if mending.config.reflow == "never" else "auto",
    )
    rows, drafts = aligned_project(task, aligned_of(mending), folder, unit)
    remember(folder, folder.name)
    return f"The project {folder} has {rows:,} rows, {drafts:,} of them with English as drafts."
