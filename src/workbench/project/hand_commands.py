"""project: commands that save typing: figures, names, case, quotation marks, text from another editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.model.coded import print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project.config import FILE_NAME
from workbench.project.light import light
from workbench.project.outcome import Outcome, refused
from workbench.project.row_commands import RowCommands

if TYPE_CHECKING:
    from workbench.model.terms import TermHit
    from workbench.project.figure_offers import FigureInsertion
    from workbench.text.english_case import Case
    from workbench.text.english_figures import FigureStyle

_BRITISH = frozenset(["uk", "gb", "en-gb", "british"])


class HandCommands(RowCommands):
    """What saves a translator typing."""

    _figure: tuple[int, FigureInsertion] | None = None
    _recased: tuple[str, str] | None = None  # what was there first, and what was made of it last
    _named: tuple[str, int] | None = None  # a Chinese name, and which of its readings was given last

    @property
    def figure_style(self) -> FigureStyle:
        """The client's way with figures, from `[style]` of project.toml.

        Raises:
            WorkbenchError: it names a way that is none.
        """
        from workbench.project.figure_offers import SETTINGS, figure_style

        settings = self.config.style
        for key, ways in SETTINGS.items():
            if settings.get(key, ways[0]) not in ways:
                raise WorkbenchError(
                    f"{self.folder / FILE_NAME}: [style] {key} is {settings[key]!r};"
                    f" write {', '.join(ways[:-1])} or {ways[-1]}."
                )
        spelling = settings.get("spelling") or self.config.target_language
        return figure_style(settings, british=spelling.strip().lower() in _BRITISH)

    def next_figure(
        self, segment: Segment, target: str, caret: int, hits: Sequence[TermHit] = ()
    ) -> FigureInsertion | None:
        """What the figure key puts in: the next figure that the English has not, or its next form.

        Pressed again at once it gives the figure's next form, after the last the first again.

        Args:
            segment: the row.
            target: its plain English; `caret` an offset in it.
            hits: the terms of its Chinese: a figure inside one comes with the term.

        Returns:
            None where the English has all of them.

        Raises:
            WorkbenchError: project.toml names a style that is none.
        """
        from workbench.project.figure_offers import figures_of, next_figure, next_form, unused

        style = self.figure_style
        found: FigureInsertion | None = None
        if self._figure is not None and self._figure[0] == segment.id:
            found = next_form(self._figure[1], target, caret)
        if found is None:
            source = segment.source.text
            left = unused(figures_of(source, style), target, hits)
            sentence = light(segment, target, segment.anchors, caret).source
            found = next_figure(left, source, sentence, target, caret)
        self._figure = None if found is None else (segment.id, found)
        return found

    def next_case(self, text: str) -> tuple[str, Case]:
        """A text in the next case, and which; what it was first is remembered while the cases take turns."""
        from workbench.text.english_case import next_case

        first = self._recased[0] if self._recased is not None and self._recased[1] == text else text
        made, case = next_case(text, first)
        self._recased = (first, made)
        return made, case

    @property
    def recased(self) -> str:
        """What `next_case` made last; empty where it was not asked yet."""
        return self._recased[1] if self._recased is not None else ""

    def name_in_english(self, chinese: str, *, again: bool = False) -> tuple[str, str]:
        """A Chinese name in pinyin without tones, and what it may be instead; both empty where it is none.

        Args:
            again: its next reading, after the last the first.
        """
        from workbench.annotate.names import names_in_english

        names = names_in_english(chinese)
        if not names:
            return "", ""
        at = 0
        if again and self._named is not None and self._named[0] == chinese:
            at = (self._named[1] + 1) % len(names)
        self._named = (chinese, at)
        return names[at], names[(at + 1) % len(names)] if len(names) > 1 else ""

    def curl_quotes(self, row: int) -> Outcome:
        """Make the straight quotation marks of the English curly, in a step of its own."""
        from workbench.text.curly_quotes import curly

        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        before = print_coded(segment.target)
        after = curly(before)
        changed = sum(one != other for one, other in zip(before, after, strict=True))
        if not changed:
            return refused("There are no straight quotation marks in this row.")
        done = self._type_alone(row, after)
        marks = "1 mark is" if changed == 1 else f"{changed} marks are"
        return Outcome(done.changed, message=f"{marks} curly now.")

    def take_text(self, row: int, printed: str) -> Outcome:
        """Take the English of a row as it was written elsewhere, codes in their printed form: one step."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if printed == print_coded(segment.target):
            return Outcome(message="The English is as it was.")
        done = self._type_alone(row, printed)
        return Outcome(done.changed, message="The English is as the other editor left it.", done=done.done)
