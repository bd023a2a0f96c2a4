"""bench: projects made up from a seed, shaped like real work, so that two runs measure the same thing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Origin, OriginKind, Segment, State
from workbench.project.schema import FILE_NAME
from workbench.project.session import Session
from workbench.project.store import Store

OPENING = "各乡镇要在秋收以后报送粮食产量"
"""How the first row begins: the text by which a first paint is known."""
CLAUSES = (
    (OPENING, "townships shall report their grain output after the autumn harvest"),
    ("县里同意修建两座小型水库", "the county has agreed to build two small reservoirs"),
    ("道路维修的费用由市财政承担", "the city budget covers the cost of road repairs"),
    ("学校的食堂应当公开采购价格", "school canteens should publish the prices they pay"),
    ("没有按时完成的单位须说明原因", "units that miss the deadline must give their reasons"),
    ("图书馆周末照常开放", "the library keeps its usual hours at weekends"),
    ("办公室负责收集群众的意见", "the office is to gather comments from residents"),
    ("交通一体化是协同发展的先行领域", "integrated transport comes first in coordinated development"),
)
TYPED_LENGTHS = (160, 800, 2000)
"""Characters of English in the first rows, in this order: the cells that are typed in."""


def make_project(folder: Path, rows: int) -> Path:
    """A project of so many rows, seven in ten of them translated; the first ones are for typing in."""
    source = folder.parent / f"{folder.name}.txt"
    source.write_text(OPENING + "。\n", "utf-8")
    Session.create([source], folder=folder, name=folder.name, unit="paragraph", reflow="never").close()
    store = Store(folder / FILE_NAME)
    try:
        with store.transaction():
            first = store.segments(store.find_ids("1 = 1"))[0]
            store.connection.execute("DELETE FROM rows")
            store.insert(made_up_rows(rows, first))
    finally:
        store.close()
    return folder


def made_up_rows(count: int, pattern: Segment) -> Iterator[Segment]:
    """Rows with the sizes of real paragraphs; always the same for the same count.

    Args:
        count: how many.
        pattern: a row of the project, for its document and its place in the order.
    """
    chance = random.Random(1966)
    for number in range(1, count + 1):
        if number <= len(TYPED_LENGTHS):
            kind, hanzi = Kind.PARAGRAPH, int(TYPED_LENGTHS[number - 1] / 3.6)
        elif chance.random() < 0.12:
            kind, hanzi = Kind.HEADING, chance.randint(6, 24)
        else:
            kind, hanzi = Kind.PARAGRAPH, _paragraph_length(chance)
        source, target = _pair(chance, hanzi)
        if number <= len(TYPED_LENGTHS):
            target = (target * 2)[: TYPED_LENGTHS[number - 1]]
        translated = number <= len(TYPED_LENGTHS) or chance.random() < 0.7
        yield Segment(
            id=number,
            rank=pattern.rank + number * 1024,
            document=pattern.document,
            kind=kind,
            source=CodedText(source),
            target=CodedText(target if translated else ""),
            state=State.DRAFT if translated else State.UNTRANSLATED,
            origin=Origin(OriginKind.TYPED if translated else OriginKind.NONE),
            created_at=pattern.created_at,
        )


def _paragraph_length(chance: random.Random) -> int:
    """Hanzi: median 150, 95 of 100 below 450, at most 650."""
    return max(12, min(650, int(chance.lognormvariate(5.01, 0.67))))


def _pair(chance: random.Random, hanzi: int) -> tuple[str, str]:
    clauses = [CLAUSES[0]]
    while sum(len(zh) + 1 for zh, _ in clauses) < hanzi:
        clauses.append(chance.choice(CLAUSES))
    source, target = "", ""
    for at, (zh, en) in enumerate(clauses, 1):
        ends = at % 4 == 0 or at == len(clauses)
        source += zh + ("。" if ends else "，")
        begins = not target or target.endswith(". ")
        target += (en[0].upper() + en[1:] if begins else en) + (". " if ends else ", ")
    return source, target.rstrip()
