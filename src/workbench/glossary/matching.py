"""glossary: which concept and which rendering of a glossary an entry of a file is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.glossary.columns import listed
from workbench.glossary.importing import Incoming, IncomingRendering, Told
from workbench.glossary.rows import Row
from workbench.text.fold import fold

_DISTINCT: Final = ("en", "register", "year_from", "year_to")


class Matcher:
    """The concepts of a glossary by id, headword and variant.

    Attributes:
        concepts: their rows by id, in the order of the glossary.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.concepts: dict[str, list[Row]] = {}
        for row in rows:
            self.concepts.setdefault(row.concept, []).append(row)
        self._heads: dict[str, list[str]] = {}
        self._variants: dict[str, list[str]] = {}
        for concept, owned in self.concepts.items():
            self._heads.setdefault(fold(owned[0].cell("zh")), []).append(concept)
            for variant in listed(owned[0].cell("zh_variants")):
                self._variants.setdefault(fold(variant), []).append(concept)

    def concept(self, entry: Incoming, told: Told) -> str | None:
        """The concept an entry is; None where it is new.

        Of homographs the one with the same context is meant, else the one that has a rendering of the entry.
        """
        if entry.id:
            return entry.id if entry.id in self.concepts else self._new_though_named(entry)
        key = fold(entry.zh)
        found = self._heads.get(key) or self._variants.get(key) or []
        if len(found) > 1:
            told.setdefault(
                f"{entry.zh} is in several concepts ({', '.join(found)}); give a column `concept`", []
            ).append(entry.place)
        return max(found, key=lambda one: self._likeness(one, entry)) if found else None

    def _new_though_named(self, entry: Incoming) -> str | None:
        """A concept with an id of its own may still be one of the same Chinese, unless of homographs."""
        found = self._heads.get(fold(entry.zh), [])
        if len(found) == 1 and not entry.cells.get("context"):
            return found[0]
        return None

    def _likeness(self, concept: str, entry: Incoming) -> tuple[bool, int]:
        owned = self.concepts[concept]
        wanted = {one.cells["en"].casefold() for one in entry.renderings}
        context = entry.cells.get("context", "")
        shared = sum(row.cell("en").casefold() in wanted for row in owned)
        return bool(context) and context == owned[0].cell("context"), shared


def pairs(
    owned: Sequence[Row], renderings: Sequence[IncomingRendering], *, in_order: bool
) -> tuple[list[tuple[Row, IncomingRendering]], list[Row], list[IncomingRendering]]:
    """Pair the rows of a concept with renderings of a file.

    Args:
        owned: rows of the glossary.
        renderings: of the file.
        in_order: whether what is left on both sides is paired in order, as many as there are.

    Returns:
        The pairs, the rows and the renderings without another.
    """
    found: list[tuple[Row, IncomingRendering]] = []
    rows, new = list(owned), list(renderings)
    for columns in (_DISTINCT, ("en",)):
        for one in list(new):
            row = next((row for row in rows if _agree(row, one, columns)), None)
            if row is not None:
                found.append((row, one))
                rows.remove(row)
                new.remove(one)
    if in_order:
        count = min(len(rows), len(new))
        found.extend(zip(rows[:count], new[:count], strict=True))
        rows, new = rows[count:], new[count:]
    return found, rows, new


def _agree(row: Row, rendering: IncomingRendering, columns: Sequence[str]) -> bool:
    cells = rendering.cells
    return all(row.cell(one).casefold() == cells[one].casefold() for one in columns if one in cells)
