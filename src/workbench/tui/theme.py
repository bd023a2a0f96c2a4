"""tui: the two themes, calm, with colour only where it means something."""

from __future__ import annotations

import os

from textual.theme import Theme

DARK = "workbench-dark"
LIGHT = "workbench-light"


def dark_theme() -> Theme:
    """Soft light on a dark ground."""
    return Theme(
        name=DARK,
        primary="#7aa2c9",
        secondary="#93b5a5",
        accent="#c9a26d",
        warning="#d9b26a",
        error="#d9827f",
        success="#8fbc8f",
        foreground="#d3d7dc",
        background="#16191c",
        surface="#16191c",
        panel="#21252a",
        boost="#282d33",
        dark=True,
        variables=_shared("#7aa2c9", "#16191c", "#2f4256", "#3a4149"),
    )


def light_theme() -> Theme:
    """Ink on paper."""
    return Theme(
        name=LIGHT,
        primary="#2a5a8c",
        secondary="#3e6f5b",
        accent="#8a5a1c",
        warning="#96650f",
        error="#a8322f",
        success="#2f7a3d",
        foreground="#23282e",
        background="#faf9f6",
        surface="#faf9f6",
        panel="#efede6",
        boost="#e6e3d9",
        dark=False,
        variables=_shared("#2a5a8c", "#faf9f6", "#cfdff0", "#cfccc2"),
    )


def _shared(accent: str, ground: str, selection: str, bar: str) -> dict[str, str]:
    return {
        "block-cursor-background": accent,
        "block-cursor-foreground": ground,
        "block-cursor-text-style": "none",
        "input-cursor-background": accent,
        "input-cursor-foreground": ground,
        "input-selection-background": selection,
        "border": accent,
        "scrollbar": bar,
        "scrollbar-hover": accent,
        "scrollbar-active": accent,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


def usual_theme(chosen: str = "") -> str:
    """The theme to start with: the one last chosen, else what COLORFGBG says of the ground, else dark."""
    if chosen in (DARK, LIGHT):
        return chosen
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in ("7", "15") else DARK
