"""tui: the grid's styles, mixed once from its component classes and kept until the theme changes.

Reading a widget's own style for every line walks the chain of its ancestors each time, which costs more than
all the painting; so nothing here is called while lines are painted.
"""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from workbench.tui.widgets.row_layout import Styles

PARTS = (
    "active",
    "strong",
    "faint",
    "number",
    "number-active",
    "line",
    "edge",
    "reading",
    "lit",
    "term",
    "refrain",
    "finding",
    "misspelt",
    "ghost",
    "selected",
    "caret",
    "note",
    "lock",
    "state-untranslated",
    "state-draft",
    "state-confirmed",
    "state-reviewed",
    "state-rejected",
)
_IN_ACTIVE_ROW = ("lit", "selected", "number-active", "edge")


def make_styles(widget: Widget) -> Styles:
    """The styles of a widget that has a component class for each of `PARTS`."""
    ground, colour = widget.background_colors[1], widget.colors[3]
    row = Style(color=(ground + colour).rich_color, bgcolor=ground.rich_color)
    active_ground = ground + widget.get_component_styles("segment-grid--active").background
    parts = {"row": row, "active": row + Style(bgcolor=active_ground.rich_color)}
    for part in PARTS[1:]:
        parts[part] = _part(widget, part, active_ground if part in _IN_ACTIVE_ROW else ground)
    return Styles(parts, {})


def _part(widget: Widget, part: str, ground: Color) -> Style:
    styles = widget.get_component_styles(f"segment-grid--{part}")
    has_ground = styles.has_rule("background") and styles.background.a > 0
    if has_ground:
        ground = ground + styles.background
    has_colour = styles.has_rule("color") and not styles.auto_color and styles.color.a > 0
    return (
        Style(
            color=(ground + styles.color).rich_color if has_colour else None,
            bgcolor=ground.rich_color if has_ground else None,
        )
        + styles.text_style
    )
