"""tui: where a concept is used in the project and how it was rendered: counted, and as a list of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.memory.kwic import kwic
from workbench.project.schema import FILE_NAME
from workbench.project.store import Store
from workbench.text.shown import shown
from workbench.tui.screens.concept_details import joined, labelled, wrapped
from workbench.tui.screens.list_with_whole import ListWithWhole
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

if TYPE_CHECKING:
    from workbench.glossary.recognition import Recogniser
    from workbench.model.segments import Segment
    from workbench.model.terms import Concept
    from workbench.project.term_use import TermUse

Span = tuple[int, int]
_KEYS = "Enter goes to the row   Esc back"
_NARROW = 40  # cells of a line before the width is known
_UNTRANSLATED, _OTHERWISE = "no English yet", "in other words"


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a concept stands.

    Attributes:
        row: id of its row; `number` counts from 1.
        source: its Chinese, `span` the place in it; `english` likewise, its `found` None where it has none.
        rendering: which of the concept's renderings stands there; empty for none of them.
        inside: the longer term that it is a part of there; empty for none.
    """

    row: int
    number: int
    source: str
    span: Span
    english: str
    found: Span | None
    rendering: str
    inside: str = ""

    @property
    def how(self) -> str:
        """How it was rendered, in words."""
        if self.rendering or not self.english.strip():
            return self.rendering or _UNTRANSLATED
        return f"within {self.inside}" if self.inside else _OTHERWISE


def use_lines(uses: Sequence[Use] | None, width: int) -> Iterator[Content]:
    """How often a concept is used and how it was rendered, the most frequent first; None: not known yet."""
    yield Content("")
    if uses is None:
        yield from labelled("used here", Content.styled("looking …", "$faint"), width)
    elif not uses:
        yield from labelled("used here", Content("in no row of this project"), width)
    else:
        rows = len({use.row for use in uses})
        told = Content(f"{len(uses):,} × in {rows:,} row{'s' * (rows != 1)}")
        yield from labelled("used here", told + Content.styled("   ^R lists them", "$faint"), width)
        for how, count in Counter(use.how for use in uses).most_common():
            yield from labelled("", Content(f"{count:>4,} × {shown(how)}"), width)


def uses_in(
    folder: Path, rows: Sequence[tuple[int, int]], concept: Concept, recogniser: Recogniser
) -> list[Use]:
    """Where a concept is used in some rows of a project, in any thread; a row that is gone is passed over.

    Args:
        folder: of the project.
        rows: ids and numbers.
        concept: which.
        recogniser: the project's.

    Raises:
        WorkbenchError: the project cannot be read.
    """
    from workbench.project.term_use import uses_of

    numbers = dict(rows)
    store = Store(folder / FILE_NAME, writable=False)
    try:
        segments = {one.id: one for one in store.segments(list(numbers))}
    finally:
        store.close()
    numbered = ((numbers[row], segment) for row, segment in segments.items())
    return [_use(found, segments[found.row]) for found in uses_of(concept, numbered, recogniser)]


def _use(found: TermUse, segment: Segment) -> Use:
    avoided = found.known is not None and not found.known.usable
    return Use(
        row=found.row,
        number=found.number,
        source=segment.source.text,
        span=found.source_span,
        english=segment.target.text,
        found=found.target_span,
        rendering=f"{found.rendering} (to be avoided)" if avoided else found.rendering,
        inside=found.inside,
    )


class UsesForm(ListWithWhole[int]):
    """Gives the row to go to."""

    DEFAULT_CSS = "UsesForm Panel { max-width: 160; }"

    def __init__(self, zh: str, uses: Sequence[Use]) -> None:
        lines = [_line(place, use, _NARROW) for place, use in enumerate(uses)]
        super().__init__(f"{shown(zh)} in this project", _KEYS, lines, 0, share=0.66, whole=(6, 9))
        self._uses = uses

    def _fit(self, height: int) -> None:
        super()._fit(height)
        self.call_after_refresh(self._fill)  # the lines are as wide as the list turns out to be

    def _fill(self) -> None:
        choices = self.query_one(ChoiceList)
        width = choices.scrollable_content_region.width - 8
        at = choices.cursor
        choices.set_choices([_line(place, use, width * 3 // 5) for place, use in enumerate(self._uses)])
        choices.put_cursor(min(at, len(self._uses) - 1))
        self._show_whole()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, int):
            self.dismiss(self._uses[message.value].row)

    def whole(self) -> Content:
        """Both sides of the row under the cursor, as far as they fit in."""
        value = self.value
        if not isinstance(value, int):
            return Content()
        use = self._uses[value]
        size = self.query_one("#whole", TextBlock).content_size
        source = wrapped(_marked(use.source, use.span), size.width)
        english = wrapped(_marked(use.english or _UNTRANSLATED, use.found), size.width)
        above = _in_sight(source, use.span, max(size.height // 2, size.height - len(english)))
        below = _in_sight(english, use.found, size.height - len(above))
        return joined([*above, *below])


def _line(place: int, use: Use, width: int) -> Choice:
    line = kwic(use.source, use.span, max(16, width))
    start = len(line.left)
    mark = start, start + len(line.hit)
    quiet = not use.english.strip()
    return Choice(place, "".join(line), use.how, label=str(use.number), mark=mark, quiet=quiet)


def _in_sight(lines: Sequence[Content], span: Span | None, room: int) -> Sequence[Content]:
    """As many lines as there is room for, beginning so that the place found is among them."""
    used = first = 0
    for number, line in enumerate(lines):
        used += len(line.plain)
        if span is not None and used <= span[0]:
            first = number + 1
    first = max(0, min(first - room // 2, len(lines) - room))
    return lines[first : first + room]


def _marked(text: str, span: Span | None) -> Content:
    content = Content(shown(text).replace("\n", " "))
    return content.stylize("$accent underline", *span) if span is not None else content
