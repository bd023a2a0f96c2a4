"""tui: ReviewLine, what was changed in the active row since it was confirmed; its height is fixed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from workbench.model.matches import Change, Difference
from workbench.text.shown import shown
from workbench.text.wrapping import wrap
from workbench.tui.widgets.at_once import AtOnce
from workbench.tui.widgets.match_layout import SIGNS

_INKS = {Change.ADDED: "bold $text-success", Change.REMOVED: "strike $text-error"}
_KEPT = (400, 80, 40, 20, 10)
"""Characters of an unchanged stretch that stay on each side of a change; the most that leave all in sight."""


class ReviewLine(AtOnce):
    """Some lines for the reviewer: a few words, and behind them the difference with its signs."""

    DEFAULT_CSS = """
    ReviewLine { height: 3; padding: 0 1; background: $panel; color: $foreground 90%; }
    EditorScreen.-low ReviewLine { height: 2; }
    EditorScreen.-tall ReviewLine { height: 4; }
    """

    told: reactive[str] = reactive("")
    differences: reactive[tuple[Difference, ...]] = reactive(())

    def show(self, told: str, differences: Sequence[Difference] = ()) -> None:
        """Say something, and show what differs."""
        self.told, self.differences = told, tuple(differences)

    def render(self) -> Content:
        """As much of it as the lines hold."""
        head = Content.styled(shown(self.told), "$secondary")
        return fitted_difference(head, self.differences, *self.size)


def fitted_difference(head: Content, parts: Sequence[Difference], width: int, height: int) -> Content:
    """`head` and the difference in at most `height` lines of `width` cells; unchanged stretches give way."""
    for kept in _KEPT:
        whole = head + (Content(" ") if parts else Content("")) + difference_content(parts, kept)
        lines = wrap(whole.plain, max(8, width))
        if len(lines) <= height:
            break
    shown_lines = [whole[line.start : line.end] for line in lines[:height]]
    if len(lines) > height:
        shown_lines[-1] = shown_lines[-1][: max(0, len(shown_lines[-1]) - 2)] + " …"
    return Content("\n").join(shown_lines)


def difference_content(parts: Sequence[Difference], kept: int = 10_000) -> Content:
    """A difference with its signs, unchanged stretches shortened to `kept` characters at either side."""
    content = Content("")
    for at, part in enumerate(parts):
        text = shown(part.text).replace("\n", " ")
        if part.change is Change.KEPT:
            content += Content(_shortened(text, kept, first=at == 0, last=at == len(parts) - 1))
        else:
            before, after = SIGNS[part.change]
            content += Content.styled(f"{before}{text}{after}", _INKS[part.change])
    return content


def _shortened(text: str, kept: int, *, first: bool, last: bool) -> str:
    """An unchanged stretch without its middle, or without the end that lies away from what differs."""
    room = kept if first or last else 2 * kept
    if len(text) <= room + 2 or (first and last):
        return text
    if first:
        return f"…{text[-kept:]}"
    return f"{text[:kept]}…" if last else f"{text[:kept]}…{text[-kept:]}"
