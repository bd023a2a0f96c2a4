"""tui: AtOnce, a widget that is painted together with whatever else changes at the same moment."""

from __future__ import annotations

from textual.geometry import Region
from textual.messages import Update
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.at_once import paint_at_once


class AtOnce(Widget):
    """Tells the screen that it looks different in the moment in which it does.

    Of itself a widget tells it when it has nothing else to do. Each of those that change together then comes
    at a time of its own, and is painted by itself, a sixtieth of a second after the one before it.

    And it keeps its lines while it looks the same: Textual asks everything on the screen for all of its lines
    whenever one line of the screen is painted.
    """

    _lines: tuple[Region, list[Strip]] | None = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> AtOnce:
        """Have it painted, or a part of it."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if repaint and self.display and self.is_attached:
            self.screen.post_message(Update(self))
        return self

    def show_now(self) -> None:
        """Paint it now, if it is to be painted and nothing stands in front of it."""
        if not self._repaint_regions:
            return
        lines = self.render_lines(Region(0, 0, *self.outer_size))
        if paint_at_once(self, dict(enumerate(lines))):
            self._repaint_regions.clear()
            self._repaint_required = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of it."""
        if self._lines is None or self._lines[0] != crop:
            self._lines = crop, super().render_lines(crop)
        return self._lines[1]

    def _set_dirty(self, *regions: Region) -> None:
        """It looks different now."""
        self._lines = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        """It has another style, or one that it stands in has."""
        self._lines = None
        super().notify_style_update()
