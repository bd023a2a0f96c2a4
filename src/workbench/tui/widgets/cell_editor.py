"""tui: CellEditor, the row that has the caret: both its cells, and what keys do in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from workbench.model.segments import Segment
from workbench.text.graphemes import Segmenter
from workbench.text.shown import shown
from workbench.tui.widgets import buffer as motions
from workbench.tui.widgets.buffer import Motion
from workbench.tui.widgets.cell_view import CellView
from workbench.tui.widgets.columns import Columns
from workbench.tui.widgets.rows import Span


class Effect(Enum):
    """What a key did."""

    PASSED = auto()  # not a key of the cell: somebody else's
    NOTHING = auto()  # of the cell, but there was nothing to do
    MOVED = auto()
    EDITED = auto()
    REFUSED = auto()
    ABOVE = auto()  # the caret wants to go to the row above
    BELOW = auto()


_MOTIONS: Mapping[str, Motion] = {
    "left": motions.before,
    "right": motions.after,
    "home": motions.line_start,
    "end": motions.line_end,
    "ctrl+left": motions.word_before,
    "ctrl+right": motions.word_after,
}
_SELECTING: Mapping[str, Motion] = {
    "shift+left": motions.before,
    "shift+right": motions.after,
    "shift+home": motions.line_start,
    "shift+end": motions.line_end,
    "ctrl+shift+left": motions.word_before,
    "ctrl+shift+right": motions.word_after,
}
_DELETIONS: Mapping[str, Motion] = {
    "backspace": motions.before,
    "ctrl+h": motions.before,  # what backspace sends in some terminals
    "delete": motions.after,
    "ctrl+w": motions.word_before,
    "ctrl+backspace": motions.word_before,
    "ctrl+delete": motions.word_after,
    "ctrl+u": motions.line_start,
}
_LINES: Mapping[str, tuple[int, bool]] = {
    "up": (-1, False),
    "down": (1, False),
    "shift+up": (-1, True),
    "shift+down": (1, True),
}
_JOINERS = "\u200c\u200d"


class CellEditor(CellView):
    """The active row, as keys change it.

    Attributes:
        refusal: why the target must not be changed; empty where it may be.
        ghost: Right takes in what is offered; whoever moves the caret or changes the text lets it go.
    """

    def __init__(
        self, segment: Segment, target: str, columns: Columns, *, segmenter: Segmenter | None = None
    ) -> None:
        super().__init__(segment, target, columns, segmenter=segmenter)
        self.refusal = ""

    def press(self, key: str, character: str | None) -> Effect:
        """Do what a key does in the cell that has the caret.

        Args:
            key: its name as Textual gives it.
            character: what it types, of any length (an input method may send several); None for nothing.
        """
        if key == "right" and self.ghost:
            return self.insert(self.ghost)
        if key in _MOTIONS:
            return self._move(_MOTIONS[key], select=False)
        if key in _SELECTING:
            return self._move(_SELECTING[key], select=True)
        if key in _LINES:
            return self._move_lines(*_LINES[key])
        if key == "ctrl+a":
            self.buffer.select_all()
            return self._moved()
        if key in _DELETIONS:
            return self.delete(_DELETIONS[key])
        if key in ("ctrl+j", "newline"):
            return self.insert("\n")
        if character and types(key, character):
            return self.insert(character)
        return Effect.PASSED

    def _move(self, motion: Motion, *, select: bool) -> Effect:
        self.buffer.move(motion, select=select)
        return self._moved()

    def _moved(self) -> Effect:
        self.ghost = ""
        self.follow()
        return Effect.MOVED

    def _move_lines(self, step: int, select: bool) -> Effect:
        buffer = self.buffer
        if buffer.move_lines(step, select=select):
            return self._moved()
        if not select:
            return Effect.ABOVE if step < 0 else Effect.BELOW
        buffer.put_caret(0 if step < 0 else len(buffer.text), select=True)
        return self._moved()

    def delete(self, motion: Motion) -> Effect:
        """Delete the selection, or up to where a motion leads."""
        if self._forbidden():
            return Effect.REFUSED
        before = self.target.text
        if not self.target.delete(motion):
            return Effect.NOTHING
        removed = len(before) - len(self.target.text)
        start = self.target.caret
        self._edited(start, removed, 0)
        return Effect.EDITED

    def insert(self, text: str, span: Span | None = None) -> Effect:
        """Put text at the caret or in place of the selection; with a span, in place of that.

        Nothing is changed, and REFUSED returned, on the source side or in a row that must not be changed.
        """
        if self._forbidden() if span is None else self.refusal:
            return Effect.REFUSED
        start, end = span or self.target.selection or (self.target.caret, self.target.caret)
        end = max(0, min(end, len(self.target.text)))
        start = max(0, min(start, end))
        self.target.replace(start, end, text)
        self._edited(start, end - start, len(text))
        return Effect.EDITED

    def _forbidden(self) -> bool:
        return self.side == "source" or bool(self.refusal)

    def why_refused(self) -> str:
        """One sentence for the person whose key was refused."""
        if self.side == "source":
            return "The source is not changed by typing; Tab goes to the translation."
        return self.refusal

    def _edited(self, start: int, removed: int, added: int) -> None:
        self.ghost = ""
        marks = self.marks
        self.marks = replace(
            marks,
            lit_target=marks.lit_target and _shifted(marks.lit_target, start, removed, added),
            findings_target=tuple(_shifted(span, start, removed, added) for span in marks.findings_target),
            misspelt_target=tuple(_shifted(span, start, removed, added) for span in marks.misspelt_target),
        )
        self.fit()

    def load_target(self, text: str) -> None:
        """Take a target that was changed from outside."""
        self.ghost = ""
        self.target.load(text)
        self.fit()


def _shifted(span: Span, start: int, removed: int, added: int) -> Span:
    """Where a span of the target is after an edit: an edit inside it, or at its end, stretches it."""
    a, b = span
    gone = start + removed
    shift = added - removed
    b = b + shift if gone <= b else min(b, start)
    a = a + shift if gone <= a and (a, removed) != (start, 0) else min(a, start)
    return (a, max(a, b))


def types(key: str, character: str) -> bool:
    """True where a key types its character into a text; ctrl and alt combinations, Enter and Tab do not."""
    if key.startswith(("ctrl+", "alt+")):
        return False
    return all(ch != "\n" and (shown(ch) == ch or ch in _JOINERS) for ch in character)
