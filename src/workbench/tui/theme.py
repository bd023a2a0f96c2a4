"""tui: the four themes: dark and light, calm, with colour only where it means something; two without it."""

from __future__ import annotations

import os
from typing import Final

from textual.theme import Theme

DARK: Final = "workbench-dark"
LIGHT: Final = "workbench-light"
MONOCHROME: Final = "workbench-monochrome"
CONTRAST: Final = "workbench-contrast"
NAMES: Final = {DARK: "Dark", LIGHT: "Light", MONOCHROME: "Monochrome", CONTRAST: "High contrast"}
"""The themes in the order in which one changes between them, and what they are called."""


def themes() -> tuple[Theme, ...]:
    """All of them."""
    return dark_theme(), light_theme(), monochrome_theme(), contrast_theme()


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
        variables=_shared("#7aa2c9", "#16191c", "#2f4256", "#3a4149", "#8f9397"),
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
        variables=_shared("#2a5a8c", "#faf9f6", "#cfdff0", "#cfccc2", "#686b6f"),
    )


def monochrome_theme() -> Theme:
    """The terminal's own two colours: bold, underline and reverse say the rest (`looks.MONOCHROME_SHEET`).

    The greys named here are never sent: the app takes every colour out of what it paints.
    """
    return Theme(
        name=MONOCHROME,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffffff",
        warning="#ffffff",
        error="#ffffff",
        success="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        boost="#000000",
        dark=True,
        variables=_shared("#ffffff", "#000000", "#ffffff", "#808080", "#ffffff"),
    )


def contrast_theme() -> Theme:
    """White on black and few, bright colours, each at least seven to one against the ground (WCAG 1.4.6)."""
    return Theme(
        name=CONTRAST,
        primary="#7ad7ff",
        secondary="#8cf0c8",
        accent="#ffd75f",
        warning="#ffd75f",
        error="#ff9c9c",
        success="#8cf08c",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        boost="#2b2b2b",
        dark=True,
        variables=_shared("#7ad7ff", "#000000", "#005f87", "#b0b0b0", "#d0d0d0"),
    )


def _shared(accent: str, ground: str, selection: str, bar: str, faint: str) -> dict[str, str]:
    return {
        "faint": faint,
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
    """The theme to start with.

    Without colour where NO_COLOR asks for that (no-color.org); else the one last chosen, else what COLORFGBG
    says of the ground, else dark.
    """
    if os.environ.get("NO_COLOR"):
        return MONOCHROME
    if chosen in NAMES:
        return chosen
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in ("7", "15") else DARK


def theme_after(theme: str) -> str:
    """The one that comes next when one changes."""
    names = list(NAMES)
    return names[(names.index(theme) + 1) % len(names)] if theme in NAMES else DARK
