"""tui: Radicals, the offer to mend radicals that a PDF gave in the place of hanzi."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.text.radicals import Radical, radicals_in
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.long_steps import LongSteps
from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.part import Part
from workbench.tui.widgets.bottom_lines import MessageLine

if TYPE_CHECKING:
    from workbench.project.radicals_commands import RadicalRows
    from workbench.tui.screens.editor import EditorScreen

_REST, _READ = 0.3, 2.5  # seconds the caret rests; seconds that another sentence is left to be read
_NAMED = 6  # radicals that are named in the dialog


class Radicals(Part):
    """Says once of a row that it has radicals, when the caret comes to rest there; mends them when asked."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._timer: Timer | None = None
        self._offered: set[int] = set()

    def start(self) -> None:
        """The row of the first paint."""
        self.row_changed()

    def row_changed(self) -> None:
        """Look at the row when the caret has come to rest."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.desk.row and self.desk.row not in self._offered and not self.desk.session.read_only:
            self._timer = self.desk.set_timer(_REST, partial(self._offer, self.desk.row, late=False))

    def mend(self) -> None:
        """Find out which rows have radicals, aside, and ask which to mend."""
        work = self.desk.session.rows_with_radicals
        self.desk.part(LongWork).run("Looking for radicals", work, self._ask)

    def _offer(self, row: int, *, late: bool) -> None:
        self._timer = None
        if row != self.desk.row:
            return
        segment = self.desk.session.segment(row)
        found = radicals_in(segment.source.text) if segment.lock is None else ()
        if not found:
            return
        if not late and self.desk.query_one(MessageLine).text:
            self._timer = self.desk.set_timer(_READ, partial(self._offer, row, late=True))
            return
        self._offered.add(row)
        self.desk.say(offered(found))

    def _ask(self, found: RadicalRows) -> None:
        desk = self.desk
        desk.say("")
        here = radicals_in(desk.segment.source.text)
        if not found.rows:
            desk.say("The rows with radicals are locked." if found.locked else "No row has radicals.")
        elif found.rows == (desk.row,):
            desk.apply(desk.session.mend_radicals([desk.row]))
        else:
            title = "Hanzi for the radicals from the PDF (the original is kept)"
            desk.ask(Choose(title, _options(here, found, desk.row), text=_named(here)), self._chosen)

    def _chosen(self, rows: tuple[int, ...] | None) -> None:
        if rows is not None:
            steps = self.desk.part(LongSteps)
            steps.do("Mending radicals", lambda session: session.mend_radicals(rows), len(rows))


def offered(found: Sequence[Radical]) -> str:
    """The offer, in a sentence."""
    first = found[0]
    count = "1 character of this row is a radical" if len(found) == 1 else ""
    count = count or f"{len(found)} characters of this row are radicals"
    return f"{count} from the PDF ({first.sign} for {first.hanzi}): F9 9 r mends them."


def _options(here: Sequence[Radical], found: RadicalRows, row: int) -> list[Option[tuple[int, ...]]]:
    options: list[Option[tuple[int, ...]]] = []
    if here and row in found.rows:
        options.append(Option((row,), "this row", _characters(len(here))))
    count = len(found.rows)
    rows = "the one row that has some" if count == 1 else f"all {count:,} rows"
    locked = f"; {found.locked} locked are left" if found.locked else ""
    return [*options, Option(found.rows, rows, f"{_characters(found.characters)}{locked}")]


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count:,} characters"


def _named(here: Sequence[Radical]) -> str:
    """Which radicals the row has, a few of them, each once."""
    pairs = list(dict.fromkeys((radical.sign, radical.hanzi) for radical in here))
    named = ", ".join(f"{sign} → {hanzi}" for sign, hanzi in pairs[:_NAMED])
    return f"In this row: {named}{' …' if len(pairs) > _NAMED else ''}" if pairs else ""
