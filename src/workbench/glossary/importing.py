"""glossary: rows that come from a file, gathered into entries before they are compared with a glossary."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from workbench.glossary.columns import CONCEPT_COLUMNS, split_article

Told = dict[str, list[str]]
"""What is said of a file, and the places it is said of."""

_DISTINCT: Final = ("en", "register", "year_from", "year_to")
"""What tells the renderings of a concept apart."""


@dataclass(frozen=True, slots=True)
class IncomingRendering:
    """A rendering as the file has it: where, and its cells by the glossary's columns."""

    place: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class Incoming:
    """An entry as the file has it.

    Attributes:
        id: what the file calls the concept; empty where it has no such column.
        zh: the headword.
        cells: what is said of the concept, by column; only columns that the file has.
    """

    id: str
    zh: str
    place: str
    cells: dict[str, str] = field(default_factory=dict)
    renderings: list[IncomingRendering] = field(default_factory=list)


def entries_of(
    rows: Iterable[tuple[str, Mapping[str, str]]], texts: Collection[str], told: Told
) -> list[Incoming]:
    """Gather rows by their concept, else by their Chinese.

    Args:
        rows: where each stands, for a person, and its cells by the glossary's columns, closed values known.
        texts: cells of the glossary; a rendering that stands there with its article is left as it is.
        told: is told of duplicates and contradictions, by message.
    """
    rows = list(rows)
    split = not any(cells.get("article") for _, cells in rows)
    entries: dict[str, Incoming] = {}
    for place, cells in rows:
        key = cells.get("concept") or cells.get("zh", "")
        entry = entries.setdefault(key, Incoming(cells.get("concept", ""), cells.get("zh", ""), place))
        entry.zh = entry.zh or cells.get("zh", "")
        _say_of_concept(entry, cells, place, told)
        rendering = {column: cell for column, cell in cells.items() if column not in CONCEPT_COLUMNS}
        article, rest = split_article(rendering["en"])
        if split and article and rendering["en"] not in texts:
            rendering |= {"article": article, "en": rest}
            told.setdefault("the article at the front went to its own column", []).append(place)
        _add(entry, IncomingRendering(place, rendering), told)
    return [entry for entry in entries.values() if _has_chinese(entry, told)]


def _has_chinese(entry: Incoming, told: Told) -> bool:
    if not entry.zh:
        told.setdefault("no Chinese in any row of the concept; left out", []).append(entry.place)
    return bool(entry.zh)


def _say_of_concept(entry: Incoming, cells: Mapping[str, str], place: str, told: Told) -> None:
    """What is said of the concept comes from the first row that says it."""
    for column in CONCEPT_COLUMNS:
        if column not in cells:
            continue
        first = entry.cells.get(column, "")
        if first and cells[column] and cells[column] != first:
            message = f"another {column} than the concept's first row; the first was taken"
            told.setdefault(message, []).append(place)
        entry.cells[column] = first or cells[column]


def _add(entry: Incoming, rendering: IncomingRendering, told: Told) -> None:
    key = [rendering.cells.get(column, "") for column in _DISTINCT]
    for one in entry.renderings:
        if key == [one.cells.get(column, "") for column in _DISTINCT]:
            message = "stands twice; taken once"
            if one.cells != rendering.cells:
                message = "the same rendering again with other cells; the first was taken"
            told.setdefault(message, []).append(rendering.place)
            return
    entry.renderings.append(rendering)
