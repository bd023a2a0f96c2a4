"""tui: keys that are answered at once, and lines that are painted at once.

A key goes through the queues of the app, of the widget and of the screen before Textual paints, and then the
screen asks every widget for its part of every line. With the rows that is more than half of the time from the
key to the screen. Both short cuts are taken only where nothing waits, or stands in front, that they would
overtake.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from rich.console import Console, RenderableType
from textual._compositor import CompositorUpdate
from textual.geometry import NULL_REGION
from textual.strip import Strip
from textual.widget import Widget


def nothing_before(widget: Widget) -> bool:
    """Whether no message waits for a widget: one that comes now may be answered where it stands."""
    return widget.is_running and widget._message_queue.empty()


def paint_at_once(widget: Widget, lines: Mapping[int, Strip]) -> bool:
    """Paint whole lines of a widget; False, with nothing done, where the screen has to put them together.

    Args:
        widget: the widget.
        lines: the strips, as wide as the widget's content, by line of the content.
    """
    screen, app = widget.screen, widget.app
    if app.screen is not screen or app._batch_count or screen._layout_required or screen._scroll_required:
        return False
    shown = screen._compositor.visible_widgets
    region, clip = shown.get(widget, (NULL_REGION, NULL_REGION))
    if not region or not clip.contains_region(region):
        return False
    for other, (place, seen) in shown.items():  # from the front to the back
        if other is widget:
            break
        if place.intersection(seen).overlaps(widget.scrollable_content_region):
            return False
    app._display(screen, cast("RenderableType", _Lines(region.x, region.y, lines)))
    return True


class _Lines(CompositorUpdate):
    """Strips, each at its place on the screen."""

    def __init__(self, x: int, y: int, lines: Mapping[int, Strip]) -> None:
        self.x, self.y, self.lines = x, y, lines

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent: row and column count from 1 there."""
        return "".join(
            f"\x1b[{self.y + y + 1};{self.x + 1}H{strip.render(console)}" for y, strip in self.lines.items()
        )
