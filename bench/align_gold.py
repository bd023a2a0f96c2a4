"""bench: gold alignments read from their files, and the same with sentences left out.

A file has one bead a line, `CHINESE<TAB>ENGLISH`; several sentences of a side are divided by ` | `, an
omission has an empty English side, an addition an empty Chinese one. Blank lines end paragraphs; lines that
begin with `#` say what the text is. Paragraphs are not given to an aligner: in these files they are the same
on both sides, which would help more than real files do.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from align_scores import single_omissions
from workbench.model.beads import Bead

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "align"
BETWEEN = " | "
BLOCK = 30  # sentences in a missing block, or
BLOCK_SHARE = 6  # a so-manieth part of the document, where that is less


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences of both sides and the beads that are right.

    Attributes:
        name: the file's, without its suffix.
        source: the Chinese sentences in order.
        target: the English ones.
        gold: the right beads; sentences that have no partner stand in a bead each.
        origins: for each bead the number of the gold bead of the whole text from which it comes.
    """

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Bead, ...]
    origins: tuple[int, ...]

    @property
    def sentences(self) -> int:
        """How many, both sides together."""
        return len(self.source) + len(self.target)


def read_gold(path: Path) -> Document:
    """A gold file.

    Raises:
        ValueError: a line that is no bead, with its number.
    """
    beads = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        sides = [_sentences(side) for side in line.split("\t")]
        if len(sides) != 2 or not any(sides) or not all(map(all, sides)):
            raise ValueError(f"{path}:{number}: one bead is CHINESE<TAB>ENGLISH, without empty sentences")
        beads.append((sides[0], sides[1]))
    return assemble(path.stem, beads)


def _sentences(side: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in side.split(BETWEEN.strip())) if side.strip() else ()


def read_set(name: str, folder: Path | None = None) -> tuple[Document, ...]:
    """The documents of a set, `dev` or `held`, in the order of their names; none where there are none.

    Args:
        name: what the files' names begin with, before a low line.
        folder: where they stand; None for `GOLD`.

    Raises:
        ValueError: see `read_gold`.
    """
    return tuple(read_gold(path) for path in sorted((folder or GOLD).glob(f"{name}_*.tsv")))


def assemble(name: str, beads: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Document:
    """A document from its beads, each the sentences of both sides."""
    source: list[str] = []
    target: list[str] = []
    gold: list[Bead] = []
    origins: list[int] = []
    for origin, (ours, theirs) in enumerate(beads):
        bead = Bead(
            range(len(source), len(source) + len(ours)), range(len(target), len(target) + len(theirs))
        )
        source += ours
        target += theirs
        singles = single_omissions([bead])
        gold += singles
        origins += [origin] * len(singles)
    return Document(name, tuple(source), tuple(target), tuple(gold), tuple(origins))


def without(document: Document, source: Collection[int] = (), target: Collection[int] = ()) -> Document:
    """The document with these sentences left out, its beads renumbered.

    A bead that loses all of one side leaves an omission or an addition; where several sentences of the other
    side are left, each is one. A bead that loses both sides is gone.
    """
    left = (set(source), set(target))
    beads: list[tuple[list[str], list[str]]] = []
    origins: list[int] = []
    for bead, origin in zip(document.gold, document.origins, strict=True):
        ours = [document.source[at] for at in bead.source if at not in left[0]]
        theirs = [document.target[at] for at in bead.target if at not in left[1]]
        if ours or theirs:
            beads.append((ours, theirs))
            origins.append(origin)
    made = assemble(document.name, beads)
    return Document(
        made.name, made.source, made.target, made.gold, tuple(origins[number] for number in made.origins)
    )


def with_share_left_out(document: Document, side: str, share: float, seed: str) -> Document:
    """The document without a share of the sentences of `source` or `target`, drawn from a seed."""
    count = len(getattr(document, side))
    chosen = random.Random(seed).sample(range(count), round(count * share))
    return without(document, **{side: chosen})


def with_block_left_out(document: Document, side: str, seed: str) -> Document:
    """The document without one block of `source` or `target`: 30 sentences, or a sixth where that is less."""
    count = len(getattr(document, side))
    size = min(BLOCK, count // BLOCK_SHARE)
    start = random.Random(seed).randrange(count - size + 1)
    return without(document, **{side: range(start, start + size)})
