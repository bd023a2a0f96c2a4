"""bench: other aligners on the same sentences, and which of them are missing on this machine.

Gale-Church is that of nltk (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora,
Computational Linguistics 19, 1993): once with its own priors of shapes, once with those of the development
documents. Its lengths were made for two European languages: without a change it aligns nothing here, so the
lengths of the Chinese sentences are multiplied by the document's ratio of English to Chinese characters,
which does better than nltk's own parameter for it. hunalign (Varga et al., Parallel corpora for medium
density languages, RANLP 2005) is run if its binary is on the PATH, with `-realign -utf`, once with an empty
dictionary and once with ours; the Chinese is cut into words and the English stemmed by us.
"""

from __future__ import annotations

import importlib
import math
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from align_gold import Document
from align_scores import Shape
from align_trial import Align
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead
from workbench.text.fold import fold
from workbench.text.stems import stem

NAMES = ("Gale-Church", "Gale-Church fitted", "hunalign empty", "hunalign + ours")
MOST_SENTENCES = {"Gale-Church": 2_000, "Gale-Church fitted": 2_000}
"""Both sides together, for timing; nltk's takes the product of the sides in time and memory."""
_WORD = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")


class Peer(NamedTuple):
    """Another aligner; `align` is None and `missing` says what is wanting where it cannot be run."""

    name: str
    align: Align | None
    missing: str = ""


def peers(documents: Sequence[Document], lexicon: Lexicon) -> tuple[Peer, ...]:
    """All of `NAMES`, whether they are here or not.

    Args:
        documents: those from which priors are learnt.
        lexicon: for hunalign.
    """
    return (*_gale_church_peers(documents), *_hunalign_peers(lexicon))


def _gale_church_peers(documents: Sequence[Document]) -> tuple[Peer, ...]:
    try:
        nltk: Any = importlib.import_module("nltk.translate.gale_church")
    except ImportError:
        return tuple(Peer(name, None, "nltk is not installed (extra `bench`)") for name in NAMES[:2])
    fitted = type("Fitted", (nltk.LanguageIndependent,), {"PRIORS": priors(documents)})
    kinds = (nltk.LanguageIndependent, fitted)
    return tuple(
        Peer(name, partial(gale_church, nltk.align_blocks, kind))
        for name, kind in zip(NAMES[:2], kinds, strict=True)
    )


def gale_church(
    align_blocks: Any, parameters: Any, source: Sequence[str], target: Sequence[str]
) -> list[Bead]:
    """nltk's alignment as beads; it gives links between sentences, and what has none is an omission."""
    ratio = sum(map(len, target)) / max(sum(map(len, source)), 1)
    lengths = [round(len(text) * ratio) for text in source], [len(text) for text in target]
    links = align_blocks(*lengths, parameters)
    return list(from_links(links, len(source), len(target)))


def from_links(links: Iterable[tuple[int, int]], sources: int, targets: int) -> Iterator[Bead]:
    """Beads in order from links between sentences, which never cross.

    Args:
        links: pairs of sentence numbers.
        sources: how many source sentences there are.
        targets: how many target sentences.
    """
    i = j = 0
    ends: list[tuple[range, range]] = []
    for one, other in sorted(links):
        if ends and (one < ends[-1][0].stop or other < ends[-1][1].stop):
            mine, theirs = ends.pop()
            ends.append((range(mine.start, one + 1), range(theirs.start, max(theirs.stop, other + 1))))
        else:
            ends.append((range(one, one + 1), range(other, other + 1)))
    for mine, theirs in [*ends, (range(sources, sources), range(targets, targets))]:
        yield from (Bead(range(at, at + 1), range(j, j)) for at in range(i, mine.start))
        yield from (Bead(range(mine.start, mine.start), range(at, at + 1)) for at in range(j, theirs.start))
        if mine:
            yield Bead(mine, theirs)
        i, j = mine.stop, theirs.stop


def priors(documents: Iterable[Document]) -> dict[Shape, float]:
    """How frequent each shape is in gold documents; those that nltk knows are never nought.

    Shapes with more than two source sentences are left out, as nltk's program keeps three rows of its table.
    """
    shapes = Counter(bead.shape for document in documents for bead in document.gold)
    known = Counter({(1, 0): 1, (0, 1): 1, (1, 1): 1, (1, 2): 1, (2, 1): 1, (2, 2): 1})
    known.update({shape: times for shape, times in shapes.items() if shape[0] <= 2})
    return {shape: times / known.total() for shape, times in known.items()}


def _hunalign_peers(lexicon: Lexicon) -> tuple[Peer, ...]:
    program = shutil.which("hunalign")
    if program is None:
        return tuple(Peer(name, None, "no binary `hunalign` on the PATH") for name in NAMES[2:])
    return (
        Peer(NAMES[2], partial(hunalign, program, lexicon, False)),
        Peer(NAMES[3], partial(hunalign, program, lexicon, True)),
    )


def hunalign(
    program: str, lexicon: Lexicon, with_dictionary: bool, source: Sequence[str], target: Sequence[str]
) -> list[Bead]:
    """What hunalign makes of the sentences.

    Args:
        program: the binary.
        lexicon: cuts the Chinese into words, and is the dictionary.
        with_dictionary: False for an empty one.
        source: Chinese sentences.
        target: English sentences.
    """
    ours = [lexicon.cut(fold(text)) for text in source]
    theirs = [[stem(word) for word in _WORD.findall(text.lower())] for text in target]
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        names = [Path(scratch) / name for name in ("words", "source", "target")]
        names[0].write_text(_dictionary(ours, lexicon) if with_dictionary else "", "utf-8")
        for name, side in zip(names[1:], (ours, theirs), strict=True):
            # An empty line or <p> would be a paragraph's end to it.
            lines = (" ".join(word for word in words if word.strip()) or "-" for words in side)
            name.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        ladder = subprocess.run(
            [program, "-utf", "-realign", *map(str, names)],
            capture_output=True,
            check=True,
            encoding="utf-8",
            cwd=scratch,  # it leaves a translation of the source in the folder where it runs
        ).stdout
    return from_ladder(ladder, len(source), len(target))


def _dictionary(sentences: Iterable[Iterable[str]], lexicon: Lexicon) -> str:
    """hunalign's form, `target @ source`, of the words that occur: the others cannot matter."""
    words = sorted({word for words in sentences for word in words if word in lexicon})
    return "".join(
        f"{token} @ {word}\n"
        for word in words
        for token in lexicon.translations(word)
        if not token.startswith("#")
    )


def from_ladder(ladder: str, sources: int, targets: int) -> list[Bead]:
    """Beads between the rungs of a ladder: lines of source number, target number and score."""
    rungs = {(0, 0), (sources, targets)}
    for line in ladder.splitlines():
        source, target, score = line.split("\t")
        if math.isfinite(float(score)):
            rungs.add((int(source), int(target)))
    return [Bead(range(one[0], other[0]), range(one[1], other[1])) for one, other in pairwise(sorted(rungs))]
