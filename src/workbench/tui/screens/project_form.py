"""tui: ProjectForm, the project at a glance: documents, last places, settings; Enter goes there."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.worker import get_current_worker

from workbench.model.faults import WorkbenchError
from workbench.project.overview import DocumentRows, LastPlace, Overview, WordCounts
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.overview_lines import (
    document_content,
    overview_lines,
    place_content,
    progress_said,
    settings_content,
)
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.panes import TextBlock, TextPane

if TYPE_CHECKING:
    from workbench.project.session import Session

_KEYS = "Enter goes there   ^Up ^Down scroll   Esc back"
_EVERY = 0.3
_SCROLLED = 3


class _StoppedError(Exception):
    """The screen was left while words were counted."""


class ProjectForm(Dialog[int]):
    """Gives the row to go to: the first open one of a document, or a last place.

    What costs is worked out in a thread: the counts stand there at once, the words come after them.
    """

    DEFAULT_CSS = """
    ProjectForm Panel {
        height: 1fr; max-height: 100%; max-width: 100%; margin: 0 0 2 0; background: $surface;
    }
    ProjectForm #how { height: 1; color: $foreground 80%; }
    ProjectForm ChoiceList { height: 1fr; }
    ProjectForm TextPane { height: 1fr; border-top: solid $foreground 25%; scrollbar-size-vertical: 1; }
    ProjectForm.-plain TextPane { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+up", "scroll(-1)", show=False, priority=True),
        Binding("ctrl+down", "scroll(1)", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(f"Project {session.config.name}", _KEYS)
        self._session = session
        self._overview: Overview | None = None
        self._words: WordCounts | None = None
        self._counted = 0
        self._wrong = ""
        self._told = 0.0

    def body(self) -> ComposeResult:
        """The whole in a line, the list, and below it what the cursor is on and the settings."""
        how = TextBlock()
        how.id = "how"
        yield how
        yield ChoiceList(share=0.5)
        yield TextPane()

    def on_mount(self) -> None:
        """Work it out aside."""
        super().on_mount()
        self.query_one(ChoiceList).focus()
        self._show_whole()
        self.run_worker(self._work, thread=True, group="overview")

    def _work(self) -> None:
        """In a worker's thread."""
        try:
            with giving_way():
                self.app.call_from_thread(self._have, self._session.overview(), None)
                words = self._session.word_counts(self._progress)
            self.app.call_from_thread(self._have, None, words)
        except WorkbenchError as error:
            self.call_later(self._failed, str(error))
        except _StoppedError:
            return

    def _progress(self, done: int) -> None:
        """In the worker's thread."""
        if get_current_worker().is_cancelled:
            raise _StoppedError
        if monotonic() - self._told > _EVERY:
            self._told = monotonic()
            self.call_later(self._so_far, done)

    def _so_far(self, done: int) -> None:
        self._counted = done
        self._tell()

    def _failed(self, wrong: str) -> None:
        self._wrong = wrong
        self._tell()

    def _have(self, overview: Overview | None, words: WordCounts | None) -> None:
        if not self.is_mounted:
            return
        self._overview = overview or self._overview
        self._words = words or self._words
        if self._overview is not None:
            self.query_one(ChoiceList).set_choices(overview_lines(self._overview, self._words), keep=True)
        self._tell()
        self._show_whole()

    def _tell(self) -> None:
        how = self.query_one("#how", TextBlock)
        if self._wrong:
            how.show(Content.styled(self._wrong, "$warning"))
        elif self._overview is not None:
            how.show(Content(progress_said(self._overview, self._words, self._counted)))

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        """Another line is under the cursor."""
        message.stop()
        self._show_whole()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click: go there."""
        message.stop()
        if isinstance(message.value, DocumentRows | LastPlace) and message.value.row:
            self.dismiss(message.value.row)

    def action_scroll(self, step: int) -> None:
        """Scroll what is said below."""
        self.query_one(TextPane).scroll_relative(y=step * _SCROLLED, animate=False)

    def _show_whole(self) -> None:
        value = self.query_one(ChoiceList).value
        parts = []
        if isinstance(value, DocumentRows):
            parts.append(document_content(value, self._words, plain=self.has_class("-plain")))
        elif isinstance(value, LastPlace):
            parts.append(place_content(value))
        parts.append(settings_content(self._session.settings_said()))
        self.query_one(TextPane).show(Content("\n\n").join(parts))
