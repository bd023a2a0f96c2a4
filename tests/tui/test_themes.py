"""tests: the themes; what each says of a row it says by sign, weight or line, and not by colour alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from workbench.tui.looks import SHEETS
from workbench.tui.theme import CONTRAST, DARK, LIGHT, MONOCHROME, NAMES, theme_after, themes, usual_theme

from .conftest import Desk, opened


def test_one_key_goes_round_all_the_themes() -> None:
    seen = [DARK]
    while (after := theme_after(seen[-1])) != DARK:
        seen.append(after)
    assert seen == list(NAMES) == [theme.name for theme in themes()]
    assert theme_after("gone") == DARK


def test_no_color_asks_for_no_colour_whatever_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert usual_theme() == LIGHT
    assert usual_theme(CONTRAST) == CONTRAST
    monkeypatch.setenv("NO_COLOR", "1")
    assert usual_theme(LIGHT) == MONOCHROME
    monkeypatch.setenv("NO_COLOR", "")  # an empty one says nothing
    assert usual_theme(LIGHT) == LIGHT


async def test_the_monochrome_theme_sends_no_colour_and_marks_the_caret(project: Path) -> None:
    async with opened(project) as desk:
        while desk.app.theme != MONOCHROME:
            await desk.press("f9", "b")
        assert desk.said == "Monochrome theme."
        await desk.until(lambda: not _coloured(desk))
        assert any(style.reverse and style.underline for style in _styles(desk))


def _styles(desk: Desk) -> list[Style]:
    strips = desk.app.screen._compositor.render_strips()
    return [piece.style for strip in strips for piece in strip if piece.style is not None]


def _coloured(desk: Desk) -> bool:
    colours = {colour for style in _styles(desk) for colour in (style.color, style.bgcolor)}
    return any(colour is not None and not colour.is_default for colour in colours)


async def test_the_last_theme_chosen_is_worn_at_the_next_opening(project: Path) -> None:
    async with opened(project) as desk:
        while desk.app.theme != CONTRAST:
            await desk.press("f9", "b")
    async with opened(project) as desk:
        assert desk.app.theme == CONTRAST


def test_the_bright_colours_of_high_contrast_are_seven_to_one() -> None:
    theme = next(theme for theme in themes() if theme.name == CONTRAST)
    ground = Color.parse(str(theme.panel))
    inks = (theme.primary, theme.secondary, theme.accent, theme.error, theme.success, theme.foreground)
    assert _contrast(Color.parse(theme.variables["faint"]), ground) >= 7
    assert all(_contrast(Color.parse(str(ink)), ground) >= 7 for ink in inks)


def _contrast(ink: Color, ground: Color) -> float:
    """The ratio of WCAG 2, of the relative luminance of both."""

    def luminance(colour: Color) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_sheets_hold_only_while_their_theme_is_worn() -> None:
    for name, sheet in SHEETS.items():
        assert all(line.startswith(f".-theme-{name} ") for line in sheet.splitlines())
