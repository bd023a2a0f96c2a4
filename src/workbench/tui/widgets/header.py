"""tui: Header, the line on top: project, title, how much is confirmed, the filter, the last save."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive

from workbench.text.shown import shown
from workbench.tui.widgets.at_once import AtOnce

_LEAST_FILTER = 12  # cells of a filter that are shown in any case


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the header says.

    Attributes:
        name: the project's; `title` is its headline.
        confirmed: rows confirmed or reviewed, of `total`; or only the reviewed ones: `word` says which.
        notice: read-only and the like; `filtered` is the filter in words.
        saved: when project.tmx was last written, as text; empty for never.
        plain: without block signs.
    """

    name: str = ""
    title: str = ""
    confirmed: int = 0
    total: int = 0
    notice: str = ""
    filtered: str = ""
    saved: str = ""
    plain: bool = False
    word: str = "confirmed"


class Header(AtOnce):
    """One line, dense and calm."""

    DEFAULT_CSS = "Header { height: 1; background: $panel; color: $foreground; padding: 0 1; }"

    facts: reactive[HeaderFacts] = reactive(HeaderFacts())

    def render(self) -> Content:
        """The line, fitted to the width: the title gives way first, then the bar."""
        return header_line(self.facts, self.size.width)


def header_line(facts: HeaderFacts, width: int) -> Content:
    """The header in `width` cells."""
    right = _right(facts, width)
    left = Content.styled(f"{shown(facts.name)}", "bold")
    if width >= 100:
        left = Content.styled("Workbench  ", "$primary") + left
    middle = _middle(facts, width - right.cell_length - left.cell_length - 1)
    room = width - right.cell_length - middle.cell_length - left.cell_length - 2
    title = f" {'-' if facts.plain else '·'} {shown(facts.title)}" if facts.title else ""
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1) + "…" if room > 8 else ""
    gap = width - left.cell_length - cell_len(title) - middle.cell_length - right.cell_length
    return left + Content(title) + middle + Content(" " * max(1, gap)) + right


def _middle(facts: HeaderFacts, room: int) -> Content:
    """The filter and the notice; where there is too little room for all of it, the filter is cut off."""
    notice = Content.styled(f"  {facts.notice}", "$warning") if facts.notice else Content("")
    if not facts.filtered:
        return notice
    text, most = shown(facts.filtered), max(_LEAST_FILTER, room - notice.cell_length - len("  []"))
    if cell_len(text) > most:
        text = set_cell_size(text, most - 1).rstrip() + "…"
    return Content.styled(f"  [{text}]", "$accent") + notice


def _right(facts: HeaderFacts, width: int) -> Content:
    if not facts.total:
        return Content("")
    share = facts.confirmed / facts.total
    text = Content(f"{facts.confirmed:,}/{facts.total:,}")
    if width >= (90 if facts.word == "confirmed" else 76):
        text += Content(f" {facts.word}")
    cells = 20 if width >= 120 else 10 if width >= 76 else 0
    if cells:
        full = int(share * cells)
        done, left = ("#", ".") if facts.plain else ("█", "░")
        text += Content(" ") + Content.styled(done * full, "$success")
        text += Content.styled(left * (cells - full), "$foreground 35%")
    text += Content(f" {int(share * 100)} %")
    if facts.saved and width >= 64:
        text += Content.styled(f"   saved {facts.saved}", "$faint")
    return text
