"""tui: StillView, a list that may hold more or less without the screen being laid out anew.

Textual lays the whole screen out, and paints much of it, whenever what a widget could scroll through gets
longer or shorter. Where the scroll bar has its column in any case nothing moves then, and nothing need be.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.messages import Update
from textual.scroll_view import ScrollView

from workbench.tui.keys_in_turn import EachInTurn
from workbench.tui.widgets.at_once import AtOnce


class StillView(ScrollView, AtOnce, EachInTurn):
    """Lines that scroll; with `overflow-y: scroll` their number changes nothing around them."""

    def hold(self, lines: int) -> None:
        """From now on there are so many lines to scroll through."""
        size = Size(self.scrollable_content_region.width, lines)
        if self.styles.overflow_y != "scroll" or not self.is_attached:
            self.virtual_size = size
            return
        self.set_reactive(StillView.virtual_size, size)
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            if bar.window_virtual_size != lines:
                bar.window_virtual_size = lines
                self.screen.post_message(Update(bar))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """The screen was laid out: where this keeps its size, neither it nor its bar is painted for that."""
        still = self.styles.overflow_y == "scroll"
        if still and size == self._size and size - self.styles.gutter.totals == self._container_size:
            return False
        return super()._size_updated(size, virtual_size, container_size, layout)
