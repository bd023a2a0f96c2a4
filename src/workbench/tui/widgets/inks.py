"""tui: inks, the styles of a widget's parts mixed with its ground, for widgets that paint their own lines."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def ink(widget: Widget, part: str) -> Style:
    """The style of a component class of `widget`, mixed with what it stands on.

    Args:
        part: name of the component class, such as `choices--label`.
    """
    styles = widget.get_component_styles(part)
    ground = widget.background_colors[1]
    filled = styles.has_rule("background") and styles.background.a > 0
    drawn = styles.has_rule("color") and styles.color.a > 0
    mixed = Style(
        color=(ground + styles.color).rich_color if drawn else None,
        bgcolor=(ground + styles.background).rich_color if filled else None,
    )
    return mixed + styles.text_style
