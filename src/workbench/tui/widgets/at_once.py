"""tui: AtOnce, a widget that is painted together with whatever else changes at the same moment."""

from __future__ import annotations

from textual.geometry import Region
from textual.messages import Update
from textual.widget import Widget


class AtOnce(Widget):
    """Tells the screen that it looks different in the moment in which it does.

    Of itself a widget tells it when it has nothing else to do. Each of those that change together then comes
    at a time of its own, and is painted by itself, a sixtieth of a second after the one before it.
    """

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> AtOnce:
        """Have it painted, or a part of it."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if repaint and self.display and self.is_attached:
            self.screen.post_message(Update(self))
        return self
