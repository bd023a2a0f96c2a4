"""tui: Arranging, the screen as a person arranges it: layout and columns of the rows, the lower panes.

What is chosen is kept with the project, and as the start of others in this terminal. A window with less room
shows as much of it as fits, and all of it again when it is larger.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.geometry import Size

from workbench.tui.look import LAYOUT_WORDS, LEAST_LOWER, SHARE_STEP, Arrangement, Look
from workbench.tui.widgets.panes import NAMES

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

LOW, TALL = 28, 40  # lines from which the panes are higher
ROOMY = 30  # lines from which pinyin has three: a long sentence at 100 columns
_ROWS: Final = 6
"""Lines that the rows keep, however tall the panes below them are asked to be."""
_AROUND: Final = 6
"""Lines of header, pinyin, message and hints."""


class Arranging:
    """Knows the look and puts it on the screen.

    Attributes:
        look: what was chosen.
        text: the same to be remembered; empty where nothing was chosen yet.
    """

    def __init__(self, desk: EditorScreen, remembered: str) -> None:
        self._desk = desk
        self.text = remembered
        self.look = Look.read(remembered)

    # ---- the window

    def open(self, size: Size) -> None:
        """Before the first paint: what was remembered, of the project or else of the terminal."""
        workbench = self._desk.workbench
        if not self.text:
            self.look = Look.read(workbench.memory.look)
        self._desk.pane.plain = workbench.plain
        self._desk.lower.dragged = self._panes_dragged
        self._desk.lower.divided = self._divided
        self._desk.pane.columns_dragged = self._columns_dragged
        self.apply()
        self.fit(size)

    def fit(self, size: Size) -> None:
        """The window has this size."""
        desk = self._desk
        desk.set_class(size.height < LOW, "-low")
        desk.set_class(LOW <= size.height < TALL, "-middle")
        desk.set_class(size.height >= TALL, "-tall")
        desk.set_class(size.height >= ROOMY, "-roomy")
        self._arrange_panes(size)

    def apply(self) -> None:
        """Put all of it on the screen, before the first paint or after a change."""
        self._desk.pane.arrange_rows(self.look.layout, self.look.share)
        self._desk.lower.divide(self.look.widths)
        self._arrange_panes(self._desk.app.size)

    def _arrange_panes(self, size: Size) -> None:
        lower, look = self._desk.lower, self.look
        lower.hide(look.hidden)
        most = self._most(size)
        wanted = most if look.tall else look.lower
        lower.styles.height = max(LEAST_LOWER, min(wanted, most)) if wanted else None

    def _most(self, size: Size) -> int:
        return max(LEAST_LOWER, size.height - _AROUND - _ROWS)

    def _take(self, look: Look, said: str = "") -> None:
        if look != self.look:
            self.look, self.text = look, look.text
            self.apply()
        if said:
            self._desk.say(said)

    def keep(self) -> None:
        """Remember the look as the one to start with in this terminal."""
        memory = self._desk.workbench.memory
        if self.text and memory.look != self.text:
            memory.look = self.text
            memory.keep()

    # ---- the rows

    def next_layout(self) -> None:
        """Side by side, stacked, focus, automatic."""
        layouts = list(LAYOUT_WORDS)
        after = layouts[(layouts.index(self.look.layout) + 1) % len(layouts)]
        self._take(replace(self.look, layout=after), f"Layout: {LAYOUT_WORDS[after]}.")
        self.keep()

    def widen(self, step: int) -> None:
        """A wider (or narrower) source column; in a list of the lower panes, that pane."""
        lower = self._desk.lower
        if lower.side_by_side and (name := lower.focused_name):
            self._widen_pane(name, step)
        elif self._desk.pane.arrangement is Arrangement.STACKED:
            self._desk.say("Stacked rows have one column; F9 0 l changes the layout.")
        else:
            look = self.look.shared(self.look.share + step * SHARE_STEP)
            end = "" if look != self.look else ", and no more"
            self._take(look, f"The source has {look.share} % of the line{end}.")
        self.keep()

    def _widen_pane(self, name: str, step: int) -> None:
        widths = list(self.look.widths)
        at = NAMES.index(name)
        widths[at] = max(1, min(20, widths[at] + step))
        share = round(100 * widths[at] / sum(widths))
        self._take(replace(self.look, widths=tuple(widths)), f"The {name} have {share} % of the width.")

    def _columns_dragged(self, share: int, done: bool) -> None:
        """The line between the columns was moved with the mouse; `done` when the button is let go."""
        self._take(self.look.shared(share))
        if done:
            self.keep()

    # ---- the panes below

    def heighten(self, step: int) -> None:
        """The lower panes are taller (or lower) by lines."""
        lines = self._desk.lower.size.height + step
        self._set_height(lines, told=True)
        self.keep()

    def _set_height(self, lines: int, *, told: bool) -> None:
        most = self._most(self._desk.app.size)
        lines = max(LEAST_LOWER, min(lines, most))
        end = ", as many as there is room for" if lines == most else ""
        look = replace(self.look, lower=lines, hidden=False, tall=False)
        self._take(look, f"The lower panes have {lines} lines{end}." if told else "")

    def _panes_dragged(self, lines: int, done: bool) -> None:
        """The border of the lower panes was moved with the mouse; `done` when the button is let go."""
        if lines != self.look.lower:
            self._set_height(lines, told=False)
        if done:
            self.keep()

    def _divided(self, widths: tuple[int, ...], done: bool) -> None:
        """The border between two lower panes was moved with the mouse; `done` when the button is let go."""
        self._take(replace(self.look, widths=widths))
        if done:
            self.keep()

    def toggle_hidden(self) -> None:
        """Without the lower panes, or with them again."""
        hidden = not self.look.hidden
        said = "The lower panes are hidden; F9 0 h shows them." if hidden else "The lower panes are shown."
        self._take(replace(self.look, hidden=hidden, tall=False), said)
        self.keep()

    def toggle_tall(self) -> None:
        """The lower panes as tall as can be, or as they were."""
        tall = not self.look.tall
        said = "as tall as can be; F9 0 m makes them as they were" if tall else "as they were"
        self._take(replace(self.look, tall=tall, hidden=False), f"The lower panes are {said}.")
        self.keep()

    def focus_moved(self) -> None:
        """Panes that are hidden are shown while one chooses in them."""
        if self.look.hidden and self._desk.pane.has_focus:
            self._desk.lower.hide(True)
