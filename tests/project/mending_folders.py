"""tests: small alignments that are mended, made without the aligner."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.project.aligning import Aligned, Pair, Task
from workbench.project.aligning_texts import CHINESE, ENGLISH, TextFile, read_text
from workbench.project.mending_folder import make_alignment

ZH = """　　河长制带来了什么

　　清水河全长86公里，流经三个县。过去，两岸的工厂把污水排进河里。如今，水里又有了鱼。
　　村民老周说：“水清了，人也留得住了。”去年，全县接待游客12万人次。
"""
EN = """What the River Chiefs Have Brought

The Qingshui River runs for 86 kilometers through three counties.
Factories on its banks once let their sewage into the river. Now
there are fish in the water again.

"The water is clear, and people stay," says Zhou, a villager. Last
year the county had 120,000 visits by tourists.
"""
STRAIGHT = tuple(Pair((n,), (n,), 0.95) for n in range(6))
"""0 the title; 1, 2, 3 the first paragraph; 4, 5 the second. In both languages."""
DOUBTED = (
    Pair((0,), (0,), 0.99),
    Pair((1, 2), (1,), 0.31),
    Pair((), (2,), 0.44),
    Pair((3,), (3,), 0.92),
    Pair((4, 5), (4, 5), 0.62),
)


def alignment(folder: Path, pairs: Sequence[Pair] = STRAIGHT, zh: str = ZH, en: str = EN) -> Path:
    """The folder of an alignment with these pairs."""
    sources, targets = (
        TextFile(name, text.encode(), folder.parent / name)
        for name, text in (("river.zh.txt", zh), ("river.en.txt", en))
    )
    task = Task(sources, targets)
    texts = read_text(sources, CHINESE, "sentence", "auto"), read_text(targets, ENGLISH, "sentence", "auto")
    make_alignment(task, Aligned(*texts, "sentence", tuple(pairs)), folder)
    return folder
