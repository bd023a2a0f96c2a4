"""glossary: a whole concept is kept in a glossary file, taken out of it, or made of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.glossary.adding import line_of, sound_table
from workbench.glossary.columns import HEADER
from workbench.glossary.rows import Row, value_problems
from workbench.glossary.table import cells_of, replace_file
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status


def keep_concept(path: Path, concept: Concept, *, former: str = "") -> None:
    """Write a concept into a glossary file, in the place of the one of its id; other rows stay as they are.

    Args:
        path: the file, which is made where there is none.
        concept: with at least one rendering.
        former: the id under which the file has it until now, where that is another.

    Raises:
        WorkbenchError: the concept has an empty side or no rendering, the file has faults, or it cannot be
            written; the file is unchanged then.
    """
    if not concept.renderings:
        raise WorkbenchError(f"{path}: {concept.zh or 'a concept'} has no English; write a rendering.")
    table = sound_table(path)
    ids = {concept.id, former} - {""}
    place = next((at for at, row in enumerate(table.rows) if row.concept in ids), len(table.rows))
    others = [row for row in table.rows if row.concept not in ids]
    before = sum(row.concept not in ids for row in table.rows[:place])
    new = [Row(0, dict(zip(HEADER, cells, strict=True))) for cells in cells_of([concept])]
    for problem in value_problems(new):
        raise WorkbenchError(f"{path}: {problem.column}: {problem.message}.")
    rows = [*others[:before], *new, *others[before:]]
    needed = {column for row in new for column, value in row.cells.items() if value}
    columns = table.columns if needed <= set(table.columns) else HEADER
    _write(path, columns, rows)


def drop_concept(path: Path, concept: str) -> None:
    """Take the rows of a concept out of a glossary file.

    Raises:
        WorkbenchError: the file has no such concept, has faults, or cannot be written.
    """
    table = sound_table(path)
    rows = [row for row in table.rows if row.concept != concept]
    if len(rows) == len(table.rows):
        raise WorkbenchError(f"{path}: it has no concept {concept}; look for it in another glossary.")
    _write(path, table.columns, rows)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    replace_file(path, "\t".join(columns) + "\n" + "".join(line_of(columns, row) for row in rows))


def merged(kept: Concept, others: Iterable[Concept]) -> Concept:
    """One concept of several: `kept` says what it is, the others give their Chinese and their English.

    Their Chinese forms become variants. Their renderings follow those of `kept`: preferred ones are admitted
    now, since one concept has one preferred rendering; of two that are the same the first stays.
    """
    variants = dict.fromkeys(kept.zh_variants)
    renderings = list(kept.renderings)
    for other in others:
        variants.update(dict.fromkeys((other.zh, *other.zh_variants)))
        for rendering in other.renderings:
            if all(rendering.en.casefold() != known.en.casefold() for known in renderings):
                renderings.append(_admitted(rendering))
    variants.pop(kept.zh, None)
    return replace(kept, zh_variants=tuple(variants), renderings=tuple(renderings))


def preferring(concept: Concept, rendering: Rendering) -> Concept:
    """The concept with this rendering as its preferred one; what was preferred is admitted beside it."""
    others = [_admitted(one) for one in concept.renderings if one.en.casefold() != rendering.en.casefold()]
    return replace(concept, renderings=(replace(rendering, status=Status.PREFERRED), *others))


def _admitted(rendering: Rendering) -> Rendering:
    is_preferred = rendering.status is Status.PREFERRED
    return replace(rendering, status=Status.ADMITTED) if is_preferred else rendering
