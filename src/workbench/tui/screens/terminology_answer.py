"""tui: Chosen and Left, what the terminology screen is asked to do in the editor, and how it was left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.terms import Concept

if TYPE_CHECKING:
    from workbench.tui.screens.terminology_stock import Stock


@dataclass(slots=True)
class Left:
    """How the screen was left: what was looked for, where, the concept under the cursor, and the termbase."""

    text: str = ""
    shelf: str = "all"
    concept: Concept | None = None
    stock: Stock | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to do in the editor with a concept.

    Attributes:
        insert: place of the rendering to insert, among those to use; None for no insertion.
        row: id of the row to go to; None to stay.
        settle: settle on a rendering for this project.
    """

    concept: Concept
    insert: int | None = None
    row: int | None = None
    settle: bool = False
