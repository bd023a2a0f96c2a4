"""tui: Hearing, what the pane, the lists and the window tell the editor, and what it does then."""

from __future__ import annotations

from time import monotonic

from textual import events

from workbench.tui.screens.printed import plain_offset
from workbench.tui.screens.showing import Showing
from workbench.tui.widgets.bottom_lines import HintLine, MessageLine
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.editor_messages import Edited, Refused, RowChanged
from workbench.tui.widgets.match_list import MatchList


class Hearing(Showing):
    """Hears them, and passes on what they tell."""

    _caret_seen: tuple[int, int]

    def on_editor_pane_edited(self, message: Edited) -> None:
        """A key changed the English."""
        self.reading.touched = monotonic()
        self._caret_seen = (message.row_id, plain_offset(message.text, message.caret))
        self.query_one(MessageLine).typed_on()
        self.keystrokes.edited(message.row_id, message.text)
        self.facts.typed()
        self.lighting.relight()
        self.parts.edited()

    def on_editor_pane_caret_moved(self) -> None:
        """The caret moved within its row."""
        self.reading.touched = monotonic()
        self._caret_seen = (self.row, plain_offset(self.pane.target_text, self.pane.caret))
        if not self.facts.unsettled:
            self.lighting.relight()
        self.parts.caret_moved()

    def on_editor_pane_row_changed(self, message: RowChanged) -> None:
        """The pane went to another row by itself: arrows, page keys, a click."""
        self.keystrokes.end_step()
        self.query_one(HintLine).rest = ""
        row, caret = self._caret_seen
        if row == message.previous:
            self.session.leave(row, caret)
        if not message.placed and self.row:
            resting = self.resting_caret(self.row)
            if resting != self.pane.caret:
                self.pane.set_caret(resting)
        self.row_is_other()

    def on_editor_pane_refused(self, message: Refused) -> None:
        """A key would have changed what must not be changed."""
        self.say(message.why, warn=True)

    def on_key(self, event: events.Key) -> None:
        """Digits choose in the lists of terms and matches; what else is typed there is for the English."""
        lists = self.lower.terms.has_focus or self.lower.matches.has_focus
        if not lists or not event.character or not event.is_printable:
            return
        event.stop()
        if not event.character.isdecimal():
            self.to_english()
            if self.may_type():
                self.pane.insert(event.character)
        elif self.lower.terms.has_focus:
            self.terms.digit(event.character)
        elif event.character != "0":
            self.matches.pick(int(event.character) - 1)

    def on_descendant_focus(self) -> None:
        """A list has other keys than the rows."""
        self.refresh_hints()
        self.arranging.focus_moved()

    def on_screen_suspend(self) -> None:
        """A dialog has keys of its own, in its frame; when it goes, the rows have them again."""
        self.refresh_hints()

    on_screen_resume = on_screen_suspend

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click in the list of terms."""
        if isinstance(message.value, int):
            self.terms.pick(message.value)

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        """The cursor moved in the list of terms."""
        if isinstance(message.value, int):
            self.terms.looked_at(message.value)

    def on_match_list_chosen(self, message: MatchList.Chosen) -> None:
        """Enter or a double click in the list of matches."""
        if isinstance(message.value, int):
            self.matches.pick(message.value)

    def on_app_blur(self) -> None:
        """Another window has the keyboard: keep what was typed."""
        self.keystrokes.flush()
