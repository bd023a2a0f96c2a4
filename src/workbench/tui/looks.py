"""tui: what a theme says beside its colours, as style sheets that are read when such a theme is first chosen.

A style sheet of the app weighs more than the defaults of the widgets, so nothing there has to know of themes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.tui.theme import CONTRAST, MONOCHROME

_MONOCHROME: Final = """
SegmentGrid > .segment-grid--faint { text-style: dim; }
SegmentGrid > .segment-grid--number { text-style: dim; }
SegmentGrid > .segment-grid--line { text-style: dim; }
SegmentGrid > .segment-grid--reading { text-style: none; }
SegmentGrid > .segment-grid--lit { text-style: bold; }
SegmentGrid > .segment-grid--refrain { text-style: italic; }
SegmentGrid > .segment-grid--finding { text-style: bold underline; }
SegmentGrid > .segment-grid--selected { text-style: reverse; }
SegmentGrid > .segment-grid--caret { text-style: reverse underline bold; }
SegmentGrid > .segment-grid--ghost { text-style: dim italic; }
SegmentGrid > .segment-grid--note { text-style: bold; }
SegmentGrid > .segment-grid--lock { text-style: bold; }
Header { text-style: reverse; }
MessageLine.-warn { text-style: bold; }
ChoiceList > .choices--detail { text-style: none; }
ChoiceList > .choices--quiet { text-style: dim; }
ChoiceList > .choices--heading { text-style: bold; }
ChoiceList > .choices--cursor { text-style: reverse; }
MatchList > .matches--added { text-style: bold underline; }
MatchList > .matches--heading { text-style: bold; }
MatchList > .matches--cursor { text-style: reverse; }
Input, TextArea { text-style: underline; }
Input > .input--cursor, TextArea .text-area--cursor { text-style: reverse; }
Input > .input--selection, TextArea .text-area--selection { text-style: reverse; }
Input > .input--placeholder { text-style: dim; }
ClosedField:focus { text-style: reverse; }
Cue { text-style: bold; }
"""

_CONTRAST: Final = """
SegmentGrid > .segment-grid--active { background: $foreground 14%; }
SegmentGrid > .segment-grid--faint { color: $foreground 80%; }
SegmentGrid > .segment-grid--number { color: $foreground 75%; }
SegmentGrid > .segment-grid--line { color: $foreground 75%; }
SegmentGrid > .segment-grid--lit { background: #003f6f; text-style: bold; }
SegmentGrid > .segment-grid--finding { text-style: bold underline; }
SegmentGrid > .segment-grid--selected { background: #8f5f00; }
SegmentGrid > .segment-grid--ghost { color: $faint; }
ChoiceList > .choices--quiet, MatchList > .matches--about { color: $faint; }
Input > .input--placeholder { color: $faint; }
BeadView > .bead-grid--active { background: $foreground 14%; }
BeadView > .bead-grid--number, BeadView > .bead-grid--line { color: $foreground 75%; }
BeadView > .bead-grid--empty { color: $foreground 80%; }
BeadView > .bead-grid--lit { background: #003f6f; text-style: bold; }
LowerPanes > * { border-top: solid $foreground; border-title-color: $foreground; }
LowerPanes > *:focus { border-top: heavy $primary; border-title-color: $primary; }
.-plain LowerPanes > * { border-top: ascii $foreground; }
.-plain LowerPanes > *:focus { border-top: ascii $primary; }
Header, HintLine { text-style: bold; color: $foreground; }
PinyinLine { color: $foreground; }
ChoiceList > .choices--detail, ChoiceList > .choices--quiet { color: $foreground 85%; }
ChoiceList > .choices--cursor { background: #003f6f; text-style: bold; }
MatchList > .matches--about { color: $foreground 80%; }
MatchList > .matches--cursor { background: #003f6f; }
Dialog Panel { border: heavy $primary; border-subtitle-color: $foreground; }
Dialog.-plain Panel { border: ascii $primary; }
"""

PLAIN_SHEET: Final = """
.-plain LowerPanes > * { border-top: ascii $foreground 25%; }
.-plain LowerPanes > *:focus { border-top: ascii $primary; }
.-plain #whole, .-plain #concept { border-top: ascii $foreground 25%; }
.-plain.-side #concept { border-top: none; border-left: ascii $foreground 25%; }
"""
"""Borders where plain signs are wanted; a rule on an ancestor holds only in a sheet of the app."""


def _under(theme: str, sheet: str) -> str:
    """The rules of a sheet, each for the time in which the theme is chosen."""
    rules = []
    for line in sheet.strip().splitlines():
        selectors, brace, body = line.partition("{")
        named = ", ".join(f".-theme-{theme} {selector.strip()}" for selector in selectors.split(","))
        rules.append(f"{named} {brace}{body}")
    return "\n".join(rules)


SHEETS: Final[Mapping[str, str]] = {
    MONOCHROME: _under(MONOCHROME, _MONOCHROME),
    CONTRAST: _under(CONTRAST, _CONTRAST),
}
"""By the theme's name; a theme without one has only its colours."""
