"""tui: Look, how the screen is arranged: layout of the rows, share of the columns, lower panes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Final, Self

LEAST_SHARE, MOST_SHARE, USUAL_SHARE = 20, 70, 44
"""Of the line, in percent, that goes to the source; English needs more cells than the Chinese it renders."""
SHARE_STEP: Final = 4
LEAST_LOWER: Final = 3
"""Lines of the lower panes, their border among them."""
USUAL_WIDTHS: Final = (6, 5, 3, 4)
"""Parts of the width that matches, terms, findings and the row get where they stand side by side."""
_SETTING: Final = re.compile(r"([a-z]+)=([a-z0-9,]+)")


class Arrangement(StrEnum):
    """How a row stands on the screen."""

    AUTOMATIC = "automatic"
    SIDE = "side"
    STACKED = "stacked"
    FOCUS = "focus"


LAYOUT_WORDS: Final = {
    Arrangement.SIDE: "side by side",
    Arrangement.STACKED: "stacked, the English below its Chinese",
    Arrangement.FOCUS: "focus, the active row large and the others one line each",
    Arrangement.AUTOMATIC: "automatic, side by side where there is room for two columns",
}
"""What each is called, in the order in which one changes between them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose; the window may have no room for all of it.

    Attributes:
        layout: of the rows.
        share: percent of the line for the source, side by side.
        lower: lines of the lower panes; 0 for what suits the window.
        hidden: the lower panes are not shown. `tall`: they take what the rows can spare.
        widths: parts of the width of each lower pane where they stand side by side.
    """

    layout: Arrangement = Arrangement.AUTOMATIC
    share: int = USUAL_SHARE
    lower: int = 0
    hidden: bool = False
    tall: bool = False
    widths: tuple[int, ...] = USUAL_WIDTHS

    @property
    def text(self) -> str:
        """What differs from the usual, such as "layout=focus share=48"; empty for nothing."""
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                shown = ",".join(map(str, value)) if isinstance(value, tuple) else str(value).lower()
                parts.append(f"{field.name}={shown}")
        return " ".join(parts)

    @classmethod
    def read(cls, text: str) -> Self:
        """The inverse of `text`; what cannot be is as usual."""
        found = dict(_SETTING.findall(text))
        layout = found.get("layout", "")
        widths = tuple(map(_number, found.get("widths", "").split(",")))
        return cls(
            layout=Arrangement(layout) if layout in set(Arrangement) else Arrangement.AUTOMATIC,
            lower=max(0, _number(found.get("lower", ""))),
            hidden=found.get("hidden") == "true",
            tall=found.get("tall") == "true",
            widths=widths if len(widths) == len(USUAL_WIDTHS) and min(widths) > 0 else USUAL_WIDTHS,
        ).shared(_number(found.get("share", "")) or USUAL_SHARE)

    def shared(self, percent: int) -> Self:
        """The same with another share for the source, within reason."""
        return replace(self, share=max(LEAST_SHARE, min(MOST_SHARE, percent)))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
