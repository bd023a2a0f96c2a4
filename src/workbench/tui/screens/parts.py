"""tui: Parts, the pieces of the editor that are loaded after the first paint, told what happens."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeVar

from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

PARTS: Final[tuple[tuple[str, str], ...]] = (
    ("workbench.tui.screens.reviewing", "Reviewing"),
    ("workbench.tui.screens.radicals", "Radicals"),
    ("workbench.tui.screens.completing", "Completing"),
    ("workbench.tui.screens.spelling", "Spelling"),
    ("workbench.tui.screens.sifting", "Sifting"),
    ("workbench.tui.screens.collecting", "Collecting"),
)
"""Module and class of every part, in the order in which they start."""

Kind = TypeVar("Kind", bound=Part)


class Parts:
    """The parts of one editor."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._made: dict[type[Part], Part] = {}
        self._started = False

    def start(self) -> None:
        """Load all of them; called after the first paint."""
        self._started = True
        for module, name in PARTS:
            kind = getattr(import_module(module), name)
            self._made.setdefault(kind, kind(self._desk))
        for part in self._made.values():
            part.start()

    def get(self, kind: type[Kind]) -> Kind:
        """The part of this kind, made where it is not there yet."""
        part = self._made.get(kind)
        if part is None:
            part = self._made[kind] = kind(self._desk)
            if self._started:
                part.start()
        assert isinstance(part, kind)
        return part

    def row_changed(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.row_changed()

    def edited(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.edited()

    def kept(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.kept()

    def caret_moved(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.caret_moved()

    def rows_changed(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.rows_changed()

    def resized(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.resized()

    def cancelled(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.cancelled()

    def closing(self) -> None:
        """Tell all of them."""
        for part in self._made.values():
            part.closing()
