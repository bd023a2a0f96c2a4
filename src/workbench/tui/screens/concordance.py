"""tui: ConcordanceForm, a text in termbase and dictionary, and everywhere it stands, one of these in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from workbench.lexicon.dictionary import DictionaryEntry
from workbench.memory.concordance import ConcordanceHit, ConcordanceQuery
from workbench.memory.kwic import kwic
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept
from workbench.project.concording import ConcordanceGroup, Where
from workbench.project.looking_up import LookedUp
from workbench.text.shown import shown
from workbench.text.wrapping import wrap
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.match_entries import about_unit
from workbench.tui.screens.word_lines import concept_content, english_of_entry, entry_content, word_lines
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

if TYPE_CHECKING:
    from workbench.project.session import Session

_PAUSE = 0.2
_HIGH = 36  # lines of a screen with room for a long hit
_BOTH = 90  # cells of a line with room for both sides
_NO_ENGLISH = "no English yet"
_NAMES = {Where.PROJECT: "this project", Where.REFERENCES: "references"}
_KEYS = "Enter inserts the English   ^R goes to the row   ^T exact   Esc cancel"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked, and what to do: go to `row`, insert `english`, or the English of `concept`."""

    text: str
    exact: bool
    row: int | None = None
    english: str = ""
    concept: Concept | None = None


class ConcordanceForm(Dialog[Chosen]):
    """Looks up while you type; the search itself runs aside."""

    DEFAULT_CSS = """
    ConcordanceForm Panel { max-width: 160; }
    ConcordanceForm #how { color: $foreground 80%; }
    ConcordanceForm #whole { border-top: solid $foreground 25%; }
    .-plain ConcordanceForm #whole { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down,ctrl+n", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
        Binding("ctrl+r", "row", show=False, priority=True),
        Binding("ctrl+t", "exact", show=False, priority=True),
    ]

    def __init__(self, session: Session, text: str, *, exact: bool) -> None:
        super().__init__("Look up", _KEYS)
        self._session = session
        self._query = ConcordanceQuery(text, exact)
        self._groups: Sequence[ConcordanceGroup] = ()
        self._words = LookedUp()
        self._timer: Timer | None = None
        self._wrong = ""
        self._moved = False

    def body(self) -> ComposeResult:
        """The text, how it is read, where it stands, and the hit in full."""
        yield Input(self._query.text, placeholder="Chinese or English", select_on_focus=True, compact=True)
        how, whole = TextBlock(), TextBlock()
        how.id, whole.id = "how", "whole"
        yield how
        yield ChoiceList(share=1.0)
        yield whole

    def on_mount(self) -> None:
        """What is filled in is looked up at once."""
        super().on_mount()
        self._fit(self.app.size.height)
        self._tell()
        self._search()

    def on_resize(self, event: events.Resize) -> None:
        """Another window: lines of another width."""
        self._fit(event.size.height)
        self.call_after_refresh(self._show_found)

    def _fit(self, height: int) -> None:
        """Neither list nor hit changes its height with what is found: nothing moves under the eyes."""
        whole = 6 if height < _HIGH else 9
        self.query_one("#whole", TextBlock).styles.height = whole
        self.query_one(ChoiceList).styles.height = max(4, min(16, (height - 2) * 4 // 5 - 4 - whole))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look up when the fingers rest."""
        if message.value != self._query.text:
            self._query = ConcordanceQuery(message.value, self._query.exact)
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_PAUSE, self._search)

    def action_list(self, what: str, step: int) -> None:
        """The arrows move in the list while the text has the focus."""
        self._moved = True
        choices = self.query_one(ChoiceList)
        choices.action_move(step) if what == "move" else choices.action_page(step)

    def action_exact(self) -> None:
        """English by stems, or as it is written; Chinese in any script, or in this one."""
        self._query = ConcordanceQuery(self._query.text, not self._query.exact)
        self._search()

    def action_row(self) -> None:
        """Go to the row, where the hit is one of this project."""
        hit = self._hit
        if hit is not None and not hit.memory and hit.unit.key is not None:
            self.dismiss(Chosen(self._query.text, self._query.exact, row=hit.unit.key.row))

    def on_input_submitted(self) -> None:
        """Enter: put the English of the hit in."""
        self._insert()

    def on_choice_list_chosen(self) -> None:
        """Enter or a click in the list."""
        self._insert()

    def on_choice_list_moved(self) -> None:
        """Another hit is under the cursor."""
        self._show_whole()

    @property
    def _hit(self) -> ConcordanceHit | None:
        value = self.query_one(ChoiceList).value
        return value if isinstance(value, ConcordanceHit) else None

    def _insert(self) -> None:
        hit, value = self._hit, self.query_one(ChoiceList).value
        if isinstance(value, Concept):
            self.dismiss(Chosen(self._query.text, self._query.exact, concept=value))
        elif isinstance(value, DictionaryEntry):
            self.dismiss(Chosen(self._query.text, self._query.exact, english=english_of_entry(value)))
        elif hit is not None and not hit.unit.target.text:
            self._tell(f"This one has {_NO_ENGLISH}: there is nothing to insert.")
        elif hit is not None:
            self.dismiss(Chosen(self._query.text, self._query.exact, english=hit.unit.target.text))

    # ---- searching

    def _search(self) -> None:
        self._timer, self._moved = None, False
        self.run_worker(partial(self._work, self._query), thread=True, exclusive=True, group="concordance")
        self.run_worker(partial(self._look_up, self._query.text), thread=True, exclusive=True, group="words")

    def _work(self, query: ConcordanceQuery) -> None:
        """In a worker's thread."""
        try:
            groups, wrong = self._session.concordance(query), ""
        except WorkbenchError as error:
            groups, wrong = [], str(error)
        self.call_later(self._arrived, query, groups, wrong)

    def _look_up(self, text: str) -> None:
        """In a worker's thread: termbase and dictionary."""
        try:
            words = self._session.look_up(text)
        except (
            WorkbenchError
        ):  # it is said where terms are shown; what stands elsewhere is shown all the same
            words = LookedUp(text)
        self.call_later(self._words_arrived, words)

    def _words_arrived(self, words: LookedUp) -> None:
        if words.text == self._query.text and self.is_mounted:
            self._words = words
            self._show_found()

    def _arrived(self, query: ConcordanceQuery, groups: Sequence[ConcordanceGroup], wrong: str) -> None:
        if query != self._query or not self.is_mounted:
            return
        self._groups, self._wrong = groups, wrong
        self._show_found()

    def _show_found(self) -> None:
        choices = self.query_one(ChoiceList)
        before = choices.value if self._moved else None
        lines = self._lines(choices.scrollable_content_region.width - 2)
        choices.set_choices(lines)
        if (at := self._best(lines, before)) is not None:
            choices.put_cursor(at)
        self._tell()
        self._show_whole()

    def _best(self, lines: Sequence[Choice], before: object) -> int | None:
        """Where the cursor goes: to the concept of just this, else to the first hit that has English.

        Where it was moved before all was found, it stays on what it was moved to.
        """
        kept = (at for at, line in enumerate(lines) if before is not None and line.value is before)
        if (at := next(kept, None)) is not None:
            return at
        if self._words.exact:
            return 0
        for at, line in enumerate(lines):
            if isinstance(line.value, ConcordanceHit) and line.value.unit.target.text:
                return at
        return None

    def _lines(self, width: int) -> list[Choice]:
        words = self._words if self._words.text == self._query.text else LookedUp()
        lines = word_lines(words, alone=not self._groups)
        for group in self._groups:
            found = group.found
            more = f", {'at least ' if found.at_least else ''}{found.more:,} more" if found.more else ""
            lines.append(Choice(None, f"{_NAMES.get(group.where, group.name)}: {len(found.hits):,}{more}"))
            lines += [_line(hit, width) for hit in found.hits]
        return lines

    def _tell(self, said: str = "") -> None:
        query = self._query
        how = "as it is written" if query.exact else "Chinese in any script, English by its stems"
        count = sum(len(group.found.hits) + group.found.more for group in self._groups)
        told = Content(f"{how}   ")
        if self._wrong or said:
            told = Content.styled(self._wrong or said, "$warning")
        elif query.text.strip():
            known = self._words.concepts or self._words.entries
            nowhere = "not in the memories or in this project" if known else "nothing found"
            told = told if count or not known else Content("")  # else two lines at 80 columns: a jump
            told += Content.styled(f"{count:,} found in texts" if count else nowhere, "bold")
        self.query_one("#how", TextBlock).show(told)

    def _show_whole(self) -> None:
        hit = self._hit
        whole = self.query_one("#whole", TextBlock)
        value = self.query_one(ChoiceList).value
        if hit is None:
            words = concept_content(value) if isinstance(value, Concept) else Content("")
            whole.show(entry_content(value) if isinstance(value, DictionaryEntry) else words)
            return
        unit = hit.unit
        where = about_unit(unit, hit.memory or f"row {self._number(hit)} of this project")
        width, room = whole.content_size.width, whole.content_size.height - 1
        english = unit.target.text or _NO_ENGLISH
        source = _wrapped(_marked(unit.source.text, hit if hit.side == "source" else None), width)
        target = _wrapped(_marked(english, hit if hit.side == "target" else None), width)
        source, target = _fitted(source, target, room)
        whole.show(Content("\n").join([*source, *target, Content.styled(shown(where), "$faint")]))

    def _number(self, hit: ConcordanceHit) -> int:
        return self._session.number(hit.unit.key.row) if hit.unit.key is not None else 0


def _line(hit: ConcordanceHit, width: int) -> Choice:
    """The text found in its column, and where there is room the beginning of the other side."""
    other = hit.unit.target.text if hit.side == "source" else hit.unit.source.text
    both = width >= _BOTH
    line = kwic(hit.text, hit.spans[0], max(20, width * 3 // 5 if both else width))
    start = len(line.left)
    mark = start, start + len(line.hit)
    return Choice(hit, "".join(line), (other or _NO_ENGLISH) if both else "", mark=mark, quiet=not other)


def _marked(text: str, hit: ConcordanceHit | None) -> Content:
    """A text with what was found in it set off."""
    content = Content(shown(text).replace("\n", " "))
    for start, end in hit.spans if hit is not None else ():
        content = content.stylize("$accent underline", start, end)
    return content


def _wrapped(content: Content, width: int) -> list[Content]:
    """The lines of a text, broken as in a cell: never inside a figure."""
    return [content[line.start : line.end] for line in wrap(content.plain, width)]


def _fitted(source: list[Content], target: list[Content], room: int) -> tuple[list[Content], list[Content]]:
    """Both sides in so many lines; an ellipsis stands where one was cut."""
    least = room // 2
    above = source[: max(least, room - len(target))]
    below = target[: room - len(above)]
    return _with_ellipsis(above, source), _with_ellipsis(below, target)


def _with_ellipsis(kept: list[Content], lines: list[Content]) -> list[Content]:
    return kept if len(kept) == len(lines) or not kept else [*kept[:-1], kept[-1][:-1] + "…"]
